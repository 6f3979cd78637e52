//! Commands for importing cards: choosing, previewing, deciding, importing.

use kith_core::import::{
    Decision, ImportDetails, ImportFilter, ImportReport, ImportRows, ImportSummary, Plan, Source,
    Take, TakeAll,
};
use kith_core::{Book, Done, KindId, Result};
use tauri::{AppHandle, Runtime};

use crate::{committed, dialogs, importing, imports, state};

pub fn import_choose<R: Runtime>(app: &AppHandle<R>) -> Result<Option<String>> {
    let chosen = dialogs::files(app, "Import cards", dialogs::CARDS);
    Ok(chosen.map(|paths| importing::begin_paths(app, paths)))
}

pub fn import_choose_folder<R: Runtime>(app: &AppHandle<R>) -> Result<Option<String>> {
    let chosen = dialogs::folders(app, "Import a folder of cards");
    Ok(chosen.map(|paths| importing::begin_paths(app, paths)))
}

pub fn import_paste<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<String> {
    Ok(importing::begin(app, vec![Source::Text(text)]))
}

pub fn import_summary<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
) -> Result<Option<ImportSummary>> {
    imports::of(app).with(&token, |plan| Ok(plan.summary()))
}

pub fn import_rows<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    filter: ImportFilter,
    offset: u32,
    limit: u32,
) -> Result<ImportRows> {
    with_plan(app, &token, |plan, _| Ok(plan.rows(&filter, offset, limit)))
}

pub fn import_details<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    index: u32,
) -> Result<ImportDetails> {
    with_plan(app, &token, |plan, book| plan.details(book, index))
}

pub fn import_decide<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    indexes: Option<Vec<u32>>,
    filter: ImportFilter,
    decision: Decision,
) -> Result<ImportSummary> {
    with_plan(app, &token, |plan, _| {
        Ok(plan.decide(indexes.as_deref(), &filter, decision))
    })
}

pub fn import_decide_field<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    index: u32,
    key: String,
    take: Take,
) -> Result<ImportDetails> {
    with_plan(app, &token, |plan, book| {
        plan.decide_field(book, index, &key, take)
    })
}

pub fn import_take_all<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    take: TakeAll,
) -> Result<ImportSummary> {
    with_plan(app, &token, |plan, book| plan.take_all(book, take))
}

pub fn import_keep_close<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    indexes: Option<Vec<u32>>,
    filter: Option<ImportFilter>,
    kind: Option<KindId>,
) -> Result<ImportSummary> {
    let filter = filter.unwrap_or_default();
    with_plan(app, &token, |plan, _| {
        Ok(plan.keep_close(indexes.as_deref(), &filter, kind))
    })
}

pub fn import_fix<R: Runtime>(
    app: &AppHandle<R>,
    token: String,
    index: u32,
    text: String,
) -> Result<ImportSummary> {
    with_plan(app, &token, |plan, book| plan.fix(book, index, &text))
}

pub fn import_apply<R: Runtime>(app: &AppHandle<R>, token: String) -> Result<Done<ImportReport>> {
    let done = importing::apply(app, &token)?;
    committed::announce(app, &done.changes);
    Ok(done)
}

pub fn import_stop<R: Runtime>(app: &AppHandle<R>, token: String) -> Result<()> {
    imports::of(app).stop(&token)
}

pub fn import_cancel<R: Runtime>(app: &AppHandle<R>, token: String) -> Result<()> {
    imports::of(app).cancel(&token);
    Ok(())
}

/// Calls `job` with a plan that is ready and the open book.
fn with_plan<R: Runtime, T>(
    app: &AppHandle<R>,
    token: &str,
    job: impl FnOnce(&mut Plan, &Book) -> Result<T>,
) -> Result<T> {
    imports::of(app).with_ready(token, |plan| state::of(app).with(|book| job(plan, book)))
}
