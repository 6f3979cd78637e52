//! The shell: the window, dialogs, drag and drop, the tray, reminders, and the commands that
//! give the page access to the core.

mod autostart;
mod checking;
mod clock;
mod commands;
mod customs;
mod committed;
mod daily;
mod dialogs;
mod file_drop;
mod graphics;
mod home;
mod importing;
mod imports;
mod later_starts;
pub mod lock;
mod maps;
pub mod moving;
mod mutex;
mod navigate;
mod opening;
mod place;
mod reminders;
mod reopening;
pub mod second_start;
mod slow;
pub mod standing;
mod state;
mod tell_page;
mod tray;
mod troubles;
mod typescript;
mod window;
mod wire;
mod zone;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Builder, Context, Runtime};

pub use commands::describe::Command;
pub use reopening::close;
pub use typescript::{commands, typescript};

/// What Kith is started with.
#[derive(Debug)]
pub struct Launch {
    /// The data folder.
    pub folder: PathBuf,
    /// The lock on the data folder; `None` if another Kith holds it and does not
    /// answer, or if it cannot be taken.
    pub lock: Option<lock::Lock>,
    /// Files and folders whose cards are to be previewed for import.
    pub paths: Vec<PathBuf>,
    /// Whether the session started it: then no window is shown if a tray icon can lead to it.
    pub hidden: bool,
}

/// Tauri's context with the real configuration, capability and page. Tests on the mock runtime use it too.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Adds all of Kith to a builder of any runtime.
pub fn builder<R: Runtime>(builder: Builder<R>, launch: Launch) -> Builder<R> {
    let Launch {
        folder,
        lock,
        paths,
        hidden,
    } = launch;
    // The book is opened beside the window: the system's libraries and the page are loaded meanwhile.
    let state = Arc::new(state::State::before_opening(folder, lock));
    let opening = Arc::clone(&state);
    std::thread::spawn(move || opening.open_first());
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(reminders::show::ShellOnly(tauri_plugin_notification::init()))
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(commands::handlers::handler())
        .manage(checking::Checking::default())
        .manage(imports::Imports::default())
        .manage(maps::Maps::default())
        .manage(slow::Running::default())
        .manage(navigate::PendingRoute::default())
        .manage(file_drop::Dragging::default())
        .manage(reminders::held::Reminders::default())
        .manage(troubles::Troubles::default())
        .manage(window::Shown::begin(hidden))
        .manage(state)
        .setup(move |app| {
            let damaged = app.handle().clone();
            state::of(app.handle())
                .hear_damage(move |number, error| reopening::give_up(&damaged, number, error));
            let window = window::create(app.handle(), file_drop::hear)?;
            file_drop::listen(&window);
            later_starts::open_paths(app.handle(), paths);
            daily::keep(app.handle());
            reminders::run::keep(app.handle());
            later_starts::hear(app.handle());
            Ok(())
        })
}

/// Runs Kith until it ends. If another Kith runs on the same data folder, hands it the paths and returns.
pub fn run() -> ExitCode {
    graphics::draw_without_card();
    let hidden = std::env::args_os().any(|word| word == autostart::HIDDEN);
    let paths = paths(std::env::args_os().skip(1));
    let Some(folder) = place::folder() else {
        return exit_with_error("this computer names no folder for data; set KITH_DATA to one");
    };
    // If the lock cannot be taken because of an error, the window shows why.
    let lock = lock::take(&folder);
    if hidden && matches!(lock, Ok(None)) {
        // Kith runs already, and the user did not ask to see it.
        return ExitCode::SUCCESS;
    }
    let lock = lock.unwrap_or_default();
    if lock.is_none() && second_start::hand_over(&folder, &paths).unwrap_or_default() {
        return ExitCode::SUCCESS;
    }
    let launch = Launch {
        folder: folder.clone(),
        lock,
        paths,
        hidden,
    };
    let window_state = tauri_plugin_window_state::Builder::new()
        .with_filename(folder.join("window.json").to_string_lossy())
        .with_state_flags(window::REMEMBERED)
        .build();
    let built = builder(Builder::default(), launch)
        .plugin(window_state)
        .build(context());
    let Ok(app) = built else {
        return exit_with_error("no window could be opened");
    };
    app.run(|app, event| {
        if matches!(event, tauri::RunEvent::Exit) {
            close(app);
        }
    });
    ExitCode::SUCCESS
}

/// The absolute paths of the files and folders on the command line. Options
/// (with a leading "-") are left out.
fn paths(words: impl Iterator<Item = std::ffi::OsString>) -> Vec<PathBuf> {
    let named = words.filter(|word| !word.as_encoded_bytes().starts_with(b"-"));
    named
        .filter_map(|word| {
            // Some programs hand over addresses.
            let address = word.to_str().and_then(place::path_at);
            address.or_else(|| std::path::absolute(word).ok())
        })
        .collect()
}

fn exit_with_error(why: &str) -> ExitCode {
    eprintln!("kith: {why}");
    ExitCode::FAILURE
}
