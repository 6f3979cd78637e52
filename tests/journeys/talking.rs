//! Logging, editing and deleting conversations, and undoing each.

use kith_core::Channel;
use kith_core::details::DetailEdit;
use kith_core::interactions::StartedBy;
use kith_core::logging::TalkOutcome;
use kith_core::relationships::Status;
use kith_core::warmth::Level;
use kith_core::{Book, Code, PersonId};

use crate::talks::{
    add, add_close, and_back, at, check_ins, day, keep, log, mine, next, noon, on_today, rhythm,
    status, talk,
};
use crate::{Place, written};

/// A book and its first day, a Tuesday.
fn begin() -> (Place, Book, kith_core::Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

#[test]
fn keeping_close_plans_the_first_check_in_and_each_talk_the_next() {
    let (_place, book, first) = begin();
    let ana = add(&book, "Ana", &first);
    and_back(&book, &first, || keep(&book, ana, 30, &first));
    assert_eq!(next(&book, ana, &first).unwrap(), "2026-04-09");
    assert!(on_today(&book, &noon("2026-04-08")).is_empty());
    let due = noon("2026-04-09");
    assert_eq!(on_today(&book, &due), ["Ana"]);
    // The check-in is a week overdue and the conversation was three days ago: its day counts.
    let late = noon("2026-04-16");
    and_back(&book, &late, || log(&book, &[ana], "2026-04-13", &late));
    assert_eq!(next(&book, ana, &late).unwrap(), "2026-05-13");
    assert_eq!(
        mine(&book, ana, &late).last_contact_on.unwrap(),
        day("2026-04-13")
    );
    assert!(on_today(&book, &late).is_empty());
    // A conversation before the last one changes only the history.
    and_back(&book, &late, || log(&book, &[ana], "20 march", &late));
    assert_eq!(next(&book, ana, &late).unwrap(), "2026-05-13");
    assert_eq!(
        mine(&book, ana, &late).last_contact_on.unwrap(),
        day("2026-04-13")
    );
    // A conversation before the due day: the cadence counts from it.
    let early = noon("2026-04-20");
    and_back(&book, &early, || log(&book, &[ana], "today", &early));
    assert_eq!(next(&book, ana, &early).unwrap(), "2026-05-20");
    let days: Vec<String> = book
        .timeline(ana, 0, 10)
        .unwrap()
        .talks
        .into_iter()
        .map(|talk| talk.on.to_string())
        .collect();
    assert_eq!(days, ["2026-04-20", "2026-04-13", "2026-03-20"]);
}

#[test]
fn a_talk_logged_late_and_older_than_the_due_day_moves_what_was_due() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let now = noon("2026-04-16");
    assert_eq!(on_today(&book, &now), ["Ana"]);
    log(&book, &[ana], "2026-04-01", &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-05-01");
    assert!(on_today(&book, &now).is_empty());
    // A conversation so long ago that the next check-in is due already.
    let ben = add_close(&book, "Ben", 7, &now);
    log(&book, &[ben], "2026-03-02", &now);
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-03-09");
    assert_eq!(on_today(&book, &now), ["Ben"]);
}

#[test]
fn one_talk_with_several_is_everybodys() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let ben = add_close(&book, "Ben", 7, &first);
    let cleo = add(&book, "Cleo", &first);
    let now = noon("2026-03-20");
    let mut draft = talk(&[ana, ben, cleo], "yesterday 16:30");
    draft.started_by = StartedBy::Person { id: ben };
    draft.minutes = Some(45);
    draft.note = "  The offsite.\nWho books?  ".into();
    let preview = book.interaction_preview(&draft, &now).unwrap();
    assert_eq!(
        preview.understood.as_deref(),
        Some("Thursday 19 March, yesterday, 16:30")
    );
    let logged = and_back(&book, &now, || book.interaction_log(&draft, &now).unwrap());
    let said: Vec<_> = logged
        .value
        .next
        .iter()
        .map(|next| (next.name.as_str(), next.on.map(|on| on.to_string())))
        .collect();
    assert_eq!(
        said,
        [
            // The wished day is a Saturday.
            ("Ana", Some("2026-04-17".to_owned())),
            ("Ben", Some("2026-03-26".to_owned())),
            ("Cleo", None)
        ]
    );
    assert_eq!(preview.next, logged.value.next);
    assert_eq!(logged.changes.people, [ana, ben, cleo]);
    for person in [ana, ben, cleo] {
        let line = book.timeline(person, 0, 5).unwrap();
        assert_eq!(line.total, 1);
        let talk = &line.talks[0];
        assert_eq!(
            (talk.on, talk.at),
            (day("2026-03-19"), "16:30".parse().ok())
        );
        assert_eq!(talk.note, "The offsite.\nWho books?");
        assert_eq!(talk.started_by, StartedBy::Person { id: ben });
        assert_eq!(talk.people.len(), 3);
        assert_eq!(book.person_page(person, &now).unwrap().talks, 1);
    }
}

