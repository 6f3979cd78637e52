//! What to begin a talk with: the line for next time, things kept to share, and openers on Today, on the page and in
//! reminders.

use kith_core::commitments::{NewCommitment, OwedBy};
use kith_core::details::{ContactKind, DateKind, DetailEdit};
use kith_core::export::CardStyle;
use kith_core::facts::{FactKind, NewFact};
use kith_core::logging::NewInteraction;
use kith_core::openers::{Opener, OpenerSort};
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::reminders::ReminderAnswer;
use kith_core::sentences::Intent;
use kith_core::shares::{NewShare, Share};
use kith_core::topics::Stance;
use kith_core::{Book, Code, Error, Moment, PersonId, ShareId};

use crate::talks::{add, add_close, and_back, at, noon, status as set_status, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";
const LINK: &str = "https://bench.example/moving?a=b";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn next_of(book: &Book, person: PersonId) -> Option<String> {
    book.next_line_of(person).unwrap().map(|line| line.text)
}

fn set_next(book: &Book, person: PersonId, text: &str, now: &Moment) {
    book.next_line_set(&[person], text, now).unwrap();
}

fn noted(people: &[PersonId], when: &str, note: &str) -> NewInteraction {
    NewInteraction {
        note: note.to_owned(),
        ..talk(people, when)
    }
}

fn share(title: &str, link: &str, people: &[PersonId]) -> NewShare {
    NewShare {
        title: title.into(),
        link: link.into(),
        note: String::new(),
        people: people.to_vec(),
    }
}

fn keep(book: &Book, title: &str, person: PersonId, now: &Moment) -> ShareId {
    let new = share(title, "", &[person]);
    book.share_add(&new, now).unwrap().value
}

fn shares(book: &Book, person: PersonId, now: &Moment) -> Vec<Share> {
    book.shares_of(person, now).unwrap()
}

fn openers(book: &Book, person: PersonId, now: &Moment) -> Vec<Opener> {
    book.openers_of(person, now).unwrap()
}

fn words(book: &Book, person: PersonId, now: &Moment) -> Vec<String> {
    let openers = openers(book, person, now).into_iter();
    openers
        .map(|opener| format!("{} {}", opener.lead, opener.text).trim().to_owned())
        .collect()
}

fn edit(book: &Book, person: PersonId, edit: &DetailEdit, now: &Moment) {
    book.person_edit(person, edit, now).unwrap();
}

fn fact(book: &Book, person: PersonId, text: &str, private: bool, now: &Moment) {
    let fact = NewFact {
        kind: FactKind::Interest,
        text: text.into(),
        private,
    };
    book.fact_add(person, &fact, now).unwrap();
}

fn promise(book: &Book, owed_by: OwedBy, what: &str, person: PersonId, when: &str, now: &Moment) {
    let new = NewCommitment {
        owed_by,
        what: what.into(),
        people: vec![person],
        when: when.into(),
    };
    book.commitment_add(&new, now).unwrap();
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default())
}

#[test]
fn the_line_for_next_time_goes_with_a_talk_and_one_undo_brings_it_back() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    and_back(&book, &now, || {
        set_next(&book, ilse, " Ask about\n the benches ", &now)
    });
    assert_eq!(next_of(&book, ilse).unwrap(), "Ask about the benches");
    and_back(&book, &now, || set_next(&book, ilse, "Ask who pays", &now));
    // A talk of before the line was noted is not the next one.
    book.interaction_log(&talk(&[ilse], "last friday"), &now)
        .unwrap();
    assert_eq!(next_of(&book, ilse).unwrap(), "Ask who pays");
    and_back(&book, &now, || {
        book.interaction_log(&talk(&[ilse], "today"), &now).unwrap()
    });
    assert_eq!(next_of(&book, ilse), None);
    book.undo(&now).unwrap();
    assert_eq!(next_of(&book, ilse).unwrap(), "Ask who pays");
    and_back(&book, &now, || set_next(&book, ilse, " ", &now));
    assert_eq!(next_of(&book, ilse), None);
    let long = "a".repeat(10_000);
    let too_long = refused(book.next_line_set(&[ilse], &long, &now));
    assert_eq!(too_long, (Code::Invalid, "text".into()));
    let nobody = refused(book.next_line_set(&[], "a", &now));
    assert_eq!(nobody, (Code::Invalid, "people".into()));
}

