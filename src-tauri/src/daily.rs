//! What Kith does by itself every day: a backup, if the book changed.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Runtime};

use crate::{clock, state, tell_page};

/// The first check is delayed, so that the start stays fast.
const FIRST_AFTER: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_secs(30 * 60);

/// Starts a thread that makes backups when they are due, as long as Kith runs.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(FIRST_AFTER);
        loop {
            back_up(&app);
            thread::sleep(LOOK_EVERY);
        }
    });
}

fn back_up<R: Runtime>(app: &AppHandle<R>) {
    let made = state::of(app).with_own(|book| book.backup_if_due(&clock::now()));
    match made {
        Ok(Some(done)) => tell_page::changed_unless_nothing(app, &done.changes),
        Ok(None) => {}
        Err(error) => eprintln!("kith: the daily backup was not made ({:?})", error.code),
    }
}
