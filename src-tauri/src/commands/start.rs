//! The page's first question.

use tauri::{AppHandle, Runtime};

use crate::wire::Start;

/// What the page needs to draw itself for the first time.
#[tauri::command]
pub async fn start<R: Runtime>(app: AppHandle<R>) -> Start {
    crate::window::show(&app);
    Start { version: app.package_info().version.to_string() }
}
