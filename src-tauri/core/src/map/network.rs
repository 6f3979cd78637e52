//! A snapshot of who knows whom: people by name, their ties, and the graph of both. Pure.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::details::OrganisationId;
use crate::details::Tag;
use crate::graph::Graph;
use crate::graph::layout::Point;
use crate::ids::PersonId;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour, Status};
use crate::ties::{Closeness, TieKind, TieWeights};
use crate::warmth::Level;

/// The least weight of a relationship that has a kind or is kept close. Without it, no way in would lead
/// through people without logged conversations. Chosen, not measured.
const MIN_DECLARED_WEIGHT: f64 = 0.1;
/// The factor for the weight of a proposed tie. Chosen, not measured.
const PROPOSED_FACTOR: f64 = 0.5;

/// A person outside the trash.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    /// The display name.
    pub(crate) name: String,
    /// The given name; '' if unknown.
    pub(crate) given: String,
    /// Indexes of the organisations of their present jobs, in the order of their page.
    pub(crate) works: Vec<u32>,
    pub(crate) mine: Option<MyRelationship>,
    /// Whether the person died.
    pub(crate) died: bool,
    /// Indexes of their tags.
    pub(crate) tags: Vec<u32>,
    /// The warmth of my relationship, 0–1, also if it is not active.
    pub(crate) warmth: f64,
    /// The day of the last conversation.
    pub(crate) talked: Option<NaiveDate>,
    pub(crate) pin: Option<Point>,
}

/// My relationship to a person on the day of the snapshot.
#[derive(Clone, Debug)]
pub(crate) struct MyRelationship {
    pub(crate) category: Category,
    /// Index of the kind of relationship.
    pub(crate) kind: Option<u32>,
    pub(crate) kept_close: bool,
    pub(crate) status: Status,
    /// The end of the pause, if it is paused.
    pub(crate) paused_until: Option<NaiveDate>,
    pub(crate) do_not_ask: bool,
}

/// A kind of relationship.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    pub(crate) id: KindId,
    pub(crate) name: String,
    pub(crate) colour: Colour,
    pub(crate) line: Option<ReportingLine>,
}

/// The reporting line between me and people of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReportingLine {
    /// I report to them.
    Above,
    /// They report to me.
    Below,
}

/// An organisation where somebody works now.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) id: OrganisationId,
    pub(crate) name: String,
}

/// A current or proposed tie between two people, given by their numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tie {
    pub(crate) person: u32,
    pub(crate) other: u32,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    /// Whether Kith proposes it and the user has not confirmed it.
    pub(crate) proposed: bool,
}

impl Tie {
    /// The two people, the lower number first.
    pub(crate) fn pair(&self) -> (u32, u32) {
        (self.person.min(self.other), self.person.max(self.other))
    }
}

/// What is read from the book.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(crate) today: NaiveDate,
    /// By name. A person's number is their index here.
    pub(crate) people: Vec<Person>,
    /// By name.
    pub(crate) organisations: Vec<Organisation>,
    /// In the user's order.
    pub(crate) kinds: Vec<Kind>,
    /// By name.
    pub(crate) tags: Vec<Tag>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) weights: TieWeights,
    pub(crate) conflicts: Conflicts,
    /// Whom I had better not ask for an introduction today, and why: "you asked them on 3 March".
    pub(crate) asked_lately: HashMap<u32, String>,
}

/// Conflicts of interest across which nothing is proposed, on the day of the snapshot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conflicts {
    /// People with whom I have one.
    pub(crate) mine: HashSet<u32>,
    /// Two people, the lower number first.
    pub(crate) pairs: HashSet<(u32, u32)>,
    /// A person, and the index of an organisation.
    pub(crate) organisations: HashSet<(u32, u32)>,
}

impl Conflicts {
    pub(super) fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.organisations.is_empty()
    }
}

/// Who knows whom, as the book was when it was read. Valid for one day, because statuses and warmth
/// depend on the day.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) today: NaiveDate,
    pub(super) people: Vec<Person>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) kinds: Vec<Kind>,
    pub(super) tags: Vec<Tag>,
    /// Sorted by pair of people, the strongest tie of a pair first. Proposed ties only for pairs without
    /// another tie.
    ties: Vec<Tie>,
    weights: TieWeights,
    pub(super) conflicts: Conflicts,
    pub(super) asked_lately: HashMap<u32, String>,
    graph: Graph,
    numbers: HashMap<PersonId, u32>,
    /// For each person, how many people they know, without proposed ties.
    known_counts: Vec<u32>,
}

