//! The load: where check-ins are placed, days that are levelled, rhythms that fit, first days that are spread, and a
//! fresh start.

use std::collections::BTreeMap;

use kith_core::check_ins::CheckIn;
use kith_core::details::NewPerson;
use kith_core::keeping_close::{GroupEdit, RelationshipEdit};
use kith_core::logging::NewInteraction;
use kith_core::relationships::{Category, Status};
use kith_core::{Book, Code, Moment, PersonId};
use serde_json::{Map, Value, json};

use crate::Place;
use crate::talks::{
    add, add_close, and_back, check_ins, keep, log, mine, next, noon, rhythm, status, talk,
};

/// Tuesday.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn set(book: &Book, key: &str, value: Value, now: &Moment) {
    let some = Map::from_iter([(key.to_owned(), value)]);
    book.settings_set(&some, now).unwrap();
}

fn close(cadence: u32, book: &Book) -> RelationshipEdit {
    RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: Some(cadence),
        importance: 1,
        next: String::new(),
    }
}

/// Adds so many people.
fn several(book: &Book, count: u32, now: &Moment) -> Vec<PersonId> {
    let add = |at| {
        let person = NewPerson {
            name: format!("Person {at:03}"),
            ..NewPerson::default()
        };
        book.person_add(&person, now).unwrap().value
    };
    (0..count).map(add).collect()
}

/// How many check-ins stand on each day.
fn days(book: &Book, people: &[PersonId], now: &Moment) -> BTreeMap<String, u32> {
    let mut days = BTreeMap::new();
    for person in people {
        *days.entry(next(book, *person, now).unwrap()).or_default() += 1;
    }
    days
}

fn of_rhythm(book: &Book, person: PersonId, now: &Moment) -> CheckIn {
    let id = rhythm(book, person, now);
    let all = check_ins(book, person, now);
    all.into_iter().find(|one| one.id == id).unwrap()
}

/// "2026-03-10: 2 of 3" for each coming day that holds something.
fn strip(book: &Book, now: &Moment) -> Vec<String> {
    let today = book.today(50, now).unwrap();
    let some = today.days.iter().filter(|day| day.check_ins > 0);
    some.map(|day| format!("{}: {} of {}", day.day, day.check_ins, day.room))
        .collect()
}

#[test]
fn a_check_in_is_placed_where_there_is_room_and_says_so() {
    let (_place, book, now) = begin();
    set(&book, "comfortablePerDay", json!(1), &now);
    let [ana, ben, cleo] = ["Ana", "Ben", "Cleo"].map(|name| add_close(&book, name, 30, &now));
    // Thursday 9 April is wished for all three.
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-09");
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-08");
    assert_eq!(next(&book, cleo, &now).unwrap(), "2026-04-10");
    assert_eq!(of_rhythm(&book, ana, &now).placed, None);
    assert_eq!(
        of_rhythm(&book, ben, &now).placed.unwrap(),
        "One day before the wished day, Thu 9 April: less that day"
    );
    // Nothing moves when there is room again, and neither does an edit of something else.
    set(&book, "comfortablePerDay", json!(3), &now);
    let purpose = RelationshipEdit::Purpose {
        value: "Quotes".into(),
    };
    book.relationship_edit(&[ben], &purpose, &now).unwrap();
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-08");
    // What the log says before is what happens.
    set(&book, "comfortablePerDay", json!(1), &now);
    let preview = book
        .interaction_preview(&talk(&[ben], TODAY), &now)
        .unwrap();
    let logged = and_back(&book, &now, || {
        book.interaction_log(&talk(&[ben], TODAY), &now).unwrap()
    });
    assert_eq!(preview.next, logged.value.next);
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-08");
    assert_eq!(book.next_due_preview(ana, 29, &now).unwrap(), "Tue 7 April");
}

