//! Attempts: one tried to reach somebody, and nobody answered.

use kith_core::commitments::{OwedBy, TalkCommitment};
use kith_core::logging::{NewInteraction, TalkOutcome};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Channel, Code, Moment, PersonId};

use crate::talks::{
    add, add_close, and_back, at, check_ins, log, mine, next, noon, on_today, talk,
};
use crate::{Place, read_back, written};

/// A book and its first day, a Tuesday.
fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn attempt(people: &[PersonId], when: &str) -> NewInteraction {
    NewInteraction {
        attempt: true,
        ..talk(people, when)
    }
}

fn tried(book: &Book, person: PersonId, now: &Moment) {
    let draft = attempt(&[person], "today");
    let preview = book.interaction_preview(&draft, now).unwrap();
    let logged = book.interaction_log(&draft, now).unwrap().value;
    assert_eq!(logged.next, preview.next);
}

/// How many are going quiet on a day.
fn quiet(book: &Book, day: &str) -> u32 {
    let outline = book.people_outline(&PeopleFilter::default(), &noon(day));
    outline.unwrap().quiet
}

#[test]
fn an_attempt_answers_what_was_due_and_waits_for_half_the_rhythm() {
    let (_place, book, first) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &first);
    log(&book, &[ilse], "2026-03-10", &first);
    let due = noon("2026-04-09");
    book.check_in_plan(ilse, "today", "Ask about the benches", &due)
        .unwrap();
    assert_eq!(on_today(&book, &due), ["Ilse Varnholt"], "asked for once");
    let warm = book.warmth_explained(ilse, &due).unwrap();
    assert_eq!(quiet(&book, "2026-04-12"), 1);
    and_back(&book, &due, || tried(&book, ilse, &due));
    assert!(on_today(&book, &due).is_empty());
    assert_eq!(next(&book, ilse, &due).unwrap(), "2026-04-24");
    // It is no talk: not the last contact, no warmth, and she goes quiet as before.
    assert_eq!(
        mine(&book, ilse, &due).last_contact_on.unwrap().to_string(),
        "2026-03-10"
    );
    assert_eq!(book.warmth_explained(ilse, &due).unwrap(), warm);
    assert_eq!(quiet(&book, "2026-04-12"), 1);
    let timeline = book.timeline(ilse, 0, 9).unwrap();
    let kinds: Vec<bool> = timeline.talks.iter().map(|talk| talk.attempt).collect();
    assert_eq!((kinds, timeline.total), (vec![true, false], 2));
    let today = book.today(9, &noon("2026-04-24")).unwrap();
    assert_eq!(
        today.rows[0].reason.head,
        "45 days since the last phone call"
    );
    // Without it, everything is as it was.
    let id = timeline.talks[0].id;
    and_back(&book, &due, || book.interaction_delete(id, &due).unwrap());
    assert_eq!(next(&book, ilse, &due).unwrap(), "2026-04-09");
}

#[test]
fn an_attempt_never_brings_the_next_check_in_forward() {
    let (_place, book, first) = begin();
    let ilse = add_close(&book, "Ilse", 30, &first);
    log(&book, &[ilse], "today", &first);
    tried(&book, ilse, &noon("2026-03-12"));
    assert_eq!(next(&book, ilse, &first).unwrap(), "2026-04-09");
    // On the day of a talk, it says nothing.
    log(&book, &[ilse], "today", &noon("2026-04-09"));
    let before = next(&book, ilse, &first);
    tried(&book, ilse, &noon("2026-04-09"));
    assert_eq!(next(&book, ilse, &first), before);
}

#[test]
fn three_in_a_row_let_somebody_rest_and_a_talk_ends_it() {
    let (place, book, first) = begin();
    let ben = add_close(&book, "Ben Okafor", 14, &first);
    for day in ["2026-03-24", "2026-04-01", "2026-04-14"] {
        tried(&book, ben, &noon(day));
    }
    let now = noon("2026-04-14");
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-05-14");
    let words = "Three tries without an answer: resting until 14 May.";
    let shown = check_ins(&book, ben, &now);
    assert_eq!(shown[0].rests.as_deref(), Some(words));
    // Once it is over, nothing more is said of it.
    let later = noon("2026-05-14");
    assert_eq!(check_ins(&book, ben, &later)[0].rests, None);
    assert_eq!(on_today(&book, &later), ["Ben Okafor"]);
    assert!(on_today(&book, &noon("2026-05-13")).is_empty());
    // The next one is an attempt like the first.
    let json = written(&book);
    tried(&book, ben, &later);
    assert_eq!(next(&book, ben, &later).unwrap(), "2026-05-21");
    book.undo(&later).unwrap();
    assert_eq!(written(&book), json);
    // A day chosen by hand wins, and a talk makes the rhythm begin anew.
    let id = shown[0].id;
    book.check_in_edit(id, "20 april", "", &now).unwrap();
    assert_eq!(check_ins(&book, ben, &now)[0].rests, None);
    book.undo(&now).unwrap();
    log(&book, &[ben], "today", &noon("2026-04-16"));
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-04-30");
    tried(&book, ben, &noon("2026-04-30"));
    assert_eq!(next(&book, ben, &now).unwrap(), "2026-05-07");
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
}

