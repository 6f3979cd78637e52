//! Events: written down with who was there, follow-ups, how one met somebody, first steps, and where drafts say so.

use kith_core::boundaries::Boundaries;
use kith_core::check_ins::{CheckIn, Snooze};
use kith_core::drafts::{DraftPart, DraftSort, DraftSource, MarkSort, SentDraft};
use kith_core::events::{EventShown, FollowUp, GuestWho, HowMet, NewEvent, NewGuest, NewHowMet};
use kith_core::first_steps::{FirstStep, StepAnswer};
use kith_core::logging::NewInteraction;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::sentences::Intent;
use kith_core::{Book, Code, Error, EventId, Moment, PersonId};

use crate::random_steps::is_sound;
use crate::talks::{add, add_close, and_back, check_ins, keep, log, noon, on_today, status, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn guest(person: PersonId, line: &str) -> NewGuest {
    NewGuest {
        who: GuestWho::Known(person),
        line: line.into(),
        met: true,
        follow_up: true,
    }
}

fn lab_days(guests: Vec<NewGuest>) -> NewEvent {
    NewEvent {
        name: " Nordic Lab\n Days ".into(),
        place: "Gothenburg".into(),
        when: "yesterday".into(),
        guests,
        note: "Everybody talks about staffing.".into(),
    }
}

fn shown(book: &Book, id: EventId, now: &Moment) -> EventShown {
    book.event(id, now).unwrap()
}

fn how(book: &Book, person: PersonId, now: &Moment) -> Option<HowMet> {
    book.events_of(person, now).unwrap().how_met
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default(), error.message)
}

fn planned(book: &Book, person: PersonId, now: &Moment) -> Vec<(String, String)> {
    let told = |one: CheckIn| (one.on.to_string(), one.reason);
    check_ins(book, person, now).into_iter().map(told).collect()
}

#[test]
fn an_event_is_written_down_with_who_was_there_and_taken_back_in_one_step() {
    let (_place, book, now) = begin();
    let rosalind = add(&book, "Rosalind Aydelott", &now);
    let gareth = add_close(&book, "Gareth Pennlow", 60, &now);
    let hello = NewGuest {
        met: false,
        follow_up: false,
        ..guest(gareth, "")
    };
    let new = NewGuest {
        who: GuestWho::New("Solveig Aakre".into()),
        ..guest(rosalind, "Two calls open in April")
    };
    let id = and_back(&book, &now, || {
        let line = " Asked how we \n measure drift ";
        let event = lab_days(vec![guest(rosalind, line), hello.clone(), new.clone()]);
        book.event_add(&event, &now).unwrap().value
    });
    let event = shown(&book, id, &now);
    assert_eq!(
        (event.name.as_str(), event.on.to_string().as_str()),
        ("Nordic Lab Days", "2026-03-09")
    );
    assert_eq!(
        event.summary,
        "Monday 9 March, Gothenburg. Three people, two to follow up."
    );
    let told: Vec<_> = event
        .guests
        .iter()
        .map(|guest| {
            (
                guest.row.name.as_str(),
                guest.line.as_str(),
                guest.met,
                guest.follow_up_words.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Rosalind Aydelott",
                "Asked how we measure drift",
                true,
                "by Wed 11 March"
            ),
            ("Gareth Pennlow", "", false, ""),
            (
                "Solveig Aakre",
                "Two calls open in April",
                true,
                "by Wed 11 March"
            ),
        ]
    );
    // It stands on Today from the first working day on, with its reason.
    let follow_up = [(
        "2026-03-10".to_owned(),
        "Follow up: Nordic Lab Days".to_owned(),
    )];
    assert_eq!(planned(&book, rosalind, &now), follow_up);
    assert_eq!(
        on_today(&book, &now),
        ["Rosalind Aydelott", "Solveig Aakre"]
    );
    let history = book.history(1, &now).unwrap();
    assert_eq!(history[0].subject, "Nordic Lab Days");
    // A talk answers it.
    log(&book, &[rosalind], "today", &now);
    let event = shown(&book, id, &now);
    assert_eq!(event.guests[0].follow_up, FollowUp::Done);
    assert_eq!(event.guests[0].follow_up_words, "followed up 10 March");
    assert_eq!(
        event.summary,
        "Monday 9 March, Gothenburg. Three people, one to follow up."
    );
    is_sound(&book);
}