#[test]
fn no_check_in_of_a_rhythm_is_placed_on_a_day_off() {
    let (_place, book, now) = begin();
    // Saturday is wished.
    let ana = add_close(&book, "Ana", 25, &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-03");
    assert_eq!(
        of_rhythm(&book, ana, &now).placed.unwrap(),
        "One day before the wished day, Sat 4 April: that is no working day"
    );
    let holiday = json!([{ "from": "2026-04-01", "to": "2026-04-20", "label": "" }]);
    set(&book, "daysOff", holiday, &now);
    // What was placed there goes on.
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-21");
    book.people_trash(&[ana], &now).unwrap();
    let ben = add_close(&book, "Ben", 30, &now);
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-21");
    // Skipping places it too.
    let later = noon("2026-04-21");
    book.check_in_skip(&[rhythm(&book, ben, &later)], &later)
        .unwrap();
    assert_eq!(next(&book, ben, &later).unwrap(), "2026-05-21");
    let weekdays = json!(["full", "full", "full", "none", "half", "full", "full"]);
    set(&book, "weekdayShares", weekdays, &now);
    log(&book, &[ben], "today", &later);
    assert_eq!(next(&book, ben, &later).unwrap(), "2026-05-20");
    keep(&book, ben, 31, &later);
    assert_eq!(next(&book, ben, &later).unwrap(), "2026-05-22");
    // Without levelling, the wished day stays.
    set(&book, "levelDays", json!(false), &now);
    let cleo = add_close(&book, "Cleo", 25, &now);
    assert_eq!(next(&book, cleo, &now).unwrap(), "2026-04-04");
}

#[test]
fn lateness_counts_from_the_placed_day_or_from_the_latest() {
    let (_place, book, now) = begin();
    set(&book, "comfortablePerDay", json!(1), &now);
    let ana = add_close(&book, "Ana", 20, &now);
    let ben = add_close(&book, "Ben", 20, &now);
    log(&book, &[ana], TODAY, &now);
    log(&book, &[ben], TODAY, &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-30");
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-03-31");
    let late = |person: PersonId, on: &str| {
        let today = book.today(50, &noon(on)).unwrap();
        let row = today.rows.into_iter().find(|row| row.person.id == person);
        row.map(|row| (row.reason.late, row.order))
    };
    assert_eq!(late(ana, "2026-03-31").unwrap(), (true, "5 % over".into()));
    assert_eq!(
        late(ben, "2026-03-31").unwrap(),
        (false, "due today, usual".into())
    );
    let latest = |days| RelationshipEdit::Latest { days };
    for wrong in [Some(19), Some(0), Some(4000)] {
        let error = book
            .relationship_edit(&[ana], &latest(wrong), &now)
            .unwrap_err();
        assert_eq!(error.field.as_deref(), Some("latestDays"), "{wrong:?}");
    }
    and_back(&book, &now, || {
        book.relationship_edit(&[ana], &latest(Some(30)), &now)
            .unwrap()
    });
    assert_eq!(mine(&book, ana, &now).latest_days, Some(30));
    assert!(!late(ana, "2026-04-09").unwrap().0);
    assert_eq!(late(ana, "2026-04-11").unwrap(), (true, "10 % over".into()));
    // A rhythm longer than that has no latest day.
    keep(&book, ana, 45, &now);
    assert_eq!(mine(&book, ana, &now).latest_days, None);
}

#[test]
fn what_cannot_be_comfortable_is_refused_at_the_field() {
    let (_place, book, now) = begin();
    for wrong in [json!(0), json!(51), json!(10_000), json!(-1), json!("two")] {
        let some = Map::from_iter([("comfortablePerDay".to_owned(), wrong.clone())]);
        let error = book.settings_set(&some, &now).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some("comfortablePerDay")),
            "{wrong}"
        );
    }
    let some = Map::from_iter([("weekdayShares".to_owned(), json!(["full"]))]);
    assert_eq!(
        book.settings_set(&some, &now).unwrap_err().code,
        Code::Invalid
    );
    assert_eq!(book.settings().unwrap().comfortable_per_day, 3);
}

