//! Drafts: what one could write to somebody, from what the book knows and nothing else.

use kith_core::details::{ContactKind, DetailEdit};
use kith_core::drafts::{Draft, DraftPart, DraftSort};
use kith_core::exchanges::{Direction, ExchangeSort, NewExchange};
use kith_core::facts::{FactKind, NewFact};
use kith_core::relationships::Status;
use kith_core::topics::Stance;
use kith_core::{Book, Code, Moment, PersonId};
use serde_json::{Map, Value, json};

use crate::talks::{add, add_close, log, noon, status};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn edit(book: &Book, person: PersonId, edit: DetailEdit, now: &Moment) {
    book.person_edit(person, &edit, now).unwrap();
}

fn mail_address(book: &Book, person: PersonId, value: &str, now: &Moment) {
    let address = DetailEdit::ContactPoint {
        id: None,
        kind: ContactKind::Email,
        value: value.to_owned(),
        label: String::new(),
        preferred: false,
    };
    edit(book, person, address, now);
}

fn fact(book: &Book, person: PersonId, kind: FactKind, text: &str, private: bool, now: &Moment) {
    let fact = NewFact {
        kind,
        text: text.to_owned(),
        private,
    };
    book.fact_add(person, &fact, now).unwrap();
}

fn templates(book: &Book, templates: Value, now: &Moment) -> Result<(), kith_core::Error> {
    let set = Map::from_iter([("draftTemplates".to_owned(), templates)]);
    book.settings_set(&set, now).map(drop)
}

