//! The map of who knows whom: pictures, list, panels, pins and places, and ways in.

use std::collections::HashMap;

use kith_core::details::{ContactKind, DetailEdit, NewPerson};
use kith_core::graph::layout::{NoObserver, Place as LayoutPlace, Point};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::map::{
    MapColumn, MapDepth, MapFilter, MapPicture, MapSort, MapTie, MapView, Network, TieMark,
};
use kith_core::relationships::Status;
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::{Book, Code, Moment, OrganisationId, PersonId};

use crate::Place;
use crate::talks::{add, add_close, and_back, log, noon, status};

const EVERYONE: MapView = MapView {
    steps: MapDepth::Everyone,
    centre: None,
};
const MINE: MapView = MapView {
    steps: MapDepth::Two,
    centre: None,
};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn at_work(book: &Book, name: &str, organisation: &str, now: &Moment) -> PersonId {
    let new = NewPerson {
        name: name.into(),
        organisation: organisation.into(),
        ..NewPerson::default()
    };
    book.person_add(&new, now).unwrap().value
}

fn tie(person: PersonId, other: PersonId, kind: TieKind, closeness: Closeness) -> NewTie {
    NewTie {
        person: person.into(),
        other: other.into(),
        kind,
        closeness,
        since: String::new(),
        until: String::new(),
        note: String::new(),
    }
}

fn knows(book: &Book, person: PersonId, other: PersonId, closeness: Closeness, now: &Moment) {
    let tie = tie(person, other, TieKind::Knows, closeness);
    book.tie_add(&tie, now).unwrap();
}

fn names(picture: &MapPicture) -> Vec<&str> {
    picture
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect()
}

fn ways(book: &Book, network: &Network, to: PersonId, now: &Moment) -> Vec<Vec<(String, String)>> {
    let ways = book.ways_in(network, to, now).unwrap().ways;
    let hops = ways.into_iter().map(|way| way.hops.into_iter());
    hops.map(|hops| hops.map(|hop| (hop.row.name, hop.why)).collect())
        .collect()
}

#[test]
fn the_map_grows_from_those_kept_close() {
    let (_place, book, now) = begin();
    let empty = book.network(&now).unwrap();
    assert!(empty.is_empty() && empty.picture(&MINE).unwrap().people.is_empty());
    let samir = add_close(&book, "Samir Haddoun", 30, &now);
    let gareth = at_work(&book, "Gareth Pennlow", "Open Metrology Forum", &now);
    let _nadia = at_work(&book, "Nadia Ferreux", "Orrin Pharma", &now);
    log(&book, &[samir], "2026-03-01", &now);
    knows(&book, samir, gareth, Closeness::Close, &now);
    let network = book.network(&now).unwrap();
    let picture = network.picture(&MINE).unwrap();
    assert_eq!(names(&picture), ["Gareth Pennlow", "Samir Haddoun"]);
    assert_eq!((picture.in_book, picture.kept_close), (3, 1));
    // Samir is kept close as a manager: I report to him.
    let warmth = network.graph().weight(2, 3).unwrap();
    assert_eq!(
        picture.ties,
        [
            MapTie(0, 1, 0.8, TieMark::Tie),
            MapTie(2, 1, warmth as f32, TieMark::Reports),
        ]
    );
    assert_eq!(picture.organisations[0].name, "Open Metrology Forum");
    // Ended ties and people in the trash are not on the map.
    book.people_trash(&[gareth], &now).unwrap();
    assert_eq!(
        names(&book.network(&now).unwrap().picture(&MINE).unwrap()),
        ["Samir Haddoun"]
    );
    book.undo(&now).unwrap();
    let known = &book.ties_of(samir, &now).unwrap().ties[0];
    let over = NewTie {
        until: "2025".into(),
        ..tie(samir, gareth, TieKind::Knows, Closeness::Close)
    };
    book.tie_edit(known.id, &over, &now).unwrap();
    assert_eq!(
        names(&book.network(&now).unwrap().picture(&MINE).unwrap()),
        ["Samir Haddoun"]
    );
}

