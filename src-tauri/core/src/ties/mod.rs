//! Who knows whom among the people in the book.

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
pub(crate) use edit::check_lines;
pub(crate) use proposals::{Proposed, proposed};
pub(crate) use shown::known;
pub(crate) use weights::ClosenessWeights;
pub(crate) use words::years;

/// Who knows whom, and of whom I said that they do not.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("ties"), Table::undoable("refused_ties")],
    after_undo: Some(check_lines),
    ..Noun::BARE
};

crate::columns::id! {
    /// A tie between two people.
    TieId
}

crate::columns::column!(TieKind, Closeness, TieSource);

/// What is between two people. The directed ones read from `person` to `other`.
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
    /// The person introduced the other to me or to somebody.
    Introduced,
    /// The person mentors the other.
    Mentors,
    /// The person is a client of the other.
    ClientOf,
}

/// How well two people know each other, in words; the settings say what each weighs.
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
    /// Nobody said.
    #[default]
    NotSure,
}

/// What the words weigh, each 0–1: chosen, not measured, hence settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct TieWeights {
    /// Close.
    pub close: f64,
    /// Colleague.
    pub colleague: f64,
    /// A little.
    pub little: f64,
    /// Not sure.
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
    /// What cannot be taken, and in which field.
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

/// A tie as a person writes it; all texts may be ''.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewTie {
    /// One of the two: who reports, mentors, introduced, is a client.
    pub person: PersonId,
    /// The other.
    pub other: PersonId,
    /// What is between them.
    pub kind: TieKind,
    /// How well they know each other.
    pub closeness: Closeness,
    /// Since when, as typed: "2019", "May 2019", "3 May 2019".
    pub since: String,
    /// Until when, likewise; not '': it is over.
    pub until: String,
    /// How I know, in my own words: "from Samir".
    pub note: String,
}

/// A tie as it is seen from one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TieShown {
    /// Which.
    pub id: TieId,
    /// Who is at its other end.
    pub with: PersonRow,
    /// What is between them.
    pub kind: TieKind,
    /// The one at the other end is the tie's `person`: reports to, mentors … the one it is seen from.
    pub from_them: bool,
    /// "knows", "reports to", "manages", "mentored by" …: from the one it is seen from.
    pub how: String,
    /// How well they know each other.
    pub closeness: Closeness,
    /// "close", "colleague", "a little", "not sure".
    pub well: String,
    /// "2019", "2019-05" or "2019-05-03".
    pub since: Option<PartialDate>,
    /// Like `since`; present: it is over.
    pub until: Option<PartialDate>,
    /// "since 2019", "2015 – 2019", ''.
    pub years: String,
    /// How I know, in my own words.
    pub note: String,
    /// The whole of it, to be read aloud: "Gareth Pennlow knows Nadia Ferreux, VP Research at Orrin Pharma.
    /// Close, since 2019. You have not talked with them yet."
    pub spoken: String,
}

/// A tie that Kith read somewhere and nobody has said yes or no to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProposedTie {
    /// One of the two.
    pub person: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// What would be between them.
    pub kind: TieKind,
    /// "works with", "reports to" …
    pub how: String,
    /// How well.
    pub closeness: Closeness,
    /// "colleague" …
    pub well: String,
    /// Where it was read: "Same department at Tarn Biologics", "Written on Theo’s card".
    pub reason: String,
    /// It begins ticked; a weak one does not.
    pub likely: bool,
}

/// Everybody that somebody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Knows {
    /// The closest first, then by name; at most 200.
    pub ties: Vec<TieShown>,
    /// How many further ones there are.
    pub more: u32,
    /// Ties that are over, the last one first; at most 50.
    pub over: Vec<TieShown>,
    /// What Kith could draw; at most 50.
    pub proposed: Vec<ProposedTie>,
}

/// Ties that Kith could draw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Proposals {
    /// How many in all.
    pub total: u32,
    /// The likeliest first.
    pub ties: Vec<ProposedTie>,
}

/// Two people, in either order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TiePair {
    /// One.
    pub person: PersonId,
    /// The other.
    pub other: PersonId,
}

/// Where a tie was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TieSource {
    /// I said so.
    ByHand,
    /// On a card.
    Card,
    /// They are in one team.
    Team,
    /// They were in one talk of mine.
    Talk,
}

/// Two people, whoever was named first.
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
