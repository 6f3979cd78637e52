//! Unsaved text, kept so that it survives a crash.

use kith_core::Result;
use kith_core::drafts::Draft;
use tauri::{AppHandle, Runtime};

use super::read;

/// Keeps a text under its key; none drops it.
#[tauri::command]
pub async fn draft_save<R: Runtime>(
    app: AppHandle<R>,
    key: String,
    text: Option<String>,
) -> Result<()> {
    read(app, move |book| {
        book.draft_save(&key, text.as_deref(), &crate::clock::now())
    })
    .await
}

/// All texts that were not saved.
#[tauri::command]
pub async fn drafts<R: Runtime>(app: AppHandle<R>) -> Result<Vec<Draft>> {
    read(app, |book| book.drafts()).await
}
