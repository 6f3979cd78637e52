//! The whole file, and the only opener of transactions.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

use crate::change::{Changes, Done, Op, OperationKind};
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::reminders;
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
    /// How many changes were committed since it was opened.
    revision: AtomicU64,
}

impl Book {
    /// Opens the book in `file`, making it where there is none. A copy is put into the backups
    /// before an older book is brought up to date.
    ///
    /// # Errors
    /// `BookNewer` and `BookDamaged` leave every byte as it was; otherwise what the disk says.
    pub fn open(file: &Path, now: &Moment) -> Result<Self> {
        match open::inspect(file)? {
            FileState::Older => crate::backups::before_upgrade(file, now)?,
            // An empty file where there are backups was a book once.
            FileState::Absent if file.exists() && !crate::backups::list(file, now)?.is_empty() => {
                return Err(Error::new(
                    Code::BookDamaged,
                    "The book's file is empty. It was left as it is.",
                ));
            }
            FileState::Absent | FileState::Current => {}
        }
        let book = Self {
            file: file.to_owned(),
            writer: Mutex::new(open::writer(file)?),
            reader: Mutex::new(open::reader(file)?),
            revision: AtomicU64::default(),
        };
        book.tidy(now)?;
        Ok(book)
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
        let plain = |_: &Tx<'_>| Ok(((op.clone(), None), ()));
        self.operate(now, plain, |change, ()| f(change))
    }

    /// `change`, for the undo or redo of another operation, which `pick` chooses in the same transaction.
    pub(crate) fn operate<P, T>(
        &self,
        now: &Moment,
        pick: impl FnOnce(&Tx<'_>) -> Result<((Op, Option<OperationId>), P)>,
        f: impl FnOnce(&Changing<'_>, P) -> Result<T>,
    ) -> Result<Done<T>> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let tx = Tx::within(&transaction);
        let ((op, undoes), picked) = pick(&tx)?;
        let operation = operations::insert(&tx, &op, &now.stamp(), undoes)?;
        let changing = Changing {
            tx,
            now: *now,
            operation,
        };
        undo_log::begin(&changing.tx, operation)?;
        let value = f(&changing, picked)?;
        undo_log::finish(&changing.tx, operation)?;
        let touched = undo_log::touched(&changing.tx, operation)?;
        self.follow(&changing, &op, &touched)?;
        transaction.commit()?;
        self.revision.fetch_add(1, Ordering::Release);
        Ok(Done {
            value,
            operation: (touched.rows > 0).then_some(operation),
            changes: changes_of(touched),
        })
    }

    /// What follows from a change: find, derived values, and whether there is anything to undo at all.
    fn follow(&self, change: &Changing<'_>, op: &Op, touched: &undo_log::Touched) -> Result<()> {
        find::refill(&change.tx, &touched.people)?;
        reminders::follow_people(&change.tx, &touched.people, &change.now)?;
        if touched.has("settings") {
            crate::settings::normalise_phones(&change.tx)?;
            reminders::keep_rules(&change.tx, &change.now)?;
        }
        if touched.rows == 0 {
            operations::delete(&change.tx, change.operation)?;
        }
        if op.kind == OperationKind::Redo {
            // The original's own log describes this state again; that of the redo would be a second one.
            undo_log::forget_operation(&change.tx, change.operation)?;
        }
        Ok(())
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
        let tidied = self.change_for_good(|tx| {
            operations::forget_before(tx, &month_ago)?;
            // After an upgrade, and where the hours or the zone are others by now.
            // Settings that cannot be read do not keep the book shut.
            if crate::settings::read(tx).is_ok() {
                reminders::keep_rules(tx, now)?;
            }
            crate::people::trash::drop_trashed_before(tx, Some(&month_ago)).map(drop)
        });
        match tidied {
            // A full disk must not keep the book shut; it is tidied another day.
            Err(error) if error.code == Code::DiskFull => Ok(()),
            tidied => tidied,
        }
    }
}

fn changes_of(touched: undo_log::Touched) -> Changes {
    let has = |table: &str| touched.has(table);
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
