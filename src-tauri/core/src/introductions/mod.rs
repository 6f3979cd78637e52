//! Introductions: the user introduces two people, or somebody introduces the user. What may follow what is decided in
//! `machine`; how often one asks in `limits`. What a user does with them is in `introducing`.

pub(crate) mod introduction_rows;
pub(crate) mod limits;
pub(crate) mod machine;
pub(crate) mod refused_rows;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::days::Day;
use crate::ids::PersonId;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub use machine::IntroductionStage;

id! {
    /// An introduction.
    IntroductionId
}

column!(Introducer);

/// The noun of introductions.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("introductions"),
        Table {
            name_taken: Some("These two are kept apart again by now. Nothing was changed."),
            ..Table::undoable("refused_introductions")
        },
    ],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT why || ' ' || outcome FROM introductions WHERE id IN \
              (SELECT id FROM introductions WHERE person_id = ?1 UNION \
               SELECT id FROM introductions WHERE other_id = ?1 UNION \
               SELECT id FROM introductions WHERE third_id = ?1)",
    }],
    ..Noun::BARE
};

/// Who introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Introducer {
    /// The user introduces two people to each other.
    Me,
    /// Somebody introduces the user, directly or through one more.
    Them,
}

/// What somebody said to an introduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IntroductionAnswer {
    /// They would like it.
    Yes,
    /// They would not. It stays with this ask and says nothing of the person.
    No,
    /// Not for the time being.
    NotNow,
}

/// A question to one of the people of an introduction, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Ask {
    /// Which of the people, from 0.
    pub(crate) at: usize,
    pub(crate) on: Day,
    pub(crate) answer: Option<IntroductionAnswer>,
    pub(crate) answered_on: Option<Day>,
    /// The answer in their words; may be empty.
    pub(crate) words: String,
    /// After "not now": the day from which one may ask again.
    pub(crate) again_on: Option<Day>,
}

/// A row of `introductions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IntroductionRecord {
    pub(crate) id: IntroductionId,
    pub(crate) by: Introducer,
    /// Two, or three of a way with two between. Of `Introducer::Them` the last is the one to meet.
    pub(crate) people: Vec<PersonId>,
    pub(crate) why: String,
    /// In the order in which they were asked. Of one person, the last counts.
    pub(crate) asks: Vec<Ask>,
    pub(crate) began_on: Day,
    pub(crate) made_on: Option<Day>,
    pub(crate) outcome: String,
    pub(crate) outcome_on: Option<Day>,
    pub(crate) thanked_on: Option<Day>,
    pub(crate) rested_on: Option<Day>,
}
