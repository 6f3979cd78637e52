//! A small graph whose expected measures were computed with networkx.

use super::*;

const NAMES: [&str; 9] = ["me", "A", "B", "C", "D", "E", "F", "G", "H"];

fn graph() -> Graph {
    let ties = [
        ("me", "A", 0.9),
        ("me", "B", 0.6),
        ("me", "C", 0.3),
        ("me", "D", 0.5),
        ("me", "E", 0.2),
        ("me", "F", 0.4),
        ("A", "B", 0.7),
        ("B", "C", 0.8),
        ("A", "C", 0.5),
        ("D", "E", 0.9),
        ("B", "D", 0.3),
        ("F", "G", 0.8),
        ("C", "H", 0.9),
        ("G", "H", 0.2),
    ];
    let ties = ties.map(|(a, b, weight)| (at(a), at(b), weight));
    Graph::new(NAMES.len(), ties, Some(0))
}

fn at(name: &str) -> usize {
    NAMES.iter().position(|other| *other == name).unwrap()
}

fn near(value: f64, expected: f64, by: f64) {
    assert!((value - expected).abs() < by, "{value} is not {expected}");
}

#[test]
fn holes_around_me() {
    let graph = graph();
    near(
        constraint(&graph, Weighting::Equal)[0].unwrap(),
        0.396412037,
        1e-9,
    );
    near(
        constraint(&graph, Weighting::ByWeight)[0].unwrap(),
        0.463202198,
        1e-9,
    );
    near(
        effective_size(&graph, Weighting::Equal)[0].unwrap(),
        4.333333333,
        1e-9,
    );
    near(
        effective_size(&graph, Weighting::ByWeight)[0].unwrap(),
        4.675287356,
        1e-9,
    );
}

#[test]
fn betweenness_without_me() {
    let found = betweenness(&graph());
    assert_eq!(found.sampled, None);
    assert_eq!(found.of[0], None);
    let expected = [
        ("A", 0.0),
        ("B", 0.4762),
        ("C", 0.5714),
        ("D", 0.2857),
        ("E", 0.0),
        ("F", 0.0),
        ("G", 0.2857),
        ("H", 0.4762),
    ];
    for (name, value) in expected {
        near(found.of[at(name)].unwrap(), value, 5e-5);
    }
}

#[test]
fn cut_people_without_me() {
    let found = cut_people(&graph());
    let cut: Vec<_> = (0..9).filter(|person| found[*person].is_cut).collect();
    assert_eq!(cut, ["B", "C", "D", "G", "H"].map(at));
    // A–B–C with D–E at B and H–G–F at C.
    let lost = ["A", "B", "C", "D", "E", "F", "G", "H"].map(|name| found[at(name)].cut_off);
    assert_eq!(lost, [0, 2, 3, 1, 0, 0, 1, 2]);
    // G and H are tied to F and to C, so I reach them without either.
    assert!(found.iter().all(|cut| cut.reach_lost == 0));
}

#[test]
fn the_ways_to_h() {
    let ways = routes(&graph(), 0, at("H"), 3, |_| true);
    let told: Vec<(Vec<&str>, f64)> = ways
        .iter()
        .map(|way| {
            let names = way.people.iter().map(|person| NAMES[*person]);
            (names.collect(), way.product)
        })
        .collect();
    assert_eq!(told.len(), 3);
    assert_eq!(told[0].0, ["me", "B", "C", "H"]);
    near(told[0].1, 0.432, 1e-12);
    assert_eq!(told[1].0, ["me", "A", "C", "H"]);
    near(told[1].1, 0.405, 1e-12);
    assert_eq!(told[2].0, ["me", "C", "H"]);
    near(told[2].1, 0.27, 1e-12);
}

#[test]
fn a_way_by_nobody_who_may_not() {
    let ways = routes(&graph(), 0, at("H"), 3, |person| person != at("C"));
    let people: Vec<_> = ways.into_iter().map(|way| way.people).collect();
    assert_eq!(people, [["me", "F", "G", "H"].map(at)]);
    assert!(routes(&graph(), 0, at("H"), 3, |_| false).is_empty());
}
