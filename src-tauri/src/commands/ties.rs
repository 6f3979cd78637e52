//! Who knows whom.

use kith_core::ties::{Knows, NewTie, Proposals, TiePair};
use kith_core::{Done, PersonId, Result, TieId};
use tauri::{AppHandle, Runtime};

use super::{change, read};
use crate::clock::now;

/// Everybody that somebody knows.
#[tauri::command]
pub async fn ties_of<R: Runtime>(app: AppHandle<R>, person: PersonId) -> Result<Knows> {
    read(app, move |book| book.ties_of(person, &now())).await
}

/// Ties two people.
#[tauri::command]
pub async fn tie_add<R: Runtime>(app: AppHandle<R>, tie: NewTie) -> Result<Done<TieId>> {
    change(app, move |book, now| book.tie_add(&tie, now)).await
}

/// Corrects or ends a tie.
#[tauri::command]
pub async fn tie_edit<R: Runtime>(app: AppHandle<R>, id: TieId, tie: NewTie) -> Result<Done<()>> {
    change(app, move |book, now| book.tie_edit(id, &tie, now)).await
}

/// Removes a tie.
#[tauri::command]
pub async fn tie_remove<R: Runtime>(app: AppHandle<R>, id: TieId) -> Result<Done<()>> {
    change(app, move |book, now| book.tie_remove(id, now)).await
}

/// Ties that Kith could draw, the likeliest `limit`.
#[tauri::command]
pub async fn ties_proposed<R: Runtime>(app: AppHandle<R>, limit: u32) -> Result<Proposals> {
    read(app, move |book| book.ties_proposed(limit, &now())).await
}

/// Says yes or no to proposed ties; answers how many were drawn.
#[tauri::command]
pub async fn ties_decide<R: Runtime>(
    app: AppHandle<R>,
    yes: Vec<TiePair>,
    no: Vec<TiePair>,
) -> Result<Done<u32>> {
    change(app, move |book, now| book.ties_decide(&yes, &no, now)).await
}
