//! The line for next time: what to talk about when one talks with a person again. It goes when a conversation is logged.

pub(crate) mod next_line_rows;
mod write;

use serde::Serialize;

use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use write::{note_talk, set};

crate::columns::id! {
    /// The line for next time with a person.
    NextLineId
}

/// The noun of table `next_lines`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("next_lines")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT body FROM next_lines WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

/// The line for next time with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextLine {
    /// The id of the line.
    pub id: NextLineId,
    /// One line, 1–200 characters.
    pub text: String,
}
