//! Properties of every layout.

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;

fn draw(graph: &Graph, bodies: &[Body]) -> Vec<Point> {
    arrange(graph, bodies, 1, &NoObserver).unwrap()
}

fn far(a: Point, b: Point) -> f32 {
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt()
}

fn new(people: usize) -> Vec<Body> {
    let body = |person: usize| Body {
        radius: radius((person * 37 % 100) as f64 / 100.0),
        ..Body::default()
    };
    (0..people).map(body).collect()
}

fn kept(bodies: &[Body], at: &[Point]) -> Vec<Body> {
    let each = bodies.iter().zip(at);
    each.map(|(body, at)| Body {
        place: Place::Kept(*at),
        ..*body
    })
    .collect()
}

fn pinned(body: &Body) -> bool {
    matches!(body.place, Place::Pinned(_))
}

fn assert_apart(bodies: &[Body], at: &[Point]) {
    for one in 0..at.len() {
        for other in 0..one {
            let least = bodies[one].radius + bodies[other].radius;
            let held = pinned(&bodies[one]) && pinned(&bodies[other]);
            assert!(
                held || far(at[one], at[other]) > least,
                "{other} lies on {one}"
            );
        }
    }
}

fn assert_finite(at: &[Point]) {
    assert!(at.iter().flatten().all(|x| x.is_finite() && x.abs() < 2e6));
}

/// Groups of six people who know each other. The groups form a ring, and I know everybody.
fn groups(people: usize) -> Graph {
    let group = |person: usize| (person - 1) / 6;
    let mut ties = Vec::new();
    for one in 1..people {
        ties.push((0, one, 0.3));
        ties.extend(
            (1..one)
                .filter(|two| group(one) == group(*two))
                .map(|two| (one, two, 0.5)),
        );
        ties.push((
            one,
            (one + 6).min(people - 1),
            if one % 6 == 0 { 0.4 } else { 0.0 },
        ));
    }
    Graph::new(people, ties, Some(0))
}

#[test]
fn nobody_and_one() {
    assert_eq!(draw(&Graph::default(), &[]), Vec::<Point>::new());
    assert_eq!(draw(&Graph::new(0, [], None), &new(3)), Vec::<Point>::new());
    assert_eq!(draw(&Graph::new(1, [], Some(0)), &new(1)), [[0.0, 0.0]]);
    assert_finite(&draw(&Graph::new(1, [], None), &[]));
    let twice_and_to_oneself = [(0, 1, 0.5), (1, 0, 0.5), (1, 1, 1.0)];
    let two = draw(&Graph::new(2, twice_and_to_oneself, Some(0)), &new(2));
    assert_eq!(two[0], [0.0, 0.0]);
    assert!(far(two[0], two[1]) < 200.0);
}

#[test]
fn people_without_ties() {
    let (graph, bodies) = (Graph::new(300, [], Some(0)), new(300));
    let at = draw(&graph, &bodies);
    assert_finite(&at);
    assert_apart(&bodies, &at);
    let widest = at
        .iter()
        .map(|point| far(*point, [0.0, 0.0]))
        .fold(0.0, f32::max);
    assert!(widest < 1500.0, "{widest}");
}

#[test]
fn five_thousand_ties_on_one() {
    let star = Graph::new(5001, (1..=5000).map(|other| (0, other, 0.5)), None);
    let at = draw(&star, &new(5001));
    assert_finite(&at);
    let mut spots: Vec<_> = at.iter().map(|point| point.map(f32::to_bits)).collect();
    spots.sort_unstable();
    spots.dedup();
    assert_eq!(spots.len(), 5001);
}

#[test]
fn those_who_know_each_other_stand_together() {
    let (graph, bodies) = (groups(121), new(121));
    let at = draw(&graph, &bodies);
    assert_apart(&bodies, &at);
    let (mut within, mut across) = ((0.0, 0.0_f32), (0.0, 0.0_f32));
    for one in 1..121 {
        for two in 1..one {
            let sum = if (one - 1) / 6 == (two - 1) / 6 {
                &mut within
            } else {
                &mut across
            };
            *sum = (sum.0 + far(at[one], at[two]), sum.1 + 1.0);
        }
    }
    assert!(4.0 * within.0 / within.1 < across.0 / across.1);
}

