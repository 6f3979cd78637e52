//! The shell: a window, native dialogs, drag and drop, and the commands around the core.

mod autostart;
mod clock;
mod commands;
mod daily;
mod dialogs;
mod events;
mod file_drop;
mod home;
mod imports;
pub mod lock;
mod maps;
pub mod moving;
mod opening;
mod place;
mod reminders;
pub mod second_start;
mod state;
mod tray;
mod typescript;
mod window;
mod wire;

use std::path::PathBuf;
use std::process::ExitCode;

use kith_core::Book;
use tauri::{Builder, Context, Manager, Runtime};

pub use commands::NAMES as COMMANDS;
pub use state::{Launch, close};
pub use typescript::typescript;

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
    let opening = std::thread::spawn(move || state::State::new(folder, lock, hidden));
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(reminders::ShellOnly(tauri_plugin_notification::init()))
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let state = opening.join().map_err(|_| "the book could not be opened")?;
            let settings = state.with(Book::settings).unwrap_or_default();
            app.manage(state);
            window::create(app.handle(), &settings)?;
            state::open_paths(app.handle(), paths);
            daily::keep(app.handle());
            reminders::keep(app.handle());
            state::hear_later_starts(app.handle());
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
