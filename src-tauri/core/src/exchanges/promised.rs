//! A promise of mine that was kept counts as given.

use super::exchange_rows::{self, ExchangeRecord};
use super::{Direction, ExchangeId, ExchangeSort};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{CommitmentId, CommitmentState, OwedBy, commitment_rows};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::changing::Changing;

impl Book {
    /// Counts a kept promise of mine as a small favour given to everybody it was with, on the day it was kept.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if it is not a kept one of mine, or counts already; storage errors.
    pub fn commitment_count_as_given(&self, id: CommitmentId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::AddExchange, now, |change| {
            let tx = &change.tx;
            let promise = commitment_rows::get(tx, id)?;
            let people = commitment_rows::living_of(tx, id)?;
            let people: Vec<_> = people.into_iter().map(|person| person.id).collect();
            change.about_people(&people)?;
            let is_kept = promise.owed_by == OwedBy::Me && promise.state == CommitmentState::Kept;
            let on = promise
                .closed_on
                .filter(|_| is_kept)
                .ok_or_else(|| Error::new(Code::Stale, "This promise is not one that you kept."))?;
            if exchange_rows::is_counted(tx, id)? {
                return Err(Error::new(
                    Code::Stale,
                    "This promise counts as given already.",
                ));
            }
            for person in people {
                let record = ExchangeRecord {
                    id: ExchangeId(0),
                    person,
                    direction: Direction::Given,
                    what: promise.what.clone(),
                    sort: ExchangeSort::Favour,
                    size: 1,
                    on,
                    roughly: None,
                    talk: None,
                    promise: Some(id),
                    back_by: None,
                    back_on: None,
                };
                exchange_rows::insert(tx, &record)?;
            }
            Ok(())
        })
    }
}

/// Of a promise that is open again, or not one that I kept for another reason, nothing was given.
pub(super) fn settle_promises(change: &Changing<'_>, _: &[PersonId]) -> Result<()> {
    exchange_rows::delete_of_unkept(&change.tx, change.operation)
}
