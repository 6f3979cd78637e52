//! The whole file, and the only opener of transactions.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

use crate::change::{Changes, Done, OperationKind};
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::store::changing::Changing;
use crate::store::noun::{After, Derives, Nouns, Settles};
use crate::store::schema::Schema;
use crate::store::undo_log::Touched;
use crate::store::{Tx, find, open, operations, seen_days, undo_log};

/// More people than this in one change, and the page asks for everything anew.
const PEOPLE_NAMED: usize = 200;

/// Everything one person keeps, in one SQLite file. Shared by reference between threads:
/// one writer at a time, and reads go on beside it.
pub struct Book {
    file: PathBuf,
    schema: Schema,
    /// Closed before the writer: the last connection to close puts the WAL into the file, if it may write.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    /// How many changes were committed since it was opened.
    revision: AtomicU64,
}

impl Book {
    /// Opens the file as a book of these nouns, making it where there is none, and brings its schema up to
    /// date. What comes before and after that is in `opening.rs`.
    pub(crate) fn with_nouns(file: &Path, nouns: Nouns) -> Result<Self> {
        let (writer, schema) = open::writer(file, nouns)?;
        Ok(Self {
            file: file.to_owned(),
            schema,
            writer: Mutex::new(writer),
            reader: Mutex::new(open::reader(file)?),
            revision: AtomicU64::default(),
        })
    }

    /// Where the book is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Another number after each committed change: what was read before it may be out of date.
    pub fn revision(&self) -> u64 {
        self.revision.load(Ordering::Acquire)
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

    /// Lets changes be committed without waiting for the disk, for a file that is synced once it is whole.
    pub(crate) fn sync_no_change(&self) -> Result<()> {
        self.writer().pragma_update(None, "synchronous", "off")?;
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
        f(&Tx::within(&transaction, &self.schema))
    }

    /// Like `read`, on a connection of its own: long work does not keep the window's reads waiting.
    pub(crate) fn read_long<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut reader = open::reader(&self.file)?;
        let transaction = reader.transaction()?;
        f(&Tx::within(&transaction, &self.schema))
    }

    /// One transaction, one undo step. An error takes everything back.
    ///
    /// `f` names the operation with `Changing::about`. After it, in the same transaction, come what nouns
    /// settle, the undo log, find, and what nouns derive.
    pub(crate) fn change<T>(
        &self,
        kind: OperationKind,
        now: &Moment,
        f: impl FnOnce(&Changing<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let tx = Tx::within(&transaction, &self.schema);
        seen_days::note(&tx, now.stamp())?;
        let operation = operations::insert(&tx, kind, now.stamp())?;
        let change = Changing::begin(tx, *now, operation);
        undo_log::begin(&change.tx, operation)?;
        let value = f(&change)?;
        self.settle(&change)?;
        undo_log::close(&change.tx, operation)?;
        let touched = undo_log::touched(&change.tx, operation)?;
        self.follow(&change, kind, &touched)?;
        drop(change);
        transaction.commit()?;
        self.revision.fetch_add(1, Ordering::Release);
        Ok(Done {
            value,
            operation: (touched.rows > 0).then_some(operation),
            changes: changes_of(touched),
        })
    }

    /// What follows from a change and is a part of it.
    fn settle(&self, change: &Changing<'_>) -> Result<()> {
        for Settles { after, run } in self
            .schema
            .nouns
            .iter()
            .filter_map(|noun| noun.settles.as_ref())
        {
            if let Some(people) = undo_log::touched_so_far(&change.tx, change.operation, after)? {
                run(change, &people)?;
            }
        }
        Ok(())
    }

    /// What is computed from what the change left behind, and how the history names it.
    fn follow(&self, change: &Changing<'_>, kind: OperationKind, touched: &Touched) -> Result<()> {
        if touched.rows == 0 {
            return operations::delete(&change.tx, change.operation);
        }
        change.write_name()?;
        find::refill(&change.tx, &touched.people)?;
        for Derives { after, run } in self.schema.nouns.iter().flat_map(|noun| noun.derives) {
            let is_followed = match after {
                After::AnyRow => true,
                After::Tables(tables) => tables.iter().any(|table| touched.has(table)),
            };
            if is_followed {
                run(change, &touched.people)?;
            }
        }
        if kind == OperationKind::Redo {
            // The original's own log describes this state again; that of the redo would be a second one.
            undo_log::forget_operation(&change.tx, change.operation)?;
        }
        Ok(())
    }

    /// A transaction that is no undo step: unsaved text, the window's memory, emptying the trash.
    pub(crate) fn change_for_good<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = f(&Tx::within(&transaction, &self.schema))?;
        transaction.commit()?;
        Ok(value)
    }

    /// A checked copy of the book as it is now; returns how many people it keeps.
    pub(crate) fn copy_to(&self, file: &Path) -> Result<u32> {
        open::copy_checked(&self.writer(), file)
    }
}

fn changes_of(touched: undo_log::Touched) -> Changes {
    let all_people = touched.people.len() > PEOPLE_NAMED;
    Changes {
        all_people,
        people: if all_people {
            Vec::new()
        } else {
            touched.people
        },
        tables: touched.tables,
        book: false,
    }
}

/// An error for what only a fault of Kith's own can bring about.
pub(crate) fn must<T>(value: Option<T>, what: &str) -> Result<T> {
    value.ok_or_else(|| Error::internal(what))
}
