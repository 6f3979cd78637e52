//! Cards that Kith is opened with, on its own start or by a later one.

use std::path::PathBuf;

use tauri::{AppHandle, Runtime};

use crate::wire::Route;
use crate::{importing, navigate, second_start, state, window};

/// Listens for later starts. Each shows the window, and a preview of its cards if it has any.
pub fn hear<R: Runtime>(app: &AppHandle<R>) {
    let (asked, told) = (app.clone(), app.clone());
    let is_first = move || state::of(&asked).is_first();
    second_start::listen(state::of(app).folder(), is_first, move |paths| {
        window::show(&told);
        open_paths(&told, paths);
    });
}

/// Shows the import preview of these files; does nothing if there are none or no book is open.
pub fn open_paths<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if paths.is_empty() || !state::of(app).is_open() {
        return;
    }
    let token = importing::begin_paths(app, paths);
    navigate::go(app, Route::Import { token });
}
