//! The promises that stand on Today, in both directions.

use serde::Serialize;

use super::Commitment;
use super::commitment_rows;
use super::notice::theirs_before;
use super::shown::shown_all;
use crate::book::Book;
use crate::days::Day;
use crate::error::Result;
use crate::moment::Moment;
use crate::reminders::rules;
use crate::store::Tx;

/// The promises that stand on Today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StandingCommitments {
    /// Mine, from their notice on: the first of them by their day.
    pub mine: Vec<Commitment>,
    /// Number of all of mine that stand there.
    pub mine_total: u32,
    /// Theirs, from three working days after their day on: the first of them by their day.
    pub theirs: Vec<Commitment>,
    /// Number of all of theirs that stand there.
    pub theirs_total: u32,
    /// Whether the book has any promise.
    pub any: bool,
}

impl Book {
    /// The promises that stand on Today, at most `limit` in each direction.
    ///
    /// # Errors
    /// Storage errors.
    pub fn commitments_today(&self, limit: u32, now: &Moment) -> Result<StandingCommitments> {
        self.read(|tx| {
            let today = now.today();
            let (mine, mine_total) = commitment_rows::mine_standing(tx, today.into(), limit)?;
            let before = theirs_before(today, &rules(tx, now)?);
            let (theirs, theirs_total) =
                commitment_rows::theirs_standing(tx, before.into(), limit, now)?;
            Ok(StandingCommitments {
                mine: shown_all(tx, &mine, now)?,
                mine_total,
                theirs: shown_all(tx, &theirs, now)?,
                theirs_total,
                any: commitment_rows::has_any(tx)?,
            })
        })
    }
}

/// How many promises of mine are for today or an earlier day.
pub(crate) fn count_due(tx: &Tx<'_>, today: Day) -> Result<u32> {
    commitment_rows::count_due(tx, today)
}