#[test]
fn a_way_in_says_why_hop_by_hop() {
    let (_place, book, now) = begin();
    let samir = add_close(&book, "Samir Haddoun", 30, &now);
    let gareth = add(&book, "Gareth Pennlow", &now);
    let nadia = add(&book, "Nadia Ferreux", &now);
    log(&book, &[samir], "2026-03-01", &now);
    let close = NewTie {
        since: "2019".into(),
        note: "two years on the drafting group".into(),
        ..tie(samir, gareth, TieKind::Knows, Closeness::Close)
    };
    book.tie_add(&close, &now).unwrap();
    let works = tie(nadia, gareth, TieKind::WorksWith, Closeness::Colleague);
    book.tie_add(&works, &now).unwrap();
    let network = book.network(&now).unwrap();
    let found = book.ways_in(&network, nadia, &now).unwrap();
    assert_eq!(found.to.name, "Nadia Ferreux");
    assert!(found.none.is_none() && found.left_out.is_empty());
    let way = &found.ways[0];
    assert_eq!(way.summary, "2 introductions. The only way Kith knows.");
    let why: Vec<_> = way.hops.iter().map(|hop| hop.why.as_str()).collect();
    assert_eq!(
        why,
        [
            "Steady. You talked 9 days ago.",
            "Samir knows Gareth closely, since 2019.",
            "Gareth and Nadia work together.",
        ]
    );
    assert_eq!(way.hops[1].note, "two years on the drafting group");
    // For a person whom I know, the first way is the direct one.
    let direct = book.ways_in(&network, samir, &now).unwrap();
    assert_eq!(direct.ways[0].summary, "You know Samir yourself.");
    // While he is paused, no way leads through him, and the reason is shown.
    status(&book, samir, Status::Paused, "1 May", &now);
    let network = book.network(&now).unwrap();
    let found = book.ways_in(&network, nadia, &now).unwrap();
    assert!(found.ways.is_empty());
    assert_eq!(
        found.left_out,
        ["A way through Samir Haddoun is left out: paused until 1 May."]
    );
    let none = found.none.unwrap();
    assert_eq!(
        none.sentence,
        "Every way to Nadia Ferreux leads through somebody you do not ask now."
    );
    // After the end of the pause he can be asked: the network depends on its day.
    let may = noon("2026-05-01");
    let later = book.network(&may).unwrap();
    assert_eq!(ways(&book, &later, nadia, &may).len(), 1);
    // Somebody marked "do not ask" is not asked.
    status(&book, samir, Status::Active, "", &now);
    let asked = RelationshipEdit::DoNotAsk { value: true };
    book.relationship_edit(&[samir], &asked, &now).unwrap();
    let network = book.network(&now).unwrap();
    assert_eq!(
        book.ways_in(&network, nadia, &now).unwrap().left_out,
        ["A way through Samir Haddoun is left out: you asked Kith not to ask them."]
    );
}

#[test]
fn a_proposed_tie_carries_half_and_says_where_it_was_read() {
    let (_place, book, now) = begin();
    let house = "Tarn Biologics";
    let gareth = at_work(&book, "Gareth Pennlow", house, &now);
    let nadia = at_work(&book, "Nadia Ferreux", house, &now);
    log(&book, &[gareth], "today", &now);
    let network = book.network(&now).unwrap();
    let picture = network.picture(&EVERYONE).unwrap();
    assert_eq!(picture.facets.proposed, 1);
    assert_eq!(picture.ties[0], MapTie(0, 1, 0.2, TieMark::Proposed));
    let told = &ways(&book, &network, nadia, &now)[0];
    assert_eq!(
        told[1].1,
        "Kith thinks Gareth and Nadia work together: same organisation, 2 people in all. \
         Nobody has confirmed it."
    );
    // A confirmed proposal is a tie like others.
    let yes = kith_core::ties::TiePair {
        person: gareth,
        other: nadia,
    };
    book.ties_decide(&[yes], &[], &now).unwrap();
    let network = book.network(&now).unwrap();
    let picture = network.picture(&EVERYONE).unwrap();
    assert_eq!(picture.ties[0], MapTie(0, 1, 0.4, TieMark::Tie));
    assert_eq!(
        ways(&book, &network, nadia, &now)[0][1].1,
        "Gareth and Nadia work together."
    );
}