#[test]
fn follow_ups_stand_on_today_together_until_they_are_done() {
    let (_place, book, now) = begin();
    let [ana, ben, cleo] =
        ["Ana Brook", "Ben Marsh", "Cleo Vance"].map(|name| add(&book, name, &now));
    let event = lab_days(vec![guest(ana, "Optics"), guest(ben, ""), guest(cleo, "")]);
    book.event_add(&event, &now).unwrap();
    book.check_in_plan(cleo, "today", "Something else", &now)
        .unwrap();
    let said = |now: &Moment| {
        let all = book.follow_ups_today(now).unwrap();
        let said = all.into_iter().map(|one| {
            let people = one.people.into_iter().map(|one| one.person.name).collect();
            (one.title, one.words, one.by, one.late, people)
        });
        said.collect::<Vec<(String, String, String, bool, Vec<String>)>>()
    };
    assert_eq!(said(&noon("2026-03-09")), []);
    let [all] = said(&now).try_into().unwrap();
    assert_eq!(
        (all.0.as_str(), all.1.as_str(), all.2.as_str(), all.3),
        (
            "Three people from Nordic Lab Days",
            "You met yesterday",
            "by tomorrow",
            false
        )
    );
    assert_eq!(all.4, ["Ana Brook", "Ben Marsh", "Cleo Vance"]);
    // Each of them is one of the check-ins that are due.
    let due = book.today(9, &now).unwrap().rows;
    for one in &book.follow_ups_today(&now).unwrap()[0].people {
        assert!(due.iter().any(|row| row.check_in == one.check_in));
    }
    log(&book, &[ben], "today", &now);
    status(&book, cleo, Status::Paused, "1 april", &now);
    let [one] = said(&noon("2026-03-12")).try_into().unwrap();
    assert_eq!(
        (one.0.as_str(), one.2.as_str(), one.3),
        (
            "Ana Brook from Nordic Lab Days",
            "let be on Wed 18 March",
            true
        )
    );
    book.event_remove(book.events_find("", 9, &now).unwrap()[0].id, &now)
        .unwrap();
    assert_eq!(said(&now), []);
}

#[test]
fn follow_ups_let_themselves_be_a_week_after_their_days_and_once() {
    let (_place, book, now) = begin();
    let [ana, ben, cleo] =
        ["Ana Brook", "Ben Marsh", "Cleo Vance"].map(|name| add(&book, name, &now));
    let event = lab_days(vec![guest(ana, ""), guest(ben, ""), guest(cleo, "")]);
    book.event_add(&event, &now).unwrap();
    let standing = |now: &Moment| {
        let all = book.follow_ups_today(now).unwrap().into_iter();
        all.map(|one| one.people.len()).sum::<usize>()
    };
    // Cleo's has a day that was chosen.
    let later = noon("2026-03-16");
    let [all] = book.follow_ups_today(&later).unwrap().try_into().unwrap();
    let until = Snooze::On {
        when: "17 march".into(),
    };
    book.check_in_snooze(&[all.people[2].check_in], &until, &later)
        .unwrap();
    let before = noon("2026-03-17");
    assert!(book.follow_ups_let_be(&before).unwrap().tables.is_empty());
    assert_eq!(standing(&before), 3);
    let day = noon("2026-03-18");
    let json = written(&book);
    book.follow_ups_let_be(&day).unwrap();
    assert_eq!(standing(&day), 1);
    assert!(on_today(&book, &day).iter().all(|name| name != "Ana Brook"));
    // It is a step that can be taken back, and is not taken again.
    book.undo(&day).unwrap();
    assert_eq!(written(&book), json);
    assert!(book.follow_ups_let_be(&day).unwrap().tables.is_empty());
    assert!(
        book.follow_ups_let_be(&noon("2026-03-19"))
            .unwrap()
            .tables
            .is_empty()
    );
    assert_eq!(standing(&day), 3);
    is_sound(&book);
}

#[test]
fn a_day_that_cannot_be_read_is_not_taken_for_never() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    book.event_add(&lab_days(vec![guest(ana, "")]), &now)
        .unwrap();
    let day = noon("2026-03-18");
    book.follow_ups_let_be(&day).unwrap();
    book.undo(&day).unwrap();
    drop(book);
    let by_hand = rusqlite::Connection::open(place.file()).unwrap();
    let changed = by_hand.execute(
        "UPDATE remembered SET value = '\"some day\"' WHERE key = 'followUpsLetBeOn'",
        [],
    );
    assert_eq!(changed.unwrap(), 1);
    drop(by_hand);
    let book = place.open();
    let error = book.follow_ups_let_be(&day).unwrap_err();
    assert_eq!(error.code, Code::RowUnreadable);
}

