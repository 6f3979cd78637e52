//! Who knows whom as it was read once: people by name, ties, and the graph of them. Pure.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::details::OrganisationId;
use crate::details::Tag;
use crate::graph::Graph;
use crate::graph::layout::Point;
use crate::ids::PersonId;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour, Status};
use crate::ties::{Closeness, TieKind, TieWeights};
use crate::warmth::Level;

/// What a relationship without talks weighs at least, or no way would pass: chosen, not measured.
const DECLARED: f64 = 0.1;
/// A tie that nobody has said yes to weighs half: chosen, not measured.
const PROPOSED: f64 = 0.5;

/// Somebody outside the trash.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    /// As it is shown.
    pub(crate) name: String,
    /// What one says for short; '' where not known.
    pub(crate) given: String,
    /// Indexes of the organisations they work for now, the first on the page first.
    pub(crate) works: Vec<u32>,
    pub(crate) mine: Option<Mine>,
    /// Indexes of tags.
    pub(crate) tags: Vec<u32>,
    /// Of my tie, 0–1, whether the relationship rests or not.
    pub(crate) warmth: f64,
    /// The day of the last talk.
    pub(crate) talked: Option<NaiveDate>,
    pub(crate) pin: Option<Point>,
}

/// My relationship to somebody, as it stands on the network's day.
#[derive(Clone, Debug)]
pub(crate) struct Mine {
    pub(crate) category: Category,
    /// Index of the kind.
    pub(crate) kind: Option<u32>,
    pub(crate) kept_close: bool,
    pub(crate) status: Status,
    /// Only while paused.
    pub(crate) paused_until: Option<NaiveDate>,
    pub(crate) do_not_ask: bool,
}

/// A kind of relationship.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    pub(crate) id: KindId,
    pub(crate) name: String,
    pub(crate) colour: Colour,
    pub(crate) line: Option<Line>,
}

/// Where somebody of a kind stands to me.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// I report to them.
    Above,
    /// They report to me.
    Below,
}

/// Where people work.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) id: OrganisationId,
    pub(crate) name: String,
}

/// What is between two people, and not over; `person` and `other` are numbers of people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tie {
    pub(crate) person: u32,
    pub(crate) other: u32,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    /// Kith read it somewhere, and nobody has said yes to it.
    pub(crate) proposed: bool,
}

impl Tie {
    /// The two, the lower number first.
    pub(crate) fn pair(&self) -> (u32, u32) {
        (self.person.min(self.other), self.person.max(self.other))
    }
}

/// All that was read.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(crate) today: NaiveDate,
    /// In the list's order.
    pub(crate) people: Vec<Person>,
    /// By name; somebody works there now.
    pub(crate) organisations: Vec<Organisation>,
    /// In their order.
    pub(crate) kinds: Vec<Kind>,
    /// By name.
    pub(crate) tags: Vec<Tag>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) weights: TieWeights,
}

/// Who knows whom, as the book had it when it was read; it holds for one day.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) today: NaiveDate,
    pub(super) people: Vec<Person>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) kinds: Vec<Kind>,
    pub(super) tags: Vec<Tag>,
    /// By pair; between two the one that counts most first. Proposed ones only where none else is.
    ties: Vec<Tie>,
    weights: TieWeights,
    graph: Graph,
    numbers: HashMap<PersonId, u32>,
    /// How many people each one knows, proposed ones not counted.
    knows: Vec<u32>,
}

impl Network {
    pub(crate) fn new(snapshot: Snapshot) -> Self {
        let Snapshot {
            people, weights, ..
        } = snapshot;
        let ties = one_sort_a_pair(snapshot.ties, people.len(), &weights);
        let me = people.len();
        let among_others = ties.iter().map(|tie| {
            let weight = weigh(tie, &weights);
            (tie.person as usize, tie.other as usize, weight)
        });
        let mine = people.iter().enumerate();
        let mine = mine.filter_map(|(number, person)| Some((me, number, mine_of(person)?)));
        let graph = Graph::new(me + 1, among_others.chain(mine), Some(me));
        let numbers = people.iter().zip(0..).map(|(person, n)| (person.id, n));
        Self {
            today: snapshot.today,
            numbers: numbers.collect(),
            knows: knows(&ties, me),
            organisations: snapshot.organisations,
            kinds: snapshot.kinds,
            tags: snapshot.tags,
            people,
            ties,
            weights,
            graph,
        }
    }

    /// The day for which it holds.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// How many people there are outside the trash.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Everybody in order of name, me last. My tie to somebody weighs its warmth, at least 0.1 where a
    /// kind was said or they are kept close; a tie among others what its words weigh in the settings, half
    /// while it is proposed.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// My number in the graph.
    pub(super) fn me(&self) -> u32 {
        self.people.len() as u32
    }

