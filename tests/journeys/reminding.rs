//! Reminders of a real book: each is claimed once and answered once, and none comes when it should not.

use kith_core::backups::{self, Why};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::relationships::Status;
use kith_core::reminders::{Reminder, ReminderAnswer, ReminderKey, Run};
use kith_core::{Book, CheckInId, Code, Moment};
use serde_json::{Map, Value, json};

use crate::talks::{
    add, add_close, and_back, at, check_ins, log, mine, next, noon, on_today, rhythm, status,
};
use crate::{Place, written};

/// A book in which Ana is due on Thursday 9 April, and a run that began on the evening before.
fn begin() -> (Place, Book, Run, kith_core::PersonId) {
    let place = Place::new();
    let first = noon("2026-03-10");
    let book = Book::open(&place.file(), &first).unwrap();
    let ana = add_close(&book, "Ana", 30, &first);
    let run = book.reminders_begin(&at("2026-04-08T18:00:00Z")).unwrap();
    (place, book, run, ana)
}

/// When Ana's reminder is due: 08:30 in Oslo.
const RINGS: &str = "2026-04-09T06:30:00Z";

fn claim(book: &Book, run: Run, now: &str) -> Vec<Reminder> {
    let now = at(now);
    let look = book.reminders_tick_state(&[], &now).unwrap();
    let claimed = book.reminders_claim(run, &now).unwrap();
    assert!(
        look.rings || claimed.is_empty(),
        "what a look does not see is not claimed"
    );
    let keys: Vec<ReminderKey> = claimed.iter().flat_map(|one| one.keys.clone()).collect();
    book.reminders_shown(&keys, &now).unwrap();
    let look = book.reminders_tick_state(&keys, &now).unwrap();
    assert_eq!((look.standing, look.rings), (keys, false));
    claimed
}

/// Whether any of it is still open for the same due.
fn stands(book: &Book, one: &Reminder) -> bool {
    let look = book.reminders_tick_state(&one.keys, &at(RINGS)).unwrap();
    !look.standing.is_empty()
}

fn set(book: &Book, key: &str, value: Value, now: &Moment) {
    book.settings_set(&Map::from_iter([(key.to_owned(), value)]), now)
        .unwrap();
}

#[test]
fn a_reminder_comes_once_when_the_day_begins() {
    let (_place, book, run, ana) = begin();
    assert!(claim(&book, run, "2026-04-09T06:29:59Z").is_empty());
    let [one] = claim(&book, run, RINGS).try_into().unwrap();
    assert_eq!((one.person, one.name.as_str()), (Some(ana), "Ana"));
    assert_eq!(one.reason, "Not yet contacted, kept close since 10 March");
    assert_eq!(
        (one.keys.len(), one.keys[0].due),
        (1, RINGS.parse().unwrap())
    );
    for later in [
        "2026-04-09T06:30:00Z",
        "2026-04-09T09:00:00Z",
        "2026-04-10T07:00:00Z",
    ] {
        assert!(claim(&book, run, later).is_empty());
    }
    let shown = |now| book.reminders_last_shown(&at(now)).unwrap();
    assert_eq!(shown("2026-04-09T07:00:00Z"), RINGS.parse().ok());
    assert_eq!(shown("2026-04-01T07:00:00Z"), None, "the clock was ahead");
    // It stands on Today, and does not pop up again on this day, however often Kith starts.
    for hour in 7..14 {
        let now = format!("2026-04-09T{hour:02}:00:00Z");
        let again = book.reminders_begin(&at(&now)).unwrap();
        assert!(claim(&book, again, &now).is_empty(), "{now}");
        assert_eq!(on_today(&book, &at(&now)), ["Ana"]);
    }
    // An unanswered reminder comes once more after Kith starts again, inside the hours of another day.
    let again = book.reminders_begin(&at("2026-04-09T20:00:00Z")).unwrap();
    assert!(claim(&book, again, "2026-04-09T20:00:01Z").is_empty());
    assert_eq!(claim(&book, again, "2026-04-10T06:30:00Z").len(), 1);
    assert!(claim(&book, again, "2026-04-10T06:30:30Z").is_empty());
}