#[test]
fn whoever_cannot_be_read_is_not_forgotten_as_the_one_met_through() {
    let (place, book, now) = begin();
    let [ana, ben] = ["Ana Brook", "Ben Marsh"].map(|name| add(&book, name, &now));
    let through = |through| NewHowMet {
        at: String::new(),
        when: "2019".into(),
        through,
    };
    book.how_met_set(ana, &through(Some(ben)), &now).unwrap();
    book.people_trash(&[ben], &now).unwrap();
    drop(book);
    let by_hand = rusqlite::Connection::open(place.file()).unwrap();
    by_hand
        .pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    let spoil = "UPDATE people SET died_on = 'some day' WHERE id = ?1";
    assert_eq!(by_hand.execute(spoil, [ben.0]).unwrap(), 1);
    drop(by_hand);
    let book = place.open();
    let error = book.how_met_set(ana, &through(None), &now).unwrap_err();
    assert_eq!(error.code, Code::RowUnreadable);
}

#[test]
fn an_event_is_corrected_and_its_follow_ups_go_with_it() {
    let (_place, book, now) = begin();
    let [ana, ben, cleo] =
        ["Ana Brook", "Ben Marsh", "Cleo Vance"].map(|name| add(&book, name, &now));
    let event = lab_days(vec![guest(ana, ""), guest(ben, "")]);
    let id = book.event_add(&event, &now).unwrap().value;
    // The same again is no step to take back.
    assert_eq!(book.event_edit(id, &event, &now).unwrap().operation, None);
    let other = NewEvent {
        name: "Lab Days".into(),
        when: "today".into(),
        guests: vec![guest(ana, "Optics"), guest(cleo, "")],
        ..event.clone()
    };
    and_back(&book, &now, || book.event_edit(id, &other, &now).unwrap());
    let moved = [("2026-03-11".to_owned(), "Follow up: Lab Days".to_owned())];
    assert_eq!(planned(&book, ana, &now), moved);
    assert_eq!(planned(&book, cleo, &now), moved);
    assert_eq!(
        (planned(&book, ben, &now), how(&book, ben, &now)),
        (vec![], None)
    );
    // A follow-up that was let be is not planned anew by a correction that does not ask for it.
    let skipped = check_ins(&book, cleo, &now)[0].id;
    book.check_in_skip(&[skipped], &now).unwrap();
    let let_be = NewEvent {
        guests: vec![
            guest(ana, "Optics"),
            NewGuest {
                follow_up: false,
                ..guest(cleo, "")
            },
        ],
        ..other.clone()
    };
    assert_eq!(book.event_edit(id, &let_be, &now).unwrap().operation, None);
    assert_eq!(shown(&book, id, &now).guests[1].follow_up, FollowUp::None);
    // A day that was set by hand stays.
    let one = check_ins(&book, ana, &now)[0].id;
    book.check_in_edit(one, "friday", "Follow up: Lab Days", &now)
        .unwrap();
    book.event_edit(id, &event, &now).unwrap();
    assert_eq!(planned(&book, ana, &now)[0].0, "2026-03-13");
    and_back(&book, &now, || book.event_remove(id, &now).unwrap());
    assert_eq!(planned(&book, ana, &now), []);
    let met = how(&book, ana, &now).unwrap();
    assert_eq!((met.at.as_str(), met.when.as_str()), ("", "Monday 9 March"));
    assert_eq!(refused(book.event(id, &now)).0, Code::NotFound);
    assert_eq!(refused(book.event_edit(id, &event, &now)).0, Code::NotFound);
    is_sound(&book);
}

