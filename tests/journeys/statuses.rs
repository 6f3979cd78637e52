//! Status with reason and days: pausing, cooling off and coming back, ending, dying, the archive; and that nothing is
//! suggested for whoever is left alone.

use kith_core::check_ins::Source;
use kith_core::details::{DateKind, DetailEdit};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::knowing::WhoAsked;
use kith_core::map::Network;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::reminders::ReminderAnswer;
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Moment, PersonId};
use proptest::prelude::*;

use crate::talks::{add, add_close, talk};
use crate::{Place, read_back, written};

/// A moment in Oslo, given in UTC.
fn at(utc: &str) -> Moment {
    Moment {
        utc: utc.parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn edit(value: Status, until: &str, reason: &str) -> RelationshipEdit {
    RelationshipEdit::Status {
        value,
        until: until.to_owned(),
        on: String::new(),
        reason: reason.to_owned(),
    }
}

fn set(book: &Book, person: PersonId, value: Status, until: &str, now: &Moment) {
    book.relationship_edit(&[person], &edit(value, until, ""), now)
        .unwrap();
}

fn status(book: &Book, person: PersonId, now: &Moment) -> Status {
    book.person_page(person, now).unwrap().standing.status
}

fn told(book: &Book, person: PersonId, now: &Moment) -> Vec<String> {
    let events = book.status_events(person, now).unwrap();
    let told = events.iter().map(|event| match event.reason.as_str() {
        "" => format!("{} {}", event.on, event.title),
        reason => format!("{} {}: {reason}", event.on, event.title),
    });
    told.collect()
}

fn due(book: &Book, now: &Moment) -> Vec<(String, Source)> {
    let rows = book.today(100, now).unwrap().rows;
    rows.into_iter()
        .map(|row| (row.person.name, row.source))
        .collect()
}

#[test]
fn cooling_off_comes_back_with_a_check_in_of_its_own_that_rings_once() {
    let place = Place::new();
    let book = place.open();
    // A Tuesday, 10:42 in Oslo.
    let now = at("2026-03-10T09:42:00Z");
    let tom = add_close(&book, "Tomasz Wilczyn", 1, &at("2026-03-01T09:00:00Z"));
    let run = book.reminders_begin(&now).unwrap();
    assert_eq!(
        due(&book, &now),
        [("Tomasz Wilczyn".into(), Source::Cadence)]
    );
    let cool = edit(Status::CoolingOff, "", "It got loud.");
    book.relationship_edit(&[tom], &cool, &now).unwrap();
    assert_eq!(status(&book, tom, &now), Status::CoolingOff);
    let standing = book.person_page(tom, &now).unwrap().standing;
    assert_eq!(
        (standing.until.as_str(), standing.reason.as_str()),
        ("Wed 11 March, 10:42", "It got loud.")
    );
    // Nothing until then: not on Today, no ring, no opener.
    let before = at("2026-03-11T09:41:00Z");
    for now in [&now, &before] {
        assert_eq!(due(&book, now), []);
        assert!(book.reminders_claim(run, now).unwrap().is_empty());
        assert!(book.openers_of(tom, now).unwrap().is_empty());
    }
    let back = at("2026-03-11T09:42:00Z");
    assert_eq!(status(&book, tom, &back), Status::Active);
    let rows = book.today(10, &back).unwrap().rows;
    assert_eq!(rows[0].source, Source::ComingBack);
    assert_eq!(rows[0].what_happened, "It got loud.");
    assert!(rows[0].planned.ends_with('?'), "{}", rows[0].planned);
    assert_eq!(
        rows[0].reason.head,
        "A day has passed since you let it cool"
    );
    let rung = book.reminders_claim(run, &back).unwrap();
    assert_eq!(rung.len(), 1, "one notification for all of one person");
    assert!(
        rung[0].reason.contains("since you let it cool"),
        "{}",
        rung[0].reason
    );
    assert!(book.reminders_claim(run, &back).unwrap().is_empty());
    book.reminder_answer(&rung[0].keys, ReminderAnswer::Done, &back)
        .unwrap()
        .unwrap();
    assert_eq!(due(&book, &back), []);
    assert_eq!(
        told(&book, tom, &back),
        [
            "2026-03-11 Talking again",
            "2026-03-10 Let it cool for a day: It got loud."
        ]
    );
    // What is kept is the same in another file.
    let json = written(&book);
    let other = Place::new();
    assert_eq!(written(&read_back(&json, &other.file())), json);
}

#[test]
fn cooling_off_within_a_pause_returns_to_the_pause_and_comes_back_at_its_end() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:42:00Z");
    let ilse = add_close(&book, "Ilse", 30, &now);
    set(&book, ilse, Status::Paused, "1 may", &now);
    set(&book, ilse, Status::CoolingOff, "tomorrow", &now);
    assert_eq!(status(&book, ilse, &now), Status::CoolingOff);
    let later = at("2026-03-12T09:00:00Z");
    assert_eq!(status(&book, ilse, &later), Status::Paused);
    let row = &book
        .people_window(&PeopleFilter::default(), 0, 9, &later)
        .unwrap()[0];
    assert_eq!(row.status_words, "paused until 1 May");
    assert_eq!(due(&book, &later), []);
    let over = at("2026-05-01T08:00:00Z");
    assert_eq!(status(&book, ilse, &over), Status::Active);
    let sources: Vec<Source> = due(&book, &over).into_iter().map(|(_, s)| s).collect();
    assert_eq!(sources, [Source::ComingBack]);
    // Talking again before its time calls the check-in off.
    set(&book, ilse, Status::CoolingOff, "a week", &over);
    set(&book, ilse, Status::Active, "", &over);
    assert_eq!(due(&book, &over), [("Ilse".into(), Source::Cadence)]);
}

#[test]
fn what_cannot_be_is_refused_at_the_field_and_changes_nothing() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:42:00Z");
    let [ana, ben] = ["Ana", "Ben"].map(|name| add_close(&book, name, 30, &now));
    let before = written(&book);
    let refused = [
        (Status::Paused, "yesterday", "", "until"),
        (Status::Paused, "", "", "until"),
        (Status::CoolingOff, "0 minutes", "", "until"),
        (Status::CoolingOff, "ten years", "", "until"),
        (Status::CoolingOff, "banana", "", "until"),
        (Status::Died, "", "tomorrow", "on"),
        (Status::Ended, "", "in a week", "on"),
        (Status::Died, "", "someday", "on"),
    ];
    for (value, until, on, field) in refused {
        let edit = RelationshipEdit::Status {
            value,
            until: until.to_owned(),
            on: on.to_owned(),
            reason: "so".to_owned(),
        };
        let error = book
            .relationship_edit(&[ana, ben], &edit, &now)
            .unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field), "{until} {on}");
        assert_eq!(written(&book), before);
    }
}

