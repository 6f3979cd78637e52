//! Moves circles that overlap apart, until none overlap.

use super::{Body, LayoutObserver, Place};

/// The gap between two circles after they were moved apart, in pixels.
const GAP: f64 = 3.0;
/// Two circles are moved if their gap is smaller than this, in pixels. Less than `GAP`, so that a
/// finished picture does not change when it is laid out again.
const MIN_GAP: f64 = 2.0;
/// Up to this many people all overlaps are removed. With more people only a few passes are made.
const COMPLETE_UP_TO: usize = 2000;

/// Makes one pass over all pairs that are too close and moves each pair apart. Returns whether any
/// pair was moved.
pub(super) fn separate_once(at: &mut [[f64; 2]], bodies: &[Body]) -> bool {
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
            touched |= separate_pair(at, bodies, one, *other);
        }
    }
    touched
}

/// Moves two bodies apart: the less firm one, or each by half if they are equally firm. Two pinned
/// bodies stay. Returns whether they were moved.
fn separate_pair(at: &mut [[f64; 2]], bodies: &[Body], one: usize, other: usize) -> bool {
    let wanted = f64::from(bodies[one].radius) + f64::from(bodies[other].radius);
    let [mut dx, mut dy] = [at[other][0] - at[one][0], at[other][1] - at[one][1]];
    let squared = dx * dx + dy * dy;
    if squared >= (wanted + MIN_GAP) * (wanted + MIN_GAP) {
        return false;
    }
    let (firm, loose) = (firmness(&bodies[one]), firmness(&bodies[other]));
    if firm == 2 && loose == 2 {
        return false;
    }
    let mut far = squared.sqrt();
    if far < 1e-6 {
        // Both are on the same spot: choose a direction that depends on the pair.
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

/// Which of two bodies stays when they are too close: the one with the higher number.
fn firmness(body: &Body) -> u8 {
    match body.place {
        Place::New => 0,
        Place::Kept(_) => 1,
        Place::Pinned(_) => 2,
    }
}

/// Moves bodies apart until none are too close. Bodies that cannot get away go to the nearest free
/// spot. `None` if the observer stopped it.
pub(super) fn separate_all(
    at: &mut [[f64; 2]],
    bodies: &[Body],
    observer: &dyn LayoutObserver,
) -> Option<()> {
    let passes = if at.len() > COMPLETE_UP_TO { 20 } else { 300 };
    for _ in 0..passes {
        if observer.stopped() {
            return None;
        }
        if !separate_once(at, bodies) {
            return Some(());
        }
    }
    if at.len() <= COMPLETE_UP_TO {
        move_to_free_spots(at, bodies);
    }
    Some(())
}

/// Handles the firmest bodies first. A body that is not pinned and too close to one handled before
/// moves to the nearest free spot.
fn move_to_free_spots(at: &mut [[f64; 2]], bodies: &[Body]) {
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
        if !pinned && !free(at[body], MIN_GAP) {
            let spots = around(at[body], f64::from(bodies[body].radius));
            at[body] = spots
                .into_iter()
                .find(|spot| free(*spot, GAP))
                .unwrap_or(at[body]);
        }
        stays.push(body);
    }
}

/// Spots around a point in square rings, nearest ring first. 1,999 rings are more than all circles
/// can fill.
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
