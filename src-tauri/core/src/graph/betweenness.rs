//! Betweenness: who stands on the shortest ways between others.

use super::Graph;
use super::seeded::Seeded;

/// A budget for `betweenness_within` that takes about a second on a machine of 2020.
pub const ONE_SECOND: u64 = 150_000_000;

/// Everybody's betweenness, 0–1, and how it was come by.
#[derive(Clone, Debug, PartialEq)]
pub struct Betweenness {
    /// The share of all pairs of others whose shortest ways lead by somebody; `None` for me.
    pub of: Vec<Option<f64>>,
    /// From how many people it was estimated; `None` where it is exact.
    pub sampled: Option<usize>,
}

/// Exact and normalised betweenness with `me` removed: everybody is near everybody through me, and
/// the figure is about the others. Ties count alike. `people × ties` steps.
///
/// Brandes 2001, *A faster algorithm for betweenness centrality*, J. Math. Sociology 25(2).
pub fn betweenness(graph: &Graph) -> Betweenness {
    among(graph, None)
}

/// As `betweenness` where that takes at most `budget` steps (one step is one end of a tie looked at,
/// 5 to 8 ns); past it estimated from as many people, drawn by `seed`, as the budget allows.
///
/// Brandes & Pich 2007, *Centrality estimation in large networks*, Int. J. Bifurcation & Chaos 17(7).
pub fn betweenness_within(graph: &Graph, budget: u64, seed: u64) -> Betweenness {
    let others = graph.len() - usize::from(graph.me().is_some());
    let one = (graph.len() + 2 * graph.ties()) as u64;
    let affordable = usize::try_from(budget / one.max(1)).unwrap_or(usize::MAX);
    if affordable >= others {
        return among(graph, None);
    }
    among(graph, Some((affordable.max(1), seed)))
}

fn among(graph: &Graph, sample: Option<(usize, u64)>) -> Betweenness {
    let me = graph.me();
    let without = graph.without_me();
    let mut from: Vec<usize> = (0..graph.len())
        .filter(|person| Some(*person) != me)
        .collect();
    let others = from.len();
    if let Some((pivots, seed)) = sample {
        Seeded(seed).shuffle(&mut from);
        from.truncate(pivots);
        from.sort_unstable();
    }
    let mut walk = Walk::new(&without);
    for person in &from {
        walk.from(&without, *person);
    }
    // Pairs of others in both directions, and the sample stands for all.
    let pairs = others.saturating_sub(1) as f64 * others.saturating_sub(2) as f64;
    let scale = match pairs {
        0.0 => 0.0,
        _ => others as f64 / from.len().max(1) as f64 / pairs,
    };
    let of = walk.sum.iter().enumerate();
    Betweenness {
        of: of
            .map(|(person, sum)| (Some(person) != me).then_some(sum * scale))
            .collect(),
        sampled: sample.map(|_| from.len()),
    }
}

/// What one search finds out about somebody.
#[derive(Clone, Copy)]
struct Seen {
    far: u32,
    /// How many shortest ways lead here; while going back, what goes on to those before.
    ways: f64,
}

const UNSEEN: Seen = Seen {
    far: u32::MAX,
    ways: 0.0,
};

/// One search after another, from each person out and back. What is longest in it asks nothing
/// that a processor would have to guess.
struct Walk {
    seen: Vec<Seen>,
    /// Who was found, nearest first; with room for one more.
    order: Vec<u32>,
    /// The steps that lead farther, by who takes them, in the same order; with room for one more.
    steps: Vec<u32>,
    /// Where the steps of each in `order` end.
    ends: Vec<usize>,
    sum: Vec<f64>,
}

impl Walk {
    fn new(graph: &Graph) -> Self {
        let people = graph.len();
        Self {
            seen: vec![UNSEEN; people],
            order: vec![0; people + 1],
            steps: vec![0; 2 * graph.ties() + 1],
            ends: Vec::with_capacity(people),
            sum: vec![0.0; people],
        }
    }

    /// Adds what depends on each for the ways that begin at one person.
    fn from(&mut self, graph: &Graph, start: usize) {
        self.out(graph, start);
        self.back();
    }

    fn out(&mut self, graph: &Graph, start: usize) {
        self.order[0] = start as u32;
        self.seen[start] = Seen { far: 0, ways: 1.0 };
        let (mut at, mut found, mut steps) = (0, 1, 0);
        while at < found {
            let person = self.order[at] as usize;
            let Seen { far, ways } = self.seen[person];
            for &next in graph.ends_of(person) {
                let seen = &mut self.seen[next as usize];
                let is_new = seen.far == u32::MAX;
                seen.far = if is_new { far + 1 } else { seen.far };
                let leads = seen.far == far + 1;
                seen.ways += if leads { ways } else { 0.0 };
                // Written in any case, and kept only where it counts.
                self.order[found] = next;
                found += usize::from(is_new);
                self.steps[steps] = next;
                steps += usize::from(leads);
            }
            self.ends.push(steps);
            at += 1;
        }
    }

    /// From the farthest back: those beyond are done before anybody who leads to them.
    fn back(&mut self) {
        let mut end = self.ends.pop().unwrap_or(0);
        while let Some(from) = self.ends.pop() {
            let person = self.order[self.ends.len() + 1] as usize;
            let beyond = self.steps[from..end].iter();
            let depends: f64 = beyond.map(|next| self.seen[*next as usize].ways).sum();
            let ways = self.seen[person].ways;
            self.sum[person] += ways * depends;
            self.seen[person].ways = depends + 1.0 / ways;
            end = from;
        }
        for person in &self.order {
            self.seen[*person as usize] = UNSEEN;
        }
    }
}
