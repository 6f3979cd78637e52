//! Another book in the place of the open one, and the end of Kith.

use std::path::Path;

use kith_core::{Book, Changes, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::imports::Imports;
use crate::maps::Maps;
use crate::reminders::{held, screen};
use crate::state::{self, State, Which};
use crate::wire::BookState;
use crate::{tell_page, window};

/// Closes what is open, does something with the book's folder and opens a book; the page is told.
/// Imports in the making are stopped; a running change is waited for.
///
/// # Errors
/// Those of `between` and of the sample.
pub fn reopen<R: Runtime>(
    app: &AppHandle<R>,
    which: Which,
    between: impl FnOnce(&Path) -> Result<()>,
) -> Result<BookState> {
    let state = exchange(app, which, between)?;
    if let Ok(settings) = state::of(app).with(Book::settings) {
        window::suit(app, &settings);
    }
    tell_page::changed(app, &Changes::whole_book());
    held::poke(app);
    Ok(state)
}

/// The book as the page's first question finds it: where it is not open, it is tried once more.
///
/// # Errors
/// Those of the open book.
pub fn look_again<R: Runtime>(app: &AppHandle<R>) -> Result<BookState> {
    let state = state::of(app);
    if state.is_open() {
        return state.book_state();
    }
    exchange(app, Which::Own, |_| Ok(()))
}

/// Cards come into the person's own book: the sample is made anew every day, and what is in it goes.
pub fn leave_sample<R: Runtime>(app: &AppHandle<R>) {
    if state::of(app).is_sample() {
        // Where the own book does not open, the page says so; the import then says it too.
        let _state = reopen(app, Which::Own, |_| Ok(()));
    }
}

/// Kith is about to end: a running change is waited for, and the file is left whole.
pub fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(state) = app.try_state::<State>() {
        screen::end(app);
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
    let closed = || app.state::<Maps>().forget();
    state::of(app).exchange(which, closed, between)
}
