//! What is saved together with a talk besides promises and value: the next step, the line for next time, and what was
//! shared.

use kith_core::check_ins::Source;
use kith_core::logging::{NextStep, TalkOutcome};
use kith_core::openers::OpenerSort;
use kith_core::relationships::Status;
use kith_core::shares::NewShare;
use kith_core::{Book, Code, Moment, PersonId};

use crate::talks::{
    add, add_close, and_back, check_ins, log, next, noon, on_today, rhythm, status, talk,
};
use crate::{Place, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn step(people: &[PersonId], when: &str, what: &str) -> TalkOutcome {
    TalkOutcome {
        next_step: Some(NextStep {
            people: people.to_vec(),
            when: when.into(),
            what: what.into(),
        }),
        ..TalkOutcome::default()
    }
}

fn log_with(
    book: &Book,
    people: &[PersonId],
    outcome: &TalkOutcome,
    now: &Moment,
) -> Vec<Option<String>> {
    let done = book.interaction_log_with(&talk(people, "today"), outcome, &[], None, now);
    let next = done.unwrap().value.next;
    next.into_iter()
        .map(|next| next.on.map(|on| on.to_string()))
        .collect()
}

#[test]
fn a_next_step_stands_in_place_of_the_rhythm_until_the_next_talk() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let outcome = step(&[], "in two weeks", "Call about the second bench");
    let on = and_back(&book, &now, || log_with(&book, &[ilse], &outcome, &now));
    assert_eq!(on, [Some("2026-03-24".to_owned())]);
    let shown = check_ins(&book, ilse, &now);
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (
            shown[0].source,
            shown[0].on.to_string().as_str(),
            shown[0].reason.as_str()
        ),
        (Source::Cadence, "2026-03-24", "Call about the second bench")
    );
    let due = noon("2026-03-24");
    let today = book.today(9, &due).unwrap();
    assert_eq!(today.rows[0].planned, "Call about the second bench");
    // The next talk begins the rhythm anew, and what it was for is gone.
    log(&book, &[ilse], "today", &noon("2026-03-17"));
    assert_eq!(next(&book, ilse, &now).unwrap(), "2026-04-16");
    assert_eq!(check_ins(&book, ilse, &now)[0].reason, "");
    book.undo(&due).unwrap();
    // Late rather than early is right too.
    let later = step(&[], "in three months", "");
    log_with(&book, &[ilse], &later, &due);
    assert_eq!(next(&book, ilse, &due).unwrap(), "2026-06-24");
    assert_eq!(check_ins(&book, ilse, &due)[0].reason, "");
}

#[test]
fn without_a_rhythm_a_next_step_is_a_planned_check_in() {
    let (_place, book, now) = begin();
    let (ana, ben) = (add(&book, "Ana", &now), add_close(&book, "Ben", 14, &now));
    status(&book, ben, Status::Paused, "1 june", &now);
    let outcome = step(&[], "friday 9:00", "Hear how it went");
    let on = and_back(&book, &now, || log_with(&book, &[ana, ben], &outcome, &now));
    assert_eq!(
        on,
        [Some("2026-03-13".to_owned()), Some("2026-03-13".to_owned())]
    );
    let planned = |person| {
        let shown = check_ins(&book, person, &now);
        let one = shown.into_iter().find(|one| one.source == Source::Planned);
        one.map(|one| (one.on.to_string(), one.reason))
    };
    let friday = Some(("2026-03-13".to_owned(), "Hear how it went".to_owned()));
    assert_eq!((planned(ana), planned(ben)), (friday.clone(), friday));
    rhythm(&book, ben, &now);
}

#[test]
fn a_next_step_is_with_those_who_are_named_only() {
    let (_place, book, now) = begin();
    let (ana, ben) = (
        add_close(&book, "Ana", 30, &now),
        add_close(&book, "Ben", 14, &now),
    );
    log_with(&book, &[ana, ben], &step(&[ben], "tomorrow", ""), &now);
    assert_eq!(next(&book, ana, &now).unwrap(), "2026-04-09");
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-03-11");
    assert_eq!(on_today(&book, &noon("2026-03-11")), ["Ben"]);
}

