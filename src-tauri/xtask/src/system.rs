//! The system packages that Kith needs, and their installation.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::packages::{Manager, Package};
use crate::steps::{Outcome, run, say, there};
use crate::waiting::when_free;

/// How long another program may be installing packages before it is not waited for any longer.
const LOCK: Duration = Duration::from_secs(600);

/// What a command does, which decides the packages it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Builds the app and opens its window.
    Window,
    /// Runs the desktop tests.
    Tests,
    /// Checks packages.
    Packages,
    /// Draws the icons.
    Icons,
}

/// Installs what is missing, or prints the command to type.
pub fn ensure(needs: &[Need]) -> Outcome {
    match env::consts::OS {
        "linux" => linux(needs),
        "macos" => mac(),
        "windows" => windows(),
        other => {
            say(&format!("Kith was never tried on {other}; going on."));
            Ok(())
        }
    }
}

fn linux(needs: &[Need]) -> Outcome {
    let Some(manager) = Manager::of_this_system(&os_release()) else {
        say("This Linux has none of apt, dnf, pacman and zypper, so nothing is installed for you.");
        say("Kith needs WebKitGTK 4.1 (2.40 or later) with its development files.");
        return Ok(());
    };
    let missing = manager.missing(needs)?;
    if missing.is_empty() {
        return Ok(());
    }
    say("Missing on this system:");
    for Package { name, why } in &missing {
        say(&format!("  {name}: {why}"));
    }
    let commands = manager.install(&missing);
    let typed = commands.iter().map(|c| c.join(" ")).collect::<Vec<_>>();
    let Some(prefix) = as_root() else {
        let (sudo, root) = if there("sudo") {
            ("sudo ", "")
        } else {
            ("", " as root")
        };
        let all: Vec<_> = typed.iter().map(|c| format!("{sudo}{c}")).collect();
        return Err(format!(
            "Kith may not install packages here. Type this{root}, then start again:\n\n  {}\n",
            all.join(" && ")
        ));
    };
    for (words, shown) in commands.iter().zip(&typed) {
        say(&format!(
            "Running: {}{shown}",
            if prefix.is_empty() { "" } else { "sudo " }
        ));
        let mut all = prefix.iter().chain(words);
        let mut command = Command::new(all.next().map_or("", String::as_str));
        command.args(all).env("DEBIAN_FRONTEND", "noninteractive");
        when_free(&mut command, LOCK).map_err(|e| {
            format!("{e}\nInstall these yourself, then start again:\n\n  {shown}\n")
        })?;
    }
    Ok(())
}

/// The words to put before a command to run it as root; `None` if that is not possible.
fn as_root() -> Option<Vec<String>> {
    if run(Command::new("id").arg("-u")).is_ok_and(|id| id.trim_ascii() == b"0") {
        return Some(Vec::new());
    }
    if !there("sudo") {
        return None;
    }
    let mut asked = Command::new("sudo");
    asked
        .args(["-n", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let free = asked.status().is_ok_and(|s| s.success());
    (free || io::stdin().is_terminal()).then(|| vec!["sudo".into()])
}

fn os_release() -> String {
    fs::read_to_string("/etc/os-release").unwrap_or_default()
}

fn mac() -> Outcome {
    run(Command::new("xcode-select").arg("-p")).map(drop).map_err(|_| {
        "Apple's command-line tools are missing. Type this, then start again:\n\n  xcode-select --install\n"
            .into()
    })
}

/// Checks that WebView2 is installed, by its version in the registry, for all users or the current one.
fn windows() -> Outcome {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let places = [
        r"HKLM\SOFTWARE\WOW6432Node",
        r"HKLM\SOFTWARE",
        r"HKCU\Software",
    ];
    let found = places.iter().any(|place| {
        run(Command::new("reg").args(["query", &format!(r"{place}\{CLIENT}"), "/v", "pv"])).is_ok()
    });
    if found {
        return Ok(());
    }
    Err(
        "Microsoft's WebView2 runtime is missing. Type this, then start again:\n\n  \
         winget install Microsoft.EdgeWebView2Runtime\n"
            .into(),
    )
}

/// Fails if there is no screen to open a window on.
pub fn screen() -> Outcome {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if env::consts::OS != "linux" || set("WAYLAND_DISPLAY") || set("DISPLAY") {
        return Ok(());
    }
    Err("There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set, so no window can open.\n\
         Start this from a desktop session, or try: xvfb-run cargo xtask run"
        .into())
}
