//! Commands for backups, and for the place of the book.

use kith_core::backups::{self, Backup, Why};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Done, Error, Result};
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

use crate::state::{self, Which};
use crate::wire::{Backups, BookPlace, BookState, Folder, Trouble, TroubleWith};
use crate::{clock, committed, dialogs, home, moving, place, reopening, troubles};

pub fn backups_list<R: Runtime>(app: &AppHandle<R>) -> Result<Backups> {
    let file = home::book(&state::of(app).home());
    let backups = backups::list(&file, &clock::now())?;
    Ok(Backups {
        folder: place::display(&backups::folder(&file)),
        backups,
    })
}

pub fn backup_now<R: Runtime>(app: &AppHandle<R>) -> Result<Done<Backup>> {
    let done = state::of(app).with(|book| book.backup_now(Why::ByHand, &clock::now()))?;
    committed::announce(app, &done.changes);
    if state::of(app).is_own() {
        troubles::went(app, TroubleWith::Backup, &Ok(()));
    }
    Ok(done)
}

pub fn troubles<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<Trouble>> {
    Ok(troubles::now(app))
}

pub fn backup_restore<R: Runtime>(app: &AppHandle<R>, name: String) -> Result<BookState> {
    reopening::reopen(app, Which::Own, |folder| {
        let file = home::book(folder);
        backups::restore(&file, &name, &clock::now())?;
        backups::decided(&file, &clock::now())
    })
}

pub fn book_new<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    let book = state::of(app).book_state()?;
    if !matches!(book, BookState::Damaged { .. } | BookState::Lost { .. }) {
        return Err(Error::new(
            Code::Stale,
            "Only a damaged or lost book is put aside. Nothing was changed.",
        ));
    }
    reopening::reopen(app, Which::Own, |folder| {
        let file = home::book(folder);
        if file.exists() {
            backups::set_aside(&file, &clock::now())?;
        }
        // Made here and now: in a folder that a book was moved to, opening makes none.
        drop(Book::begin(&file, &clock::now())?);
        backups::decided(&file, &clock::now())
    })
}

pub fn book_look<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    if state::of(app).is_lost() {
        reopening::reopen(app, Which::Own, |_| Ok(()))
    } else {
        state::of(app).book_state()
    }
}

pub fn book_go_on<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    if !state::of(app).is_lost() {
        return Err(Error::new(
            Code::Stale,
            "Your book is where it was. Nothing was changed.",
        ));
    }
    reopening::reopen(app, Which::Own, |folder| {
        backups::decided(&home::book(folder), &clock::now())
    })
}

pub fn book_move<R: Runtime>(app: &AppHandle<R>) -> Result<Option<BookState>> {
    let Some(folder) = dialogs::folder(app, "Move your book to") else {
        return Ok(None);
    };
    moving::book(app, &folder).map(Some)
}

pub fn book_find<R: Runtime>(app: &AppHandle<R>) -> Result<Option<BookState>> {
    let Some(folder) = dialogs::folder(app, "Where your book is") else {
        return Ok(None);
    };
    moving::find(app, &folder).map(Some)
}

pub fn book_place<R: Runtime>(app: &AppHandle<R>) -> Result<BookPlace> {
    state::of(app).with(|book| {
        Ok(BookPlace {
            path: place::display(book.file()),
            bytes: std::fs::metadata(book.file())?.len(),
            people: book
                .people_outline(&PeopleFilter::default(), &clock::now())?
                .everyone,
        })
    })
}

pub fn show_folder<R: Runtime>(app: &AppHandle<R>, what: Folder) -> Result<()> {
    let home = state::of(app).home();
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
    place::create_private(&folder)?;
    let opened = app
        .opener()
        .open_path(folder.to_string_lossy(), None::<&str>);
    opened.map_err(|_| {
        Error::new(
            Code::NoAppForLink,
            "No program on this computer shows folders.",
        )
    })
}
