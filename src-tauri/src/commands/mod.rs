//! What the page can ask for. A file a noun; each command converts, calls the core once, answers.

pub mod backups;
pub mod check_ins;
pub mod drafts;
pub mod export;
pub mod import;
pub mod interactions;
pub mod map;
pub mod people;
pub mod relationships;
pub mod reminders;
pub mod settings;
pub mod start;
pub mod ties;
pub mod today;
pub mod trash;
pub mod undo;

use kith_core::{Book, Changes, Done, Error, Moment, Result};
use tauri::{AppHandle, Runtime};

use crate::{clock, events, state, window};

include!("all.rs");

macro_rules! handler {
    ($($module:ident::$name:ident),* $(,)?) => { tauri::generate_handler![$($module::$name),*] };
}

macro_rules! names {
    ($($module:ident::$name:ident),* $(,)?) => { &[$(stringify!($name)),*] };
}

/// The names of all commands, as the capability must grant them.
pub const NAMES: &[&str] = all_commands!(names);

/// Answers the page's calls.
pub fn handler<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
    all_commands!(handler)
}

/// Reads from the book, away from the thread that draws.
async fn read<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<T> + Send + 'static,
) -> Result<T> {
    aside(move || state::of(&app).with(job)).await
}

/// Changes the book, and tells the page once, after the commit.
async fn change<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book, &Moment) -> Result<Done<T>> + Send + 'static,
) -> Result<Done<T>> {
    aside(move || {
        let done = state::of(&app).with(|book| job(book, &clock::now()))?;
        committed(&app, &done.changes);
        Ok(done)
    })
    .await
}

/// Tells the page of a committed change, fits the window to changed settings, and looks what is due now.
pub fn committed<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    events::changed(app, changes);
    crate::reminders::poke(app);
    if changes.settings
        && let Ok(settings) = state::of(app).with(Book::settings)
    {
        window::suit(app, &settings);
    }
}

/// Runs what may take its time, so that the window stays responsive.
async fn aside<T: Send + 'static>(job: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let joined = tauri::async_runtime::spawn_blocking(job).await;
    joined.unwrap_or_else(|_| Err(Error::internal("a task ended early")))
}
