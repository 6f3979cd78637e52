//! The whole file, and the only opener of transactions.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use rusqlite::{Connection, TransactionBehavior};

use crate::change::{Changes, Done, OperationKind};
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::store::changing::Changing;
use crate::store::image::companion;
use crate::store::noun::{After, Derives, Nouns, Settles};
use crate::store::own_file::{self, OwnFile, Standing};
use crate::store::schema::Schema;
use crate::store::undo_log::Touched;
use crate::store::whole_check::WholeCheck;
use crate::store::{Tx, find, open, operations, seen_days, undo_log};

pub use crate::store::own_file::Lost;

/// More people than this in one change, and the page asks for everything anew.
const PEOPLE_NAMED: usize = 200;

/// Everything one person keeps, in one SQLite file. Shared by reference between threads:
/// one writer at a time, and reads go on beside it.
pub struct Book {
    file: PathBuf,
    schema: Schema,
    /// Closed before the writer: the last connection to close puts the log into the file, if it may write.
    reader: Mutex<Connection>,
    /// Or why nothing can be saved.
    writing: Result<Writing>,
    /// How many changes were committed since it was opened.
    revision: AtomicU64,
}

/// What changes the file.
struct Writing {
    connection: Mutex<Connection>,
    /// Let go of last.
    own: OwnFile,
}

/// A longer log is put into the file after a commit, in bytes; one of any length when nothing is done.
const LONG_LOG: u64 = 4 * 1024 * 1024;

impl Writing {
    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic while writing rolled its transaction back: the connection is sound.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn try_lock(&self) -> Option<MutexGuard<'_, Connection>> {
        match self.connection.try_lock() {
            Ok(connection) => Some(connection),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// After a commit: only what is in a file that the next start opens is saved.
    fn committed(&self, connection: &Connection) -> Result<()> {
        match self.own.standing() {
            Standing::Own if self.own.log_bytes() < LONG_LOG => {
                self.own.committed();
                Ok(())
            }
            // Where this fails, what was committed is safe in the log.
            Standing::Own => {
                let _later = self.checkpoint(connection);
                Ok(())
            }
            Standing::LogLost => self.checkpoint(connection),
            Standing::Lost(_) => Err(own_file::lost()),
        }
    }

    /// Opens the book once more by its path, unless that leads to another file by now, which is not touched:
    /// SQLite would take Kith's log for that file's own.
    fn beside<T>(&self, open: impl FnOnce() -> Result<T>) -> Result<T> {
        let is_own = || self.own.at_path().is_none();
        if !is_own() {
            return Err(own_file::lost());
        }
        let opened = open();
        // It may have been exchanged since.
        if is_own() {
            opened
        } else {
            Err(own_file::lost())
        }
    }

    /// Puts the log into the file.
    fn checkpoint(&self, connection: &Connection) -> Result<()> {
        let busy = open::checkpoint(connection);
        // One that failed half-way has written too.
        self.own.checkpointed()?;
        match (busy?, self.own.has_own_log()) {
            (true, false) => Err(own_file::lost()),
            (_, true) => Ok(()),
            (false, false) => {
                self.own.put_away_stray_log();
                Ok(())
            }
        }
    }
}

impl Drop for Writing {
    /// SQLite closes a book by putting its log into the file and removing the log: only into Kith's own.
    fn drop(&mut self) {
        let connection = self.lock();
        let _left = match self.own.standing() {
            Standing::Own => open::checkpoint_on_close(&connection, true),
            Standing::LogLost => self.checkpoint(&connection),
            // It is still Kith's own, and may be put back where it was.
            Standing::Lost(Lost::Gone | Lost::Replaced) => open::checkpoint(&connection).map(drop),
            Standing::Lost(Lost::WrittenOver) => Ok(()),
        };
    }
}

impl Book {
    /// Opens the file as a book of these nouns, making it where there is none, and brings its schema up to
    /// date. What comes before and after that is in `opening.rs`.
    pub(crate) fn with_nouns(file: &Path, nouns: Nouns) -> Result<Self> {
        let (writer, schema) = open::writer(file, nouns)?;
        let reader = open::reader(file)?;
        open::checkpoint_on_close(&reader, false)?;
        open::checkpoint_on_close(&writer, false)?;
        let writing = Writing {
            own: OwnFile::hold(file)?,
            connection: Mutex::new(writer),
        };
        Ok(Self {
            file: file.to_owned(),
            schema,
            reader: Mutex::new(reader),
            writing: Ok(writing),
            revision: AtomicU64::default(),
        })
    }

    /// Opens the file only to read, in memory; `why` is what every change answers. Not a byte of the disk is
    /// changed, and none is needed.
    pub(crate) fn only_to_read(file: &Path, nouns: Nouns, why: Error) -> Result<Self> {
        let (reader, schema) = open::in_memory(file, nouns)?;
        Ok(Self {
            file: file.to_owned(),
            schema,
            reader: Mutex::new(reader),
            writing: Err(why),
            revision: AtomicU64::default(),
        })
    }