#[test]
fn where_there_is_no_way_there_is_something_to_do() {
    let (_place, book, now) = begin();
    let gareth = add_close(&book, "Gareth Pennlow", 30, &now);
    let judith = at_work(&book, "Judith Amsel", "Halden Fund", &now);
    let yuki = add(&book, "Yuki Taniwaki", &now);
    log(&book, &[gareth], "today", &now);
    knows(&book, gareth, yuki, Closeness::Close, &now);
    for (value, preferred) in [
        ("private@a.example", false),
        ("judith@halden.example", true),
    ] {
        let point = DetailEdit::ContactPoint {
            id: None,
            kind: ContactKind::Email,
            value: value.into(),
            label: String::new(),
            preferred,
        };
        book.person_edit(judith, &point, &now).unwrap();
    }
    let network = book.network(&now).unwrap();
    let none = book.ways_in(&network, judith, &now).unwrap().none.unwrap();
    assert_eq!(
        none.sentence,
        "Nobody in your book is known to know Judith Amsel, with up to two introductions."
    );
    let asked: Vec<_> = none.ask.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(asked, ["Gareth Pennlow"]);
    assert!(none.colleagues.is_empty());
    assert_eq!(
        none.colleagues_words,
        "Judith is alone at Halden Fund in your book."
    );
    assert_eq!(none.contact.unwrap().1, "judith@halden.example");
}

#[test]
fn pins_are_changes_like_others() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let ben = add_close(&book, "Ben", 30, &now);
    and_back(&book, &now, || {
        book.map_pin(ana, 300.126, -40.0, &now).unwrap()
    });
    let operation = &book.history(1, &now).unwrap()[0];
    assert_eq!(operation.subject, "Ana");
    book.map_pin(ben, 0.5, 0.25, &now).unwrap();
    // Pinning at the same place again is no change.
    assert_eq!(book.map_pin(ben, 0.5, 0.25, &now).unwrap().operation, None);
    let network = book.network(&now).unwrap();
    for steps in [MapDepth::One, MapDepth::Two, MapDepth::Everyone] {
        let view = MapView { steps, ..MINE };
        let layout_input = network
            .layout_input(&view, &book.map_places(&view).unwrap())
            .unwrap();
        assert_eq!(
            layout_input.bodies[0].place,
            LayoutPlace::Pinned([300.13, -40.0])
        );
        assert_eq!(
            layout_input.arrange(&NoObserver).unwrap()[0],
            [300.13, -40.0]
        );
    }
    let panel = book.map_panel(&network, &MINE, ana, &now).unwrap();
    assert_eq!((panel.pinned, panel.pins), (true, 2));
    for [x, y] in [
        [f32::NAN, 0.0],
        [0.0, f32::INFINITY],
        [1.1e6, 0.0],
        [0.0, -1e9],
    ] {
        let refused = book.map_pin(ana, x, y, &now).unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::Invalid, Some("place"))
        );
    }
    let one = and_back(&book, &now, || book.map_unpin(Some(&[ana]), &now).unwrap());
    assert_eq!(one.value, 1);
    assert_eq!(book.map_unpin(Some(&[ana]), &now).unwrap().operation, None);
    book.undo(&now).unwrap();
    let both = and_back(&book, &now, || book.map_unpin(None, &now).unwrap());
    assert_eq!(both.value, 2);
    assert_eq!(book.map_unpin(None, &now).unwrap().value, 0);
    book.people_trash(&[ana], &now).unwrap();
    for gone in [ana, PersonId(999)] {
        assert_eq!(
            book.map_pin(gone, 0.0, 0.0, &now).unwrap_err().code,
            Code::NotFound
        );
    }
}