#[test]
fn what_is_wrong_with_it_is_said_at_its_field_and_nothing_is_saved() {
    let (_place, book, now) = begin();
    let (ana, ben) = (add(&book, "Ana", &now), add(&book, "Ben", &now));
    let before = written(&book);
    let long = "x".repeat(201);
    let wrong = [
        (step(&[], "", "Call"), "nextStep.when"),
        (step(&[], "yesterday", ""), "nextStep.when"),
        (step(&[], "someday", ""), "nextStep.when"),
        (step(&[], "tomorrow", &long), "nextStep.what"),
        (step(&[ben], "tomorrow", ""), "nextStep.people"),
        (
            TalkOutcome {
                next_line: long.clone(),
                ..TalkOutcome::default()
            },
            "nextLine",
        ),
    ];
    for (outcome, field) in wrong {
        let done = book.interaction_log_with(&talk(&[ana], "today"), &outcome, &[], None, &now);
        let error = done.unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some(field))
        );
        assert_eq!(written(&book), before);
    }
}

#[test]
fn the_line_for_next_time_written_with_a_talk_stands_after_it_and_comes_up_next() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse", 7, &now);
    book.next_line_set(&[ilse], "Ask about the move", &now)
        .unwrap();
    let line = |text: &str| TalkOutcome {
        next_line: text.into(),
        ..TalkOutcome::default()
    };
    and_back(&book, &now, || {
        log_with(&book, &[ilse], &line("Ask about the benches"), &now)
    });
    assert_eq!(
        book.next_line_of(ilse).unwrap().unwrap().text,
        "Ask about the benches"
    );
    // A line stood first at the last talk; the new one does all the same.
    for (day, text) in [("2026-03-17", "Third"), ("2026-03-24", "Fourth")] {
        let due = noon(day);
        let first = book.openers_of(ilse, &due).unwrap().remove(0);
        assert_eq!(first.sort, OpenerSort::NextTime);
        let row = book.today(9, &due).unwrap().rows.remove(0);
        assert_eq!(row.opener.unwrap().sort, OpenerSort::NextTime);
        log_with(&book, &[ilse], &line(text), &due);
    }
    log(&book, &[ilse], "today", &noon("2026-03-31"));
    assert_eq!(book.next_line_of(ilse).unwrap(), None);
}

#[test]
fn what_was_shared_is_marked_with_those_it_was_kept_for() {
    let (_place, book, now) = begin();
    let [ana, ben, eva] = ["Ana", "Ben", "Eva"].map(|name| add(&book, name, &now));
    let keep = |title: &str, people: &[PersonId]| {
        let new = NewShare {
            title: title.into(),
            people: people.to_vec(),
            ..NewShare::default()
        };
        book.share_add(&new, &now).unwrap().value
    };
    let drift = keep("Calibration drift", &[ana, ben, eva]);
    let talk_on = keep("A talk on optics", &[ana]);
    let others = keep("Not for them", &[eva]);
    let open = |people: &[PersonId]| -> Vec<String> {
        let open = book.shares_open_with(people).unwrap();
        open.into_iter().map(|one| one.name).collect()
    };
    assert_eq!(open(&[ana, ben]), ["A talk on optics", "Calibration drift"]);
    let shared = |ids: &[kith_core::ShareId]| TalkOutcome {
        shared: ids.to_vec(),
        ..TalkOutcome::default()
    };
    let later = noon("2026-03-12");
    and_back(&book, &later, || {
        let draft = talk(&[ana, ben], "yesterday");
        let outcome = shared(&[drift]);
        book.interaction_log_with(&draft, &outcome, &[], None, &later)
            .unwrap()
    });
    assert_eq!(open(&[ana, ben]), ["A talk on optics"]);
    assert_eq!(open(&[eva]), ["Not for them", "Calibration drift"]);
    let of_ana = book.shares_of(ana, &later).unwrap();
    let day = of_ana
        .iter()
        .find(|share| share.id == drift)
        .unwrap()
        .shared_on;
    assert_eq!(day.unwrap().to_string(), "2026-03-11");
    let before = written(&book);
    for wrong in [others, drift] {
        let outcome = shared(&[talk_on, wrong]);
        let done = book.interaction_log_with(&talk(&[ana], "today"), &outcome, &[], None, &later);
        assert_eq!(done.unwrap_err().code, Code::NotFound);
        assert_eq!(written(&book), before);
    }
}
