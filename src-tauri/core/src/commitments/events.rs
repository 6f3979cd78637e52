//! What happened to promises, for the timeline of a person. Pure.

use serde::Serialize;

use super::commitment_rows::CommitmentRecord;
use super::{CommitmentId, CommitmentState, OwedBy};
use crate::days::Day;

/// A promise was made, or it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CommitmentEvent {
    /// The promise.
    pub id: CommitmentId,
    /// Local date.
    pub on: Day,
    /// What happened: "You promised", "You kept a promise".
    pub title: String,
    /// What was promised, in the user's words.
    pub what: String,
    /// Whether it ended; else it was made.
    pub ended: bool,
}

/// What happened to these promises, the last first.
pub(super) fn events(records: &[CommitmentRecord]) -> Vec<CommitmentEvent> {
    let mut all: Vec<CommitmentEvent> = records.iter().flat_map(of_one).collect();
    all.sort_by_key(|event| std::cmp::Reverse((event.on, event.id, event.ended)));
    all
}

fn of_one(record: &CommitmentRecord) -> impl Iterator<Item = CommitmentEvent> + use<> {
    let event = |on: Day, title: &str, ended: bool| CommitmentEvent {
        id: record.id,
        on,
        title: title.to_owned(),
        what: record.what.clone(),
        ended,
    };
    let mine = record.owed_by == OwedBy::Me;
    let made = event(
        record.agreed_on,
        if mine {
            "You promised"
        } else {
            "Promised to you"
        },
        false,
    );
    let title = match (record.state, mine) {
        (CommitmentState::Open, _) => "",
        (CommitmentState::Kept, true) => "You kept a promise",
        (CommitmentState::Kept, false) => "A promise to you was kept",
        (CommitmentState::Broken, true) => "A promise was not kept",
        (CommitmentState::Broken, false) => "A promise to you did not come",
        (CommitmentState::Dropped, _) => "A promise was dropped",
    };
    let ended = record.closed_on.map(|on| event(on, title, true));
    [Some(made), ended].into_iter().flatten()
}
