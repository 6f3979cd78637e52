//! Opening a book, and what is done with it once a day.

use std::path::Path;

use crate::book::Book;
use crate::change::Changes;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::store::noun::Nouns;
use crate::store::open::{self, FileState};
use crate::store::{Tx, blobs, find, operations, seen_days, undo_log, whole_book};
use crate::{backups, details, nouns, reminders, settings, trash};

/// Which form of words the find index has (`find::FORM`), among what is remembered beside the settings.
const FIND_FORM: &str = "findForm";

/// Fills the find index anew, once, where an older Kith filled it.
fn keep_find_form(tx: &Tx<'_>) -> Result<()> {
    let current = find::FORM.to_string();
    if settings::remembered(tx, FIND_FORM)?.is_some_and(|form| form == current) {
        return Ok(());
    }
    find::rebuild(tx, &whole_book::everyone(tx)?)?;
    settings::remember(tx, FIND_FORM, &current)
}

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
        if state != FileState::Absent
            && let Err(error) = open::takes_a_change(file)
            && is_of_the_disk(&error)
        {
            return Self::only_to_read(file, nouns, cannot_save(file, &error));
        }
        let copy = match state {
            FileState::Older => backups::before_upgrade(file, now).map(Some),
            FileState::Absent | FileState::Current => Ok(None),
        };
        let opened = copy.and_then(|copy| {
            let opened = Self::with_nouns(file, nouns);
            let is_as_before = || matches!(open::inspect(file), Ok(FileState::Older));
            if let Some(copy) = copy
                && opened.is_err()
                && is_as_before()
            {
                backups::forget_copy(file, &copy);
            }
            opened
        });
        let opened = opened.and_then(|book| book.tidy(now).map(|()| book));
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

    /// Notes the day, and computes what is due anew where it is no longer right.
    fn tidy(&self, now: &Moment) -> Result<()> {
        let tidied = self.change_for_good(|tx| {
            seen_days::note(tx, now.stamp())?;
            keep_find_form(tx)?;
            details::normalise_phones(tx)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::details::NewPerson;
    use crate::people_list::PeopleFilter;

    fn now() -> Moment {
        Moment {
            utc: "2026-03-10T09:00:00Z".parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }
    }

    #[test]
    fn a_book_of_an_older_kith_is_found_in_the_new_forms() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.kith");
        let person = NewPerson {
            name: "Jürgen Müller".into(),
            phone: "+49 (0)172 555 0148".into(),
            ..NewPerson::default()
        };
        let found = |book: &Book, typed: &str| {
            let found = book.people_find(typed, &PeopleFilter::default(), 9, &now());
            found.unwrap().rows.len()
        };
        {
            let book = Book::open(&file, &now()).unwrap();
            book.person_add(&person, &now()).unwrap();
            // As an older Kith left it.
            book.change_for_good(|tx| {
                tx.execute("DELETE FROM remembered", [])?;
                tx.execute("UPDATE contact_points SET normal = '+4901725550148'", [])?;
                find::rebuild(tx, &[])
            })
            .unwrap();
            assert_eq!(found(&book, "jurgen"), 0);
        }
        let book = Book::open(&file, &now()).unwrap();
        for typed in ["jurgen", "juergen", "mueller", "0172 555", "+49172555"] {
            assert_eq!(found(&book, typed), 1, "{typed}");
        }
    }
}
