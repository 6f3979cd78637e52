//! The nature of a relationship as it felt on a day: transactional, mutually dependent or transformational; influence,
//! mutuality and openness. A small history, and a line of guidance in the brief; nothing else is made of it.

mod edit;
pub(crate) mod nature_rows;
mod shown;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::days::Day;
use crate::store::noun::{Noun, Table};

pub(crate) use shown::guidance_of;

id! {
    /// What was said of a nature on a day.
    NatureId
}

column!(NatureKind);

/// The noun of table `natures`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("natures")],
    ..Noun::BARE
};

/// What sort of relationship it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NatureKind {
    /// Each does a part, and that is enough.
    Transactional,
    /// Neither can do it alone.
    MutuallyDependent,
    /// Each changes how the other thinks.
    Transformational,
}

/// What is said of the nature of a relationship. All of it may be unsaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Nature {
    /// What sort it is.
    pub nature: Option<NatureKind>,
    /// 1 little to 5 much.
    pub influence: Option<u8>,
    /// 1 one way to 5 both ways.
    pub mutuality: Option<u8>,
    /// 1 guarded to 5 open.
    pub openness: Option<u8>,
}

/// The nature of a relationship as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NatureOf {
    /// What is said now; all unsaid where nothing is.
    pub said: Nature,
    /// Since when, such as "14 January"; empty where nothing is said.
    pub since: String,
    /// A line of guidance; empty where no sort is said.
    pub guidance: String,
    /// What was said, the last first.
    pub events: Vec<NatureEvent>,
}

/// That the nature was said to be another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NatureEvent {
    /// What was said.
    pub id: NatureId,
    /// Local date.
    pub on: Day,
    /// "Now mutually dependent".
    pub title: String,
    /// What was said before, and the steps: "Before: transactional. Influence 3, mutuality 4, openness 3."
    pub text: String,
}
