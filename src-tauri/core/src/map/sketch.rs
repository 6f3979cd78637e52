//! A view as the layout takes it: a graph, circles, and the places that are known already. Pure.

use std::collections::HashMap;

use super::network::Network;
use super::places::as_kept;
use super::{MapView, Steps};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::layout::{Body, LayoutObserver, Place, Point, arrange, radius};
use crate::ids::PersonId;

/// My circle's radius, in pixels: larger than anybody's.
const MINE: f32 = 18.0;

/// Where everybody stood when a view of mine last came to rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places(pub(super) HashMap<PersonId, Point>);

/// What the layout needs of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    /// The people of the picture in its order, me last.
    pub graph: Graph,
    /// As long as the graph.
    pub bodies: Vec<Body>,
    /// Chance, the same for the same view.
    pub seed: u64,
    /// Who they are, me left out.
    pub people: Vec<PersonId>,
}

impl Sketch {
    /// A place for everybody, me last, as exactly as they are kept; `None` where the observer stopped it.
    pub fn arrange(&self, observer: &dyn LayoutObserver) -> Option<Vec<Point>> {
        let places = arrange(&self.graph, &self.bodies, self.seed, observer)?;
        Some(places.into_iter().map(as_kept).collect())
    }
}

impl Network {
    /// A view as the layout takes it. Pins hold in every view; `places` are those kept of it.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book.
    pub fn sketch(&self, view: &MapView, places: &Places) -> Result<Sketch> {
        let shown = self.shown(view)?;
        let numbers = shown.people.iter().copied().chain([self.me()]);
        let ties = numbers.zip(0_usize..).flat_map(|(person, at)| {
            let shown = &shown;
            // Each once: from the one with the higher number.
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
            radius: MINE,
            organisation: None,
            place: Place::Pinned([0.0, 0.0]),
        };
        Ok(Sketch {
            graph,
            bodies: bodies.chain([mine]).collect(),
            seed: seed(view),
            people: shown.of_network(self).map(|person| person.id).collect(),
        })
    }
}

/// A map looks tomorrow as it does today: chance comes from what it shows alone.
fn seed(view: &MapView) -> u64 {
    let steps = match view.steps {
        Steps::One => 1,
        Steps::Two => 2,
        Steps::Everyone => 3,
    };
    let centre = view.around().map_or(0, |centre| centre.0.cast_unsigned());
    centre.wrapping_mul(4).wrapping_add(steps)
}
