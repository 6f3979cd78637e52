//! Opening a book: a copy before an upgrade, and what goes with time.

use std::path::Path;

use crate::book::Book;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::store::noun::Nouns;
use crate::store::open::{self, FileState};
use crate::store::operations;
use crate::store::operations::DAYS_KEPT;
use crate::{backups, nouns, reminders, settings, trash};

impl Book {
    /// Opens the book in `file`, making it where there was none. A copy is put into the backups
    /// before an older book is brought up to date. Where nothing can be written, it is opened only to read.
    ///
    /// # Errors
    /// `BookNewer` and `BookDamaged` leave every byte as it was; `BookMissing` where there is no file, and a
    /// sign that there was one; otherwise what the disk says.
    pub fn open(file: &Path, now: &Moment) -> Result<Self> {
        if open::inspect(file)? == FileState::Absent && backups::was_here(file, now)? {
            return Err(if file.exists() {
                Error::new(
                    Code::BookDamaged,
                    "The book's file is empty. It was left as it is.",
                )
            } else {
                Error::new(Code::BookMissing, "Your book\u{2019}s file is not there.")
            });
        }
        Self::open_with(file, nouns::ALL, now)
    }

    /// Begins a book in `file`, whatever was there before: somebody has asked for it.
    ///
    /// # Errors
    /// Those of `open`.
    pub fn begin(file: &Path, now: &Moment) -> Result<Self> {
        backups::set_lone_log_aside(file, now)?;
        Self::open_with(file, nouns::ALL, now)
    }

    /// `begin`, as a book of these nouns.
    pub(crate) fn open_with(file: &Path, nouns: Nouns, now: &Moment) -> Result<Self> {
        let state = open::inspect(file)?;
        let opened = match state {
            FileState::Older => backups::before_upgrade(file, now),
            FileState::Absent | FileState::Current => Ok(()),
        };
        let opened = opened
            .and_then(|()| Self::with_nouns(file, nouns))
            .and_then(|book| book.tidy(now).map(|()| book));
        match opened {
            Err(error) if state != FileState::Absent && is_of_the_disk(&error) => {
                Self::only_to_read(file, nouns, cannot_save(file, &error))
            }
            opened => opened,
        }
    }

    /// Opens the book in `file` only to read, where its folder cannot be written to.
    ///
    /// # Errors
    /// Those of `open`.
    pub fn open_to_read(file: &Path) -> Result<Self> {
        match open::inspect(file)? {
            FileState::Absent => Err(Error::new(
                Code::NotWritable,
                "Kith\u{2019}s folder cannot be written to.",
            )),
            FileState::Older | FileState::Current => {
                let error = Error::new(Code::NotWritable, "");
                Self::only_to_read(file, nouns::ALL, cannot_save(file, &error))
            }
        }
    }

    /// What goes with time: the undo history and the trash, each after 30 days. Found by their dates alone:
    /// a large book opens as quickly as a small one.
    fn tidy(&self, now: &Moment) -> Result<()> {
        let month_ago = now.stamp_days_ago(DAYS_KEPT);
        let tidied = self.change_for_good(|tx| {
            operations::forget_before(tx, month_ago)?;
            // After an upgrade, and where the hours or the zone are others by now.
            // Settings that cannot be read do not keep the book shut.
            if settings::are_readable(tx)? {
                reminders::keep_rules(tx, now)?;
            }
            trash::drop_trashed_before(tx, Some(month_ago)).map(drop)
        });
        match tidied {
            // Neither a full disk nor a row that cannot be read keeps the book shut; it is tidied another day.
            Err(error) if matches!(error.code, Code::DiskFull | Code::RowUnreadable) => Ok(()),
            tidied => tidied,
        }
    }
}

/// Whether the disk takes nothing, while what is on it may be well.
fn is_of_the_disk(error: &Error) -> bool {
    matches!(
        error.code,
        Code::DiskFull | Code::NotWritable | Code::FileUnreadable
    )
}

/// What every change of a book that is open only to read answers. What the disk said may be what followed
/// from a full one: so the disk is asked.
fn cannot_save(file: &Path, error: &Error) -> Error {
    let is_full = error.code == Code::DiskFull
        || open::has_room(file).is_err_and(|error| error.code == Code::DiskFull);
    if is_full {
        Error::new(
            Code::DiskFull,
            "There is no room on the disk of your book. Nothing can be saved until there is.",
        )
    } else {
        Error::new(
            Code::NotWritable,
            "Your book cannot be written to where it is. Nothing can be saved until it can.",
        )
    }
}
