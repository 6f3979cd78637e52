//! The check of the whole file of the person's own book, while the book goes on.

use std::sync::Mutex;

use kith_core::{Book, Code, Result, Stopper};
use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;
use crate::state;

/// The check that runs, if one does.
#[derive(Default)]
pub struct Checking {
    /// Held as long as a check has the file open.
    running: Mutex<()>,
    stopper: Mutex<Option<Stopper>>,
}

/// Checks the whole file of that opening of the book. That it is damaged is said as whenever the book is
/// used (`State::heed`).
///
/// # Errors
/// `BookDamaged`; what the disk says. A check that is stopped found nothing.
pub fn check<R: Runtime>(app: &AppHandle<R>, opening: u64) -> Result<()> {
    let checking = app.state::<Checking>();
    let running = locked(&checking.running);
    let Some(check) = state::of(app).with_opening(opening, Book::whole_check)? else {
        return Ok(());
    };
    *locked(&checking.stopper) = Some(check.stopper());
    let checked = check.run();
    *locked(&checking.stopper) = None;
    drop(running);
    match checked {
        Err(error) if error.code == Code::Stopped => Ok(()),
        checked => state::of(app)
            .with_opening(opening, |_| checked)
            .map(Option::unwrap_or_default),
    }
}

/// Stops a check that runs, and waits until it has let go of the file.
pub fn stop<R: Runtime>(app: &AppHandle<R>) {
    let checking = app.state::<Checking>();
    if let Some(stopper) = &*locked(&checking.stopper) {
        stopper.stop();
    }
    drop(locked(&checking.running));
}
