//! The quarter: eleven statements about what one did in it, one line, and one intention for the next. Beside each
//! statement stands what the book knows. There is no total, and nothing leaves the book but with the whole of it.

mod answer;
mod calendar;
mod evidence;
mod quarter_rows;
mod shown;
mod statements;

use serde::{Deserialize, Serialize};

use crate::days::Day;
use crate::store::noun::{Noun, Table};

pub use evidence::Evidence;
pub(crate) use shown::answered_from;
pub use statements::Statement;

/// The noun of table `quarters`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("quarters")],
    ..Noun::BARE
};

/// How true a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StatementAnswer {
    /// Which one.
    pub statement: Statement,
    /// 1 rarely to 5 nearly always; 0 for no occasion.
    pub step: u8,
}

/// What the user says of a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QuarterSaid {
    /// How true the statements are; those that are left out are not answered.
    pub answers: Vec<StatementAnswer>,
    /// One thing that they noticed: one line; may be empty.
    pub line: String,
    /// What they intend for the next quarter: one line; may be empty.
    pub intention: String,
}

/// A quarter, with what is said of it and what the book knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuarterShown {
    /// Its first day.
    pub first_on: Day,
    /// "January to March 2026".
    pub name: String,
    /// Of a young book: the day from which on a quarter can be answered, "from 31 March"; otherwise empty.
    pub from: String,
    /// The day on which it was answered: "3 April"; empty where it was not.
    pub answered: String,
    /// The last intention of a quarter before it.
    pub last_intention: Option<Intention>,
    /// The eleven statements.
    pub statements: Vec<StatementShown>,
    /// One thing that was noticed; may be empty.
    pub line: String,
    /// What is intended for the next quarter; may be empty.
    pub intention: String,
    /// The first day of the quarter before it.
    pub before: Day,
    /// The first day of the quarter after it, where that is over.
    pub after: Option<Day>,
}

/// What was intended in a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Intention {
    /// "October to December 2025".
    pub quarter: String,
    /// In the user's words.
    pub text: String,
}

/// A statement about a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatementShown {
    /// Which one.
    pub statement: Statement,
    /// Whether it is about a trait; otherwise about a skill.
    pub about_trait: bool,
    /// "Self-awareness".
    pub title: String,
    /// "I noticed what I felt while it happened."
    pub text: String,
    /// The answer, 1–5, or 0 for no occasion; `None` where it is not answered.
    pub step: Option<u8>,
    /// The answer of the quarter before.
    pub last_step: Option<u8>,
    /// The answers of up to seven quarters before, the first first.
    pub trend: Vec<PastAnswer>,
    /// What the book knows.
    pub evidence: Evidence,
}

/// How a statement was answered before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PastAnswer {
    /// "Q4 2025".
    pub quarter: String,
    /// 1–5, or 0 for no occasion.
    pub step: u8,
}
