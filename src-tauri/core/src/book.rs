//! The whole file, and the only opener of transactions.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

use crate::change::{Changes, Done, Op};
use crate::error::{Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::store::open::FileState;
use crate::store::{Tx, find, open, operations, undo_log};

/// More people than this in one change, and the page asks for everything anew.
const PEOPLE_NAMED: usize = 200;

/// A change of `Book::change`, while it runs.
pub(crate) struct Changing<'c> {
    pub(crate) tx: Tx<'c>,
    pub(crate) now: Moment,
    /// This change's operation.
    pub(crate) operation: OperationId,
}

/// Everything one person keeps, in one SQLite file. Shared by reference between threads:
/// one writer at a time, and reads go on beside it.
pub struct Book {
    file: PathBuf,
    /// Closed before the writer: the last connection to close puts the WAL into the file, if it may write.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
}

impl Book {
    /// Opens the book in `file`, making it where there is none. A copy is put into the backups
    /// before an older book is brought up to date.
    ///
    /// # Errors
    /// `BookNewer` and `BookDamaged` leave every byte as it was; otherwise what the disk says.
    pub fn open(file: &Path, now: &Moment) -> Result<Self> {
        if open::inspect(file)? == FileState::Older {
            crate::backups::before_upgrade(file, now)?;
        }
        let book = Self {
            file: file.to_owned(),
            writer: Mutex::new(open::writer(file)?),
            reader: Mutex::new(open::reader(file)?),
        };
        book.tidy(now)?;
        Ok(book)
    }

    /// Where the book is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Lets the file grow to at most `pages` pages, as a full disk would: for tests.
    ///
    /// # Errors
    /// Those of storage.
    #[doc(hidden)]
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        self.writer().pragma_update(None, "max_page_count", pages)?;
        Ok(())
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        // A panic while writing rolled its transaction back: the connection is sound.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads within one transaction: one state of the book, even while a change runs.
    pub(crate) fn read<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = reader.transaction()?;
        f(&Tx::within(&transaction))
    }

    /// Like `read`, on a connection of its own: long work does not keep the window's reads waiting.
    pub(crate) fn read_long<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut reader = open::reader(&self.file)?;
        let transaction = reader.transaction()?;
        f(&Tx::within(&transaction))
    }

    /// One transaction, one undo step. An error takes everything back.
    pub(crate) fn change<T>(
        &self,
        op: &Op,
        now: &Moment,
        f: impl FnOnce(&Changing<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.operate(op, None, now, f)
    }

    /// `change`, for the undo or redo of another operation.
    pub(crate) fn operate<T>(
        &self,
        op: &Op,
        undoes: Option<OperationId>,
        now: &Moment,
        f: impl FnOnce(&Changing<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changing = Changing {
            tx: Tx::within(&transaction),
            now: *now,
            operation: operations::insert(&Tx::within(&transaction), op, &now.stamp(), undoes)?,
        };
        undo_log::begin(&changing.tx, Some(changing.operation))?;
        let value = f(&changing)?;
        let touched = undo_log::touched(&changing.tx, changing.operation)?;
        find::refill(&changing.tx, &touched.people)?;
        let operation = (touched.rows > 0).then_some(changing.operation);
        if operation.is_none() {
            operations::delete(&changing.tx, changing.operation)?;
        }
        undo_log::begin(&changing.tx, None)?;
        transaction.commit()?;
        Ok(Done {
            value,
            changes: changes_of(touched),
            operation,
        })
    }

    /// A transaction that is no undo step: drafts, the window's memory, emptying the trash.
    pub(crate) fn change_for_good<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = f(&Tx::within(&transaction))?;
        transaction.commit()?;
        Ok(value)
    }

    /// A checked copy of the book as it is now; returns how many people it keeps.
    pub(crate) fn copy_to(&self, file: &Path) -> Result<u32> {
        open::copy_checked(&self.writer(), file)
    }

    /// What goes with time: the undo history and the trash, each after 30 days. Found by their dates alone:
    /// a large book opens as quickly as a small one.
    fn tidy(&self, now: &Moment) -> Result<()> {
        let month_ago = now.stamp_days_ago(crate::undo::DAYS_KEPT);
        self.change_for_good(|tx| {
            operations::forget_before(tx, &month_ago)?;
            crate::people::trash::drop_trashed_before(tx, Some(&month_ago)).map(drop)
        })
    }
}

fn changes_of(touched: undo_log::Touched) -> Changes {
    let has = |table: &str| touched.tables.iter().any(|touched| touched == table);
    let all_people = touched.people.len() > PEOPLE_NAMED;
    Changes {
        tags: has("tags") || has("person_tags"),
        kinds: has("kinds") || has("relationships"),
        settings: has("settings"),
        all_people,
        people: if all_people {
            Vec::new()
        } else {
            touched.people
        },
        ..Changes::default()
    }
}

impl Changes {
    /// Another book, or another state of it: everything is to be asked anew.
    pub fn whole_book() -> Self {
        Self {
            people: Vec::<PersonId>::new(),
            all_people: true,
            tags: true,
            kinds: true,
            settings: true,
            backups: true,
            book: true,
        }
    }
}

/// An error for what only a fault of Kith's own can bring about.
pub(crate) fn must<T>(value: Option<T>, what: &str) -> Result<T> {
    value.ok_or_else(|| Error::internal(what))
}
