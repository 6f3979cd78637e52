//! A private line leaves in nothing that is read aloud, printed, sent or shown to begin with: its word is looked for in
//! every text that does.

use kith_core::boundaries::Boundaries;
use kith_core::commitments::{NewCommitment, OwedBy, TalkCommitment};
use kith_core::communication::Communication;
use kith_core::drafts::DraftSort;
use kith_core::exchanges::{Direction, ExchangeSort, TalkExchange};
use kith_core::export::CardStyle;
use kith_core::facts::{FactKind, NewFact};
use kith_core::logging::TalkOutcome;
use kith_core::reflections::Reflection;
use kith_core::shares::NewShare;
use kith_core::topics::Stance;
use kith_core::{Book, Moment, PersonId};

use crate::talks::{add, add_close, at, log, noon, talk};
use crate::{Place, written};

const KINDS: [(FactKind, &str); 4] = [
    (FactKind::Interest, "quinquireme"),
    (FactKind::Family, "xanthippe"),
    (FactKind::Cause, "yellowhammer"),
    (FactKind::Other, "zugzwang"),
];

/// A person with a private and an open line of each kind, a promise, and somebody she knows.
fn begin(now: &Moment) -> (Place, Book, PersonId) {
    let place = Place::new();
    let book = Book::open(&place.file(), now).unwrap();
    let ana = add_close(&book, "Ana Brook", 7, now);
    let ben = add(&book, "Ben Okafor", now);
    log(&book, &[ana, ben], "today", now);
    for (kind, word) in KINDS {
        for (text, private) in [
            (format!("planted {word}"), true),
            (format!("open {word}"), false),
        ] {
            let fact = NewFact {
                kind,
                text,
                private,
            };
            book.fact_add(ana, &fact, now).unwrap();
        }
    }
    let promise = NewCommitment {
        owed_by: OwedBy::Me,
        what: "The one-page ask".into(),
        people: vec![ana],
        when: "20 march".into(),
    };
    book.commitment_add(&promise, now).unwrap();
    // What both care about stands in a draft.
    for word in ["open", "planted"] {
        let topic = format!("{word} quinquireme");
        book.topic_add(None, Stance::Knows, &topic, now).unwrap();
    }
    (place, book, ana)
}

/// Every text about the person that is printed, sent, copied or shown as a beginning, each with its name.
fn outgoing(book: &Book, ana: PersonId, due: &Moment) -> Vec<(&'static str, String)> {
    let json = |value: serde_json::Result<String>| value.unwrap();
    let mut texts = vec![
        (
            "brief",
            json(serde_json::to_string(&book.brief(ana, false, due).unwrap())),
        ),
        (
            "openers",
            json(serde_json::to_string(&book.openers_of(ana, due).unwrap())),
        ),
        (
            "today",
            json(serde_json::to_string(&book.today(50, due).unwrap())),
        ),
    ];
    let run = book.reminders_begin(due).unwrap();
    let reminders = book.reminders_claim(run, due).unwrap();
    assert!(!reminders.is_empty());
    texts.push(("reminders", format!("{reminders:?}")));
    let promise = book.commitments_of(ana, due).unwrap().open.remove(0);
    let letter = book.commitment_letter(promise.id, "monday", due).unwrap();
    texts.push(("letter", json(serde_json::to_string(&letter))));
    for sort in DraftSort::ALL {
        let draft = book.draft(ana, sort, &[], due).unwrap();
        texts.push(("draft", json(serde_json::to_string(&draft))));
    }
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut card = Vec::new();
        book.write_cards(None, style, &mut card, &|| false).unwrap();
        texts.push(("card", String::from_utf8(card).unwrap()));
    }
    texts
}

