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
    /// Opens the book in `file`, making it where there is none. A copy is put into the backups
    /// before an older book is brought up to date.
    ///
    /// # Errors
    /// `BookNewer` and `BookDamaged` leave every byte as it was; otherwise what the disk says.
    pub fn open(file: &Path, now: &Moment) -> Result<Self> {
        Self::open_with(file, nouns::ALL, now)
    }

    /// `open`, as a book of these nouns.
    pub(crate) fn open_with(file: &Path, nouns: Nouns, now: &Moment) -> Result<Self> {
        match open::inspect(file)? {
            FileState::Older => backups::before_upgrade(file, now)?,
            // An empty file where there are backups was a book once.
            FileState::Absent if file.exists() && !backups::list(file, now)?.is_empty() => {
                return Err(Error::new(
                    Code::BookDamaged,
                    "The book's file is empty. It was left as it is.",
                ));
            }
            FileState::Absent | FileState::Current => {}
        }
        let book = Self::with_nouns(file, nouns)?;
        book.tidy(now)?;
        Ok(book)
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
