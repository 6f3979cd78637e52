//! Planned contacts: those of a rhythm, and those planned by hand.

mod answer;
pub(crate) mod check_in_rows;
mod plan;
mod reasons;
mod rings;
mod settle;
mod snooze;
mod when;

use serde::{Deserialize, Serialize};

use crate::days::{ClockTime, Day};

use crate::store::noun::{Noun, Settles, Table};
pub(crate) use answer::{close_by_talk, let_cadence_follow};
pub(crate) use plan::shown_of;
pub use reasons::Reason;
pub(crate) use reasons::{days_words, reason_after};
pub(crate) use rings::RINGS;
pub(crate) use settle::{next_of_rhythm, open_cadence};
pub use snooze::{Snooze, SnoozeKey, SnoozeOption};
pub use when::{WhenPreview, WhenPurpose};
pub(crate) use when::{local_when, read_day, when_of};

/// Planned contacts.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("check_ins")],
    settles: Some(Settles {
        after: &[
            "relationships",
            "interactions",
            "interaction_people",
            "check_ins",
        ],
        run: settle::settle_people,
    }),
    rings: Some(&RINGS),
    ..Noun::BARE
};

crate::columns::id! {
    /// A planned contact.
    CheckInId
}

crate::columns::column!(Source, State);

/// Where a check-in comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "CheckInSource")
)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The rhythm of a relationship: at most one is open.
    Cadence,
    /// Planned by hand, with a reason.
    Planned,
}

/// What became of a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// To come, or due.
    Open,
    /// A conversation answered it.
    Done,
    /// Left out this time.
    Skipped,
    /// No longer wanted.
    Cancelled,
}

/// An open check-in as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckIn {
    /// Which.
    pub id: CheckInId,
    /// Rhythm or planned.
    pub source: Source,
    /// Local date.
    pub on: Day,
    /// "09:00", where a time was said: as the clock shows it where the person is now.
    pub at: Option<ClockTime>,
    /// Why, in my own words.
    pub reason: String,
    /// It stands on Today.
    pub due: bool,
    /// "Monday 16 March", "Tuesday 10 March, 13:30", where it was put off until then.
    pub snoozed_to: Option<String>,
    /// "Tuesday 31 March, in 3 weeks".
    pub words: String,
    /// "The reminder comes Monday 16 March at 08:30.", where it is not when one would think.
    pub rings: Option<String>,
}
