//! The whole person: short lines about what somebody likes, whom they live with, what they stand up for.

mod edit;
pub(crate) mod fact_rows;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::store::noun::{FindIn, Finds, Noun, Table};

id! {
    /// A line about the whole person.
    FactId
}

column!(FactKind);

/// Lines about the whole person.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("facts")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT body FROM facts WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// What they like to do.
    Interest,
    /// Whom they live with and care for.
    Family,
    /// What they stand up for.
    Cause,
    /// Anything else.
    Other,
}

/// A line about the whole person, as it is entered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewFact {
    /// What it is about.
    pub kind: FactKind,
    /// One line, 1 to 200 characters.
    pub text: String,
    /// It leaves in no card, and is printed only when asked for.
    pub private: bool,
}

/// A line about the whole person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fact {
    /// Identifies the line.
    pub id: FactId,
    /// What it is about.
    pub kind: FactKind,
    /// One line, 1 to 200 characters.
    pub text: String,
    /// It leaves in no card, and is printed only when asked for.
    pub private: bool,
}
