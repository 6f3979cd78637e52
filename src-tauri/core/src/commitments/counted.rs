//! The promises behind the rate with everybody.

use serde::Serialize;

use super::rate::{Rate, counted_since, counts, kept_on_time, rate};
use super::shown::shown;
use super::{Commitment, commitment_rows};
use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;

/// The rate of my promises to everybody, and what it is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// The rate.
    pub rate: Rate,
    /// How many promises it counts.
    pub total: u32,
    /// The promises that it counts, the last first.
    pub promises: Vec<CountedCommitment>,
}

/// A promise that the rate counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CountedCommitment {
    /// The promise.
    pub promise: Commitment,
    /// Whether it counts as kept on time.
    pub on_time: bool,
}

impl Book {
    /// My promises that were kept or broken in the last 180 days, at most `limit`, and how many of all were kept on time.
    ///
    /// # Errors
    /// Storage errors.
    pub fn commitments_counted(&self, limit: u32, now: &Moment) -> Result<Counted> {
        self.read(|tx| {
            let today = now.today();
            let records =
                commitment_rows::mine_ended_within(tx, counted_since(today).into(), today.into())?;
            let counted = || records.iter().filter(|record| counts(record, today));
            let promises = counted().take(limit as usize).map(|record| {
                Ok(CountedCommitment {
                    promise: shown(tx, record, now)?,
                    on_time: kept_on_time(record),
                })
            });
            Ok(Counted {
                total: u32::try_from(counted().count()).unwrap_or(u32::MAX),
                promises: promises.collect::<Result<_>>()?,
                rate: rate(&records, today),
            })
        })
    }
}
