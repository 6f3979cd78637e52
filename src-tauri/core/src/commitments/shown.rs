//! The promises with a person, as their page shows them.

use serde::Serialize;

use super::commitment_rows::{self, CommitmentRecord};
use super::events::{CommitmentEvent, events};
use super::rate::{Rate, counted_since, rate};
use super::{Commitment, CommitmentId, CommitmentState, words};
use crate::book::Book;
use crate::days::Roughly;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::store::Tx;
use crate::typed_day::short_date;

/// All promises with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CommitmentsOf {
    /// The open ones, the next day first, those for some day last.
    pub open: Vec<Commitment>,
    /// Those that were kept, broken or dropped, the last first.
    pub past: Vec<Commitment>,
    /// When each was made and how it ended, for the timeline, the last first.
    pub events: Vec<CommitmentEvent>,
    /// How many of mine to this person were kept on time.
    pub rate: Rate,
    /// The same for everybody.
    pub rate_with_all: Rate,
}

impl Book {
    /// A promise.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn commitment(&self, id: CommitmentId, now: &Moment) -> Result<Commitment> {
        self.read(|tx| shown(tx, &commitment_rows::get(tx, id)?, now))
    }

    /// All promises with a person.
    ///
    /// # Errors
    /// Storage errors.
    pub fn commitments_of(&self, person: PersonId, now: &Moment) -> Result<CommitmentsOf> {
        self.read(|tx| {
            let today = now.today();
            let records = commitment_rows::of_person(tx, person)?;
            let (open, past): (Vec<_>, Vec<_>) = records
                .iter()
                .partition(|record| record.state == CommitmentState::Open);
            let all =
                commitment_rows::mine_ended_within(tx, counted_since(today).into(), today.into())?;
            Ok(CommitmentsOf {
                open: shown_all(tx, open, now)?,
                past: shown_all(tx, past, now)?,
                events: events(&records),
                rate: rate(&records, today),
                rate_with_all: rate(&all, today),
            })
        })
    }
}

/// The open promises with a person, the next day first, those for some day last.
pub(crate) fn shown_open_with(
    tx: &Tx<'_>,
    person: PersonId,
    now: &Moment,
) -> Result<Vec<Commitment>> {
    let records = commitment_rows::of_person(tx, person)?;
    let open = records
        .iter()
        .filter(|record| record.state == CommitmentState::Open);
    shown_all(tx, open, now)
}

/// Promises as the page shows them, in the same order.
pub(super) fn shown_all<'a>(
    tx: &Tx<'_>,
    records: impl IntoIterator<Item = &'a CommitmentRecord>,
    now: &Moment,
) -> Result<Vec<Commitment>> {
    records
        .into_iter()
        .map(|record| shown(tx, record, now))
        .collect()
}

/// A promise as the page shows it.
pub(super) fn shown(tx: &Tx<'_>, record: &CommitmentRecord, now: &Moment) -> Result<Commitment> {
    let today = now.today();
    let (due_words, tone) = words::due(record, today);
    let talk = record
        .talk
        .map(|talk| interaction_rows::get(tx, talk))
        .transpose()?;
    // A rough talk keeps its words: "October 2026".
    let span = talk.as_ref().and_then(|talk| match talk.roughly {
        Some(Roughly::Within(span)) => Some(span.words()),
        _ => None,
    });
    let agreed = span.unwrap_or_else(|| short_date(record.agreed_on.date(), today));
    Ok(Commitment {
        id: record.id,
        owed_by: record.owed_by,
        what: record.what.clone(),
        people: commitment_rows::names_of(tx, record.id)?,
        state: record.state,
        due_on: record.due_on,
        due_words,
        tone,
        agreed,
        channel: talk.map(|talk| talk.channel),
        moved: words::moved(&record.moves, record.owed_by, today),
        move_counts: words::move_counts(record, today),
        moves: u32::try_from(record.moves.between_days().count()).unwrap_or(u32::MAX),
        closed: record
            .closed_on
            .map_or(String::new(), |on| short_date(on.date(), today)),
        ended: words::ended(record),
        why: record.why.clone(),
    })
}
