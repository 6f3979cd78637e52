//! Reminders: looks at the wall clock, claims what is due, shows it, and hears the answers.
//!
//! The core's state machine is the truth; this only carries. Nothing is claimed while nobody can show
//! it, so that it comes when somebody can; Today lists it all the while.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
#[path = "other_systems.rs"]
mod bus;
mod round;
mod show;
#[cfg(target_os = "linux")]
mod wake;
mod words;

use std::collections::HashMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use kith_core::reminders::{ReminderAnswer, ReminderKey};
use kith_core::{Code, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::commands::committed;
use crate::state::{self, locked};
use crate::wire::Route;
use crate::{clock, window};

pub use bus::{Bus, Server};
use round::Round;
pub use show::ShellOnly;
use show::{About, Press};
use words::Notice;

/// Timers stand still while the computer sleeps, hence short.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// Where a test moves the clock.
const LOOK_EVERY_TOLD: Duration = Duration::from_millis(200);
/// No server is waited for longer when Kith ends.
const LEAVE_WITHIN: Duration = Duration::from_millis(500);

/// What the reminders hold between looks.
#[derive(Default)]
pub struct Reminders {
    /// Who shows them.
    pub bus: Bus,
    poked: Mutex<bool>,
    woken: Condvar,
    ids: AtomicI32,
    up: Mutex<HashMap<i32, Up>>,
}

/// A notification on the screen, as far as is known.
struct Up {
    opening: u64,
    keys: Vec<ReminderKey>,
    /// How often it was asked to go.
    asked: u8,
}

/// Reminds for as long as the process lives.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    let pressed = app.clone();
    show::prepare(app, move |press, about| {
        let app = pressed.clone();
        tauri::async_runtime::spawn_blocking(move || answer(&app, press, &about));
    });
    #[cfg(target_os = "linux")]
    {
        let woken = app.clone();
        wake::hear(move || poke(&woken));
    }
    let app = app.clone();
    thread::spawn(move || {
        let mut round = Round::new(&app);
        loop {
            let soon = round.go();
            state::of(&app).reminders.rest(soon);
        }
    });
}

/// Looks at once: something was committed, or the computer woke.
pub fn poke<R: Runtime>(app: &AppHandle<R>) {
    let reminders = &state::of(app).reminders;
    *locked(&reminders.poked) = true;
    reminders.woken.notify_one();
}

/// Kith ends: its notifications go too, since nobody would hear their buttons.
pub fn end<R: Runtime>(app: &AppHandle<R>) {
    let (sender, done) = mpsc::channel();
    let app = app.clone();
    thread::spawn(move || {
        show::take_all_down(&app);
        let _ = sender.send(());
    });
    let _ = done.recv_timeout(LEAVE_WITHIN);
}

/// Shows a notification for the person to see whether notifications come.
pub fn test<R: Runtime>(app: &AppHandle<R>) -> Result<()> {
    let bus = &state::of(app).reminders.bus;
    let ready = match bus.server() {
        Server::Answers => true,
        Server::Sleeps => bus.wake_server(),
        Server::Missing | Server::NoBus => false,
    };
    if !ready {
        return Err(Error::new(
            Code::NotFound,
            "This desktop shows no notifications just now. What is due is on Today.",
        ));
    }
    put_up(app, 0, &words::trial());
    Ok(())
}

/// What the person did with a notification. An answer that comes too late changes nothing.
fn answer<R: Runtime>(app: &AppHandle<R>, press: Press, about: &About) {
    let said = match (press, &about.check_in) {
        (Press::Open, _) => return lead(app, about),
        (Press::Done, Some(key)) => (key, ReminderAnswer::Done),
        (Press::Snooze, Some(key)) => (key, ReminderAnswer::Snooze),
        (_, None) => return,
    };
    let (key, said) = said;
    let answered = state::of(app).with_opening(about.opening, |book| {
        book.reminder_answer(key, said, &clock::now())
    });
    match answered.map(Option::flatten) {
        Ok(Some(done)) => committed(app, &done.changes),
        Ok(None) => poke(app),
        // The person thinks that it is answered, and has to see that it is not.
        Err(error) => {
            eprintln!("kith: an answer was not kept ({:?})", error.code);
            lead(app, about);
        }
    }
}

/// The window comes forward, on the person where it is still the same book.
fn lead<R: Runtime>(app: &AppHandle<R>, about: &About) {
    let same = state::of(app).opening() == Some(about.opening);
    match about.person {
        Some(id) if same => state::lead(app, Route::Person { id }),
        _ if same => state::lead(app, Route::Today),
        _ => window::show(app),
    }
}

fn put_up<R: Runtime>(app: &AppHandle<R>, opening: u64, notice: &Notice) {
    let reminders = &state::of(app).reminders;
    let id = reminders.ids.fetch_add(1, Ordering::Relaxed);
    let up = Up {
        opening,
        keys: notice.keys.clone(),
        asked: 0,
    };
    if !up.keys.is_empty() {
        locked(&reminders.up).insert(id, up);
    }
    let closed = app.clone();
    show::put_up(app, id, opening, notice, move || {
        locked(&state::of(&closed).reminders.up).remove(&id);
    });
}

impl Reminders {
    /// Waits until it is time to look again.
    fn rest(&self, soon: Option<Duration>) {
        let usual = if clock::is_told() {
            LOOK_EVERY_TOLD
        } else {
            LOOK_EVERY
        };
        let pause = soon.map_or(usual, |soon| soon.min(usual));
        let poked = locked(&self.poked);
        let mut poked = self
            .woken
            .wait_timeout_while(poked, pause, |poked| !*poked)
            .unwrap_or_else(PoisonError::into_inner)
            .0;
        *poked = false;
    }
}
