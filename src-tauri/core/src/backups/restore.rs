//! Putting a backup in the book's place. The book must not be open.

use std::fs;
use std::path::{Path, PathBuf};

use super::{NAME_TIME, Why, folder, make, name_of, parse_name, taken_at};
use crate::change::OperationKind;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::store::{image, open, operations};

/// Puts a checked backup in the book's place. The book as it is now becomes a backup first or,
/// where it is damaged, stays beside under another name, which is returned.
///
/// # Errors
/// `NotFound`; `BookDamaged` where the backup is; what the disk says. Then the book is as it was.
pub fn restore(book: &Path, name: &str, now: &Moment) -> Result<Option<PathBuf>> {
    let (taken, _) = parse_name(name).ok_or_else(|| Error::not_found("This backup"))?;
    let backup = folder(book).join(name);
    if !backup.exists() {
        return Err(Error::not_found("This backup"));
    }
    let fresh = beside(book, "restoring");
    let from = taken_at(taken, now);
    copy_whole(&backup, &fresh)
        .and_then(|()| note_replaced(&fresh, OperationKind::RestoreBackup, &from, now))
        .and_then(|()| put_in_place(book, &fresh, now))
        .inspect_err(|_| {
            let _gone = fs::remove_file(&fresh);
        })
}

/// Copies a book and checks the copy.
fn copy_whole(backup: &Path, fresh: &Path) -> Result<()> {
    fs::copy(backup, fresh)?;
    open::check(fresh)?;
    Ok(())
}

/// Notes in the history of a book where it came from, so that no step of Undo leads back over that, and
/// waits until the disk has the file.
pub(crate) fn note_replaced(
    fresh: &Path,
    kind: OperationKind,
    from: &str,
    now: &Moment,
) -> Result<()> {
    operations::note_replaced(&open::settled(fresh)?, kind, from, now.stamp())?;
    fs::File::open(fresh)?.sync_all()?;
    Ok(())
}

/// Makes `fresh` the book; what was the book becomes a backup or, where it is damaged, stays beside.
///
/// # Errors
/// What the disk says, a full one above all: then the book is as it was.
pub(crate) fn put_in_place(book: &Path, fresh: &Path, now: &Moment) -> Result<Option<PathBuf>> {
    let mut aside = None;
    set_lone_log_aside(book, now)?;
    if book.exists() {
        match keep(book, now) {
            Err(error) if matches!(error.code, Code::BookDamaged | Code::BookNewer) => {
                aside = Some(set_aside(book, now)?);
            }
            kept => kept?,
        }
    }
    for suffix in ["-wal", "-shm"] {
        let _gone = fs::remove_file(image::companion(book, suffix));
    }
    fs::rename(fresh, book)?;
    Ok(aside)
}

/// Makes a backup of the book, and leaves nothing in its WAL that could be lost with it.
fn keep(book: &Path, now: &Moment) -> Result<()> {
    open::inspect(book)?;
    let connection = open::settled(book)?;
    make(book, &name_of(Why::BeforeRestore, now), |to| {
        open::copy_checked(&connection, to)
    })?;
    Ok(())
}

/// The log of a file that is not there any more must not be read into the next one: it gets another name.
///
/// # Errors
/// What the disk says.
pub(crate) fn set_lone_log_aside(book: &Path, now: &Moment) -> Result<()> {
    if book.exists() || !image::has_log(book) {
        return Ok(());
    }
    let at = now.utc.format(NAME_TIME);
    let aside = beside(book, &format!("lost-{at}"));
    let log = image::companion(book, "-wal");
    Ok(fs::rename(log, image::companion(&aside, "-wal"))?)
}

/// Moves a damaged book aside, never over anything; returns where it is.
///
/// # Errors
/// What the disk says.
pub fn set_aside(book: &Path, now: &Moment) -> Result<PathBuf> {
    let aside = beside(book, &format!("damaged-{}", now.utc.format(NAME_TIME)));
    for suffix in ["", "-wal", "-shm"] {
        let with = |path| image::companion(path, suffix);
        match fs::rename(with(book), with(&aside)) {
            Err(error) if suffix.is_empty() => return Err(error.into()),
            _ => {}
        }
    }
    Ok(aside)
}

/// `book.kith` → `book.WORD.kith`, or the first such name that is free.
pub(crate) fn beside(book: &Path, word: &str) -> PathBuf {
    let stem = book
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let name = |n: u32| match n {
        0 => format!("{stem}.{word}.kith"),
        n => format!("{stem}.{word}-{n}.kith"),
    };
    (0..)
        .map(|n| book.with_file_name(name(n)))
        .find(|path| !path.exists())
        .unwrap_or_else(|| book.with_file_name(name(0)))
}
