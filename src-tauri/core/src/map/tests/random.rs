//! Properties of random networks.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::graph::{Graph, cut_people};
use crate::map::{MapColumn, MapFilter, MapSort, Standing};

fn closeness() -> impl Strategy<Value = Closeness> {
    select(vec![
        Closeness::Close,
        Closeness::Colleague,
        Closeness::Little,
        Closeness::NotSure,
    ])
}

fn declared() -> impl Strategy<Value = Option<MyRelationship>> {
    let status = select(vec![
        Status::Active,
        Status::Active,
        Status::Dormant,
        Status::Paused,
        Status::CoolingOff,
        Status::Ended,
    ]);
    let parts = (option::of(0_u32..3), any::<bool>(), status, any::<bool>());
    option::of(
        parts.prop_map(|(kind, kept_close, status, do_not_ask)| MyRelationship {
            kind,
            kept_close,
            status,
            do_not_ask,
            ..mine()
        }),
    )
}

fn person() -> impl Strategy<Value = Person> {
    let warmth = option::of(0.001_f64..1.0);
    (
        declared(),
        proptest::bool::weighted(0.1),
        warmth,
        vec(0_u32..4, 0..3),
        vec(0_u32..3, 0..3),
    )
        .prop_map(|(mine, died, warmth, mut works, mut tags)| {
            works.dedup();
            tags.sort_unstable();
            tags.dedup();
            Person {
                id: PersonId(0),
                name: String::new(),
                given: String::new(),
                works,
                mine,
                died,
                tags,
                warmth: warmth.unwrap_or(0.0),
                talked: warmth.map(|_| day("2026-03-01")),
                pin: None,
            }
        })
}

prop_compose! {
    fn network()(
        mut people in vec(person(), 0..14),
        ties in vec((0_u32..14, 0_u32..14, any::<bool>(), closeness(), any::<bool>()), 0..40),
    ) -> Network {
        for (at, person) in people.iter_mut().enumerate() {
            person.id = PersonId(at as i64 + 1);
            person.name = format!("P{at:02}");
        }
        let mut small = Small::new();
        small.0.people = people;
        small.0.organisations = (0..4)
            .map(|n| Organisation { id: OrganisationId(n), name: format!("O{n}") })
            .collect();
        small.0.tags = (0..3).map(|n| Tag { id: TagId(n), name: format!("t{n}") }).collect();
        small.0.ties = ties
            .into_iter()
            .map(|(person, other, reports, closeness, proposed)| Tie {
                person,
                other,
                kind: if reports { TieKind::ReportsTo } else { TieKind::Knows },
                closeness,
                proposed,
            })
            .collect();
        small.network()
    }
}

fn steps() -> impl Strategy<Value = MapDepth> {
    select(vec![MapDepth::One, MapDepth::Two, MapDepth::Everyone])
}

prop_compose! {
    fn filter()(
        kinds in vec((1_i64..4).prop_map(KindId), 0..2),
        organisations in vec((0_i64..4).prop_map(OrganisationId), 0..2),
        tags in vec((0_i64..3).prop_map(TagId), 0..2),
        warmth in vec(0_u8..6, 0..3),
        standings in vec(select(vec![Standing::KeptClose, Standing::NotKeptClose, Standing::Ended]), 0..2),
    ) -> MapFilter {
        MapFilter { kinds, organisations, tags, warmth, standings, ..MapFilter::default() }
    }
}

/// A view around this person, or around me if there is no such person.
fn view(network: &Network, steps: MapDepth, centre: Option<u32>) -> MapView {
    let centre = centre.and_then(|number| network.person(number));
    MapView {
        steps,
        centre: centre.map(|person| person.id),
    }
}

