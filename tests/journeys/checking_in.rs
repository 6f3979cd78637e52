//! Check-ins of a cadence and planned ones: snoozed, skipped, moved, and resting.

use kith_core::check_ins::{Snooze, SnoozeKey, WhenPurpose};
use kith_core::details::{DateKind, DetailEdit};
use kith_core::keeping_close::{GroupEdit, RelationshipEdit};
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::{Category, Colour, NewKind, Status};
use kith_core::{Book, CheckInId, Code, Moment, PersonId};

use crate::talks::{
    add, add_close, and_back, at, check_ins, day, keep, log, mine, next, noon, on_today, rhythm,
    status, talk,
};
use crate::{Place, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn until(key: SnoozeKey) -> Snooze {
    Snooze::Until { key }
}

fn on(when: &str) -> Snooze {
    Snooze::On { when: when.into() }
}

fn edit(book: &Book, person: PersonId, edit: &RelationshipEdit, now: &Moment) {
    book.relationship_edit(&[person], edit, now).unwrap();
}

fn edit_detail(book: &Book, person: PersonId, edit: &DetailEdit, now: &Moment) {
    book.person_edit(person, edit, now).unwrap();
}

#[test]
fn skipping_counts_the_rhythm_from_today() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let now = noon("2026-04-14");
    let open = rhythm(&book, ana, &now);
    and_back(&book, &now, || book.check_in_skip(&[open], &now).unwrap());
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-14");
    assert!(on_today(&book, &now).is_empty());
    let again = book.check_in_skip(&[open], &now).unwrap_err();
    assert_eq!(again.code, Code::Stale);
    // Skipping a planned check-in creates no other.
    let planned = book.check_in_plan(ana, "today", "x", &now).unwrap().value;
    and_back(&book, &now, || {
        book.check_in_skip(&[planned], &now).unwrap()
    });
    assert_eq!(check_ins(&book, ana, &now).len(), 1);
    // An older conversation that is logged late does not move the day set by skipping; a newer one does.
    log(&book, &[ana], "2026-04-01", &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-01");
    book.undo(&now).unwrap();
    log(&book, &[ana], "today", &now);
    book.check_in_skip(&[rhythm(&book, ana, &now)], &noon("2026-05-20"))
        .unwrap();
    log(&book, &[ana], "2026-04-02", &noon("2026-05-20"));
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-06-19");
    // If one of several is answered already, none is skipped.
    let ben = add_close(&book, "Ben", 30, &first);
    let before = written(&book);
    let both = [rhythm(&book, ben, &now), open];
    assert_eq!(
        book.check_in_skip(&both, &now).unwrap_err().code,
        Code::Stale
    );
    assert_eq!(
        book.check_in_skip(&[], &now).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(
        book.check_in_skip(&[CheckInId(99)], &now).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(written(&book), before);
}

#[test]
fn every_snooze_hides_until_its_day() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let due = at("2026-04-09T08:00:00Z");
    let open = rhythm(&book, ana, &due);
    let offered = book.snooze_options(&due).unwrap();
    // On a Thursday there is no "later this week", only next week.
    assert_eq!(offered.len(), 5, "{offered:?}");
    let days = [
        (SnoozeKey::LaterToday, "2026-04-09T11:00:00Z"),
        (SnoozeKey::Tomorrow, "2026-04-09T22:00:00Z"),
        (SnoozeKey::LaterThisWeek, "2026-04-12T22:00:00Z"),
        (SnoozeKey::NextWeek, "2026-04-12T22:00:00Z"),
        (SnoozeKey::InTwoWeeks, "2026-04-22T22:00:00Z"),
        (SnoozeKey::InAMonth, "2026-05-10T22:00:00Z"),
    ];
    for (key, back) in days {
        and_back(&book, &due, || {
            book.check_in_snooze(&[open], &until(key), &due).unwrap()
        });
        // Late on Thursday there is no later day in the week, so next week is offered.
        let (before, after) = (at(back), at(back));
        let before = Moment {
            utc: before.utc - chrono::Duration::minutes(1),
            ..before
        };
        // A check-in without time is due from midnight, but is not shown before working hours.
        let after = Moment {
            utc: after.utc + chrono::Duration::hours(9),
            ..after
        };
        assert!(on_today(&book, &before).is_empty(), "{key:?}");
        assert_eq!(on_today(&book, &after), ["Ana"], "{key:?}");
        assert_eq!(next(&book, ana, &due).unwrap(), "2026-04-09", "{key:?}");
        book.undo(&due).unwrap();
    }
    and_back(&book, &due, || {
        book.check_in_snooze(&[open], &on("friday 10:00"), &due)
            .unwrap()
    });
    let shown = &check_ins(&book, ana, &due)[0];
    assert_eq!(shown.snoozed_to.as_deref(), Some("Friday 10 April, 10:00"));
    assert!(on_today(&book, &at("2026-04-10T07:59:00Z")).is_empty());
    let back = at("2026-04-10T08:00:00Z");
    assert_eq!(on_today(&book, &back), ["Ana"]);
    let row = &book.today(5, &back).unwrap().rows[0];
    assert_eq!(row.reason.tail, "snoozed to today");
    let later = noon("2026-04-13");
    let row = &book.today(5, &later).unwrap().rows[0];
    assert_eq!(row.reason.tail, "snoozed to Friday");
    // A conversation ends the snooze.
    log(&book, &[ana], "today", &due);
    assert_eq!(check_ins(&book, ana, &due)[0].snoozed_to, None);
    for wrong in [
        "yesterday",
        "someday",
        "today 9:00",
        "9999-12-31",
        "in 90000 days",
    ] {
        let error = book
            .check_in_snooze(&[rhythm(&book, ana, &due)], &on(wrong), &due)
            .unwrap_err();
        assert_eq!(error.field.as_deref(), Some("when"), "{wrong}");
    }
}

#[test]
fn without_any_working_day_a_snooze_still_ends_on_today() {
    let (_place, book, first) = begin();
    let none = serde_json::json!({ "days": [null, null, null, null, null, null, null] });
    let set = serde_json::Map::from_iter([("workingHours".to_owned(), none)]);
    book.settings_set(&set, &first).unwrap();
    let ana = add_close(&book, "Ana", 1, &first);
    let due = noon("2026-03-11");
    assert_eq!(on_today(&book, &due), ["Ana"]);
    let open = rhythm(&book, ana, &due);
    book.check_in_snooze(&[open], &until(SnoozeKey::Tomorrow), &due)
        .unwrap();
    assert!(on_today(&book, &due).is_empty());
    assert_eq!(on_today(&book, &noon("2026-03-12")), ["Ana"]);
    let planned = book
        .when_preview("friday", WhenPurpose::CheckIn, &first)
        .unwrap();
    assert!(planned.rings.unwrap().starts_with("No reminder comes"));
    assert!(book.snooze_options(&due).unwrap().len() >= 4);
}

#[test]
fn a_plan_says_when_it_will_really_ring() {
    let (_place, book, now) = begin();
    let rings = |text: &str| {
        let preview = book.when_preview(text, WhenPurpose::CheckIn, &now).unwrap();
        assert_eq!(preview.problem, None, "{text}");
        preview.rings.unwrap_or_default()
    };
    assert_eq!(rings("tomorrow 10:00"), "");
    assert_eq!(rings("tomorrow"), "");
    assert_eq!(
        rings("tomorrow 20:00"),
        "That is outside your working hours, so the reminder comes Thursday 12 March at 08:30."
    );
    assert_eq!(
        rings("saturday"),
        "That is outside your working hours, so the reminder comes Monday 16 March at 08:30."
    );
    let problem = |text: &str| {
        let preview = book.when_preview(text, WhenPurpose::CheckIn, &now).unwrap();
        preview.problem.unwrap_or_default()
    };
    // 02:00 to 03:00 does not exist on 29 March and exists twice on 25 October.
    assert_eq!(
        problem("29 march 2:30"),
        "The clocks go forward that day: 02:30 does not exist. Choose another time."
    );
    assert_eq!(problem("29 march 3:00"), "");
    let night =
        serde_json::json!({ "days": vec![serde_json::json!({ "from": 0, "to": 1440 }); 7] });
    book.settings_set(
        &serde_json::Map::from_iter([("workingHours".to_owned(), night)]),
        &now,
    )
    .unwrap();
    assert!(rings("25 october 2:30").contains("comes twice"));
    let ana = add(&book, "Ana", &now);
    and_back(&book, &now, || {
        book.check_in_plan(ana, "25 october 2:30", "", &now)
            .unwrap()
    });
    // The first of the two instants counts.
    assert!(on_today(&book, &at("2026-10-24T21:59:00Z")).is_empty());
    let due = book.reminders_begin(&now).unwrap();
    assert!(
        book.reminders_claim(due, &at("2026-10-25T00:29:59Z"))
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        book.reminders_claim(due, &at("2026-10-25T00:30:00Z"))
            .unwrap()
            .len(),
        1
    );
    for (text, words) in [
        ("yesterday", "That day is over"),
        ("today 9:00", "That time is over"),
        ("in 11 years", "ten years"),
        ("9999-12-31", "Write a day"),
        ("0000-01-01", "Write a day"),
        ("25:00", "Write a day"),
        ("", "Write a day"),
    ] {
        assert!(problem(text).contains(words), "{text}: {}", problem(text));
        let error = book.check_in_plan(ana, text, "", &now).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some("when"))
        );
    }
    let long = book
        .check_in_plan(ana, "friday", &"x".repeat(70_000), &now)
        .unwrap_err();
    assert_eq!(long.field.as_deref(), Some("reason"));
    let nobody = book
        .check_in_plan(PersonId(99), "friday", "", &now)
        .unwrap_err();
    assert_eq!(nobody.code, Code::NotFound);
}

