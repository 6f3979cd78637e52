//! Editing a relationship together with its check-ins: whom the user keeps close, and how.

mod change;
mod edit;
mod rhythm;
mod spread;
mod words;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::relationships::{Category, KindId, Status, Workplace};

pub(crate) use change::keep_close;
pub(crate) use spread::spread_first_days;

/// One edit of the user's relationship to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
#[allow(missing_docs, reason = "the fields are those of `Relationship`")]
pub enum RelationshipEdit {
    Category {
        value: Option<Category>,
    },
    Kind {
        id: Option<KindId>,
    },
    Purpose {
        value: String,
    },
    Workplace {
        value: Option<Workplace>,
    },
    /// Keeps the person close. Without `cadence_days`, the cadence of the kind applies. `next` is the
    /// day of the next check-in as the user typed it, or "" to let the cadence decide.
    KeepClose {
        kind: KindId,
        cadence_days: Option<u32>,
        #[cfg_attr(feature = "typescript", ts(type = "1 | 2 | 3"))]
        importance: u8,
        next: String,
    },
    /// Sets how many days after the last conversation the next one is late; `None`: when it is due.
    Latest {
        days: Option<u32>,
    },
    /// Plans no more check-ins by a cadence; the kind stays.
    LetGo,
    /// Sets the status. `until` is the end of a pause as the user typed it; it is ignored for other statuses.
    Status {
        value: Status,
        until: String,
    },
    /// Sets whether the user does not want to ask this person for introductions.
    DoNotAsk {
        value: bool,
    },
}

/// One edit, and the people whose relationships it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GroupEdit {
    /// The people.
    pub ids: Vec<PersonId>,
    /// The edit that each of them gets.
    pub edit: RelationshipEdit,
}
