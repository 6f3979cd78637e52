//! Places new people near the people they know, if most people have a place already.

use std::collections::VecDeque;

use super::scene::Scene;
use crate::graph::seeded::SeededRandom;

/// The weight of the organisation's middle in the average, compared with ties of up to 600.
const SAME_ORGANISATION: f64 = 300.0;

/// Places each new person in the weighted middle of the people they know who have a place, and of their
/// organisation. People who know nobody with a place go around the rim.
pub(super) fn place(scene: &mut Scene, seeded: &mut SeededRandom) {
    let mut has = scene.held.clone();
    let middles = scene.middles(|body| scene.held[body]);
    let beside = |scene: &mut Scene, at: [f64; 2], seeded: &mut SeededRandom, body: usize| {
        let [x, y] = seeded.in_disc();
        let step = scene.push.sqrt() / 4.0;
        scene.at[body] = [at[0] + x * step, at[1] + y * step];
    };
    // A person without a placed acquaintance waits until one is placed. Ties to me do not count: everybody
    // has one.
    let mut queue: VecDeque<usize> = (0..scene.len()).collect();
    let mut waited = 0;
    while let Some(body) = queue.pop_front() {
        if has[body] {
            continue;
        }
        match middle(scene, &middles, &has, body) {
            Some(at) => {
                beside(scene, at, seeded, body);
                has[body] = true;
                waited = 0;
            }
            None => {
                queue.push_back(body);
                waited += 1;
            }
        }
        if waited > queue.len() {
            break;
        }
    }
    let placed = (0..scene.len()).filter(|body| has[*body]);
    let rim = placed.fold(0.0_f64, |rim, body| {
        let [x, y] = scene.at[body];
        rim.max((x * x + y * y).sqrt())
    });
    for body in queue {
        let [x, y] = seeded.in_disc();
        let far = (x * x + y * y).sqrt().max(1e-9);
        let at = [x, y].map(|x| x / far * (rim + scene.push.sqrt()));
        beside(scene, at, seeded, body);
    }
}

/// The weighted middle of the placed people that this one knows, and of their organisation; `None`
/// without any.
fn middle(
    scene: &Scene,
    middles: &[Option<[f64; 2]>],
    has: &[bool],
    body: usize,
) -> Option<[f64; 2]> {
    let organisation = middles.get(scene.group[body] as usize).copied().flatten();
    let organisation = organisation.map(|at| (at, SAME_ORGANISATION));
    let known = scene
        .pulls(body)
        .iter()
        .map(|(other, pull)| (*other as usize, *pull));
    let known = known.filter(|(other, _)| has[*other] && Some(*other) != scene.me);
    // A tie of weight 0 still places the person.
    let known = known.map(|(other, pull)| (scene.at[other], pull.max(1.0)));
    let mut sum = [0.0; 3];
    for (at, pull) in known.chain(organisation) {
        sum = [sum[0] + at[0] * pull, sum[1] + at[1] * pull, sum[2] + pull];
    }
    (sum[2] > 0.0).then(|| [sum[0] / sum[2], sum[1] / sum[2]])
}
