//! Boundaries: what the user shares with a person, topics to leave alone, the person's hours and zone, and conflicts
//! of interest. Each speaks up at the place of the slip, in one line, and stops nothing.

pub(crate) mod boundary_rows;
mod by_kind;
mod conflict_edit;
pub(crate) mod conflict_rows;
mod edit;
mod off_limits;
mod shown;
mod speaks_up;
mod strip;
mod their_hours;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::columns::{column, id};
use crate::days::Day;
use crate::people::PersonName;
use crate::relationships::KindId;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use boundary_rows::off_limits_of;
pub(crate) use off_limits::{off_limits_at, off_limits_in};
pub(crate) use shown::active_conflicts;
pub(crate) use speaks_up::{excluded_pair, excluded_with_me, managed_words};
pub(crate) use strip::strip_of;
pub use their_hours::ZoneFound;
pub(crate) use their_hours::{hours_note, hours_of};

id! {
    /// A conflict of interest.
    ConflictId
}

column!(Sharing, ConflictLevel, Handling);

/// The noun of boundaries.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("boundaries"),
        Table::undoable("off_limits"),
        Table::undoable("conflicts"),
        Table::undoable("no_conflicts"),
        Table::undoable("kind_boundaries"),
    ],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT why FROM conflicts WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

/// What the user shares with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sharing {
    /// Plans, numbers, what the work needs.
    WorkOnly,
    /// Also how one is, and small things.
    SomeOfMe,
    /// What one would tell a friend.
    Openly,
}

/// How real a conflict of interest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ConflictLevel {
    /// It is one.
    Actual,
    /// It could become one.
    Potential,
    /// It could look like one.
    Perceived,
}

/// What is done about a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// Nothing is proposed across it.
    Excluded,
    /// It is handled as the user says, and that is said where it matters.
    Managed,
}

/// The hours of a person, in their zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TheirHours {
    /// The days, Monday 0 to Sunday 6; at least one.
    pub weekdays: Vec<u8>,
    /// Start, minutes since midnight, 0–1439.
    pub from: u16,
    /// End, minutes since midnight, after `from`, at most 1440.
    pub to: u16,
}

/// What is said of the boundaries with a person. All of it may be unsaid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Boundaries {
    /// What the user shares.
    pub sharing: Option<Sharing>,
    /// Topics to leave alone, in their order; at most 30, of at most 80 characters.
    pub off_limits: Vec<String>,
    /// Their hours.
    pub hours: Option<TheirHours>,
    /// Their time zone, such as "Asia/Kolkata"; empty where it is not said.
    pub zone: String,
}

/// What usually holds with people of a kind, where nothing else is said of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindBoundary {
    /// The kind.
    pub kind: KindId,
    /// Its name.
    pub name: String,
    /// What the user shares.
    pub sharing: Option<Sharing>,
    /// The usual channel.
    pub channel: Option<Channel>,
    /// A note, such as "prices only in writing"; at most 120 characters; may be empty.
    pub note: String,
}

/// Between whom a conflict is, besides the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ConflictWith {
    /// The user.
    Me,
    /// Another person.
    Person {
        /// Who.
        id: crate::ids::PersonId,
    },
    /// An organisation.
    Organisation {
        /// Its name, as the user typed it.
        name: String,
    },
}

/// The fields of a conflict that is declared or changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewConflict {
    /// With whom or what the person has it.
    pub with: ConflictWith,
    /// How real it is.
    pub level: ConflictLevel,
    /// Why, in the user's words.
    pub why: String,
    /// What is done about it.
    pub handling: Handling,
    /// How a managed one is handled, in the user's words; otherwise ignored.
    pub how: String,
    /// The last day, as the user typed it; "" until the user ends it.
    pub until: String,
}

/// A conflict of interest as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The conflict.
    pub id: ConflictId,
    /// One of the two; the other is the user, another person or an organisation.
    pub person: PersonName,
    /// The other person.
    pub other: Option<PersonName>,
    /// The name of the organisation.
    pub organisation: Option<String>,
    /// How real it is.
    pub level: ConflictLevel,
    /// Why, in the user's words.
    pub why: String,
    /// What is done about it.
    pub handling: Handling,
    /// How a managed one is handled.
    pub how: String,
    /// Local date on which it was declared.
    pub declared_on: Day,
    /// Local date of its last day.
    pub until: Option<Day>,
    /// With whom it is, and until when: "with Orrin Pharma, until 30 June".
    pub words: String,
    /// Whether a year has gone by since it was declared or looked at.
    pub review: bool,
    /// Whether its last day has passed.
    pub over: bool,
}

/// The boundaries with a person as their page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BoundariesOf {
    /// What is said.
    pub said: Boundaries,
    /// All of it in one line: "Work only · not: the merger · until 16:00 (15:20 there)"; empty where nothing is said.
    pub strip: String,
    /// Their hours in words, such as "Mon–Fri, 9:30–18:00"; empty without.
    pub hours: String,
    /// Their time now, such as "15:12 in Kolkata, 4½ hours ahead"; empty without a zone.
    pub time_there: String,
    /// Conflicts that the person has, those that hold first.
    pub conflicts: Vec<Conflict>,
    /// Whether the kind of relationship makes a conflict likely and nothing is said of one yet.
    pub proposes_conflict: bool,
}
