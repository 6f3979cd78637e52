//! Communities: groups with more ties among them than a random graph would have.

mod level;
mod refine;

use super::Graph;
use super::seeded::SeededRandom;
use level::Level;

/// Up to this many people, four runs from different seeds are made and the best result is kept.
const FOUR_RUNS_UP_TO: usize = 3000;

/// The community of each person, numbered from 0 in the order of their lowest members. Each community
/// is connected; a person without ties is a community alone. Me is treated as any other person: pass
/// `Graph::without_me`, or everybody becomes one community around me.
///
/// The Leiden algorithm for weighted modularity (Traag, Waltman & van Eck 2019, *From Louvain to
/// Leiden: guaranteeing well-connected communities*, Sci Rep 9:5233), except that the refinement takes
/// the best choice, not a random one.
pub fn communities(graph: &Graph, seed: u64) -> Vec<usize> {
    communities_while(graph, seed, &|| true).unwrap_or_default()
}

/// Like `communities`; `go_on` is asked before each pass over the graph. `None` where it says no.
pub fn communities_while(graph: &Graph, seed: u64, go_on: &dyn Fn() -> bool) -> Option<Vec<usize>> {
    let runs = if graph.len() > FOUR_RUNS_UP_TO { 1 } else { 4 };
    let mut best: Option<(f64, Vec<usize>)> = None;
    for run in 0..runs {
        let mut seeded = SeededRandom(seed.wrapping_add(run));
        let found = connected(graph, &leiden(graph, &mut seeded, go_on)?);
        let quality = modularity(graph, &found).unwrap_or(0.0);
        if best.as_ref().is_none_or(|(least, _)| quality > *least) {
            best = Some((quality, found));
        }
    }
    best.map(|(_, found)| found)
}

/// The modularity: the share of tie weight within communities minus the share expected in a random
/// graph with the same degrees. From −0.5 to 1 (exclusive); `None` without ties. `community` has one
/// number per person, each below the number of people.
///
/// Newman & Girvan 2004, *Finding and evaluating community structure in networks*, Phys. Rev. E 69.
pub fn modularity(graph: &Graph, community: &[usize]) -> Option<f64> {
    let mut within = vec![0.0; graph.len()];
    let mut all = vec![0.0; graph.len()];
    for person in 0..graph.len() {
        for (other, weight) in graph.of(person) {
            all[community[person]] += weight;
            if community[other] == community[person] {
                within[community[person]] += weight;
            }
        }
    }
    let total: f64 = all.iter().sum();
    let each = within.iter().zip(&all);
    (total > 0.0).then(|| {
        each.map(|(within, all)| within / total - (all / total) * (all / total))
            .sum()
    })
}

/// One run of the Leiden algorithm: the community of each person; `None` where `go_on` says no.
fn leiden(
    graph: &Graph,
    seeded: &mut SeededRandom,
    go_on: &dyn Fn() -> bool,
) -> Option<Vec<usize>> {
    let mut level = Level::of(graph);
    // For each person, their node in the current level.
    let mut node_of: Vec<usize> = (0..graph.len()).collect();
    let mut found: Vec<usize> = (0..graph.len()).collect();
    loop {
        if !go_on() {
            return None;
        }
        level.move_nodes(&mut found, seeded);
        let refined = refine::refine(&level, &found, seeded);
        let (coarse, above) = level.aggregate(&refined);
        let done = coarse.len() == level.len();
        let mut begin = vec![0; coarse.len()];
        for (node, to) in above.iter().enumerate() {
            begin[*to] = found[node];
        }
        for node in &mut node_of {
            *node = above[*node];
        }
        found = numbered(&begin);
        if done {
            return Some(node_of.into_iter().map(|node| found[node]).collect());
        }
        level = coarse;
    }
}

/// Splits communities that are not connected, which never lowers modularity, and numbers them all anew.
fn connected(graph: &Graph, found: &[usize]) -> Vec<usize> {
    let mut part = vec![usize::MAX; graph.len()];
    let mut parts = 0;
    for first in 0..graph.len() {
        if part[first] != usize::MAX {
            continue;
        }
        part[first] = parts;
        let mut trail = vec![first];
        while let Some(person) = trail.pop() {
            for (other, _) in graph.of(person) {
                if part[other] == usize::MAX && found[other] == found[first] {
                    part[other] = parts;
                    trail.push(other);
                }
            }
        }
        parts += 1;
    }
    part
}

/// The same groups, numbered from 0 in the order of their first members.
fn numbered(groups: &[usize]) -> Vec<usize> {
    let mut names = vec![usize::MAX; groups.iter().max().map_or(0, |most| most + 1)];
    let mut next = 0;
    let mut name = |group: usize| {
        if names[group] == usize::MAX {
            names[group] = next;
            next += 1;
        }
        names[group]
    };
    groups.iter().map(|group| name(*group)).collect()
}
