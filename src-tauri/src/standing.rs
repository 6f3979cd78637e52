//! Whether the open book can still be kept where it is: its file may be taken away, and room may come back.

use kith_core::{Code, Error};
use tauri::{AppHandle, Manager, Runtime};

use crate::imports::Imports;
use crate::maps::Maps;
use crate::reopening;
use crate::state::{self, Which};

/// Looks at the book's file. `idle` where nothing was changed since the last look.
pub fn look<R: Runtime>(app: &AppHandle<R>, idle: bool) {
    let looked = state::of(app).with(|book| {
        if idle {
            book.empty_log();
        }
        Ok((book.lost().is_some(), book.could_save()))
    });
    match looked {
        Ok((true, _)) => leave(app),
        Ok((_, true)) => {
            // Where it cannot be saved after all, it is only read as before.
            let _state = reopening::reopen(app, Which::Own, |_| Ok(()));
        }
        _ => {}
    }
}

/// After a command that failed: where the file was lost, the window says so at once.
pub fn after<R: Runtime>(app: &AppHandle<R>, error: &Error) {
    if error.code == Code::BookLost {
        leave(app);
    }
}

/// Closes a book whose file was lost; the page is told. The sample is made anew some day.
fn leave<R: Runtime>(app: &AppHandle<R>) {
    let state = state::of(app);
    if state.is_sample() {
        let _state = reopening::reopen(app, Which::Own, |_| Ok(()));
    } else if state.leave_lost() {
        app.state::<Imports>().drop_all();
        app.state::<Maps>().forget();
        reopening::tell(app, false);
    }
}
