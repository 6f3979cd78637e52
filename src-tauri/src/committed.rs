//! What the shell does after a change of the book was committed.

use kith_core::{Book, Changes};
use tauri::{AppHandle, Runtime};

use crate::reminders::held;
use crate::{state, tell_page, window};

/// Tells the page, wakes the reminders, and applies changed settings to the window.
pub fn announce<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    tell_page::changed_unless_nothing(app, changes);
    held::poke(app);
    if changes.has("settings")
        && let Ok(settings) = state::of(app).with(Book::settings)
    {
        window::apply_settings(app, &settings);
    }
}
