//! How people like to talk.

use kith_core::communication::{Communication, RicherChannel};
use kith_core::export::CardStyle;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::{Book, Channel, Code, Moment};

use crate::talks::{add, add_close, and_back, noon, status, talk};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn said() -> Communication {
    Communication {
        channels: vec![Channel::Video, Channel::Chat],
        best_time: "Before noon".into(),
        dynamic: Some(2),
        rapid: None,
        own_words: "A question ahead".into(),
    }
}

#[test]
fn it_is_said_changed_and_unsaid_and_each_taken_back() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    assert_eq!(book.communication_of(ana).unwrap(), None);
    let typed = Communication {
        channels: vec![
            Channel::Video,
            Channel::NotSaid,
            Channel::Chat,
            Channel::Video,
        ],
        best_time: " Before \n noon ".into(),
        ..said()
    };
    and_back(&book, &now, || {
        book.communication_set(ana, &typed, &now).unwrap()
    });
    assert_eq!(book.communication_of(ana).unwrap(), Some(said()));
    // The same again is no step to take back.
    let again = book.communication_set(ana, &said(), &now).unwrap();
    assert_eq!(again.operation, None);
    and_back(&book, &now, || {
        book.communication_set(ana, &Communication::default(), &now)
            .unwrap()
    });
    assert_eq!(book.communication_of(ana).unwrap(), None);
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "Ana Brook");
    let nobody = kith_core::PersonId(99);
    let refused = book.communication_set(nobody, &said(), &now).unwrap_err();
    assert_eq!(refused.code, Code::NotFound);
}

#[test]
fn what_is_too_long_is_refused_where_it_stands() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    for (field, wrong) in [
        (
            "bestTime",
            Communication {
                best_time: "x".repeat(201),
                ..said()
            },
        ),
        (
            "ownWords",
            Communication {
                own_words: "🙂".repeat(10_000),
                ..said()
            },
        ),
        (
            "dynamic",
            Communication {
                dynamic: Some(6),
                ..said()
            },
        ),
        (
            "rapid",
            Communication {
                rapid: Some(0),
                ..said()
            },
        ),
    ] {
        let refused = book.communication_set(ana, &wrong, &now).unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::Invalid, Some(field))
        );
    }
    assert_eq!(book.communication_of(ana).unwrap(), None);
}

#[test]
fn after_three_lean_talks_a_richer_way_is_suggested_theirs_first() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana Brook", 30, &now);
    let lean = |when: &str| {
        let talk = kith_core::logging::NewInteraction {
            attempt: false,
            channel: Channel::Email,
            ..talk(&[ana], when)
        };
        book.interaction_log(&talk, &now).unwrap();
    };
    for when in ["3 march", "5 march"] {
        lean(when);
        assert_eq!(book.richer_channel(ana, &now).unwrap(), None);
    }
    lean("9 march");
    let suggested = |channel, liked| Some(RicherChannel { channel, liked });
    assert_eq!(
        book.richer_channel(ana, &now).unwrap(),
        suggested(Channel::Phone, false)
    );
    book.communication_set(ana, &said(), &now).unwrap();
    assert_eq!(
        book.richer_channel(ana, &now).unwrap(),
        suggested(Channel::Video, true)
    );
    // Nothing is suggested while one rests.
    status(&book, ana, Status::Paused, "1 may", &now);
    assert_eq!(book.richer_channel(ana, &now).unwrap(), None);
}

#[test]
fn it_is_found_goes_with_its_person_and_comes_back_from_json_but_leaves_in_no_card() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let planted = Communication {
        best_time: "quinquireme".into(),
        own_words: "nineveh".into(),
        ..said()
    };
    book.communication_set(ana, &planted, &now).unwrap();
    let found = |text: &str| {
        let found = book.people_find(text, &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    assert_eq!((found("quinquireme"), found("nineveh")), (1, 1));
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!(copy.communication_of(ana).unwrap(), Some(planted));
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut cards = Vec::new();
        book.write_cards(None, style, &mut cards, &|| false)
            .unwrap();
        let cards = String::from_utf8(cards).unwrap();
        assert!(!cards.contains("quinquireme") && !cards.contains("nineveh"));
    }
    book.people_trash(&[ana], &now).unwrap();
    assert_eq!(found("nineveh"), 0);
    book.undo(&now).unwrap();
    assert_eq!(found("nineveh"), 1);
}