#[test]
fn what_popped_up_on_a_day_without_a_change_is_known_when_the_clock_comes_back_to_it() {
    let (_place, book, run, _) = begin();
    // Only the reminder comes on that day; then the clock is a week behind for one start.
    assert_eq!(claim(&book, run, "2026-04-15T07:00:00Z").len(), 1);
    let behind = book.reminders_begin(&at("2026-04-08T20:00:00Z")).unwrap();
    assert!(claim(&book, behind, "2026-04-15T08:00:00Z").is_empty());
    assert_eq!(claim(&book, behind, "2026-04-16T07:00:00Z").len(), 0);
    let next = book.reminders_begin(&at("2026-04-16T07:00:00Z")).unwrap();
    assert_eq!(claim(&book, next, "2026-04-16T07:00:01Z").len(), 1);
}

#[test]
fn done_logs_a_talk_once() {
    let (_place, book, run, ana) = begin();
    let [one] = claim(&book, run, RINGS).try_into().unwrap();
    let now = at("2026-04-09T07:00:00Z");
    let done = and_back(&book, &now, || {
        book.reminder_answer(&one.keys, ReminderAnswer::Done, &now)
            .unwrap()
            .unwrap()
    });
    assert!(done.operation.is_some());
    // The wished day is a Saturday.
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-08");
    assert_eq!(book.timeline(ana, 0, 5).unwrap().total, 1);
    assert!(!stands(&book, &one));
    let before = written(&book);
    for answer in [ReminderAnswer::Done, ReminderAnswer::Snooze] {
        assert_eq!(book.reminder_answer(&one.keys, answer, &now).unwrap(), None);
    }
    assert_eq!(written(&book), before);
    // After an undo it is on Today again, but has no further reminder in this run.
    book.undo(&now).unwrap();
    assert_eq!(on_today(&book, &now), ["Ana"]);
    assert!(claim(&book, run, "2026-04-09T08:00:00Z").is_empty());
}

#[test]
fn snooze_is_the_next_working_morning() {
    let (_place, book, run, ana) = begin();
    let [one] = claim(&book, run, RINGS).try_into().unwrap();
    set(
        &book,
        "daysOff",
        json!([{ "from": "2026-04-10", "to": "2026-04-10", "label": "" }]),
        &at(RINGS),
    );
    let now = at("2026-04-09T07:00:00Z");
    and_back(&book, &now, || {
        book.reminder_answer(&one.keys, ReminderAnswer::Snooze, &now)
            .unwrap()
            .unwrap()
    });
    assert_eq!(
        book.reminder_answer(&one.keys, ReminderAnswer::Snooze, &now)
            .unwrap(),
        None
    );
    assert!(on_today(&book, &now).is_empty());
    let shown = &check_ins(&book, ana, &now)[0];
    assert_eq!(shown.snoozed_to.as_deref(), Some("Monday 13 April"));
    assert!(claim(&book, run, "2026-04-10T09:00:00Z").is_empty());
    let [again] = claim(&book, run, "2026-04-13T06:30:00Z")
        .try_into()
        .unwrap();
    assert_eq!(again.reason, "Not yet contacted, snoozed to today");
    assert_eq!(
        book.reminder_answer(&one.keys, ReminderAnswer::Done, &now)
            .unwrap(),
        None
    );
}

