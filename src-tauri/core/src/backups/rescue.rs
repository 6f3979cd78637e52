//! A book whose file was lost while it was open: what it held becomes a backup, which waits until somebody has
//! said what to go on with.

use std::fs;
use std::path::Path;

use super::{Backup, NAME_TIME, Why, beside, folder, list, make, name_of};
use crate::book::{Book, Lost};
use crate::error::Result;
use crate::moment::Moment;
use crate::store::{image, open};

/// What is left of a book whose file was lost.
#[derive(Debug)]
pub struct Left {
    /// How it was lost.
    pub how: Lost,
    /// All that it held, changes after the loss included, where that could still be read.
    pub kept: Option<Backup>,
}

impl Book {
    /// Closes a book whose file was lost and keeps what it held as a backup of `book`, whose folder has to be
    /// there. A file that was written over is no longer known to be a book: nothing is kept of it.
    pub fn leave_lost(self, how: Lost, book: &Path, now: &Moment) -> Left {
        let kept = match how {
            Lost::Gone | Lost::Replaced => self.rescue(book, now).ok(),
            Lost::WrittenOver => None,
        };
        let at = now.utc.format(NAME_TIME);
        let aside = beside(self.file(), &format!("lost-{at}"));
        self.close_lost(kept.is_some(), &aside);
        Left { how, kept }
    }

    fn rescue(&self, book: &Path, now: &Moment) -> Result<Backup> {
        let made = make(book, &name_of(Why::Rescued, now), |to| self.copy_to(to))?;
        fs::File::open(folder(book).join(&made))?.sync_all()?;
        let found = list(book, now)?.into_iter().find(|one| one.name == made);
        found.ok_or_else(|| crate::error::Error::internal("backup"))
    }
}

/// How many people are in the file at a book's path, where that is a sound book. Nothing is written.
pub fn people_there(book: &Path) -> Option<u32> {
    open::people_at(book).ok()
}

/// The newest copy of a lost book about which nothing was decided yet.
///
/// # Errors
/// What the disk says.
pub fn waiting(book: &Path, now: &Moment) -> Result<Option<Backup>> {
    let mut found = list(book, now)?.into_iter();
    Ok(found.find(|backup| backup.why == Why::Rescued))
}

/// Somebody has said what to go on with: the copies of the lost book are backups like others.
///
/// # Errors
/// What the disk says.
pub fn decided(book: &Path, now: &Moment) -> Result<()> {
    for backup in list(book, now)? {
        if backup.why == Why::Rescued {
            let kept = backup.name.replace("Z-rescued", "Z-kept");
            fs::rename(folder(book).join(&backup.name), folder(book).join(kept))?;
        }
    }
    Ok(())
}

/// Whether there is a sign that a book was here, though its file is not: backups, another file of the book's
/// name, or a log with something in it.
///
/// # Errors
/// What the disk says.
pub fn was_here(book: &Path, now: &Moment) -> Result<bool> {
    if image::has_log(book) || !list(book, now)?.is_empty() {
        return Ok(true);
    }
    let (Some(home), Some(stem)) = (book.parent(), book.file_stem()) else {
        return Ok(false);
    };
    let stem = stem.to_string_lossy();
    let of_book = |name: &str| {
        let rest = name
            .strip_prefix(&*stem)
            .and_then(|rest| rest.strip_suffix(".kith"));
        rest.is_some_and(|rest| rest.starts_with(['.', ' ', '(']))
    };
    let entries = match fs::read_dir(home) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        let is_one = entry.file_name().to_str().is_some_and(of_book);
        if is_one && entry.metadata()?.len() > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
