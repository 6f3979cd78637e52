//! Commands for the start of the page, and for the choice of the book.

use kith_core::{Book, Done, Result};
use serde_json::{Map, Value};
use tauri::{AppHandle, Runtime};

use crate::state::{self, Which};
use crate::wire::{BookState, Start};
use crate::{clock, committed, navigate, reopening, window};

pub fn start<R: Runtime>(app: &AppHandle<R>) -> Result<Start> {
    let kith = state::of(app);
    let book = reopening::look_again(app)?;
    window::ready(app);
    Ok(Start {
        book,
        settings: kith.with(Book::settings).unwrap_or_default(),
        version: app.package_info().version.to_string(),
        route: navigate::page_loaded(app),
    })
}

pub fn sample_open<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    reopening::reopen(app, Which::Sample, |_| Ok(()))
}

pub fn sample_leave<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    reopening::reopen(app, Which::Own, |_| Ok(()))
}

pub fn onboarded<R: Runtime>(app: &AppHandle<R>) -> Result<Done<()>> {
    let onboarded = Map::from_iter([("onboarded".to_owned(), Value::Bool(true))]);
    let set = state::of(app).with(|book| book.settings_set(&onboarded, &clock::now()))?;
    committed::announce(app, &set.changes);
    Ok(Done {
        value: (),
        changes: set.changes,
        operation: set.operation,
    })
}
