//! The page's first question, and which book is open.

use kith_core::{Book, Done, Result};
use serde_json::{Map, Value};
use tauri::{AppHandle, Runtime};

use super::{aside, change};
use crate::state::{self, Which};
use crate::window;
use crate::wire::{BookState, Start};

/// What the page needs to draw itself for the first time. A book that is not open is tried again.
#[tauri::command]
pub async fn start<R: Runtime>(app: AppHandle<R>) -> Result<Start> {
    aside(move || {
        let kith = state::of(&app);
        let book = kith.look_again()?;
        window::ready(&app);
        Ok(Start {
            book,
            settings: kith.with(Book::settings).unwrap_or_default(),
            version: app.package_info().version.to_string(),
            route: kith.arrive(),
        })
    })
    .await
}

/// Opens the sample book.
#[tauri::command]
pub async fn sample_open<R: Runtime>(app: AppHandle<R>) -> Result<BookState> {
    aside(move || state::reopen(&app, Which::Sample, |_| Ok(()))).await
}

/// Back to the person's own book.
#[tauri::command]
pub async fn sample_leave<R: Runtime>(app: AppHandle<R>) -> Result<BookState> {
    aside(move || state::reopen(&app, Which::Own, |_| Ok(()))).await
}

/// The first steps have been taken: no welcome any more.
#[tauri::command]
pub async fn onboarded<R: Runtime>(app: AppHandle<R>) -> Result<Done<()>> {
    let done = Map::from_iter([("onboarded".to_owned(), Value::Bool(true))]);
    change(app, move |book, now| {
        let Done {
            changes, operation, ..
        } = book.settings_set(&done, now)?;
        Ok(Done {
            value: (),
            changes,
            operation,
        })
    })
    .await
}
