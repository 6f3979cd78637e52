//! Holes: groups of people whom I know, between which no tie is noted. Two groups of one organisation have none: there
//! people meet without my noting it. Pure.

use std::collections::{HashMap, HashSet};

use super::network::Network;
use super::words::{listed, number as in_words};
use crate::graph::communities_while;
use crate::ids::PersonId;

/// The seed with which groups are found, so that the same network gives the same ones.
const SEED: u64 = 1;
/// Fewer people than this are no group.
const LEAST: usize = 3;
/// Of so many groups, those in which I know most people, pairs are compared.
const MOST_GROUPS: usize = 24;
/// A group stands in so many holes at most, so that one does not fill the list.
const MOST_OF_ONE: usize = 2;

/// A group of people who know each other more than others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// Who it is, in words: "six people mostly of Orrin Pharma", "nine people around Gareth and Helena".
    pub(crate) words: String,
    /// Its people: those whom I know first, the best known of them first; then by name.
    pub(crate) people: Vec<PersonId>,
    /// The one whom I know best of those I may ask; with the short name.
    pub(crate) known: Option<(PersonId, String)>,
}

/// Two groups between which no tie is noted, in both of which I know somebody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hole {
    pub(crate) one: Group,
    pub(crate) other: Group,
}

/// The holes between my groups.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Holes {
    /// How many groups there are in which I know somebody.
    pub(crate) groups: usize,
    /// The first of them: those between people whom I know best.
    pub(crate) first: Vec<Hole>,
    /// How many there are between the groups that were compared.
    pub(crate) total: usize,
}

/// A group by the numbers of its people.
struct Members {
    /// As in `Group::people`.
    people: Vec<u32>,
    /// How many of them I know.
    known: usize,
    /// Whom I know best of those I may ask.
    best: Option<(u32, f64)>,
    /// Where more than half of them work: the index of the organisation.
    works: Option<u32>,
}

impl Network {
    /// The holes between my groups, the first `most` of them. Groups are communities of the noted ties without me, in
    /// which nobody counts who is left alone. `go_on` is asked now and then; `None` where it says no.
    pub(crate) fn holes(&self, most: usize, go_on: &dyn Fn() -> bool) -> Option<Holes> {
        let graph = self.confirmed().without_me();
        let group_of = communities_while(&graph, SEED, go_on)?;
        let mut all: HashMap<usize, Vec<u32>> = HashMap::new();
        for (number, group) in (0..self.me()).zip(&group_of) {
            all.entry(*group).or_default().push(number);
        }
        let mut groups: Vec<(usize, Members)> = all
            .into_iter()
            .filter(|(_, people)| people.len() >= LEAST)
            .map(|(group, people)| (group, self.group_members(people)))
            .filter(|(_, members)| members.known > 0)
            .collect();
        groups.sort_by(|(one, a), (other, b)| b.known.cmp(&a.known).then(one.cmp(other)));
        let count = groups.len();
        groups.truncate(MOST_GROUPS);
        let tied = self.tied_groups(&group_of);
        let mut pairs = Vec::new();
        for (at, (one, a)) in groups.iter().enumerate() {
            for (other, b) in groups.iter().skip(at + 1) {
                let is_tied = tied.contains(&((*one).min(*other), (*one).max(*other)));
                let is_one_house = a.works.is_some() && a.works == b.works;
                if !is_tied && !is_one_house && !self.keeps_apart(a, b) {
                    pairs.push((a, b));
                }
            }
        }
        let nearest = |(a, b): &(&Members, &Members)| a.weight().min(b.weight());
        // Stable: of holes as near, those between groups in which I know more come first.
        pairs.sort_by(|a, b| nearest(b).total_cmp(&nearest(a)));
        let total = pairs.len();
        let mut times: HashMap<u32, usize> = HashMap::new();
        let mut is_new = |members: &Members| {
            let first = members.people.first().copied().unwrap_or_default();
            let times = times.entry(first).or_default();
            *times += 1;
            *times <= MOST_OF_ONE
        };
        let first = pairs.into_iter().filter(|(a, b)| is_new(a) & is_new(b));
        let first = first.take(most).map(|(a, b)| Hole {
            one: self.as_group(a),
            other: self.as_group(b),
        });
        Some(Holes {
            groups: count,
            first: first.collect(),
            total,
        })
    }

