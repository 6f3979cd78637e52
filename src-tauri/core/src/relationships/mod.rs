//! The user's relationship to a person: category, kind, purpose, status, and whether the user keeps them
//! close.

pub(crate) mod kind_rows;
mod held;
mod kinds;
pub(crate) mod relationship_rows;
pub(crate) mod rhythm_rows;
mod shown;
mod status;

use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::days::Day;
use crate::error::Result;

use crate::store::noun::{FindIn, Finds, Noun, Table};
pub(crate) use held::held_back;
pub use kinds::NewKind;
pub(crate) use shown::{page_of, status_on};
pub use status::Status;
pub(crate) use status::{StoredStatus, moment_words};

/// The noun of table `kinds`.
pub(crate) const KINDS: Noun = Noun {
    tables: &[Table {
        name_taken: Some("Another kind has this name by now. Nothing was changed."),
        ..Table::undoable("kinds")
    }],
    ..Noun::BARE
};

/// The noun of table `relationships`.
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

crate::columns::column!(Category, Colour, Workplace);

/// Whether the person works in the user's organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// In the user's organisation.
    Internal,
    /// Outside it.
    External,
}

/// The colour of a kind.
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

/// How the person works: in-house or remotely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Workplace {
    /// In-house.
    InHouse,
    /// Remotely.
    Remote,
}

/// A kind of relationship, with its cadence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Kind {
    /// The id of the kind.
    pub id: KindId,
    /// The name, such as "Direct report".
    pub name: String,
    /// Whether people of this kind are inside or outside the user's organisation.
    pub category: Category,
    /// The colour that shows the kind on the page.
    pub colour: Colour,
    /// Days between check-ins, 1–3650. People get this cadence when they are newly kept close.
    pub cadence_days: u32,
}

/// A kind of relationship in the list of kinds, with the number of its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KindListed {
    /// The id of the kind.
    pub id: KindId,
    /// The name, such as "Direct report".
    pub name: String,
    /// Whether people of this kind are inside or outside the user's organisation.
    pub category: Category,
    /// The colour that shows the kind on the page.
    pub colour: Colour,
    /// Days between check-ins, 1–3650. People get this cadence when they are newly kept close.
    pub cadence_days: u32,
    /// Number of people of this kind outside the trash.
    pub people: u32,
    /// How many of `people` are kept close.
    pub kept_close: u32,
}

/// The user's relationship to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Relationship {
    /// Whether the person is inside or outside the user's organisation.
    pub category: Category,
    /// The kind, if the user chose one.
    pub kind: Option<Kind>,
    /// What the relationship is for, in the user's words.
    pub purpose: String,
    /// Local date on which the purpose is expected to be over, if the user said so.
    pub purpose_ends_on: Option<Day>,
    /// Whether the person works in-house or remotely, if the user said so.
    pub workplace: Option<Workplace>,
    /// Local date since which the user keeps this person close; `None` if they do not.
    pub kept_close_on: Option<Day>,
    /// Days between check-ins, 1–3650; `None` if the person is not kept close.
    pub cadence_days: Option<u32>,
    /// So many days after the last conversation the next one is late; `None`: when it is due.
    pub latest_days: Option<u32>,
    /// 1 normal, 2 high, 3 highest.
    #[cfg_attr(feature = "typescript", ts(type = "1 | 2 | 3"))]
    pub importance: u8,
    /// The status now, without what belongs to the person (`status_changes::StatusNow`). A pause that has ended counts as `Active`.
    pub status: Status,
    /// Local date on which a pause ends: from that day the status is `Active` again. Only if paused today.
    pub paused_until: Option<Day>,
    /// Local date of the last conversation.
    pub last_contact_on: Option<Day>,
    /// Local date of the next check-in of the cadence; only if the status is `Active`.
    pub next_due_on: Option<Day>,
    /// `next_due_on` in words, such as "Tuesday 31 March, in 3 weeks".
    pub next_words: Option<String>,
    /// Whether the user does not want to ask this person for an introduction.
    pub do_not_ask: bool,
}

impl Book {
    /// All kinds in the order of the list.
    ///
    /// # Errors
    /// Storage errors.
    pub fn kinds_list(&self) -> Result<Vec<KindListed>> {
        self.read(kind_rows::all)
    }
}