#[test]
fn an_answer_to_what_is_no_longer_asked_does_nothing() {
    let now = at("2026-04-09T07:00:00Z");
    type Leave<'a> = &'a dyn Fn(&Book, kith_core::PersonId);
    let leave: [Leave<'_>; 9] = [
        &|book, ana| {
            drop(
                book.check_in_edit(rhythm(book, ana, &now), "20 april", "", &now)
                    .unwrap(),
            )
        },
        &|book, ana| {
            drop(
                book.check_in_skip(&[rhythm(book, ana, &now)], &now)
                    .unwrap(),
            )
        },
        &|book, ana| {
            log(book, &[ana], "today", &now);
        },
        &|book, ana| status(book, ana, Status::Paused, "1 may", &now),
        &|book, ana| status(book, ana, Status::Ended, "", &now),
        &|book, ana| status(book, ana, Status::Dormant, "", &now),
        &|book, ana| {
            drop(
                book.relationship_edit(&[ana], &RelationshipEdit::LetGo, &now)
                    .unwrap(),
            )
        },
        &|book, ana| drop(book.people_trash(&[ana], &now).unwrap()),
        &|book, ana| {
            book.people_trash(&[ana], &now).unwrap();
            book.trash_empty(None).unwrap();
        },
    ];
    for (n, leave) in leave.iter().enumerate() {
        let (_place, book, run, ana) = begin();
        let [one] = claim(&book, run, RINGS).try_into().unwrap();
        leave(&book, ana);
        let before = written(&book);
        assert!(!stands(&book, &one), "{n}");
        for answer in [ReminderAnswer::Done, ReminderAnswer::Snooze] {
            assert_eq!(
                book.reminder_answer(&one.keys, answer, &now).unwrap(),
                None,
                "{n}"
            );
        }
        assert_eq!(written(&book), before, "{n}");
        assert!(claim(&book, run, "2026-04-09T07:00:30Z").is_empty(), "{n}");
    }
    let (_place, book, run, _) = begin();
    let [one] = claim(&book, run, RINGS).try_into().unwrap();
    let before = written(&book);
    let known = &one.keys[0];
    let strangers = [
        ReminderKey {
            item: 99,
            ..known.clone()
        },
        ReminderKey {
            sort: "promise".into(),
            ..known.clone()
        },
        ReminderKey {
            due: "2026-04-09T06:30:01Z".parse().unwrap(),
            ..known.clone()
        },
        ReminderKey {
            item: -1,
            due: "0000-01-01T00:00:00Z".parse().unwrap(),
            ..known.clone()
        },
    ];
    for keys in strangers.chunks(1).chain([&strangers[..], &[]]) {
        assert_eq!(
            book.reminder_answer(keys, ReminderAnswer::Done, &now)
                .unwrap(),
            None
        );
    }
    assert_eq!(written(&book), before);
}

/// What a notification says, and how many check-ins it is about.
fn said(one: &Reminder) -> (&str, &str, usize) {
    (&one.name, &one.reason, one.keys.len())
}

#[test]
fn one_notification_stands_for_a_person_and_a_moment() {
    let (_place, book, run, ana) = begin();
    let evening = at("2026-04-08T18:00:00Z");
    let plan = |who, when, why| {
        book.check_in_plan(who, when, why, &evening).unwrap();
    };
    plan(ana, "tomorrow", "Ask about Bergen");
    plan(ana, "tomorrow", "The slides");
    plan(ana, "tomorrow 10:00", "The contract");
    let ben = add(&book, "Ben", &evening);
    plan(ben, "tomorrow", "The audit");
    let two = claim(&book, run, RINGS);
    assert_eq!(
        two.iter().map(said).collect::<Vec<_>>(),
        [
            (
                "Ana",
                "Ask about Bergen. Planned for today. The slides. Planned for today",
                2
            ),
            ("Ben", "The audit. Planned for today", 1),
        ]
    );
    // Another moment is another notification.
    let [ten] = claim(&book, run, "2026-04-09T08:00:00Z")
        .try_into()
        .unwrap();
    assert_eq!(
        said(&ten),
        ("Ana", "The contract. Planned for today at 10:00", 1)
    );
    // Snooze puts off all of it, and no more.
    let now = at("2026-04-09T08:05:00Z");
    let snoozed = and_back(&book, &now, || {
        book.reminder_answer(&two[0].keys, ReminderAnswer::Snooze, &now)
            .unwrap()
            .unwrap()
    });
    assert_eq!(snoozed.value, two[0].keys);
    let what = &book.history(1, &now).unwrap()[0].what;
    assert_eq!(what, "until Fri 10 April");
    let names = on_today(&book, &now);
    assert_eq!(names, ["Ana", "Ben"]);
    // In the morning they are one again, and Done is one talk that answers all of it.
    let [morning] = claim(&book, run, "2026-04-10T06:30:00Z")
        .try_into()
        .unwrap();
    assert_eq!(morning.keys.len(), 2);
    let now = at("2026-04-10T06:31:00Z");
    let done = and_back(&book, &now, || {
        book.reminder_answer(&morning.keys, ReminderAnswer::Done, &now)
            .unwrap()
            .unwrap()
    });
    assert_eq!(done.value, morning.keys);
    let talks = book.timeline(ana, 0, 5).unwrap();
    assert_eq!(talks.total, 1);
    // What it was planned for is what was talked about.
    assert_eq!(talks.talks[0].note, "Ask about Bergen\nThe slides");
    assert_eq!(book.history(1, &now).unwrap()[0].what, "");
    assert_eq!(on_today(&book, &now), ["Ben"]);
    assert_eq!(check_ins(&book, ana, &now).len(), 1);
    // The wished day is a Sunday.
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-11");
    assert!(!stands(&book, &morning));
}

