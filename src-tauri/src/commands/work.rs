//! Running commands on a thread other than the main one, which draws the window.

use kith_core::{Book, Done, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::{committed, state};

/// Reads from the open book.
pub async fn read<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<T> + Send + 'static,
) -> Result<T> {
    run_blocking(move || state::of(&app).with(job)).await
}

/// Changes the open book, and tells the page after the commit.
pub async fn change<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<Done<T>> + Send + 'static,
) -> Result<Done<T>> {
    run_blocking(move || {
        let done = state::of(&app).with(job)?;
        committed::told(&app, &done.changes);
        Ok(done)
    })
    .await
}

/// Runs a blocking job on another thread, so that the window stays responsive.
pub async fn run_blocking<T: Send + 'static>(
    job: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let joined = tauri::async_runtime::spawn_blocking(job).await;
    joined.unwrap_or_else(|_| Err(Error::internal("a task ended early")))
}
