//! Who knows about something, and who looks for it.

mod knowing_rows;
mod who;

use serde::{Deserialize, Serialize};

pub(crate) use who::who_knows_in;

use crate::ids::PersonId;
use crate::people_list::PersonRow;

/// What is asked of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WhoAsked {
    /// Who offers a topic or knows about it.
    Knows,
    /// Who looks for it.
    Seeks,
}

/// Where it stands that somebody is an answer, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WhoBy {
    /// They look for it.
    Seeks,
    /// They offer it.
    Offers,
    /// They know about it.
    Knows,
    /// A tag.
    Tag,
    /// Their role.
    Role,
    /// Their organisation or department.
    Organisation,
    /// A note about them, or of a conversation.
    Note,
}

/// Somebody who is an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WhoRow {
    /// The person.
    pub row: PersonRow,
    /// Where it stands.
    pub by: WhoBy,
    /// What stands there, in words: "Offers optics", "Tag “optics”", "Note of 6 February: “replaced the bench”".
    pub words: String,
    /// If I do not know them: through whom I may.
    pub through: Option<WhoThrough>,
}

/// Through whom somebody may be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WhoThrough {
    /// The person between.
    pub person: PersonId,
    /// "Daniel knows Kirsi closely."
    pub words: String,
}

/// The answer to "who knows about optics".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WhoKnows {
    /// What was asked about.
    pub topic: String,
    /// All of it in one line: "Two offer it, one an introduction away". '' if nobody.
    pub summary: String,
    /// Those whom I know or whom nobody leads to, best first; then those who are an introduction away.
    pub rows: Vec<WhoRow>,
    /// Whether there are more than are listed.
    pub more: bool,
    /// What I offer or know of it myself; for `Seeks`, what I look for. As I spell it.
    pub mine: Vec<String>,
}
