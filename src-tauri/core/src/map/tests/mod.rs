//! Tests with small networks that are built by hand.

mod matters;
mod pictures;
mod random;
mod ways;

use chrono::NaiveDate;

use super::network::{
    Conflicts, Kind, MyRelationship, Network, Organisation, Person, ReportingLine, Snapshot, Tie,
};
use super::{MapDepth, MapView};
use crate::details::Tag;
use crate::details::{OrganisationId, TagId};
use crate::ids::PersonId;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour, Status};
use crate::ties::{Closeness, TieKind, TieWeights};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An active relationship without kind, not kept close.
pub(super) fn mine() -> MyRelationship {
    MyRelationship {
        category: Category::External,
        kind: None,
        kept_close: false,
        status: Status::Active,
        paused_until: None,
        do_not_ask: false,
    }
}

pub(super) fn kept() -> Option<MyRelationship> {
    Some(MyRelationship {
        kept_close: true,
        ..mine()
    })
}

/// Builds a network.
pub(super) struct Small(pub(super) Snapshot);

impl Small {
    /// No people, on 10 March 2026, with the kinds Manager (above me), Direct report (below me) and Client.
    pub(super) fn new() -> Self {
        let kind = |id, name: &str, colour, line| Kind {
            id: KindId(id),
            name: name.to_owned(),
            colour,
            line,
        };
        Self(Snapshot {
            today: day("2026-03-10"),
            people: Vec::new(),
            organisations: Vec::new(),
            kinds: vec![
                kind(1, "Manager", Colour::Manager, Some(ReportingLine::Above)),
                kind(
                    2,
                    "Direct report",
                    Colour::Report,
                    Some(ReportingLine::Below),
                ),
                kind(3, "Client", Colour::Client, None),
            ],
            tags: Vec::new(),
            ties: Vec::new(),
            weights: TieWeights::default(),
            conflicts: Conflicts::default(),
            asked_lately: std::collections::HashMap::new(),
        })
    }

    /// Adds people with these names. They must be given in order of name; ids count from 1.
    pub(super) fn people(mut self, names: &[&str]) -> Self {
        for name in names {
            let id = PersonId(self.0.people.len() as i64 + 1);
            self.0.people.push(Person {
                id,
                name: (*name).to_owned(),
                given: name.split(' ').next().unwrap().to_owned(),
                works: Vec::new(),
                mine: None,
                died: false,
                tags: Vec::new(),
                warmth: 0.0,
                talked: None,
                pin: None,
            });
        }
        self
    }

    pub(super) fn at(&self, name: &str) -> u32 {
        let at = |person: &Person| person.name == name || person.given == name;
        self.0.people.iter().position(at).unwrap() as u32
    }

    pub(super) fn with(mut self, name: &str, change: impl FnOnce(&mut Person)) -> Self {
        let at = self.at(name);
        change(&mut self.0.people[at as usize]);
        self
    }

    /// Sets the warmth, with the last conversation on 1 March.
    pub(super) fn warm(self, name: &str, warmth: f64) -> Self {
        self.with(name, |person| {
            person.warmth = warmth;
            person.talked = Some(day("2026-03-01"));
        })
    }

    /// Adds a job at this organisation.
    pub(super) fn works(mut self, organisation: &str, names: &[&str]) -> Self {
        let house = |house: &Organisation| house.name == organisation;
        let at = self.0.organisations.iter().position(house);
        let at = at.unwrap_or_else(|| {
            let id = OrganisationId(self.0.organisations.len() as i64 + 1);
            self.0.organisations.push(Organisation {
                id,
                name: organisation.to_owned(),
            });
            self.0.organisations.len() - 1
        });
        for name in names {
            self = self.with(name, |person| person.works.push(at as u32));
        }
        self
    }

    pub(super) fn tagged(mut self, tag: &str, names: &[&str]) -> Self {
        let at = self.0.tags.len();
        self.0.tags.push(Tag {
            id: TagId(at as i64 + 1),
            name: tag.to_owned(),
        });
        for name in names {
            self = self.with(name, |person| person.tags.push(at as u32));
        }
        self
    }

    pub(super) fn tie(self, person: &str, other: &str, closeness: Closeness) -> Self {
        self.tied(person, other, TieKind::Knows, closeness, false)
    }

    pub(super) fn proposed(self, person: &str, other: &str, closeness: Closeness) -> Self {
        self.tied(person, other, TieKind::WorksWith, closeness, true)
    }

    pub(super) fn tied(
        mut self,
        person: &str,
        other: &str,
        kind: TieKind,
        closeness: Closeness,
        proposed: bool,
    ) -> Self {
        let (person, other) = (self.at(person), self.at(other));
        self.0.ties.push(Tie {
            person,
            other,
            kind,
            closeness,
            proposed,
        });
        self
    }

    pub(super) fn network(self) -> Network {
        Network::new(self.0)
    }
}

pub(super) fn around_me(steps: MapDepth) -> MapView {
    MapView {
        steps,
        centre: None,
    }
}

/// The graph of `graph/small_check.rs`, as far as it matters for the ways to H. The weights of closeness
/// are chosen to give its ties the same weights.
pub(super) fn check_graph() -> Small {
    let mut small = Small::new().people(&["A", "B", "C", "D", "E", "F", "G", "H"]);
    small.0.weights = TieWeights {
        close: 0.9,
        colleague: 0.8,
        not_sure: 0.5,
        little: 0.4,
    };
    for (name, warmth) in [
        ("A", 0.9),
        ("B", 0.6),
        ("C", 0.3),
        ("D", 0.5),
        ("E", 0.2),
        ("F", 0.4),
    ] {
        small = small.warm(name, warmth);
    }
    small
        .tie("A", "B", Closeness::Colleague)
        .tie("B", "C", Closeness::Colleague)
        .tie("A", "C", Closeness::NotSure)
        .tie("D", "E", Closeness::Close)
        .tie("F", "G", Closeness::Colleague)
        .tie("C", "H", Closeness::Close)
        // A proposed tie weighs half of 0.4.
        .proposed("G", "H", Closeness::Little)
}
