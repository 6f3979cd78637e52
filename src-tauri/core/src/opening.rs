//! Opening a book, and what is done with it once a day.

use std::path::Path;

use crate::book::Book;
use crate::change::Changes;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::store::noun::Nouns;
use crate::store::open::{self, FileState};
use crate::store::{blobs, operations, seen_days, undo_log};
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

    /// Notes the day, and computes what is due anew where it is no longer right.
    fn tidy(&self, now: &Moment) -> Result<()> {
        let tidied = self.change_for_good(|tx| {
            seen_days::note(tx, now.stamp())?;
            // After an upgrade, and where the hours or the zone are others by now.
            // Settings that cannot be read do not keep the book shut.
            if settings::are_readable(tx)? {
                reminders::keep_rules(tx, now)?;
            }
            Ok(())
        });
        match tidied {
            // Neither a full disk nor a row that cannot be read keeps the book shut; it is tidied another day.
            Err(error) if matches!(error.code, Code::DiskFull | Code::RowUnreadable) => Ok(()),
            tidied => tidied,
        }
    }

    /// The day's backup where one is due, and then, once all that was changed is in a backup, what goes with
    /// time: the history and the trash after 30 days on which Kith ran, and what nothing has referred to
    /// for as long. To be called some time after opening, and again now and then.
    ///
    /// # Errors
    /// Like `backup_now`; then nothing went.
    pub fn daily(&self, now: &Moment) -> Result<Changes> {
        self.change_for_good(|tx| seen_days::note(tx, now.stamp()))?;
        let made = self.backup_if_due(now)?;
        let mut changes = made.map(|done| done.changes).unwrap_or_default();
        if !self.is_backed_up()? {
            return Ok(changes);
        }
        let gone = self.change_for_good(|tx| {
            let seen = seen_days::read(tx)?;
            let kept = seen.kept()?;
            if let Some(days) = &kept {
                operations::forget_all_but(tx, days)?;
            }
            let gone = trash::drop_old(tx, &seen)?;
            undo_log::sweep_shared(tx)?;
            blobs::sweep(tx, now.stamp(), kept.as_deref())?;
            Ok(gone)
        })?;
        if gone > 0 {
            changes.all_people = true;
            changes
                .tables
                .extend(["people", "person_tags"].map(str::to_owned));
        }
        Ok(changes)
    }
}
