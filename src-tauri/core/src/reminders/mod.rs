//! Native reminders of planned check-ins: which are to be shown now, and what an answer to one does.
//!
//! `machine` decides, purely; `deliver` keeps what it decided in the book. Today lists whatever is due,
//! shown or not.

mod deliver;
pub(crate) mod delivery_rows;
pub(crate) mod machine;

use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::check_ins::CheckInId;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::WhenRecord;
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::interactions::{NewInteraction, StartedBy};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::settings;
use crate::store::Tx;

use crate::store::noun::{After, Derives, Noun, Table};
pub(crate) use deliver::{follow_people, keep_rules, plan_of};
pub use machine::SUMMARY_ABOVE;

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

/// One process's time with one book: a reminder is shown at most once a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run(pub i64);

/// A check-in and the ring that a notification was shown for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReminderKey {
    /// Which check-in.
    pub check_in: CheckInId,
    /// When it was due, as a stamp in UTC.
    pub due: String,
}

/// A reminder to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What its answer names.
    pub key: ReminderKey,
    /// Whom it is about.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Why: "42 days since the last video call, you planned every 30".
    pub reason: String,
}

/// What a notification's button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderAnswer {
    /// We talked, today.
    Done,
    /// Not now: the next working morning.
    Snooze,
}

/// What says when Kith may ring: the settings, in the zone in which the person is now.
pub(crate) fn rules(tx: &Tx<'_>, now: &Moment) -> Result<Rules> {
    let settings = settings::read(tx)?;
    Ok(Rules::new(
        settings.working_hours,
        &settings.days_off,
        now.zone,
    ))
}

impl Book {
    /// Begins a run: dues are computed anew, and what was shown and never answered may be shown once more.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_begin(&self, now: &Moment) -> Result<Run> {
        self.change_for_good(|tx| deliver::begin(tx, now))
    }

    /// Claims the reminders that are to be shown now, and commits that; the caller then shows them.
    ///
    /// # Errors
    /// Those of storage; nothing is claimed then.
    pub fn reminders_claim(&self, run: Run, now: &Moment) -> Result<Vec<Reminder>> {
        let anything = self.read(|tx| {
            let rings = settings::read(tx)?.remind && rules(tx, now)?.is_open(now.utc);
            let rung = rings && delivery_rows::has_rung(tx, &now.stamp())?;
            Ok(rung || deliver::rules_changed(tx, now)?)
        })?;
        if !anything {
            return Ok(Vec::new());
        }
        self.change_for_good(|tx| {
            keep_rules(tx, now)?;
            if settings::read(tx)?.remind {
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
                .try_for_each(|key| delivery_rows::set_shown(tx, key.check_in, &now.stamp()))
        })
    }

    /// Of these, those still open for the same due: the others' notifications are to go.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_standing(&self, keys: &[ReminderKey]) -> Result<Vec<ReminderKey>> {
        self.read(|tx| {
            let mut standing = Vec::new();
            for key in keys {
                if deliver::answers(tx, key)? {
                    standing.push(key.clone());
                }
            }
            Ok(standing)
        })
    }

    /// When a reminder was last shown, as a stamp.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminders_last_shown(&self) -> Result<Option<String>> {
        self.read(delivery_rows::last_shown)
    }

    /// What a notification's button does, once: `None` where the check-in was answered already, moved to
    /// another day, or never was.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminder_answer(
        &self,
        key: &ReminderKey,
        answer: ReminderAnswer,
        now: &Moment,
    ) -> Result<Option<Done<()>>> {
        let Some((person, name)) = self.read(|tx| answered(tx, key))? else {
            return Ok(None);
        };
        let done = self.change(OperationKind::Answer, now, |change| {
            change.about(name, 1);
            // Asked again where it counts: two presses at once are one.
            if !deliver::answers(&change.tx, key)? {
                return Ok(());
            }
            match answer {
                ReminderAnswer::Done => {
                    let talk = NewInteraction {
                        people: vec![person],
                        when: "today".to_owned(),
                        channel: Channel::NotSaid,
                        minutes: None,
                        started_by: StartedBy::NotSaid,
                        note: String::new(),
                        closes: vec![key.check_in],
                    };
                    crate::interactions::log(change, &talk).map(|_| ())
                }
                ReminderAnswer::Snooze => {
                    let rules = rules(&change.tx, now)?;
                    let morning = machine::Snoozed::next_morning(now.utc, &rules);
                    let until = WhenRecord {
                        on: morning.on.to_string(),
                        ..WhenRecord::default()
                    };
                    check_in_rows::set_snooze(&change.tx, key.check_in, &until)
                }
            }
        })?;
        Ok(done.operation.is_some().then_some(done))
    }
}

fn answered(tx: &Tx<'_>, key: &ReminderKey) -> Result<Option<(PersonId, String)>> {
    if !deliver::answers(tx, key)? {
        return Ok(None);
    }
    let person = check_in_rows::get(tx, key.check_in)?.person;
    Ok(Some((person, person_rows::get(tx, person)?.name.display)))
}