    /// Why nothing can be saved; `None` where all is well.
    pub fn cannot_save(&self) -> Option<&Error> {
        self.writing.as_ref().err()
    }

    /// Whether the disk would take changes of a book that is open only to read: it can be opened anew then.
    pub fn could_save(&self) -> bool {
        self.writing.is_err() && open::has_room(&self.file).is_ok()
    }

    /// How the open file was lost, looked up now. While a change runs, nothing is looked up: it looks itself.
    pub fn lost(&self) -> Option<Lost> {
        let writing = self.writing.as_ref().ok()?;
        let _nobody_writes = writing.try_lock()?;
        match writing.own.standing() {
            Standing::Lost(lost) => Some(lost),
            Standing::Own | Standing::LogLost => None,
        }
    }

    /// An error where the open file was lost: nothing is made beside it then.
    pub(crate) fn must_be_there(&self) -> Result<()> {
        match self.lost() {
            Some(_) => Err(own_file::lost()),
            None => Ok(()),
        }
    }

    /// Puts what waits in the log into the file, so that the one file is the book. For when nothing is done.
    pub fn empty_log(&self) {
        let Ok(writing) = &self.writing else { return };
        let Some(connection) = writing.try_lock() else {
            return;
        };
        let has_log = writing.own.log_bytes() > 0 || !writing.own.has_own_log();
        if has_log && !matches!(writing.own.standing(), Standing::Lost(_)) {
            // Where this fails, it is in the log.
            let _later = writing.checkpoint(&connection);
        }
    }

    /// Closes a book whose file was lost. Its log is nobody's any more: it goes where `kept`, else it stays
    /// under another name, so that it is not read into the file that is there now.
    pub(crate) fn close_lost(self, kept: bool, aside: &Path) {
        let file = self.file.clone();
        let own_log = self
            .writing
            .as_ref()
            .is_ok_and(|writing| writing.own.has_own_log());
        drop(self);
        if !own_log {
            return;
        }
        let log = companion(&file, "-wal");
        let _left = if kept {
            std::fs::remove_file(log)
        } else {
            std::fs::rename(log, companion(aside, "-wal"))
        };
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
        self.writing()?
            .lock()
            .pragma_update(None, "max_page_count", pages)?;
        Ok(())
    }

    /// Lets changes be committed without waiting for the disk, for a file that is synced once it is whole.
    pub(crate) fn sync_no_change(&self) -> Result<()> {
        self.writing()?
            .lock()
            .pragma_update(None, "synchronous", "off")?;
        Ok(())
    }

    fn writing(&self) -> Result<&Writing> {
        self.writing.as_ref().map_err(Clone::clone)
    }

    /// One transaction on the writing connection, if the file is Kith's own before and after it.
    fn write<T>(&self, f: impl FnOnce(Tx<'_>) -> Result<T>) -> Result<T> {
        let writing = self.writing()?;
        let mut connection = writing.lock();
        // Where the file is elsewhere, the change is still made: what is kept aside has it then.
        if writing.own.standing() == Standing::Lost(Lost::WrittenOver) {
            return Err(own_file::lost());
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = f(Tx::within(&transaction, &self.schema))?;
        transaction.commit()?;
        self.revision.fetch_add(1, Ordering::Release);
        writing.committed(&connection)?;
        Ok(value)
    }

    /// Reads within one transaction: one state of the book, even while a change runs.
    pub(crate) fn read<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = reader.transaction()?;
        f(&Tx::within(&transaction, &self.schema))
    }

    /// Like `read`, on a connection of its own: long work does not keep the window's reads waiting.
    pub(crate) fn read_long<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let Ok(writing) = &self.writing else {
            return self.read(f);
        };
        let mut reader = writing.beside(|| open::reader(&self.file))?;
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
        self.write(|tx| {
            seen_days::note(&tx, now.stamp())?;
            let operation = operations::insert(&tx, kind, now.stamp())?;
            let change = Changing::begin(tx, *now, operation);
            undo_log::begin(&change.tx, operation)?;
            let value = f(&change)?;
            self.settle(&change)?;
            undo_log::close(&change.tx, operation)?;
            let touched = undo_log::touched(&change.tx, operation)?;
            self.follow(&change, kind, &touched)?;
            Ok(Done {
                value,
                operation: (touched.rows > 0).then_some(operation),
                changes: changes_of(touched),
            })
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
        self.write(|tx| f(&tx))
    }

    /// A check of the whole file, to be run where it may take its time.
    ///
    /// # Errors
    /// `BookLost` where another file has taken its place; storage errors.
    pub fn whole_check(&self) -> Result<WholeCheck> {
        let check = || WholeCheck::of(&self.file);
        match &self.writing {
            Ok(writing) => writing.beside(check),
            Err(_) => check(),
        }
    }

    /// A checked copy of the book as it is now; returns how many people it keeps.
    pub(crate) fn copy_to(&self, file: &Path) -> Result<u32> {
        open::copy_checked(&self.writing()?.lock(), file)
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