fn drawn(book: &Book, view: &MapView, now: &Moment) -> (Vec<PersonId>, Vec<Point>) {
    let network = book.network(now).unwrap();
    let layout_input = network
        .layout_input(view, &book.map_places(view).unwrap())
        .unwrap();
    let places = layout_input.arrange(&NoObserver).unwrap();
    (layout_input.people, places)
}

#[test]
fn whoever_is_let_go_stands_where_they_stood_before_the_pin() {
    let (_place, book, now) = begin();
    for name in ["Ana", "Ben", "Cy"] {
        add_close(&book, name, 30, &now);
    }
    let (shown, first) = drawn(&book, &MINE, &now);
    book.map_keep(&MINE, &shown, &first).unwrap();
    book.map_pin(shown[1], 400.0, 300.0, &now).unwrap();
    let pinned = drawn(&book, &MINE, &now).1;
    assert_eq!(pinned[1], [400.0, 300.0]);
    book.map_keep(&MINE, &shown, &pinned).unwrap();
    book.undo(&now).unwrap();
    assert_eq!(drawn(&book, &MINE, &now).1, first);
}

#[test]
fn the_same_book_gives_the_same_picture_and_who_is_new_moves_nobody() {
    let (place, book, now) = begin();
    let people: Vec<_> = (0..12)
        .map(|n| add_close(&book, &format!("P{n:02}"), 30, &now))
        .collect();
    for pair in people.windows(2) {
        knows(&book, pair[0], pair[1], Closeness::Colleague, &now);
    }
    let (shown, first) = drawn(&book, &MINE, &now);
    book.map_keep(&MINE, &shown, &first).unwrap();
    let kept = drawn(&book, &MINE, &now).1;
    assert_eq!(kept, first);
    // Storing the same places writes nothing: another connection sees no commit.
    let beside = rusqlite::Connection::open(place.file()).unwrap();
    let version = || -> i64 {
        let seen = beside.pragma_query_value(None, "data_version", |row| row.get(0));
        seen.unwrap()
    };
    let before = version();
    book.map_keep(&MINE, &shown, &kept).unwrap();
    assert_eq!(version(), before);
    book.map_keep(&MINE, &shown[..1], &[[1.0, 1.0]]).unwrap();
    assert_ne!(version(), before);
    book.map_keep(&MINE, &shown, &kept).unwrap();
    drop(beside);
    // Storing places is not an undo step.
    assert!(book.history(100, &now).unwrap().len() == 12 * 2 + 11);
    drop(book);
    let book = Book::open(&place.file(), &now).unwrap();
    let new = add(&book, "A newcomer", &now);
    knows(&book, new, people[3], Closeness::Close, &now);
    let (shown, places) = drawn(&book, &MINE, &now);
    assert_eq!(shown[0], new);
    assert_eq!(places[1..], first);
    let far = |one: Point, other: Point| (one[0] - other[0]).hypot(one[1] - other[1]);
    let friend = places[1 + 3];
    let nearest = places[1..13]
        .iter()
        .map(|at| far(places[0], *at))
        .fold(f32::MAX, f32::min);
    assert!(
        far(places[0], friend) < nearest + 100.0,
        "not near whom they know"
    );
    book.map_forget().unwrap();
    let nothing = kith_core::map::Places::default();
    assert_eq!(book.map_places(&MINE).unwrap(), nothing);
}