#[test]
fn planned_check_ins_stand_beside_the_rhythm() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let planned = and_back(&book, &now, || {
        book.check_in_plan(ana, "thursday 14:00", " Contract review\nwith Ben ", &now)
            .unwrap()
    })
    .value;
    let shown = check_ins(&book, ana, &now);
    assert_eq!(shown[0].words, "Thursday 12 March, in 2 days, 14:00");
    assert_eq!(
        (shown[0].on, shown[0].at),
        (day("2026-03-12"), "14:00".parse().ok())
    );
    let coming = book.today(9, &now).unwrap();
    assert_eq!(coming.dates[0].words, "Contract review, 14:00");
    assert_eq!(coming.days[2].check_ins, 1);
    assert_eq!(coming.days[2].people[0].name, "Ana");
    // In New York the instant has another local time; editing only the reason does not move it.
    let there = Moment {
        zone: chrono_tz::America::New_York,
        ..now
    };
    book.reminders_claim(book.reminders_begin(&there).unwrap(), &there)
        .unwrap();
    let shown = &check_ins(&book, ana, &there)[0];
    assert_eq!(
        (shown.on, shown.at),
        (day("2026-03-12"), "09:00".parse().ok())
    );
    assert_eq!(
        book.today(9, &there).unwrap().dates[0].words,
        "Contract review, 09:00"
    );
    let same = format!("{} {}", shown.on, shown.at.unwrap());
    let nothing = book
        .check_in_edit(planned, &same, "Contract review\nwith Ben", &there)
        .unwrap();
    assert_eq!(nothing.operation, None);
    book.check_in_edit(planned, &same, "The contract", &there)
        .unwrap();
    book.reminders_claim(book.reminders_begin(&now).unwrap(), &now)
        .unwrap();
    assert_eq!(check_ins(&book, ana, &now)[0].at, "14:00".parse().ok());
    // After its day a check-in can get another reason, but not another day in the past.
    let late = noon("2026-03-16");
    assert_eq!(on_today(&book, &late), ["Ana"]);
    let row = &book.today(9, &late).unwrap().rows[0];
    assert_eq!(row.reason.head, "Planned for Thursday 12 March at 14:00");
    assert_eq!(
        (row.reason.tail.as_str(), row.reason.late),
        ("4 days ago", true)
    );
    assert_eq!(row.planned, "The contract");
    and_back(&book, &late, || {
        book.check_in_edit(planned, "2026-03-12 14:00", "Contract", &late)
            .unwrap()
    });
    let over = book
        .check_in_edit(planned, "2026-03-13", "", &late)
        .unwrap_err();
    assert_eq!(over.field.as_deref(), Some("when"));
    and_back(&book, &late, || {
        book.check_in_edit(planned, "friday", "Contract", &late)
            .unwrap()
    });
    assert!(on_today(&book, &late).is_empty());
    assert_eq!(next(&book, ana, &late).unwrap(), "2026-04-09");
    // Changing only the reason keeps a snooze; setting the same day again ends it.
    book.check_in_snooze(&[planned], &on("in two weeks"), &late)
        .unwrap();
    book.check_in_edit(planned, "friday", "The contract", &late)
        .unwrap();
    assert!(check_ins(&book, ana, &late)[0].snoozed_to.is_some());
    book.check_in_edit(planned, "friday", "The contract", &late)
        .unwrap();
    assert_eq!(check_ins(&book, ana, &late)[0].snoozed_to, None);
    and_back(&book, &late, || {
        book.check_in_cancel(planned, &late).unwrap()
    });
    assert_eq!(check_ins(&book, ana, &late).len(), 1);
    assert_eq!(
        book.check_in_cancel(planned, &late).unwrap_err().code,
        Code::Stale
    );
    let of_rhythm = book
        .check_in_cancel(rhythm(&book, ana, &late), &late)
        .unwrap_err();
    assert_eq!(of_rhythm.code, Code::Invalid);
    // A snoozed check-in no longer has the time of its first day.
    let timed = book
        .check_in_plan(ana, "tomorrow 10:00", "Timed", &late)
        .unwrap()
        .value;
    book.check_in_snooze(&[timed], &on("friday"), &late)
        .unwrap();
    assert_eq!(book.today(9, &late).unwrap().dates[0].words, "Timed");
}