#[test]
fn a_full_day_is_left_by_one_or_levelled() {
    let (_place, book, now) = begin();
    set(&book, "levelDays", json!(false), &now);
    let people = several(&book, 6, &now);
    for person in &people {
        keep(&book, *person, 8, &now);
    }
    set(&book, "levelDays", json!(true), &now);
    set(&book, "comfortablePerDay", json!(2), &now);
    assert_eq!(strip(&book, &now), ["2026-03-18: 6 of 2"]);
    // One stays where it was set by hand.
    let by_hand = rhythm(&book, people[0], &now);
    book.check_in_edit(by_hand, "18 march", "", &now).unwrap();
    book.check_in_edit(by_hand, "17 march", "", &now).unwrap();
    book.check_in_edit(by_hand, "18 march", "", &now).unwrap();
    let choices = book.move_choices("2026-03-18", &now).unwrap();
    assert_eq!(choices.words, "Wed 18 March");
    assert_eq!(choices.set_by_hand, ["Person 000"]);
    assert_eq!(choices.choices.len(), 5);
    let one = &choices.choices[0];
    assert_eq!(one.words, "every 8 days, may move 17 to 19 March");
    assert_eq!(
        (one.to_words.as_str(), one.load, one.room),
        ("Tue 17", 0, 2)
    );
    and_back(&book, &now, || {
        book.check_in_place(one.check_in, "2026-03-17", &now)
            .unwrap()
    });
    let far = choices.choices[1].check_in;
    let error = book.check_in_place(far, "2026-03-20", &now).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("on"));
    // All at once, and nothing more the second time.
    let plan = book.level_plan(&now).unwrap();
    let moved = and_back(&book, &now, || book.level_take(&now).unwrap());
    assert_eq!((plan.moves, moved.value), (3, 3));
    assert_eq!((plan.over, plan.over_then), (1, 0));
    assert_eq!(
        strip(&book, &now),
        [
            "2026-03-17: 2 of 2",
            "2026-03-18: 2 of 2",
            "2026-03-19: 2 of 2"
        ]
    );
    assert_eq!(next(&book, people[0], &now).unwrap(), "2026-03-18");
    let again = book.level_take(&now).unwrap();
    assert_eq!((again.value, again.operation), (0, None));
    // By hand to any day: then it stays there.
    let drag = |to: &str| book.check_in_drag(people[0], "2026-03-18", to, &now);
    assert_eq!(drag("2026-03-09").unwrap_err().field.as_deref(), Some("to"));
    and_back(&book, &now, || drag("2026-03-25").unwrap());
    assert_eq!(next(&book, people[0], &now).unwrap(), "2026-03-25");
    assert_eq!(drag("2026-03-26").unwrap_err().code, Code::Stale);
}

#[test]
fn a_day_that_is_said_again_is_ones_own() {
    let (_place, book, now) = begin();
    set(&book, "levelDays", json!(false), &now);
    let people = several(&book, 3, &now);
    for person in &people {
        let edit = close(20, &book);
        book.relationship_edit(&[*person], &edit, &now).unwrap();
    }
    let day = next(&book, people[0], &now).unwrap();
    assert_eq!(
        days(&book, &people, &now),
        BTreeMap::from([(day.clone(), 3)])
    );
    let id = rhythm(&book, people[0], &now);
    and_back(&book, &now, || {
        book.check_in_edit(id, &day, "", &now).unwrap()
    });
    set(&book, "comfortablePerDay", json!(1), &now);
    assert_eq!(book.level_take(&now).unwrap().value, 2);
    assert_eq!(next(&book, people[0], &now).unwrap(), day);
}