#[test]
fn whoever_is_in_two_depths_stays_where_they_were() {
    let (_place, book, now) = begin();
    let close: Vec<_> = (0..8)
        .map(|n| add_close(&book, &format!("C{n}"), 30, &now))
        .collect();
    for (n, one) in close.iter().enumerate() {
        for m in 0..3 {
            let friend = add(&book, &format!("F{n}{m}"), &now);
            knows(&book, *one, friend, Closeness::Colleague, &now);
        }
    }
    for n in 0..40 {
        add(&book, &format!("Stranger {n:02}"), &now);
    }
    let mut before: HashMap<PersonId, Point> = HashMap::new();
    let back_and_forth = [
        MapDepth::Two,
        MapDepth::One,
        MapDepth::Everyone,
        MapDepth::Two,
        MapDepth::One,
    ];
    for steps in back_and_forth {
        let view = MapView { steps, ..MINE };
        let (shown, places) = drawn(&book, &view, &now);
        let at: HashMap<PersonId, Point> = shown.iter().copied().zip(places.clone()).collect();
        for (person, place) in at.iter().filter(|(person, _)| before.contains_key(person)) {
            assert_eq!(before[person], *place, "{steps:?}");
        }
        book.map_keep(&view, &shown, &places).unwrap();
        before.extend(at);
    }
    assert_eq!(before.len(), 8 + 24 + 40);
}

#[test]
fn places_of_older_books_are_those_of_the_usual_view() {
    let (place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let ben = add_close(&book, "Ben", 30, &now);
    drop(book);
    let bytes = |places: &[(PersonId, i64, i64)]| -> Vec<u8> {
        let numbers = places.iter().flat_map(|(person, x, y)| [person.0, *x, *y]);
        numbers.flat_map(i64::to_le_bytes).collect()
    };
    let beside = rusqlite::Connection::open(place.file()).unwrap();
    for (view, places) in [
        ("everyone", bytes(&[(ana, 100, 100), (ben, 5_000, 600)])),
        ("two", bytes(&[(ana, 700, 800)])),
    ] {
        beside
            .execute(
                "INSERT INTO map_places (view, places) VALUES (?1, ?2)",
                (view, places),
            )
            .unwrap();
    }
    drop(beside);
    let book = Book::open(&place.file(), &now).unwrap();
    let (shown, _) = drawn(&book, &EVERYONE, &now);
    let network = book.network(&now).unwrap();
    let places = book.map_places(&EVERYONE).unwrap();
    let layout_input = network.layout_input(&EVERYONE, &places).unwrap();
    let stand: Vec<_> = layout_input.bodies.iter().map(|body| body.place).collect();
    assert_eq!(shown, [ana, ben]);
    assert_eq!(
        stand[..2],
        [
            LayoutPlace::Kept([7.0, 8.0]),
            LayoutPlace::Kept([50.0, 6.0])
        ]
    );
}

#[test]
fn places_that_cannot_be_believed_are_passed_over() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let ben = add_close(&book, "Ben", 30, &now);
    let gone = PersonId(999);
    let places = [[f32::NAN, 0.0], [5.0, 6.0], [7.0, 8.0]];
    book.map_keep(&MINE, &[ana, ben, gone], &places).unwrap();
    let network = book.network(&now).unwrap();
    let layout_input = network
        .layout_input(&MINE, &book.map_places(&MINE).unwrap())
        .unwrap();
    let places: Vec<_> = layout_input.bodies.iter().map(|body| body.place).collect();
    let me = LayoutPlace::Pinned([0.0, 0.0]);
    assert_eq!(
        places,
        [LayoutPlace::New, LayoutPlace::Kept([5.0, 6.0]), me]
    );
    // Places of a view around somebody else are not stored.
    let around = MapView {
        steps: MapDepth::One,
        centre: Some(ana),
    };
    book.map_keep(&around, &[ana], &[[1.0, 1.0]]).unwrap();
    assert_eq!(
        book.map_places(&around).unwrap(),
        kith_core::map::Places::default()
    );
}

/// The sample book.
fn sample() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    kith_core::sample::make(&place.file(), &now).unwrap();
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

