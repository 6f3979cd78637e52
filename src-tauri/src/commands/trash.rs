//! The trash.

use kith_core::trash::Trashed;
use kith_core::{Done, PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::{change, read};

/// Puts people into the trash.
#[tauri::command]
pub async fn people_trash<R: Runtime>(app: AppHandle<R>, ids: Vec<PersonId>) -> Result<Done<()>> {
    change(app, move |book, now| book.people_trash(&ids, now)).await
}

/// Takes people out of the trash.
#[tauri::command]
pub async fn people_restore<R: Runtime>(app: AppHandle<R>, ids: Vec<PersonId>) -> Result<Done<()>> {
    change(app, move |book, now| book.people_restore(&ids, now)).await
}

/// Who is in the trash, and for how long yet.
#[tauri::command]
pub async fn trash_list<R: Runtime>(app: AppHandle<R>) -> Result<Vec<Trashed>> {
    read(app, |book| book.trash_list(&crate::clock::now())).await
}

/// Drops people from the trash for good.
#[tauri::command]
pub async fn trash_empty<R: Runtime>(
    app: AppHandle<R>,
    ids: Option<Vec<PersonId>>,
) -> Result<Done<u32>> {
    change(app, move |book, _| book.trash_empty(ids.as_deref())).await
}