#[test]
fn a_private_lines_word_leaves_nowhere_unasked() {
    let (_place, book, ana) = begin(&noon("2026-03-10"));
    let due = at("2026-03-17T11:00:00Z");
    let texts = outgoing(&book, ana, &due);
    for (name, text) in &texts {
        assert!(!text.contains("planted"), "{name}: {text}");
    }
    // The open lines are where one looks for them, so that the word would have been found.
    let says = |wanted: &str, word: &str| {
        let of_name = texts.iter().filter(|(name, _)| *name == wanted);
        of_name.into_iter().any(|(_, text)| text.contains(word))
    };
    assert!(
        KINDS
            .iter()
            .all(|(_, word)| says("brief", &format!("open {word}")))
    );
    assert!(says("openers", "open quinquireme"));
    assert!(says("draft", "open quinquireme"));
    let asked = serde_json::to_string(&book.brief(ana, true, &due).unwrap()).unwrap();
    assert!(
        KINDS
            .iter()
            .all(|(_, word)| asked.contains(&format!("planted {word}")))
    );
}

#[test]
fn a_line_made_private_leaves_no_longer() {
    let now = noon("2026-03-10");
    let (_place, book, ana) = begin(&now);
    for fact in book.facts_of(ana).unwrap() {
        let private = NewFact {
            kind: fact.kind,
            text: format!("planted {}", fact.text),
            private: true,
        };
        book.fact_edit(fact.id, &private, &now).unwrap();
    }
    for (name, text) in outgoing(&book, ana, &at("2026-03-17T11:00:00Z")) {
        assert!(!text.contains("planted"), "{name}: {text}");
    }
}

/// A word in every field of what is kept about a relationship, the person's own card aside.
fn planted_everywhere(book: &Book, ana: PersonId, now: &Moment) {
    let draft = talk(&[ana], "today");
    let outcome = TalkOutcome {
        promises: vec![TalkCommitment {
            owed_by: OwedBy::Them,
            what: "planted promise".into(),
            people: vec![ana],
            when: "20 march".into(),
        }],
        exchanges: vec![TalkExchange {
            direction: Direction::Given,
            what: "planted gift".into(),
            sort: ExchangeSort::Favour,
            size: None,
            people: vec![ana],
        }],
        reflection: Some(Reflection {
            listened: None,
            heard: "planted heard".into(),
        }),
        ..TalkOutcome::default()
    };
    book.interaction_log_with(&draft, &outcome, &[], None, now)
        .unwrap();
    for stance in [Stance::Offers, Stance::Seeks, Stance::Knows] {
        let topic = format!("planted {stance:?}");
        book.topic_add(Some(ana), stance, &topic, now).unwrap();
    }
    book.next_line_set(&[ana], "planted next", now).unwrap();
    let share = NewShare {
        title: "planted share".into(),
        link: "https://planted.example".into(),
        note: "planted note".into(),
        people: vec![ana],
    };
    book.share_add(&share, now).unwrap();
    let communication = Communication {
        best_time: "planted time".into(),
        own_words: "planted words".into(),
        ..Communication::default()
    };
    book.communication_set(ana, &communication, now).unwrap();
    let boundaries = Boundaries {
        off_limits: vec!["planted limit".into()],
        ..Boundaries::default()
    };
    book.boundaries_set(ana, &boundaries, now).unwrap();
    book.check_in_plan(ana, "tomorrow", "planted reason", now)
        .unwrap();
}

#[test]
fn what_is_kept_of_a_relationship_leaves_in_no_card_and_no_file_of_the_network() {
    let now = noon("2026-03-10");
    let (_place, book, ana) = begin(&now);
    planted_everywhere(&book, ana, &now);
    // All of it is in the book's own file, so that the word would be found.
    let whole = written(&book);
    for word in [
        "promise",
        "gift",
        "heard",
        "Offers",
        "Seeks",
        "Knows",
        "next",
        "share",
        "note",
        "time",
        "words",
        "limit",
        "reason",
        "quinquireme",
    ] {
        assert!(whole.contains(&format!("planted {word}")), "{word}");
    }
    let network = book.network(&now).unwrap();
    let (mut graphml, mut people, mut ties) = (Vec::new(), Vec::new(), Vec::new());
    book.write_graphml(&network, true, &mut graphml, &|_, _| true)
        .unwrap();
    book.write_network_csv(&network, true, &mut people, &mut ties, &|_, _| true)
        .unwrap();
    let mut files = vec![graphml, people, ties];
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut card = Vec::new();
        book.write_cards(None, style, &mut card, &|| false).unwrap();
        files.push(card);
    }
    for file in files {
        let text = String::from_utf8(file).unwrap();
        assert!(!text.contains("planted"), "{text}");
    }
}
