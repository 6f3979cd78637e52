//! Boundaries: what is said, where it speaks up, and that nothing is proposed across an excluded conflict. The nature
//! of a relationship and its history.

use kith_core::boundaries::{
    Boundaries, ConflictLevel, ConflictWith, Handling, NewConflict, Sharing, TheirHours,
};
use kith_core::details::{DetailEdit, NewPerson};
use kith_core::natures::{Nature, NatureKind};
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Moment, PersonId};

use crate::talks::{add, add_close, talk};
use crate::{Place, read_back, written};

/// A moment in Oslo, given in UTC.
fn at(utc: &str) -> Moment {
    Moment {
        utc: utc.parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn conflict(with: ConflictWith, handling: Handling) -> NewConflict {
    NewConflict {
        with,
        level: ConflictLevel::Actual,
        why: "You decide on the tender".into(),
        handling,
        how: "Ruth signs it off".into(),
        until: String::new(),
    }
}

fn tie(book: &Book, one: PersonId, other: PersonId, now: &Moment) {
    let tie = NewTie {
        person: one.into(),
        other: other.into(),
        kind: TieKind::Knows,
        closeness: Closeness::Close,
        since: String::new(),
        until: String::new(),
        note: String::new(),
    };
    book.tie_add(&tie, now).unwrap();
}

fn between(book: &Book, to: PersonId, now: &Moment) -> Vec<String> {
    let network = book.network(now).unwrap();
    let ways = book.ways_in(&network, to, now).unwrap().ways;
    ways.iter()
        .flat_map(|way| way.hops.split_last().unwrap().1)
        .map(|hop| hop.row.name.clone())
        .collect()
}

#[test]
fn what_is_said_is_kept_said_in_one_line_and_undone() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let meenal = add(&book, "Meenal Dasrath", &now);
    let before = written(&book);
    let said = Boundaries {
        sharing: Some(Sharing::WorkOnly),
        off_limits: vec!["the merger".into(), "her visa".into()],
        hours: Some(TheirHours {
            weekdays: vec![0, 1, 2, 3, 4],
            from: 540,
            to: 960,
        }),
        zone: "Asia/Kolkata".into(),
    };
    book.boundaries_set(meenal, &said, &now).unwrap();
    let shown = book.boundaries_of(meenal, &now).unwrap();
    assert_eq!(shown.said, said);
    let strip = "Work only · not: the merger, her visa · until 16:00 (15:20 there)";
    assert_eq!(shown.strip, strip);
    assert_eq!(shown.time_there, "15:20 in Kolkata, 4½ hours ahead");
    assert_eq!(book.brief(meenal, false, &now).unwrap().boundaries, strip);
    let json = written(&book);
    let other = Place::new();
    assert_eq!(written(&read_back(&json, &other.file())), json);
    book.undo(&now).unwrap();
    assert_eq!(written(&book), before);
    let zones = book.zones_find("kolk", &now).unwrap();
    assert_eq!(zones[0].name, "Asia/Kolkata");
}

#[test]
fn a_note_and_a_value_are_answered_in_one_line_and_nothing_is_stopped() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let [dan, ana] = ["Daniel Osterby", "Ana"].map(|name| add_close(&book, name, 30, &now));
    let said = Boundaries {
        off_limits: vec!["the merger".into()],
        ..Boundaries::default()
    };
    book.boundaries_set(dan, &said, &now).unwrap();
    let notes = |text: &str, size| book.boundary_notes(&[dan, ana], text, size, &now).unwrap();
    assert_eq!(
        notes("He spoke of the Merger.", None),
        ["Off limits with Daniel: the merger."]
    );
    assert!(notes("He spoke of mergers.", None).is_empty());
    let with_me = conflict(ConflictWith::Me, Handling::Managed);
    book.conflict_add(dan, &with_me, &now).unwrap();
    assert!(notes("", Some(1)).is_empty());
    assert_eq!(
        notes("", Some(2)),
        ["A conflict of interest between you: You decide on the tender. Ruth signs it off."]
    );
    book.interaction_log(&talk(&[dan], "today"), &now).unwrap();
}

