//! The shell: a window, native dialogs, drag and drop, and the commands around the core.

mod autostart;
mod clock;
mod commands;
mod committed;
mod daily;
mod dialogs;
mod file_drop;
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
mod state;
mod tell_page;
mod tray;
mod typescript;
mod window;
mod wire;

use std::path::PathBuf;
use std::process::ExitCode;

use kith_core::Book;
use tauri::{Builder, Context, Manager, Runtime};

pub use commands::describe::Command;
pub use reopening::close;
pub use typescript::{commands, typescript};

/// What a start of Kith brings along.
#[derive(Debug)]
pub struct Launch {
    /// The data folder.
    pub folder: PathBuf,
    /// The lock on it; `None` where another Kith holds it and does not answer.
    pub lock: Option<lock::Lock>,
    /// Cards to preview.
    pub paths: Vec<PathBuf>,
    /// The session started it: no window, where a tray icon leads to it.
    pub hidden: bool,
}

/// The real configuration, capability and page; tests on the mock runtime use the same.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Adds everything that is Kith to a builder of any runtime.
pub fn builder<R: Runtime>(builder: Builder<R>, launch: Launch) -> Builder<R> {
    let Launch {
        folder,
        lock,
        paths,
        hidden,
    } = launch;
    // The book opens while the system's window parts are being loaded.
    let opening = std::thread::spawn(move || state::State::new(folder, lock));
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(reminders::show::ShellOnly(tauri_plugin_notification::init()))
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(commands::handlers::handler())
        .manage(imports::Imports::default())
        .manage(maps::Maps::default())
        .manage(navigate::Way::default())
        .manage(reminders::held::Reminders::default())
        .manage(window::Shown::begin(hidden))
        .setup(move |app| {
            let state = opening.join().map_err(|_| "the book could not be opened")?;
            let settings = state.with(Book::settings).unwrap_or_default();
            app.manage(state);
            window::create(app.handle(), &settings, file_drop::hear)?;
            later_starts::open_paths(app.handle(), paths);
            daily::keep(app.handle());
            reminders::run::keep(app.handle());
            later_starts::hear(app.handle());
            Ok(())
        })
}

/// Runs Kith until its window closes; a second start hands its paths to the first and goes.
pub fn run() -> ExitCode {
    let hidden = std::env::args_os().any(|word| word == autostart::HIDDEN);
    let paths = paths(std::env::args_os().skip(1));
    let Some(folder) = place::folder() else {
        return failed("this computer names no folder for data; set KITH_DATA to one");
    };
    // Where the lock cannot be had, the window says so.
    let lock = lock::take(&folder);
    if hidden && matches!(lock, Ok(None)) {
        // It runs already, and nobody asked to see it.
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
    let remember = tauri_plugin_window_state::Builder::new()
        .with_filename(folder.join("window.json").to_string_lossy())
        .with_state_flags(window::REMEMBERED)
        .build();
    let built = builder(Builder::default(), launch)
        .plugin(remember)
        .build(context());
    let Ok(app) = built else {
        return failed("no window could be opened");
    };
    app.run(|app, event| {
        if matches!(event, tauri::RunEvent::Exit) {
            close(app);
        }
    });
    ExitCode::SUCCESS
}

/// The files and folders that Kith was started with.
fn paths(words: impl Iterator<Item = std::ffi::OsString>) -> Vec<PathBuf> {
    let named = words.filter(|word| !word.as_encoded_bytes().starts_with(b"-"));
    named
        .filter_map(|word| std::path::absolute(word).ok())
        .collect()
}

fn failed(why: &str) -> ExitCode {
    eprintln!("kith: {why}");
    ExitCode::FAILURE
}