#[test]
fn a_check_in_of_the_rhythm_moved_by_hand_stays_until_the_next_talk() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let open = rhythm(&book, ana, &now);
    and_back(&book, &now, || {
        book.check_in_edit(open, "1 may", "", &now).unwrap()
    });
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-01");
    edit(
        &book,
        ana,
        &RelationshipEdit::Purpose {
            value: "Quotes".into(),
        },
        &now,
    );
    // The wished day is a Saturday.
    log(&book, &[ana], "2026-03-05", &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-03");
    book.undo(&now).unwrap();
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-01");
    // Another cadence gives another day.
    and_back(&book, &now, || keep(&book, ana, 7, &now));
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-17");
    assert_eq!(
        book.next_due_preview(ana, 14, &now).unwrap(),
        "Tue 24 March"
    );
    assert_eq!(
        book.next_due_preview(ana, 365, &now).unwrap(),
        "Wed 10 March 2027"
    );
    for days in [0, 3651, 100_000, u32::MAX] {
        let wrong = book.next_due_preview(ana, days, &now).unwrap_err();
        assert_eq!(wrong.field.as_deref(), Some("cadenceDays"));
        let kind = book.kinds_list().unwrap()[0].id;
        let keep = RelationshipEdit::KeepClose {
            kind,
            cadence_days: Some(days),
            importance: 1,
            next: String::new(),
        };
        let wrong = book.relationship_edit(&[ana], &keep, &now).unwrap_err();
        assert_eq!(wrong.field.as_deref(), Some("cadenceDays"));
    }
    let kind = book.kinds_list().unwrap()[0].id;
    let keep = RelationshipEdit::KeepClose {
        kind,
        cadence_days: None,
        importance: 4,
        next: String::new(),
    };
    let wrong = book.relationship_edit(&[ana], &keep, &now).unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("importance"));
}

