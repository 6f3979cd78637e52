//! Backups, and where the book is.

use kith_core::backups::{self, Backup, Why};
use kith_core::people::PeopleFilter;
use kith_core::{Code, Done, Error, Result};
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

use super::{aside, change, read};
use crate::state::{self, Which};
use crate::wire::{Backups, BookPlace, BookState, Folder};
use crate::{clock, opening, place};

/// Every backup, also of a book that cannot be opened.
#[tauri::command]
pub async fn backups_list<R: Runtime>(app: AppHandle<R>) -> Result<Backups> {
    aside(move || {
        let file = opening::own(state::of(&app).folder());
        let backups = backups::list(&file, &clock::now())?;
        Ok(Backups {
            folder: place::said(&backups::folder(&file)),
            backups,
        })
    })
    .await
}

/// Makes a backup now.
#[tauri::command]
pub async fn backup_now<R: Runtime>(app: AppHandle<R>) -> Result<Done<Backup>> {
    change(app, |book, now| book.backup_now(Why::ByHand, now)).await
}

/// Puts a backup in the book's place; the book as it is becomes a backup first.
#[tauri::command]
pub async fn backup_restore<R: Runtime>(app: AppHandle<R>, name: String) -> Result<BookState> {
    aside(move || {
        state::reopen(&app, Which::Own, |folder| {
            backups::restore(&opening::own(folder), &name, &clock::now()).map(drop)
        })
    })
    .await
}

/// Begins a new, empty book; the one that cannot be read stays beside it under another name.
#[tauri::command]
pub async fn book_new<R: Runtime>(app: AppHandle<R>) -> Result<BookState> {
    aside(move || {
        let why = state::of(&app).with(|_| Ok(())).err();
        if why.is_none_or(|error| error.code != Code::BookDamaged) {
            return Err(Error::new(
                Code::Stale,
                "Only a damaged book is put aside. Nothing was changed.",
            ));
        }
        state::reopen(&app, Which::Own, |folder| {
            backups::set_aside(&opening::own(folder), &clock::now()).map(drop)
        })
    })
    .await
}

/// Where the open book is, and how large.
#[tauri::command]
pub async fn book_place<R: Runtime>(app: AppHandle<R>) -> Result<BookPlace> {
    read(app, |book| {
        Ok(BookPlace {
            path: place::said(book.file()),
            bytes: std::fs::metadata(book.file())?.len(),
            people: book
                .people_outline(&PeopleFilter::default(), &crate::clock::now())?
                .everyone,
        })
    })
    .await
}

/// Shows a folder in the system's file manager.
#[tauri::command]
pub async fn show_folder<R: Runtime>(app: AppHandle<R>, what: Folder) -> Result<()> {
    aside(move || {
        let own = opening::own(state::of(&app).folder());
        let folder = match what {
            Folder::Book => state::of(&app).folder().to_owned(),
            Folder::Backups => backups::folder(&own),
        };
        place::make(&folder)?;
        let opened = app
            .opener()
            .open_path(folder.to_string_lossy(), None::<&str>);
        opened.map_err(|_| {
            Error::new(
                Code::NoAppForLink,
                "No program on this computer shows folders.",
            )
        })
    })
    .await
}
