//! Who knows whom, as a plain graph in memory: what its shape says, ways in, and where to draw it.
//!
//! People are numbers from 0; nothing here knows the book, reads a clock or starts a thread, and
//! the same input gives the same output to the last bit.
#![allow(
    clippy::indexing_slicing,
    reason = "every number of a person comes from the graph itself, below its length"
)]

mod betweenness;
mod communities;
mod cut;
mod holes;
pub mod layout;
mod routes;
mod seeded;

#[cfg(test)]
mod small_check;
#[cfg(test)]
mod tests;

pub use betweenness::{Betweenness, ONE_SECOND, betweenness, betweenness_within};
pub use communities::{communities, modularity};
pub use cut::{Cut, cut_people};
pub use holes::{Ties, constraint, effective_size};
pub use routes::{Route, routes};

/// Ties between people, undirected, each with a weight from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Where each person's ties begin in `ends`; one more than people.
    starts: Vec<u32>,
    ends: Vec<u32>,
    weights: Vec<f64>,
    me: Option<usize>,
}

impl Graph {
    /// So many people, and the ties between them as (one, other, weight).
    ///
    /// Two who are tied twice keep the stronger tie. A tie to oneself, to nobody (a number that is
    /// not below `people`) or of a weight that is no number is left out; weights are held to 0–1.
    pub fn new(
        people: usize,
        ties: impl IntoIterator<Item = (usize, usize, f64)>,
        me: Option<usize>,
    ) -> Self {
        let mut arcs = Vec::new();
        for (a, b, weight) in ties {
            if a != b && a < people && b < people && !weight.is_nan() {
                let weight = weight.clamp(0.0, 1.0);
                arcs.extend([(a as u32, b as u32, weight), (b as u32, a as u32, weight)]);
            }
        }
        // The stronger of two between the same people comes first, and stays.
        arcs.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
        arcs.dedup_by_key(|arc| (arc.0, arc.1));
        Self::of_sorted(people, &arcs, me.filter(|me| *me < people))
    }

    fn of_sorted(people: usize, arcs: &[(u32, u32, f64)], me: Option<usize>) -> Self {
        let mut starts = vec![0; people + 1];
        for (from, ..) in arcs {
            starts[*from as usize + 1] += 1;
        }
        for person in 0..people {
            starts[person + 1] += starts[person];
        }
        Self {
            starts,
            ends: arcs.iter().map(|arc| arc.1).collect(),
            weights: arcs.iter().map(|arc| arc.2).collect(),
            me,
        }
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many ties.
    pub fn ties(&self) -> usize {
        self.ends.len() / 2
    }

    /// Whose map it is, where that is said.
    pub fn me(&self) -> Option<usize> {
        self.me
    }

    /// How many people somebody is tied to.
    pub fn degree(&self, person: usize) -> usize {
        self.span(person).len()
    }

    /// Who somebody is tied to, by rising number, with the weights.
    pub fn of(&self, person: usize) -> impl ExactSizeIterator<Item = (usize, f64)> + '_ {
        let span = self.span(person);
        let ends = &self.ends[span.clone()];
        let weights = &self.weights[span];
        ends.iter()
            .zip(weights)
            .map(|(end, weight)| (*end as usize, *weight))
    }

    /// The weight between two, where they are tied.
    pub fn weight(&self, a: usize, b: usize) -> Option<f64> {
        let span = self.span(a);
        let at = self.ends[span.clone()].binary_search(&(b as u32)).ok()?;
        Some(self.weights[span.start + at])
    }

    /// The same people and numbers with my own ties left out: I stand alone in it, and am not `me`.
    pub fn without_me(&self) -> Self {
        let arcs: Vec<_> = (0..self.len())
            .filter(|from| Some(*from) != self.me)
            .flat_map(|from| {
                self.of(from)
                    .map(move |(to, w)| (from as u32, to as u32, w))
            })
            .filter(|arc| Some(arc.1 as usize) != self.me)
            .collect();
        Self::of_sorted(self.len(), &arcs, None)
    }

    fn span(&self, person: usize) -> std::ops::Range<usize> {
        self.starts[person] as usize..self.starts[person + 1] as usize
    }

    /// The ends of somebody's ties alone.
    fn ends_of(&self, person: usize) -> &[u32] {
        &self.ends[self.span(person)]
    }
}
