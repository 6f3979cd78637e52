//! Check-ins: planned conversations, either due by a cadence or planned by hand.

mod answer;
mod attempts;
pub(crate) mod check_in_rows;
mod coming_back;
pub(crate) mod load_rows;
mod placing;
mod plan;
mod reasons;
mod rings;
mod settle;
mod snooze;
mod when;

use serde::{Deserialize, Serialize};

use crate::days::{ClockTime, Day};

use crate::store::noun::{Noun, Settles, Table};
pub(crate) use answer::{close_by_talk, reset_open_to_cadence};
pub(crate) use coming_back::{come_back_at, come_back_no_more, prompt_of};
pub(crate) use placing::{
    ComfortablePerDay, LevelDays, MOST_APART, WeekdayShares, capacity, full_calendar,
    leave_days_off, put_placed,
};
pub(crate) use plan::{choose_next, set_next, shown_of, to_put_off, typed_when};
pub use reasons::Reason;
pub(crate) use reasons::{days_words, reason_after, since_last};
pub(crate) use rings::RINGS;
pub(crate) use settle::{
    NextOfRhythm, attempts_since, next_of_rhythm, open_cadence, settle_people, wished_by_rhythm,
};
pub use snooze::{Snooze, SnoozeKey, SnoozeOption};
pub(crate) use when::{
    DayForms, EVENT_YEARS, choices_of, local_when, read_day, read_day_or_none, reminder_note,
    when_of,
};
pub use when::{OtherReading, WhenPreview, WhenPurpose};

/// The noun of table `check_ins`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("check_ins")],
    settles: Some(Settles {
        after: &[
            "relationships",
            "interactions",
            "interaction_people",
            "check_ins",
            "status_changes",
        ],
        run: settle::settle_people,
    }),
    rings: &[&RINGS],
    ..Noun::BARE
};

crate::columns::id! {
    /// A check-in: a planned conversation.
    CheckInId
}

crate::columns::column!(Source, State);

/// What created a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "CheckInSource")
)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The cadence of a relationship. At most one such check-in of a person is open.
    Cadence,
    /// The user planned it by hand, with a reason.
    Planned,
    /// Coming back after cooling off. At most one such check-in of a person is open.
    ComingBack,
}

/// The state of a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Not answered yet.
    Open,
    /// A conversation answered it.
    Done,
    /// The user skipped it.
    Skipped,
    /// The user or a change of the relationship cancelled it.
    Cancelled,
}

/// An open check-in as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckIn {
    /// The id of the check-in.
    pub id: CheckInId,
    /// What created it.
    pub source: Source,
    /// Local date.
    pub on: Day,
    /// Time, such as "09:00", if the user gave one. It is converted to the time zone of `now`.
    pub at: Option<ClockTime>,
    /// What it is for, in the user's words; may be empty.
    pub reason: String,
    /// Whether Today lists it.
    pub due: bool,
    /// The day and time to which it was put off: "Monday 16 March" or "Tuesday 10 March, 13:30".
    pub snoozed_to: Option<String>,
    /// Where Kith placed it on another day than the rhythm wishes: why, such as "Two days after the wished day,
    /// 12 March: less that day".
    pub placed: Option<String>,
    /// Its day in words, such as "Tuesday 31 March, in 3 weeks".
    pub words: String,
    /// A sentence about the reminder if it comes at another time than the check-in says, such as "The
    /// reminder comes Monday 16 March at 08:30."
    pub rings: Option<String>,
    /// Why the person rests until its day, as a sentence: "Three tries without an answer: resting until 14 May."
    pub rests: Option<String>,
}
