//! The refinement step of the Leiden algorithm: splits each community into well-connected parts. Only
//! these parts become nodes of the next level, so that a community stays connected when a member moves
//! away.

use super::level::{Level, NeighbourGroups};
use crate::graph::seeded::SeededRandom;

/// The part of each node. `found` is each node's community; every part lies within one community.
pub(super) fn refine(level: &Level, found: &[usize], seeded: &mut SeededRandom) -> Vec<usize> {
    let mut parts = Parts::new(level, found);
    let mut order: Vec<usize> = (0..level.len()).collect();
    seeded.shuffle(&mut order);
    let mut near = NeighbourGroups::new(level.len());
    for node in order {
        if parts.members[parts.of[node]] == 1
            && parts.is_well_connected(parts.of[node], found[node])
        {
            parts.join(node, found, &mut near);
        }
    }
    parts.of
}

struct Parts<'a> {
    level: &'a Level,
    of: Vec<usize>,
    members: Vec<u32>,
    strength: Vec<f64>,
    /// For each part, the weight of its ties to the rest of its community.
    outward: Vec<f64>,
    /// The strength of each community.
    community_strength: Vec<f64>,
}

impl<'a> Parts<'a> {
    /// Every node is a part of its own.
    fn new(level: &'a Level, found: &[usize]) -> Self {
        let mut community_strength = vec![0.0; level.len()];
        for (node, community) in found.iter().enumerate() {
            community_strength[*community] += level.strength[node];
        }
        let outward = (0..level.len()).map(|node| {
            let within = level.of_node(node).iter();
            let within = within.filter(|(to, _)| found[*to] == found[node]);
            within.map(|(_, weight)| weight).sum()
        });
        Self {
            level,
            of: (0..level.len()).collect(),
            members: vec![1; level.len()],
            strength: level.strength.clone(),
            outward: outward.collect(),
            community_strength,
        }
    }

    /// Whether the part's ties to the rest of its community weigh at least as much as in a random graph
    /// (the condition for well-connected nodes in the Leiden paper, with γ = 1).
    fn is_well_connected(&self, part: usize, community: usize) -> bool {
        let rest = self.community_strength[community] - self.strength[part];
        self.outward[part] >= self.strength[part] * rest / self.level.total
    }

    /// Adds a node that is alone to the well-connected part where modularity gains most, if any gains.
    fn join(&mut self, node: usize, found: &[usize], near: &mut NeighbourGroups) {
        let level = self.level;
        let within = level.of_node(node).iter();
        let within = within.filter(|(to, _)| found[*to] == found[node]);
        near.collect(within.map(|(to, weight)| (self.of[*to], *weight)));
        let gain = |part: usize| {
            near.tied[part] - level.strength[node] * self.strength[part] / level.total
        };
        let mut best = None;
        for &part in &near.seen {
            let gain = gain(part);
            let more = best.is_none_or(|(_, most)| gain > most);
            if gain > 0.0 && more && self.is_well_connected(part, found[node]) {
                best = Some((part, gain));
            }
        }
        let Some((part, _)) = best else { return };
        let alone = self.of[node];
        self.members[alone] = 0;
        self.members[part] += 1;
        self.strength[part] += level.strength[node];
        self.outward[part] += self.outward[alone] - 2.0 * near.tied[part];
        self.of[node] = part;
    }
}
