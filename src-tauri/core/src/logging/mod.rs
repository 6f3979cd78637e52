//! Logging, correcting and deleting conversations, and what that does to check-ins.

mod keep_too;
mod log;
mod next_step;
mod several;
mod with_outcome;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::check_ins::CheckInId;
use crate::days::Day;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, StartedBy};

pub(crate) use log::log;
pub use with_outcome::TalkOutcome;

/// A conversation to log, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewInteraction {
    /// The participants without the user; at least one, at most 200.
    pub people: Vec<PersonId>,
    /// When it happened, as the user typed it: "today", "last tuesday 9:00", "2026-03-03", "October 2025".
    pub when: String,
    /// The channel: by phone, in person and so on.
    pub channel: Channel,
    /// What it was in a word or two, such as "Coffee"; may be empty.
    #[serde(default)]
    pub title: String,
    /// Duration in minutes, 1–1440, if the user gave one.
    pub minutes: Option<u32>,
    /// Who started it.
    pub started_by: StartedBy,
    /// The note, in the user's words.
    pub note: String,
    /// Nobody answered: it was an attempt at a conversation, and counts as none. It answers check-ins, and the next one
    /// comes after half the rhythm.
    #[serde(default)]
    pub attempt: bool,
    /// Check-ins that it answers whatever their day; it also answers those that are due by its day.
    pub closes: Vec<CheckInId>,
}

/// The next check-in with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextCheckIn {
    /// The id of the person.
    pub id: PersonId,
    /// The display name of the person.
    pub name: String,
    /// Its day; `None` if the person is not kept close or the relationship is not active.
    pub on: Option<Day>,
    /// Why the person rests until then, as a sentence; `None` if they do not.
    pub rests: Option<String>,
}

/// When to talk next, as the user entered it with a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextStep {
    /// With whom of the participants; empty for all of them.
    pub people: Vec<PersonId>,
    /// The day in the user's words: "in two weeks".
    pub when: String,
    /// What for, at most 200 characters; may be empty.
    pub what: String,
}

/// What was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Logged {
    /// The id of the conversation.
    pub id: InteractionId,
    /// The next check-in with each participant.
    pub next: Vec<NextCheckIn>,
}

/// What logging a conversation would do; shown while the user types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InteractionPreview {
    /// The day in words, such as "Tuesday 3 March, a week ago"; `None` if there is a problem.
    pub understood: Option<String>,
    /// Why the day cannot be taken, as a sentence to show.
    pub problem: Option<String>,
    /// The next check-in with each participant, if the conversation is logged.
    pub next: Vec<NextCheckIn>,
}