#[test]
fn an_organisation_stands_together() {
    let graph = Graph::new(101, (1..101).map(|other| (0, other, 0.2)), Some(0));
    let mut bodies = new(101);
    for (person, body) in bodies.iter_mut().enumerate() {
        body.organisation = Some(u32::MAX - (person % 10) as u32);
    }
    let at = draw(&graph, &bodies);
    assert_apart(&bodies, &at);
    for organisation in 0..10 {
        let members: Vec<_> = (1..101)
            .filter(|person| person % 10 == organisation)
            .collect();
        let widest = members
            .iter()
            .flat_map(|a| members.iter().map(|b| far(at[*a], at[*b])));
        assert!(widest.fold(0.0, f32::max) < 250.0);
    }
}

#[test]
fn a_new_one_appears_near_those_they_know() {
    let (before, bodies) = (groups(121), new(121));
    let old = draw(&before, &bodies);
    let ties = (0..121).flat_map(|a| before.of(a).map(move |(b, weight)| (a, b, weight)));
    let ties = ties.chain([
        (121, 31, 0.5),
        (121, 33, 0.5),
        (121, 0, 0.4),
        (122, 121, 0.4),
    ]);
    let after = Graph::new(124, ties, Some(0));
    let mut bodies = kept(&bodies, &old);
    bodies.resize(124, Body::default());
    let at = draw(&after, &bodies);
    assert_eq!(at[..121], old[..]);
    assert_apart(&bodies, &at);
    // Nearer than the next group, which is about 250 pixels away.
    for (one, two) in [(121, 31), (121, 33), (122, 121)] {
        assert!(
            far(at[one], at[two]) < 120.0,
            "{one} {two} {}",
            far(at[one], at[two])
        );
    }
    assert_finite(&at[123..]);
}

#[test]
fn the_same_book_is_the_same_picture_tomorrow() {
    let (graph, bodies) = (groups(300), new(300));
    let today = draw(&graph, &bodies);
    assert_apart(&bodies, &today);
    assert_eq!(draw(&graph, &kept(&bodies, &today)), today);
    assert_ne!(arrange(&graph, &bodies, 2, &NoObserver).unwrap(), today);
}

#[test]
fn all_on_one_spot_are_moved_apart() {
    let graph = groups(300);
    let bodies = kept(&new(300), &[[40.0, 40.0]; 300]);
    assert_apart(&bodies, &draw(&graph, &bodies));
    let held = |body: &Body| Body {
        place: Place::Pinned([40.0, 40.0]),
        ..*body
    };
    let mut bodies = new(40);
    bodies[3] = held(&bodies[3]);
    bodies[4] = held(&bodies[4]);
    let at = draw(&groups(40), &bodies);
    assert_eq!((at[3], at[4]), ([40.0, 40.0], [40.0, 40.0]));
    assert_apart(&bodies, &at);
}

#[test]
fn what_is_wedged_between_pins_is_carried_out() {
    // A field of pinned bodies with gaps too small for another, and a kept body in its middle.
    let spot = |n: usize| {
        [
            (n % 15) as f32 * 14.0 + 200.0,
            (n / 15) as f32 * 14.0 + 200.0,
        ]
    };
    let mut bodies = vec![Body::default(); 227];
    for (person, body) in bodies.iter_mut().enumerate().skip(2) {
        body.place = Place::Pinned(spot(person - 2));
    }
    bodies[1].place = Place::Kept([305.0, 305.0]);
    let at = draw(&Graph::new(227, [], Some(0)), &bodies);
    assert_apart(&bodies, &at);
    assert!(far(at[1], [305.0, 305.0]) < 200.0);
}

