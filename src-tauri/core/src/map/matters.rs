//! Why a person matters on the map, in sentences. Pure.

use std::collections::HashSet;

use super::network::{Network, Person};
use super::words::listed;
use crate::letters::sentence;

/// The most groups, and the most people whose reach would be lost, that a sentence names.
const NAMED_GROUPS: usize = 3;
const NAMED_LOST: usize = 2;

impl Network {
    /// A sentence for each fact that stands out about a person; empty if none does.
    pub(super) fn matters(&self, number: u32) -> Vec<String> {
        let Some(person) = self.person(number) else {
            return Vec::new();
        };
        let told = [
            self.links(number, person),
            self.would_be_lost(number, person),
            self.only_one_known(number, person),
        ];
        told.into_iter().flatten().collect()
    }

    /// What a person connects and what would be lost without them, a sentence each; empty if nothing.
    pub(super) fn connects(&self, number: u32) -> Vec<String> {
        let Some(person) = self.person(number) else {
            return Vec::new();
        };
        let told = [
            self.links(number, person),
            self.would_be_lost(number, person),
        ];
        told.into_iter().flatten().collect()
    }

    /// The sentence on the groups that a person connects: "Gareth links three groups that do not otherwise
    /// meet: Open Metrology Forum, Orrin Pharma and Bench & Signal."
    fn links(&self, number: u32, person: &Person) -> Option<String> {
        let groups = self.groups_linked(number, person);
        let names: Vec<&str> = groups
            .iter()
            .filter_map(|at| self.organisation_name(*at))
            .collect();
        (names.len() > 1).then(|| {
            sentence(format!(
                "{} links {} groups that do not otherwise meet: {}",
                person.short_name(),
                super::words::number(names.len()),
                listed(&names, NAMED_GROUPS)
            ))
        })
    }

    /// The organisations that are connected only through this person: their own first, then those where
    /// they know most people. An organisation counts if at least two other people work there (their own: at
    /// least one). Without me and this person, no tie connects any two of them.
    fn groups_linked(&self, number: u32, person: &Person) -> Vec<u32> {
        let known = self.known_to(number);
        let mut known_there = vec![0_u32; self.organisations.len()];
        for works in known.iter().filter_map(|other| self.person(*other)) {
            for at in &works.works {
                if let Some(known) = known_there.get_mut(*at as usize) {
                    *known += 1;
                }
            }
        }
        let sizes = self.others_in_organisations(number);
        let counts = known_there.iter().zip(&sizes).zip(0..);
        let mut groups: Vec<(bool, u32, u32)> = counts
            .filter_map(|((known, others), at)| {
                let own = person.works.contains(&at);
                let is_group = own && *others > 0 || *known > 0 && *others > 1;
                is_group.then_some((own, *known, at))
            })
            .collect();
        groups.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
        let joined = self.joined(number, &groups.iter().map(|group| group.2).collect());
        let mut apart: Vec<u32> = Vec::new();
        for (.., group) in groups {
            let meets = |other: &u32| joined.contains(&(group.min(*other), group.max(*other)));
            if !apart.iter().any(meets) {
                apart.push(group);
            }
        }
        apart
    }