    fn group_members(&self, mut people: Vec<u32>) -> Members {
        let weight = |number: u32| self.my_weight(number).unwrap_or(-1.0);
        people.sort_by(|a, b| weight(*b).total_cmp(&weight(*a)).then(a.cmp(b)));
        let known = people
            .iter()
            .filter(|number| self.my_weight(**number).is_some());
        let may = |number: &&u32| self.reason_not_to_ask(**number).is_none();
        Members {
            known: known.clone().count(),
            best: known
                .clone()
                .find(may)
                .map(|number| (*number, weight(*number))),
            works: self.most_work_at(&people),
            people,
        }
    }

    /// The organisation, by its index, where more than half of these work.
    fn most_work_at(&self, people: &[u32]) -> Option<u32> {
        let mut works: HashMap<u32, usize> = HashMap::new();
        for at in people.iter().filter_map(|number| self.works_at(*number)) {
            *works.entry(at).or_default() += 1;
        }
        let most = works.into_iter().find(|(_, n)| 2 * n > people.len());
        most.map(|(at, _)| at)
    }

    fn works_at(&self, number: u32) -> Option<u32> {
        self.person(number)?.works.first().copied()
    }

    /// The pairs of communities with a noted tie between them, the lower number first.
    fn tied_groups(&self, group_of: &[usize]) -> HashSet<(usize, usize)> {
        let group = |number: u32| group_of.get(number as usize).copied();
        let noted = self.pairs().filter_map(|pair| pair.first());
        let noted = noted.filter(|tie| !tie.proposed);
        let between = noted.filter_map(|tie| {
            let (one, other) = (group(tie.person)?, group(tie.other)?);
            (one != other).then(|| (one.min(other), one.max(other)))
        });
        between.collect()
    }

    /// Whether an excluded conflict stands between those whom I know best in two groups.
    fn keeps_apart(&self, a: &Members, b: &Members) -> bool {
        match (a.best, b.best) {
            (Some((one, _)), Some((other, _))) => self.is_excluded_between(one, other),
            _ => false,
        }
    }

    fn as_group(&self, members: &Members) -> Group {
        let ids = members.people.iter();
        let known = members.best.and_then(|(number, _)| self.person(number));
        Group {
            words: self.group_words(members),
            people: ids
                .filter_map(|number| Some(self.person(*number)?.id))
                .collect(),
            known: known.map(|person| (person.id, person.short_name().to_owned())),
        }
    }

    /// "Six people of Orrin Pharma", "nine people around Gareth and Helena".
    fn group_words(&self, members: &Members) -> String {
        let many = members.people.len();
        if let Some(at) = members.works
            && let Some(organisation) = self.organisations.get(at as usize)
        {
            let all = members.people.iter();
            let there = all.filter(|number| self.works_at(**number) == Some(at));
            let name = &organisation.name;
            return match there.count() == many {
                true => format!("{} people of {name}", in_words(many)),
                false => format!("{} people mostly of {name}", in_words(many)),
            };
        }
        let mut central: Vec<u32> = members.people.clone();
        central.sort_by_key(|number| (std::cmp::Reverse(self.known_count(*number)), *number));
        let names = central.iter().take(2);
        let names: Vec<&str> = names
            .filter_map(|number| Some(self.person(*number)?.short_name()))
            .collect();
        format!("{} people around {}", in_words(many), listed(&names, 2))
    }
}

impl Members {
    fn weight(&self) -> f64 {
        self.best.map_or(-1.0, |(_, weight)| weight)
    }
}
