//! Backups, and where the book is.

use kith_core::backups::{self, Backup, Why};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Done, Error, Result};
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

use super::{aside, change, read};
use crate::state::{self, Which};
use crate::wire::{Backups, BookPlace, BookState, Folder};
use crate::{clock, dialogs, home, moving, place};

/// Every backup, also of a book that cannot be opened.
#[tauri::command]
pub async fn backups_list<R: Runtime>(app: AppHandle<R>) -> Result<Backups> {
    aside(move || {
        let file = home::book(&state::of(&app).home());
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
            backups::restore(&home::book(folder), &name, &clock::now()).map(drop)
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
            let file = home::book(folder);
            if file.exists() {
                backups::set_aside(&file, &clock::now())?;
            }
            // Begun here and now: where a book was moved to, none is begun by opening it.
            Book::open(&file, &clock::now()).map(drop)
        })
    })
    .await
}

/// Moves the book and its backups to a folder that the person chooses; nothing where they do not.
#[tauri::command]
pub async fn book_move<R: Runtime>(app: AppHandle<R>) -> Result<Option<BookState>> {
    aside(move || {
        let Some(folder) = dialogs::folder(&app, "Move your book to") else {
            return Ok(None);
        };
        moving::book(&app, &folder).map(Some)
    })
    .await
}

/// Opens the book in a folder that the person chooses, where the one it was moved to is not there.
#[tauri::command]
pub async fn book_find<R: Runtime>(app: AppHandle<R>) -> Result<Option<BookState>> {
    aside(move || {
        let Some(folder) = dialogs::folder(&app, "Where your book is") else {
            return Ok(None);
        };
        moving::find(&app, &folder).map(Some)
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
        let home = state::of(&app).home();
        let folder = match what {
            Folder::Book => home.clone(),
            Folder::Backups => backups::folder(&home::book(&home)),
        };
        if !home.is_dir() {
            return Err(Error::new(
                Code::FileMissing,
                "The folder of your book is not there.",
            ));
        }
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
