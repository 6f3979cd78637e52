//! What a round of the reminders has to know: read at once, since most rounds find nothing to do.

use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;
use crate::reminders::{self, ReminderKey};
use crate::reminders::{Background, HideNames};
use crate::settings;

/// What a round of the reminders has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Of the keys that are up, those still open for the same due: the others' notifications are to go.
    pub standing: Vec<ReminderKey>,
    /// Whether `reminders_claim` has something to do.
    pub rings: bool,
    /// How many check-ins stand on Today.
    pub due: u32,
    /// The setting: Kith stays in the tray.
    pub background: bool,
    /// The setting: no names in notifications.
    pub hide_names: bool,
}

impl Book {
    /// Looks at everything that a round needs, in one read. `up`: keys of the notifications on the screen.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_look(&self, up: &[ReminderKey], now: &Moment) -> Result<Look> {
        self.read(|tx| {
            Ok(Look {
                standing: reminders::standing(tx, up)?,
                rings: reminders::has_work(tx, now)?,
                due: super::count(tx, now)?,
                background: settings::get::<Background>(tx)?,
                hide_names: settings::get::<HideNames>(tx)?,
            })
        })
    }
}
