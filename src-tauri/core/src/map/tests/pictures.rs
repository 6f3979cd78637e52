//! What each view shows, how ties are drawn, and the order of the list.

use super::*;
use crate::Code;
use crate::graph::layout::{NoObserver, Place};
use crate::map::{MapColumn, MapFilter, MapSort, MapTie, Places, Standing, TieMark};

/// Ana and Ben are kept close, Ben's relationship has ended. Ana knows Cem, Cem perhaps Dev. Eva is alone.
fn small() -> Small {
    let ended = Some(MyRelationship {
        status: Status::Ended,
        ..kept().unwrap()
    });
    Small::new()
        .people(&["Ana", "Ben", "Cem", "Dev", "Eva"])
        .with("Ana", |person| person.mine = kept())
        .with("Ben", |person| person.mine = ended)
        .tie("Ana", "Cem", Closeness::Close)
        .proposed("Cem", "Dev", Closeness::Colleague)
}

fn names(network: &Network, steps: MapDepth, centre: Option<i64>) -> String {
    let view = MapView {
        steps,
        centre: centre.map(PersonId),
    };
    let picture = network.picture(&view).unwrap();
    let names: Vec<String> = picture
        .people
        .into_iter()
        .map(|person| person.name)
        .collect();
    names.join(" ")
}

#[test]
fn who_is_shown() {
    let network = small().network();
    assert_eq!(names(&network, MapDepth::One, None), "Ana Ben");
    assert_eq!(names(&network, MapDepth::Two, None), "Ana Ben Cem");
    assert_eq!(
        names(&network, MapDepth::Everyone, None),
        "Ana Ben Cem Dev Eva"
    );
    assert_eq!(names(&network, MapDepth::One, Some(3)), "Ana Cem Dev");
    assert_eq!(names(&network, MapDepth::One, Some(4)), "Cem Dev");
    assert_eq!(names(&network, MapDepth::Two, Some(4)), "Ana Cem Dev");
    assert_eq!(names(&network, MapDepth::Two, Some(5)), "Eva");
    // For everyone the centre is ignored, even if it does not exist.
    assert_eq!(
        names(&network, MapDepth::Everyone, Some(99)),
        "Ana Ben Cem Dev Eva"
    );
    let gone = MapView {
        steps: MapDepth::One,
        centre: Some(PersonId(99)),
    };
    assert_eq!(network.picture(&gone).unwrap_err().code, Code::NotFound);
}

#[test]
fn nobody_and_nobody_kept_close() {
    let nobody = Small::new().network();
    let nobody_kept = Small::new().people(&["Ana"]).network();
    for network in [nobody, nobody_kept] {
        for steps in [MapDepth::One, MapDepth::Two] {
            let picture = network.picture(&around_me(steps)).unwrap();
            assert!(picture.people.is_empty() && picture.ties.is_empty());
            assert_eq!(picture.in_book as usize, network.len());
            let layout_input = network
                .layout_input(&around_me(steps), &Places::default())
                .unwrap();
            assert_eq!(layout_input.arrange(&NoObserver).unwrap(), [[0.0, 0.0]]);
        }
    }
}

#[test]
fn ties_are_drawn_as_what_they_are() {
    let of_kind = |kind| {
        Some(MyRelationship {
            kind: Some(kind),
            ..mine()
        })
    };
    let network = Small::new()
        .people(&["Ana", "Ben", "Cem", "Dev"])
        .with("Ana", |person| person.mine = of_kind(0))
        .with("Ben", |person| person.mine = of_kind(1))
        .with("Cem", |person| person.mine = of_kind(2))
        .warm("Cem", 0.6)
        .tied(
            "Ben",
            "Ana",
            TieKind::ReportsTo,
            Closeness::Colleague,
            false,
        )
        .tie("Ana", "Ben", Closeness::Close)
        .tie("Cem", "Ana", Closeness::Little)
        // A proposed tie is dropped if the two have another tie.
        .proposed("Ana", "Cem", Closeness::Close)
        .tied("Dev", "Cem", TieKind::ReportsTo, Closeness::Close, true)
        .network();
    let picture = network.picture(&around_me(MapDepth::Everyone)).unwrap();
    assert_eq!(
        picture.ties,
        [
            MapTie(1, 0, 0.8, TieMark::Reports),
            MapTie(0, 2, 0.25, TieMark::Tie),
            MapTie(2, 3, 0.4, TieMark::Proposed),
            // I report to Ana, and Ben to me.
            MapTie(4, 0, 0.1, TieMark::Reports),
            MapTie(1, 4, 0.1, TieMark::Reports),
            MapTie(2, 4, 0.6, TieMark::Tie),
        ]
    );
    let facets = &picture.facets;
    assert_eq!((facets.mine, facets.others, facets.proposed), (3, 2, 1));
    let kinds: Vec<_> = facets
        .kinds
        .iter()
        .map(|kind| (kind.name.as_str(), kind.people))
        .collect();
    assert_eq!(kinds, [("Manager", 1), ("Direct report", 1), ("Client", 1)]);
    assert_eq!(facets.warmth, [(0, 3), (4, 1)]);
    assert_eq!(facets.standings, [(Standing::NotKeptClose, 4)]);
}

