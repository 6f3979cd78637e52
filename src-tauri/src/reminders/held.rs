//! What the reminders hold between looks.

use std::collections::HashMap;
use std::sync::atomic::AtomicI32;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use kith_core::reminders::ReminderKey;
use tauri::{AppHandle, Manager, Runtime};

use super::bus::Bus;
use crate::clock;
use crate::mutex::locked;

/// Timers stand still while the computer sleeps, hence short.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// Where a test moves the clock.
const LOOK_EVERY_TOLD: Duration = Duration::from_millis(200);

/// What the reminders hold between looks.
#[derive(Default)]
pub struct Reminders {
    /// Who shows them.
    pub bus: Bus,
    /// The number of the next notification.
    pub next: AtomicI32,
    /// The notifications on the screen, by their numbers.
    pub up: Mutex<HashMap<i32, Up>>,
    poked: Mutex<bool>,
    woken: Condvar,
}

/// A notification on the screen, as far as is known.
pub struct Up {
    /// The opening of the book that it belongs to.
    pub opening: u64,
    /// The check-ins that it reminds of.
    pub keys: Vec<ReminderKey>,
    /// How often it was asked to go.
    pub asked: u8,
}

/// The reminders of a running Kith.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Reminders> {
    app.state()
}

/// Lets the reminders look at once: something was committed, or the computer woke.
pub fn poke<R: Runtime>(app: &AppHandle<R>) {
    let reminders = of(app);
    *locked(&reminders.poked) = true;
    reminders.woken.notify_one();
}

impl Reminders {
    /// Waits until it is time to look again; whether something happened before.
    pub fn rest(&self, soon: Option<Duration>) -> bool {
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
        std::mem::take(&mut *poked)
    }
}
