//! Ties: who knows whom among the people in the book.

mod edit;
mod proposals;
mod shown;
pub(crate) mod tie_rows;
mod weights;
mod words;

use serde::{Deserialize, Serialize};

use crate::days::PartialDate;
use crate::ids::PersonId;
use crate::people_list::PersonRow;

use crate::store::noun::{Noun, Table};
pub(crate) use edit::check_no_reporting_circle;
pub(crate) use proposals::{Proposed, proposed};
pub(crate) use shown::{known_by_both, ties_of_person};
pub(crate) use weights::ClosenessWeights;
pub(crate) use words::years;

/// The noun of the tables of ties and of refused pairs.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("ties"), Table::undoable("refused_ties")],
    after_undo: Some(check_no_reporting_circle),
    ..Noun::BARE
};

crate::columns::id! {
    /// A tie between two people.
    TieId
}

crate::columns::column!(TieKind, Closeness, TieSource);

/// The kind of a tie. The directed kinds read from `person` to `other`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// They know each other.
    #[default]
    Knows,
    /// They work together.
    WorksWith,
    /// The person reports to the other.
    ReportsTo,
    /// The person introduced the other to the user or to somebody else.
    Introduced,
    /// The person mentors the other.
    Mentors,
    /// The person is a client of the other.
    ClientOf,
    /// The person sways the other.
    Influences,
}

/// How well two people know each other, as the user says it. Settings give each a weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// They have met.
    Little,
    /// They deal with each other.
    Colleague,
    /// They trust each other.
    Close,
    /// The user does not know.
    #[default]
    NotSure,
}

/// The weight of each closeness, 0–1. The values are chosen, not measured, so they are a setting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct TieWeights {
    /// The weight of `Closeness::Close`.
    pub close: f64,
    /// The weight of `Closeness::Colleague`.
    pub colleague: f64,
    /// The weight of `Closeness::Little`.
    pub little: f64,
    /// The weight of `Closeness::NotSure`.
    pub not_sure: f64,
}

impl Default for TieWeights {
    fn default() -> Self {
        Self {
            close: 0.8,
            colleague: 0.5,
            little: 0.25,
            not_sure: 0.4,
        }
    }
}

impl TieWeights {
    /// The first weight outside 0–1, as its field name and a message; `None` if all are valid.
    pub fn problem(&self) -> Option<(&'static str, &'static str)> {
        let weights = [
            ("close", self.close),
            ("colleague", self.colleague),
            ("little", self.little),
            ("notSure", self.not_sure),
        ];
        let wrong = weights
            .into_iter()
            .find(|(_, weight)| !(0.0..=1.0).contains(weight));
        wrong.map(|(field, _)| (field, "A tie counts between 0 and 1."))
    }

    /// The weight of a closeness, 0–1.
    pub fn of(&self, closeness: Closeness) -> f64 {
        match closeness {
            Closeness::Close => self.close,
            Closeness::Colleague => self.colleague,
            Closeness::Little => self.little,
            Closeness::NotSure => self.not_sure,
        }
    }
}

/// One of the two people of a tie that is added or corrected. In JSON: an id, or a name as a string.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum TieEnd {
    /// A person of the book.
    Known(PersonId),
    /// The name of a new person, who is added to the book together with the tie.
    New(String),
}

impl From<PersonId> for TieEnd {
    fn from(id: PersonId) -> Self {
        Self::Known(id)
    }
}

/// The fields of a tie that is added or corrected. The texts may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewTie {
    /// One of the two: the one who reports, mentors, introduced or is a client.
    pub person: TieEnd,
    /// The other of the two.
    pub other: TieEnd,
    /// The kind of tie.
    pub kind: TieKind,
    /// How well they know each other.
    pub closeness: Closeness,
    /// Since when, as the user typed it: "2019", "May 2019", "3 May 2019".
    pub since: String,
    /// Until when, in the same form. If it is not empty, the tie is over.
    pub until: String,
    /// How the user knows of the tie, such as "from Samir".
    pub note: String,
}

/// A tie as the page of one of the two people shows it. That person is "the viewed person" below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TieShown {
    /// The id of the tie.
    pub id: TieId,
    /// The person at the other end.
    pub with: PersonRow,
    /// The kind of tie.
    pub kind: TieKind,
    /// Whether the tie reads from `with` to the viewed person, for example if `with` reports to them.
    pub from_them: bool,
    /// The verb, with the viewed person as subject: "knows", "reports to",
    /// "manages", "mentored by" and so on.
    pub how: String,
    /// How well they know each other.
    pub closeness: Closeness,
    /// `closeness` in words: "close", "colleague", "a little", "not sure".
    pub well: String,
    /// The first day, month or year, such as "2019", "2019-05" or "2019-05-03".
    pub since: Option<PartialDate>,
    /// The last day, month or year, in the same form; `Some` if the tie is over.
    pub until: Option<PartialDate>,
    /// `since` and `until` in words, such as "since 2019" or "2015 – 2019"; may be empty.
    pub years: String,
    /// How the user knows of the tie.
    pub note: String,
    /// The whole tie in sentences, for screen readers: "Gareth Pennlow knows Nadia Ferreux, VP Research at
    /// Orrin Pharma. Close, since 2019. You have not talked with them yet."
    pub spoken: String,
}

/// A tie that Kith derived from other data. The user has not decided about it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProposedTie {
    /// One of the two: the one who reports, if the kind is directed.
    pub person: PersonRow,
    /// The other of the two.
    pub other: PersonRow,
    /// The kind of tie.
    pub kind: TieKind,
    /// The verb, with `person` as subject: "works with", "reports to" and so on.
    pub how: String,
    /// How well they know each other.
    pub closeness: Closeness,
    /// `closeness` in words, such as "colleague".
    pub well: String,
    /// What it was derived from: "Same department at Tarn Biologics", "Written on Theo’s card".
    pub reason: String,
    /// Whether the page preselects it. Weak proposals are not preselected.
    pub likely: bool,
}

/// All people that a person knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonTies {
    /// Open ties, closest first, then by name; at most 200.
    pub ties: Vec<TieShown>,
    /// Number of open ties beyond those in `ties`.
    pub more: u32,
    /// Ties that are over, the latest end first; at most 50.
    pub over: Vec<TieShown>,
    /// Proposed ties; at most 50.
    pub proposed: Vec<ProposedTie>,
}

/// Proposed ties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Proposals {
    /// Number of all proposed ties, including those beyond the limit.
    pub total: u32,
    /// The proposed ties, likeliest first among people equally close to the user.
    pub ties: Vec<ProposedTie>,
}

/// A pair of people, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TiePair {
    /// One of the two.
    pub person: PersonId,
    /// The other of the two.
    pub other: PersonId,
}

/// Where a tie comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TieSource {
    /// The user added it.
    ByHand,
    /// A card named the other person.
    Card,
    /// The two are in one department or a small organisation.
    Team,
    /// The two took part in the same conversation.
    Talk,
}

/// A pair of people. Equal pairs compare equal whichever person was given first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Pair(PersonId, PersonId);

impl Pair {
    pub(crate) fn of(one: PersonId, two: PersonId) -> Self {
        Self(one.min(two), one.max(two))
    }

    pub(crate) fn low(self) -> PersonId {
        self.0
    }

    pub(crate) fn high(self) -> PersonId {
        self.1
    }
}

impl From<TiePair> for Pair {
    fn from(pair: TiePair) -> Self {
        Self::of(pair.person, pair.other)
    }
}
