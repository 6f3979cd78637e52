//! Moves the bodies by the forces on them, in ever shorter steps, until they rest.

use super::scene::{ORGANISATION_PULL, Scene};
use super::tree::Tree;
use super::{Body, LayoutObserver, apart};

/// The layout ends after a round in which no body moves this far, in pixels.
const REST_STEP: f64 = 0.05;
/// The observer gets a picture every this many rounds.
const PICTURE_ROUNDS: usize = 10;

/// The parameters of a relaxation.
pub(super) struct Relaxation {
    /// The most rounds.
    pub rounds: usize,
    /// The longest step of the first round, in pixels.
    pub step: f64,
    /// The step per force. If it is too large, bodies oscillate.
    pub gain: f64,
}

impl Relaxation {
    /// For people whose groups are placed already.
    pub fn of_all(people: usize) -> Self {
        Self {
            rounds: (1_200_000 / people.max(1)).clamp(60, 300),
            step: 60.0,
            gain: 0.06,
        }
    }

    /// For some new people among many who keep their places.
    pub fn of_few(people: usize) -> Self {
        Self {
            rounds: (600_000 / people.max(1)).clamp(30, 100),
            step: 12.0,
            gain: 0.06,
        }
    }

    /// For groups, which start at random places in a disc of radius `across`.
    pub fn of_groups(groups: usize, across: f64) -> Self {
        Self {
            rounds: (150_000 / groups.max(1)).clamp(40, 300),
            step: across / 4.0,
            gain: 0.3,
        }
    }

    /// The longest step of a round, in pixels.
    fn longest_step(&self, round: usize) -> f64 {
        let left = 1.0 - round as f64 / self.rounds as f64;
        self.step * left * left
    }
}

/// Moves the bodies that are not held until they rest. `None` if the observer stopped it. If `bodies`
/// is empty, overlaps are not removed and the observer gets no pictures.
pub(super) fn relax(
    scene: &mut Scene,
    relaxation: &Relaxation,
    bodies: &[Body],
    observer: &dyn LayoutObserver,
) -> Option<()> {
    let mut tree = Tree::default();
    let mut steps = vec![[0.0; 2]; scene.len()];
    for round in 0..relaxation.rounds {
        if observer.stopped() {
            return None;
        }
        let longest = relaxation.longest_step(round);
        let farthest = one_round(scene, &mut tree, &mut steps, relaxation.gain, longest);
        if bodies.is_empty() {
            continue;
        }
        if 3 * round > 2 * relaxation.rounds && round % 5 == 0 {
            apart::separate_once(&mut scene.at, bodies);
        }
        if round % PICTURE_ROUNDS == PICTURE_ROUNDS - 1 {
            let share = (round + 1) as f32 / (relaxation.rounds + 1) as f32;
            observer.picture(share, &scene.points());
        }
        if farthest < REST_STEP {
            break;
        }
    }
    Some(())
}

/// Moves every body by one step of at most `longest` pixels. Returns the largest move along an axis.
/// All steps are computed before any body moves, so that the order of the bodies has no influence.
fn one_round(
    scene: &mut Scene,
    tree: &mut Tree,
    steps: &mut [[f64; 2]],
    gain: f64,
    longest: f64,
) -> f64 {
    tree.build(&scene.at, &scene.charge);
    let middles = scene.middles(|_| true);
    for body in (0..scene.len()).filter(|body| !scene.held[*body]) {
        let middle = middles.get(scene.group[body] as usize).copied().flatten();
        let [x, y] = force(scene, body, middle, tree).map(|force| force * gain);
        let length = (x * x + y * y).sqrt();
        let share = if length > longest {
            longest / length
        } else {
            1.0
        };
        steps[body] = [x * share, y * share];
    }
    let mut farthest = 0.0_f64;
    for (at, step) in scene.at.iter_mut().zip(steps) {
        *at = [at[0] + step[0], at[1] + step[1]];
        farthest = farthest.max(step[0].abs()).max(step[1].abs());
    }
    farthest
}

/// The force on a body per charge. `middle` is that of its organisation.
fn force(scene: &Scene, body: usize, middle: Option<[f64; 2]>, tree: &Tree) -> [f64; 2] {
    let at = scene.at[body];
    let push = tree.push(at);
    let mut force = [0, 1].map(|axis| push[axis] * scene.push - at[axis]);
    if let Some(middle) = middle {
        for axis in [0, 1] {
            force[axis] += ORGANISATION_PULL * (middle[axis] - at[axis]);
        }
    }
    for (other, pull) in scene.pulls(body) {
        let other = scene.at[*other as usize];
        let [dx, dy] = [other[0] - at[0], other[1] - at[1]];
        // The pull does not depend on the distance, except that it fades within about 20 pixels.
        let pull = pull / scene.charge[body] / ((dx * dx + dy * dy).sqrt() + 20.0);
        force[0] += dx * pull;
        force[1] += dy * pull;
    }
    force
}
