//! No circle on another: those that touch are moved apart, until none do.

use super::{Body, Place, Watch};

/// The gap that is left between two circles that were moved apart, in pixels.
const GAP: f64 = 3.0;
/// Two are moved where less than this is left. Below the gap, so that a kept picture stays as it is.
const LEAST: f64 = 2.0;
/// Up to so many people it is seen to the end.
const SEEN_TO_THE_END: usize = 2000;

/// Moves those apart that touch, each pair once; says whether any did.
pub(super) fn once(at: &mut [[f64; 2]], bodies: &[Body]) -> bool {
    let widest = bodies
        .iter()
        .map(|body| f64::from(body.radius))
        .fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..at.len()).collect();
    order.sort_by(|a, b| at[*a][0].total_cmp(&at[*b][0]).then(a.cmp(b)));
    let lefts: Vec<f64> = order.iter().map(|body| at[*body][0]).collect();
    let mut touched = false;
    for (rank, &one) in order.iter().enumerate() {
        let reach = lefts[rank] + f64::from(bodies[one].radius) + widest + GAP;
        let beside = lefts[rank + 1..].iter().take_while(|left| **left < reach);
        for other in order[rank + 1..].iter().take(beside.count()) {
            touched |= part(at, bodies, one, *other);
        }
    }
    touched
}

/// The free one moves, or both by half; two that are pinned stay.
fn part(at: &mut [[f64; 2]], bodies: &[Body], one: usize, other: usize) -> bool {
    let wanted = f64::from(bodies[one].radius) + f64::from(bodies[other].radius);
    let [mut dx, mut dy] = [at[other][0] - at[one][0], at[other][1] - at[one][1]];
    let squared = dx * dx + dy * dy;
    if squared >= (wanted + LEAST) * (wanted + LEAST) {
        return false;
    }
    let (firm, loose) = (firmness(&bodies[one]), firmness(&bodies[other]));
    if firm == 2 && loose == 2 {
        return false;
    }
    let mut far = squared.sqrt();
    if far < 1e-6 {
        // On one spot: each pair parts in a direction of its own.
        (dx, dy) = ((one % 7) as f64 - 3.0, (other % 5) as f64 - 1.5);
        far = (dx * dx + dy * dy).sqrt();
        (dx, dy, far) = (dx / far * 1e-6, dy / far * 1e-6, 1e-6);
    }
    let missing = (wanted + GAP - far) / far;
    let share = match firm.cmp(&loose) {
        std::cmp::Ordering::Less => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Greater => 0.0,
    };
    let [x, y] = [dx * missing, dy * missing];
    at[one] = [at[one][0] - x * share, at[one][1] - y * share];
    at[other] = [
        at[other][0] + x * (1.0 - share),
        at[other][1] + y * (1.0 - share),
    ];
    true
}

fn firmness(body: &Body) -> u8 {
    match body.place {
        Place::New => 0,
        Place::Kept(_) => 1,
        Place::Pinned(_) => 2,
    }
}

/// Moves apart until none touch; `None` where it was stopped. What is wedged in is carried to the
/// nearest free spot.
pub(super) fn finish(at: &mut [[f64; 2]], bodies: &[Body], watch: &dyn Watch) -> Option<()> {
    let passes = if at.len() > SEEN_TO_THE_END { 20 } else { 300 };
    for _ in 0..passes {
        if watch.stopped() {
            return None;
        }
        if !once(at, bodies) {
            return Some(());
        }
    }
    if at.len() <= SEEN_TO_THE_END {
        carry(at, bodies);
    }
    Some(())
}

/// The firmest are seen first and stay; each other one that lies on one of them is carried off.
fn carry(at: &mut [[f64; 2]], bodies: &[Body]) {
    let mut order: Vec<usize> = (0..at.len()).collect();
    order.sort_by_key(|body| (2 - firmness(&bodies[*body]), *body));
    let mut stays: Vec<usize> = Vec::new();
    for body in order {
        let pinned = firmness(&bodies[body]) == 2;
        let free = |spot: [f64; 2], least: f64| {
            stays.iter().all(|other| {
                let [dx, dy] = [spot[0] - at[*other][0], spot[1] - at[*other][1]];
                let wanted = f64::from(bodies[body].radius + bodies[*other].radius) + least;
                dx * dx + dy * dy >= wanted * wanted
            })
        };
        if !pinned && !free(at[body], LEAST) {
            let spots = around(at[body], f64::from(bodies[body].radius));
            at[body] = spots
                .into_iter()
                .find(|spot| free(*spot, GAP))
                .unwrap_or(at[body]);
        }
        stays.push(body);
    }
}

/// Spots around one, ring after ring, as far out as all circles could fill.
fn around(at: [f64; 2], step: f64) -> impl Iterator<Item = [f64; 2]> {
    (1..2000_i32).flat_map(move |ring| {
        let spot = move |x: i32, y: i32| [at[0] + f64::from(x) * step, at[1] + f64::from(y) * step];
        (-ring..ring).flat_map(move |side| {
            [
                spot(side, -ring),
                spot(ring, side),
                spot(-side, ring),
                spot(-ring, -side),
            ]
        })
    })
}