#[test]
fn nothing_is_proposed_across_an_excluded_conflict() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let [gareth, yuki] = ["Gareth", "Yuki"].map(|name| add_close(&book, name, 30, &now));
    let nadia = book
        .person_add(
            &NewPerson {
                name: "Nadia".into(),
                organisation: "Orrin Pharma".into(),
                ..NewPerson::default()
            },
            &now,
        )
        .unwrap()
        .value;
    for person in [gareth, yuki] {
        book.interaction_log(&talk(&[person], "today"), &now)
            .unwrap();
        tie(&book, person, nadia, &now);
        book.topic_add(Some(person), Stance::Offers, "optics", &now)
            .unwrap();
    }
    book.topic_add(Some(nadia), Stance::Seeks, "optics", &now)
        .unwrap();
    let offered = || -> Vec<String> {
        let found = book.matches_for(nadia, &now).unwrap();
        found
            .into_iter()
            .flat_map(|one| one.people)
            .map(|one| one.name)
            .collect()
    };
    assert_eq!(between(&book, nadia, &now).len(), 2);
    assert_eq!(offered().len(), 2);
    let withs = [
        (gareth, ConflictWith::Person { id: nadia }),
        (nadia, ConflictWith::Person { id: gareth }),
        (
            gareth,
            ConflictWith::Organisation {
                name: "orrin pharma".into(),
            },
        ),
        (gareth, ConflictWith::Me),
    ];
    for (person, with) in withs {
        let managed = conflict(with.clone(), Handling::Managed);
        book.conflict_add(person, &managed, &now).unwrap();
        assert_eq!(between(&book, nadia, &now).len(), 2, "{with:?}");
        book.undo(&now).unwrap();
        let excluded = conflict(with.clone(), Handling::Excluded);
        book.conflict_add(person, &excluded, &now).unwrap();
        assert_eq!(between(&book, nadia, &now), ["Yuki"], "{with:?}");
        assert_eq!(offered(), ["Yuki"], "{with:?}");
        assert!(with != ConflictWith::Me || book.openers_of(gareth, &now).unwrap().is_empty());
        book.undo(&now).unwrap();
    }
    // Until its last day, and no longer.
    let mut until = conflict(ConflictWith::Me, Handling::Excluded);
    until.until = "12 march".into();
    book.conflict_add(gareth, &until, &now).unwrap();
    assert_eq!(between(&book, nadia, &at("2026-03-12T22:00:00Z")), ["Yuki"]);
    assert_eq!(between(&book, nadia, &at("2026-03-13T09:00:00Z")).len(), 2);
    // After a year it is looked at again.
    let lasting = conflict(ConflictWith::Me, Handling::Managed);
    book.conflict_add(yuki, &lasting, &now).unwrap();
    let review = |now: &Moment| book.boundaries_of(yuki, now).unwrap().conflicts[0].review;
    assert!(!review(&at("2027-03-09T09:00:00Z")));
    assert!(review(&at("2027-03-10T09:00:00Z")));
}

#[test]
fn a_conflict_that_cannot_be_is_refused_at_its_field() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let [dan, ana] = ["Daniel", "Ana"].map(|name| add(&book, name, &now));
    let field = |person, new: &NewConflict| {
        book.conflict_add(person, new, &now)
            .unwrap_err()
            .field
            .unwrap()
    };
    let myself = conflict(ConflictWith::Person { id: dan }, Handling::Excluded);
    assert_eq!(field(dan, &myself), "with");
    let mut new = conflict(ConflictWith::Person { id: ana }, Handling::Excluded);
    book.conflict_add(dan, &new, &now).unwrap();
    // The same, from the other side.
    let mirrored = conflict(ConflictWith::Person { id: dan }, Handling::Managed);
    assert_eq!(field(ana, &mirrored), "with");
    new.with = ConflictWith::Me;
    new.why = " ".into();
    assert_eq!(field(dan, &new), "why");
    new.why = "The tender".into();
    new.until = "yesterday".into();
    assert_eq!(field(dan, &new), "until");
    new.until = String::new();
    (new.handling, new.how) = (Handling::Managed, String::new());
    assert_eq!(field(dan, &new), "how");
}