impl Network {
    pub(crate) fn new(snapshot: Snapshot) -> Self {
        let Snapshot {
            people, weights, ..
        } = snapshot;
        let ties = sorted_ties(snapshot.ties, people.len(), &weights);
        let me = people.len();
        let among_others = ties.iter().map(|tie| {
            let weight = weigh(tie, &weights);
            (tie.person as usize, tie.other as usize, weight)
        });
        let mine = people.iter().enumerate();
        let mine = mine.filter_map(|(number, person)| Some((me, number, my_weight_of(person)?)));
        let graph = Graph::new(me + 1, among_others.chain(mine), Some(me));
        let numbers = people.iter().zip(0..).map(|(person, n)| (person.id, n));
        Self {
            today: snapshot.today,
            numbers: numbers.collect(),
            known_counts: known_counts(&ties, me),
            organisations: snapshot.organisations,
            kinds: snapshot.kinds,
            tags: snapshot.tags,
            conflicts: snapshot.conflicts,
            asked_lately: snapshot.asked_lately,
            people,
            ties,
            weights,
            graph,
        }
    }

    /// The day for which it is valid.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The number of people outside the trash, me not counted.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there are no people.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The graph of all people by name, with me last. The weight of my tie to somebody is its warmth, at
    /// least 0.1 if the relationship has a kind or is kept close. The weight of a tie among others is that
    /// of its closeness in the settings, halved if it is proposed.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// My number in the graph.
    pub(super) fn me(&self) -> u32 {
        self.people.len() as u32
    }

    /// The number of a person; `None` if they are not in the snapshot.
    pub(super) fn number(&self, id: PersonId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    pub(super) fn person(&self, number: u32) -> Option<&Person> {
        self.people.get(number as usize)
    }

    /// The weight of my tie to a person; `None` if I do not know them.
    pub(super) fn my_weight(&self, number: u32) -> Option<f64> {
        self.person(number).and_then(my_weight_of)
    }

    /// Whether a person is part of how the network is made. Whoever is left alone is not: nothing is routed through
    /// them.
    pub(super) fn counts(&self, number: u32) -> bool {
        self.person(number)
            .is_some_and(|person| !person.status().is_left_alone())
    }

    /// The people that a person is tied to, except me, with the weights. Includes proposed ties.
    pub(super) fn around(&self, number: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        let me = self.me();
        let of = (number <= me).then(|| self.graph.of(number as usize));
        of.into_iter()
            .flatten()
            .map(|(other, weight)| (other as u32, weight))
            .filter(move |(other, _)| *other != me)
    }

    /// The people that a person knows, the closest first, then by name. Without proposed ties.
    pub(super) fn known_to(&self, number: u32) -> Vec<u32> {
        let mut known: Vec<_> = self
            .around(number)
            .filter(|(other, _)| !self.is_proposed(number, *other))
            .collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        known.into_iter().map(|(other, _)| other).collect()
    }

    /// How many people a person knows, without proposed ties.
    pub(super) fn known_count(&self, number: u32) -> u32 {
        self.known_counts.get(number as usize).copied().unwrap_or(0)
    }

    /// All ties among others, grouped by pair, the strongest of a pair first.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &[Tie]> {
        self.ties.chunk_by(|a, b| a.pair() == b.pair())
    }

    /// The ties between two people, the strongest first.
    pub(super) fn between(&self, one: u32, other: u32) -> &[Tie] {
        let pair = (one.min(other), one.max(other));
        let from = self.ties.partition_point(|tie| tie.pair() < pair);
        let rest = self.ties.get(from..).unwrap_or_default();
        let many = rest.partition_point(|tie| tie.pair() == pair);
        rest.get(..many).unwrap_or_default()
    }

    /// Whether the only tie between two people is a proposed one.
    pub(super) fn is_proposed(&self, one: u32, other: u32) -> bool {
        let between = self.between(one, other);
        between.first().is_some_and(|tie| tie.proposed)
    }

    /// Whether an excluded conflict stands between two people, or between one and where the other works.
    pub(super) fn is_excluded_between(&self, one: u32, other: u32) -> bool {
        let works_where = |person: u32, against: u32| {
            let works = self.person(person).map(|person| person.works.as_slice());
            let mut works = works.unwrap_or_default().iter();
            works.any(|at| self.conflicts.organisations.contains(&(against, *at)))
        };
        let pair = (one.min(other), one.max(other));
        self.conflicts.pairs.contains(&pair) || works_where(one, other) || works_where(other, one)
    }