#[test]
fn the_line_goes_with_a_talk_that_somebody_is_added_to_later() {
    let (_place, book, now) = begin();
    let (ana, ben) = (add(&book, "Ana", &now), add(&book, "Ben", &now));
    set_next(&book, ben, "Ask about the benches", &now);
    let logged = book.interaction_log(&talk(&[ana], "today"), &now).unwrap();
    and_back(&book, &now, || {
        let both = talk(&[ana, ben], "today");
        book.interaction_edit(logged.value.id, &both, &now).unwrap()
    });
    assert_eq!(next_of(&book, ben), None);
    // A line that is noted after the talk stays through a correction of it.
    set_next(&book, ana, "Ask who pays", &now);
    let corrected = noted(&[ana, ben], "today", "Bergen");
    book.interaction_edit(logged.value.id, &corrected, &now)
        .unwrap();
    assert_eq!(next_of(&book, ana).unwrap(), "Ask who pays");
}

#[test]
fn a_long_title_leaves_room_in_the_reminder_for_the_line_and_the_note() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let note = noted(&[ilse], "today", &"is cold ".repeat(20));
    book.interaction_log(&note, &now).unwrap();
    keep(&book, &"Moving a lab ".repeat(15), ilse, &now);
    set_next(&book, ilse, "Ask about the benches", &now);
    let due = at("2026-04-09T09:00:00Z");
    let run = book.reminders_begin(&due).unwrap();
    let [reminder] = &book.reminders_claim(run, &due).unwrap()[..] else {
        panic!("one rings");
    };
    // As much of it as a notification shows.
    let shown: String = reminder.reason.chars().take(300).collect();
    assert!(
        shown.contains("Next time: Ask about the benches. Last time: is cold"),
        "{shown}"
    );
}

#[test]
fn a_sentence_writes_the_line_for_next_time() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let text = "next time with ilse: ask about the benches";
    let sentence = book.sentence(text, &now).unwrap().unwrap();
    let line = &sentence.lines[0];
    assert_eq!(
        line.words,
        "Next time with Ilse Varnholt: “ask about the benches”"
    );
    assert!(matches!(&line.intent, Intent::NextTime { people, .. } if *people == [ilse]));
    and_back(&book, &now, || {
        book.sentence_do(&line.intent, &now).unwrap()
    });
    assert_eq!(next_of(&book, ilse).unwrap(), "ask about the benches");
}

#[test]
fn things_are_kept_to_share_corrected_shared_and_removed_and_each_taken_back() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let ben = add(&book, "Ben Okafor", &now);
    // A pasted link is enough.
    let id = and_back(&book, &now, || {
        let pasted = share(LINK, "", &[ilse, ben]);
        book.share_add(&pasted, &now).unwrap().value
    });
    let [kept] = &shares(&book, ben, &now)[..] else {
        panic!("one is kept");
    };
    assert_eq!((kept.title.as_str(), kept.link.as_str()), ("", LINK));
    assert_eq!(kept.name, "bench.example/moving?a=b");
    assert_eq!(book.share_link(id).unwrap(), LINK);
    and_back(&book, &now, || {
        let titled = share("Moving a lab", LINK, &[ilse, ben]);
        book.share_edit(id, &titled, &now).unwrap()
    });
    assert_eq!(shares(&book, ilse, &now)[0].name, "Moving a lab");
    and_back(&book, &now, || {
        book.share_mark(id, ilse, true, &now).unwrap()
    });
    assert_eq!(shares(&book, ilse, &now)[0].shared, "10 March");
    assert_eq!(shares(&book, ben, &now)[0].shared_on, None);
    and_back(&book, &now, || {
        book.share_mark(id, ilse, false, &now).unwrap()
    });
    and_back(&book, &now, || book.share_remove(id, &now).unwrap());
    assert!(shares(&book, ilse, &now).is_empty());
    assert_eq!(refused(book.share_remove(id, &now)).0, Code::NotFound);
}