#[test]
fn levelling_keeps_people_of_one_organisation_apart() {
    let (_place, book, now) = begin();
    set(&book, "levelDays", json!(false), &now);
    let kinds = book.kinds_list().unwrap();
    let outside = kinds
        .iter()
        .find(|kind| kind.category == Category::External);
    let close = RelationshipEdit::KeepClose {
        kind: outside.unwrap().id,
        cadence_days: Some(20),
        importance: 1,
        next: String::new(),
    };
    for (name, organisation) in [("Ana", "Tarn"), ("Ben", "Tarn"), ("Chidi", "Orrin")] {
        let person = NewPerson {
            name: name.into(),
            organisation: organisation.into(),
            ..NewPerson::default()
        };
        let person = book.person_add(&person, &now).unwrap().value;
        book.relationship_edit(&[person], &close, &now).unwrap();
    }
    set(&book, "comfortablePerDay", json!(1), &now);
    let plan = book.level_plan(&now).unwrap();
    assert_eq!(
        plan.first,
        [
            "Ben from Mon 30 March to Fri 27 March",
            "Ana from Mon 30 March to Wed 1 April"
        ]
    );
}

#[test]
fn keeping_many_close_at_once_spreads_their_first_days() {
    let (_place, book, now) = begin();
    let people = several(&book, 44, &now);
    // Whoever was talked to lately keeps their day.
    log(&book, &people[..1], "2026-03-05", &now);
    log(&book, &people[1..2], "2025-11-05", &now);
    let groups = [GroupEdit {
        ids: people.clone(),
        edit: close(30, &book),
    }];
    and_back(&book, &now, || {
        book.relationships_edit(&groups, &now).unwrap()
    });
    assert_eq!(next(&book, people[0], &now).unwrap(), "2026-04-03");
    let others = days(&book, &people[1..], &now);
    assert_eq!(others.first_key_value().unwrap().0, "2026-03-11");
    assert!(others.last_key_value().unwrap().0.as_str() <= "2026-04-09");
    assert_eq!(others.len(), 22);
    let all = days(&book, &people, &now);
    assert!(all.values().all(|count| *count == 2), "{all:?}");
    // A single person gets the usual day.
    let one = add_close(&book, "Zoe", 30, &now);
    assert_eq!(next(&book, one, &now).unwrap(), "2026-04-09");
    assert!(book.today(50, &now).unwrap().rows.is_empty());
}

#[test]
fn people_whose_pauses_end_together_share_the_days_after_it() {
    let (_place, book, now) = begin();
    let people = several(&book, 6, &now);
    for person in &people {
        keep(&book, *person, 14, &now);
    }
    let pause = RelationshipEdit::Status {
        value: Status::Paused,
        until: "1 june".into(),
        on: String::new(),
        reason: String::new(),
    };
    and_back(&book, &now, || {
        book.relationship_edit(&people, &pause, &now).unwrap()
    });
    let then = noon("2026-06-01");
    let shared = days(&book, &people, &then);
    assert_eq!(shared.len(), 6, "{shared:?}");
    assert_eq!(shared.first_key_value().unwrap().0, "2026-06-01");
    assert_eq!(shared.last_key_value().unwrap().0, "2026-06-08");
}

#[test]
fn rhythms_are_added_up_and_made_to_fit() {
    let (_place, book, now) = begin();
    let people = several(&book, 20, &now);
    book.relationship_edit(&people, &close(7, &book), &now)
        .unwrap();
    set(&book, "comfortablePerDay", json!(4), &now);
    let sums = book.load_sums(&now).unwrap();
    assert_eq!((sums.people, sums.rhythms.len(), sums.fits), (20, 1, true));
    assert!((sums.asked - 4.0).abs() < 1e-9);
    set(&book, "comfortablePerDay", json!(3), &now);
    let plan = book.fit_plan(&now).unwrap();
    assert_eq!(plan.steps.len(), 1);
    let step = &plan.steps[0];
    assert_eq!((step.people.len(), step.from, step.to), (10, 7, 14));
    assert!(plan.then <= 3.0 + 1e-9);
    let taken = and_back(&book, &now, || book.fit_take(&plan.steps, &now).unwrap());
    assert_eq!(taken.value, 10);
    assert!(book.load_sums(&now).unwrap().fits);
    assert!(book.fit_plan(&now).unwrap().steps.is_empty());
    // A plan that no longer holds changes nothing.
    let error = book.fit_take(&plan.steps, &now).unwrap_err();
    assert_eq!(error.code, Code::Stale);
}

