//! Reading and changing the open book for a command.

use kith_core::{Book, Done, Result};
use tauri::{AppHandle, Runtime};

use crate::{committed, state};

/// Reads from the open book.
pub fn read<R: Runtime, T>(app: &AppHandle<R>, job: impl FnOnce(&Book) -> Result<T>) -> Result<T> {
    state::of(app).with(job)
}

/// Changes the open book, and tells the page after the commit.
pub fn change<R: Runtime, T>(
    app: &AppHandle<R>,
    job: impl FnOnce(&Book) -> Result<Done<T>>,
) -> Result<Done<T>> {
    let done = state::of(app).with(job)?;
    committed::announce(app, &done.changes);
    Ok(done)
}