#[test]
fn keeping_several_close_is_one_step() {
    let (_place, book, now) = begin();
    let people = ["Ana Brook", "Ben Ito", "Cleo Marsh"].map(|name| add(&book, name, &now));
    let [ana, ben, cleo] = people;
    let kinds = book.kinds_list().unwrap();
    let group = |ids: &[PersonId], kind: usize, next: &str| GroupEdit {
        ids: ids.to_vec(),
        edit: RelationshipEdit::KeepClose {
            kind: kinds[kind].id,
            cadence_days: None,
            importance: 1,
            next: next.into(),
        },
    };
    let before = written(&book);
    let groups = [group(&[ana, ben], 0, ""), group(&[cleo], 2, "friday 10:00")];
    let done = book.relationships_edit(&groups, &now).unwrap();
    assert_eq!(next(&book, cleo, &now).unwrap(), "2026-03-13");
    assert!(next(&book, ben, &now).is_some());
    let kind_of = |id| {
        book.person_page(id, &now)
            .unwrap()
            .relationship
            .unwrap()
            .kind
    };
    assert_eq!(kind_of(ana).map(|kind| kind.id), Some(kinds[0].id));
    assert_eq!(kind_of(cleo).map(|kind| kind.id), Some(kinds[2].id));

    // A day that is over takes all of it back.
    let groups = [group(&[ana], 1, ""), group(&[ben], 1, "yesterday")];
    let wrong = book.relationships_edit(&groups, &now).unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("next"));
    assert_eq!(kind_of(ana).map(|kind| kind.id), Some(kinds[0].id));

    book.undo_operation(done.operation.unwrap(), &now).unwrap();
    assert_eq!(written(&book), before);
}