#[test]
fn the_list_is_the_map() {
    let (_place, book, now) = sample();
    let network = book.network(&now).unwrap();
    for steps in [MapDepth::One, MapDepth::Two, MapDepth::Everyone] {
        let view = MapView { steps, ..MINE };
        let picture = network.picture(&view).unwrap();
        let filters = [
            MapFilter::default(),
            MapFilter {
                kinds: picture
                    .facets
                    .kinds
                    .iter()
                    .take(1)
                    .map(|kind| kind.id)
                    .collect(),
                ..MapFilter::default()
            },
            MapFilter {
                warmth: vec![3, 4, 5],
                ..MapFilter::default()
            },
        ];
        for filter in &filters {
            let matching = network.matching(&view, filter).unwrap();
            let sort = MapSort {
                by: MapColumn::Name,
                rising: true,
            };
            let rows = book
                .map_rows(&network, &view, filter, sort, 0, 1000, &now)
                .unwrap();
            assert_eq!(rows.total as usize, matching.len());
            let shown = matching
                .iter()
                .map(|number| &picture.people[*number as usize]);
            for (on_map, row) in shown.zip(&rows.rows) {
                let row = &row.row;
                assert_eq!((on_map.id, &on_map.name), (row.id, &row.name));
                assert_eq!(on_map.warmth, row.warmth.unwrap_or(0), "{}", row.name);
                assert_eq!(on_map.kept_close, row.kept_close);
                assert_eq!(on_map.initials, row.initials);
                let colour = row.kind.as_ref().map(|kind| kind.colour);
                assert_eq!(on_map.colour, colour);
            }
            assert_eq!(rows.rows.len(), matching.len());
        }
    }
    let sort = MapSort::default();
    let whole = MapFilter::default();
    let rows = |offset, limit| {
        let rows = book.map_rows(&network, &EVERYONE, &whole, sort, offset, limit, &now);
        rows.unwrap().rows
    };
    assert_eq!([rows(0, 7), rows(7, 9)].concat(), rows(0, 16));
    assert!(rows(1000, 10).is_empty());
}

#[test]
fn everybody_of_the_sample_has_a_panel_and_a_way_or_a_reason() {
    let (_place, book, now) = sample();
    let network = book.network(&now).unwrap();
    let picture = network.picture(&EVERYONE).unwrap();
    assert!(picture.facets.others > 0, "the sample has ties");
    let (mut indirect, mut matter) = (0, 0);
    for person in &picture.people {
        let view = MapView {
            steps: MapDepth::One,
            centre: Some(person.id),
        };
        let panel = book.map_panel(&network, &view, person.id, &now).unwrap();
        matter += panel.matters.len();
        let sentences = panel.matters.iter().chain([&panel.around]);
        for sentence in sentences {
            assert!(
                sentence.ends_with('.') && !sentence.contains("  "),
                "{sentence}"
            );
        }
        let known = panel.knows.len() + panel.more as usize;
        assert_eq!(known, book.ties_of(person.id, &now).unwrap().ties.len());
        let found = book.ways_in(&network, person.id, &now).unwrap();
        assert_eq!(found.none.is_some(), found.ways.is_empty());
        assert!(found.ways.len() <= 3 && found.left_out.len() <= 2);
        for way in &found.ways {
            assert_eq!(way.hops.last().unwrap().row.id, person.id);
            indirect += usize::from(way.hops.len() > 1);
            for hop in &way.hops {
                assert!(hop.why.ends_with('.'), "{}", hop.why);
            }
        }
    }
    assert!(indirect > 0 && matter > 0, "nothing to see in the sample");
    for house in &picture.organisations {
        let panel = book.map_organisation(&network, house.id, &now).unwrap();
        assert_eq!(panel.name, house.name);
        assert!(panel.people >= house.people && !panel.members.is_empty());
        assert!(panel.ties_to.len() <= 6);
    }
}