#[test]
fn a_rhythm_in_which_one_talks_is_offered_and_rests_after_a_no() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana", &now);
    let offered = |now: &Moment| book.person_page(ana, now).unwrap().learned;
    for day in ["2025-09-01", "2025-10-13", "2025-11-28", "2026-01-12"] {
        log(&book, &[ana], day, &now);
    }
    keep(&book, ana, 30, &now);
    assert_eq!(offered(&now), None, "three gaps are too few");
    log(&book, &[ana], "2026-02-27", &now);
    let learned = offered(&now).unwrap();
    assert_eq!((learned.days, learned.planned), (46, 30));
    assert_eq!(learned.gaps, [42, 46, 45, 46]);
    and_back(&book, &now, || {
        book.learned_rhythm_refuse(ana, &now).unwrap()
    });
    assert_eq!(offered(&now), None);
    assert_eq!(offered(&noon("2026-06-07")), None);
    assert!(offered(&noon("2026-06-08")).is_some());
    keep(&book, ana, 45, &noon("2026-06-08"));
    assert_eq!(offered(&noon("2026-06-08")), None);
}

#[test]
fn a_fresh_start_spreads_what_is_due_and_makes_no_talk_up() {
    let (_place, book, now) = begin();
    let people = several(&book, 10, &now);
    for person in &people {
        keep(&book, *person, 14, &now);
        log(&book, &[*person], TODAY, &now);
    }
    assert_eq!(book.fresh_start_offer(&now).unwrap(), None);
    let back = noon("2026-05-12");
    let offer = book.fresh_start_offer(&back).unwrap().unwrap();
    assert_eq!((offer.due, offer.until.as_str()), (10, "Tue 26 May"));
    assert!(offer.was_away);
    let started = and_back(&book, &back, || book.fresh_start(&back).unwrap());
    assert_eq!(started.value, 10);
    let spread = days(&book, &people, &back);
    assert!(spread.values().all(|count| *count == 1), "{spread:?}");
    assert_eq!(spread.first_key_value().unwrap().0, "2026-05-13");
    assert_eq!(spread.last_key_value().unwrap().0, "2026-05-26");
    // No talk, and lateness counts from the placed days.
    let first = people
        .iter()
        .find(|one| next(&book, **one, &back).unwrap() == "2026-05-13");
    let first = *first.unwrap();
    assert_eq!(
        mine(&book, first, &back)
            .last_contact_on
            .unwrap()
            .to_string(),
        TODAY
    );
    assert_eq!(book.timeline(first, 0, 5).unwrap().total, 1);
    let then = noon("2026-05-13");
    let rows = book.today(50, &then).unwrap().rows;
    assert_eq!(rows.len(), 1);
    assert!(!rows[0].reason.late);
    assert_eq!(book.fresh_start_offer(&back).unwrap(), None);
    // A talk goes on with the rhythm.
    log(&book, &[first], "today", &then);
    assert_eq!(next(&book, first, &then).unwrap(), "2026-05-27");
    // After a no it rests.
    book.undo(&then).unwrap();
    book.undo(&then).unwrap();
    let offer = book.fresh_start_offer(&then).unwrap();
    assert!(!offer.unwrap().was_away, "seen the day before");
    book.fresh_start_refuse(&then).unwrap();
    assert_eq!(book.fresh_start_offer(&noon("2026-06-11")).unwrap(), None);
    assert!(
        book.fresh_start_offer(&noon("2026-06-12"))
            .unwrap()
            .is_some()
    );
}