#[test]
fn the_next_day_is_chosen_together_with_the_rhythm() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let kind = book.kinds_list().unwrap()[0].id;
    let keep = |days, day: &str| RelationshipEdit::KeepClose {
        kind,
        cadence_days: Some(days),
        importance: 1,
        next: day.into(),
    };
    edit(&book, ana, &keep(30, "next monday"), &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-16");
    // Another rhythm counts anew, unless a day is said with it.
    edit(&book, ana, &keep(14, ""), &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-24");
    edit(&book, ana, &keep(7, "1 april"), &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-01");
    book.undo(&now).unwrap();
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-24");
}

#[test]
fn resting_ending_and_going_on() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 7, &first);
    book.check_in_plan(ana, "20 march", "as agreed", &first)
        .unwrap();
    let now = noon("2026-03-23");
    assert_eq!(on_today(&book, &now), ["Ana"]);
    let quiet = |now: &Moment| {
        let filter = PeopleFilter {
            quiet: true,
            ..PeopleFilter::default()
        };
        let outline = book.people_outline(&filter, now).unwrap();
        assert_eq!(outline.total, outline.quiet);
        outline.quiet
    };
    assert_eq!(
        (
            quiet(&noon("2026-03-17")),
            quiet(&noon("2026-03-18")),
            quiet(&now)
        ),
        (0, 1, 1)
    );
    let set = |value, until: &str, now: &Moment| {
        and_back(&book, now, || status(&book, ana, value, until, now));
    };
    // Paused: nothing is due until the end of the pause.
    set(Status::Paused, "1 april", &now);
    assert!(on_today(&book, &noon("2026-03-31")).is_empty());
    assert_eq!(quiet(&noon("2026-03-31")), 0);
    assert_eq!(mine(&book, ana, &now).next_due_on, None);
    assert_eq!(mine(&book, ana, &now).paused_until, Some(day("2026-04-01")));
    let back = noon("2026-04-01");
    assert_eq!(on_today(&book, &back), ["Ana"]);
    assert_eq!(mine(&book, ana, &back).status, Status::Active);
    assert_eq!(mine(&book, ana, &back).next_due_on, Some(day("2026-04-01")));
    assert_eq!((quiet(&back), quiet(&noon("2026-04-02"))), (0, 1));
    for wrong in ["", "today", "yesterday", "someday", "9999-01-01"] {
        let pause = RelationshipEdit::Status {
            value: Status::Paused,
            until: wrong.to_owned(),
            on: String::new(),
            reason: String::new(),
        };
        let error = book.relationship_edit(&[ana], &pause, &now).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("until"), "{wrong}");
    }
    // Dormant: the cadence stops, planned check-ins stay.
    set(Status::Dormant, "", &now);
    assert_eq!(on_today(&book, &now), ["Ana"]);
    assert_eq!(check_ins(&book, ana, &now).len(), 1);
    assert_eq!(quiet(&now), 0);
    set(Status::Active, "", &now);
    assert_eq!(on_today(&book, &now), ["Ana"]);
    set(Status::Ended, "", &now);
    assert!(on_today(&book, &now).is_empty());
    assert_eq!(next(&book, ana, &now), None);
    set(Status::Active, "", &now);
    // Let go: the cadence ends, planned check-ins and history stay.
    log(&book, &[ana], "2026-03-10", &now);
    and_back(&book, &now, || {
        edit(&book, ana, &RelationshipEdit::LetGo, &now)
    });
    assert_eq!(on_today(&book, &now), ["Ana"]);
    assert_eq!(
        mine(&book, ana, &now).last_contact_on,
        Some(day("2026-03-10"))
    );
    and_back(&book, &now, || keep(&book, ana, 7, &now));
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-03-17");
    // The relationship is removed.
    and_back(&book, &now, || {
        edit(
            &book,
            ana,
            &RelationshipEdit::Category { value: None },
            &now,
        )
    });
    assert_eq!(on_today(&book, &now), ["Ana"]);
    // In the trash everything is hidden; a restore shows it again.
    book.undo(&now).unwrap();
    and_back(&book, &now, || book.people_trash(&[ana], &now).unwrap());
    assert!(on_today(&book, &now).is_empty());
    assert_eq!(quiet(&now), 0);
    and_back(&book, &now, || book.people_restore(&[ana], &now).unwrap());
    assert_eq!(on_today(&book, &now), ["Ana"]);
    book.people_trash(&[ana], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert_eq!(book.today_count(&now).unwrap(), 0);
}