#[test]
fn nothing_of_an_event_that_cannot_be_is_saved() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let gone = add(&book, "Gone Already", &now);
    book.people_trash(&[gone], &now).unwrap();
    let good = lab_days(vec![guest(ana, "")]);
    let new = |name: &str| NewGuest {
        who: GuestWho::New(name.into()),
        ..guest(ana, "")
    };
    let crowd: Vec<NewGuest> = (0..2_000).map(|at| new(&format!("Guest {at}"))).collect();
    let before = written(&book);
    let with = |change: &dyn Fn(&mut NewEvent)| {
        let mut event = good.clone();
        change(&mut event);
        refused(book.event_add(&event, &now))
    };
    for (field, words, said) in [
        (
            "when",
            "An event needs its day.",
            with(&|event| event.when = " ".into()),
        ),
        (
            "when",
            "more than a hundred years ago",
            with(&|event| event.when = "1 january 1900".into()),
        ),
        (
            "when",
            "An event has its day",
            with(&|event| event.when = "march 2025".into()),
        ),
        (
            "when",
            "Leave the time out",
            with(&|event| event.when = "yesterday 9:00".into()),
        ),
        (
            "when",
            "Write a day",
            with(&|event| event.when = "someday".into()),
        ),
        (
            "name",
            "Give the event a name.",
            with(&|event| event.name = "\u{200b} ".into()),
        ),
        (
            "name",
            "200 letters",
            with(&|event| event.name = "x".repeat(201)),
        ),
        (
            "place",
            "200 letters",
            with(&|event| event.place = "x".repeat(201)),
        ),
        (
            "people",
            "more than 200 people",
            with(&|event| event.guests = crowd_of(&crowd)),
        ),
        (
            "people",
            "Say who was there.",
            with(&|event| event.guests.clear()),
        ),
        (
            "people",
            "named twice",
            with(&|event| event.guests = vec![guest(ana, ""), guest(ana, "")]),
        ),
        (
            "people",
            "in the trash",
            with(&|event| event.guests = vec![guest(gone, "")]),
        ),
        (
            "guests.1.who",
            "needs a name",
            with(&|event| event.guests.push(new("  "))),
        ),
        (
            "guests.1.line",
            "200 letters",
            with(&|event| {
                event.guests.push(new("Solveig"));
                event.guests[1].line = "x".repeat(201);
            }),
        ),
    ] {
        assert_eq!(
            (said.0, said.1.as_str()),
            (Code::Invalid, field),
            "{}",
            said.2
        );
        assert!(said.2.contains(words), "{}", said.2);
    }
    let unknown = refused(book.event_add(&lab_days(vec![guest(PersonId(999), "")]), &now));
    assert_eq!(unknown.0, Code::NotFound);
    assert_eq!(written(&book), before);
    // One event is not written down twice.
    book.event_add(&good, &now).unwrap();
    let again = NewEvent {
        name: "NORDIC lab days".into(),
        ..good.clone()
    };
    let twice = refused(book.event_add(&again, &now));
    assert_eq!(
        (twice.1.as_str(), twice.2.as_str()),
        (
            "name",
            "“Nordic Lab Days” of 9 March is in your book already."
        )
    );
}

fn crowd_of(crowd: &[NewGuest]) -> Vec<NewGuest> {
    crowd.to_owned()
}

#[test]
fn no_follow_up_is_planned_too_late_or_with_whoever_is_left_alone() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let daniel = add_close(&book, "Daniel Osterby", 45, &now);
    status(&book, daniel, Status::Ended, "", &now);
    let event = lab_days(vec![guest(ana, ""), guest(daniel, "")]);
    let hints = book
        .event_hints("yesterday", &[ana, daniel], None, &now)
        .unwrap();
    assert!(hints.can_follow_up);
    assert_eq!(
        hints.follow_up,
        "Follow up within two working days, by Wednesday 11 March."
    );
    assert_eq!(
        (hints.guests[0].is_new, hints.guests[0].left_alone),
        (true, false)
    );
    assert!(hints.guests[1].left_alone);
    let id = book.event_add(&event, &now).unwrap().value;
    assert_eq!(planned(&book, daniel, &now), []);
    assert_eq!(planned(&book, ana, &now).len(), 1);
    let late = NewEvent {
        name: "The autumn fair".into(),
        when: "7 november 2025".into(),
        ..event
    };
    let hints = book.event_hints(&late.when, &[ana], None, &now).unwrap();
    assert!(!hints.can_follow_up && hints.guests[0].not_met_there && !hints.guests[0].is_new);
    assert!(
        hints
            .follow_up
            .starts_with("More than two working days have passed")
    );
    let fair = book.event_add(&late, &now).unwrap().value;
    assert_eq!(planned(&book, ana, &now).len(), 1);
    // What was said of how both met stays.
    assert_eq!(how(&book, ana, &now).unwrap().event, Some(id));
    let names: Vec<_> = book
        .events_find("", 9, &now)
        .unwrap()
        .into_iter()
        .map(|row| row.id)
        .collect();
    assert_eq!(names, [id, fair]);
    assert_eq!(book.event_hints("", &[], None, &now).unwrap().follow_up, "");
}

#[test]
fn nobody_was_met_at_an_event_to_come() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let to_come = NewEvent {
        when: "next friday".into(),
        ..lab_days(vec![guest(ana, "")])
    };
    let hints = book.event_hints("next friday", &[ana], None, &now).unwrap();
    assert!(hints.guests[0].not_met_there && !hints.guests[0].is_new);
    let id = book.event_add(&to_come, &now).unwrap().value;
    assert_eq!(how(&book, ana, &now), None);
    let event = shown(&book, id, &now);
    let follow_up = planned(&book, ana, &now);
    assert!(
        event.on.to_string() < follow_up[0].0,
        "{event:?} {follow_up:?}"
    );
    let request = book.draft(ana, DraftSort::Connection, &[], &now).unwrap();
    assert!(request.from.is_empty(), "{request:?}");
}