#[test]
fn who_rests_is_small_and_still_tied() {
    let paused = MyRelationship {
        status: Status::Paused,
        ..kept().unwrap()
    };
    let network = Small::new()
        .people(&["Ana"])
        .warm("Ana", 0.9)
        .with("Ana", |person| person.mine = Some(paused))
        .network();
    let picture = network.picture(&around_me(MapDepth::One)).unwrap();
    assert_eq!(
        (picture.people[0].warmth, picture.people[0].radius),
        (0, 5.5)
    );
    assert_eq!(picture.ties, [MapTie(0, 1, 0.9, TieMark::Tie)]);
    assert_eq!(picture.facets.standings, [(Standing::Paused, 1)]);
}

#[test]
fn organisations_are_those_of_whom_is_shown() {
    let network = small()
        .works("Corvane", &["Ana", "Cem"])
        .works("Orrin", &["Eva"])
        .works("Tarn", &["Ana", "Ben"])
        .network();
    let picture = network.picture(&around_me(MapDepth::Two)).unwrap();
    let told: Vec<_> = picture
        .organisations
        .iter()
        .map(|house| (house.name.as_str(), house.people, house.kept_close))
        .collect();
    // Ana is drawn with her first organisation.
    assert_eq!(told, [("Corvane", 2, 1), ("Tarn", 1, 1)]);
    let of: Vec<_> = picture
        .people
        .iter()
        .map(|person| person.organisation)
        .collect();
    assert_eq!(of, [Some(0), Some(1), Some(0)]);
}

#[test]
fn pins_hold_in_every_view_and_kept_places_where_they_were_kept() {
    let network = small()
        .with("Cem", |person| person.pin = Some([300.0, 40.0]))
        .network();
    let places = Places([(PersonId(1), [10.0, 20.0]), (PersonId(3), [1.0, 1.0])].into());
    let layout_input = network
        .layout_input(&around_me(MapDepth::Two), &places)
        .unwrap();
    let places: Vec<_> = layout_input.bodies.iter().map(|body| body.place).collect();
    assert_eq!(
        places,
        [
            Place::Kept([10.0, 20.0]),
            Place::New,
            Place::Pinned([300.0, 40.0]),
            Place::Pinned([0.0, 0.0]),
        ]
    );
    assert_eq!(layout_input.graph.me(), Some(3));
    assert_eq!(layout_input.graph.weight(0, 2), Some(0.8));
    assert_eq!(layout_input.graph.weight(3, 0), Some(0.1));
    let drawn = layout_input.arrange(&NoObserver).unwrap();
    assert_eq!(drawn[2], [300.0, 40.0]);
    assert_eq!(layout_input.arrange(&NoObserver).unwrap(), drawn);
}

#[test]
fn a_seed_for_each_view() {
    let network = small().network();
    let seed = |steps, centre: Option<i64>| {
        let view = MapView {
            steps,
            centre: centre.map(PersonId),
        };
        network
            .layout_input(&view, &Places::default())
            .unwrap()
            .seed
    };
    let mut seeds = vec![
        seed(MapDepth::One, None),
        seed(MapDepth::Two, None),
        seed(MapDepth::Everyone, None),
        seed(MapDepth::One, Some(1)),
        seed(MapDepth::Two, Some(1)),
        seed(MapDepth::One, Some(2)),
    ];
    seeds.sort_unstable();
    seeds.dedup();
    assert_eq!(seeds.len(), 6);
    assert_eq!(
        seed(MapDepth::Everyone, Some(1)),
        seed(MapDepth::Everyone, None)
    );
}

