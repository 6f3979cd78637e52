//! A graph of groups, and the moves between communities on it.

use std::collections::VecDeque;

use super::numbered;
use crate::graph::Graph;
use crate::graph::seeded::Seeded;

/// A gain below this is rounding.
const LEAST_GAIN: f64 = 1e-12;

/// Nodes that stand for one person or more; what is tied within a node is in its strength alone.
pub(super) struct Level {
    starts: Vec<usize>,
    ties: Vec<(usize, f64)>,
    /// The weight of all ties of each, those within twice.
    pub strength: Vec<f64>,
    /// The strength of all.
    pub total: f64,
}

impl Level {
    pub fn of(graph: &Graph) -> Self {
        let mut starts = vec![0];
        let mut ties = Vec::with_capacity(2 * graph.ties());
        for person in 0..graph.len() {
            ties.extend(graph.of(person));
            starts.push(ties.len());
        }
        let strength = (0..graph.len())
            .map(|person| graph.of(person).map(|(_, weight)| weight).sum())
            .collect();
        Self::new(starts, ties, strength)
    }

    fn new(starts: Vec<usize>, ties: Vec<(usize, f64)>, strength: Vec<f64>) -> Self {
        let total = strength.iter().sum();
        Self {
            starts,
            ties,
            strength,
            total,
        }
    }

    pub fn len(&self) -> usize {
        self.strength.len()
    }

    pub fn of_node(&self, node: usize) -> &[(usize, f64)] {
        &self.ties[self.starts[node]..self.starts[node + 1]]
    }

    /// Moves each node to the community where modularity gains most, until none gains.
    pub fn move_each(&self, found: &mut [usize], seeded: &mut Seeded) {
        let mut strength = vec![0.0; self.len()];
        let mut members = vec![0_u32; self.len()];
        for (node, community) in found.iter().enumerate() {
            strength[*community] += self.strength[node];
            members[*community] += 1;
        }
        let mut empty: Vec<usize> = (0..self.len()).filter(|c| members[*c] == 0).collect();
        let mut order: Vec<usize> = (0..self.len()).collect();
        seeded.shuffle(&mut order);
        let mut waiting = vec![true; self.len()];
        let mut queue = VecDeque::from(order);
        let mut near = Near::new(self.len());
        while let Some(node) = queue.pop_front() {
            waiting[node] = false;
            let from = found[node];
            strength[from] -= self.strength[node];
            near.gather(self.of_node(node).iter().map(|(to, w)| (found[*to], *w)));
            let gain = |c: usize| near.tied[c] - self.strength[node] * strength[c] / self.total;
            let (mut best, mut most) = (from, gain(from) + LEAST_GAIN);
            for &community in &near.seen {
                if gain(community) > most {
                    (best, most) = (community, gain(community));
                }
            }
            if most < 0.0 && members[from] > 1 {
                best = empty.pop().unwrap_or(from);
            }
            strength[best] += self.strength[node];
            if best == from {
                continue;
            }
            found[node] = best;
            members[best] += 1;
            members[from] -= 1;
            if members[from] == 0 {
                empty.push(from);
            }
            for (other, _) in self.of_node(node) {
                if found[*other] != best && !waiting[*other] {
                    waiting[*other] = true;
                    queue.push_back(*other);
                }
            }
        }
    }

    /// The graph of the groups, and which group each node is in, numbered as its nodes.
    pub fn gather(&self, groups: &[usize]) -> (Self, Vec<usize>) {
        let above = numbered(groups);
        let count = above.iter().max().map_or(0, |most| most + 1);
        let mut strength = vec![0.0; count];
        let mut members = vec![Vec::new(); count];
        for (node, group) in above.iter().enumerate() {
            strength[*group] += self.strength[node];
            members[*group].push(node);
        }
        let (mut starts, mut ties) = (vec![0], Vec::new());
        let mut near = Near::new(count);
        for (group, nodes) in members.iter().enumerate() {
            let all = nodes.iter().flat_map(|node| self.of_node(*node));
            near.gather(all.map(|(to, weight)| (above[*to], *weight)));
            let others = near.seen.iter().filter(|other| **other != group);
            ties.extend(others.map(|other| (*other, near.tied[*other])));
            starts.push(ties.len());
        }
        (Self::new(starts, ties, strength), above)
    }
}

/// How strongly one is tied to each group near it.
pub(super) struct Near {
    pub tied: Vec<f64>,
    /// The groups that are near, as they came.
    pub seen: Vec<usize>,
    is_seen: Vec<bool>,
}

impl Near {
    pub fn new(groups: usize) -> Self {
        Self {
            tied: vec![0.0; groups],
            seen: Vec::new(),
            is_seen: vec![false; groups],
        }
    }

    pub fn gather(&mut self, ties: impl Iterator<Item = (usize, f64)>) {
        for group in self.seen.drain(..) {
            self.tied[group] = 0.0;
            self.is_seen[group] = false;
        }
        for (group, weight) in ties {
            self.tied[group] += weight;
            if !self.is_seen[group] {
                self.is_seen[group] = true;
                self.seen.push(group);
            }
        }
    }
}
