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
    /// The people who have items with a reminder.
    pub(crate) people: fn(&Tx<'_>) -> Result<Vec<PersonId>>,
    /// The items of a person that have a reminder. For people in the trash the result is ignored.
    pub(crate) plans: fn(&Tx<'_>, PersonId) -> Result<Plans>,
    /// Why an item is due, as one or more sentences without the last full stop.
    pub(crate) words: fn(&Tx<'_>, i64, &Moment) -> Result<String>,
    /// Handles "Done" for items of one person: closes them.
    pub(crate) done: fn(&Changing<'_>, PersonId, &[i64]) -> Result<()>,
    /// Handles "Snooze" for items of one person: puts them off.
    pub(crate) put_off: fn(&Changing<'_>, PersonId, &[i64], &Snoozed) -> Result<()>,
}

/// The noun phrase for items in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// At the beginning of a sentence: "A check-in".
    pub one: &'static str,
    /// After a number: "check-ins".
    pub several: &'static str,
}
