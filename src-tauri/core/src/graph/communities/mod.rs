//! Communities: groups that know each other better than chance would have it.

mod level;
mod refine;

use super::Graph;
use super::seeded::Seeded;
use level::Level;

/// Up to this many people it is tried from several beginnings, and the best kept.
const TRIED_AGAIN: usize = 3000;

/// Everybody's community, numbered from 0 by its lowest member; each is connected, and somebody
/// without ties is one alone. Me counts as anybody: leave me out with `Graph::without_me`, or all
/// are one community around me.
///
/// The Leiden algorithm for modularity on the weights (Traag, Waltman & van Eck 2019, *From Louvain
/// to Leiden: guaranteeing well-connected communities*, Sci Rep 9:5233), with the likeliest choice in
/// place of a random one.
pub fn communities(graph: &Graph, seed: u64) -> Vec<usize> {
    let tries = if graph.len() > TRIED_AGAIN { 1 } else { 4 };
    let mut best: Option<(f64, Vec<usize>)> = None;
    for attempt in 0..tries {
        let found = connected(
            graph,
            &leiden(graph, &mut Seeded(seed.wrapping_add(attempt))),
        );
        let quality = modularity(graph, &found).unwrap_or(0.0);
        if best.as_ref().is_none_or(|(least, _)| quality > *least) {
            best = Some((quality, found));
        }
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

/// The share of tie weight within communities beyond what chance would have, below 1; `None` where
/// nothing is tied. `community` is as long as the graph, its numbers below that.
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

fn leiden(graph: &Graph, seeded: &mut Seeded) -> Vec<usize> {
    let mut level = Level::of(graph);
    let mut stands: Vec<usize> = (0..graph.len()).collect();
    let mut found: Vec<usize> = (0..graph.len()).collect();
    loop {
        level.move_each(&mut found, seeded);
        let refined = refine::refine(&level, &found, seeded);
        let (coarse, above) = level.gather(&refined);
        let done = coarse.len() == level.len();
        let mut begin = vec![0; coarse.len()];
        for (node, to) in above.iter().enumerate() {
            begin[*to] = found[node];
        }
        for stand in &mut stands {
            *stand = above[*stand];
        }
        found = numbered(&begin);
        if done {
            return stands.into_iter().map(|stand| found[stand]).collect();
        }
        level = coarse;
    }
}

/// Takes apart what is not connected, which never lowers modularity, and numbers it all anew.
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

/// The same groups, numbered from 0 by their first member. Numbers are below the length.
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
