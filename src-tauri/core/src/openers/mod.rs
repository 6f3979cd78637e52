//! Openers: a line to begin a talk with, each from something that the book knows.
//!
//! `choose` decides, purely: the order of the sorts, the sort that stood first at the last talk, and what rests after
//! "not this". `sources` has an entry for each sort that reads its candidates; another source is another entry.

mod choose;
mod marks;
mod new_role;
mod opener_rows;
mod shown;
mod sources;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::store::noun::{Noun, Table};

pub(crate) use marks::note_talk;
pub(crate) use new_role::new_roles;
pub(crate) use shown::first_of;

crate::columns::column!(OpenerSort);

/// The noun of what rests and what was shown at the last talk.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("opener_rests"),
        Table::undoable("opener_talks"),
    ],
    tells: Some(&shown::TELLS),
    ..Noun::BARE
};

/// What an opener is about, in the order in which they are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OpenerSort {
    /// A date of today.
    Date,
    /// A promise of mine that stands on Today.
    Promise,
    /// A job that began in the last 60 days.
    Role,
    /// A promise of theirs whose day has passed.
    Answer,
    /// What they look for, and somebody offers.
    Match,
    /// A thing lent whose day to come back has passed.
    Lent,
    /// The line for next time.
    NextTime,
    /// A thing kept to share with them.
    Share,
    /// An open step of a need that they share, theirs or mine.
    Goal,
    /// The first line of the note of the last talk.
    LastTalk,
    /// An interest of theirs that is not private.
    Interest,
    /// How long it has been quiet.
    Quiet,
}

/// A line to begin a talk with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Opener {
    /// What it is about, and so of which table `item` is a row.
    pub sort: OpenerSort,
    /// The row that it is from; 0 for none.
    pub item: i64,
    /// What stands before the text: "Next time:"; may be empty.
    pub lead: String,
    /// The line.
    pub text: String,
}

impl Opener {
    /// The line in one piece: "Next time: ask about the benches".
    pub(crate) fn words(&self) -> String {
        match self.lead.as_str() {
            "" => self.text.clone(),
            lead => format!("{lead} {}", self.text),
        }
    }
}
