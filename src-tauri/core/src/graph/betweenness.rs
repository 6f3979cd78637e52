//! Betweenness centrality: the share of shortest paths between others that lead through a person.

use super::Graph;
use super::seeded::SeededRandom;

/// A budget for `betweenness_within`, in steps, that takes about a second on a computer of 2020.
pub const ONE_SECOND: u64 = 150_000_000;

/// The betweenness of all people, 0–1, and whether it is exact.
#[derive(Clone, Debug, PartialEq)]
pub struct Betweenness {
    /// For each person, the share of the pairs of others whose shortest paths lead through them; `None`
    /// for me.
    pub of: Vec<Option<f64>>,
    /// The number of people whose paths were searched, if the figures are estimated; `None` if exact.
    pub sampled: Option<usize>,
}

/// Exact normalised betweenness without `me`: through me everybody is two steps from everybody, which
/// would hide the structure among the others. All ties count equally. Takes `people × ties` steps.
///
/// Brandes 2001, *A faster algorithm for betweenness centrality*, J. Math. Sociology 25(2).
pub fn betweenness(graph: &Graph) -> Betweenness {
    whole(sum_over(graph, None, &|_, _| true))
}

/// What comes of a computation that is never stopped.
fn whole(found: Option<Betweenness>) -> Betweenness {
    found.unwrap_or(Betweenness {
        of: Vec::new(),
        sampled: None,
    })
}

/// Like `betweenness` if that takes at most `budget` steps (one step visits one end of a tie, 5 to
/// 8 ns). Otherwise estimated from as many people as the budget allows, drawn at random with `seed`.
///
/// Brandes & Pich 2007, *Centrality estimation in large networks*, Int. J. Bifurcation & Chaos 17(7).
pub fn betweenness_within(graph: &Graph, budget: u64, seed: u64) -> Betweenness {
    whole(betweenness_while(graph, budget, seed, &|_, _| true))
}

/// Like `betweenness_within`. `go_on` is asked before each person whose paths are searched, with how many were and how
/// many are to be; `None` where it says no.
pub fn betweenness_while(
    graph: &Graph,
    budget: u64,
    seed: u64,
    go_on: &dyn Fn(u64, u64) -> bool,
) -> Option<Betweenness> {
    let others = graph.len() - usize::from(graph.me().is_some());
    let one = (graph.len() + 2 * graph.ties()) as u64;
    let affordable = usize::try_from(budget / one.max(1)).unwrap_or(usize::MAX);
    if affordable >= others {
        return sum_over(graph, None, go_on);
    }
    sum_over(graph, Some((affordable.max(1), seed)), go_on)
}

/// The betweenness from the paths of all people, or of a random sample (size, seed).
fn sum_over(
    graph: &Graph,
    sample: Option<(usize, u64)>,
    go_on: &dyn Fn(u64, u64) -> bool,
) -> Option<Betweenness> {
    let me = graph.me();
    let without = graph.without_me();
    let mut from: Vec<usize> = (0..graph.len())
        .filter(|person| Some(*person) != me)
        .collect();
    let others = from.len();
    if let Some((pivots, seed)) = sample {
        SeededRandom(seed).shuffle(&mut from);
        from.truncate(pivots);
        from.sort_unstable();
    }
    let mut brandes = Brandes::new(&without);
    for (done, person) in (0..).zip(&from) {
        if !go_on(done, from.len() as u64) {
            return None;
        }
        brandes.from(&without, *person);
    }
    // The pairs of others in both directions. A sample is scaled up to all people.
    let pairs = others.saturating_sub(1) as f64 * others.saturating_sub(2) as f64;
    let scale = match pairs {
        0.0 => 0.0,
        _ => others as f64 / from.len().max(1) as f64 / pairs,
    };
    let of = brandes.sum.iter().enumerate();
    Some(Betweenness {
        of: of
            .map(|(person, sum)| (Some(person) != me).then_some(sum * scale))
            .collect(),
        sampled: sample.map(|_| from.len()),
    })
}

/// What one search knows about a person.
#[derive(Clone, Copy)]
struct Seen {
    distance: u32,
    /// The number of shortest paths from the start to this person. `accumulate` replaces it by
    /// (1 + dependency) / number, the term that the people before this one add up.
    paths: f64,
}

const UNSEEN: Seen = Seen {
    distance: u32::MAX,
    paths: 0.0,
};

/// The state of Brandes' algorithm: a search from each person, then an accumulation in reverse order.
/// The inner loops have no unpredictable branches.
struct Brandes {
    seen: Vec<Seen>,
    /// The people found, nearest first. One slot longer than needed, because `search` writes the slot
    /// before it knows whether it counts.
    order: Vec<u32>,
    /// The ends of the ties that lead one step farther, in the order of the people in `order`. One slot
    /// longer than needed, as `order`.
    steps: Vec<u32>,
    /// For each person in `order`, where their part of `steps` ends.
    ends: Vec<usize>,
    sum: Vec<f64>,
}

impl Brandes {
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

    /// Adds each person's dependency for the shortest paths that begin at `start`.
    fn from(&mut self, graph: &Graph, start: usize) {
        self.search(graph, start);
        self.accumulate();
    }

    /// Breadth-first search that counts the shortest paths from `start`.
    fn search(&mut self, graph: &Graph, start: usize) {
        self.order[0] = start as u32;
        self.seen[start] = Seen {
            distance: 0,
            paths: 1.0,
        };
        let (mut at, mut found, mut steps) = (0, 1, 0);
        while at < found {
            let person = self.order[at] as usize;
            let Seen { distance, paths } = self.seen[person];
            for &next in graph.ends_of(person) {
                let seen = &mut self.seen[next as usize];
                let is_new = seen.distance == u32::MAX;
                seen.distance = if is_new { distance + 1 } else { seen.distance };
                let leads = seen.distance == distance + 1;
                seen.paths += if leads { paths } else { 0.0 };
                // Written always, to avoid a branch; kept only if the index moves on.
                self.order[found] = next;
                found += usize::from(is_new);
                self.steps[steps] = next;
                steps += usize::from(leads);
            }
            self.ends.push(steps);
            at += 1;
        }
    }

    /// Adds up the dependencies from the farthest person to the nearest, so that everybody beyond a person
    /// is done before that person.
    fn accumulate(&mut self) {
        let mut end = self.ends.pop().unwrap_or(0);
        while let Some(from) = self.ends.pop() {
            let person = self.order[self.ends.len() + 1] as usize;
            let beyond = self.steps[from..end].iter();
            let depends: f64 = beyond.map(|next| self.seen[*next as usize].paths).sum();
            let paths = self.seen[person].paths;
            self.sum[person] += paths * depends;
            self.seen[person].paths = depends + 1.0 / paths;
            end = from;
        }
        for person in &self.order {
            self.seen[*person as usize] = UNSEEN;
        }
    }
}
