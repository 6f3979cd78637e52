//! Moving the book to another folder, and opening it where the user says it is now.

use std::path::{Path, PathBuf};

use kith_core::{Book, Code, Error, Result, backups};
use tauri::{AppHandle, Runtime};

use crate::reopening;
use crate::state::{self, Which};
use crate::wire::BookState;
use crate::{clock, home};

/// Subfolders of the data folder that Kith uses itself. The book cannot be moved into them.
const OWN_SUBFOLDERS: [&str; 3] = ["backups", "starts", "webview"];

/// Moves the user's own book and its backups to a folder. The old book stays in use until the copy has been
/// opened at the new place; then the old file is renamed to "book before moving.kith".
///
/// # Errors
/// Why the book cannot be moved; then nothing was moved.
pub fn book<R: Runtime>(app: &AppHandle<R>, to: &Path) -> Result<BookState> {
    let data = state::of(app).folder().to_owned();
    if !state::of(app).is_own() {
        return Err(refused("Open your own book first. Nothing was moved."));
    }
    let from = home::folder(&data);
    check_target(&from, &data, to)?;
    let mut left = None;
    let moved = reopening::reopen(app, Which::Own, |from| {
        left = Some(copy_and_check(&home::book(from), &data, to)?);
        Ok(())
    });
    // Found by the copy, from the file that is open again by now.
    if let (Err(error), Some(opening)) = (&moved, state::of(app).opening())
        && error.code == Code::BookDamaged
    {
        reopening::give_up(app, opening, error.clone());
    }
    let state = moved?;
    if let (BookState::Open { .. }, Some(new)) = (&state, left) {
        // If the old file cannot be renamed, the book has been moved all the same.
        let _left = backups::leave(&home::book(&from), &new);
    }
    Ok(state)
}

/// Copies the book, opens the copy to check it, and notes its folder in the data folder.
fn copy_and_check(book: &Path, data: &Path, to: &Path) -> Result<PathBuf> {
    let carried = backups::carry(book, to).map_err(move_error)?;
    let opened = Book::open(&carried.book, &clock::now());
    match opened.and_then(|_| home::write_note(data, to)) {
        Ok(()) => Ok(carried.book),
        Err(error) => {
            carried.take_back();
            Err(move_error(error))
        }
    }
}

/// Words for the error of a failed move.
fn move_error(error: Error) -> Error {
    let words = match error.code {
        Code::DiskFull => "There is no room for your book in that folder. Nothing was moved.",
        Code::NotWritable | Code::FileUnreadable | Code::BookInUse => {
            "Your book cannot be kept in that folder. Nothing was moved."
        }
        _ => return error,
    };
    Error::new(error.code, words)
}

/// Checks, before anything is copied, that the book can be moved to a folder.
fn check_target(from: &Path, data: &Path, to: &Path) -> Result<()> {
    if home::is_same(from, to) {
        return Err(refused("Your book is in that folder already."));
    }
    if OWN_SUBFOLDERS
        .iter()
        .any(|own| is_within(to, &data.join(own)))
        || is_within(to, &from.join("backups"))
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
    let written = tempfile::Builder::new()
        .prefix(".kith-")
        .tempfile_in(to)
        .map(drop);
    written.map_err(|error| match Error::from(error) {
        full if full.code == Code::DiskFull => move_error(full),
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

/// Opens the book in a folder, if it cannot be opened in the one that it was moved to.
///
/// # Errors
/// `NotFound` if there is no book; `Stale` if the book is not missing; I/O errors.
pub fn find<R: Runtime>(app: &AppHandle<R>, at: &Path) -> Result<BookState> {
    let data = state::of(app).folder().to_owned();
    if !state::of(app).is_missing() {
        return Err(Error::new(
            Code::Stale,
            "Your book is where it was. Nothing was changed.",
        ));
    }
    // In a folder that it was moved away from, the book has another name.
    if !backups::take_up(&home::book(at))? {
        return Err(Error::new(
            Code::NotFound,
            "There is no book in that folder. Nothing was changed.",
        ));
    }
    home::write_note(&data, at)?;
    reopening::reopen(app, Which::Own, |_| Ok(()))
}
