//! A separate desktop for each test: a screen, a window manager, a session bus and a home folder.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::app::App;
use crate::process::Running;
use crate::wait::{LONG, until};

/// The configuration of a session bus that starts no services of the system, so that nothing outlives the
/// test.
const BUS: &str = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>\
    <policy context='default'><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/>\
    <allow own='*'/></policy></busconfig>";

pub struct Desk {
    name: String,
    display: String,
    bus: String,
    folder: tempfile::TempDir,
    dark: bool,
    /// The pixels of the screen stand in a file.
    watched: bool,
    // Fields are dropped in this order: the screen last.
    _manager: Running,
    _bus: Running,
    _screen: Running,
}

impl Desk {
    pub fn new(name: &str) -> Self {
        Self::with_screen(name, false)
    }

    /// A desk whose screen's pixels stand in the file `screen`, for `Screen` to read.
    pub fn watched(name: &str) -> Self {
        Self::with_screen(name, true)
    }

    fn with_screen(name: &str, watched: bool) -> Self {
        let folder = tempfile::Builder::new().prefix("kith-desk-").tempdir();
        let folder = folder.unwrap_or_else(|e| panic!("no folder for the test: {e}"));
        for part in ["home", "data", "files", "run"] {
            make_private(&folder.path().join(part));
        }
        let place = folder.path().to_string_lossy();
        let mut screen = vec!["-displayfd", "1", "-screen", "0", "1600x1000x24"];
        screen.extend(["-nolisten", "tcp", "-noreset"]);
        if watched {
            screen.extend(["-fbdir", &place]);
        }
        let (screen, display) = first_line("Xvfb", &screen);
        let display = format!(":{display}");
        let config = folder.path().join("bus.conf");
        fs::write(&config, BUS).unwrap_or_else(|e| panic!("{}: {e}", config.display()));
        let config = format!("--config-file={}", config.display());
        let (session, bus) = first_line("dbus-daemon", &["--nofork", "--print-address=1", &config]);
        let manager = Running::start("openbox", |command| {
            command
                .env("DISPLAY", &display)
                .env("HOME", folder.path().join("home"));
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let desk = Self {
            name: name.into(),
            display,
            bus,
            folder,
            dark: false,
            watched,
            _manager: manager,
            _bus: session,
            _screen: screen,
        };
        until("a window manager on the test's screen", LONG, || {
            desk.tool("xdotool")
                .args(["get_num_desktops"])
                .stderr(Stdio::null())
                .output()
                .ok()?
                .status
                .success()
                .then_some(())
        });
        desk
    }

    /// Sets a dark system theme.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Removes the session bus.
    pub fn without_bus(mut self) -> Self {
        self.bus = "disabled:".into();
        self
    }

    /// The folder in which Kith keeps its book in this test.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The user's home folder.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The file with the pixels of the screen of a watched desk, in the format of xwd.
    pub(crate) fn pixels(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }

    /// How the page of a driven Kith is drawn. WebDriver's picture waits for the next frame, and without compositing a
    /// page at rest has none; so it is drawn with compositing, except where what counts is how quick it is.
    pub(crate) fn drawing(&self) -> Option<(&'static str, &'static str)> {
        (!self.watched).then_some(("WEBKIT_DISABLE_COMPOSITING_MODE", "0"))
    }

    /// The address of the session bus.
    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }

    /// The file with the time, if the test has set one.
    pub(crate) fn clock_file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// Writes a file in a folder of the user and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("files").join(name);
        if let Some(parent) = path.parent() {
            make_private(parent);
        }
        fs::write(&path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        path
    }

    /// Starts Kith and waits for its page.
    pub fn start(&self, files: &[&Path]) -> App<'_> {
        App::start(self, files)
    }

    /// Starts Kith without showing its window, as the session does when it begins.
    pub fn start_hidden(&self) -> App<'_> {
        App::start(self, &[Path::new("--hidden")])
    }

    /// Starts Kith a second time without a driver, as a double-click on a file does.
    pub fn start_again(&self, files: &[&Path]) -> Running {
        Running::start(binary(), |command| {
            self.dress(command);
            command.args(files).stdout(Stdio::null());
        })
    }

    /// Whether a file in the data folder contains this text.
    pub fn data_holds(&self, words: &str) -> bool {
        let Ok(files) = fs::read_dir(self.data()) else {
            return false;
        };
        files
            .filter_map(|file| fs::read(file.ok()?.path()).ok())
            .any(|bytes| {
                bytes
                    .windows(words.len())
                    .any(|part| part == words.as_bytes())
            })
    }

    /// A command with this desk's environment.
    pub fn tool(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        self.dress(&mut command);
        command.stdin(Stdio::null());
        command
    }

    /// Sets this desk's environment and removes the outer one.
    pub fn dress(&self, command: &mut Command) {
        let path = |part: &str| self.folder.path().join(part);
        command.env_clear();
        if let Some(programs) = env::var_os("PATH") {
            command.env("PATH", programs);
        }
        command
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("HOME", path("home"))
            .env("XDG_RUNTIME_DIR", path("run"))
            .env("KITH_DATA", self.data())
            .env("LANG", "C.UTF-8")
            .env("TZ", "Europe/Oslo")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        if self.clock_file().exists() {
            command.env("KITH_CLOCK", self.clock_file());
        }
        if self.dark {
            command.env("GTK_THEME", "Adwaita:dark");
        }
    }

    /// The path of a picture of this test run.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = target().join("desktop-shots");
        let _ = fs::create_dir_all(&folder);
        folder.join(format!("{}-{name}.png", self.name))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let whole = self.picture("failed-screen");
            let _ = self
                .tool("import")
                .args(["-window", "root"])
                .arg(&whole)
                .status();
            eprintln!("the screen as it was: {}", whole.display());
        }
    }
}

/// The app to test: the file that KITH_BINARY names, else the one that `cargo xtask test` built.
pub fn binary() -> PathBuf {
    env::var_os("KITH_BINARY").map_or_else(|| target().join("debug/kith"), PathBuf::from)
}

/// Cargo's target folder, found from the path of this program in target/debug or target/debug/deps.
fn target() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    let up = if own.parent().is_some_and(|folder| folder.ends_with("deps")) {
        3
    } else {
        2
    };
    own.ancestors()
        .nth(up)
        .map(Path::to_path_buf)
        .unwrap_or_default()
}

fn make_private(folder: &Path) {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
}

/// Starts a program and returns the first line it prints, which is its address.
fn first_line(program: &str, arguments: &[&str]) -> (Running, String) {
    let mut running = Running::start(program, |command| {
        command
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
    });
    let mut line = String::new();
    if let Some(out) = running.child().stdout.take() {
        let _ = BufReader::new(out).read_line(&mut line);
    }
    assert!(
        !line.trim().is_empty(),
        "{program} said nothing and is perhaps not installed"
    );
    (running, line.trim().to_owned())
}
