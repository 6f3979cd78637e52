//! Leiden's second step: what of a community holds together by itself. Only these parts become
//! nodes of the next level, so that a community never hangs on somebody who has left it.

use super::level::{Level, Near};
use crate::graph::seeded::Seeded;

pub(super) fn refine(level: &Level, found: &[usize], seeded: &mut Seeded) -> Vec<usize> {
    let mut parts = Parts::new(level, found);
    let mut order: Vec<usize> = (0..level.len()).collect();
    seeded.shuffle(&mut order);
    let mut near = Near::new(level.len());
    for node in order {
        if parts.members[parts.of[node]] == 1 && parts.holds(parts.of[node], found[node]) {
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
    /// How strongly a part is tied to the rest of its community.
    outward: Vec<f64>,
    /// The strength of each community.
    whole: Vec<f64>,
}

impl<'a> Parts<'a> {
    /// Each alone.
    fn new(level: &'a Level, found: &[usize]) -> Self {
        let mut whole = vec![0.0; level.len()];
        for (node, community) in found.iter().enumerate() {
            whole[*community] += level.strength[node];
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
            whole,
        }
    }

    /// Whether a part is tied to the rest of its community better than by chance.
    fn holds(&self, part: usize, community: usize) -> bool {
        let rest = self.whole[community] - self.strength[part];
        self.outward[part] >= self.strength[part] * rest / self.level.total
    }

    /// Joins a node that is alone to the part where modularity gains most, if any does.
    fn join(&mut self, node: usize, found: &[usize], near: &mut Near) {
        let level = self.level;
        let within = level.of_node(node).iter();
        let within = within.filter(|(to, _)| found[*to] == found[node]);
        near.gather(within.map(|(to, weight)| (self.of[*to], *weight)));
        let gain = |part: usize| {
            near.tied[part] - level.strength[node] * self.strength[part] / level.total
        };
        let mut best = None;
        for &part in &near.seen {
            let gain = gain(part);
            let more = best.is_none_or(|(_, most)| gain > most);
            if gain > 0.0 && more && self.holds(part, found[node]) {
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
