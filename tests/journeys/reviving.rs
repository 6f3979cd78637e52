//! People worth taking up again, and those with whom there was no talk for a year.

use kith_core::details::NewPerson;
use kith_core::logging::NewInteraction;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::{Book, Code, Moment, PersonId};
use serde_json::{Map, json};

use crate::Place;
use crate::talks::{add_close, and_back, log, noon, status, talk};

/// Tuesday.
const TODAY: &str = "2026-03-10";

fn at_work(book: &Book, name: &str, organisation: &str, now: &Moment) -> PersonId {
    let new = NewPerson {
        name: name.into(),
        organisation: organisation.into(),
        ..NewPerson::default()
    };
    book.person_add(&new, now).unwrap().value
}

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn per_week(book: &Book, count: u32, now: &Moment) -> kith_core::Result<()> {
    let some = Map::from_iter([("revivePerWeek".to_owned(), json!(count))]);
    book.settings_set(&some, now).map(drop)
}

fn shown(book: &Book, now: &Moment) -> Vec<(String, String)> {
    let shown = book.revivals(now).unwrap();
    shown
        .into_iter()
        .map(|one| (one.person.name, one.why))
        .collect()
}

/// A book in which Ana and Ben of one house, and Cleo of another, are quiet for long; with Dan of Ana's house one
/// talked lately.
fn quiet_people(book: &Book, now: &Moment) -> [PersonId; 4] {
    let ana = at_work(book, "Ana", "Fenwick", now);
    let ben = at_work(book, "Ben", "Fenwick", now);
    let cleo = at_work(book, "Cleo", "Tarn", now);
    let dan = at_work(book, "Dan", "Fenwick", now);
    for (person, days) in [
        (ana, &["2025-01-10", "2025-03-10", "2025-05-01"][..]),
        (ben, &["2025-06-01", "2025-07-01"]),
        (
            cleo,
            &["2024-02-01", "2024-03-01", "2024-04-01", "2025-07-08"],
        ),
        (dan, &["2026-02-20", "2026-03-01"]),
    ] {
        for day in days {
            log(book, &[person], day, now);
        }
    }
    [ana, ben, cleo, dan]
}

#[test]
fn one_a_week_is_chosen_for_novelty_and_kept() {
    let (_place, book, now) = begin();
    let [ana, ben, ..] = quiet_people(&book, &now);
    assert!(
        shown(&book, &now).is_empty(),
        "nobody is chosen for the window"
    );
    assert!(book.revivals_choose(&now).unwrap().has("revivals"));
    let why = "Quiet for 8 months · you talk with nobody else at Tarn";
    assert_eq!(shown(&book, &now), [("Cleo".to_owned(), why.to_owned())]);
    // Once a week: neither a second look nor another day of it chooses anew.
    assert!(
        !book
            .revivals_choose(&noon("2026-03-15"))
            .unwrap()
            .has("revivals")
    );
    let first = book.revivals(&now).unwrap()[0].id;
    and_back(&book, &now, || book.revival_refuse(first, &now).unwrap());
    assert!(shown(&book, &now).is_empty());
    assert!(!book.revivals_choose(&now).unwrap().has("revivals"));
    // Next week somebody else, with fewer talks before; a talk ends it.
    let monday = noon("2026-03-16");
    assert!(book.revivals_choose(&monday).unwrap().has("revivals"));
    assert_eq!(
        shown(&book, &monday),
        [(
            "Ben".to_owned(),
            "Quiet for 8 months · only 2 talks before".to_owned()
        )]
    );
    log(&book, &[ben], "today", &monday);
    assert!(shown(&book, &monday).is_empty());
    assert!(!book.revivals_choose(&monday).unwrap().has("revivals"));
    // Whoever is left alone by then is not shown.
    let next = noon("2026-03-23");
    book.revivals_choose(&next).unwrap();
    assert_eq!(shown(&book, &next)[0].0, "Ana");
    status(&book, ana, Status::Ended, "", &next);
    assert!(shown(&book, &next).is_empty());
    status(&book, ana, Status::Active, "", &next);
    assert_eq!(shown(&book, &next)[0].0, "Ana");
    // Whoever was chosen rests for half a year.
    let later = noon("2026-04-06");
    book.revivals_choose(&later).unwrap();
    assert!(shown(&book, &later).is_empty());
    let autumn = noon("2026-09-28");
    book.revivals_choose(&autumn).unwrap();
    assert!(shown(&book, &autumn).iter().all(|(name, _)| name != "Ana"));
    assert!(!shown(&book, &autumn).is_empty());
    let error = book
        .revival_refuse(kith_core::RevivalId(99), &now)
        .unwrap_err();
    assert_eq!(error.code, Code::NotFound);
}

#[test]
fn the_number_a_week_is_a_setting_from_none_to_five() {
    let (_place, book, now) = begin();
    let [_, ben, ..] = quiet_people(&book, &now);
    assert_eq!(
        per_week(&book, 6, &now).unwrap_err().field.as_deref(),
        Some("revivePerWeek")
    );
    per_week(&book, 0, &now).unwrap();
    assert!(!book.revivals_choose(&now).unwrap().has("revivals"));
    per_week(&book, 5, &now).unwrap();
    // Nobody who is paused, or who stands on Today anyway.
    status(&book, ben, Status::Paused, "1 may", &now);
    let eve = add_close(&book, "Eve", 30, &noon("2025-01-01"));
    log(&book, &[eve], "2025-02-01", &now);
    log(&book, &[eve], "2025-03-01", &now);
    book.revivals_choose(&now).unwrap();
    let names: Vec<_> = shown(&book, &now)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["Cleo", "Ana"]);
    per_week(&book, 0, &now).unwrap();
    assert!(shown(&book, &now).is_empty());
}

#[test]
fn those_without_a_talk_for_a_year_are_a_filter_of_people() {
    let (_place, book, now) = begin();
    let outline = |no_talk_for_a_year| {
        let filter = PeopleFilter {
            no_talk_for_a_year,
            ..PeopleFilter::default()
        };
        book.people_outline(&filter, &now).unwrap()
    };
    assert!(!outline(false).talks_a_year_ago);
    quiet_people(&book, &now);
    let frida = at_work(&book, "Frida", "Tarn", &now);
    log(&book, &[frida], "2025-03-10", &now);
    let all = outline(true);
    assert!(all.talks_a_year_ago);
    assert_eq!(all.total, 1);
    let filter = PeopleFilter {
        no_talk_for_a_year: true,
        ..PeopleFilter::default()
    };
    let rows = book.people_window(&filter, 0, 10, &now).unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [frida]);
}

#[test]
fn who_never_answered_was_not_talked_with() {
    let (_place, book, now) = begin();
    let ana = at_work(&book, "Ana", "Fenwick", &now);
    log(&book, &[ana], "2025-01-10", &now);
    for when in ["2025-02-10", "2025-03-10"] {
        let tried = NewInteraction {
            attempt: true,
            ..talk(&[ana], when)
        };
        book.interaction_log(&tried, &now).unwrap();
    }
    book.revivals_choose(&now).unwrap();
    assert!(shown(&book, &now).is_empty(), "one talk is not two");
    log(&book, &[ana], "2025-03-12", &now);
    book.revivals_choose(&now).unwrap();
    assert_eq!(shown(&book, &now).len(), 1);
}
