//! Editing a relationship together with its check-ins: whom the user keeps close, and how.

mod change;
mod cooling;
mod edit;
mod rhythm;
mod spread;
mod status;
mod words;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::relationships::{Category, KindId, Status, Workplace};

pub(crate) use change::keep_close;
pub(crate) use cooling::cooling_end;
pub use cooling::{CoolingOption, CoolingPreview};
pub(crate) use spread::{is_spread, spread_again, spread_first_days};
#[cfg(test)]
pub(crate) use status::cool_until;

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
    /// Sets the status, as the user typed it. `until`: the end of a pause, or of cooling off ("" for a day from now);
    /// otherwise ignored. `on`: the day on which somebody died or it ended, "" for today; otherwise ignored.
    /// `reason`: why; may be empty. `Active` for somebody who is archived, or of whom it was said that they died,
    /// brings them back as they were.
    Status {
        value: Status,
        until: String,
        on: String,
        reason: String,
    },
    /// Sets the day on which the purpose is expected to be over, as the user typed it; "" for none.
    PurposeEnds {
        on: String,
    },
    /// Sets whether the day on which the person died is remembered each year.
    Remember {
        value: bool,
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