#[test]
fn what_is_no_web_address_is_refused_at_its_field_and_nothing_is_kept() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    for link in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://x.example",
        "not a link",
        "http://",
        "https:///path",
        "https://not a link",
    ] {
        let in_link = refused(book.share_add(&share("A title", link, &[ilse]), &now));
        assert_eq!(in_link, (Code::Invalid, "link".into()), "{link}");
    }
    for title in ["javascript:alert(1)", "http://"] {
        let refused = refused(book.share_add(&share(title, "", &[ilse]), &now));
        assert_eq!(refused, (Code::Invalid, "title".into()), "{title}");
    }
    let nothing = refused(book.share_add(&share(" ", "", &[ilse]), &now));
    assert_eq!(nothing, (Code::Invalid, "title".into()));
    let long = "a".repeat(10_000);
    let long = refused(book.share_add(&share(&long, "", &[ilse]), &now));
    assert_eq!(long, (Code::Invalid, "title".into()));
    let nobody = refused(book.share_add(&share("A", "", &[]), &now));
    assert_eq!(nobody, (Code::Invalid, "people".into()));
    book.people_trash(&[ilse], &now).unwrap();
    let trashed = refused(book.share_add(&share("A", "", &[ilse]), &now));
    assert_eq!(trashed, (Code::Invalid, "people".into()));
    book.people_restore(&[ilse], &now).unwrap();
    assert!(shares(&book, ilse, &now).is_empty());
    // A title with a colon is a title.
    keep(&book, "Optics: a history", ilse, &now);
}

/// A person of whom everything is known that an opener can be from.
fn known_well(book: &Book, now: &Moment) -> PersonId {
    let ilse = add_close(book, "Ilse Varnholt", 30, now);
    let birthday = DetailEdit::Date {
        id: None,
        kind: DateKind::Birthday,
        label: String::new(),
        text: "10 March 1980".into(),
    };
    edit(book, ilse, &birthday, now);
    let job = DetailEdit::Affiliation {
        id: None,
        organisation: "Tarn Biologics".into(),
        role: "Director".into(),
        department: String::new(),
        since: "1 March 2026".into(),
        until: String::new(),
    };
    edit(book, ilse, &job, now);
    let before = at("2026-02-02T11:00:00Z");
    promise(book, OwedBy::Me, "The protocol", ilse, "tomorrow", &before);
    promise(book, OwedBy::Them, "Two dates", ilse, "tomorrow", &before);
    let last = noted(&[ilse], "27 january", "\nBergen in February.\nMore.");
    book.interaction_log(&last, now).unwrap();
    set_next(book, ilse, "Ask about the benches", now);
    keep(book, "Moving a lab", ilse, now);
    fact(book, ilse, "A secret garden", true, now);
    fact(book, ilse, "Sings in a choir", false, now);
    ilse
}

#[test]
fn openers_come_in_their_order_and_what_is_refused_rests_for_two_weeks() {
    let (_place, book, now) = begin();
    let ilse = known_well(&book, &now);
    let order = [
        "Today: Birthday, 46",
        "You promised for Tue 3 February: The protocol",
        "New since 1 March: Director, Tarn Biologics",
        "Promised to you: Two dates",
        "Next time: Ask about the benches",
        "To share: Moving a lab",
        "Last time: Bergen in February.",
        "Interest: Sings in a choir",
        "42 days since the last phone call",
    ];
    assert_eq!(words(&book, ilse, &now), order[..3]);
    for (at, expected) in order.iter().enumerate() {
        let first = openers(&book, ilse, &now).remove(0);
        assert_eq!(words(&book, ilse, &now)[0], *expected, "{at}");
        and_back(&book, &now, || {
            let rest = book.opener_rest(ilse, first.sort, first.item, &now);
            rest.unwrap()
        });
    }
    assert!(openers(&book, ilse, &now).is_empty());
    let later = noon("2026-03-23");
    assert!(openers(&book, ilse, &later).is_empty());
    let awake = noon("2026-03-24");
    assert_eq!(words(&book, ilse, &awake)[0], order[1]);
}

