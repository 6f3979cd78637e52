//! Taking back, and doing again.

use kith_core::undo::{Operation, Undone};
use kith_core::{Done, OperationId, Result};
use tauri::{AppHandle, Runtime};

use super::{change, read};

/// Takes the last change back.
#[tauri::command]
pub async fn undo<R: Runtime>(app: AppHandle<R>) -> Result<Done<Undone>> {
    change(app, |book, now| book.undo(now)).await
}

/// Does again what was taken back last.
#[tauri::command]
pub async fn redo<R: Runtime>(app: AppHandle<R>) -> Result<Done<Undone>> {
    change(app, |book, now| book.redo(now)).await
}

/// Takes one operation back; what was touched since stays.
#[tauri::command]
pub async fn undo_operation<R: Runtime>(
    app: AppHandle<R>,
    id: OperationId,
) -> Result<Done<Undone>> {
    change(app, move |book, now| book.undo_operation(id, now)).await
}

/// The last changes, newest first.
#[tauri::command]
pub async fn history<R: Runtime>(app: AppHandle<R>, limit: u32) -> Result<Vec<Operation>> {
    read(app, move |book| book.history(limit, &crate::clock::now())).await
}