#[test]
fn several_at_once_are_one_undo_step_and_keep_their_history() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:42:00Z");
    let people = ["Ana", "Ben", "Cleo"].map(|name| add_close(&book, name, 30, &now));
    let before = written(&book);
    let values = [
        (Status::CoolingOff, "a day"),
        (Status::Archived, ""),
        (Status::Died, ""),
        (Status::Dormant, ""),
        (Status::Ended, ""),
        (Status::Paused, "1 may"),
    ];
    for (value, until) in values {
        book.relationship_edit(&people, &edit(value, until, "Why not"), &now)
            .unwrap();
        for person in people {
            assert_eq!(status(&book, person, &now), value);
            assert_eq!(told(&book, person, &now).len(), 1);
        }
        book.undo(&now).unwrap();
        assert_eq!(written(&book), before, "{value:?}");
        book.redo(&now).unwrap();
        assert_eq!(status(&book, people[0], &now), value);
        book.undo(&now).unwrap();
    }
}

#[test]
fn the_archived_are_out_of_lists_and_still_found() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:42:00Z");
    let ben = add_close(&book, "Ben Okafor", 1, &at("2026-03-01T09:00:00Z"));
    add(&book, "Ana Brook", &now);
    set(&book, ben, Status::Archived, "", &now);
    let names = |filter: &PeopleFilter| -> Vec<String> {
        let rows = book.people_window(filter, 0, 9, &now).unwrap();
        rows.into_iter().map(|row| row.name).collect()
    };
    let everyone = PeopleFilter::default();
    assert_eq!(names(&everyone), ["Ana Brook"]);
    let outline = book.people_outline(&everyone, &now).unwrap();
    assert_eq!(
        (
            outline.total,
            outline.everyone,
            outline.archived,
            outline.kept_close
        ),
        (1, 1, 1, 0)
    );
    assert_eq!(due(&book, &now), []);
    let archive = PeopleFilter {
        archived: true,
        ..PeopleFilter::default()
    };
    assert_eq!(names(&archive), ["Ben Okafor"]);
    let found = book.people_find("okaf", &everyone, 5, &now).unwrap();
    assert_eq!(found.rows[0].row.id, ben);
    assert_eq!(found.rows[0].row.status_words, "archived");
    // Back as they were.
    set(&book, ben, Status::Active, "", &now);
    assert_eq!(due(&book, &now), [("Ben Okafor".into(), Source::Cadence)]);
    assert_eq!(names(&everyone), ["Ana Brook", "Ben Okafor"]);
}