    /// Whether a way from me, given by the numbers of its people, crosses an excluded conflict: between two who follow
    /// one another, or between somebody on it and its end.
    pub(super) fn crosses_conflict(&self, people: &[u32]) -> bool {
        let Some((to, between)) = people.split_last() else {
            return false;
        };
        if self.conflicts.is_empty() {
            return false;
        }
        let steps = people.iter().zip(people.iter().skip(1));
        let ends = between.iter().map(|person| (person, to));
        steps
            .chain(ends)
            .any(|(one, other)| self.is_excluded_between(*one, *other))
    }

    /// The weight of a tie, 0–1.
    pub(super) fn weight_of(&self, tie: &Tie) -> f64 {
        weigh(tie, &self.weights).clamp(0.0, 1.0)
    }
}

impl Person {
    /// Whether the person is kept close, in any status.
    pub(super) fn kept_close(&self) -> bool {
        self.mine.as_ref().is_some_and(|mine| mine.kept_close)
    }

    /// Whether the person died, or the relationship is dormant, paused, cooling off or ended.
    fn rests(&self) -> bool {
        self.status() != Status::Active
    }

    /// The status of the person or, as long as they live, of my relationship to them.
    pub(super) fn status(&self) -> Status {
        match &self.mine {
            _ if self.died => Status::Died,
            Some(mine) => mine.status,
            None => Status::Active,
        }
    }

    /// The warmth to show, 0–1; 0 if the relationship is not active.
    pub(super) fn shown_warmth(&self) -> f64 {
        match self.rests() {
            true => 0.0,
            false => self.warmth,
        }
    }

    /// The segments of warmth to show, 1–5; 0 without conversation or if the relationship is not active.
    pub(super) fn segments(&self) -> u8 {
        match self.talked {
            Some(_) if !self.rests() => Level::of(self.warmth).segments(),
            _ => 0,
        }
    }

    /// The short name: the given name if it is part of the display name, else the display name.
    pub(super) fn short_name(&self) -> &str {
        let given = self.given.trim();
        // A given name that is not in the display name is not what the person is called.
        let words = format!(" {} ", self.name);
        match !given.is_empty() && words.contains(&format!(" {given} ")) {
            true => given,
            false => &self.name,
        }
    }
}

/// The weight of my tie to a person; `None` if there is neither a declared relationship nor a
/// conversation.
fn my_weight_of(person: &Person) -> Option<f64> {
    // A relationship that only stores "do not ask" does not count as declared.
    let declared = |mine: &MyRelationship| mine.kind.is_some() || mine.kept_close;
    match person.mine.as_ref().is_some_and(declared) {
        true => Some(person.warmth.max(MIN_DECLARED_WEIGHT)),
        false => person.talked.map(|_| person.warmth),
    }
}

fn weigh(tie: &Tie, weights: &TieWeights) -> f64 {
    let weight = weights.of(tie.closeness);
    match tie.proposed {
        true => weight * PROPOSED_FACTOR,
        false => weight,
    }
}

/// The ties sorted by pair, the strongest of a pair first. Drops proposed ties of pairs that have
/// another tie, and ties whose ends are not two of the people.
fn sorted_ties(mut ties: Vec<Tie>, people: usize, weights: &TieWeights) -> Vec<Tie> {
    let there = |number: u32| (number as usize) < people;
    ties.retain(|tie| tie.person != tie.other && there(tie.person) && there(tie.other));
    ties.sort_by(|a, b| {
        let told = |tie: &Tie| (tie.pair(), tie.proposed);
        let stronger = weigh(b, weights).total_cmp(&weigh(a, weights));
        told(a).cmp(&told(b)).then(stronger)
    });
    let mut confirmed = None;
    ties.retain(|tie| {
        if !tie.proposed {
            confirmed = Some(tie.pair());
        }
        !tie.proposed || confirmed != Some(tie.pair())
    });
    ties
}

/// For each person, how many people they know, without proposed ties.
fn known_counts(ties: &[Tie], people: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; people];
    for pair in ties.chunk_by(|a, b| a.pair() == b.pair()) {
        let Some(tie) = pair.first().filter(|tie| !tie.proposed) else {
            continue;
        };
        for number in [tie.person, tie.other] {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }
    counts
}