#[test]
fn who_went_since_is_left_out_or_not_found() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let ben = at_work(&book, "Ben", "Corvane", &now);
    knows(&book, ana, ben, Closeness::Close, &now);
    let network = book.network(&now).unwrap();
    book.people_trash(&[ben], &now).unwrap();
    let sort = MapSort::default();
    let rows = book.map_rows(
        &network,
        &EVERYONE,
        &MapFilter::default(),
        sort,
        0,
        10,
        &now,
    );
    let rows = rows.unwrap();
    assert_eq!((rows.total, rows.rows.len()), (2, 1));
    let not_found = |code: Code| assert_eq!(code, Code::NotFound);
    not_found(
        book.map_panel(&network, &EVERYONE, ben, &now)
            .unwrap_err()
            .code,
    );
    not_found(book.ways_in(&network, ben, &now).unwrap_err().code);
    let fresh = book.network(&now).unwrap();
    let around = MapView {
        steps: MapDepth::One,
        centre: Some(ben),
    };
    not_found(fresh.picture(&around).unwrap_err().code);
    not_found(
        fresh
            .layout_input(&around, &kith_core::map::Places::default())
            .unwrap_err()
            .code,
    );
    not_found(
        book.map_organisation(&fresh, OrganisationId(77), &now)
            .unwrap_err()
            .code,
    );
}

#[test]
fn five_thousand_ties_on_one_person() {
    let (place, book, now) = begin();
    let hub = add_close(&book, "Hub", 30, &now);
    drop(book);
    let file = rusqlite::Connection::open(place.file()).unwrap();
    file.execute_batch(&format!(
        "BEGIN;
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
         INSERT INTO people (uuid, display_name, prefix, given, additional, family, suffix, nickname, sort_key, created_at)
         SELECT 'u' || i, 'Someone ' || i, '', 'Someone', '', '', '', '', 'someone ' || i, '2026-01-01T00:00:00Z' FROM n;
         INSERT INTO ties (person_id, other_id, kind, closeness, source, note, noted_on)
         SELECT {hub}, id, 'knows', 'colleague', 'by_hand', '', '2026-01-01' FROM people WHERE id <> {hub};
         COMMIT;"
    ))
    .unwrap();
    drop(file);
    let book = Book::open(&place.file(), &now).unwrap();
    let network = book.network(&now).unwrap();
    let picture = network.picture(&MINE).unwrap();
    assert_eq!((picture.people.len(), picture.ties.len()), (5001, 5001));
    let panel = book.map_panel(&network, &MINE, hub, &now).unwrap();
    assert_eq!((panel.knows.len(), panel.more), (200, 4800));
    assert!(
        panel.matters[0]
            .starts_with("If Hub goes quiet, you lose reach to 5000 people, among them")
    );
    let last = picture.people.last().unwrap().id;
    assert_eq!(ways(&book, &network, last, &now).len(), 1);
    let rows = book.map_rows(
        &network,
        &MINE,
        &MapFilter::default(),
        MapSort {
            by: MapColumn::Knows,
            rising: false,
        },
        0,
        1,
        &now,
    );
    let row = &rows.unwrap().rows[0];
    assert_eq!((row.row.id, row.knows.len(), row.more), (hub, 2, 4998));
}

#[test]
fn kinds_of_one_colour_are_told_apart_by_a_ring() {
    let (_place, book, now) = begin();
    let kinds = book.kinds_list().unwrap();
    let named = |name: &str| kinds.iter().find(|kind| kind.name == name).unwrap().id;
    for (person, kind) in [
        ("Ana", "Manager"),
        ("Ben", "Senior leader"),
        ("Cy", "Client"),
    ] {
        let person = add(&book, person, &now);
        let keep = RelationshipEdit::KeepClose {
            kind: named(kind),
            cadence_days: None,
            importance: 1,
            next: String::new(),
        };
        book.relationship_edit(&[person], &keep, &now).unwrap();
    }
    let picture = book.network(&now).unwrap().picture(&MINE).unwrap();
    let [ana, ben, cy] = &picture.people[..] else {
        panic!("three people");
    };
    assert_eq!(ana.colour, ben.colour);
    assert_eq!([ana.ringed, ben.ringed, cy.ringed], [false, true, false]);
    let ringed: Vec<&str> = picture
        .facets
        .kinds
        .iter()
        .filter(|kind| kind.ringed)
        .map(|kind| kind.name.as_str())
        .collect();
    assert_eq!(ringed, ["Senior leader"]);
}
