//! The open book, or the reason why none is open; one per process.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{
    Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
};

use kith_core::{Book, Code, Error, Result};
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
    /// Set once the first opening has ended; until then, whoever asks for the book waits.
    opened: OnceLock<RwLock<Opened>>,
    /// Called with the number of an opening in which damage was found.
    on_damage: OnceLock<Box<dyn Fn(u64, Error) + Send + Sync>>,
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
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Arc<State>> {
    app.state()
}

impl State {
    /// The state before the book is opened.
    pub fn before_opening(folder: PathBuf, lock: Option<Lock>) -> Self {
        Self {
            folder,
            held: Mutex::new(Locks::with(lock)),
            number: AtomicU64::new(0),
            opened: OnceLock::new(),
            on_damage: OnceLock::new(),
        }
    }

    /// Opens the user's own book, once. Everybody else waits for that.
    pub fn open_first(&self) {
        let mut locks = locked(&self.held);
        let opened = catch_unwind(AssertUnwindSafe(|| opening::book(&self.folder, &mut locks)));
        // A fault of Kith's own must not keep the window waiting for ever.
        let opened = opened.unwrap_or_else(|_| opening::failed(&self.folder));
        self.note_number(&opened);
        let _once = self.opened.set(RwLock::new(opened));
    }

    /// Whether the first opening has ended, so that nobody needs to wait for it.
    pub fn has_opened(&self) -> bool {
        self.opened.get().is_some()
    }

    /// Sets the function that is called each time an operation finds the book damaged, with the number of the
    /// opening. It must not wait for the book.
    pub fn hear_damage(&self, hear: impl Fn(u64, Error) + Send + Sync + 'static) {
        let _heard = self.on_damage.set(Box::new(hear));
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

    /// Whether the book is not where it should be, so that the person can say where it is.
    pub fn is_missing(&self) -> bool {
        self.read().is_missing()
    }

    /// Whether somebody has to say first what to go on with.
    pub fn is_lost(&self) -> bool {
        self.read().is_lost()
    }

    /// What the page shows of the book.
    ///
    /// # Errors
    /// Those of reading the open book.
    pub fn book_state(&self) -> Result<BookState> {
        let opened = self.read();
        match self.heed(opened.number(), opened.state()) {
            Err(error) if error.code == Code::BookDamaged && !opened.is_sample() => {
                opening::given_up(&self.folder, error).state()
            }
            state => state.map(|state| opening::looked_at_again(&self.folder, state)),
        }
    }

    /// Whether the book was closed because it is damaged.
    pub fn is_given_up(&self) -> bool {
        self.read().is_given_up()
    }

    /// Calls `job` with the open book. Returns the reason as an error if none is open.
    pub fn with<T>(&self, job: impl FnOnce(&Book) -> Result<T>) -> Result<T> {
        self.with_number(|book, _| job(book))
    }

    /// Like `with`, with the number of the opening, by which a later call knows whether it has the same book.
    pub fn with_number<T>(&self, job: impl FnOnce(&Book, u64) -> Result<T>) -> Result<T> {
        match &*self.read() {
            Opened::Open { book, number, .. } => self.heed(Some(*number), job(book, *number)),
            Opened::Closed { error, .. } => Err(error.clone()),
        }
    }

    /// Reports the error if it says that the book is damaged. All uses of the book go through this.
    fn heed<T>(&self, number: Option<u64>, done: Result<T>) -> Result<T> {
        if let (Err(error), Some(number)) = (&done, number)
            && error.code == Code::BookDamaged
            && let Some(hear) = self.on_damage.get()
        {
            hear(number, error.clone());
        }
        done
    }

    /// Closes the book of this opening because it is damaged. A damaged sample is deleted, and the user's own book
    /// is opened. `closed` is called while no book is open. `false` if another book has been opened since.
    pub fn give_up(&self, number: u64, error: Error, closed: impl FnOnce()) -> bool {
        let mut locks = self.locks();
        let mut opened = self.write();
        if opened.number() != Some(number) {
            return false;
        }
        let was_sample = opened.is_sample();
        opened.let_go();
        closed();
        *opened = if was_sample {
            opening::forget_sample(&self.folder);
            opening::book(&self.folder, &mut locks)
        } else {
            opening::given_up(&self.folder, error)
        };
        self.note_number(&opened);
        true
    }

    fn note_number(&self, opened: &Opened) {
        let number = opened.number().unwrap_or_default();
        self.number.store(number, Ordering::Release);
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

    /// Whether the user's own book was not closed the last time it was open.
    pub fn was_left_open(&self) -> bool {
        matches!(
            &*self.read(),
            Opened::Open {
                left_open: true,
                ..
            }
        )
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
                ..
            } if *number == opening => self.heed(Some(*number), job(book)).map(Some),
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
        let mut locks = self.locks();
        let home = locks.hold(&self.folder);
        self.number.store(0, Ordering::Release);
        let mut opened = self.write();
        let look = opened.look();
        let own_before = (!opened.is_sample()).then(|| opened.number()).flatten();
        drop(opened.let_go());
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
        self.note_number(&opened);
        drop(opened);
        failure.map_or_else(|| self.book_state(), Err)
    }

    /// Closes the person's own book where its file was lost, and keeps what it held. Whether that was so.
    pub fn leave_lost(&self) -> bool {
        let mut locks = self.locks();
        let mut opened = self.write();
        let Opened::Open { book, .. } = &*opened else {
            return false;
        };
        let Some(how) = book.lost() else {
            return false;
        };
        if let Some(book) = opened.let_go() {
            *opened = opening::left(&self.folder, book, how);
        }
        self.note_number(&opened);
        // The lock may have gone with the folder.
        *locks = Locks::default();
        let _unheld = locks.hold(&self.folder);
        true
    }

    /// Closes the book for good and lets go of its locks.
    pub fn close(&self) {
        let mut locks = self.locks();
        let mut opened = self.write();
        drop(opened.let_go());
        *locks = Locks::default();
    }

    /// The locks on the folders, taken before the book itself. Waits for the first opening, which needs them.
    fn locks(&self) -> MutexGuard<'_, Locks> {
        self.opened.wait();
        locked(&self.held)
    }

    fn read(&self) -> RwLockReadGuard<'_, Opened> {
        let opened = self.opened.wait();
        opened.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Opened> {
        let opened = self.opened.wait();
        opened.write().unwrap_or_else(PoisonError::into_inner)
    }
}