/// The preview tells what logging will do, in every state of a person.
#[test]
fn the_preview_says_what_logging_does() {
    let (_place, book, first) = begin();
    let today = noon("2026-05-06");
    let make: [&dyn Fn(PersonId); 8] = [
        &|_| {},
        &|id| keep(&book, id, 14, &first),
        &|id| {
            keep(&book, id, 14, &first);
            log(&book, &[id], "2026-04-30", &today);
        },
        &|id| {
            keep(&book, id, 30, &first);
            let open = rhythm(&book, id, &first);
            book.check_in_edit(open, "20 may", "", &first).unwrap();
        },
        &|id| {
            keep(&book, id, 30, &first);
            log(&book, &[id], "2026-04-25", &today);
            book.check_in_skip(&[rhythm(&book, id, &today)], &today)
                .unwrap();
        },
        &|id| {
            keep(&book, id, 30, &first);
            status(&book, id, Status::Paused, "1 may", &first);
        },
        &|id| {
            keep(&book, id, 30, &first);
            status(&book, id, Status::Paused, "1 june", &first);
        },
        &|id| {
            keep(&book, id, 30, &first);
            status(&book, id, Status::Dormant, "", &first);
        },
    ];
    for (n, make) in make.iter().enumerate() {
        for when in ["today", "2026-04-26", "2026-03-20", "2026-01-05"] {
            let id = add(&book, "Somebody", &first);
            make(id);
            let draft = talk(&[id], when);
            let said = book.interaction_preview(&draft, &today).unwrap();
            let done = book.interaction_log(&draft, &today).unwrap().value;
            assert_eq!(said.next, done.next, "{n}, {when}");
            book.undo(&today).unwrap();
            let mut closing = talk(&[id], when);
            closing.closes = check_ins(&book, id, &today)
                .iter()
                .map(|one| one.id)
                .collect();
            let said = book.interaction_preview(&closing, &today).unwrap();
            let done = book.interaction_log(&closing, &today).unwrap().value;
            assert_eq!(said.next, done.next, "{n}, {when}, closing");
        }
    }
    let wrong = book
        .interaction_preview(&talk(&[], "someday"), &today)
        .unwrap();
    assert!(wrong.problem.unwrap().starts_with("Write a day"));
}

