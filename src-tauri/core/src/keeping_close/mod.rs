//! What I declare about a person, and whether I keep them close: a relationship and its check-ins together.

mod change;
mod edit;
mod rhythm;

use serde::{Deserialize, Serialize};

use crate::relationships::{Category, KindId, Status, Workplace};

pub(crate) use change::keep_close;

/// One edit of my relationship to a person.
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
    /// Plans check-ins; without a cadence the kind's own is taken.
    KeepClose {
        kind: KindId,
        cadence_days: Option<u32>,
        #[cfg_attr(feature = "typescript", ts(type = "1 | 2 | 3"))]
        importance: u8,
    },
    /// No more check-ins; the kind stays.
    LetGo,
    /// Lets the relationship rest, end, or go on; `until` as typed, only where it is paused.
    Status {
        value: Status,
        until: String,
    },
    /// Never asked for an introduction, or again one who may be.
    DoNotAsk {
        value: bool,
    },
}
