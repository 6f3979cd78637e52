//! The bodies and what acts on them.

use super::{Body, Point, known};
use crate::graph::Graph;

/// The room that a body of radius 9.5 has on the map at large, as the square of a length in pixels.
const ROOM: f64 = 1900.0;
/// How much more an organisation pulls its own than the middle pulls all: they stand so much closer.
pub(super) const TOGETHER: f64 = 7.0;
/// How much a tie of weight 1 pulls, in lengths of the pull to the middle.
const TIE: f64 = 600.0;
/// What my own ties pull: little, for everybody has one.
const MY_TIE: f64 = 40.0;
/// Of no organisation.
pub(super) const NONE: u32 = u32::MAX;

/// Bodies that push and pull each other.
pub(super) struct Scene {
    pub at: Vec<[f64; 2]>,
    /// What each pushes with, and what it weighs.
    pub charge: Vec<f64>,
    /// Who does not move.
    pub held: Vec<bool>,
    /// The number of each one's organisation from 0, or `NONE`.
    pub group: Vec<u32>,
    pub groups: usize,
    pub me: Option<usize>,
    /// How hard a body of charge 1 pushes at a distance of 1 pixel.
    pub push: f64,
    starts: Vec<usize>,
    pulls: Vec<(u32, f64)>,
}

impl Scene {
    pub fn new(graph: &Graph, bodies: &[Body]) -> Self {
        let at = bodies.iter().map(|body| known(body.place));
        let at: Vec<_> = at
            .map(|place| place.unwrap_or_default().map(f64::from))
            .collect();
        let held = bodies.iter().map(|body| known(body.place).is_some());
        let (group, groups) = numbered(graph, bodies);
        let mut scene = Self {
            at,
            charge: vec![1.0; bodies.len()],
            held: held.collect(),
            group,
            groups,
            me: graph.me(),
            push: room(bodies),
            starts: vec![0],
            pulls: Vec::with_capacity(2 * graph.ties()),
        };
        // Room around me grows with those who surround me.
        if let Some(me) = graph.me() {
            scene.charge[me] = (2.0 + bodies.len() as f64 / 6.0).min(12.0);
        }
        for person in 0..graph.len() {
            scene.pull_of(graph, person);
        }
        scene
    }

    /// A scene of groups: each tie is given once, as (one, other, pull).
    pub fn of_groups(
        &self,
        charge: Vec<f64>,
        me: Option<usize>,
        mut ties: Vec<(u32, u32, f64)>,
    ) -> Self {
        let count = charge.len();
        let back: Vec<_> = ties.iter().map(|(a, b, pull)| (*b, *a, *pull)).collect();
        ties.extend(back);
        ties.sort_by_key(|(a, b, _)| (*a, *b));
        let mut starts = vec![0; count + 1];
        for (a, ..) in &ties {
            starts[*a as usize + 1] += 1;
        }
        for group in 0..count {
            starts[group + 1] += starts[group];
        }
        Self {
            at: vec![[0.0; 2]; count],
            charge,
            held: vec![false; count],
            group: vec![NONE; count],
            groups: 0,
            me,
            push: self.push,
            starts,
            pulls: ties.into_iter().map(|(_, b, pull)| (b, pull)).collect(),
        }
    }

    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whom a body's ties pull it to, and how hard.
    pub fn pulls(&self, body: usize) -> &[(u32, f64)] {
        &self.pulls[self.starts[body]..self.starts[body + 1]]
    }

    pub fn points(&self) -> Vec<Point> {
        self.at.iter().map(|at| at.map(|x| x as f32)).collect()
    }

    /// The middle of each organisation; with `only`, of those of its bodies alone.
    pub fn middles(&self, only: impl Fn(usize) -> bool) -> Vec<Option<[f64; 2]>> {
        let mut sums = vec![[0.0; 3]; self.groups];
        for (body, at) in self.at.iter().enumerate() {
            if let Some(sum) = sums.get_mut(self.group[body] as usize)
                && only(body)
            {
                *sum = [sum[0] + at[0], sum[1] + at[1], sum[2] + 1.0];
            }
        }
        let middle = |sum: [f64; 3]| (sum[2] > 0.0).then(|| [sum[0] / sum[2], sum[1] / sum[2]]);
        sums.into_iter().map(middle).collect()
    }

    /// A tie's pull is divided by the root of the fewer ties of its two: many who all know each
    /// other then take room by their number, and do not fall into one point.
    fn pull_of(&mut self, graph: &Graph, person: usize) {
        let unit = (self.push / ROOM).sqrt();
        for (other, weight) in graph.of(person) {
            let mine = Some(person) == graph.me() || Some(other) == graph.me();
            let fewer = graph.degree(person).min(graph.degree(other)).max(1);
            let pull = match mine {
                true => MY_TIE * weight,
                false => TIE * weight / (fewer as f64).sqrt(),
            };
            self.pulls.push((other as u32, pull * unit));
        }
        self.starts.push(self.pulls.len());
    }
}

/// The push that leaves each body the room for its size.
fn room(bodies: &[Body]) -> f64 {
    let areas: f64 = bodies
        .iter()
        .map(|body| f64::from(body.radius).powi(2))
        .sum();
    let mean = areas / bodies.len().max(1) as f64;
    ROOM * (mean / (9.5 * 9.5)).max(0.5)
}

/// Organisations numbered by their first member; I am in none, for I am the middle.
fn numbered(graph: &Graph, bodies: &[Body]) -> (Vec<u32>, usize) {
    let of = |(person, body): (usize, &Body)| match graph.me() == Some(person) {
        true => None,
        false => body.organisation,
    };
    let named: Vec<Option<u32>> = bodies.iter().enumerate().map(of).collect();
    let mut names: Vec<u32> = named.iter().flatten().copied().collect();
    names.sort_unstable();
    names.dedup();
    let number = |name: &Option<u32>| match name {
        Some(name) => names.binary_search(name).map_or(NONE, |at| at as u32),
        None => NONE,
    };
    (named.iter().map(number).collect(), names.len())
}