#[test]
fn correcting_a_talk_recomputes_what_followed_from_it() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let ben = add_close(&book, "Ben", 30, &first);
    let plan = |person, when| {
        book.check_in_plan(person, when, "as agreed", &first)
            .unwrap()
            .value
    };
    let quotes = plan(ana, "14 march");
    let later = plan(ana, "25 march");
    let bens = plan(ben, "14 march");
    let now = noon("2026-03-20");
    let mut draft = talk(&[ana, ben], "today");
    draft.closes = vec![later];
    let id = book.interaction_log(&draft, &now).unwrap().value.id;
    let planned = |person| -> Vec<_> {
        let open = check_ins(&book, person, &now);
        let open = open.iter().filter(|one| one.reason == "as agreed");
        open.map(|one| one.id).collect()
    };
    assert!(planned(ana).is_empty() && planned(ben).is_empty());
    // Moved before the planned day, the conversation does not answer that check-in. The one that it answers
    // explicitly stays answered.
    draft.when = "2026-03-12".into();
    draft.closes.clear();
    and_back(&book, &now, || {
        book.interaction_edit(id, &draft, &now).unwrap()
    });
    assert_eq!(planned(ana), [quotes]);
    assert_eq!(planned(ben), [bens]);
    // The wished day is a Saturday.
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-10");
    assert_eq!(on_today(&book, &now), ["Ana", "Ben"]);
    // Moved to a later day, and without Ben.
    draft.when = "2026-03-18".into();
    draft.people = vec![ana];
    and_back(&book, &now, || {
        book.interaction_edit(id, &draft, &now).unwrap()
    });
    assert!(planned(ana).is_empty());
    assert_eq!(planned(ben), [bens]);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-17");
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-09");
    assert_eq!(mine(&book, ben, &now).last_contact_on, None);
    // With Ben again, then without Ana.
    draft.people = vec![ben, ana];
    and_back(&book, &now, || {
        book.interaction_edit(id, &draft, &now).unwrap()
    });
    assert!(planned(ben).is_empty());
    draft.people = vec![ben];
    and_back(&book, &now, || {
        book.interaction_edit(id, &draft, &now).unwrap()
    });
    assert_eq!(planned(ana), [quotes, later]);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-09");
    // Saving without changes changes nothing.
    let before = written(&book);
    let done = book.interaction_edit(id, &draft, &now).unwrap();
    assert_eq!((done.operation, written(&book)), (None, before));
}

#[test]
fn the_order_of_the_people_is_no_correction() {
    let (_place, book, now) = begin();
    let people = ["Ana", "Ben", "Cleo"].map(|name| add(&book, name, &now));
    let id = log(&book, &people, "today", &now);
    let [ana, ben, cleo] = people;
    let done = book.interaction_edit(id, &talk(&[cleo, ana, ben], "today"), &now);
    assert_eq!(done.unwrap().operation, None);
}

#[test]
fn a_deleted_talk_is_as_if_it_had_never_been() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 30, &first);
    let ben = add_close(&book, "Ben", 7, &first);
    book.check_in_plan(ana, "12 march", "the quotes", &first)
        .unwrap();
    let now = noon("2026-03-20");
    let older = log(&book, &[ana], "2026-03-11", &now);
    let open = |person| {
        let page = book.person_page(person, &now).unwrap();
        let open = page.check_ins.into_iter();
        let open: Vec<_> = open
            .map(|one| (one.source, one.on.to_string(), one.reason))
            .collect();
        (open, page.relationship, page.talks, page.warmth)
    };
    let before = [open(ana), open(ben)];
    let id = log(&book, &[ana, ben], "today", &now);
    assert_ne!([open(ana), open(ben)], before);
    and_back(&book, &now, || book.interaction_delete(id, &now).unwrap());
    assert_eq!([open(ana), open(ben)], before);
    and_back(&book, &now, || {
        book.interaction_delete(older, &now).unwrap()
    });
    assert_eq!(mine(&book, ana, &now).last_contact_on, None);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-09");
    assert_eq!(
        book.interaction_delete(id, &now).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(
        book.interaction_edit(id, &talk(&[ana], "today"), &now)
            .unwrap_err()
            .code,
        Code::NotFound
    );
}

