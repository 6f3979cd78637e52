//! The open book, or the reason why none is open; one per process.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};

use kith_core::{Book, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::home::{self, Locks};
use crate::lock::Lock;
use crate::mutex::locked;
use crate::opening::{self, Opened};
use crate::wire::BookState;

/// The open book and the locks on its folders.
pub struct State {
    folder: PathBuf,
    held: Mutex<Locks>,
    opened: RwLock<Opened>,
    /// The number of the opening; 0 while no book is open. Outside the lock, to be read without waiting.
    number: AtomicU64,
}

/// Which book to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The user's own.
    Own,
    /// The sample.
    Sample,
}

/// The state of the running app.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, State> {
    app.state()
}

impl State {
    /// Opens the user's own book of a data folder.
    pub fn new(folder: PathBuf, lock: Option<Lock>) -> Self {
        let mut held = Locks::with(lock);
        let opened = opening::book(&folder, &mut held);
        Self {
            folder,
            held: Mutex::new(held),
            number: AtomicU64::new(opened.number().unwrap_or_default()),
            opened: RwLock::new(opened),
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that has, or should have, the user's own book.
    pub fn home(&self) -> PathBuf {
        home::folder(&self.folder)
    }

    /// Whether this process holds the lock on the data folder. If so, it answers later starts.
    pub fn is_first(&self) -> bool {
        locked(&self.held).is_first()
    }

    /// Whether a book is open.
    pub fn is_open(&self) -> bool {
        self.read().is_open()
    }

    /// Whether the open book is the sample.
    pub fn is_sample(&self) -> bool {
        self.read().is_sample()
    }

    /// Whether the user's own book is open.
    pub fn is_own(&self) -> bool {
        let opened = self.read();
        opened.is_open() && !opened.is_sample()
    }

    /// Whether the user moved the book and it cannot be opened there.
    pub fn is_missing(&self) -> bool {
        matches!(
            self.book_state(),
            Ok(BookState::Unavailable { moved: true, .. })
        )
    }

    /// What the page shows of the book.
    ///
    /// # Errors
    /// Those of reading the open book.
    pub fn book_state(&self) -> Result<BookState> {
        self.read().state()
    }

    /// Calls `job` with the open book. Returns the reason as an error if none is open.
    pub fn with<T>(&self, job: impl FnOnce(&Book) -> Result<T>) -> Result<T> {
        match &*self.read() {
            Opened::Open { book, .. } => job(book),
            Opened::Closed { error, .. } => Err(error.clone()),
        }
    }

    /// Like `with`, but only for the user's own book; `None` if another or none is open.
    pub fn with_own<T>(&self, job: impl FnOnce(&Book) -> Result<Option<T>>) -> Result<Option<T>> {
        match &*self.read() {
            Opened::Open {
                book,
                sample: false,
                ..
            } => job(book),
            _ => Ok(None),
        }
    }

    /// Whether the book with this number is open, and is not being closed. Never waits.
    pub fn is_opening(&self, number: u64) -> bool {
        self.number.load(Ordering::Acquire) == number
    }

    /// The number of this opening of the user's own book; `None` if it is not open.
    pub fn opening(&self) -> Option<u64> {
        match &*self.read() {
            Opened::Open {
                sample: false,
                number,
                ..
            } => Some(*number),
            _ => None,
        }
    }

    /// Like `with`, but `None` unless the user's own book is still open since the opening with this number.
    pub fn with_opening<T>(
        &self,
        opening: u64,
        job: impl FnOnce(&Book) -> Result<T>,
    ) -> Result<Option<T>> {
        match &*self.read() {
            Opened::Open {
                book,
                sample: false,
                number,
            } if *number == opening => job(book).map(Some),
            _ => Ok(None),
        }
    }

    /// Closes the book, calls `closed` while none is open, then `between` with the folder of the user's own
    /// book, then opens the book that `which` says. Waits for commands that are running.
    ///
    /// # Errors
    /// Those of `between` and of opening the sample; then the user's own book is open again, if possible.
    pub fn exchange(
        &self,
        which: Which,
        closed: impl FnOnce(),
        between: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<BookState> {
        let mut locks = locked(&self.held);
        let home = locks.hold(&self.folder);
        self.number.store(0, Ordering::Release);
        let mut opened = self.opened.write().unwrap_or_else(PoisonError::into_inner);
        let look = opened.look();
        let own_before = (!opened.is_sample()).then(|| opened.number()).flatten();
        opened.let_go();
        closed();
        let went = match (which, &home) {
            (_, Err(_)) => Ok(None),
            (Which::Own, Ok(home)) => between(home).map(|()| None),
            (Which::Sample, Ok(_)) => opening::sample(&self.folder).map(Some),
        };
        let (sample, failure) =
            went.map_or_else(|error| (None, Some(error)), |sample| (sample, None));
        *opened = sample.unwrap_or_else(|| opening::book(&self.folder, &mut locks));
        opened.set_look(look);
        if let (Some(before), Some(_)) = (own_before, &failure) {
            opened.keep_number(before);
        }
        let number = opened.number().unwrap_or_default();
        self.number.store(number, Ordering::Release);
        failure.map_or_else(|| opened.state(), Err)
    }

    /// Closes the book and releases its locks, before the process ends.
    pub fn close(&self) {
        self.opened
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .let_go();
        *locked(&self.held) = Locks::default();
    }

    fn read(&self) -> RwLockReadGuard<'_, Opened> {
        self.opened.read().unwrap_or_else(PoisonError::into_inner)
    }
}
