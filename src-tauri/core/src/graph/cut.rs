//! Cut people (articulation points): people whose removal disconnects others.

use super::Graph;

/// What the removal of one person would disconnect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Whether people who are connected without me would no longer be (an articulation point).
    pub is_cut: bool,
    /// How many people would no longer be connected with the largest remaining part, without me.
    pub cut_off: usize,
    /// How many people I could no longer reach in any number of steps. 0 for me, and in a graph without
    /// `me`.
    pub reach_lost: usize,
}

/// For each person, what their removal would disconnect. Takes time linear in people and ties.
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

/// A depth-first search through all people. For each person it finds the subtrees that are connected
/// with the rest through that person only.
struct Search {
    /// The number at which the search found the person, from 1; 0 if it has not.
    found: Vec<u32>,
    /// The lowest such number that the person's subtree reaches by one tie (Tarjan's low point).
    low: Vec<u32>,
    /// The number of people in the person's subtree, the person included.
    size: Vec<u32>,
    /// The root of the person's tree.
    root: Vec<u32>,
    /// How many people the root reaches only through the person.
    below: Vec<u32>,
    /// The size of the largest subtree that is reached only through the person.
    largest: Vec<u32>,
    /// The number of subtrees that are reached only through the person.
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

    /// Searches from `root`. Uses a list, not recursion: a chain of ties may be as long as the book and
    /// would overflow the stack.
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

    /// Whether the others are disconnected without this person, and how many lie outside the largest part.
    fn without(&self, person: usize) -> (bool, usize) {
        let others = self.size[self.root[person] as usize] - 1;
        let above = others - self.below[person];
        let parts = self.parts[person] + u32::from(above > 0);
        let largest = self.largest[person].max(above);
        (parts > 1, (others - largest) as usize)
    }
}