#[test]
fn a_shared_talk_is_taken_back_for_all_or_for_nobody() {
    let (_place, book, first) = begin();
    let [ana, ben, cleo] = ["Ana", "Ben", "Cleo"].map(|name| add_close(&book, name, 30, &first));
    let now = noon("2026-03-20");
    let logged = book
        .interaction_log(&talk(&[ana, ben], "today"), &now)
        .unwrap();
    let operation = logged.operation.unwrap();
    // A change of another person does not prevent the undo.
    let nickname = DetailEdit::Nickname { value: "C".into() };
    book.person_edit(cleo, &nickname, &now).unwrap();
    let undone = book.undo_operation(operation, &now).unwrap().value;
    assert!(undone.kept.is_empty());
    assert_eq!(book.timeline(ben, 0, 5).unwrap().total, 0);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-09");
    book.redo(&now).unwrap();
    assert_eq!(book.timeline(ben, 0, 5).unwrap().total, 1);
    // One of the two was changed since: the conversation stays with both, and so do its effects.
    let nickname = DetailEdit::Nickname { value: "B".into() };
    book.person_edit(ben, &nickname, &now).unwrap();
    let before = written(&book);
    let undone = book.undo_operation(operation, &now).unwrap();
    let kept: Vec<PersonId> = undone.value.kept.iter().map(|kept| kept.id).collect();
    assert_eq!(kept, [ana, ben]);
    assert_eq!((undone.operation, written(&book)), (None, before.clone()));
    // Editing the note logs only Ana in the undo history, although Ben took part too.
    let mut draft = talk(&[ana, ben], "today");
    draft.note = "Quotes.".into();
    let id = logged.value.id;
    let noted = book
        .interaction_edit(id, &draft, &now)
        .unwrap()
        .operation
        .unwrap();
    book.person_edit(
        ben,
        &DetailEdit::Nickname {
            value: "Benny".into(),
        },
        &now,
    )
    .unwrap();
    let before = written(&book);
    let undone = book.undo_operation(noted, &now).unwrap();
    assert_eq!(undone.value.kept.len(), 2);
    assert_eq!(written(&book), before);
}

#[test]
fn who_goes_for_good_leaves_a_shared_talk_to_the_others() {
    let (place, book, first) = begin();
    let [ana, ben] = ["Ana", "Ben"].map(|name| add_close(&book, name, 30, &first));
    let now = noon("2026-03-20");
    let shared = log(&book, &[ana, ben], "2026-03-15", &now);
    let alone = log(&book, &[ana], "2026-03-16", &now);
    let gone = log(&book, &[ana, ben], "2026-03-17", &now);
    book.interaction_delete(gone, &now).unwrap();
    log(&book, &[ana, ben], "2026-03-18", &now);
    book.undo(&now).unwrap();
    book.people_trash(&[ana], &now).unwrap();
    // People in the trash are still named, and the conversation can be edited.
    let mut draft = talk(&[ana, ben], "2026-03-15");
    draft.note = "Corrected.".into();
    book.interaction_edit(shared, &draft, &now).unwrap();
    assert_eq!(book.timeline(ben, 0, 5).unwrap().talks[0].people.len(), 2);
    let new = book.interaction_log(&draft, &now).unwrap_err();
    assert_eq!(
        (new.code, new.field.as_deref()),
        (Code::Invalid, Some("people"))
    );
    assert_eq!(book.trash_empty(None).unwrap().value, 1);
    let line = book.timeline(ben, 0, 5).unwrap();
    assert_eq!(line.total, 1);
    assert_eq!(line.talks[0].people.len(), 1);
    assert_eq!(
        book.interaction_delete(alone, &now).unwrap_err().code,
        Code::NotFound
    );
    // The remaining history can be undone and redone completely, and every conversation keeps a person.
    let whole = written(&book);
    let mut states = vec![whole];
    while book.undo(&now).is_ok() {
        nobody_is_missing(&place);
        states.push(written(&book));
    }
    // Operations about Ana alone have nothing left to undo.
    states.dedup();
    assert!(states.len() > 4, "{}", states.len());
    states.pop();
    for state in states.iter().rev() {
        book.redo(&now).unwrap();
        nobody_is_missing(&place);
        assert_eq!(&written(&book), state);
    }
    assert!(!states[0].contains("Ana"));
}