#[test]
fn the_dead_keep_their_place_and_nothing_is_due() {
    let place = Place::new();
    let book = place.open();
    let start = at("2025-02-01T09:00:00Z");
    let now = at("2025-03-10T09:42:00Z");
    let vera = add_close(&book, "Vera", 7, &start);
    let birthday = DetailEdit::Date {
        id: None,
        kind: DateKind::Birthday,
        label: String::new(),
        text: "12 March".into(),
    };
    book.person_edit(vera, &birthday, &now).unwrap();
    assert_eq!(book.today(9, &now).unwrap().dates.len(), 1);
    let died = RelationshipEdit::Status {
        value: Status::Died,
        until: String::new(),
        on: "8 march".into(),
        reason: String::new(),
    };
    book.relationship_edit(&[vera], &died, &now).unwrap();
    let today = book.today(9, &now).unwrap();
    assert_eq!((today.due, today.dates.len(), today.kept_close), (0, 0, 0));
    let rows = book
        .people_window(&PeopleFilter::default(), 0, 9, &now)
        .unwrap();
    assert_eq!(rows[0].status_words, "died 8 March");
    // The day is remembered only where that was chosen.
    let year = at("2026-03-05T09:00:00Z");
    assert_eq!(book.today(9, &year).unwrap().dates, []);
    book.relationship_edit(&[vera], &RelationshipEdit::Remember { value: true }, &now)
        .unwrap();
    let words: Vec<String> = book
        .today(9, &year)
        .unwrap()
        .dates
        .into_iter()
        .map(|date| format!("{} {}", date.day, date.words))
        .collect();
    assert_eq!(words, ["2026-03-08 Remembered, 1 year"]);
    set(&book, vera, Status::Active, "", &now);
    assert_eq!(due(&book, &now).len(), 1);
}

