//! The bodies of a layout and the forces on them.

use super::{Body, Point, known};
use crate::graph::Graph;

/// The strength of the push that gives a body of radius 9.5 enough room, in square pixels.
const ROOM: f64 = 1900.0;
/// The pull of an organisation on its members, as a multiple of the pull of the map's middle on
/// everybody. The members stand that much closer together.
pub(super) const ORGANISATION_PULL: f64 = 7.0;
/// The pull of a tie of weight 1, as the distance in pixels at which the pull of the middle is equal.
const TIE: f64 = 600.0;
/// The same for my own ties. Small, because everybody has one.
const MY_TIE: f64 = 40.0;
/// The group number of a body without organisation.
pub(super) const NO_GROUP: u32 = u32::MAX;

/// The bodies of a layout, by index, and the forces between them.
pub(super) struct Scene {
    /// Places in pixels.
    pub at: Vec<[f64; 2]>,
    /// The charge of each body: the strength of its push and its inertia. 1 for a person.
    pub charge: Vec<f64>,
    /// Whether the body keeps its place.
    pub held: Vec<bool>,
    /// The number of the body's organisation from 0, or `NO_GROUP`.
    pub group: Vec<u32>,
    /// The number of organisations.
    pub groups: usize,
    pub me: Option<usize>,
    /// The push of a body of charge 1 at a distance of 1 pixel.
    pub push: f64,
    /// Where each body's part of `pulls` starts; one more than bodies.
    starts: Vec<usize>,
    /// The bodies that ties pull towards, and how strongly.
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
        // I get more room the more people surround me.
        if let Some(me) = graph.me() {
            scene.charge[me] = (2.0 + bodies.len() as f64 / 6.0).min(12.0);
        }
        for person in 0..graph.len() {
            scene.pull_of(graph, person);
        }
        scene
    }

    /// A scene whose bodies are groups. Each tie is given once, as (one, other, pull).
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
            group: vec![NO_GROUP; count],
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

    /// The bodies that a body's ties pull it towards, and how strongly.
    pub fn pulls(&self, body: usize) -> &[(u32, f64)] {
        &self.pulls[self.starts[body]..self.starts[body + 1]]
    }

    pub fn points(&self) -> Vec<Point> {
        self.at.iter().map(|at| at.map(|x| x as f32)).collect()
    }

    /// The middle of the members of each organisation for whom `only` holds; `None` without such members.
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

    /// Adds the pulls of a person's ties. A pull is divided by the square root of the smaller number of
    /// ties of the two people: a group in which everybody knows everybody then takes room in proportion
    /// to its size and does not collapse into one point.
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

/// The strength of the push that gives each body room for its size.
fn room(bodies: &[Body]) -> f64 {
    let areas: f64 = bodies
        .iter()
        .map(|body| f64::from(body.radius).powi(2))
        .sum();
    let mean = areas / bodies.len().max(1) as f64;
    ROOM * (mean / (9.5 * 9.5)).max(0.5)
}

/// The number of each body's organisation, and how many there are. I am in none, because I am the
/// middle of the map.
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
        Some(name) => names.binary_search(name).map_or(NO_GROUP, |at| at as u32),
        None => NO_GROUP,
    };
    (named.iter().map(number).collect(), names.len())
}