/// Checks that every conversation has a participant, and that its main person is one of them.
fn nobody_is_missing(place: &Place) {
    let file = rusqlite::Connection::open(place.file()).unwrap();
    let count = |sql: &str| file.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(
        count(
            "SELECT count(*) FROM interactions i WHERE NOT EXISTS (SELECT 1 FROM interaction_people p \
             WHERE p.interaction_id = i.id)"
        ),
        0
    );
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

#[test]
fn what_cannot_have_been_is_refused_at_its_field() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let before = written(&book);
    let long = "x".repeat(2 * 1024 * 1024);
    let days = [
        ("tomorrow", "still to come"),
        ("today 23:00", "still to come"),
        ("11 march 2026", "still to come"),
        ("0000-01-01", "Write a day"),
        ("0-1-1", "Write a day"),
        ("9999-12-31", "Write a day"),
        ("31.12.9999", "Write a day"),
        ("2199-12-31", "still to come"),
        ("29 february 2025", "February 2025 has 28 days"),
        ("2026-02-30", "February 2026 has 28 days"),
        ("", "Write a day"),
        ("99999999999999999999 days ago", "Write a day"),
        ("\u{202e}yesterday\u{0}", "Write a day"),
        (&long, "Write a day"),
    ];
    for (when, words) in days {
        let error = book.interaction_log(&talk(&[ana], when), &now).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("when"), "{when:.30}");
        assert!(
            error.message.contains(words),
            "{when:.30}: {}",
            error.message
        );
        let preview = book.interaction_preview(&talk(&[ana], when), &now).unwrap();
        assert_eq!(preview.problem, Some(error.message));
    }
    let mut wrong = Vec::new();
    for minutes in [0, 1441, u32::MAX] {
        let mut draft = talk(&[ana], "today");
        draft.minutes = Some(minutes);
        wrong.push((draft, "minutes"));
    }
    let mut draft = talk(&[ana], "today");
    draft.note = long.clone();
    wrong.push((draft, "note"));
    let mut draft = talk(&[ana], "today");
    draft.started_by = StartedBy::Person { id: PersonId(99) };
    wrong.push((draft, "startedBy"));
    wrong.push((talk(&[], "today"), "people"));
    wrong.push((talk(&[ana, ana], "today"), "people"));
    let crowd: Vec<PersonId> = (1..=201).map(PersonId).collect();
    wrong.push((talk(&crowd, "today"), "people"));
    for (draft, field) in wrong {
        let error = book.interaction_log(&draft, &now).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some(field))
        );
    }
    let nobody = book.interaction_log(&talk(&[PersonId(99)], "today"), &now);
    assert_eq!(nobody.unwrap_err().code, Code::NotFound);
    let nobody = book.interaction_log(&talk(&[ana, PersonId(99)], "today"), &now);
    assert_eq!(nobody.unwrap_err().code, Code::NotFound);
    assert_eq!(written(&book), before);
}

#[test]
fn today_is_the_day_where_the_person_is() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 1, &first);
    // 00:01 in Oslo, which is the day before in UTC.
    let midnight = at("2026-03-10T23:01:00Z");
    assert_eq!(on_today(&book, &midnight), ["Ana"]);
    log(&book, &[ana], "today", &midnight);
    assert_eq!(
        mine(&book, ana, &midnight).last_contact_on.unwrap(),
        day("2026-03-11")
    );
    assert_eq!(next(&book, ana, &midnight).unwrap(), "2026-03-12");
    // In New York that day has not begun.
    let there = kith_core::Moment {
        zone: chrono_tz::America::New_York,
        ..midnight
    };
    let error = book
        .interaction_log(&talk(&[ana], "2026-03-11"), &there)
        .unwrap_err();
    assert!(error.message.contains("still to come"));
    // The number of days since then is negative, which must not fail.
    assert_eq!(
        book.warmth_explained(ana, &there).unwrap().unwrap().parts[0].days_ago,
        0
    );
    assert!(on_today(&book, &there).is_empty());
    let a_day_on = kith_core::Moment {
        utc: there.utc + chrono::Duration::days(2),
        ..there
    };
    assert_eq!(on_today(&book, &a_day_on), ["Ana"]);
}

