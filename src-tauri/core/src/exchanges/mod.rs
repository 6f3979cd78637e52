//! Give and take: what was given to a person and what was received, things lent, and how it balances.

mod add;
mod balance;
mod edit;
pub(crate) mod exchange_rows;
pub(crate) mod lent;
mod promised;
mod settle;
mod shown;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::ids::PersonId;
use crate::store::noun::{FindIn, Finds, Noun, Settles, Table};

pub(crate) use add::{add, in_talk, note_talk_is_gone, note_talk_is_on};
pub use balance::{Balance, Lean};
pub(crate) use balance::{ENOUGH as ENOUGH_EXCHANGES, EVEN};
pub(crate) use exchange_rows::is_of_talk as came_of;
pub(crate) use lent::lent_and_not_back;
pub(crate) use shown::balance_with;
pub use shown::{Exchange, ExchangesOf, SortOfExchange};

id! {
    /// Something given or received.
    ExchangeId
}

column!(Direction, ExchangeSort);

/// The noun of give and take.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("exchanges"),
        Table::undoable("exchange_settlements"),
    ],
    settles: Some(Settles {
        after: &["commitments"],
        run: promised::settle_promises,
    }),
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT what FROM exchanges WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

/// Whether the user gave or received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "ExchangeDirection")
)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The user gave.
    Given,
    /// The person gave.
    Received,
}

/// What sort of value it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExchangeSort {
    /// Two people were introduced.
    Introduction,
    /// An article, a link, early news.
    Information,
    /// A review, comments.
    Feedback,
    /// Somebody was recommended for work.
    Referral,
    /// Time that was taken.
    Time,
    /// Something was taught, or a tool was shared.
    KnowHow,
    /// Anything else.
    Favour,
}

impl ExchangeSort {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 7] = [
        Self::Introduction,
        Self::Information,
        Self::Feedback,
        Self::Referral,
        Self::Time,
        Self::KnowHow,
        Self::Favour,
    ];

    /// The size that is taken unless another one is said: 1 to share, comment or recommend; 2 for an introduction,
    /// feedback, a review or a reference. 3, for what led to work, is only said.
    pub(crate) fn usual_size(self) -> u8 {
        match self {
            Self::Information | Self::Favour => 1,
            Self::Introduction | Self::Feedback | Self::Referral | Self::Time | Self::KnowHow => 2,
        }
    }
}

/// Something given or received, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewExchange {
    /// Who gave.
    pub direction: Direction,
    /// What it was: one line, 1–200 characters.
    pub what: String,
    /// What sort of value it was.
    pub sort: ExchangeSort,
    /// 1 small, 2 medium, 3 large; `None` for the usual size of its sort.
    pub size: Option<u8>,
    /// On which day, as typed: "yesterday", "March 2025". Today or before.
    pub when: String,
    /// Of a thing lent, the day by which it is to come back, as typed; empty otherwise.
    pub back_by: String,
}

/// Something given or received in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TalkExchange {
    /// Who gave.
    pub direction: Direction,
    /// What it was: one line, 1–200 characters.
    pub what: String,
    /// What sort of value it was.
    pub sort: ExchangeSort,
    /// 1 small, 2 medium, 3 large; `None` for the usual size of its sort.
    pub size: Option<u8>,
    /// Of those who took part, whom it was given to or came from; empty for all of them.
    pub people: Vec<PersonId>,
}