#[test]
fn what_is_planned_about_that_day_speaks_for_the_rhythm_too() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    log(&book, &[ana], TODAY, &now);
    let due = noon("2026-04-09");
    let asked = |now: &Moment| {
        let rows = book.today(9, now).unwrap().rows;
        assert_eq!(book.today_count(now).unwrap() as usize, rows.len());
        let planned: Vec<String> = rows.into_iter().map(|row| row.planned).collect();
        planned
    };
    assert_eq!(asked(&due), [""]);
    let plan = |day: &str| {
        let planned = book.check_in_plan(ana, day, "Lunch", &now).unwrap();
        planned.value
    };
    let before = plan("2026-04-01");
    assert_eq!(asked(&noon("2026-04-01")), ["Lunch"]);
    assert_eq!(asked(&due), ["Lunch"]);
    // Put off to a day after it, Lunch still stands for both; far after it, each stands on its own day.
    book.check_in_cancel(before, &now).unwrap();
    let soon = plan("2026-04-16");
    assert_eq!(asked(&due), [""; 0]);
    assert_eq!(asked(&noon("2026-04-16")), ["Lunch"]);
    book.check_in_cancel(soon, &now).unwrap();
    plan("2026-04-17");
    assert_eq!(asked(&due), [""]);
}

#[test]
fn after_a_fresh_start_an_attempt_waits_for_half_the_rhythm_as_ever() {
    let (_place, book, now) = begin();
    let people = several(&book, 10, &now);
    for person in &people {
        keep(&book, *person, 14, &now);
        log(&book, &[*person], TODAY, &now);
    }
    let back = noon("2026-05-12");
    book.fresh_start(&back).unwrap();
    let first = people
        .iter()
        .find(|one| next(&book, **one, &back).unwrap() == "2026-05-13");
    let then = noon("2026-05-13");
    let tried = NewInteraction {
        attempt: true,
        ..talk(&[*first.unwrap()], "today")
    };
    book.interaction_log(&tried, &then).unwrap();
    assert_eq!(next(&book, *first.unwrap(), &then).unwrap(), "2026-05-20");
    // Nobody is late for it.
    let rows = book.today(50, &noon("2026-05-20")).unwrap().rows;
    let row = rows.iter().find(|row| row.person.id == *first.unwrap());
    assert!(!row.unwrap().reason.late);
}

#[test]
fn a_shorter_rhythm_for_many_is_spread_and_leaves_whoever_was_due_where_they_were() {
    let (_place, book, now) = begin();
    let people = several(&book, 13, &now);
    let groups = [GroupEdit {
        ids: people.clone(),
        edit: close(180, &book),
    }];
    book.relationships_edit(&groups, &now).unwrap();
    for person in &people[..12] {
        log(&book, &[*person], "2026-01-20", &now);
    }
    // Due before, and due after.
    log(&book, &people[12..], "2025-08-20", &now);
    let was_due = next(&book, people[12], &now);
    let kind = book.kinds_list().unwrap().remove(0);
    let new = kith_core::relationships::NewKind {
        name: kind.name,
        category: kind.category,
        colour: kind.colour,
        cadence_days: 30,
    };
    book.kind_edit(kind.id, &new, &now).unwrap();
    and_back(&book, &now, || {
        book.kind_rhythm_for_all(kind.id, &now).unwrap()
    });
    let spread = days(&book, &people[..12], &now);
    assert_eq!(spread.len(), 12, "{spread:?}");
    assert_eq!(spread.first_key_value().unwrap().0, "2026-03-11");
    assert!(spread.last_key_value().unwrap().0.as_str() <= "2026-04-09");
    assert!(next(&book, people[12], &now) <= was_due);
    // The same for several who are chosen by hand.
    let shorter = close(14, &book);
    book.relationship_edit(&people[..12], &shorter, &now)
        .unwrap();
    let spread = days(&book, &people[..12], &now);
    assert!(spread.len() >= 9, "{spread:?}");
    assert!(spread.last_key_value().unwrap().0.as_str() <= "2026-03-24");
}