proptest! {
    #[test]
    fn the_nearest_way_is_as_good_as_the_best_that_is_offered(network in network(), to in 0_u32..14) {
        let Some(person) = network.person(to) else { return Ok(()) };
        let is_sought = network.my_weight(to).is_none() && network.reason_not_to_ask(to).is_none();
        let offered = network.ways(to).into_iter().find(|way| way.people.len() > 1);
        let offered = offered.filter(|_| is_sought).map(|way| way.product);
        // No product is enough, so that the best counts.
        let found = network.way_to(person.id, 2.0).map(|way| way.product);
        prop_assert_eq!(found.is_some(), offered.is_some());
        let (found, offered) = (found.unwrap_or(0.0), offered.unwrap_or(0.0));
        prop_assert!((found - offered).abs() < 1e-9, "{} is not {}", found, offered);
        // Where any will do, one person between comes first.
        let near = network.way_to(person.id, 0.0);
        let alone = network.around(to).any(|(one, tie)| {
            tie > 0.0
                && network.reason_not_to_ask(one).is_none()
                && network.my_weight(one).is_some_and(|weight| weight > 0.0)
        });
        if is_sought && alone {
            prop_assert_eq!(near.map(|way| way.between.len()), Some(1));
        }
    }

    #[test]
    fn a_picture_is_sound(network in network(), steps in steps(), centre in option::of(0_u32..14)) {
        let view = view(&network, steps, centre);
        let picture = network.picture(&view).unwrap();
        let me = picture.people.len() as u32;
        let mut pairs: Vec<_> = picture.ties.iter().map(|tie| (tie.0.min(tie.1), tie.0.max(tie.1))).collect();
        prop_assert!(pairs.iter().all(|(one, other)| one < other && *other <= me));
        pairs.sort_unstable();
        let before = pairs.len();
        pairs.dedup();
        prop_assert_eq!(pairs.len(), before, "two ties between the same two");
        for tie in &picture.ties {
            prop_assert!((0.0..=1.0).contains(&tie.2));
        }
        let facets = &picture.facets;
        prop_assert_eq!((facets.mine + facets.others + facets.proposed) as usize, before);
        let total = |counts: Vec<u32>| counts.into_iter().sum::<u32>();
        prop_assert_eq!(total(facets.standings.iter().map(|one| one.1).collect()), me);
        prop_assert_eq!(total(facets.warmth.iter().map(|one| one.1).collect()), me);
        for (at, house) in picture.organisations.iter().enumerate() {
            let there = picture.people.iter().filter(|person| person.organisation == Some(at as u32));
            prop_assert_eq!(there.count(), house.people as usize);
            prop_assert!(house.people > 0 && house.kept_close <= house.people);
        }
        let layout_input = network.layout_input(&view, &crate::map::Places::default()).unwrap();
        prop_assert_eq!(layout_input.graph.ties(), before);
        for tie in &picture.ties {
            let weight = layout_input.graph.weight(tie.0 as usize, tie.1 as usize);
            prop_assert_eq!(weight.map(|weight| weight as f32), Some(tie.2));
        }
    }

    #[test]
    fn two_steps_show_whom_one_step_does(network in network(), centre in option::of(0_u32..14)) {
        let ids = |steps| {
            let picture = network.picture(&view(&network, steps, centre)).unwrap();
            picture.people.into_iter().map(|person| person.id).collect::<Vec<_>>()
        };
        let (one, two, all) = (ids(MapDepth::One), ids(MapDepth::Two), ids(MapDepth::Everyone));
        prop_assert!(one.iter().all(|id| two.contains(id)));
        prop_assert!(two.iter().all(|id| all.contains(id)));
        prop_assert_eq!(all.len(), network.len());
    }

    #[test]
    fn the_list_is_whom_the_filter_lets_through(
        network in network(),
        steps in steps(),
        filter in filter(),
        by in select(vec![
            MapColumn::Name, MapColumn::Organisation, MapColumn::Kind,
            MapColumn::Warmth, MapColumn::Tie, MapColumn::Knows,
        ]),
        rising in any::<bool>(),
    ) {
        let view = around_me(steps);
        let shown = network.picture(&view).unwrap().people.len() as u32;
        let matching = network.matching(&view, &filter).unwrap();
        prop_assert!(matching.is_sorted_by(|a, b| a < b) && matching.iter().all(|n| *n < shown));
        let mut list = network.list(&view, &filter, MapSort { by, rising }).unwrap();
        list.sort_unstable();
        prop_assert_eq!(&list, &matching);
        let everyone = network.matching(&view, &MapFilter::default()).unwrap();
        prop_assert_eq!(everyone.len() as u32, shown);
    }

    #[test]
    fn every_way_keeps_the_rules(network in network(), to in 0_u32..14) {
        prop_assume!((to as usize) < network.len());
        let ways = network.ways(to);
        prop_assert!(ways.len() <= 3);
        let graph = network.graph();
        for way in &ways {
            prop_assert_eq!(way.people.last(), Some(&to));
            let (_, between) = way.people.split_last().unwrap();
            prop_assert!(between.len() <= 2);
            for number in between {
                let person = network.person(*number).unwrap();
                prop_assert!(!person.died);
                let may = person.mine.as_ref().is_none_or(|mine| {
                    !mine.do_not_ask && matches!(mine.status, Status::Active | Status::Dormant)
                });
                prop_assert!(may && *number != to);
            }
            let mut product = 1.0;
            let mut from = network.len();
            for number in &way.people {
                product *= graph.weight(from, *number as usize).unwrap();
                from = *number as usize;
            }
            prop_assert!((product - way.product).abs() < 1e-12 && product > 0.0);
        }
        let direct = ways.iter().position(|way| way.people.len() == 1);
        prop_assert_eq!(direct.is_some(), network.my_weight(to).is_some());
        let talked = network.person(to).unwrap().talked.is_some();
        prop_assert!(direct.is_none_or(|at| !talked || at == 0));
        let ranked = &ways[usize::from(direct.is_some() && talked)..];
        prop_assert!(ranked.is_sorted_by(|a, b| a.product >= b.product));
        let mut each: Vec<_> = ways.iter().map(|way| way.people.clone()).collect();
        each.sort();
        each.dedup();
        prop_assert_eq!(each.len(), ways.len());
        prop_assert!(network.left_out(to, &ways).len() <= 2);
    }

    #[test]
    fn who_would_be_lost_is_as_many_as_the_cut_says(network in network()) {
        let all = network.graph();
        let ties = (0..all.len()).flat_map(|one| all.of(one).map(move |(other, w)| (one, other, w)));
        let counts = |number: usize| number as u32 == network.me() || network.counts(number as u32);
        let sure = ties.filter(|(one, other, _)| {
            counts(*one) && counts(*other) && !network.is_proposed(*one as u32, *other as u32)
        });
        let cuts = cut_people(&Graph::new(all.len(), sure, all.me()));
        for number in 0..network.me() {
            let said = network.lost_without(number).len();
            prop_assert_eq!(said, cuts[number as usize].reach_lost);
        }
    }
}
