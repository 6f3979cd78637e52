//! Things lent that were to be back before today.

use chrono::NaiveDate;
use serde::Serialize;

use super::exchange_rows::{self, ExchangeRecord};
use super::{Direction, ExchangeId, words};
use crate::book::Book;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// A thing lent that was to be back before today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Lent {
    /// The entry.
    pub id: ExchangeId,
    /// `Given` where the user lent it, `Received` where they borrowed it.
    pub direction: Direction,
    /// What it is, in the user's words.
    pub what: String,
    /// Local date by which it was to be back.
    pub back_by: Day,
    /// As a sentence: "You lent “The amplifier”, to be back by 3 March".
    pub words: String,
}

impl Book {
    /// Things lent to a person, and borrowed from them, that were to be back before today; the oldest first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn lent_and_not_back(&self, person: PersonId, now: &Moment) -> Result<Vec<Lent>> {
        self.read(|tx| lent_and_not_back(tx, person, now.today()))
    }
}

/// Like `Book::lent_and_not_back`, within a transaction.
pub(crate) fn lent_and_not_back(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Lent>> {
    let records = exchange_rows::not_back(tx, person, today.into())?;
    Ok(records
        .into_iter()
        .filter_map(|record| of(record, today))
        .collect())
}

fn of(record: ExchangeRecord, today: NaiveDate) -> Option<Lent> {
    let back_by = record.back_by?;
    let verb = match record.direction {
        Direction::Given => "lent",
        Direction::Received => "borrowed",
    };
    let by = words::day_of_year(back_by.date(), today);
    Some(Lent {
        id: record.id,
        direction: record.direction,
        words: format!("You {verb} “{}”, to be back by {by}", record.what),
        what: record.what,
        back_by,
    })
}
