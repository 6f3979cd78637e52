//! Cut people: without whom the graph falls apart.

use super::Graph;

/// What would be lost with one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Whether others, me left out, would be connected no more (an articulation point).
    pub is_cut: bool,
    /// How many people would be cut off from the largest part that is left, me left out.
    pub cut_off: usize,
    /// How many people I would no longer reach, by whatever number of steps; 0 where `me` is
    /// not said and for me.
    pub reach_lost: usize,
}

/// Cut people and what each would cut off; in time linear in people and ties.
///
/// Hopcroft & Tarjan 1973, *Algorithm 447: efficient algorithms for graph manipulation*, CACM 16(6).
pub fn cut_people(graph: &Graph) -> Vec<Cut> {
    let me = graph.me();
    let among_others = Search::of(&graph.without_me(), None);
    let from_me = Search::of(graph, me);
    (0..graph.len())
        .map(|person| {
            if Some(person) == me {
                return Cut::default();
            }
            let (is_cut, cut_off) = among_others.without(person);
            let reach_lost = match me {
                Some(me) if from_me.root[person] == me as u32 => from_me.below[person],
                _ => 0,
            };
            Cut {
                is_cut,
                cut_off,
                reach_lost: reach_lost as usize,
            }
        })
        .collect()
}

/// A depth-first search through everybody, and what hangs below each alone.
struct Search {
    /// When somebody was found, from 1; 0 is not yet.
    found: Vec<u32>,
    /// The earliest that is reached from below by one tie back.
    low: Vec<u32>,
    /// How many are below somebody, with themselves.
    size: Vec<u32>,
    root: Vec<u32>,
    /// How many are reached from the root only by way of somebody.
    below: Vec<u32>,
    largest: Vec<u32>,
    parts: Vec<u32>,
}

impl Search {
    fn of(graph: &Graph, first: Option<usize>) -> Self {
        let none = || vec![0; graph.len()];
        let mut search = Self {
            found: none(),
            low: none(),
            size: none(),
            root: none(),
            below: none(),
            largest: none(),
            parts: none(),
        };
        let mut clock = 0;
        for root in first.into_iter().chain(0..graph.len()) {
            if search.found[root] == 0 {
                search.from(graph, root, &mut clock);
            }
        }
        search
    }

    /// Kept on a list and not on the stack: a chain may be as long as the book.
    fn from(&mut self, graph: &Graph, root: usize, clock: &mut u32) {
        self.find(root, root, clock);
        let mut trail = vec![(root, 0)];
        while let Some((person, next)) = trail.last_mut() {
            let person = *person;
            if let Some(&other) = graph.ends_of(person).get(*next) {
                *next += 1;
                let other = other as usize;
                if self.found[other] == 0 {
                    self.find(other, root, clock);
                    trail.push((other, 0));
                } else {
                    self.low[person] = self.low[person].min(self.found[other]);
                }
            } else {
                trail.pop();
                if let Some((parent, _)) = trail.last() {
                    self.close(person, *parent);
                }
            }
        }
    }

    fn find(&mut self, person: usize, root: usize, clock: &mut u32) {
        *clock += 1;
        self.found[person] = *clock;
        self.low[person] = *clock;
        self.size[person] = 1;
        self.root[person] = root as u32;
    }

    fn close(&mut self, child: usize, parent: usize) {
        self.low[parent] = self.low[parent].min(self.low[child]);
        self.size[parent] += self.size[child];
        if self.low[child] >= self.found[parent] {
            self.below[parent] += self.size[child];
            self.largest[parent] = self.largest[parent].max(self.size[child]);
            self.parts[parent] += 1;
        }
    }

    /// Whether the others fall apart without somebody, and how many lie outside the largest part.
    fn without(&self, person: usize) -> (bool, usize) {
        let others = self.size[self.root[person] as usize] - 1;
        let above = others - self.below[person];
        let parts = self.parts[person] + u32::from(above > 0);
        let largest = self.largest[person].max(above);
        (parts > 1, (others - largest) as usize)
    }
}