#[test]
fn what_stood_first_at_a_talk_does_not_stand_first_at_the_next() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let first = |now: &Moment| openers(&book, ilse, now).first().map(|one| one.sort);
    assert_eq!(first(&now), None);
    fact(&book, ilse, "Sings in a choir", false, &now);
    book.interaction_log(&noted(&[ilse], "today", "Bergen."), &now)
        .unwrap();
    // The interest stood first when it was logged.
    assert_eq!(first(&now), Some(OpenerSort::LastTalk));
    let then = noon("2026-03-12");
    book.interaction_log(&noted(&[ilse], "today", "Oslo."), &then)
        .unwrap();
    assert_eq!(first(&then), Some(OpenerSort::Interest));
    book.undo(&then).unwrap();
    assert_eq!(first(&then), Some(OpenerSort::LastTalk));
}

#[test]
fn a_private_line_is_never_an_opener_and_leaves_in_no_reminder() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    fact(&book, ilse, "A secret garden", true, &now);
    assert!(openers(&book, ilse, &now).is_empty());
    let due = at("2026-04-20T09:00:00Z");
    let row = &book.today(50, &due).unwrap().rows[0];
    assert_eq!(row.opener, None);
    let run = book.reminders_begin(&due).unwrap();
    let [reminder] = &book.reminders_claim(run, &due).unwrap()[..] else {
        panic!("one rings");
    };
    assert!(!reminder.reason.contains("garden"), "{}", reminder.reason);
    fact(&book, ilse, "Sings in a choir", false, &due);
    let later = at("2026-04-21T09:00:00Z");
    let run = book.reminders_begin(&later).unwrap();
    let reason = book.reminders_claim(run, &later).unwrap()[0].reason.clone();
    assert!(
        reason.contains("choir") && !reason.contains("garden"),
        "{reason}"
    );
}

#[test]
fn a_row_that_cannot_be_read_keeps_no_reminder_and_no_talk_back() {
    let (place, book, now) = begin();
    let ilse = known_well(&book, &now);
    let birthday = DetailEdit::Date {
        id: None,
        kind: kith_core::details::DateKind::Birthday,
        label: String::new(),
        text: "10 april".into(),
    };
    edit(&book, ilse, &birthday, &now);
    drop(book);
    let by_hand = rusqlite::Connection::open(place.file()).unwrap();
    by_hand
        .execute_batch("PRAGMA ignore_check_constraints = 1; UPDATE dates SET kind = 'name day'")
        .unwrap();
    drop(by_hand);
    let book = place.open();
    let due = at("2026-05-20T09:00:00Z");
    assert_eq!(book.today(50, &due).unwrap().rows[0].opener, None);
    let run = book.reminders_begin(&due).unwrap();
    assert_eq!(book.reminders_claim(run, &due).unwrap().len(), 1);
    book.interaction_log(&noted(&[ilse], "today", ""), &due)
        .unwrap();
}

#[test]
fn not_this_of_one_match_leaves_the_other() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Souza", &now);
    let ben = add(&book, "Ben Okafor", &now);
    for topic in ["a pilot lab", "a humidity reviewer"] {
        book.topic_add(Some(ana), Stance::Seeks, topic, &now)
            .unwrap();
        book.topic_add(Some(ben), Stance::Offers, topic, &now)
            .unwrap();
    }
    let first = |book: &Book| openers(book, ana, &now)[0].clone();
    let before = first(&book);
    assert_eq!(before.sort, OpenerSort::Match);
    book.opener_rest(ana, before.sort, before.item, &now)
        .unwrap();
    let after = first(&book);
    assert_eq!(after.sort, OpenerSort::Match);
    assert!(after.text != before.text);
}

