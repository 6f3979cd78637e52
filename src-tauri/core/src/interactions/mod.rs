//! Conversations: logging them, correcting them, and what was said with whom.

pub(crate) mod interaction_rows;
mod log;
mod sentence;
mod timeline;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::check_ins::CheckInId;
use crate::ids::PersonId;

use crate::store::noun::{Noun, Table};
pub use sentence::LogUnderstood;
pub use timeline::{Talk, Timeline};

/// Conversations and who took part.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("interactions"),
        Table::undoable("interaction_people"),
    ],
    ..Noun::BARE
};

crate::columns::column!(Channel);

crate::columns::id! {
    /// A contact that happened.
    InteractionId
}

/// Who began a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StartedBy {
    /// I did.
    Me,
    /// One of the others.
    Person {
        /// Who.
        id: PersonId,
    },
    /// Nobody remembers.
    NotSaid,
}

/// A conversation to be logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewInteraction {
    /// With whom, at least one.
    pub people: Vec<PersonId>,
    /// When, as typed: "today", "last tuesday 9:00", "2026-03-03".
    pub when: String,
    /// How.
    pub channel: Channel,
    /// How long, 1–1440 minutes, where said.
    pub minutes: Option<u32>,
    /// Who began.
    pub started_by: StartedBy,
    /// What was said, in my own words.
    pub note: String,
    /// Check-ins that it answers whatever their date.
    pub closes: Vec<CheckInId>,
}

/// A person's next check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextCheckIn {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// "Thu 2 April"; absent: not kept close, or resting.
    pub on: Option<String>,
}

/// What logging did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Logged {
    /// The conversation.
    pub id: InteractionId,
    /// When each of the people is next.
    pub next: Vec<NextCheckIn>,
}

/// What logging would do, while it is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InteractionPreview {
    /// "Tuesday 3 March, a week ago".
    pub understood: Option<String>,
    /// Why the day cannot be taken.
    pub problem: Option<String>,
    /// When each of the people would be next.
    pub next: Vec<NextCheckIn>,
}
