//! Opening a book: a copy before an upgrade, and what goes with time.

use std::path::Path;

use crate::book::Book;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::store::noun::Nouns;
use crate::store::open::{self, FileState};
use crate::store::operations;
use crate::store::operations::DAYS_KEPT;
use crate::store::{Tx, find, whole_book};
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
            keep_find_form(tx)?;
            details::normalise_phones(tx)?;
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
