//! The shell: a window around the core.

mod commands;
mod window;
pub mod wire;

use tauri::{Builder, Context, Runtime};

/// The real configuration, capability and page; tests on the mock runtime use the same.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Adds everything that is Kith to a builder of any runtime.
pub fn builder<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(commands::handler()).setup(|app| {
        window::create(app.handle())?;
        Ok(())
    })
}

/// Runs Kith until its window closes.
pub fn run() -> std::process::ExitCode {
    match builder(Builder::default()).run(context()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kith: could not start: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
