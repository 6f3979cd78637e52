//! The history of a person's status: each change of it, with its reason and days.

mod events;
mod standing;
pub(crate) mod status_change_rows;

use serde::Serialize;

use crate::columns::id;
use crate::days::Day;
use crate::relationships::Status;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub use events::StatusEvent;
pub(crate) use standing::standing_of;

id! {
    /// A change of a status.
    StatusChangeId
}

/// The noun of table `status_changes`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("status_changes")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT reason FROM status_changes WHERE person_id = ?1 AND reason <> ''",
    }],
    ..Noun::BARE
};

/// The status of a person now, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatusNow {
    /// The status: that of the person comes before that of the relationship.
    pub status: Status,
    /// It in a few words, such as "paused until 1 May"; empty where it is active.
    pub words: String,
    /// Until when, such as "Monday 4 May" or "Wed 11 March, 10:42"; empty without an end.
    pub until: String,
    /// Local date on which a pause ends.
    pub paused_until: Option<Day>,
    /// Local date since when, in words such as "Monday 9 March"; empty where it was set before Kith kept that.
    pub since: String,
    /// Why, in the user's words; may be empty.
    pub reason: String,
    /// Local date on which the person died.
    pub died_on: Option<Day>,
    /// Whether that day is remembered each year.
    pub remembered: bool,
    /// Whether the day has come on which the purpose of the relationship is expected to be over.
    pub purpose_over: bool,
}
