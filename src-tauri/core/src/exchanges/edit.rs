//! Correcting and removing what was written down, and a thing lent that came back.

use super::add::checked;
use super::exchange_rows::{self, ExchangeRecord};
use super::{ExchangeId, NewExchange};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Roughly;
use crate::error::{Code, Error, Result};
use crate::moment::Moment;

impl Book {
    /// Corrects an entry.
    ///
    /// # Errors
    /// `Invalid` at `what`, `size`, `when` or `backBy`; `NotFound`; storage errors.
    pub fn exchange_edit(
        &self,
        id: ExchangeId,
        exchange: &NewExchange,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditExchange, now, |change| {
            let before = exchange_rows::get(&change.tx, id)?;
            change.about_people(&[before.person])?;
            let mut after = ExchangeRecord {
                id,
                talk: before.talk,
                promise: before.promise,
                ..checked(&change.tx, before.person, exchange, now)?
            };
            after.back_on = before.back_on.filter(|_| after.back_by.is_some());
            let is_same_span = matches!(before.roughly, Some(Roughly::Within(_)))
                && after.roughly == before.roughly;
            if is_same_span {
                // A span that was not over yet counted up to the day on which it was written down.
                after.on = before.on;
            }
            if after == before {
                return Ok(());
            }
            exchange_rows::update(&change.tx, &after)
        })
    }

    /// Removes an entry.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn exchange_remove(&self, id: ExchangeId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveExchange, now, |change| {
            let record = exchange_rows::get(&change.tx, id)?;
            change.about_people(&[record.person])?;
            exchange_rows::delete(&change.tx, id)
        })
    }

    /// A thing lent came back today.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if it was not lent or is back already; storage errors.
    pub fn exchange_back(&self, id: ExchangeId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::ReturnExchange, now, |change| {
            let record = exchange_rows::get(&change.tx, id)?;
            change.about_people(&[record.person])?;
            if record.back_by.is_none() || record.back_on.is_some() {
                return Err(Error::new(
                    Code::Stale,
                    "This is not lent any more. Nothing was changed.",
                ));
            }
            let after = ExchangeRecord {
                back_on: Some(now.today().into()),
                ..record
            };
            exchange_rows::update(&change.tx, &after)
        })
    }
}