#[test]
fn how_one_met_somebody_is_said_and_taken_back() {
    let (_place, book, now) = begin();
    let [ana, yuki] = ["Ana Brook", "Yuki Taniwaki"].map(|name| add(&book, name, &now));
    let said = |at: &str, when: &str, through| NewHowMet {
        at: at.into(),
        when: when.into(),
        through,
    };
    let set = |how: &NewHowMet| book.how_met_set(ana, how, &now);
    assert_eq!(how(&book, ana, &now), None);
    and_back(&book, &now, || {
        set(&said("", "May 2019", Some(yuki))).unwrap()
    });
    let met = how(&book, ana, &now).unwrap();
    assert_eq!(
        (met.when.as_str(), met.on, met.through.unwrap().id),
        ("May 2019", None, yuki)
    );
    // An event that is not in the book is added, with its day; the day of one that is need not be said again.
    and_back(&book, &now, || {
        set(&said("Nordic Lab Days", "9 march", Some(yuki))).unwrap()
    });
    let met = how(&book, ana, &now).unwrap();
    assert_eq!(
        (met.at.as_str(), met.when.as_str()),
        ("Nordic Lab Days", "Monday 9 March")
    );
    assert_eq!(met.when_text, "9 March 2026");
    book.how_met_set(yuki, &said("nordic LAB days", "", None), &now)
        .unwrap();
    assert_eq!(how(&book, yuki, &now).unwrap().event, met.event);
    let timeline = book.events_of(yuki, &now).unwrap().events;
    assert_eq!(timeline[0].title, "You met at Nordic Lab Days");
    assert_eq!(shown(&book, met.event.unwrap(), &now).guests.len(), 2);
    for (how, field) in [
        (said("The autumn fair", "", None), "when"),
        (said("The autumn fair", "2019", None), "when"),
        (said("", "someday", None), "when"),
        (said("", "2090", None), "when"),
        (said("", "1899", None), "when"),
        (said("", "", Some(ana)), "through"),
        (said(&"x".repeat(201), "today", None), "at"),
    ] {
        assert_eq!(refused(set(&how)).1, field, "{how:?}");
    }
    // Whoever it was through may go for good; the rest stays.
    book.people_trash(&[yuki], &now).unwrap();
    assert_eq!(how(&book, ana, &now).unwrap().through, None);
    assert!(
        refused(set(&said("", "", Some(yuki))))
            .2
            .contains("in the trash")
    );
    book.trash_empty(None).unwrap();
    assert_eq!(how(&book, ana, &now).unwrap().at, "Nordic Lab Days");
    and_back(&book, &now, || set(&NewHowMet::default()).unwrap());
    assert_eq!(how(&book, ana, &now), None);
    is_sound(&book);
}

