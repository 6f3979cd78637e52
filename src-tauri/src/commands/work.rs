//! The work of a command, away from the thread that draws.

use kith_core::{Book, Done, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::{committed, state};

/// Reads from the book.
pub async fn read<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<T> + Send + 'static,
) -> Result<T> {
    aside(move || state::of(&app).with(job)).await
}

/// Changes the book, and tells the page once, after the commit.
pub async fn change<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<Done<T>> + Send + 'static,
) -> Result<Done<T>> {
    aside(move || {
        let done = state::of(&app).with(job)?;
        committed::told(&app, &done.changes);
        Ok(done)
    })
    .await
}

/// Runs what may take its time, so that the window stays responsive.
pub async fn aside<T: Send + 'static>(
    job: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let joined = tauri::async_runtime::spawn_blocking(job).await;
    joined.unwrap_or_else(|_| Err(Error::internal("a task ended early")))
}