    pub(super) fn number(&self, id: PersonId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    pub(super) fn person(&self, number: u32) -> Option<&Person> {
        self.people.get(number as usize)
    }

    /// Of my tie, where there is one.
    pub(super) fn mine(&self, number: u32) -> Option<f64> {
        self.person(number).and_then(mine_of)
    }

    /// Somebody's ties, me left out: the other and the weight, proposed ones too.
    pub(super) fn around(&self, number: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        let me = self.me();
        let of = (number <= me).then(|| self.graph.of(number as usize));
        of.into_iter()
            .flatten()
            .map(|(other, weight)| (other as u32, weight))
            .filter(move |(other, _)| *other != me)
    }

    /// Whom somebody knows: the closest first, then by name. Proposed ones are not among them.
    pub(super) fn known_to(&self, number: u32) -> Vec<u32> {
        let mut known: Vec<_> = self
            .around(number)
            .filter(|(other, _)| !self.is_proposed(number, *other))
            .collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        known.into_iter().map(|(other, _)| other).collect()
    }

    /// How many they are.
    pub(super) fn knows(&self, number: u32) -> u32 {
        self.knows.get(number as usize).copied().unwrap_or(0)
    }

    /// All ties among others, those of one pair together.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &[Tie]> {
        self.ties.chunk_by(|a, b| a.pair() == b.pair())
    }

    /// What is between two, the one that counts most first.
    pub(super) fn between(&self, one: u32, other: u32) -> &[Tie] {
        let pair = (one.min(other), one.max(other));
        let from = self.ties.partition_point(|tie| tie.pair() < pair);
        let rest = self.ties.get(from..).unwrap_or_default();
        let many = rest.partition_point(|tie| tie.pair() == pair);
        rest.get(..many).unwrap_or_default()
    }

    pub(super) fn is_proposed(&self, one: u32, other: u32) -> bool {
        let between = self.between(one, other);
        between.first().is_some_and(|tie| tie.proposed)
    }

    /// Of the strongest between two, 0–1.
    pub(super) fn weight_of(&self, tie: &Tie) -> f64 {
        weigh(tie, &self.weights).clamp(0.0, 1.0)
    }
}

impl Person {
    /// Kept close, whether it rests or not.
    pub(super) fn kept_close(&self) -> bool {
        self.mine.as_ref().is_some_and(|mine| mine.kept_close)
    }

    fn rests(&self) -> bool {
        let rests = |mine: &Mine| mine.status != Status::Active;
        self.mine.as_ref().is_some_and(rests)
    }

    /// Warmth as it is shown, 0–1: none while the relationship rests.
    pub(super) fn shown_warmth(&self) -> f64 {
        match self.rests() {
            true => 0.0,
            false => self.warmth,
        }
    }

    /// 1–5; 0 without a talk or while it rests.
    pub(super) fn segments(&self) -> u8 {
        match self.talked {
            Some(_) if !self.rests() => Level::of(self.warmth).segments(),
            _ => 0,
        }
    }

    /// The name for short: "Gareth".
    pub(super) fn said(&self) -> &str {
        let given = self.given.trim();
        // A given name that is not part of the name shown is not what one calls them.
        let words = format!(" {} ", self.name);
        match !given.is_empty() && words.contains(&format!(" {given} ")) {
            true => given,
            false => &self.name,
        }
    }
}

fn mine_of(person: &Person) -> Option<f64> {
    // A note beside the name, such as not to be asked, does not say what we are to each other.
    let declared = |mine: &Mine| mine.kind.is_some() || mine.kept_close;
    match person.mine.as_ref().is_some_and(declared) {
        true => Some(person.warmth.max(DECLARED)),
        false => person.talked.map(|_| person.warmth),
    }
}

fn weigh(tie: &Tie, weights: &TieWeights) -> f64 {
    let weight = weights.of(tie.closeness);
    match tie.proposed {
        true => weight * PROPOSED,
        false => weight,
    }
}

/// Sorted by pair, the strongest first; a proposed tie goes where another stands, and what is not
/// between two of the people goes.
fn one_sort_a_pair(mut ties: Vec<Tie>, people: usize, weights: &TieWeights) -> Vec<Tie> {
    let there = |number: u32| (number as usize) < people;
    ties.retain(|tie| tie.person != tie.other && there(tie.person) && there(tie.other));
    ties.sort_by(|a, b| {
        let told = |tie: &Tie| (tie.pair(), tie.proposed);
        let stronger = weigh(b, weights).total_cmp(&weigh(a, weights));
        told(a).cmp(&told(b)).then(stronger)
    });
    let mut settled = None;
    ties.retain(|tie| {
        if !tie.proposed {
            settled = Some(tie.pair());
        }
        !tie.proposed || settled != Some(tie.pair())
    });
    ties
}

fn knows(ties: &[Tie], people: usize) -> Vec<u32> {
    let mut knows = vec![0_u32; people];
    for pair in ties.chunk_by(|a, b| a.pair() == b.pair()) {
        let Some(tie) = pair.first().filter(|tie| !tie.proposed) else {
            continue;
        };
        for number in [tie.person, tie.other] {
            if let Some(knows) = knows.get_mut(number as usize) {
                *knows += 1;
            }
        }
    }
    knows
}