#[test]
fn an_attempt_becomes_a_talk_and_back() {
    let (_place, book, first) = begin();
    let ana = add_close(&book, "Ana", 14, &first);
    book.next_line_set(&[ana], "Ask about the grant", &first)
        .unwrap();
    tried(&book, ana, &first);
    assert!(book.next_line_of(ana).unwrap().is_some());
    let id = book.timeline(ana, 0, 9).unwrap().talks[0].id;
    let edit = |draft: NewInteraction| {
        and_back(&book, &first, || {
            book.interaction_edit(id, &draft, &first).unwrap()
        });
    };
    edit(talk(&[ana], "today"));
    assert_eq!(next(&book, ana, &first).unwrap(), "2026-03-24");
    assert_eq!(
        mine(&book, ana, &first)
            .last_contact_on
            .unwrap()
            .to_string(),
        "2026-03-10"
    );
    assert!(book.next_line_of(ana).unwrap().is_none());
    edit(attempt(&[ana], "today"));
    assert_eq!(mine(&book, ana, &first).last_contact_on, None);
}

#[test]
fn an_attempt_is_found_counts_in_no_three_lean_talks_and_brings_nothing() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 14, &now);
    let ben = add(&book, "Ben", &now);
    for _ in 0..3 {
        let lean = NewInteraction {
            channel: Channel::Email,
            note: "She never got the heliotrope".into(),
            ..attempt(&[ana, ben], "today")
        };
        book.interaction_log(&lean, &now).unwrap();
    }
    assert!(book.richer_channel(ana, &now).unwrap().is_none());
    assert!(book.openers_of(ana, &now).unwrap().is_empty());
    assert!(book.ties_proposed(9, &now).unwrap().ties.is_empty());
    let everybody = PeopleFilter::default();
    let found = book
        .people_find("heliotrope", &everybody, 9, &now)
        .unwrap()
        .rows;
    assert_eq!(found.len(), 2);
    assert_eq!(book.people_lately(9, &now).unwrap()[0].talked, None);
    let outcome = TalkOutcome {
        promises: vec![kith_core::commitments::TalkCommitment {
            owed_by: kith_core::commitments::OwedBy::Me,
            what: "Send it".into(),
            people: Vec::new(),
            when: String::new(),
        }],
        ..TalkOutcome::default()
    };
    let before = written(&book);
    let refused = book
        .interaction_log_with(&attempt(&[ana], "today"), &outcome, &[], None, &now)
        .unwrap_err();
    assert_eq!(
        (refused.code, refused.field.as_deref()),
        (Code::Invalid, Some("attempt"))
    );
    assert_eq!(written(&book), before);
}

#[test]
fn an_attempt_goes_to_the_trash_and_comes_back_with_its_person() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 14, &now);
    tried(&book, ana, &now);
    and_back(&book, &now, || book.people_trash(&[ana], &now).unwrap());
    book.people_restore(&[ana], &at("2026-03-10T12:00:00Z"))
        .unwrap();
    assert!(book.timeline(ana, 0, 9).unwrap().talks[0].attempt);
}

#[test]
fn a_talk_of_which_something_came_was_no_attempt() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana", 30, &now);
    let outcome = TalkOutcome {
        promises: vec![TalkCommitment {
            owed_by: OwedBy::Me,
            what: "The slides".into(),
            when: String::new(),
            people: Vec::new(),
        }],
        ..TalkOutcome::default()
    };
    let logged = book
        .interaction_log_with(&talk(&[ana], "today"), &outcome, &[], None, &now)
        .unwrap();
    let before = written(&book);
    let refused = book
        .interaction_edit(logged.value.id, &attempt(&[ana], "today"), &now)
        .unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("attempt"));
    assert_eq!(written(&book), before);
}
