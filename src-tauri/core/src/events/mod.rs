//! Events where one met people: name, place, day and who was there; follow-ups with those whom one met; and how one
//! met a person.
//!
//! A follow-up is a planned check-in: it stands on Today from the first working day after the event to the second, then
//! for a week in a quiet line, and lets itself be. Nothing else comes of an event by itself: that two people were at one event ties nobody.

mod edit;
pub(crate) mod event_rows;
mod follow_up;
mod how_met;
mod how_met_rows;
mod let_be;
mod lists;
mod said;
mod shown;
mod standing;

use serde::{Deserialize, Serialize};

use crate::check_ins::CheckInId;
use crate::columns::id;
use crate::days::Day;
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::people_list::PersonRow;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub use how_met::{HowMet, NewHowMet};
pub(crate) use how_met::{met_at, met_on, met_through};
pub use said::EventSaid;
pub(crate) use said::event_meant;
pub use standing::{FollowedUp, StandingFollowUp};

id! {
    /// An event.
    EventId
}

/// The noun of events and of how one met a person.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("events"),
        Table::undoable("event_people"),
        Table::undoable("how_met"),
        Table::undoable("met_through"),
    ],
    finds: &[
        Finds {
            column: FindIn::Words,
            sql: "SELECT e.name || ' ' || e.place FROM event_people g JOIN events e ON e.id = g.event_id \
                  WHERE g.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT line FROM event_people WHERE person_id = ?1 AND line <> ''",
        },
    ],
    ..Noun::BARE
};

/// Somebody who was at an event. In JSON: an id, or the name of a new person as a string.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum GuestWho {
    /// A person of the book.
    Known(PersonId),
    /// The name of a new person, who is added to the book with the event.
    New(String),
}

/// Somebody who was at an event, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewGuest {
    /// Who.
    pub who: GuestWho,
    /// What to remember of them: one line; may be empty.
    pub line: String,
    /// Whether the user met them there first. Left out where something else is said of how both met, and where the
    /// event is still to come.
    pub met: bool,
    /// Whether a follow-up is planned with them. Left out where it is too late for one, or they are left alone.
    pub follow_up: bool,
}

/// An event, as the user entered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewEvent {
    /// What it was: one line.
    pub name: String,
    /// Where: one line; may be empty.
    pub place: String,
    /// On which day, as typed: "yesterday", "9 march".
    pub when: String,
    /// Who was there: at least one, at most 200.
    pub guests: Vec<NewGuest>,
    /// A note; may be empty.
    pub note: String,
}

/// How the follow-up with somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// None is planned, or it was let be.
    None,
    /// It is planned.
    Open,
    /// It was done.
    Done,
}

/// Somebody who was at an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EventGuest {
    /// Who.
    pub row: PersonRow,
    /// What to remember of them; may be empty.
    pub line: String,
    /// Whether the user met them there first.
    pub met: bool,
    /// How the follow-up with them stands.
    pub follow_up: FollowUp,
    /// Its check-in, where it is open.
    pub check_in: Option<CheckInId>,
    /// It in words: "by Wed 11 March", "followed up 10 March"; empty for none.
    pub follow_up_words: String,
    /// Whether nothing is suggested with them now, such as a follow-up.
    pub left_alone: bool,
}

/// An event and who was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EventShown {
    /// The event.
    pub id: EventId,
    /// What it was.
    pub name: String,
    /// Where; may be empty.
    pub place: String,
    /// Local date.
    pub on: Day,
    /// The day as one types it: "9 March 2026".
    pub day_text: String,
    /// All of it in a line: "Monday 9 March, Gothenburg. Five people, two to follow up."
    pub summary: String,
    /// A note; may be empty.
    pub note: String,
    /// Who was there, in the order in which they were named; without those in the trash.
    pub guests: Vec<EventGuest>,
}

/// An event as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EventRow {
    /// The event.
    pub id: EventId,
    /// What it was.
    pub name: String,
    /// Local date.
    pub on: Day,
    /// Day and place: "9 March, Gothenburg".
    pub words: String,
    /// The day as one types it: "9 March 2026".
    pub day_text: String,
    /// How many people were there, without those in the trash.
    pub people: u32,
}

/// An event at which a person was, for their timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EventOfPerson {
    /// The event.
    pub id: EventId,
    /// Local date.
    pub on: Day,
    /// "Nordic Lab Days", "You met at Nordic Lab Days".
    pub title: String,
    /// What to remember of them, or else where it was; may be empty.
    pub text: String,
}

/// How one met a person, and the events at which they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EventsOf {
    /// How one met them; `None` where nothing is said of it.
    pub how_met: Option<HowMet>,
    /// The events, the last first.
    pub events: Vec<EventOfPerson>,
}

/// What the form of an event says while it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EventHints {
    /// Whether follow-ups can still be planned.
    pub can_follow_up: bool,
    /// Until when they are: "Follow up by Wednesday 11 March."; or why there is none; empty without a day.
    pub follow_up: String,
    /// What is known of those who were there, in the order asked.
    pub guests: Vec<GuestHints>,
}

/// What is known of somebody who was at an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuestHints {
    /// Who.
    pub person: PersonName,
    /// Whether they may have been met there first: nothing is said of it, and no talk was before.
    pub is_new: bool,
    /// Whether they were not met there first: it is said already how both met, or the event is still to come.
    pub not_met_there: bool,
    /// Whether nothing is suggested with them now, such as a follow-up.
    pub left_alone: bool,
}
