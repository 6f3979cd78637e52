//! A view as input of the layout: graph, circles, and places that are known. Pure.

use std::collections::HashMap;

use super::network::Network;
use super::places::as_stored;
use super::{MapDepth, MapView};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::layout::{Body, LayoutObserver, Place, Point, arrange, radius};
use crate::ids::PersonId;

/// The radius of my circle in pixels, larger than any other.
const MY_RADIUS: f32 = 18.0;

/// The places of people after the last layout of a view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places(pub(super) HashMap<PersonId, Point>);

/// The input of the layout for a view.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutInput {
    /// The graph of the people of the picture in its order, with me last.
    pub graph: Graph,
    /// The bodies, one for each person of the graph.
    pub bodies: Vec<Body>,
    /// The seed of random numbers, the same for the same view.
    pub seed: u64,
    /// The ids of the people, without me.
    pub people: Vec<PersonId>,
}

impl LayoutInput {
    /// Runs the layout: a place for everybody, me last, rounded as they are stored. `None` if the observer
    /// stopped it.
    pub fn arrange(&self, observer: &dyn LayoutObserver) -> Option<Vec<Point>> {
        let places = arrange(&self.graph, &self.bodies, self.seed, observer)?;
        Some(places.into_iter().map(as_stored).collect())
    }
}

impl Network {
    /// The input of the layout for a view. `places` are the stored places of the view. Pins apply in every
    /// view.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book.
    pub fn layout_input(&self, view: &MapView, places: &Places) -> Result<LayoutInput> {
        let shown = self.shown(view)?;
        let numbers = shown.people.iter().copied().chain([self.me()]);
        let ties = numbers.zip(0_usize..).flat_map(|(person, at)| {
            let shown = &shown;
            // Each tie once, from the person with the higher number.
            let of = self.graph().of(person as usize);
            of.filter_map(move |(other, weight)| {
                let other = shown.number(other as u32)? as usize;
                (other < at).then_some((at, other, weight))
            })
        });
        let me = shown.people.len();
        let graph = Graph::new(me + 1, ties, Some(me));
        let bodies = shown.of_network(self).map(|person| Body {
            radius: radius(person.shown_warmth()),
            organisation: person.works.first().copied(),
            place: match (person.pin, places.0.get(&person.id)) {
                (Some(pin), _) => Place::Pinned(pin),
                (None, Some(kept)) => Place::Kept(*kept),
                (None, None) => Place::New,
            },
        });
        let mine = Body {
            radius: MY_RADIUS,
            organisation: None,
            place: Place::Pinned([0.0, 0.0]),
        };
        Ok(LayoutInput {
            graph,
            bodies: bodies.chain([mine]).collect(),
            seed: seed(view),
            people: shown.of_network(self).map(|person| person.id).collect(),
        })
    }
}

/// The seed for a view. It depends on the view only, so that a map looks the same every day.
fn seed(view: &MapView) -> u64 {
    let steps = match view.steps {
        MapDepth::One => 1,
        MapDepth::Two => 2,
        MapDepth::Everyone => 3,
    };
    let centre = view.around().map_or(0, |centre| centre.0.cast_unsigned());
    centre.wrapping_mul(4).wrapping_add(steps)
}
