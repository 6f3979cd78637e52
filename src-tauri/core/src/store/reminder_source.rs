//! What a noun declares about its reminders. The reminders know nothing else about nouns.

use super::Tx;
use super::changing::Changing;
use crate::error::Result;
use crate::hours::{Plan, Snoozed};
use crate::ids::PersonId;
use crate::moment::Moment;

/// Ids of the items that have a reminder, each with its plan.
pub(crate) type Plans = Vec<(i64, Plan)>;

/// A sort of reminder. Its items are rows of the noun's own table, identified by their id.
pub(crate) struct ReminderSource {
    /// The word in `delivery.sort` and in keys of notifications. It is stored, so it
    /// must not change once released.
    pub(crate) word: &'static str,
    /// What an item is called in notifications.
    pub(crate) called: Called,
    /// The buttons of a notification about one item; `None` for Open alone.
    pub(crate) buttons: Option<Buttons>,
    /// The word of another source whose items have the same ids: once that one has rung for an item, this one is
    /// no longer told.
    pub(crate) covered_by: Option<&'static str>,
    /// Whether its notifications tell what nouns have to tell of the person (`Noun::tells`).
    pub(crate) tells_of_person: bool,
    /// The people who have items with a reminder.
    pub(crate) people: fn(&Tx<'_>) -> Result<Vec<PersonId>>,
    /// Others whose items may ring otherwise after a change of a person: those who share an item with them.
    pub(crate) along: fn(&Tx<'_>, PersonId) -> Result<Vec<PersonId>>,
    /// The items of a person that have a reminder. For people in the trash the result is ignored. The moment is
    /// for items that come again: a plan depends on it in no other way.
    pub(crate) plans: fn(&Tx<'_>, PersonId, &Moment) -> Result<Plans>,
    /// Whether items come again, as a birthday does: once the day of a plan has passed, each day asks for the next
    /// one. Such an item is told once a time; what was told and not answered is not told again.
    pub(crate) comes_again: bool,
    /// The keys of settings that the plans depend on.
    pub(crate) settings: &'static [&'static str],
    /// Why an item is due, as one or more sentences without the last full stop.
    pub(crate) words: fn(&Tx<'_>, i64, &Moment) -> Result<String>,
    /// Its items that are about nobody; `None` where each is about a person.
    pub(crate) about_nobody: Option<AboutNobody>,
    /// Handles "Done" for items of one person: closes them. Not called where there are no buttons.
    pub(crate) done: fn(&Changing<'_>, PersonId, &[i64]) -> Result<()>,
    /// Handles "Snooze" for items of one person: puts them off. `None` if they cannot be put off.
    pub(crate) put_off: Option<PutOff>,
}

/// Items that are about nobody: each has a notification of its own, and cannot be put off.
pub(crate) struct AboutNobody {
    /// The items that have a reminder.
    pub(crate) plans: fn(&Tx<'_>) -> Result<Plans>,
    /// What stands where a person's name would: what the item belongs to.
    pub(crate) title: fn(&Tx<'_>, i64) -> Result<String>,
    /// Handles "Done": closes the item.
    pub(crate) done: fn(&Changing<'_>, i64) -> Result<()>,
}

/// Puts items of one person off until a day or time.
pub(crate) type PutOff = fn(&Changing<'_>, PersonId, &[i64], &Snoozed) -> Result<()>;

/// The buttons of a notification besides Open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buttons {
    /// "Done" and "Snooze".
    DoneSnooze,
    /// "Kept", which is Done, and "Another day", which opens the window.
    KeptAnotherDay,
    /// "Done" and "Another day", which opens the window.
    DoneAnotherDay,
}

/// The noun phrase for items in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// At the beginning of a sentence: "A check-in".
    pub one: &'static str,
    /// After a number: "check-ins".
    pub several: &'static str,
}
