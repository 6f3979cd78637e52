//! What Kith does by itself: it checks the file, makes the day's backup if anything changed, and lets go of
//! what has been in the trash and the history for long.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Runtime};

use crate::clock::{Pace, Stopwatch};
use crate::wire::TroubleWith;
use crate::{checking, clock, state, tell_page, troubles};

const TICK: Duration = Duration::from_secs(2);
/// So many seconds after a book was opened, so that the start stays quick, and after one was opened that
/// had not been closed.
const FIRST_AFTER: f64 = 60.0;
const FIRST_AFTER_CRASH: f64 = 4.0;
const BACK_UP_EVERY: Duration = Duration::from_secs(30 * 60);
const CHECK_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// One opening of the person's own book, and when it was last looked after.
struct Care {
    opening: u64,
    open: Stopwatch,
    check: Pace,
    back_up: Pace,
}

/// Looks after the book as long as Kith runs.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    thread::spawn(move || {
        let mut care: Option<Care> = None;
        loop {
            thread::sleep(TICK);
            care = state::of(&app).opening().map(|opening| {
                let same = care.take().filter(|care| care.opening == opening);
                same.unwrap_or_else(|| Care::begin(opening))
            });
            if let Some(care) = &mut care {
                care.look(&app);
            }
        }
    });
}

impl Care {
    fn begin(opening: u64) -> Self {
        Self {
            opening,
            open: Stopwatch::start(),
            check: Pace::of(CHECK_EVERY),
            back_up: Pace::of(BACK_UP_EVERY),
        }
    }

    fn look<R: Runtime>(&mut self, app: &AppHandle<R>) {
        let after = if state::of(app).was_left_open() {
            FIRST_AFTER_CRASH
        } else {
            FIRST_AFTER
        };
        if self.open.seconds() < after {
            return;
        }
        // First: no backup of a damaged book takes the place of an older one.
        if self.check.is_due() {
            let checked = checking::check(app, self.opening);
            troubles::went(app, TroubleWith::Check, &checked);
            if checked.is_err() {
                return;
            }
        }
        if self.back_up.is_due() {
            back_up(app, self.opening);
        }
    }
}

fn back_up<R: Runtime>(app: &AppHandle<R>, opening: u64) {
    let made = state::of(app).with_opening(opening, |book| book.daily(&clock::now()));
    troubles::went(app, TroubleWith::Backup, &made);
    if let Ok(Some(changes)) = made {
        tell_page::changed_unless_nothing(app, &changes);
    }
}
