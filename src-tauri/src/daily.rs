//! What Kith does by itself once a day: a backup, if anything changed.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Runtime};

use crate::{clock, state, tell_page};

/// Not at once, so that the start stays quick.
const FIRST_AFTER: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_secs(30 * 60);

/// Looks after the backups as long as Kith runs.
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