#[test]
fn today_ranks_by_drift_importance_and_name_and_says_why() {
    let (_place, book, first) = begin();
    let make = |name: &str, days, importance| {
        let id = add(&book, name, &first);
        let kind = book.kinds_list().unwrap()[2].id;
        let keep = RelationshipEdit::KeepClose {
            kind,
            cadence_days: Some(days),
            importance,
            next: String::new(),
        };
        edit(&book, id, &keep, &first);
        id
    };
    let now = noon("2026-04-21");
    let samir = make("Samir", 30, 1);
    let mut draft = talk(&[samir], "2026-03-10");
    draft.channel = kith_core::Channel::Video;
    draft.note = "Two benches.\nMore.".into();
    book.interaction_log(&draft, &now).unwrap();
    make("Zoe", 42, 3);
    make("Bea", 42, 1);
    make("Abe", 42, 1);
    let daily = make("Daily", 1, 1);
    log(&book, &[daily], "2026-04-19", &now);
    let chosen = make("Chosen", 90, 2);
    log(&book, &[chosen], "2026-04-01", &now);
    let open = rhythm(&book, chosen, &now);
    book.check_in_edit(open, "18 april", "", &noon("2026-04-02"))
        .unwrap();
    let plain = add(&book, "Plain", &first);
    book.check_in_plan(plain, "20 april", "", &first).unwrap();
    let today = book.today(100, &now).unwrap();
    let said: Vec<[&str; 5]> = today
        .rows
        .iter()
        .map(|row| {
            [
                &row.person.name,
                &row.reason.head,
                &row.reason.tail,
                &row.order,
                &row.order_why,
            ]
            .map(String::as_str)
        })
        .collect();
    assert_eq!(
        said,
        [
            [
                "Daily",
                "2 days since the last phone call",
                "you planned every day",
                "100 % over",
                "2 days, planned every day"
            ],
            [
                "Samir",
                "42 days since the last video call",
                "you planned every 30",
                "40 % over",
                "42 days, planned every 30"
            ],
            [
                "Zoe",
                "Not yet contacted",
                "kept close since 10 March",
                "due today, highest",
                "42 days, not yet contacted, planned every 42"
            ],
            [
                "Chosen",
                "20 days since the last phone call",
                "the day you chose",
                "due 3 days ago, high",
                "20 days, planned every 90"
            ],
            [
                "Abe",
                "Not yet contacted",
                "kept close since 10 March",
                "due today, usual",
                "42 days, not yet contacted, planned every 42"
            ],
            [
                "Bea",
                "Not yet contacted",
                "kept close since 10 March",
                "due today, usual",
                "42 days, not yet contacted, planned every 42"
            ],
            [
                "Plain",
                "Planned for Monday 20 April",
                "yesterday",
                "planned, usual",
                "planned for yesterday"
            ],
        ]
    );
    assert_eq!(today.rows[1].last_note, "Two benches.");
    assert!(today.rows[1].reason.late && !today.rows[2].reason.late);
    assert_eq!((today.due, today.kept_close), (7, 6));
    assert!(today.close.is_empty());
    let few = book.today(2, &now).unwrap();
    assert_eq!((few.due, few.rows.len()), (7, 2));
    assert_eq!(few.rows, today.rows[..2]);
    assert!(book.today(0, &now).unwrap().rows.is_empty());
}

#[test]
fn of_hundreds_who_differ_by_name_alone_the_first_by_name_come_first() {
    let (_place, book, now) = begin();
    let names: Vec<String> = (0..260).map(|n| format!("P{:03}", n * 97 % 260)).collect();
    let all: Vec<PersonId> = names.iter().map(|name| add(&book, name, &now)).collect();
    let close = RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: Some(1),
        importance: 1,
        next: String::new(),
    };
    book.relationship_edit(&all, &close, &now).unwrap();
    // One who matters more, and one who is due twice.
    let (matters, twice) = (
        all[names.iter().position(|name| name == "P259").unwrap()],
        all[0],
    );
    let most = RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: Some(1),
        importance: 3,
        next: String::new(),
    };
    edit(&book, matters, &most, &now);
    for what in ["The slides", "The contract"] {
        book.check_ins_plan(&[twice], "tomorrow", what, &now)
            .unwrap();
    }
    let later = at("2026-04-20T09:00:00Z");
    let on_today = book.today(50, &later).unwrap();
    let shown: Vec<&str> = on_today
        .rows
        .iter()
        .map(|row| row.person.name.as_str())
        .collect();
    let mut sorted: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| *name != "P259")
        .collect();
    sorted.push("P000");
    sorted.sort_unstable();
    sorted.insert(0, "P259");
    assert_eq!(on_today.due, 261);
    assert_eq!(shown, &sorted[..50]);
    let named: Vec<&str> = on_today.days[0]
        .people
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(named, &sorted[..5]);
}

