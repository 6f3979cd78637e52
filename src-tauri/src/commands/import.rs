//! Importing cards: choose, preview, decide, apply.

use kith_core::import::{
    Decision, ImportDetails, ImportFilter, ImportReport, ImportRows, ImportSummary, Plan, Source,
    Take, TakeAll,
};
use kith_core::{Book, Done, KindId, Result};
use tauri::{AppHandle, Runtime};

use super::{aside, committed};
use crate::{dialogs, imports, state};

/// Lets the person choose files; answers the token of their plan.
#[tauri::command]
pub async fn import_choose<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>> {
    aside(move || {
        let chosen = dialogs::files(&app, "Import cards", dialogs::CARDS);
        Ok(chosen.map(|paths| imports::begin_paths(&app, paths)))
    })
    .await
}

/// Lets the person choose folders.
#[tauri::command]
pub async fn import_choose_folder<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>> {
    aside(move || {
        let chosen = dialogs::folders(&app, "Import a folder of cards");
        Ok(chosen.map(|paths| imports::begin_paths(&app, paths)))
    })
    .await
}

/// Begins a plan of pasted cards.
#[tauri::command]
pub async fn import_paste<R: Runtime>(app: AppHandle<R>, text: String) -> Result<String> {
    aside(move || Ok(imports::begin(&app, vec![Source::Text(text)]))).await
}

/// What the plan comes to; nothing while it is being worked on.
#[tauri::command]
pub async fn import_summary<R: Runtime>(
    app: AppHandle<R>,
    token: String,
) -> Result<Option<ImportSummary>> {
    aside(move || {
        state::of(&app)
            .imports
            .with(&token, |plan| Ok(plan.summary()))
    })
    .await
}

/// Some rows of the preview.
#[tauri::command]
pub async fn import_rows<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    filter: ImportFilter,
    offset: u32,
    limit: u32,
) -> Result<ImportRows> {
    look(app, token, move |plan, _| {
        Ok(plan.rows(&filter, offset, limit))
    })
    .await
}

/// One card of the preview, in full.
#[tauri::command]
pub async fn import_details<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    index: u32,
) -> Result<ImportDetails> {
    look(app, token, move |plan, book| plan.details(book, index)).await
}

/// What to do with some rows, or with all that the filter shows.
#[tauri::command]
pub async fn import_decide<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    indexes: Option<Vec<u32>>,
    filter: ImportFilter,
    decision: Decision,
) -> Result<ImportSummary> {
    look(app, token, move |plan, _| {
        Ok(plan.decide(indexes.as_deref(), &filter, decision))
    })
    .await
}

/// Which side to take in one field of an update.
#[tauri::command]
pub async fn import_decide_field<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    index: u32,
    key: String,
    take: Take,
) -> Result<ImportDetails> {
    look(app, token, move |plan, book| {
        plan.decide_field(book, index, &key, take)
    })
    .await
}

/// Which side to take in all updates.
#[tauri::command]
pub async fn import_take_all<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    take: TakeAll,
) -> Result<ImportSummary> {
    look(app, token, move |plan, book| plan.take_all(book, take)).await
}

/// Whom to keep close, and as what: some rows, or all that the filter shows.
#[tauri::command]
pub async fn import_keep_close<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    indexes: Option<Vec<u32>>,
    filter: Option<ImportFilter>,
    kind: Option<KindId>,
) -> Result<ImportSummary> {
    let filter = filter.unwrap_or_default();
    look(app, token, move |plan, _| {
        Ok(plan.keep_close(indexes.as_deref(), &filter, kind))
    })
    .await
}

/// Reads a corrected card in place of one that could not be read.
#[tauri::command]
pub async fn import_fix<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    index: u32,
    text: String,
) -> Result<ImportSummary> {
    look(app, token, move |plan, book| plan.fix(book, index, &text)).await
}

/// Imports what is decided.
#[tauri::command]
pub async fn import_apply<R: Runtime>(
    app: AppHandle<R>,
    token: String,
) -> Result<Done<ImportReport>> {
    aside(move || {
        let done = imports::apply(&app, &token)?;
        committed(&app, &done.changes);
        Ok(done)
    })
    .await
}

/// Stops reading or importing; nothing is half imported.
#[tauri::command]
pub async fn import_stop<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    state::of(&app).imports.stop(&token)
}

/// Lets the plan go.
#[tauri::command]
pub async fn import_cancel<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    state::of(&app).imports.cancel(&token);
    Ok(())
}

/// Asks something of a plan that is ready.
async fn look<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    token: String,
    job: impl FnOnce(&mut Plan, &Book) -> Result<T> + Send + 'static,
) -> Result<T> {
    aside(move || {
        let state = state::of(&app);
        state
            .imports
            .look(&token, |plan| state.with(|book| job(plan, book)))
    })
    .await
}