#[test]
fn an_event_is_found_goes_with_its_people_and_comes_back_from_json() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = book
        .event_add(&lab_days(vec![guest(ana, "Writes about downtime")]), &now)
        .unwrap()
        .value;
    let finds = |book: &Book, text: &str| {
        let found = book.people_find(text, &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    for text in ["nordic lab", "gothenburg", "downtime"] {
        assert_eq!(finds(&book, text), 1, "{text}");
    }
    let rows = |text: &str| book.events_find(text, 9, &now).unwrap();
    assert_eq!(rows("lab nor")[0].words, "9 March, Gothenburg");
    assert_eq!(rows("goth").len(), 1);
    assert!(rows("fair").is_empty());
    let renamed = NewEvent {
        name: "Spring summit".into(),
        ..lab_days(vec![guest(ana, "Writes about downtime")])
    };
    and_back(&book, &now, || book.event_edit(id, &renamed, &now).unwrap());
    assert_eq!((finds(&book, "summit"), finds(&book, "nordic")), (1, 0));
    book.undo(&now).unwrap();
    assert_eq!((finds(&book, "summit"), finds(&book, "nordic")), (0, 1));
    book.redo(&now).unwrap();
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!(finds(&copy, "summit"), 1);
    book.people_trash(&[ana], &now).unwrap();
    assert!(shown(&book, id, &now).guests.is_empty());
    // Whoever is in the trash stays with an event that is corrected.
    let renamed = NewEvent {
        guests: vec![],
        ..renamed
    };
    book.event_edit(id, &renamed, &now).unwrap();
    book.people_restore(&[ana], &now).unwrap();
    assert_eq!(shown(&book, id, &now).guests.len(), 1);
    book.people_trash(&[ana], &now).unwrap();
    book.trash_empty(None).unwrap();
    // An event at which nobody was goes, as a talk with nobody does.
    assert_eq!(refused(book.event(id, &now)).0, Code::NotFound);
    is_sound(&book);
}

#[test]
fn a_sentence_writes_an_event_down() {
    let (_place, book, now) = begin();
    let [rosalind, solveig] =
        ["Rosalind Aydelott", "Solveig Aakre"].map(|name| add(&book, name, &now));
    let read = |text: &str| book.sentence(text, &now).unwrap().unwrap().lines;
    let text = "met rosalind and solveig at nordic lab days yesterday";
    // Nobody knows yet whether that is an event: the talk comes first.
    let lines = read(text);
    assert!(matches!(lines[0].intent, Intent::Log { .. }));
    assert_eq!(
        lines[1].words,
        "Met Rosalind Aydelott and Solveig Aakre at Nordic Lab Days"
    );
    assert_eq!(
        lines[1].details,
        "Monday 9 March. Follow up by Wednesday 11 March"
    );
    and_back(&book, &now, || {
        book.sentence_do(&lines[1].intent, &now).unwrap()
    });
    assert_eq!(planned(&book, solveig, &now).len(), 1);
    let id = how(&book, rosalind, &now).unwrap().event.unwrap();
    // Now it is known, and whoever comes to it joins those who are there.
    let ana = add(&book, "Ana Brook", &now);
    let lines = read("I met ana at nordic LAB days yesterday");
    assert_eq!(lines[0].words, "Met Ana Brook at Nordic Lab Days");
    and_back(&book, &now, || {
        book.sentence_do(&lines[0].intent, &now).unwrap()
    });
    let event = shown(&book, id, &now);
    assert_eq!((event.guests.len(), event.guests[2].row.id), (3, ana));
    assert!(
        event
            .guests
            .iter()
            .all(|guest| guest.follow_up == FollowUp::Open)
    );
    // Said again, nothing changes.
    let again = book.sentence_do(&lines[0].intent, &now).unwrap();
    assert_eq!(again.operation, None);
    for other in [
        "met ana at the office",
        "met ana yesterday",
        "met ana at nordic lab days in 2019",
    ] {
        let lines = read(other);
        assert!(
            lines
                .iter()
                .all(|line| !matches!(line.intent, Intent::Event { .. })),
            "{other}"
        );
    }
}

#[test]
fn a_sentence_adds_all_who_are_new_with_the_event_in_one_step() {
    let (_place, book, now) = begin();
    let read = |text: &str| book.sentence(text, &now).unwrap().unwrap();
    let sentence = read("met rosalind aydelott and solveig aakre at nordic lab days yesterday");
    assert_eq!(
        sentence.refusal.as_deref(),
        Some("Nobody is called “rosalind aydelott” or “solveig aakre”.")
    );
    let first = &sentence.lines[0];
    assert_eq!(
        first.words,
        "Met Rosalind Aydelott and Solveig Aakre at Nordic Lab Days"
    );
    assert_eq!(
        first.details,
        "Adds Rosalind Aydelott and Solveig Aakre. Monday 9 March. Follow up by Wednesday 11 March"
    );
    // The ways on for one of them stay.
    assert!(sentence.lines.iter().any(
        |line| matches!(&line.intent, Intent::Add { person, talk: Some(_) } if person.name == "Rosalind Aydelott")
    ));
    assert!(
        sentence
            .lines
            .iter()
            .any(|line| line.words == "Add Solveig Aakre as a person")
    );
    and_back(&book, &now, || {
        book.sentence_do(&first.intent, &now).unwrap()
    });
    let all = book.events_find("nordic", 9, &now).unwrap();
    let event = shown(&book, all[0].id, &now);
    let names: Vec<&str> = event
        .guests
        .iter()
        .map(|guest| guest.row.name.as_str())
        .collect();
    assert_eq!(names, ["Rosalind Aydelott", "Solveig Aakre"]);
    assert!(
        event
            .guests
            .iter()
            .all(|guest| guest.met && guest.follow_up == FollowUp::Open)
    );
    // Whoever is known stands among them, in the order of the sentence.
    let sentence = read("met mia holm, rosalind and jonas weber at nordic lab days yesterday");
    let first = &sentence.lines[0];
    assert_eq!(
        first.words,
        "Met Mia Holm, Rosalind Aydelott and Jonas Weber at Nordic Lab Days"
    );
    book.sentence_do(&first.intent, &now).unwrap();
    assert_eq!(shown(&book, all[0].id, &now).guests.len(), 4);
    // Another surname is another person: Mia Holm is known by now, Mia Berg is not.
    let sentence = read("met mia berg and solveig at nordic lab days yesterday");
    let met: Vec<&str> = sentence
        .lines
        .iter()
        .map(|line| line.words.as_str())
        .collect();
    assert_eq!(met[0], "Met Mia Berg and Solveig Aakre at Nordic Lab Days");
    assert_eq!(
        sentence.question.as_deref(),
        Some("Nobody is called “mia berg”. Is Mia Holm meant?")
    );
    // Nothing that names somebody is dropped where it is no event.
    let sentence = read("had lunch with nora quist and tove lund about the grant");
    let Intent::Add {
        person,
        talk: Some(talk),
    } = &sentence.lines[0].intent
    else {
        panic!("{sentence:?}");
    };
    assert_eq!(person.name, "Nora Quist");
    assert!(
        talk.note.contains("tove lund") && talk.note.contains("about the grant"),
        "{talk:?}"
    );
    is_sound(&book);
}

#[test]
fn two_at_one_event_are_not_tied_by_it() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana Brook", "Ben Marsh"].map(|name| add(&book, name, &now));
    book.event_add(&lab_days(vec![guest(ana, ""), guest(ben, "")]), &now)
        .unwrap();
    assert!(book.ties_proposed(9, &now).unwrap().ties.is_empty());
    assert!(book.ties_of(ana, &now).unwrap().ties.is_empty());
}