#[test]
fn the_end_of_a_purpose_is_asked_on_its_day() {
    let place = Place::new();
    let book = place.open();
    let now = at("2026-03-10T09:42:00Z");
    let uma = add_close(&book, "Uma", 60, &now);
    for edit in [
        RelationshipEdit::Purpose {
            value: "The 2026 audit".into(),
        },
        RelationshipEdit::PurposeEnds {
            on: "30 april".into(),
        },
    ] {
        book.relationship_edit(&[uma], &edit, &now).unwrap();
    }
    let asks = |now: &Moment| book.today(9, now).unwrap().purposes_over;
    assert!(asks(&at("2026-04-29T09:00:00Z")).is_empty());
    let day = at("2026-04-30T09:00:00Z");
    let asked = asks(&day);
    assert_eq!(
        (asked[0].purpose.as_str(), asked[0].when.as_str()),
        ("The 2026 audit", "today")
    );
    assert!(book.person_page(uma, &day).unwrap().standing.purpose_over);
    set(&book, uma, Status::Ended, "", &day);
    assert!(asks(&day).is_empty());
    book.undo(&day).unwrap();
    let go_on = RelationshipEdit::PurposeEnds { on: String::new() };
    book.relationship_edit(&[uma], &go_on, &day).unwrap();
    assert!(asks(&day).is_empty());
}

/// Everything that Kith suggests, asked at a moment: whom it names.
fn suggested(book: &Book, people: &[PersonId], now: &Moment) -> Vec<PersonId> {
    let mut named: Vec<PersonId> = Vec::new();
    let today = book.today(1000, now).unwrap();
    named.extend(today.rows.iter().map(|row| row.person.id));
    named.extend(today.purposes_over.iter().map(|over| over.person.id));
    let network: Network = book.network(now).unwrap();
    let answer = book
        .who_knows(&network, WhoAsked::Knows, "optics", now)
        .unwrap();
    named.extend(answer.rows.iter().map(|row| row.row.id));
    named.extend(
        answer
            .rows
            .iter()
            .filter_map(|row| row.through.as_ref().map(|through| through.person)),
    );
    for person in people {
        if !book.openers_of(*person, now).unwrap().is_empty() {
            named.push(*person);
        }
        for found in book.matches_for(*person, now).unwrap() {
            named.push(*person);
            named.extend(found.people.iter().map(|offered| offered.id));
        }
        if let Ok(ways) = book.ways_in(&network, *person, now) {
            for way in &ways.ways {
                let (_, between) = way.hops.split_last().unwrap();
                named.extend(between.iter().map(|hop| hop.row.id));
            }
            let none = ways.none.unwrap_or_default();
            named.extend(none.ask.iter().chain(&none.colleagues).map(|row| row.id));
        }
    }
    named
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever the statuses of a few people who know one another, nothing suggests one who is left alone.
    #[test]
    fn nobody_who_is_left_alone_is_suggested(
        statuses in prop::collection::vec(0_usize..9, 6),
        trashed in prop::option::weighted(0.3, 0_usize..6),
        ties in prop::collection::vec((0_usize..6, 0_usize..6), 0..9),
        days in 0_i64..40,
    ) {
        let place = Place::new();
        let book = place.open();
        let then = at("2026-03-02T09:00:00Z");
        let names = ["Ana", "Ben", "Cleo", "Dov", "Eva", "Fay"];
        let people: Vec<PersonId> = names
            .iter()
            .enumerate()
            .map(|(at, name)| match at % 3 {
                0 => add(&book, name, &then),
                _ => add_close(&book, name, 5, &then),
            })
            .collect();
        for (at, person) in people.iter().enumerate() {
            let stance = if at % 2 == 0 { Stance::Offers } else { Stance::Seeks };
            book.topic_add(Some(*person), stance, "optics", &then).unwrap();
            if at < 4 {
                book.interaction_log(&talk(&[*person], "today"), &then).unwrap();
            }
        }
        for (one, other) in ties {
            if one != other {
                let draft = NewTie {
                    person: people[one].into(),
                    other: people[other].into(),
                    kind: TieKind::Knows,
                    closeness: Closeness::Close,
                    since: String::new(),
                    until: String::new(),
                    note: String::new(),
                };
                let _twice = book.tie_add(&draft, &then);
            }
        }
        for (person, status) in people.iter().zip(&statuses) {
            let (value, until) = [
                (Status::Active, ""),
                (Status::Dormant, ""),
                (Status::Paused, "1 april"),
                (Status::CoolingOff, "a week"),
                (Status::Ended, ""),
                (Status::Died, ""),
                (Status::Archived, ""),
                (Status::Active, ""),
                (Status::CoolingOff, "3 hours"),
            ][*status];
            if value != Status::Active {
                set(&book, *person, value, until, &then);
            }
        }
        if let Some(at) = trashed {
            book.people_trash(&[people[at]], &then).unwrap();
        }
        let now = Moment { utc: then.utc + chrono::Duration::hours(24 * days + 1), ..then };
        let named = suggested(&book, &people, &now);
        for (at, person) in people.iter().enumerate() {
            let held = match status(&book, *person, &now) {
                Status::Active | Status::Dormant => false,
                Status::Paused | Status::CoolingOff | Status::Ended | Status::Died | Status::Archived => true,
            };
            let alone = held || trashed == Some(at);
            prop_assert!(!alone || !named.contains(person), "{} {statuses:?} {days}", names[at]);
        }
    }
}

