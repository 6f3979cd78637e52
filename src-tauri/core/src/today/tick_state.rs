//! What one tick of the reminders needs. Most ticks find nothing to do, so it is read in one transaction.

use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;
use crate::reminders::{self, ReminderKey};
use crate::reminders::{Background, HideNames};
use crate::settings;

/// What one tick of the reminders needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickState {
    /// Those of the given keys whose item is still open and due at the same time. Notifications
    /// of the others are to be closed.
    pub standing: Vec<ReminderKey>,
    /// Whether `reminders_claim` has something to do.
    pub rings: bool,
    /// Number of check-ins on Today, and of promises of mine that are due.
    pub due: u32,
    /// Setting: Kith stays in the tray when its window is closed.
    pub background: bool,
    /// Setting: notifications show no names.
    pub hide_names: bool,
}

impl Book {
    /// Reads everything that a tick needs. `up` are the keys of the notifications on the screen.
    ///
    /// # Errors
    /// Storage errors.
    pub fn reminders_tick_state(&self, up: &[ReminderKey], now: &Moment) -> Result<TickState> {
        self.read(|tx| {
            Ok(TickState {
                standing: reminders::standing(tx, up, now)?,
                rings: reminders::has_work(tx, now)?,
                due: super::count(tx, now)?,
                background: settings::get::<Background>(tx)?,
                hide_names: settings::get::<HideNames>(tx)?,
            })
        })
    }
}