#[test]
fn a_draft_says_where_both_met_and_leads_there() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let words = |sort| {
        let draft = book.draft(ana, sort, &[], &now).unwrap();
        draft
            .body
            .iter()
            .map(|piece| piece.words.clone())
            .collect::<String>()
    };
    assert!(!words(DraftSort::Connection).contains("met"));
    let event = lab_days(vec![guest(ana, "")]);
    let id = book.event_add(&event, &now).unwrap().value;
    assert_eq!(
        words(DraftSort::Connection),
        "Hello Ana,\n\nWe met at Nordic Lab Days. Shall we stay in touch?"
    );
    assert!(words(DraftSort::FollowUp).contains("I enjoyed seeing you at Nordic Lab Days."));
    let draft = book.draft(ana, DraftSort::Connection, &[], &now).unwrap();
    let from = &draft.from[0];
    assert_eq!(
        (from.part, from.sort, from.item),
        (DraftPart::WhereWeMet, Some(DraftSource::Met), id.0)
    );
    assert_eq!(from.words, "Nordic Lab Days, 9 March");
    let without = book
        .draft(ana, DraftSort::Connection, &[DraftPart::WhereWeMet], &now)
        .unwrap();
    assert!(
        without
            .body
            .iter()
            .all(|piece| !piece.words.contains("met at"))
    );
    // Months later it was good to see nobody there.
    let later = noon("2026-06-10");
    let follow_up = book.draft(ana, DraftSort::FollowUp, &[], &later).unwrap();
    assert!(
        follow_up
            .from
            .iter()
            .all(|from| from.part != DraftPart::LastEvent)
    );
}

#[test]
fn what_is_off_limits_is_marked_before_it_is_sent() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let said = Boundaries {
        off_limits: vec!["the merger".into(), "pay round".into()],
        ..Boundaries::default()
    };
    book.boundaries_set(ilse, &said, &now).unwrap();
    let marks = book
        .draft_marks(ilse, "After the MERGER and the pay  round.")
        .unwrap();
    let told: Vec<_> = marks
        .iter()
        .map(|mark| (mark.from, mark.to, mark.sort))
        .collect();
    assert_eq!(
        told,
        [(10, 16, MarkSort::OffLimits), (25, 35, MarkSort::OffLimits)]
    );
    assert_eq!(marks[0].why, "Off limits with Ilse: the merger");
    let other = add(&book, "Ben Marsh", &now);
    assert!(book.draft_marks(other, "the merger").unwrap().is_empty());
    // An event whose name is off limits fills its part, and is marked there.
    let event = NewEvent {
        name: "The Merger Summit".into(),
        ..lab_days(vec![guest(ilse, "")])
    };
    book.event_add(&event, &now).unwrap();
    for sort in DraftSort::ALL {
        let draft = book.draft(ilse, sort, &[], &now).unwrap();
        let text: String = draft
            .body
            .iter()
            .map(|piece| piece.words.as_str())
            .collect();
        let marked = !book.draft_marks(ilse, &text).unwrap().is_empty();
        assert_eq!(marked, text.contains("Merger"), "{text}");
    }
}

