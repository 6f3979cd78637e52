//! Native reminders of what rings: which are to be shown now, and what an answer to one does.
//!
//! `machine` decides, purely; `deliver` keeps what it decided in the book; what rings of a noun it declares
//! as a `ReminderSource`, and no noun is named here. Today lists whatever is due, shown or not.

mod answer;
mod deliver;
pub(crate) mod delivery_rows;
pub(crate) mod machine;
mod sources;
mod when_allowed;

use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::settings;
use crate::store::Tx;
use crate::store::noun::{After, Derives, Noun, Table};

pub use crate::store::reminder_source::{Buttons, Called};
pub use answer::ReminderAnswer;
pub(crate) use deliver::{follow_people, has_work, keep_rules};
pub use machine::SUMMARY_ABOVE;
pub(crate) use sources::sentences;
pub(crate) use when_allowed::{Background, DaysWithout, HideNames, HoursOfWork, Remind};

/// What becomes of reminders.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::aside("delivery")],
    derives: &[
        Derives {
            after: After::AnyRow,
            run: |change, people| follow_people(&change.tx, people, &change.now),
        },
        Derives {
            after: After::Tables(&["settings"]),
            run: |change, _| keep_rules(&change.tx, &change.now),
        },
    ],
    ..Noun::BARE
};

/// One process's time with one book: a reminder is shown at most once a run, and at most once a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run(pub i64);

/// Something that rings, and the ring that a notification was shown for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReminderKey {
    /// The word of its sort: "check_in".
    pub sort: String,
    /// Which of that sort.
    pub item: i64,
    /// When it was due.
    pub due: Stamp,
}

/// That a reminder popped up on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Popped {
    /// Which.
    pub key: ReminderKey,
    /// The day, where the person was then.
    pub on: Day,
}

/// A reminder to show: everything of one person that rings at this moment, or one item that is about nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What its answers name; at least one.
    pub keys: Vec<ReminderKey>,
    /// Whom it is about; `None` of an item that is about nobody.
    pub person: Option<PersonId>,
    /// Their name, or what the item belongs to: a need's title.
    pub name: String,
    /// Why: "42 days since the last video call, you planned every 30".
    pub reason: String,
    /// What it is called that rings; `None` where it is of several sorts.
    pub called: Option<Called>,
    /// The buttons besides Open; `None` where one press would answer what is not alike.
    pub buttons: Option<Buttons>,
}

/// What says when Kith may ring: the settings, in the zone in which the person is now.
pub(crate) fn rules(tx: &Tx<'_>, now: &Moment) -> Result<Rules> {
    Ok(Rules::new(
        settings::get::<HoursOfWork>(tx)?,
        &settings::get::<DaysWithout>(tx)?,
        now.zone,
    ))
}

/// Of these, those still open for the same due, of which nothing else is told by now.
pub(crate) fn standing(
    tx: &Tx<'_>,
    keys: &[ReminderKey],
    now: &Moment,
) -> Result<Vec<ReminderKey>> {
    let mut standing = Vec::new();
    for key in keys {
        if deliver::is_told(tx, key, now.stamp())? {
            standing.push(key.clone());
        }
    }
    Ok(standing)
}

impl Book {
    /// Begins a run: dues are computed anew, and what was shown on another day and never answered may be
    /// shown once more.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_begin(&self, now: &Moment) -> Result<Run> {
        self.change_for_good(|tx| deliver::begin(tx, now))
    }

    /// What popped up, on each of the last days.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_popped(&self) -> Result<Vec<Popped>> {
        self.read(deliver::popped)
    }

    /// Tells the book what popped up while another file was in its place: the state before a backup was
    /// restored, above all.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_have_popped(&self, popped: &[Popped]) -> Result<()> {
        if popped.is_empty() {
            return Ok(());
        }
        self.change_for_good(|tx| {
            popped
                .iter()
                .try_for_each(|one| deliver::have_popped(tx, one))
        })
    }

    /// Claims the reminders that are to be shown now, and commits that; the caller then shows them.
    ///
    /// # Errors
    /// Those of storage; nothing is claimed then.
    pub fn reminders_claim(&self, run: Run, now: &Moment) -> Result<Vec<Reminder>> {
        self.change_for_good(|tx| {
            keep_rules(tx, now)?;
            if settings::get::<Remind>(tx)? {
                deliver::claim(tx, run, now)
            } else {
                Ok(Vec::new())
            }
        })
    }

    /// Remembers that these were shown.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_shown(&self, keys: &[ReminderKey], now: &Moment) -> Result<()> {
        self.change_for_good(|tx| {
            keys.iter()
                .try_for_each(|key| delivery_rows::set_shown(tx, &key.sort, key.item, now.stamp()))
        })
    }

    /// When a reminder was last shown. A time later than now is none: the clock was wrong then.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_last_shown(&self, now: &Moment) -> Result<Option<Stamp>> {
        self.read(|tx| delivery_rows::last_shown(tx, now.stamp()))
    }
}
