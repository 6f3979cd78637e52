//! Logging a conversation, correcting and deleting it, and what that does to check-ins.

mod log;
mod sentence;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::check_ins::CheckInId;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, StartedBy};

pub use sentence::LogUnderstood;

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