fn words(pieces: &[kith_core::drafts::DraftPiece]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

fn draft(book: &Book, person: PersonId, sort: DraftSort, now: &Moment) -> Draft {
    book.draft(person, sort, &[], now).unwrap()
}

#[test]
fn of_somebody_of_whom_nothing_is_known_nothing_is_said() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let request = draft(&book, ilse, DraftSort::Connection, &now);
    assert_eq!(
        words(&request.body),
        "Hello Ilse,\n\nShall we stay in touch?"
    );
    assert_eq!(request.most_characters, Some(300));
    assert_eq!((request.from, request.has_mail), (Vec::new(), false));
    let news = draft(&book, ilse, DraftSort::Congratulation, &now);
    assert_eq!(words(&news.subject), "Congratulations");
    for sort in DraftSort::ALL {
        let text = words(&draft(&book, ilse, sort, &now).body);
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn a_new_role_and_a_talk_are_filled_in_and_can_be_left_out() {
    let (_place, book, now) = begin();
    let daniel = add_close(&book, "Daniel Osterby", 45, &now);
    let job = DetailEdit::Affiliation {
        id: None,
        organisation: "Corvane Optics".to_owned(),
        role: "Supply Lead".to_owned(),
        department: String::new(),
        since: "1 March 2026".to_owned(),
        until: String::new(),
    };
    edit(&book, daniel, job, &now);
    log(&book, &[daniel], "yesterday", &now);
    let news = draft(&book, daniel, DraftSort::Congratulation, &now);
    assert_eq!(
        words(&news.subject),
        "Supply Lead at Corvane Optics: congratulations"
    );
    let text = words(&news.body);
    assert!(
        text.contains("I saw that you are Supply Lead at Corvane Optics since 1 March."),
        "{text}"
    );
    let [role] = &news.from[..] else {
        panic!("{:?}", news.from)
    };
    assert_eq!((role.part, role.used), (DraftPart::NewRole, true));
    assert_eq!(role.words, "Supply Lead since 1 March");
    let without = book
        .draft(
            daniel,
            DraftSort::Congratulation,
            &[DraftPart::NewRole],
            &now,
        )
        .unwrap();
    assert!(
        !words(&without.body).contains("Supply"),
        "its sentence goes"
    );
    assert_eq!(words(&without.subject), "Congratulations");
    assert!(!without.from[0].used, "it can be ticked again");
    let after = draft(&book, daniel, DraftSort::FollowUp, &now);
    assert!(words(&after.body).contains("It was good to talk yesterday."));
}

#[test]
fn a_private_line_fills_nothing_and_is_marked_where_one_writes_it() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    fact(
        &book,
        ilse,
        FactKind::Interest,
        "Zanzibar by night",
        true,
        &now,
    );
    fact(
        &book,
        ilse,
        FactKind::Family,
        "Her father is in care",
        true,
        &now,
    );
    book.topic_add(None, Stance::Knows, "Zanzibar by night", &now)
        .unwrap();
    for sort in DraftSort::ALL {
        let draft = draft(&book, ilse, sort, &now);
        let all = format!("{} {}", words(&draft.subject), words(&draft.body));
        assert!(
            !all.contains("Zanzibar") && !all.contains("father"),
            "{all}"
        );
        assert!(book.draft_marks(ilse, &all).unwrap().is_empty(), "{all}");
    }
    let marks = book.draft_marks(ilse, "How is your father?").unwrap();
    assert_eq!(marks.len(), 1);
    assert_eq!((marks[0].from, marks[0].to), (12, 18));
    assert_eq!(marks[0].why, "Private: Her father is in care");
    let other = add(&book, "Ben", &now);
    assert!(
        book.draft_marks(other, "How is your father?")
            .unwrap()
            .is_empty()
    );
    let refused = book.draft_marks(ilse, &"word ".repeat(20_000)).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
}

#[test]
fn templates_are_the_users_to_change_and_go_back() {
    let (place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let own = json!({ "check_in": { "subject": "Hei {first name}", "body": "Hei {first name}! {new role}?" } });
    templates(&book, own, &now).unwrap();
    let check_in = draft(&book, ilse, DraftSort::CheckIn, &now);
    assert_eq!(words(&check_in.subject), "Hei Ilse");
    assert_eq!(words(&check_in.body), "Hei Ilse!");
    let listed = book.draft_templates().unwrap();
    let of = |sort| listed.iter().find(|one| one.sort == sort).unwrap();
    assert!(!of(DraftSort::CheckIn).is_usual && of(DraftSort::Thanks).is_usual);
    let read = read_back(&written(&book), &place.folder.path().join("read.kith"));
    assert_eq!(written(&read), written(&book));
    book.undo(&now).unwrap();
    assert!(
        book.draft_templates()
            .unwrap()
            .iter()
            .all(|one| one.is_usual)
    );
}

#[test]
fn a_template_that_cannot_be_is_refused_with_its_reason() {
    let (_place, book, now) = begin();
    let before = written(&book);
    for (body, message) in [
        ("Dear {last name},".to_owned(), "no part “last name”"),
        ("Dear {first name,".to_owned(), "in braces"),
        ("x".repeat(100_000), "5000 characters"),
        ("  ".to_owned(), "some words"),
    ] {
        let own = json!({ "thanks": { "subject": "", "body": body } });
        let refused = templates(&book, own, &now).unwrap_err();
        assert_eq!(refused.code, Code::Invalid);
        assert!(refused.message.contains(message), "{}", refused.message);
    }
    assert_eq!(written(&book), before);
    // Text that looks like a page's source is text.
    let own =
        json!({ "thanks": { "subject": "", "body": "<script>alert(1)</script> {first name}" } });
    templates(&book, own, &now).unwrap();
    let ilse = add(&book, "Ilse", &now);
    let thanks = draft(&book, ilse, DraftSort::Thanks, &now);
    assert_eq!(words(&thanks.body), "<script>alert(1)</script> Ilse");
}

#[test]
fn a_long_text_is_cut_after_a_word_where_mail_programs_would_cut_it() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let refused = book.draft_mail(ilse, "Hello", "Text").unwrap_err();
    assert_eq!(refused.code, Code::NoAppForLink);
    mail_address(&book, ilse, "ilse@tarn.example", &now);
    let short = book
        .draft_mail(ilse, "Hello there", "One line\nTwo")
        .unwrap();
    assert_eq!(
        short.link,
        "mailto:ilse@tarn.example?subject=Hello%20there&body=One%20line%0D%0ATwo"
    );
    assert!(!short.cut);
    for word in ["word ", "größer ", "見 "] {
        let long = book.draft_mail(ilse, "Hello", &word.repeat(3_000)).unwrap();
        assert!(
            long.cut && long.link.len() <= 2_000 && long.link.len() > 1_900,
            "{word}"
        );
        assert!(!long.link.ends_with("%20"));
    }
    let one_word = book.draft_mail(ilse, "Hello", &"x".repeat(9_000)).unwrap();
    assert!(one_word.cut && one_word.link.ends_with("body="));
}

#[test]
fn whoever_one_writes_to_is_thanked_for_what_they_gave() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    let given = NewExchange {
        direction: Direction::Received,
        what: "An hour with her quality lead".to_owned(),
        sort: ExchangeSort::Time,
        size: None,
        when: "today".to_owned(),
        back_by: String::new(),
    };
    book.exchange_add(ilse, &given, &now).unwrap();
    let thanks = draft(&book, ilse, DraftSort::Thanks, &now);
    let text = words(&thanks.body);
    assert!(
        text.contains("Thank you for an hour with her quality lead."),
        "{text}"
    );
}

#[test]
fn a_draft_to_somebody_who_is_left_alone_says_so() {
    let (_place, book, now) = begin();
    let daniel = add_close(&book, "Daniel Osterby", 45, &now);
    assert_eq!(draft(&book, daniel, DraftSort::CheckIn, &now).held, None);
    status(&book, daniel, Status::Paused, "1 may", &now);
    let held = || draft(&book, daniel, DraftSort::CheckIn, &now).held;
    let words = "Daniel is paused until 1 May. Send it another day?";
    assert_eq!(held().as_deref(), Some(words));
    // What does not end by itself leaves nothing to wait for.
    status(&book, daniel, Status::Ended, "", &now);
    let words = "The relationship with Daniel has ended.";
    assert_eq!(held().as_deref(), Some(words));
    status(&book, daniel, Status::Died, "", &now);
    let held = held().unwrap();
    assert!(held.starts_with("Daniel died on"), "{held}");
    assert!(!held.contains('?'), "{held}");
}
