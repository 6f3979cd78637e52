//! Where everybody is drawn: me in the middle, people who know each other and those of one
//! organisation close together, nobody on anybody.
//!
//! Forces between bodies that come to rest: everybody pushes everybody away by 1/distance, ties and
//! organisations pull, and a weak pull to the middle keeps all on the map. Lengths are pixels at
//! scale 1. With a push of 1/distance an even pull spreads bodies evenly over a disc, so that the
//! room for each is chosen and does not depend on how many there are. The pull of ties is as in
//! LinLog (Noack 2007, *Energy models for graph clustering*, JGAA 11(2)); far pushes are taken
//! together (Barnes & Hut 1986, *A hierarchical O(N log N) force-calculation algorithm*, Nature
//! 324); groups are placed before people (Hu 2005, *Efficient and high quality force-directed graph
//! drawing*, Mathematica Journal 10(1)).
//!
//! Only + − × ÷ and square roots, in one order: the same input gives the same picture.

mod apart;
mod groups;
mod near;
mod scene;
mod settle;
mod tree;

#[cfg(test)]
mod tests;

use crate::graph::Graph;
use crate::graph::seeded::Seeded;
use scene::Scene;
use settle::{Rest, settle};

/// A place on the map in pixels at scale 1, x to the right and y down.
pub type Point = [f32; 2];

/// The least and the largest circle, in pixels at scale 1.
pub const RADII: [f32; 2] = [5.5, 16.0];

/// No place is farther out than this, in pixels; what was kept beyond is not believed.
const FARTHEST: f32 = 1e6;

/// Whether somebody has a place already.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Place {
    /// Not yet: it is found.
    #[default]
    New,
    /// From the last picture: it stays, but makes way where circles would touch.
    Kept(Point),
    /// Put there by hand: it never moves.
    Pinned(Point),
}

/// What of a person matters to where they are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// The circle's radius in pixels, above 0; see `radius`.
    pub radius: f32,
    /// A number of the organisation whose hull they are drawn in; any number, the same for all in it.
    pub organisation: Option<u32>,
    /// Whether they have a place already.
    pub place: Place,
}

impl Default for Body {
    fn default() -> Self {
        Self {
            radius: RADII[0],
            organisation: None,
            place: Place::New,
        }
    }
}

/// The circle's radius for a warmth from 0 to 1, in pixels: 5.5 to 16.
pub fn radius(warmth: f64) -> f32 {
    let [least, most] = RADII;
    // Not a number is as cold as can be.
    let warmth = if warmth > 0.0 { warmth.min(1.0) } else { 0.0 };
    least + (most - least) * warmth as f32
}

/// What the layout says and asks as it goes.
pub trait Watch {
    /// Whether to stop; asked many times a second.
    fn stopped(&self) -> bool;
    /// A picture on the way, and what share of the work is done, 0–1. The first comes early.
    fn picture(&self, share: f32, places: &[Point]);
}

/// Nobody watches and nothing stops it.
pub struct Unwatched;

impl Watch for Unwatched {
    fn stopped(&self) -> bool {
        false
    }

    fn picture(&self, _: f32, _: &[Point]) {}
}

/// A place for everybody in the graph, or `None` where the watch stopped it.
///
/// Me, unless kept or pinned elsewhere, is at 0, 0. Where at least half have kept their places, the
/// others are put near those they know and nobody else moves; circles that would touch are moved
/// apart at the end in any case (with 300 people at least one of two that touch must be free to
/// move; with many thousands it is tried, not promised). Bodies missing at the end of the list are
/// new ones, of no organisation.
pub fn arrange(graph: &Graph, bodies: &[Body], seed: u64, watch: &dyn Watch) -> Option<Vec<Point>> {
    let mut bodies = bodies.to_vec();
    bodies.resize(graph.len(), Body::default());
    bodies.iter_mut().for_each(sound);
    if let Some(me) = graph.me() {
        let place = &mut bodies[me].place;
        let at = known(*place).unwrap_or_default();
        *place = Place::Pinned(at);
    }
    let mut scene = Scene::new(graph, &bodies);
    let mut seeded = Seeded(seed);
    let held = scene.held.iter().filter(|held| **held).count();
    if held < scene.len() {
        let rest = if 2 * held >= scene.len() && held > 1 {
            near::place(&mut scene, &mut seeded);
            Rest::of_few(scene.len())
        } else {
            groups::place(&mut scene, graph, &mut seeded, watch)?;
            Rest::of_all(scene.len())
        };
        watch.picture(0.0, &scene.points());
        settle(&mut scene, &rest, &bodies, watch)?;
    }
    apart::finish(&mut scene.at, &bodies, watch)?;
    Some(scene.points())
}

/// A radius that can be drawn, and a place that can be believed.
fn sound(body: &mut Body) {
    if !(body.radius > 0.0 && body.radius <= 1000.0) {
        body.radius = RADII[0];
    }
    let far = |at: Point| !at.iter().all(|x| x.abs() <= FARTHEST);
    if known(body.place).is_some_and(far) {
        body.place = Place::New;
    }
}

fn known(place: Place) -> Option<Point> {
    match place {
        Place::New => None,
        Place::Kept(at) | Place::Pinned(at) => Some(at),
    }
}
