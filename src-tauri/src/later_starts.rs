//! Cards that Kith was opened with, now or by a later start.

use std::path::PathBuf;

use tauri::{AppHandle, Runtime};

use crate::wire::Route;
use crate::{importing, navigate, second_start, state, window};

/// Hears later starts: each brings the window forward, and the preview of its cards.
pub fn hear<R: Runtime>(app: &AppHandle<R>) {
    let (asked, told) = (app.clone(), app.clone());
    let is_first = move || state::of(&asked).is_first();
    second_start::listen(state::of(app).folder(), is_first, move |paths| {
        window::show(&told);
        open_paths(&told, paths);
    });
}

/// Shows the preview of these cards; nothing where there are none or no book is open.
pub fn open_paths<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if paths.is_empty() || !state::of(app).is_open() {
        return;
    }
    let token = importing::begin_paths(app, paths);
    navigate::go(app, Route::Import { token });
}
