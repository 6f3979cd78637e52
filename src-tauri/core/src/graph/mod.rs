//! The network of people as a graph in memory: measures of its structure, ways in, and layout.
//!
//! People are numbers from 0. The code here uses neither book nor clock and starts no thread. The same
//! input gives the same output, bit for bit.
#![allow(
    clippy::indexing_slicing,
    reason = "every index is a person's number from the graph itself, below its length"
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

pub use betweenness::{
    Betweenness, ONE_SECOND, betweenness, betweenness_while, betweenness_within,
};
pub use communities::{communities, communities_while, modularity};
pub use cut::{Cut, cut_people};
pub use holes::{Weighting, constraint, effective_size};
pub use routes::{Route, routes};

/// Ties between people, undirected, each with a weight from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Where each person's ties start in `ends` and `weights`; one more than people.
    starts: Vec<u32>,
    /// The other ends of all ties, each tie twice, sorted by person and other end.
    ends: Vec<u32>,
    weights: Vec<f64>,
    me: Option<usize>,
}

impl Graph {
    /// A graph of `people` people with ties given as (one, other, weight). `me` is the owner of the book.
    ///
    /// Of two ties between the same people the stronger is kept. A tie of a person to themselves, to a
    /// number that is not below `people`, or with a weight of NaN is ignored. Weights are clamped to 0–1.
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
        // The stronger of two ties between the same people is sorted first and kept.
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

    /// The number of people.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether the graph has no people.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of ties.
    pub fn ties(&self) -> usize {
        self.ends.len() / 2
    }

    /// The number of the owner of the book, if given.
    pub fn me(&self) -> Option<usize> {
        self.me
    }

    /// The number of people that a person is tied to.
    pub fn degree(&self, person: usize) -> usize {
        self.span(person).len()
    }

    /// The people that a person is tied to, in ascending order, with the weights.
    pub fn of(&self, person: usize) -> impl ExactSizeIterator<Item = (usize, f64)> + '_ {
        let span = self.span(person);
        let ends = &self.ends[span.clone()];
        let weights = &self.weights[span];
        ends.iter()
            .zip(weights)
            .map(|(end, weight)| (*end as usize, *weight))
    }

    /// The weight of the tie between two people; `None` if they are not tied.
    pub fn weight(&self, a: usize, b: usize) -> Option<f64> {
        let span = self.span(a);
        let at = self.ends[span.clone()].binary_search(&(b as u32)).ok()?;
        Some(self.weights[span.start + at])
    }

    /// The same people with the same numbers, but without my ties and without `me`.
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

    /// The people that a person is tied to, without weights.
    fn ends_of(&self, person: usize) -> &[u32] {
        &self.ends[self.span(person)]
    }
}