#[test]
fn what_came_due_while_nobody_looked_is_one_notification_too() {
    let (_place, book, run, ana) = begin();
    let evening = at("2026-04-08T18:00:00Z");
    let plan = |when| book.check_in_plan(ana, when, "The contract", &evening);
    let planned = plan("tomorrow 10:00").unwrap().value;
    plan("tomorrow").unwrap();
    let [one] = claim(&book, run, "2026-04-09T09:00:00Z")
        .try_into()
        .unwrap();
    assert_eq!(one.keys.len(), 2);
    // One of them is answered on the page: the notification stands for the other.
    let now = at("2026-04-09T09:05:00Z");
    book.check_in_skip(&[planned], &now).unwrap();
    assert!(stands(&book, &one));
    let done = book.reminder_answer(&one.keys, ReminderAnswer::Snooze, &now);
    assert_eq!(done.unwrap().unwrap().value, one.keys[..1]);
    assert!(on_today(&book, &now).is_empty());
}

#[test]
fn a_pause_moves_the_reminder_to_its_end() {
    let (_place, book, run, ana) = begin();
    status(&book, ana, Status::Paused, "20 april", &noon("2026-04-01"));
    assert!(claim(&book, run, "2026-04-09T08:00:00Z").is_empty());
    assert!(claim(&book, run, "2026-04-17T08:00:00Z").is_empty());
    assert_eq!(claim(&book, run, "2026-04-20T06:30:00Z").len(), 1);
    assert_eq!(mine(&book, ana, &noon("2026-04-20")).status, Status::Active);
}

#[test]
fn hours_days_off_and_zone_hold_at_once() {
    let (_place, book, run, _) = begin();
    let evening = at("2026-04-08T18:00:00Z");
    // With later working hours it is not due at 08:30.
    let day = |from, to| json!({ "from": from, "to": to });
    set(
        &book,
        "workingHours",
        json!({ "days": vec![day(600, 900); 7] }),
        &evening,
    );
    assert!(claim(&book, run, RINGS).is_empty());
    set(
        &book,
        "daysOff",
        json!([{ "from": "2026-04-09", "to": "2026-04-12", "label": "Easter" }]),
        &evening,
    );
    assert!(claim(&book, run, "2026-04-09T08:00:00Z").is_empty());
    book.undo(&evening).unwrap();
    // In another zone the day begins later; the next tick notices the zone.
    let there = Moment {
        zone: chrono_tz::America::New_York,
        ..at("2026-04-09T08:00:00Z")
    };
    assert!(book.reminders_claim(run, &there).unwrap().is_empty());
    let there = Moment {
        zone: chrono_tz::America::New_York,
        ..at("2026-04-09T14:00:00Z")
    };
    assert_eq!(book.reminders_claim(run, &there).unwrap().len(), 1);
    // In the first zone again, it is not shown a second time.
    assert!(claim(&book, run, "2026-04-10T08:00:00Z").is_empty());
    let before = written(&book);
    let wrong = [
        json!({ "days": vec![day(900, 600); 7] }),
        json!({ "days": vec![day(600, 600); 7] }),
        json!({ "days": vec![day(0, 1441); 7] }),
        json!({ "days": vec![day(0, 60); 6] }),
        json!("always"),
    ];
    for hours in wrong {
        let some = Map::from_iter([("workingHours".to_owned(), hours)]);
        let error = book.settings_set(&some, &evening).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some("workingHours"))
        );
    }
    assert_eq!(written(&book), before);
}

