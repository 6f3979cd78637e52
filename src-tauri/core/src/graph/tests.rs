//! Comparison with networkx, on the graphs that `tests/fixtures/metrics/make.py` made; and bad input.

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Case {
    shape: String,
    people: usize,
    ties: Vec<(usize, usize, f64)>,
    me: usize,
    constraint: Vec<Option<f64>>,
    constraint_weighed: Vec<Option<f64>>,
    effective_size: Vec<Option<f64>>,
    effective_size_weighed: Vec<Option<f64>>,
    betweenness: Vec<Option<f64>>,
    cut: Vec<usize>,
    cut_off: Vec<usize>,
    reach_lost: Vec<usize>,
    groups: Vec<usize>,
    modularity: Option<f64>,
    to: usize,
    barred: Vec<usize>,
    ways: Vec<f64>,
    ways_past_barred: Vec<f64>,
}

impl Case {
    fn graph(&self) -> Graph {
        Graph::new(self.people, self.ties.iter().copied(), Some(self.me))
    }
}

fn each(check: impl Fn(&Case, &Graph)) {
    let file = include_str!("../../../../tests/fixtures/metrics/graphs.json");
    let cases: Vec<Case> = serde_json::from_str(file).unwrap();
    assert!(cases.len() >= 100);
    for case in &cases {
        check(case, &case.graph());
    }
}

fn close(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

fn same(case: &Case, what: &str, found: &[Option<f64>], expected: &[Option<f64>]) {
    assert_eq!(found.len(), expected.len());
    for (person, (found, expected)) in found.iter().zip(expected).enumerate() {
        let agree = match (found, expected) {
            (Some(found), Some(expected)) => close(*found, *expected),
            (found, expected) => found == expected,
        };
        let Case { shape, people, .. } = case;
        assert!(
            agree,
            "{shape} {people}: {what} of {person} {found:?}, not {expected:?}"
        );
    }
}

#[test]
fn structural_holes_as_networkx_has_them() {
    each(|case, graph| {
        let found = constraint(graph, Weighting::Equal);
        same(case, "constraint", &found, &case.constraint);
        let found = constraint(graph, Weighting::ByWeight);
        same(case, "weighed constraint", &found, &case.constraint_weighed);
        let found = effective_size(graph, Weighting::Equal);
        same(case, "effective size", &found, &case.effective_size);
        let found = effective_size(graph, Weighting::ByWeight);
        same(
            case,
            "weighed effective size",
            &found,
            &case.effective_size_weighed,
        );
    });
}

#[test]
fn betweenness_as_networkx_has_it() {
    each(|case, graph| {
        let found = betweenness(graph);
        assert_eq!(found.sampled, None);
        same(case, "betweenness", &found.of, &case.betweenness);
        assert_eq!(betweenness_within(graph, u64::MAX, 7), found);
    });
}

#[test]
fn cut_people_as_networkx_has_them() {
    each(|case, graph| {
        let found = cut_people(graph);
        let cut: Vec<_> = (0..case.people).filter(|p| found[*p].is_cut).collect();
        let Case { shape, people, .. } = case;
        assert_eq!(cut, case.cut, "{shape} {people}");
        let off: Vec<_> = found.iter().map(|cut| cut.cut_off).collect();
        assert_eq!(off, case.cut_off, "{shape} {people}");
        let lost: Vec<_> = found.iter().map(|cut| cut.reach_lost).collect();
        assert_eq!(lost, case.reach_lost, "{shape} {people}");
    });
}

#[test]
fn communities_as_good_as_networkx_louvain() {
    each(|case, graph| {
        let told = modularity(graph, &case.groups);
        same(case, "modularity", &[told], &[case.modularity]);
        let found = communities(graph, 1);
        assert_eq!(found, communities(graph, 1));
        assert_connected(graph, &found);
        let (Some(found), Some(louvain)) = (modularity(graph, &found), told) else {
            return;
        };
        let Case { shape, people, .. } = case;
        assert!(
            found >= louvain - 0.01,
            "{shape} {people}: {found}, Louvain {louvain}"
        );
    });
}

/// Checks that each community is connected, and that communities are numbered from 0 in the order of
/// their first members.
fn assert_connected(graph: &Graph, found: &[usize]) {
    let mut reached = vec![false; graph.len()];
    let mut next = 0;
    for first in 0..graph.len() {
        if reached[first] {
            continue;
        }
        assert_eq!(
            found[first], next,
            "a community in two parts, or a number left out"
        );
        next += 1;
        let mut trail = vec![first];
        while let Some(person) = trail.pop() {
            if !std::mem::replace(&mut reached[person], true) {
                let near = graph.of(person).map(|(other, _)| other);
                trail.extend(near.filter(|other| found[*other] == found[first]));
            }
        }
    }
}

#[test]
fn ways_as_networkx_finds_them() {
    each(|case, graph| {
        let found = routes(graph, case.me, case.to, 3, |_| true);
        assert_ways(case, graph, &found, &case.ways);
        let past = routes(graph, case.me, case.to, 3, |p| !case.barred.contains(&p));
        assert_ways(case, graph, &past, &case.ways_past_barred);
        for way in past {
            let between = &way.people[1..way.people.len() - 1];
            assert!(between.iter().all(|p| !case.barred.contains(p)));
        }
    });
}

fn assert_ways(case: &Case, graph: &Graph, found: &[Route], expected: &[f64]) {
    let Case { shape, people, .. } = case;
    assert_eq!(found.len(), expected.len(), "{shape} {people}");
    for (way, expected) in found.iter().zip(expected) {
        assert!(
            close(way.product, *expected),
            "{shape} {people}: {way:?}, not {expected}"
        );
        assert_eq!(
            (way.people[0], *way.people.last().unwrap()),
            (case.me, case.to)
        );
        let hops = way.people.windows(2);
        let product: f64 = hops
            .map(|hop| graph.weight(hop[0], hop[1]).unwrap())
            .product();
        assert!(close(way.product, product));
        let mut once = way.people.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), way.people.len());
    }
}