#[test]
fn what_never_rings_is_no_load() {
    let (_place, book, now) = begin();
    let people = several(&book, 4, &now);
    for person in &people {
        book.check_in_plan(*person, "16 march", "", &now).unwrap();
    }
    assert_eq!(strip(&book, &now), ["2026-03-16: 4 of 3"]);
    status(&book, people[0], Status::Ended, "", &now);
    status(&book, people[1], Status::Died, "", &now);
    status(&book, people[2], Status::Archived, "", &now);
    assert_eq!(strip(&book, &now), ["2026-03-16: 1 of 3"]);
    let choices = book.move_choices("2026-03-16", &now).unwrap();
    assert_eq!(choices.set_by_hand, ["Person 003"]);
    status(&book, people[0], Status::Active, "", &now);
    assert_eq!(strip(&book, &now), ["2026-03-16: 2 of 3"]);
}

#[test]
fn what_a_pause_has_moved_is_dragged_from_where_it_is_seen() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    book.check_in_plan(ana, "16 march", "", &now).unwrap();
    status(&book, ana, Status::Paused, "18 march", &now);
    let drag = |from: &str| book.check_in_drag(ana, from, "2026-03-20", &now);
    assert_eq!(drag("2026-03-16").unwrap_err().code, Code::Stale);
    assert_eq!(strip(&book, &now)[0], "2026-03-18: 1 of 3");
    and_back(&book, &now, || drag("2026-03-18").unwrap());
    assert_eq!(strip(&book, &now)[0], "2026-03-20: 1 of 3");
}

#[test]
fn who_was_spread_is_spread_again_with_a_longer_rhythm_and_meets_on_no_one_day() {
    let (_place, book, now) = begin();
    set(&book, "comfortablePerDay", json!(3), &now);
    let people = several(&book, 60, &now);
    let groups = [GroupEdit {
        ids: people.clone(),
        edit: close(14, &book),
    }];
    book.relationships_edit(&groups, &now).unwrap();
    let then = noon("2026-03-13");
    assert!(book.today(99, &then).unwrap().due > 10);
    let plan = book.fit_plan(&then).unwrap();
    and_back(&book, &then, || book.fit_take(&plan.steps, &then).unwrap());
    let spread = days(&book, &people, &then);
    assert!(spread.values().all(|count| *count <= 4), "{spread:?}");
    assert_eq!(spread.first_key_value().unwrap().0, "2026-03-16");
    // The same by hand, and for a kind.
    let longer = close(60, &book);
    book.relationship_edit(&people, &longer, &then).unwrap();
    let spread = days(&book, &people, &then);
    assert!(spread.values().all(|count| *count <= 3), "{spread:?}");
}

#[test]
fn new_days_off_move_what_kith_placed_on_them_and_nothing_else() {
    let (_place, book, now) = begin();
    let people = several(&book, 9, &now);
    for person in &people {
        keep(&book, *person, 8, &now);
    }
    let by_hand = rhythm(&book, people[0], &now);
    book.check_in_edit(by_hand, "19 march", "", &now).unwrap();
    let holiday = json!([{ "from": "2026-03-16", "to": "2026-03-27", "label": "" }]);
    let off = Map::from_iter([("daysOff".to_owned(), holiday)]);
    and_back(&book, &now, || book.settings_set(&off, &now).unwrap());
    assert_eq!(next(&book, people[0], &now).unwrap(), "2026-03-19");
    let others = days(&book, &people[1..], &now);
    assert_eq!(others.first_key_value().unwrap().0, "2026-03-30");
    assert!(others.values().all(|count| *count <= 3), "{others:?}");
    // Taken away, they stay where they are.
    let none = Map::from_iter([("daysOff".to_owned(), json!([]))]);
    book.settings_set(&none, &now).unwrap();
    assert_eq!(days(&book, &people[1..], &now), others);
}