#[test]
fn nothing_rings_while_reminders_are_off() {
    let (_place, book, run, _) = begin();
    let evening = at("2026-04-08T18:00:00Z");
    set(&book, "remind", json!(false), &evening);
    assert!(claim(&book, run, RINGS).is_empty());
    assert_eq!(on_today(&book, &at(RINGS)), ["Ana"]);
    set(&book, "remind", json!(true), &at(RINGS));
    assert_eq!(claim(&book, run, "2026-04-09T07:00:00Z").len(), 1);
}

#[test]
fn a_thousand_due_at_once() {
    let place = Place::new();
    let first = noon("2026-03-10");
    let book = Book::open(&place.file(), &first).unwrap();
    let people: Vec<_> = (0..1000)
        .map(|n| add(&book, &format!("P{n:04}"), &first))
        .collect();
    let keep = RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: Some(30),
        importance: 2,
        next: String::new(),
    };
    book.relationship_edit(&people, &keep, &first).unwrap();
    let run = book.reminders_begin(&first).unwrap();
    let claimed = claim(&book, run, RINGS);
    // A notification each, to be shown as one.
    assert_eq!(claimed.len(), 1000);
    assert!(claim(&book, run, RINGS).is_empty());
    let now = at(RINGS);
    let today = book.today(5000, &now).unwrap();
    assert_eq!((today.due, today.rows.len()), (1000, 1000));
    assert_eq!(book.today_count(&now).unwrap(), 1000);
    let ids: Vec<CheckInId> = today.rows.iter().map(|row| row.check_in).collect();
    and_back(&book, &now, || book.check_in_skip(&ids, &now).unwrap());
    assert_eq!(book.today_count(&now).unwrap(), 0);
    assert!(claim(&book, run, "2026-04-09T07:00:00Z").is_empty());
}

#[test]
fn a_book_from_elsewhere_reminds_too() {
    let (place, book, _, _) = begin();
    let json = written(&book);
    let back = crate::read_back(&json, &place.folder.path().join("back.kith"));
    let now = at("2026-04-09T07:00:00Z");
    assert_eq!(on_today(&back, &now), ["Ana"]);
    let run = back.reminders_begin(&now).unwrap();
    assert_eq!(claim(&back, run, "2026-04-09T07:00:00Z").len(), 1);
}

#[test]
fn what_popped_up_is_known_after_a_backup_was_restored_and_after_a_move() {
    let (place, book, run, _) = begin();
    let backup = book.backup_now(Why::ByHand, &at("2026-04-08T19:00:00Z"));
    let backup = backup.unwrap().value.name;
    assert_eq!(claim(&book, run, RINGS).len(), 1);
    let popped = book.reminders_popped().unwrap();
    assert_eq!(popped.len(), 1);
    drop(book);
    let now = "2026-04-09T09:00:00Z";
    backups::restore(&place.file(), &backup, &at(now)).unwrap();
    let book = Book::open(&place.file(), &at(now)).unwrap();
    book.reminders_have_popped(&popped).unwrap();
    let run = book.reminders_begin(&at(now)).unwrap();
    assert!(claim(&book, run, now).is_empty());
    assert_eq!(book.reminders_popped().unwrap(), popped);
    drop(book);
    let other = tempfile::tempdir().unwrap();
    let carried = backups::carry(&place.file(), other.path()).unwrap();
    let book = Book::open(&carried.book, &at(now)).unwrap();
    let run = book.reminders_begin(&at(now)).unwrap();
    assert!(claim(&book, run, now).is_empty());
    assert_eq!(on_today(&book, &at(now)), ["Ana"]);
    // The next working day it comes once more.
    let run = book.reminders_begin(&at("2026-04-10T07:00:00Z")).unwrap();
    assert_eq!(claim(&book, run, "2026-04-10T07:00:00Z").len(), 1);
}