#[test]
fn first_steps_are_offered_with_somebody_new_and_none_twice() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let steps = |now: &Moment| -> Vec<FirstStep> {
        let offered = book.first_steps_of(ana, now).unwrap();
        offered.into_iter().map(|one| one.step).collect()
    };
    assert!(
        steps(&now).is_empty(),
        "whoever is only in the book is not new"
    );
    book.event_add(&lab_days(vec![guest(ana, "")]), &now)
        .unwrap();
    assert_eq!(steps(&now), FirstStep::ALL);
    assert!(steps(&noon("2026-06-10")).is_empty());
    // To keep somebody close whom one met long ago makes nobody new.
    keep(&book, ana, 30, &now);
    assert!(steps(&noon("2026-06-10")).is_empty());
    let ben = add_close(&book, "Ben Marsh", 30, &now);
    let later = noon("2026-06-10");
    assert_eq!(book.first_steps_of(ben, &later).unwrap().len(), 5);
    log(&book, &[ben], "May 2019", &now);
    assert!(book.first_steps_of(ben, &later).unwrap().is_empty());
    and_back(&book, &now, || {
        book.first_step_answer(ana, FirstStep::Offer, StepAnswer::PutAway, &now)
            .unwrap()
    });
    and_back(&book, &now, || {
        book.first_step_answer(ana, FirstStep::Meeting, StepAnswer::Taken, &now)
            .unwrap()
    });
    assert_eq!(
        steps(&now),
        [FirstStep::Question, FirstStep::Finding, FirstStep::SitIn]
    );
    let again = book.first_step_answer(ana, FirstStep::Offer, StepAnswer::Taken, &now);
    assert_eq!(refused(again).0, Code::Stale);
    log(&book, &[ana], "yesterday", &now);
    assert_eq!(steps(&now).len(), 3, "one talk is a beginning");
    let attempt = NewInteraction {
        attempt: true,
        ..talk(&[ana], "today")
    };
    book.interaction_log(&attempt, &now).unwrap();
    assert_eq!(steps(&now).len(), 3);
    status(&book, ana, Status::Paused, "1 may", &now);
    assert!(steps(&now).is_empty());
    book.undo(&now).unwrap();
    log(&book, &[ana], "today", &now);
    assert!(steps(&now).is_empty());
}

#[test]
fn the_draft_of_a_first_step_that_was_sent_takes_the_step() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    book.event_add(&lab_days(vec![guest(ana, "")]), &now)
        .unwrap();
    let sent = |sort| SentDraft {
        people: vec![ana],
        sort,
        title: "First question".into(),
        introduction: None,
    };
    let left = |book: &Book| -> Vec<FirstStep> {
        let offered = book.first_steps_of(ana, &now).unwrap();
        offered.into_iter().map(|one| one.step).collect()
    };
    and_back(&book, &now, || {
        book.draft_sent(&sent(DraftSort::FirstQuestion), &now)
            .unwrap()
    });
    assert_eq!(book.timeline(ana, 0, 9).unwrap().talks.len(), 1);
    assert_eq!(left(&book).len(), 4);
    assert!(!left(&book).contains(&FirstStep::Question));
    // The talk alone, where the step was answered before; and no step where it was for something else.
    book.undo(&now).unwrap();
    book.first_step_answer(ana, FirstStep::Question, StepAnswer::PutAway, &now)
        .unwrap();
    book.draft_sent(&sent(DraftSort::FirstQuestion), &now)
        .unwrap();
    assert_eq!(left(&book).len(), 4);
    is_sound(&book);
}

#[test]
fn what_was_noted_of_a_guest_is_part_of_the_follow_up() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = book
        .event_add(&lab_days(vec![guest(ana, "How drift is measured.")]), &now)
        .unwrap()
        .value;
    let draft = book.draft(ana, DraftSort::FollowUp, &[], &now).unwrap();
    let text: String = draft
        .body
        .iter()
        .map(|piece| piece.words.as_str())
        .collect();
    assert!(
        text.contains("This stayed with me from there: How drift is measured."),
        "{text}"
    );
    let noted = draft
        .from
        .iter()
        .find(|from| from.part == DraftPart::NotedThere);
    let noted = noted.unwrap();
    assert_eq!(
        (
            noted.title.as_str(),
            noted.words.as_str(),
            noted.sort,
            noted.item
        ),
        (
            "You noted there",
            "How drift is measured.",
            Some(DraftSource::Event),
            id.0
        )
    );
    let later = noon("2026-06-10");
    let draft = book.draft(ana, DraftSort::FollowUp, &[], &later).unwrap();
    assert!(
        draft
            .from
            .iter()
            .all(|from| from.part != DraftPart::NotedThere)
    );
}