#[test]
fn an_opener_names_nothing_off_limits() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let dan = add_close(&book, "Daniel", 30, &now);
    book.next_line_set(&[dan], "ask about the merger", &now)
        .unwrap();
    let text = |now: &Moment| -> Vec<String> {
        let openers = book.openers_of(dan, now).unwrap();
        openers.into_iter().map(|opener| opener.text).collect()
    };
    assert!(text(&now).contains(&"ask about the merger".to_owned()));
    let said = Boundaries {
        off_limits: vec!["The merger".into()],
        ..Boundaries::default()
    };
    book.boundaries_set(dan, &said, &now).unwrap();
    assert!(text(&now).iter().all(|text| !text.contains("merger")));
}

#[test]
fn a_likely_kind_is_asked_about_once() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:50:00Z");
    let dan = add(&book, "Daniel", &now);
    let kinds = book.kinds_list().unwrap();
    let asks = || book.boundaries_of(dan, &now).unwrap().proposes_conflict;
    for (name, likely) in [
        ("Peer", false),
        ("Manager", true),
        ("Direct report", true),
        ("Vendor", true),
    ] {
        let kind = kinds.iter().find(|kind| kind.name == name).unwrap();
        let edit = kith_core::keeping_close::RelationshipEdit::Kind { id: Some(kind.id) };
        book.relationship_edit(&[dan], &edit, &now).unwrap();
        assert_eq!(asks(), likely, "{name}");
    }
    book.conflict_refuse(dan, &now).unwrap();
    assert!(!asks());
    book.undo(&now).unwrap();
    book.conflict_add(dan, &conflict(ConflictWith::Me, Handling::Excluded), &now)
        .unwrap();
    assert!(!asks());
    let _tag = DetailEdit::AddTag {
        name: "tender".into(),
    };
}

#[test]
fn the_nature_has_a_small_history_and_guides_the_brief() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-02-12T09:50:00Z");
    let tom = add(&book, "Tomasz", &now);
    assert_eq!(book.brief(tom, false, &now).unwrap().nature, "");
    let set = |nature, now: &Moment| {
        let said = Nature {
            nature: Some(nature),
            influence: Some(3),
            ..Nature::default()
        };
        book.nature_set(tom, &said, now).unwrap();
    };
    set(NatureKind::Transformational, &now);
    // On the same day it is a correction.
    set(NatureKind::Transactional, &now);
    let later = at("2026-03-10T09:50:00Z");
    set(NatureKind::MutuallyDependent, &later);
    let shown = book.nature_of(tom, &later).unwrap();
    let titles: Vec<&str> = shown
        .events
        .iter()
        .map(|event| event.title.as_str())
        .collect();
    assert_eq!(titles, ["Now mutually dependent", "Now transactional"]);
    assert!(
        book.brief(tom, false, &later)
            .unwrap()
            .nature
            .starts_with("Mutually dependent:")
    );
    let wrong = Nature {
        openness: Some(6),
        ..Nature::default()
    };
    let error = book.nature_set(tom, &wrong, &later).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("openness"));
}

#[test]
fn a_time_outside_their_hours_is_said_while_it_is_typed() {
    let place = Place::new();
    let now = at("2026-03-10T11:00:00Z");
    let book = Book::open(&place.file(), &now).unwrap();
    let meenal = add(&book, "Meenal Dasrath", &now);
    let said = Boundaries {
        hours: Some(TheirHours {
            weekdays: vec![0, 1, 2, 3, 4],
            from: 570,
            to: 1080,
        }),
        zone: "Asia/Kolkata".to_owned(),
        ..Boundaries::default()
    };
    book.boundaries_set(meenal, &said, &now).unwrap();
    let rings = |text: &str| book.check_in_preview(meenal, text, &now).unwrap().rings;
    assert_eq!(
        rings("tomorrow 16:00").unwrap(),
        "It is 20:30 in Kolkata then, outside Meenal’s hours."
    );
    assert_eq!(rings("tomorrow 10:00"), None);
    assert_eq!(rings("someday"), None);
}
