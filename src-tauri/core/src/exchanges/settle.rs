//! The user's word that give and take with a person is settled: what came before no longer counts.

use super::exchange_rows;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;

impl Book {
    /// Calls give and take with a person settled as of today.
    ///
    /// # Errors
    /// `Stale` if nothing counts; `NotFound`; storage errors.
    pub fn exchanges_settle(&self, person: PersonId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::SettleExchanges, now, |change| {
            change.about_people(&[person])?;
            let tx = &change.tx;
            let before = exchange_rows::settlement_of(tx, person)?;
            if exchange_rows::counted_of(tx, person, before)?.is_empty() {
                return Err(Error::new(
                    Code::Stale,
                    "Nothing counts here. Nothing was changed.",
                ));
            }
            exchange_rows::settle(tx, person, now.today().into())
        })
    }

    /// Takes all settlements with a person away: everything counts again.
    ///
    /// # Errors
    /// `Stale` if there is none; `NotFound`; storage errors.
    pub fn exchanges_unsettle(&self, person: PersonId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::UnsettleExchanges, now, |change| {
            change.about_people(&[person])?;
            match exchange_rows::unsettle(&change.tx, person)? {
                0 => Err(Error::new(
                    Code::Stale,
                    "Nothing is settled here. Nothing was changed.",
                )),
                _ => Ok(()),
            }
        })
    }
}