#[test]
fn the_first_few_are_all_listed() {
    let (_place, book, first) = begin();
    assert!(book.today(9, &first).unwrap().close.is_empty());
    add_close(&book, "Ana", 1, &first);
    add_close(&book, "Ben", 14, &first);
    add_close(&book, "Cleo", 365, &first);
    let now = noon("2026-03-12");
    let close = book.today(9, &now).unwrap().close;
    let said: Vec<_> = close
        .iter()
        .map(|one| (one.words.as_str(), one.next.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("Manager · every day", "today"),
            ("Manager · every 14 days", "24 March"),
            ("Manager · every 365 days", "10 March 2027"),
        ]
    );
}

#[test]
fn dates_of_the_coming_days() {
    let place = Place::new();
    let now = noon("2026-12-20");
    let book = Book::open(&place.file(), &now).unwrap();
    let date = |person, kind, label: &str, text: &str| {
        let (label, text) = (label.to_owned(), text.to_owned());
        edit_detail(
            &book,
            person,
            &DetailEdit::Date {
                id: None,
                kind,
                label,
                text,
            },
            &now,
        );
    };
    let ana = add_close(&book, "Ana", 300, &now);
    let ben = add_close(&book, "Ben", 300, &now);
    let far = add(&book, "Far", &now);
    for person in [ana, far] {
        date(person, DateKind::Birthday, "", "1 January 1985");
    }
    date(ana, DateKind::Anniversary, "", "31 December 2025");
    date(ben, DateKind::Other, "Graduation", "2 January");
    date(ben, DateKind::Birthday, "", "3 January");
    let work = DetailEdit::Affiliation {
        id: None,
        organisation: "Northmere".into(),
        role: String::new(),
        department: String::new(),
        since: "2020-12-21".into(),
        until: String::new(),
    };
    edit_detail(&book, ben, &work, &now);
    book.check_in_plan(ben, "27 december", "", &now).unwrap();
    book.check_in_plan(far, "today 16:00", "Call", &now)
        .unwrap();
    let said: Vec<String> = book
        .today(9, &now)
        .unwrap()
        .dates
        .into_iter()
        .map(|date| format!("{} {}: {}", date.day, date.person.name, date.words))
        .collect();
    assert_eq!(
        said,
        [
            "2026-12-20 Far: Call, 16:00",
            "2026-12-21 Ben: 6 years at Northmere",
            "2026-12-27 Ben: Planned check-in",
            "2026-12-31 Ana: Anniversary, 1 year",
            "2027-01-01 Ana: Birthday, 42",
            "2027-01-02 Ben: Graduation",
        ]
    );
    // 29 February is shown on the 28th in years without it, and only once in leap years.
    let leap = add_close(&book, "Leap", 300, &now);
    date(leap, DateKind::Birthday, "", "29 February 1996");
    let of_leap = |now: &Moment| -> Vec<String> {
        let dates = book.today(9, now).unwrap().dates.into_iter();
        dates
            .filter(|date| date.person.id == leap)
            .map(|date| format!("{} {}", date.day, date.words))
            .collect()
    };
    assert_eq!(of_leap(&noon("2027-02-20")), ["2027-02-28 Birthday, 31"]);
    assert_eq!(of_leap(&noon("2028-02-20")), ["2028-02-29 Birthday, 32"]);
    assert!(of_leap(&noon("2027-03-01")).is_empty());
    status(&book, leap, Status::Ended, "", &now);
    assert!(of_leap(&noon("2028-02-20")).is_empty());
}

#[test]
fn calendars_have_ends() {
    let (_place, book, now) = begin();
    let days = |from: &str, to: &str| book.days(from, to, &now).unwrap();
    assert_eq!(days("2026-03-01", "2026-03-31").len(), 31);
    assert_eq!(days("2026-03-31", "2026-03-01").len(), 1);
    assert_eq!(days("2026-01-01", "9999-12-31").len(), 400);
    assert!(!days("2026-03-08", "2026-03-08")[0].working);
    for edge in ["0000-01-01", "9999-12-31", "+262142-12-31", "-262143-01-01"] {
        // The last day of chrono's calendar has no next day and is not accepted.
        let last = edge == "+262142-12-31";
        assert_eq!(days(edge, edge).is_empty(), last, "{edge}");
        assert_eq!(days(edge, "2026-01-01").is_empty(), last, "{edge}");
    }
    for wrong in ["", "yesterday", "2026-02-30"] {
        assert_eq!(
            book.days(wrong, "2026-01-01", &now)
                .unwrap_err()
                .field
                .as_deref(),
            Some("from")
        );
        assert_eq!(
            book.days("2026-01-01", wrong, &now)
                .unwrap_err()
                .field
                .as_deref(),
            Some("to")
        );
    }
}

