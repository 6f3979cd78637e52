//! Things lent that were to be back before today.

use chrono::NaiveDate;

use super::exchange_rows;
use super::{Direction, ExchangeId};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;
use crate::typed_day::short_date;

/// A thing lent that was to be back before today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lent {
    /// The entry.
    pub(crate) id: ExchangeId,
    /// `Given` where the user lent it, `Received` where they borrowed it.
    pub(crate) direction: Direction,
    /// What it is, in the user's words.
    pub(crate) what: String,
    /// Local date by which it was to be back.
    pub(crate) back_by: Day,
}

impl Lent {
    /// "Lent until 13 March", "Borrowed until 13 March".
    pub(crate) fn until_words(&self, today: NaiveDate) -> String {
        let verb = match self.direction {
            Direction::Given => "Lent",
            Direction::Received => "Borrowed",
        };
        format!("{verb} until {}", short_date(self.back_by.date(), today))
    }
}

/// Things lent to a person, and borrowed from them, that were to be back before today; the oldest first.
pub(crate) fn lent_and_not_back(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Lent>> {
    let records = exchange_rows::not_back(tx, person, today.into())?;
    let lent = records.into_iter().filter_map(|record| {
        Some(Lent {
            id: record.id,
            direction: record.direction,
            back_by: record.back_by?,
            what: record.what,
        })
    });
    Ok(lent.collect())
}
