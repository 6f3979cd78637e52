//! Kinds of relationship with their rhythm, and warmth explained.

use kith_core::people_list::{WarmthExample, WarmthExplained};
use kith_core::relationships::NewKind;
use kith_core::{Done, KindId, PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::{change, read};
use crate::clock::now;

/// Adds a kind.
#[tauri::command]
pub async fn kind_add<R: Runtime>(app: AppHandle<R>, kind: NewKind) -> Result<Done<KindId>> {
    change(app, move |book, now| book.kind_add(&kind, now)).await
}

/// Changes a kind.
#[tauri::command]
pub async fn kind_edit<R: Runtime>(
    app: AppHandle<R>,
    id: KindId,
    kind: NewKind,
) -> Result<Done<()>> {
    change(app, move |book, now| book.kind_edit(id, &kind, now)).await
}

/// Removes a kind that nobody is of.
#[tauri::command]
pub async fn kind_remove<R: Runtime>(app: AppHandle<R>, id: KindId) -> Result<Done<()>> {
    change(app, move |book, now| book.kind_remove(id, now)).await
}

/// Gives everybody of a kind its rhythm.
#[tauri::command]
pub async fn kind_rhythm_for_all<R: Runtime>(app: AppHandle<R>, id: KindId) -> Result<Done<u32>> {
    change(app, move |book, now| book.kind_rhythm_for_all(id, now)).await
}

/// How a person's warmth comes about.
#[tauri::command]
pub async fn warmth_explained<R: Runtime>(
    app: AppHandle<R>,
    person: PersonId,
) -> Result<Option<WarmthExplained>> {
    read(app, move |book| book.warmth_explained(person, &now())).await
}

/// An example of warmth for the settings.
#[tauri::command]
pub async fn warmth_example<R: Runtime>(app: AppHandle<R>) -> Result<Option<WarmthExample>> {
    read(app, |book| book.warmth_example(&now())).await
}