#[test]
fn nobody_who_is_left_alone_has_an_opener() {
    let (_place, book, now) = begin();
    let ilse = known_well(&book, &now);
    for status in [Status::Ended, Status::CoolingOff] {
        set_status(&book, ilse, status, "", &now);
        assert!(openers(&book, ilse, &now).is_empty(), "{status:?}");
        book.undo(&now).unwrap();
    }
    assert_eq!(openers(&book, ilse, &now).len(), 3);
    book.people_trash(&[ilse], &now).unwrap();
    assert!(openers(&book, ilse, &now).is_empty());
    book.people_restore(&[ilse], &now).unwrap();
    assert_eq!(openers(&book, ilse, &now).len(), 3);
    assert_eq!(next_of(&book, ilse).unwrap(), "Ask about the benches");
    assert_eq!(shares(&book, ilse, &now).len(), 1);
}

#[test]
fn today_shows_an_opener_and_a_reminder_tells_it_with_the_next_line_and_the_last_note() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let note = format!("Bergen\n{}", "is cold ".repeat(20));
    book.interaction_log(&noted(&[ilse], "today", &note), &now)
        .unwrap();
    fact(&book, ilse, "Sings in a choir", false, &now);
    keep(&book, "Moving a lab", ilse, &now);
    set_next(&book, ilse, "Ask about the benches", &now);
    let due = at("2026-04-09T09:00:00Z");
    let row = &book.today(50, &due).unwrap().rows[0];
    let opener = row.opener.as_ref().unwrap();
    assert_eq!(opener.sort, OpenerSort::NextTime);
    book.opener_rest(ilse, opener.sort, opener.item, &due)
        .unwrap();
    let run = book.reminders_begin(&due).unwrap();
    let [reminder] = &book.reminders_claim(run, &due).unwrap()[..] else {
        panic!("one rings");
    };
    let last = "is cold ".repeat(20);
    let last: String = format!("Bergen {last}").chars().take(80).collect();
    let expected = format!(
        "30 days since the last phone call, due today. To share: Moving a lab. \
         Next time: Ask about the benches. Last time: {}…",
        last.trim_end()
    );
    assert_eq!(reminder.reason, expected);
    // Done is a talk: what stood first is remembered, and the line has done its work.
    book.reminders_shown(&reminder.keys, &due).unwrap();
    book.reminder_answer(&reminder.keys, ReminderAnswer::Done, &due)
        .unwrap();
    assert_eq!(next_of(&book, ilse), None);
    let after = noon("2026-04-10");
    let sorts: Vec<_> = openers(&book, ilse, &after)
        .iter()
        .map(|one| one.sort)
        .collect();
    assert_eq!(sorts, [OpenerSort::Interest, OpenerSort::Quiet]);
}

#[test]
fn it_is_found_leaves_in_no_card_and_comes_back_with_the_book() {
    let (place, book, now) = begin();
    let ilse = known_well(&book, &now);
    let mail = DetailEdit::ContactPoint {
        id: None,
        kind: ContactKind::Email,
        value: "ilse@tarn.example".into(),
        label: String::new(),
        preferred: false,
    };
    edit(&book, ilse, &mail, &now);
    let mut thing = share("Zwieback in orbit", LINK, &[ilse]);
    thing.note = "A quokka note".into();
    book.share_add(&thing, &now).unwrap();
    for (typed, matched) in [
        ("benches", "Ask about the benches"),
        ("zwieb", "Zwieback in orbit"),
        ("quokka", "A quokka note"),
    ] {
        let found = book
            .people_find(typed, &PeopleFilter::default(), 9, &now)
            .unwrap();
        assert_eq!(found.rows.len(), 1, "{typed}");
        assert_eq!(found.rows[0].matched.as_deref(), Some(matched));
    }
    let mut cards = Vec::new();
    book.write_cards(None, CardStyle::Version4, &mut cards, &|| false)
        .unwrap();
    let cards = String::from_utf8(cards).unwrap();
    assert!(cards.contains("ilse@tarn.example"));
    for planted in ["benches", "Zwieback", "quokka", "bench.example"] {
        assert!(!cards.contains(planted), "{planted}");
    }
    let json = written(&book);
    let back = read_back(&json, &place.folder.path().join("copy.kith"));
    assert_eq!(written(&back), json);
    assert_eq!(words(&back, ilse, &now), words(&book, ilse, &now));
}
