//! Moving the book to another folder, and finding it where it was moved to.

use std::path::{Path, PathBuf};

use kith_core::{Book, Code, Error, Result, backups};
use tauri::{AppHandle, Runtime};

use crate::reopening;
use crate::state::{self, Which};
use crate::wire::BookState;
use crate::{clock, home};

/// Folders of Kith's own beside the book: none to keep a book in.
const OWN: [&str; 3] = ["backups", "starts", "webview"];

/// Moves the open book and its backups to a folder. Until the copy has been opened there, the book
/// that was is the book; then it stays in its folder as "book before moving.kith".
///
/// # Errors
/// In plain words what is in the way; then nothing was moved.
pub fn book<R: Runtime>(app: &AppHandle<R>, to: &Path) -> Result<BookState> {
    let data = state::of(app).folder().to_owned();
    if !state::of(app).is_own() {
        return Err(refused("Open your own book first. Nothing was moved."));
    }
    let from = home::folder(&data);
    fits(&from, &data, to)?;
    let mut left = None;
    let state = reopening::reopen(app, Which::Own, |from| {
        left = Some(carried(&home::book(from), &data, to)?);
        Ok(())
    })?;
    if let (BookState::Open { .. }, Some(new)) = (&state, left) {
        // Where the old file cannot be renamed, the move is done all the same.
        let _left = backups::leave(&home::book(&from), &new);
    }
    Ok(state)
}

/// Copies the book, makes sure that the new place lets it be opened, and notes that it is there.
fn carried(book: &Path, data: &Path, to: &Path) -> Result<PathBuf> {
    let carried = backups::carry(book, to).map_err(unmoved)?;
    let opened = Book::open(&carried.book, &clock::now());
    match opened.and_then(|_| home::point(data, to)) {
        Ok(()) => Ok(carried.book),
        Err(error) => {
            carried.take_back();
            Err(unmoved(error))
        }
    }
}

/// The words for a move that failed.
fn unmoved(error: Error) -> Error {
    let words = match error.code {
        Code::DiskFull => "There is no room for your book in that folder. Nothing was moved.",
        Code::NotWritable | Code::FileUnreadable | Code::BookInUse => {
            "Your book cannot be kept in that folder. Nothing was moved."
        }
        _ => return error,
    };
    Error::new(error.code, words)
}

/// What can be known beforehand of a folder that the book is to be in.
fn fits(from: &Path, data: &Path, to: &Path) -> Result<()> {
    if home::is_same(from, to) {
        return Err(refused("Your book is in that folder already."));
    }
    if OWN.iter().any(|own| is_within(to, &data.join(own))) || is_within(to, &from.join("backups"))
    {
        return Err(refused(
            "That folder is one of Kith\u{2019}s own. Choose another; nothing was moved.",
        ));
    }
    if to.to_str().is_none() {
        return Err(refused(
            "The name of that folder has letters that Kith cannot note down. Nothing was moved.",
        ));
    }
    let written = tempfile::NamedTempFile::new_in(to).map(drop);
    written.map_err(|error| match Error::from(error) {
        full if full.code == Code::DiskFull => unmoved(full),
        _ => Error::new(
            Code::NotWritable,
            "That folder cannot be written to. Nothing was moved.",
        ),
    })
}

fn is_within(folder: &Path, other: &Path) -> bool {
    folder.ancestors().any(|above| home::is_same(above, other))
}

fn refused(words: &str) -> Error {
    Error::invalid("folder", words)
}

/// Opens the book in a folder, where the one that it was moved to does not give it.
///
/// # Errors
/// `NotFound` where there is none; `Stale` where nothing is missing; what the disk says.
pub fn find<R: Runtime>(app: &AppHandle<R>, at: &Path) -> Result<BookState> {
    let data = state::of(app).folder().to_owned();
    if !state::of(app).is_missing() {
        return Err(Error::new(
            Code::Stale,
            "Your book is where it was. Nothing was changed.",
        ));
    }
    // In the folder that it was moved from it has another name.
    if !backups::take_up(&home::book(at))? {
        return Err(Error::new(
            Code::NotFound,
            "There is no book in that folder. Nothing was changed.",
        ));
    }
    home::point(&data, at)?;
    reopening::reopen(app, Which::Own, |_| Ok(()))
}
