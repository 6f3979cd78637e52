//! The network as it leaves the book: who is in it and who knows whom. Pure.

use chrono::NaiveDate;

use super::network::Network;
use crate::ids::PersonId;
use crate::relationships::Category;
use crate::ties::{Closeness, TieKind};

/// A person of the network.
#[derive(Clone, Debug)]
pub(crate) struct NetworkPerson<'a> {
    pub(crate) id: PersonId,
    pub(crate) name: &'a str,
    /// Of their first present job; empty without one.
    pub(crate) organisation: &'a str,
    /// Of the relationship; empty without one.
    pub(crate) kind: &'a str,
    pub(crate) side: Option<Category>,
    pub(crate) kept_close: bool,
    /// By name.
    pub(crate) tags: Vec<&'a str>,
    /// The weight of my tie to them, 0–1; `None` where I do not know them.
    pub(crate) my_weight: Option<f64>,
    /// The day of the last conversation.
    pub(crate) talked: Option<NaiveDate>,
}

/// A tie that is not only proposed. The directed kinds read from `person` to `other`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NetworkTie {
    pub(crate) person: PersonId,
    pub(crate) other: PersonId,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    /// 0–1.
    pub(crate) weight: f64,
}

impl Network {
    /// Everybody, by name.
    pub(crate) fn everybody(&self) -> impl Iterator<Item = NetworkPerson<'_>> {
        (0..self.me()).zip(&self.people).map(|(number, person)| {
            let at = person.works.first();
            let organisation = at.and_then(|at| self.organisations.get(*at as usize));
            let mine = person.mine.as_ref();
            let kind = mine.and_then(|mine| self.kinds.get(mine.kind? as usize));
            let tags = person.tags.iter();
            let my_weight = self.my_weight(number);
            NetworkPerson {
                id: person.id,
                name: &person.name,
                organisation: organisation.map_or("", |organisation| organisation.name.as_str()),
                kind: kind.map_or("", |kind| kind.name.as_str()),
                // A relationship that only stores "do not ask" says nothing of the side.
                side: mine
                    .filter(|mine| mine.kind.is_some() || mine.kept_close)
                    .map(|mine| mine.category),
                kept_close: person.kept_close(),
                tags: tags
                    .filter_map(|at| Some(self.tags.get(*at as usize)?.name.as_str()))
                    .collect(),
                my_weight,
                talked: person.talked,
            }
        })
    }

    /// All ties among others but the proposed ones; between two people there may be several, each of another kind.
    pub(crate) fn noted_ties(&self) -> impl Iterator<Item = NetworkTie> {
        self.pairs()
            .flatten()
            .filter(|tie| !tie.proposed)
            .filter_map(|tie| {
                Some(NetworkTie {
                    person: self.person(tie.person)?.id,
                    other: self.person(tie.other)?.id,
                    kind: tie.kind,
                    closeness: tie.closeness,
                    weight: self.weight_of(tie),
                })
            })
    }
}