/// 2,000 people: each is tied to three with lower numbers, and I am tied to everybody.
fn book() -> Graph {
    let mut seeded = seeded::SeededRandom(5);
    let mut ties = Vec::new();
    for person in 1..2000 {
        ties.push((0, person, 0.3));
        ties.extend((0..3).map(|_| (person, 1 + seeded.below(person), 0.5)));
    }
    Graph::new(2000, ties, Some(0))
}

#[test]
fn an_estimate_says_so_and_finds_the_same_people() {
    let graph = book();
    let exact = betweenness(&graph);
    let budget = 300 * (graph.len() + 2 * graph.ties()) as u64;
    let about = betweenness_within(&graph, budget, 1);
    assert_eq!(about.sampled, Some(300));
    assert_eq!(about, betweenness_within(&graph, budget, 1));
    assert_ne!(about, betweenness_within(&graph, budget, 2));
    let top = |found: &Betweenness| {
        let mut people: Vec<usize> = (0..graph.len()).collect();
        people.sort_by(|a, b| found.of[*b].partial_cmp(&found.of[*a]).unwrap());
        people.truncate(20);
        people
    };
    let (top_exact, top_about) = (top(&exact), top(&about));
    let both = top_exact.iter().filter(|p| top_about.contains(p)).count();
    assert!(both >= 15, "{both} of the first 20");
    let sum = |found: &Betweenness| found.of.iter().flatten().sum::<f64>();
    assert!((sum(&about) / sum(&exact) - 1.0).abs() < 0.05);
    assert_eq!(betweenness_within(&graph, 0, 1).sampled, Some(1));
}

#[test]
fn a_book_with_nobody_or_one() {
    for people in 0..2 {
        let graph = Graph::new(people, [(0, 0, 1.0), (0, 9, 0.5)], Some(0));
        assert_eq!((graph.len(), graph.ties()), (people, 0));
        assert_eq!(constraint(&graph, Weighting::ByWeight), vec![None; people]);
        assert_eq!(effective_size(&graph, Weighting::Equal), vec![None; people]);
        assert_eq!(betweenness(&graph).of, vec![None; people]);
        assert_eq!(cut_people(&graph), vec![Cut::default(); people]);
        assert_eq!(communities(&graph, 1), vec![0; people]);
        assert_eq!(modularity(&graph, &vec![0; people]), None);
        assert!(routes(&graph, 0, 0, 3, |_| true).is_empty());
    }
}

#[test]
fn ties_that_cannot_be() {
    let graph = Graph::new(
        3,
        [
            (0, 1, 0.2),
            (1, 0, 0.6),
            (0, 1, 0.4),
            (1, 1, 1.0),
            (1, 2, f64::NAN),
            (2, 7, 0.5),
            (0, 2, 4.0),
        ],
        Some(7),
    );
    assert_eq!(graph.me(), None);
    assert_eq!(graph.ties(), 2);
    assert_eq!(graph.weight(1, 0), Some(0.6));
    assert_eq!(graph.weight(0, 2), Some(1.0));
    assert_eq!(graph.weight(1, 2), None);
}

#[test]
fn a_chain_and_a_star_as_long_as_a_book() {
    let chain = Graph::new(50_000, (1..50_000).map(|p| (p - 1, p, 0.5)), Some(0));
    let cut = cut_people(&chain);
    assert_eq!(cut[1].reach_lost, 49_998);
    assert_eq!(cut[25_000].cut_off, 24_999);
    let star = Graph::new(50_000, (1..50_000).map(|p| (0, p, 0.5)), None);
    assert_eq!(cut_people(&star)[0].cut_off, 49_998);
    assert_eq!(communities(&star, 1), vec![0; 50_000]);
    assert_eq!(routes(&star, 1, 2, 3, |_| true)[0].people, [1, 0, 2]);
    assert_eq!(constraint(&star, Weighting::Equal)[7], Some(1.0));
}