#[test]
fn places_that_cannot_be_are_not_believed() {
    let mut bodies = new(20);
    bodies[1].place = Place::Kept([f32::NAN, 0.0]);
    bodies[2].place = Place::Pinned([f32::INFINITY, 0.0]);
    bodies[3].place = Place::Kept([1e30, 1e30]);
    bodies[4].radius = f32::NAN;
    bodies[5].radius = -3.0;
    assert_finite(&draw(&groups(20), &bodies));
    assert_eq!(
        [0.0, 0.5, 1.0, -1.0, 9.0, f64::NAN].map(radius),
        [5.5, 10.75, 16.0, 5.5, 16.0, 5.5]
    );
}

/// Stops the layout after `after` calls of `stopped`.
struct Stop {
    after: usize,
    asked: RefCell<usize>,
    shares: RefCell<Vec<f32>>,
}

impl Stop {
    fn after(after: usize) -> Self {
        Self {
            after,
            asked: RefCell::default(),
            shares: RefCell::default(),
        }
    }
}

impl LayoutObserver for Stop {
    fn stopped(&self) -> bool {
        *self.asked.borrow_mut() += 1;
        *self.asked.borrow() > self.after
    }

    fn picture(&self, share: f32, places: &[Point]) {
        assert_eq!(places.len(), 200);
        assert_finite(places);
        self.shares.borrow_mut().push(share);
    }
}

#[test]
fn it_stops_when_told_and_shows_pictures_on_the_way() {
    let (graph, bodies) = (groups(200), new(200));
    let observer = Stop::after(usize::MAX);
    assert!(arrange(&graph, &bodies, 1, &observer).is_some());
    let shares = observer.shares.take();
    assert!(shares.len() > 5 && shares.is_sorted() && shares[0] == 0.0);
    assert!(shares.iter().all(|share| *share < 1.0));
    let asked = observer.asked.take();
    for after in [0, 1, asked / 3, asked / 2, asked - 1] {
        assert_eq!(arrange(&graph, &bodies, 1, &Stop::after(after)), None);
    }
}

fn place() -> impl Strategy<Value = Place> {
    let point = || (-400.0_f32..400.0, -400.0_f32..400.0).prop_map(|(x, y)| [x, y]);
    prop_oneof![
        4 => Just(Place::New),
        2 => point().prop_map(Place::Kept),
        1 => point().prop_map(Place::Pinned),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    (0.0..1.0, of(0_u32..5), place()).prop_map(|(warmth, organisation, place)| Body {
        radius: radius(warmth),
        organisation,
        place,
    })
}

prop_compose! {
    fn book()(bodies in vec(body(), 0..120))(
        ties in vec((0..bodies.len().max(1), 0..bodies.len().max(1), 0.0..=1.0), 0..300),
        me in of(0..bodies.len().max(1)),
        bodies in Just(bodies),
    ) -> (Graph, Vec<Body>) {
        (Graph::new(bodies.len(), ties, me), bodies)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_picture((graph, bodies) in book(), seed in any::<u64>()) {
        let at = arrange(&graph, &bodies, seed, &NoObserver).unwrap();
        let again = arrange(&graph, &bodies, seed, &NoObserver).unwrap();
        let bits = |at: &[Point]| -> Vec<_> { at.iter().map(|p| p.map(f32::to_bits)).collect() };
        prop_assert_eq!(bits(&at), bits(&again));
        assert_finite(&at);
        let mut drawn = bodies.clone();
        if let Some(me) = graph.me() {
            let mine = known(bodies[me].place).unwrap_or_default();
            prop_assert_eq!(at[me], mine);
            drawn[me].place = Place::Pinned(mine);
        }
        for (body, at) in drawn.iter().zip(&at) {
            if let Place::Pinned(place) = body.place {
                prop_assert_eq!(*at, place);
            }
        }
        assert_apart(&drawn, &at);
        let tomorrow = draw(&graph, &kept(&bodies, &at));
        let pins = drawn.iter().filter(|body| pinned(body)).count();
        // Two pinned bodies may overlap. As kept bodies they would be moved.
        prop_assert!(pins > 1 || bits(&tomorrow) == bits(&at));
    }
}