    /// For each organisation, how many people other than this one work there.
    fn others_in_organisations(&self, number: u32) -> Vec<u32> {
        let mut counts = vec![0; self.organisations.len()];
        let others = self.people.iter().zip(0..).filter(|(_, n)| *n != number);
        for at in others.flat_map(|(person, _)| &person.works) {
            if let Some(count) = counts.get_mut(*at as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// The pairs of these organisations that are connected without this person: by a tie, also a proposed
    /// one, or by somebody who works in both. The lower index is first.
    fn joined(&self, without: u32, groups: &HashSet<u32>) -> HashSet<(u32, u32)> {
        let mut joined = HashSet::new();
        let mut connect = |one: &[u32], other: &[u32]| {
            for a in one.iter().filter(|at| groups.contains(at)) {
                for b in other.iter().filter(|at| groups.contains(at)) {
                    joined.insert((*a.min(b), *a.max(b)));
                }
            }
        };
        for tie in self.pairs().filter_map(|pair| pair.first()) {
            if tie.person == without || tie.other == without {
                continue;
            }
            if let (Some(one), Some(other)) = (self.person(tie.person), self.person(tie.other)) {
                connect(&one.works, &other.works);
            }
        }
        for (person, number) in self.people.iter().zip(0..) {
            if number != without && person.works.len() > 1 {
                connect(&person.works, &person.works);
            }
        }
        joined
    }

    fn organisation_name(&self, at: u32) -> Option<&str> {
        let organisation = self.organisations.get(at as usize)?;
        Some(&organisation.name)
    }

    /// The sentence on the people whom I reach only through a person: "If Gareth goes quiet, you lose reach
    /// to 14 people, among them A and B."
    fn would_be_lost(&self, number: u32, person: &Person) -> Option<String> {
        let lost = self.lost_without(number);
        let names: Vec<&str> = self.name_some(number, &lost);
        let whom = match lost.len() {
            0 => return None,
            1 | 2 => listed(&names, NAMED_LOST),
            many => format!(
                "{} people, among them {}",
                super::words::number(many),
                listed(&names, NAMED_LOST)
            ),
        };
        let name = person.short_name();
        Some(sentence(format!(
            "If {name} goes quiet, you lose reach to {whom}"
        )))
    }

    /// The people whom I reach, in any number of steps, only through this person, by name. They are those
    /// that `graph::cut_people` counts as `reach_lost`. Neither proposed ties nor people who are left alone are used.
    pub(super) fn lost_without(&self, number: u32) -> Vec<u32> {
        let with = self.reached(None);
        let reached = |number: u32| with.get(number as usize) == Some(&true);
        if !reached(number) {
            return Vec::new();
        }
        let without = self.reached(Some(number));
        let still = |number: u32| without.get(number as usize) == Some(&true);
        (0..self.me())
            .filter(|other| *other != number && reached(*other) && !still(*other))
            .collect()
    }

    /// For each person, whether I reach them without going through `without`.
    fn reached(&self, without: Option<u32>) -> Vec<bool> {
        let graph = self.graph();
        let mut reached = vec![false; graph.len()];
        let mut next = vec![self.me() as usize];
        while let Some(person) = next.pop() {
            let sure = |other: usize| {
                self.counts(other as u32) && !self.is_proposed(person as u32, other as u32)
            };
            for (other, _) in graph.of(person).filter(|(other, _)| sure(*other)) {
                if let Some(seen) = reached.get_mut(other).filter(|seen| !**seen)
                    && without != Some(other as u32)
                {
                    *seen = true;
                    next.push(other);
                }
            }
        }
        reached
    }

    /// The names of some of these people, those whom this person knows best first.
    fn name_some(&self, number: u32, of: &[u32]) -> Vec<&str> {
        let graph = self.graph();
        let weight = |other: &u32| {
            graph
                .weight(number as usize, *other as usize)
                .unwrap_or(0.0)
        };
        let mut of = of.to_vec();
        of.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        let named = of.iter().take(NAMED_LOST);
        named
            .filter_map(|other| Some(self.person(*other)?.name.as_str()))
            .collect()
    }

    /// The sentence on the only person whom I know at an organisation where others work too: "You know nobody
    /// else at Orrin Pharma."
    fn only_one_known(&self, number: u32, person: &Person) -> Option<String> {
        self.my_weight(number)?;
        let works = *person.works.first()?;
        let others = self.people.iter().zip(0..);
        let others = others.filter(|(other, n)| *n != number && other.works.contains(&works));
        let mut others = others.map(|(_, number)| number).peekable();
        others.peek()?;
        let knows_one = others.any(|other| self.my_weight(other).is_some());
        let organisation = self.organisation_name(works)?;
        (!knows_one).then(|| format!("You know nobody else at {organisation}."))
    }
}
