//! Settings.

use kith_core::settings::Settings;
use kith_core::{Done, Result};
use serde_json::{Map, Value};
use tauri::{AppHandle, Runtime};

use super::change;

/// Changes some settings.
#[tauri::command]
pub async fn settings_set<R: Runtime>(
    app: AppHandle<R>,
    settings: Map<String, Value>,
) -> Result<Done<Settings>> {
    change(app, move |book, now| book.settings_set(&settings, now)).await
}