#[test]
fn a_way_back_goes_with_the_cooling_off() {
    let place = Place::new();
    let now = at("2026-03-10T09:00:00Z");
    let book = Book::open(&place.file(), &now).unwrap();
    let ana = crate::talks::add_close(&book, "Ana", 30, &now);
    let open = |book: &Book| book.person_page(ana, &now).unwrap().check_ins.len();
    assert_eq!(open(&book), 1, "of the rhythm");
    set(&book, ana, Status::CoolingOff, "tomorrow", &now);
    assert_eq!(open(&book), 2);
    // Whoever is no longer anything to the user has no way back either.
    let none = RelationshipEdit::Category { value: None };
    book.relationship_edit(&[ana], &none, &now).unwrap();
    assert_eq!(open(&book), 0);
    book.undo(&now).unwrap();
    assert_eq!(open(&book), 2);
}

#[test]
fn with_whom_one_cools_off_is_not_counted_as_quiet() {
    let place = Place::new();
    let start = at("2025-02-01T09:00:00Z");
    let book = Book::open(&place.file(), &start).unwrap();
    let vera = add_close(&book, "Vera", 7, &start);
    add_close(&book, "Wim", 7, &start);
    let now = at("2025-03-10T09:42:00Z");
    let quiet = |now: &Moment| {
        let filter = PeopleFilter {
            quiet: true,
            ..PeopleFilter::default()
        };
        let outline = book.people_outline(&filter, now).unwrap();
        (outline.quiet, outline.total)
    };
    assert_eq!(quiet(&now), (2, 2));
    let cool = edit(Status::CoolingOff, "tomorrow", "");
    book.relationship_edit(&[vera], &cool, &now).unwrap();
    assert_eq!(quiet(&now), (1, 1));
    assert_eq!(quiet(&at("2025-03-12T09:42:00Z")), (2, 2));
}

#[test]
fn whoever_one_comes_back_to_stands_once_on_today() {
    let place = Place::new();
    let start = at("2025-02-01T09:00:00Z");
    let book = Book::open(&place.file(), &start).unwrap();
    let vera = add_close(&book, "Vera", 7, &start);
    let now = at("2025-03-10T09:42:00Z");
    let cool = edit(Status::CoolingOff, "tomorrow", "");
    book.relationship_edit(&[vera], &cool, &now).unwrap();
    let then = at("2025-03-12T09:42:00Z");
    let sources = |now: &Moment| {
        let today = book.today(9, now).unwrap();
        assert_eq!(today.due as usize, today.rows.len());
        let rows = today.rows.into_iter();
        rows.map(|row| (row.source, row.check_in))
            .collect::<Vec<_>>()
    };
    let rows = sources(&then);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].0, Source::ComingBack);
    // Once that is done without a talk, the rhythm goes on.
    book.check_in_cancel(rows[0].1, &then).unwrap();
    let rows = sources(&then);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].0, Source::Cadence);
}
