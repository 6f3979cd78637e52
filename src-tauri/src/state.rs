//! The open book, or why it is not open. One for a running Kith.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};

use kith_core::{Book, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::home::{self, Held};
use crate::lock::Lock;
use crate::mutex::locked;
use crate::opening::{self, Opened};
use crate::wire::BookState;

/// The open book and the locks on its folders.
pub struct State {
    folder: PathBuf,
    held: Mutex<Held>,
    opened: RwLock<Opened>,
}

/// Which book to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The person's own.
    Own,
    /// The sample.
    Sample,
}

/// The state of a running Kith.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, State> {
    app.state()
}

impl State {
    /// Opens the book that the folder holds.
    pub fn new(folder: PathBuf, lock: Option<Lock>) -> Self {
        let mut held = Held::with(lock);
        let opened = opening::book(&folder, &mut held);
        Self {
            folder,
            held: Mutex::new(held),
            opened: RwLock::new(opened),
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that the person's own book is in or should be in.
    pub fn home(&self) -> PathBuf {
        home::folder(&self.folder)
    }

    /// Whether this Kith holds the data folder's lock, so that later starts are its own to hear.
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

    /// Whether the person's own book is open.
    pub fn is_own(&self) -> bool {
        let opened = self.read();
        opened.is_open() && !opened.is_sample()
    }

    /// Whether the book was moved, and the disk does not give it there.
    pub fn is_missing(&self) -> bool {
        matches!(
            self.book_state(),
            Ok(BookState::Unavailable { moved: true, .. })
        )
    }

    /// What the page shows of the book.
    ///
    /// # Errors
    /// Those of the open book.
    pub fn book_state(&self) -> Result<BookState> {
        self.read().state()
    }

    /// Calls `job` with the open book, or answers why there is none.
    pub fn with<T>(&self, job: impl FnOnce(&Book) -> Result<T>) -> Result<T> {
        match &*self.read() {
            Opened::Open { book, .. } => job(book),
            Opened::Closed { error, .. } => Err(error.clone()),
        }
    }

    /// Like `with`, for the person's own book: the sample is left alone.
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

    /// Which opening of the person's own book this is; `None` while it is not open.
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

    /// Like `with_own`, while the book is still open as it was at that opening.
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

    /// Closes what is open, does something with the book's folder and opens a book. A running change is
    /// waited for. `closed` is called while no book is open.
    ///
    /// # Errors
    /// Those of `between` and of the sample; the person's own book is open again then, where it can be.
    pub fn exchange(
        &self,
        which: Which,
        closed: impl FnOnce(),
        between: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<BookState> {
        let mut locks = locked(&self.held);
        let home = locks.hold(&self.folder);
        let mut opened = self.opened.write().unwrap_or_else(PoisonError::into_inner);
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
        failure.map_or_else(|| opened.state(), Err)
    }

    /// Closes the book for good and lets go of its locks.
    pub fn close(&self) {
        self.opened
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .let_go();
        *locked(&self.held) = Held::default();
    }

    fn read(&self) -> RwLockReadGuard<'_, Opened> {
        self.opened.read().unwrap_or_else(PoisonError::into_inner)
    }
}
