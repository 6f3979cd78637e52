//! Mine to one person: category, kind, purpose, and whether I keep them close.

pub(crate) mod kind_rows;
mod kinds;
pub(crate) mod relationship_rows;
mod shown;

use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::days::Day;
use crate::error::Result;

use crate::store::noun::{FindIn, Finds, Noun, Table};
pub use kinds::NewKind;
pub(crate) use shown::{page_of, status_of, status_on};

/// Kinds of relationship.
pub(crate) const KINDS: Noun = Noun {
    tables: &[Table {
        name_taken: Some("Another kind has this name by now. Nothing was changed."),
        ..Table::undoable("kinds")
    }],
    ..Noun::BARE
};

/// Mine to one person.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("relationships")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT purpose FROM relationships WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

crate::columns::id! {
    /// A kind of relationship: peer, client, mentor …
    KindId
}

crate::columns::column!(Category, Colour, Status, Workplace);

/// Inside or outside of where I work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Where I work.
    Internal,
    /// Elsewhere.
    External,
}

/// The six colours of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "names of the page's colour tokens")]
pub enum Colour {
    Peer,
    Manager,
    Report,
    Client,
    Vendor,
    Industry,
}

/// How a relationship stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Goes on.
    Active,
    /// Rests, and could be taken up again.
    Dormant,
    /// Rests until a date.
    Paused,
    /// Waits after a conflict.
    CoolingOff,
    /// Its purpose is over.
    Ended,
}

/// Whether I meet somebody at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Workplace {
    /// In the same house.
    InHouse,
    /// Elsewhere.
    Remote,
}

/// A kind of relationship, with its rhythm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Kind {
    /// Which.
    pub id: KindId,
    /// "Direct report".
    pub name: String,
    /// Internal or external.
    pub category: Category,
    /// One of six.
    pub colour: Colour,
    /// Days between check-ins, 1–3650, for those newly kept close.
    pub cadence_days: u32,
    /// How many people outside the trash are of this kind; counted in the list of kinds only.
    pub people: u32,
    /// How many of them are kept close; counted likewise.
    pub kept_close: u32,
}

/// Mine to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Relationship {
    /// Internal or external.
    pub category: Category,
    /// Which kind, where one was said.
    pub kind: Option<Kind>,
    /// What it is for, in my own words.
    pub purpose: String,
    /// In-house or remote, where said.
    pub workplace: Option<Workplace>,
    /// Local date since when I keep this person close; absent: I do not.
    pub kept_close_on: Option<Day>,
    /// Days between check-ins, 1–3650.
    pub cadence_days: Option<u32>,
    /// 1 usual, 2 high, 3 highest.
    #[cfg_attr(feature = "typescript", ts(type = "1 | 2 | 3"))]
    pub importance: u8,
    /// How it stands today: a pause that is over is none.
    pub status: Status,
    /// Local date; only while paused.
    pub paused_until: Option<Day>,
    /// Local date of the last conversation.
    pub last_contact_on: Option<Day>,
    /// Local date of the next check-in of the rhythm.
    pub next_due_on: Option<Day>,
    /// "Tuesday 31 March, in 3 weeks".
    pub next_words: Option<String>,
    /// Never asked for an introduction.
    pub do_not_ask: bool,
}

impl Book {
    /// Every kind, in order.
    ///
    /// # Errors
    /// Those of storage.
    pub fn kinds_list(&self) -> Result<Vec<Kind>> {
        self.read(kind_rows::all)
    }
}
