//! One level of the Leiden algorithm: a graph whose nodes are groups, and moves between communities.

use std::collections::VecDeque;

use super::numbered;
use crate::graph::Graph;
use crate::graph::seeded::SeededRandom;

/// A smaller gain of modularity is treated as a rounding error.
const LEAST_GAIN: f64 = 1e-12;

/// A graph whose nodes stand for one person or more. Ties within a node are counted in its strength
/// only.
pub(super) struct Level {
    starts: Vec<usize>,
    ties: Vec<(usize, f64)>,
    /// For each node, the weight of all its ties; ties within the node count twice.
    pub strength: Vec<f64>,
    /// The sum of all strengths.
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

    /// Moves nodes to the community where modularity gains most, until no move gains. `found` is each
    /// node's community.
    pub fn move_nodes(&self, found: &mut [usize], seeded: &mut SeededRandom) {
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
        let mut near = NeighbourGroups::new(self.len());
        while let Some(node) = queue.pop_front() {
            waiting[node] = false;
            let from = found[node];
            strength[from] -= self.strength[node];
            near.collect(self.of_node(node).iter().map(|(to, w)| (found[*to], *w)));
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

    /// The graph in which each group is one node, and for each node of this graph its node in that one.
    pub fn aggregate(&self, groups: &[usize]) -> (Self, Vec<usize>) {
        let above = numbered(groups);
        let count = above.iter().max().map_or(0, |most| most + 1);
        let mut strength = vec![0.0; count];
        let mut members = vec![Vec::new(); count];
        for (node, group) in above.iter().enumerate() {
            strength[*group] += self.strength[node];
            members[*group].push(node);
        }
        let (mut starts, mut ties) = (vec![0], Vec::new());
        let mut near = NeighbourGroups::new(count);
        for (group, nodes) in members.iter().enumerate() {
            let all = nodes.iter().flat_map(|node| self.of_node(*node));
            near.collect(all.map(|(to, weight)| (above[*to], *weight)));
            let others = near.seen.iter().filter(|other| **other != group);
            ties.extend(others.map(|other| (*other, near.tied[*other])));
            starts.push(ties.len());
        }
        (Self::new(starts, ties, strength), above)
    }
}

/// The groups that a node's ties lead to. The vectors are reused from node to node.
pub(super) struct NeighbourGroups {
    /// For each group, the weight of the ties to it.
    pub tied: Vec<f64>,
    /// The groups with at least one tie, in the order in which they were met.
    pub seen: Vec<usize>,
    is_seen: Vec<bool>,
}

impl NeighbourGroups {
    pub fn new(groups: usize) -> Self {
        Self {
            tied: vec![0.0; groups],
            seen: Vec::new(),
            is_seen: vec![false; groups],
        }
    }

    /// Replaces the content by these ties, given as (group, weight).
    pub fn collect(&mut self, ties: impl Iterator<Item = (usize, f64)>) {
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
