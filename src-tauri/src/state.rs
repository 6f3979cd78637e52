//! What the shell holds between calls: the open book, the open import plan, where to go next.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use kith_core::{Book, Changes, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::home::{self, Held};
use crate::imports::{self, Imports};
use crate::lock::Lock;
use crate::maps::Maps;
use crate::opening::{self, Opened};
use crate::reminders::{self, Reminders};
use crate::wire::{BookState, Route};
use crate::{events, second_start, window};

/// What a start of Kith brings along.
#[derive(Debug)]
pub struct Launch {
    /// The data folder.
    pub folder: PathBuf,
    /// The lock on it; `None` where another Kith holds it and does not answer.
    pub lock: Option<Lock>,
    /// Cards to preview.
    pub paths: Vec<PathBuf>,
    /// The session started it: no window, where a tray icon leads to it.
    pub hidden: bool,
}

/// All that lives between calls.
pub struct State {
    folder: PathBuf,
    held: Mutex<Held>,
    opened: RwLock<Opened>,
    /// The import plan that the page looks at.
    pub imports: Imports,
    /// What reminders hold between looks.
    pub reminders: Reminders,
    /// What the map holds between calls.
    pub maps: Maps,
    way: Mutex<Way>,
    quiet: AtomicBool,
    in_tray: AtomicBool,
}

/// Where to go, until the page is there to be told.
#[derive(Default)]
struct Way {
    page_listens: bool,
    next: Option<Route>,
}

/// The state of a running Kith.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, State> {
    app.state()
}

/// Which book to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The person's own.
    Own,
    /// The sample.
    Sample,
}

/// Closes what is open, does something with the book's folder and opens a book; the page is told.
/// Imports in the making are stopped; a running change is waited for.
pub fn reopen<R: Runtime>(
    app: &AppHandle<R>,
    which: Which,
    between: impl FnOnce(&Path) -> Result<()>,
) -> Result<BookState> {
    let state = of(app).reopen(which, between)?;
    if let Ok(settings) = of(app).with(Book::settings) {
        window::suit(app, &settings);
    }
    events::changed(app, &Changes::whole_book());
    reminders::poke(app);
    Ok(state)
}

/// Cards come into the person's own book: the sample is made anew every day, and what is in it goes.
pub fn leave_sample<R: Runtime>(app: &AppHandle<R>) {
    if of(app).read().is_sample() {
        // Where the own book does not open, the page says so; the import then says it too.
        let _state = reopen(app, Which::Own, |_| Ok(()));
    }
}

/// Kith is about to end: a running change is waited for, and the file is left whole.
pub fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(state) = app.try_state::<State>() {
        reminders::end(app);
        state.close();
    }
}

/// A later start brings the window forward, and the preview of its cards.
pub fn hear_later_starts<R: Runtime>(app: &AppHandle<R>) {
    let (asked, told) = (app.clone(), app.clone());
    let is_first = move || locked(&of(&asked).held).is_first();
    second_start::listen(of(app).folder(), is_first, move |paths| {
        window::show(&told);
        open_paths(&told, paths);
    });
}

/// Cards that Kith was opened with, now or by a later start: their preview comes to the front.
pub fn open_paths<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if paths.is_empty() || !of(app).read().is_open() {
        return;
    }
    let token = imports::begin_paths(app, paths);
    go(app, Route::Import { token });
}

/// The window comes forward and shows a place.
pub fn lead<R: Runtime>(app: &AppHandle<R>, route: Route) {
    window::show(app);
    go(app, route);
}

fn go<R: Runtime>(app: &AppHandle<R>, route: Route) {
    if let Some(route) = of(app).go(route) {
        events::navigate(app, &route);
    }
}

impl State {
    /// Opens the book that the folder holds.
    pub fn new(folder: PathBuf, lock: Option<Lock>, hidden: bool) -> Self {
        let mut held = Held::with(lock);
        let opened = opening::book(&folder, &mut held);
        Self {
            folder,
            held: Mutex::new(held),
            opened: RwLock::new(opened),
            imports: Imports::default(),
            reminders: Reminders::default(),
            maps: Maps::default(),
            way: Mutex::default(),
            quiet: AtomicBool::new(hidden),
            in_tray: AtomicBool::new(false),
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

    /// Whether the person's own book is open.
    pub fn is_own(&self) -> bool {
        let opened = self.read();
        opened.is_open() && !opened.is_sample()
    }

    /// Whether the book was moved, and the disk does not give it there.
    pub fn is_missing(&self) -> bool {
        let state = self.read().state();
        matches!(state, Ok(BookState::Unavailable { moved: true, .. }))
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

    /// Whether the window stays away although its page is ready.
    pub fn is_quiet(&self) -> bool {
        self.quiet.load(Ordering::Relaxed)
    }

    /// The person asked for the window.
    pub fn is_asked_for(&self) {
        self.quiet.store(false, Ordering::Relaxed);
    }

    /// Whether a tray icon leads to a hidden window.
    pub fn in_tray(&self) -> bool {
        self.in_tray.load(Ordering::Relaxed)
    }

    /// The tray icon came or went.
    #[cfg(target_os = "linux")]
    pub fn set_in_tray(&self, there: bool) {
        self.in_tray.store(there, Ordering::Relaxed);
    }

    /// The book as the page's first question finds it: where it is not open, it is tried once more.
    pub fn look_again(&self) -> Result<BookState> {
        let opened = self.read();
        if opened.is_open() {
            return opened.state();
        }
        drop(opened);
        self.reopen(Which::Own, |_| Ok(()))
    }

    fn reopen(&self, which: Which, between: impl FnOnce(&Path) -> Result<()>) -> Result<BookState> {
        self.imports.drop_all();
        let mut locks = locked(&self.held);
        let home = locks.hold(&self.folder);
        let mut opened = self.opened.write().unwrap_or_else(PoisonError::into_inner);
        opened.let_go();
        self.maps.forget();
        // Whatever goes wrong, the person's own book is open again afterwards.
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

    /// Closes the book for good and lets go of its lock.
    fn close(&self) {
        self.imports.drop_all();
        self.maps.forget();
        self.opened
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .let_go();
        *locked(&self.held) = Held::default();
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, Opened> {
        self.opened.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes somewhere: with the page's first question or, where it was asked already, by telling the page.
    fn go(&self, route: Route) -> Option<Route> {
        let mut way = locked(&self.way);
        if way.page_listens {
            return Some(route);
        }
        way.next = Some(route);
        None
    }

    /// The page is there: where should it begin?
    pub fn arrive(&self) -> Option<Route> {
        let mut way = locked(&self.way);
        way.page_listens = true;
        way.next.take()
    }
}

/// A mutex whose holder may have panicked: what it guards is always whole.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
