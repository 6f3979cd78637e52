//! Promises, mine and theirs: what somebody will do, with whom it was agreed, for which day, and how it ended.

mod add;
mod answer;
pub(crate) mod commitment_rows;
mod counted;
mod edit;
mod events;
mod letter;
mod moves;
mod notice;
mod rate;
mod rings;
mod shown;
mod standing;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::columns::{column, id};
use crate::days::Day;
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use add::{add, in_talk, note_talk_is_gone, note_talk_is_on};
#[cfg(test)]
pub(crate) use answer::move_to;
pub(crate) use commitment_rows::is_of_talk as came_of;
pub use counted::{Counted, CountedCommitment};
pub use events::CommitmentEvent;
pub use letter::Letter;
pub(crate) use moves::{Move, Moves};
pub(crate) use notice::{notice_day, theirs_before};
pub use rate::Rate;
pub(crate) use rate::kept_on_time;
pub use shown::CommitmentsOf;
pub(crate) use shown::shown_open_with;
pub use standing::StandingCommitments;
pub(crate) use standing::count_due;
pub(crate) use words::due_words;
pub use words::{DueTone, MoveCounts};

id! {
    /// A promise.
    CommitmentId
}

column!(OwedBy, CommitmentState);

/// The noun of promises.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("commitments"),
        Table::undoable("commitment_people"),
    ],
    finds: &[
        Finds {
            column: FindIn::Words,
            sql: "SELECT c.what FROM commitment_people p JOIN commitments c ON c.id = p.commitment_id \
                  WHERE p.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT c.why FROM commitment_people p JOIN commitments c ON c.id = p.commitment_id \
                  WHERE p.person_id = ?1",
        },
    ],
    rings: &[&rings::NOTICE, &rings::DUE],
    ..Noun::BARE
};

/// Who is to keep a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OwedBy {
    /// The user.
    Me,
    /// The people that it is with.
    Them,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CommitmentState {
    /// Not decided yet.
    Open,
    /// It was kept.
    Kept,
    /// It was not kept.
    Broken,
    /// It is no longer needed.
    Dropped,
}

/// How a promise ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CommitmentEnd {
    /// It was kept.
    Kept,
    /// It was not kept; of theirs: it did not come.
    Broken,
    /// It is no longer needed.
    Dropped,
}

impl From<CommitmentEnd> for CommitmentState {
    fn from(end: CommitmentEnd) -> Self {
        match end {
            CommitmentEnd::Kept => Self::Kept,
            CommitmentEnd::Broken => Self::Broken,
            CommitmentEnd::Dropped => Self::Dropped,
        }
    }
}

/// A promise to add, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewCommitment {
    /// Who is to keep it.
    pub owed_by: OwedBy,
    /// What will be done: one line, 1–200 characters.
    pub what: String,
    /// With whom; at least one, at most 200.
    pub people: Vec<PersonId>,
    /// For which day, as typed: "friday", "by 12 march"; empty for some day.
    pub when: String,
}

/// A promise that was made in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TalkCommitment {
    /// Who is to keep it.
    pub owed_by: OwedBy,
    /// What will be done: one line, 1–200 characters.
    pub what: String,
    /// With whom of those who took part; empty for all of them.
    pub people: Vec<PersonId>,
    /// For which day, as typed; empty for some day.
    pub when: String,
}

/// What can be corrected of a promise. Another day is no correction: see `Book::commitment_move`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CommitmentEdit {
    /// Who is to keep it.
    pub owed_by: OwedBy,
    /// What will be done: one line, 1–200 characters.
    pub what: String,
    /// With whom; at least one, at most 200.
    pub people: Vec<PersonId>,
}

/// A promise as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Commitment {
    /// The id of the promise.
    pub id: CommitmentId,
    /// Who is to keep it.
    pub owed_by: OwedBy,
    /// What will be done, in the user's words.
    pub what: String,
    /// With whom, in the order in which they were named; without those in the trash.
    pub people: Vec<PersonName>,
    /// What became of it.
    pub state: CommitmentState,
    /// Local date for which it is promised; `None` for some day.
    pub due_on: Option<Day>,
    /// The day in short: "2 days late", "Today", "Fri 13", "4 May"; empty for some day.
    pub due_words: String,
    /// How the day is shown.
    pub tone: DueTone,
    /// The day on which it was promised, in words: "12 February".
    pub agreed: String,
    /// How the conversation was held in which it was promised, if that is known.
    pub channel: Option<Channel>,
    /// How its day was moved, as a sentence; empty where it was not.
    pub moved: String,
    /// How often its day was moved.
    pub moves: u32,
    /// How another day would count, if one were agreed now.
    pub move_counts: MoveCounts,
    /// The day on which it was kept, broken or dropped, in words: "4 March"; empty while it is open.
    pub closed: String,
    /// How it ended: "You kept it, a day early"; empty while it is open.
    pub ended: String,
    /// A line of the user's own about how it ended; may be empty.
    pub why: String,
}
