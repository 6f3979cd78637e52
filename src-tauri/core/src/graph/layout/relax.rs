//! Bodies move as they are pushed and pulled, in ever shorter steps, until they rest.

use super::scene::{Scene, TOGETHER};
use super::tree::Tree;
use super::{Body, Watch, apart};

/// A round in which nobody moves as far as this, in pixels, is the last.
const STILL: f64 = 0.05;
/// Every so many rounds a picture is shown.
const SHOWN_EVERY: usize = 10;

/// How bodies come to rest.
pub(super) struct Rest {
    pub rounds: usize,
    /// The longest step of the first round, in pixels.
    pub step: f64,
    /// How much of what moves a body becomes its step; too much and it swings.
    pub gain: f64,
}

impl Rest {
    /// People in groups that are already where they belong.
    pub fn of_all(people: usize) -> Self {
        Self {
            rounds: (1_200_000 / people.max(1)).clamp(60, 300),
            step: 60.0,
            gain: 0.06,
        }
    }

    /// Some new ones among many who stay.
    pub fn of_few(people: usize) -> Self {
        Self {
            rounds: (600_000 / people.max(1)).clamp(30, 100),
            step: 12.0,
            gain: 0.06,
        }
    }

    /// Groups, which begin anywhere.
    pub fn of_groups(groups: usize, across: f64) -> Self {
        Self {
            rounds: (150_000 / groups.max(1)).clamp(40, 300),
            step: across / 4.0,
            gain: 0.3,
        }
    }

    /// How far a body may go at most in a round.
    fn reach(&self, round: usize) -> f64 {
        let left = 1.0 - round as f64 / self.rounds as f64;
        self.step * left * left
    }
}

/// Moves everybody who is not held to rest; `None` where it was stopped. Without `bodies` nothing
/// is shown and circles may lie on each other.
pub(super) fn settle(
    scene: &mut Scene,
    rest: &Rest,
    bodies: &[Body],
    watch: &dyn Watch,
) -> Option<()> {
    let mut tree = Tree::default();
    let mut steps = vec![[0.0; 2]; scene.len()];
    for round in 0..rest.rounds {
        if watch.stopped() {
            return None;
        }
        let farthest = one_round(scene, &mut tree, &mut steps, rest, rest.reach(round));
        if bodies.is_empty() {
            continue;
        }
        if 3 * round > 2 * rest.rounds && round % 5 == 0 {
            apart::once(&mut scene.at, bodies);
        }
        if round % SHOWN_EVERY == SHOWN_EVERY - 1 {
            let share = (round + 1) as f32 / (rest.rounds + 1) as f32;
            watch.picture(share, &scene.points());
        }
        if farthest < STILL {
            break;
        }
    }
    Some(())
}

/// All steps are found before anybody moves, so that the order of people does not show.
fn one_round(
    scene: &mut Scene,
    tree: &mut Tree,
    steps: &mut [[f64; 2]],
    rest: &Rest,
    reach: f64,
) -> f64 {
    tree.build(&scene.at, &scene.charge);
    let middles = scene.middles(|_| true);
    for body in (0..scene.len()).filter(|body| !scene.held[*body]) {
        let middle = middles.get(scene.group[body] as usize).copied().flatten();
        let [x, y] = force(scene, body, middle, tree).map(|force| force * rest.gain);
        let long = (x * x + y * y).sqrt();
        let share = if long > reach { reach / long } else { 1.0 };
        steps[body] = [x * share, y * share];
    }
    let mut farthest = 0.0_f64;
    for (at, step) in scene.at.iter_mut().zip(steps) {
        *at = [at[0] + step[0], at[1] + step[1]];
        farthest = farthest.max(step[0].abs()).max(step[1].abs());
    }
    farthest
}

/// What moves a body, by its weight.
fn force(scene: &Scene, body: usize, middle: Option<[f64; 2]>, tree: &Tree) -> [f64; 2] {
    let at = scene.at[body];
    let push = tree.push(at);
    let mut force = [0, 1].map(|axis| push[axis] * scene.push - at[axis]);
    if let Some(middle) = middle {
        for axis in [0, 1] {
            force[axis] += TOGETHER * (middle[axis] - at[axis]);
        }
    }
    for (other, pull) in scene.pulls(body) {
        let other = scene.at[*other as usize];
        let [dx, dy] = [other[0] - at[0], other[1] - at[1]];
        // The same from anywhere, but for those who are there already.
        let pull = pull / scene.charge[body] / ((dx * dx + dy * dy).sqrt() + 20.0);
        force[0] += dx * pull;
        force[1] += dy * pull;
    }
    force
}
