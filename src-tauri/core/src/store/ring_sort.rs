//! What a noun says of that which rings of it. Reminders know nothing else of nouns.

use super::Tx;
use super::changing::Changing;
use crate::error::Result;
use crate::hours::{Plan, Snoozed};
use crate::ids::PersonId;
use crate::moment::Moment;

/// Items that are to ring, by their ids, each with its plan.
pub(crate) type Plans = Vec<(i64, Plan)>;

/// One sort of thing that rings. An item is a row of the noun's own table, named by its id.
pub(crate) struct RingSort {
    /// Its word in `delivery.sort` and in keys of notifications; stays the same once landed.
    pub(crate) word: &'static str,
    /// What an item is called in notifications.
    pub(crate) called: Called,
    /// The people who have items that are to ring.
    pub(crate) people: fn(&Tx<'_>) -> Result<Vec<PersonId>>,
    /// A person's items that are to ring, each with its plan. What it says of people in the trash does not
    /// count.
    pub(crate) plans: fn(&Tx<'_>, PersonId) -> Result<Plans>,
    /// Why an item rings, as one or more sentences; the last full stop is left out.
    pub(crate) words: fn(&Tx<'_>, i64, &Moment) -> Result<String>,
    /// The answer Done to these items of one person: they are open no longer.
    pub(crate) done: fn(&Changing<'_>, PersonId, &[i64]) -> Result<()>,
    /// The answer Snooze to these items of one person: they wait until then.
    pub(crate) put_off: fn(&Changing<'_>, PersonId, &[i64], &Snoozed) -> Result<()>,
}

/// What something that rings is called in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// At the beginning of a sentence: "A check-in".
    pub one: &'static str,
    /// After a number: "check-ins".
    pub several: &'static str,
}
