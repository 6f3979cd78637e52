//! Places for everybody on the map: me in the middle, people who know each other or share an
//! organisation close together, and no circle over another.
//!
//! A force-directed layout. Every body pushes every other away with a force of 1/distance, ties and
//! organisations pull, and a weak pull to the middle keeps all bodies on the map. Lengths are pixels
//! at scale 1. A push of 1/distance against a pull proportional to the distance spreads bodies evenly
//! over a disc, so that the room for each does not depend on their number. The pull of ties follows
//! LinLog (Noack 2007, *Energy models for graph clustering*, JGAA 11(2)). Pushes of distant bodies are
//! combined (Barnes & Hut 1986, *A hierarchical O(N log N) force-calculation algorithm*, Nature 324).
//! Groups are placed before people (Hu 2005, *Efficient and high quality force-directed graph
//! drawing*, Mathematica Journal 10(1)).
//!
//! The computation uses only + − × ÷ and square roots, in a fixed order, which give the same results on
//! every machine: the same input gives the same picture.

mod apart;
mod groups;
mod near;
mod relax;
mod scene;
mod tree;

#[cfg(test)]
mod tests;

use crate::graph::Graph;
use crate::graph::seeded::SeededRandom;
use relax::{Relaxation, relax};
use scene::Scene;

/// A place on the map in pixels at scale 1, x to the right and y down.
pub type Point = [f32; 2];

/// The smallest and the largest radius of a circle, in pixels at scale 1.
pub const RADII: [f32; 2] = [5.5, 16.0];

/// The largest coordinate of a place, in pixels. A kept place beyond it is ignored.
const FARTHEST: f32 = 1e6;

/// Whether a person has a place before the layout starts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Place {
    /// No place: the layout finds one.
    #[default]
    New,
    /// The place from the last picture. It is kept, unless circles would overlap.
    Kept(Point),
    /// The user put the person there: the place never changes.
    Pinned(Point),
}

/// The properties of a person that the layout uses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// The circle's radius in pixels, above 0 and at most 1000; see [`radius`]. Other values are replaced
    /// by the smallest radius.
    pub radius: f32,
    /// An arbitrary number of the organisation in whose hull the person is drawn, the same for all members.
    pub organisation: Option<u32>,
    /// The place before the layout starts.
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

/// The circle's radius in pixels (5.5 to 16) for a warmth from 0 to 1. Values outside are clamped.
pub fn radius(warmth: f64) -> f32 {
    let [least, most] = RADII;
    // NaN is treated as 0.
    let warmth = if warmth > 0.0 { warmth.min(1.0) } else { 0.0 };
    least + (most - least) * warmth as f32
}

/// Receives the progress of a layout, and can stop it.
pub trait LayoutObserver {
    /// Whether the layout must stop. Called many times a second.
    fn stopped(&self) -> bool;
    /// Receives an intermediate picture and the share of the work that is done, 0–1. The first call
    /// comes early, with share 0.
    fn picture(&self, share: f32, places: &[Point]);
}

/// An observer that ignores pictures and never stops the layout.
pub struct NoObserver;

impl LayoutObserver for NoObserver {
    fn stopped(&self) -> bool {
        false
    }

    fn picture(&self, _: f32, _: &[Point]) {}
}

/// A place for everybody in the graph, or `None` if the observer stopped the layout.
///
/// I am at 0, 0 unless kept or pinned elsewhere. If at least half of the bodies have a place, the
/// others are put near the people they know and nobody else moves. At the end, circles that overlap are
/// moved apart: up to 2,000 people always, unless both are pinned; with more people as far as some
/// passes reach. If `bodies` is shorter than the graph, the missing ones are new bodies without
/// organisation.
pub fn arrange(
    graph: &Graph,
    bodies: &[Body],
    seed: u64,
    observer: &dyn LayoutObserver,
) -> Option<Vec<Point>> {
    let mut bodies = bodies.to_vec();
    bodies.resize(graph.len(), Body::default());
    bodies.iter_mut().for_each(sanitise);
    if let Some(me) = graph.me() {
        let place = &mut bodies[me].place;
        let at = known(*place).unwrap_or_default();
        *place = Place::Pinned(at);
    }
    let mut scene = Scene::new(graph, &bodies);
    let mut seeded = SeededRandom(seed);
    let held = scene.held.iter().filter(|held| **held).count();
    if held < scene.len() {
        let relaxation = if 2 * held >= scene.len() && held > 1 {
            near::place(&mut scene, &mut seeded);
            Relaxation::of_few(scene.len())
        } else {
            groups::place(&mut scene, graph, &mut seeded, observer)?;
            Relaxation::of_all(scene.len())
        };
        observer.picture(0.0, &scene.points());
        relax(&mut scene, &relaxation, &bodies, observer)?;
    }
    apart::separate_all(&mut scene.at, &bodies, observer)?;
    Some(scene.points())
}

/// Replaces a radius that cannot be drawn, and a place that is not finite or too far out.
fn sanitise(body: &mut Body) {
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