#[test]
fn warmth_is_said_with_what_it_comes_from() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 60, &first);
    assert_eq!(book.person_page(ana, &first).unwrap().warmth, None);
    assert_eq!(book.warmth_explained(ana, &first).unwrap(), None);
    assert_eq!(book.warmth_example(&first).unwrap(), None);
    // Computed by hand: the half-life is 90 days, 1.5 times the cadence of 60.
    let now = noon("2026-12-01");
    for (day, channel) in [
        ("2026-11-21", Channel::InPerson),
        ("2026-10-02", Channel::Phone),
        ("2026-05-15", Channel::InPerson),
    ] {
        let mut draft = talk(&[ana], day);
        draft.channel = channel;
        book.interaction_log(&draft, &now).unwrap();
    }
    let explained = book.warmth_explained(ana, &now).unwrap().unwrap();
    assert_eq!(explained.half_life, 90.0);
    let days: Vec<u32> = explained.parts.iter().map(|part| part.days_ago).collect();
    assert_eq!(days, [10, 60, 200]);
    let weights = [1.0, 0.6, 1.0];
    let strength: f64 = days
        .iter()
        .zip(weights)
        .map(|(days, weight)| weight * 0.5_f64.powf(f64::from(*days) / 90.0))
        .sum();
    assert!((explained.strength - strength).abs() < 1e-9);
    assert_eq!(explained.level, Level::Warm);
    let shown = book.person_page(ana, &now).unwrap().warmth.unwrap();
    assert_eq!((shown.level, shown.segments), (Level::Warm, 4));
    assert_eq!((shown.talks, shown.days), (2, 60));
    assert_eq!(shown.mostly, Some(Channel::InPerson));
    assert_eq!(book.last_channel().unwrap(), Channel::InPerson);
    assert_eq!(
        book.warmth_example(&now).unwrap().unwrap().explained,
        explained
    );
    for n in 0..30 {
        log(
            &book,
            &[ana],
            "2026-11-30",
            &at(&format!("2026-12-01T12:{n:02}:00Z")),
        );
    }
    let explained = book.warmth_explained(ana, &now).unwrap().unwrap();
    assert_eq!((explained.parts.len(), explained.others), (20, 13));
    assert_eq!(explained.level, Level::VeryWarm);
}

#[test]
fn a_talk_can_be_the_first_of_somebody_kept_close() {
    let now = noon("2026-03-10");
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now).unwrap();
    let ana = add(&book, "Ana", &now);
    let ben = add_close(&book, "Ben", 7, &now);
    let other = add(&book, "Other", &now);
    let before = written(&book);
    let kind = book.kinds_list().unwrap()[4].clone();
    let keep = [ana, ben, other];
    let done = book
        .interaction_log_with(
            &talk(&[ana, ben], "2026-03-08"),
            &TalkOutcome::default(),
            &keep,
            Some(kind.id),
            &now,
        )
        .unwrap();
    let ours = mine(&book, ana, &now);
    assert_eq!(
        (ours.cadence_days, ours.kind.map(|kind| kind.id)),
        (Some(kind.cadence_days), Some(kind.id))
    );
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 8).unwrap()
        + chrono::Days::new(kind.cadence_days.into());
    assert_eq!(next(&book, ana, &now), Some(day.to_string()));
    assert!(done.value.next.iter().all(|one| one.on.is_some()));
    // Ben keeps his rhythm, and who took no part is nobody's business.
    assert_eq!(mine(&book, ben, &now).cadence_days, Some(7));
    assert!(
        book.person_page(other, &now)
            .unwrap()
            .relationship
            .is_none()
    );
    book.undo(&now).unwrap();
    assert_eq!(written(&book), before);
}

#[test]
fn several_talks_are_logged_in_one_step_or_not_at_all() {
    let now = noon("2026-03-10");
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now).unwrap();
    let ana = add_close(&book, "Ana", 30, &now);
    let ben = add_close(&book, "Ben", 30, &now);
    let before = written(&book);
    let drafts = [talk(&[ana], "3 weeks ago"), talk(&[ben], "soonish")];
    let refused = book.interactions_log(&drafts, &now).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("1.when"));
    assert_eq!(written(&book), before);
    assert_eq!(
        book.interactions_log(&[], &now)
            .unwrap_err()
            .field
            .as_deref(),
        Some("people")
    );
    let drafts = [talk(&[ana], "3 weeks ago"), talk(&[ben], "yesterday")];
    assert_eq!(book.interactions_log(&drafts, &now).unwrap().value.len(), 2);
    assert_eq!(next(&book, ana, &now).as_deref(), Some("2026-03-19"));
    assert_eq!(next(&book, ben, &now).as_deref(), Some("2026-04-08"));
    assert_eq!(book.history(1, &now).unwrap()[0].count, 2);
    book.undo(&now).unwrap();
    assert_eq!(written(&book), before);
}