#[test]
fn kinds_of_ones_own() {
    let (_place, book, now) = begin();
    let board = NewKind {
        name: " Board   member ".into(),
        category: Category::External,
        colour: Colour::Client,
        cadence_days: 90,
    };
    let added = and_back(&book, &now, || book.kind_add(&board, &now).unwrap());
    let id = added.value;
    let shown = |book: &Book| {
        book.kinds_list()
            .unwrap()
            .into_iter()
            .find(|kind| kind.id == id)
    };
    assert_eq!(shown(&book).unwrap().name, "Board member");
    let people = ["Ana", "Ben", "Cleo"].map(|name| add(&book, name, &now));
    let keep = |person, cadence_days| {
        let keep = RelationshipEdit::KeepClose {
            kind: id,
            cadence_days,
            importance: 1,
            next: String::new(),
        };
        edit(&book, person, &keep, &now);
    };
    keep(people[0], None);
    keep(people[1], Some(10));
    keep(people[2], Some(20));
    book.check_in_edit(rhythm(&book, people[2], &now), "1 may", "", &now)
        .unwrap();
    edit(
        &book,
        people[2],
        &RelationshipEdit::Purpose { value: "x".into() },
        &now,
    );
    let renamed = NewKind {
        name: "Board".into(),
        category: Category::Internal,
        cadence_days: 30,
        ..board.clone()
    };
    and_back(&book, &now, || book.kind_edit(id, &renamed, &now).unwrap());
    assert_eq!(mine(&book, people[1], &now).category, Category::Internal);
    assert_eq!(mine(&book, people[0], &now).cadence_days, Some(90));
    let changed = and_back(&book, &now, || book.kind_rhythm_for_all(id, &now).unwrap());
    assert_eq!(changed.value, 3);
    for person in people {
        assert_eq!(next(&book, person, &now).unwrap(), "2026-04-09");
    }
    assert_eq!(book.kind_rhythm_for_all(id, &now).unwrap().operation, None);
    assert_eq!(book.kind_edit(id, &renamed, &now).unwrap().operation, None);
    // A kind that somebody has cannot be removed, and adding it cannot be undone.
    let error = book.kind_remove(id, &now).unwrap_err();
    assert!(error.message.starts_with("3 people"), "{}", error.message);
    let before = written(&book);
    let undone = book.undo_operation(added.operation.unwrap(), &now).unwrap();
    assert_eq!((undone.value.kept.len(), undone.operation), (3, None));
    assert_eq!(written(&book), before);
    for person in people {
        edit(&book, person, &RelationshipEdit::Kind { id: None }, &now);
    }
    let removed = and_back(&book, &now, || book.kind_remove(id, &now).unwrap());
    assert_eq!(book.kind_remove(id, &now).unwrap_err().code, Code::NotFound);
    // Its name belongs to another kind now.
    book.kind_add(&renamed, &now).unwrap();
    let before = written(&book);
    let error = book
        .undo_operation(removed.operation.unwrap(), &now)
        .unwrap_err();
    assert_eq!(error.code, Code::Invalid, "{error:?}");
    assert_eq!(written(&book), before);
    let wrong = [
        (
            NewKind {
                name: "  ".into(),
                ..board.clone()
            },
            "name",
        ),
        (
            NewKind {
                name: "MANAGER".into(),
                ..board.clone()
            },
            "name",
        ),
        (
            NewKind {
                name: "x".repeat(70_000),
                ..board.clone()
            },
            "name",
        ),
        (
            NewKind {
                cadence_days: 0,
                ..board.clone()
            },
            "cadenceDays",
        ),
        (
            NewKind {
                cadence_days: 100_000,
                ..board.clone()
            },
            "cadenceDays",
        ),
    ];
    for (kind, field) in wrong {
        let error = book.kind_add(&kind, &now).unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field));
        let first = book.kinds_list().unwrap()[1].id;
        let error = book.kind_edit(first, &kind, &now).unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field));
    }
    assert_eq!(written(&book), before);
}
