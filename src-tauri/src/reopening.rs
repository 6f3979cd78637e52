//! Opening another book instead of the open one, and closing the book when Kith ends.

use std::path::Path;
use std::thread;

use kith_core::{Book, Changes, Error, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::imports::Imports;
use crate::maps::Maps;
use crate::reminders::{held, screen};
use crate::state::{self, State, Which};
use crate::wire::{BookOpened, BookState};
use crate::{checking, tell_page, window};

/// Closes the book, calls `between` with the folder of the user's own book, opens the book that `which` says,
/// and tells the page. Stops imports that are being prepared, and waits for commands that are running.
///
/// # Errors
/// Those of `between` and of opening the sample.
pub fn reopen<R: Runtime>(
    app: &AppHandle<R>,
    which: Which,
    between: impl FnOnce(&Path) -> Result<()>,
) -> Result<BookState> {
    let state = exchange(app, which, between);
    tell(app, false);
    state
}

/// Tells the page which book is open now, and applies its settings to the window.
pub fn tell<R: Runtime>(app: &AppHandle<R>, for_import: bool) {
    let state = state::of(app);
    let settings = state.with(Book::settings).ok();
    if let Some(settings) = &settings {
        window::apply_settings(app, settings);
    }
    if let Ok(book) = state.book_state() {
        let settings = settings.unwrap_or_default();
        tell_page::book_opened(
            app,
            &BookOpened {
                book,
                settings,
                for_import,
            },
        );
    }
    tell_page::changed(app, &Changes::whole_book());
    held::poke(app);
}

/// The state of the book for the page's command `start`. If no book is open, opening it is tried again.
///
/// # Errors
/// Those of reading the open book.
pub fn look_again<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    let state = state::of(app);
    // A file that took the place of the book is not opened without being asked.
    if state.is_open() || state.is_given_up() || state.is_lost() {
        return state.book_state();
    }
    exchange(app, Which::Own, |_| Ok(()))
}

/// Opens the user's own book before an import: the sample is created again each day, and
/// imported people would be lost.
pub fn leave_sample<R: Runtime>(app: &AppHandle<R>) {
    if state::of(app).is_sample() {
        // If the user's own book cannot be opened, the page shows why, and the
        // import fails with the same error.
        let _state = exchange(app, Which::Own, |_| Ok(()));
        tell(app, true);
    }
}

/// Closes the book of this opening because it is damaged, and tells the page, which shows how to go on. Returns
/// at once: the caller may be using the book, and another thread waits until it no longer does.
pub fn give_up<R: Runtime>(app: &AppHandle<R>, number: u64, error: Error) {
    let app = app.clone();
    thread::spawn(move || {
        checking::stop(&app);
        let closed = || app.state::<Maps>().forget();
        if state::of(&app).give_up(number, error, closed) {
            eprintln!("kith: the open book is damaged, and was closed");
            app.state::<Imports>().drop_all();
            tell(&app, false);
            screen::say_damaged(&app);
        }
    });
}

/// Closes the book before Kith ends. Waits for commands that are running.
pub fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(state) = app.try_state::<State>() {
        screen::end(app);
        checking::stop(app);
        app.state::<Imports>().drop_all();
        app.state::<Maps>().forget();
        state.close();
    }
}

fn exchange<R: Runtime>(
    app: &AppHandle<R>,
    which: Which,
    between: impl FnOnce(&Path) -> Result<()>,
) -> Result<BookState> {
    app.state::<Imports>().drop_all();
    checking::stop(app);
    let closed = || app.state::<Maps>().forget();
    state::of(app).exchange(which, closed, between)
}