#[test]
fn the_filter_lets_through_whom_every_part_does() {
    let client = MyRelationship {
        kind: Some(2),
        ..kept().unwrap()
    };
    let network = small()
        .with("Ana", |person| person.mine = Some(client))
        .works("Corvane", &["Ana", "Cem"])
        .works("Tarn", &["Cem", "Dev"])
        .tagged("board", &["Ana", "Dev"])
        .tagged("paris", &["Dev"])
        .warm("Dev", 0.5)
        .network();
    let view = around_me(MapDepth::Everyone);
    let matching = |filter: MapFilter| network.matching(&view, &filter).unwrap();
    let none = MapFilter::default;
    assert_eq!(matching(none()), [0, 1, 2, 3, 4]);
    let of = |category| MapFilter {
        category: Some(category),
        ..none()
    };
    assert_eq!(matching(of(Category::External)), [0, 1]);
    assert!(matching(of(Category::Internal)).is_empty());
    assert_eq!(
        matching(MapFilter {
            kinds: vec![KindId(3), KindId(1)],
            ..none()
        }),
        [0]
    );
    // The filter uses all present jobs, not only the one they are drawn with.
    assert_eq!(
        matching(MapFilter {
            organisations: vec![OrganisationId(2)],
            ..none()
        }),
        [2, 3]
    );
    assert_eq!(
        matching(MapFilter {
            tags: vec![TagId(1)],
            ..none()
        }),
        [0, 3]
    );
    assert_eq!(
        matching(MapFilter {
            tags: vec![TagId(1), TagId(2)],
            ..none()
        }),
        [3]
    );
    assert_eq!(
        matching(MapFilter {
            warmth: vec![4, 5],
            ..none()
        }),
        [3]
    );
    assert_eq!(
        matching(MapFilter {
            standings: vec![Standing::Ended, Standing::KeptClose],
            ..none()
        }),
        [0, 1]
    );
    assert_eq!(
        matching(MapFilter {
            warmth: vec![0],
            tags: vec![TagId(1)],
            ..none()
        }),
        [0]
    );
    assert!(
        matching(MapFilter {
            tags: vec![TagId(77)],
            ..none()
        })
        .is_empty()
    );
    let hidden = MapFilter {
        hide_mine: true,
        hide_others: true,
        hide_proposed: true,
        ..none()
    };
    assert_eq!(matching(hidden).len(), 5);
}

#[test]
fn the_list_by_each_column() {
    let client = MyRelationship {
        kind: Some(2),
        ..mine()
    };
    let manager = MyRelationship {
        kind: Some(0),
        ..mine()
    };
    let network = Small::new()
        .people(&["Ana", "Ben", "Cem", "Dev"])
        .with("Ben", |person| person.mine = Some(manager))
        .with("Cem", |person| person.mine = Some(client))
        .works("Corvane", &["Dev"])
        .works("Tarn", &["Ana", "Cem"])
        .warm("Ana", 0.5)
        .warm("Dev", 0.01)
        .tie("Dev", "Cem", Closeness::Close)
        .tie("Dev", "Ana", Closeness::Close)
        .proposed("Ben", "Ana", Closeness::Close)
        .network();
    let list = |by, rising| {
        let sort = MapSort { by, rising };
        let view = around_me(MapDepth::Everyone);
        network.list(&view, &MapFilter::default(), sort).unwrap()
    };
    assert_eq!(list(MapColumn::Name, true), [0, 1, 2, 3]);
    assert_eq!(list(MapColumn::Name, false), [3, 2, 1, 0]);
    assert_eq!(list(MapColumn::Organisation, true), [3, 0, 2, 1]);
    // People without organisation are last in both directions.
    assert_eq!(list(MapColumn::Organisation, false), [0, 2, 3, 1]);
    assert_eq!(list(MapColumn::Kind, true), [2, 1, 0, 3]);
    assert_eq!(list(MapColumn::Kind, false), [1, 2, 0, 3]);
    assert_eq!(list(MapColumn::Warmth, false), [0, 3, 1, 2]);
    assert_eq!(list(MapColumn::Tie, false), [0, 1, 2, 3]);
    assert_eq!(list(MapColumn::Tie, true), [3, 1, 2, 0]);
    assert_eq!(list(MapColumn::Knows, false), [3, 0, 2, 1]);
    let words: Vec<_> = (0..4).map(|number| network.tie_word(number)).collect();
    assert_eq!(words, ["Strong", "Light", "Light", "Light"]);
    assert_eq!(network.tie_word(4), "None yet");
}
