//! Give and take: written down, corrected, settled, lent and back; with a talk, and from a promise that was kept.

use kith_core::commitments::{CommitmentEdit, CommitmentEnd, NewCommitment, OwedBy};
use kith_core::exchanges::{
    Direction, Exchange, ExchangeSort, ExchangesOf, Lean, NewExchange, TalkExchange,
};
use kith_core::export::CardStyle;
use kith_core::logging::TalkOutcome;
use kith_core::openers::OpenerSort;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, ExchangeId, Moment, PersonId};

use crate::talks::{add, and_back, noon, talk};
use crate::{Place, read_back, written};

/// Tuesday 10 March 2026.
const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment, PersonId) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    let ana = add(&book, "Ana Brook", &now);
    (place, book, now, ana)
}

fn given(what: &str, when: &str) -> NewExchange {
    NewExchange {
        direction: Direction::Given,
        what: what.into(),
        sort: ExchangeSort::Feedback,
        size: None,
        when: when.into(),
        back_by: String::new(),
    }
}

fn lent(what: &str, when: &str, back_by: &str) -> NewExchange {
    NewExchange {
        sort: ExchangeSort::Favour,
        back_by: back_by.into(),
        ..given(what, when)
    }
}

fn enter(book: &Book, person: PersonId, exchange: &NewExchange, now: &Moment) -> ExchangeId {
    book.exchange_add(person, exchange, now).unwrap().value
}

fn of(book: &Book, person: PersonId, now: &Moment) -> ExchangesOf {
    book.exchanges_of(person, 1000, now).unwrap()
}

fn only(book: &Book, person: PersonId, now: &Moment) -> Exchange {
    let [one] = of(book, person, now).entries.try_into().unwrap();
    one
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, String) {
    let error = answer.unwrap_err();
    (error.code, error.field.unwrap_or_default())
}

fn invalid(field: &str) -> (Code, String) {
    (Code::Invalid, field.to_owned())
}

#[test]
fn it_is_written_down_corrected_and_removed_and_each_taken_back() {
    let (_place, book, now, ana) = begin();
    let id = and_back(&book, &now, || {
        enter(
            &book,
            ana,
            &given(" Comments \n on her draft", "friday"),
            &now,
        )
    });
    let shown = only(&book, ana, &now);
    assert_eq!(
        (shown.what.as_str(), shown.day_words.as_str(), shown.size),
        ("Comments on her draft", "6 Mar", 2)
    );
    assert_eq!(shown.title, "You gave feedback");
    let edit = NewExchange {
        direction: Direction::Received,
        sort: ExchangeSort::Introduction,
        size: Some(3),
        ..given("An introduction to Ben", "October 2025")
    };
    and_back(&book, &now, || book.exchange_edit(id, &edit, &now).unwrap());
    let shown = only(&book, ana, &now);
    assert_eq!(
        (shown.title.as_str(), shown.day_words.as_str(), shown.size),
        ("You received an introduction", "October 2025", 3)
    );
    // The same again is no step to take back.
    let again = book.exchange_edit(id, &edit, &now).unwrap();
    assert_eq!(again.operation, None);
    and_back(&book, &now, || book.exchange_remove(id, &now).unwrap());
    assert!(of(&book, ana, &now).entries.is_empty());
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "Ana Brook");
}

#[test]
fn what_cannot_be_is_refused_where_it_stands_and_nothing_is_half_saved() {
    let (_place, book, now, ana) = begin();
    let gone = add(&book, "Gone", &now);
    book.people_trash(&[gone], &now).unwrap();
    let before = written(&book);
    let add = |person, exchange: NewExchange| refused(book.exchange_add(person, &exchange, &now));
    for what in ["", " \n\u{200b}", &"long ".repeat(2_000)] {
        assert_eq!(add(ana, given(what, "today")), invalid("what"));
    }
    for when in [
        "",
        "tomorrow",
        "banana",
        "1899-01-01",
        "today 9:00",
        "31 february",
    ] {
        assert_eq!(add(ana, given("x", when)), invalid("when"), "{when}");
    }
    for back_by in ["2026-03-09", "banana", "friday 9:00", "2099-01-01"] {
        assert_eq!(
            add(ana, lent("x", "today", back_by)),
            invalid("backBy"),
            "{back_by}"
        );
    }
    for size in [0, 4, 255] {
        let exchange = NewExchange {
            size: Some(size),
            ..given("x", "today")
        };
        assert_eq!(add(ana, exchange), invalid("size"));
    }
    assert_eq!(add(gone, given("x", "today")), invalid("people"));
    assert_eq!(add(PersonId(99), given("x", "today")).0, Code::NotFound);
    assert_eq!(
        refused(book.exchange_remove(ExchangeId(9), &now)).0,
        Code::NotFound
    );
    assert_eq!(refused(book.exchanges_settle(ana, &now)).0, Code::Stale);
    assert_eq!(refused(book.exchanges_unsettle(ana, &now)).0, Code::Stale);
    assert_eq!(written(&book), before);
}

#[test]
fn the_balance_is_told_from_three_on_and_what_is_settled_no_longer_counts() {
    let (_place, book, now, ana) = begin();
    for (size, direction) in [(3, Direction::Given), (2, Direction::Given)] {
        let exchange = NewExchange {
            direction,
            size: Some(size),
            ..given("x", "today")
        };
        enter(&book, ana, &exchange, &now);
    }
    let few = of(&book, ana, &now).balance;
    assert_eq!(
        (few.lean, few.words.as_str()),
        (Lean::NotEnough, "Not enough yet")
    );
    let received = NewExchange {
        direction: Direction::Received,
        ..given("y", "today")
    };
    enter(&book, ana, &received, &now);
    let told = of(&book, ana, &now).balance;
    assert!((told.balance.unwrap() - 0.428_571).abs() < 1e-6);
    assert_eq!(told.words, "You gave more");
    and_back(&book, &now, || book.exchanges_settle(ana, &now).unwrap());
    let settled = of(&book, ana, &now);
    assert_eq!(
        (settled.settled.as_str(), settled.balance.counted),
        ("10 March", 0)
    );
    assert!(settled.entries.iter().all(|entry| !entry.counts));
    assert_eq!(refused(book.exchanges_settle(ana, &now)).0, Code::Stale);
    // What follows on that day counts, what is only written down later does not.
    enter(&book, ana, &given("z", "today"), &now);
    enter(&book, ana, &given("long ago", "yesterday"), &now);
    assert_eq!(of(&book, ana, &now).balance.counted, 1);
    and_back(&book, &now, || book.exchanges_unsettle(ana, &now).unwrap());
    assert_eq!(of(&book, ana, &now).balance.counted, 5);
    assert_eq!(of(&book, ana, &now).settled, "");
    // Settled twice: "Count all again" means all.
    let counted = of(&book, ana, &now).balance.counted;
    book.exchanges_settle(ana, &now).unwrap();
    enter(&book, ana, &given("Another review", "today"), &now);
    book.exchanges_settle(ana, &now).unwrap();
    book.exchanges_unsettle(ana, &now).unwrap();
    assert_eq!(of(&book, ana, &now).balance.counted, counted + 1);
}

#[test]
fn a_thing_lent_comes_back_and_is_asked_for_only_after_its_day() {
    let (_place, book, now, ana) = begin();
    let id = enter(
        &book,
        ana,
        &lent("The amplifier", "1 march", "12 march"),
        &now,
    );
    assert_eq!(only(&book, ana, &now).lent, "Back by 12 March");
    let asked_for = |day: &str| -> Vec<String> {
        let openers = book.openers_of(ana, &noon(day)).unwrap();
        let lent = openers
            .into_iter()
            .filter(|one| one.sort == OpenerSort::Lent);
        lent.map(|one| format!("{} {}", one.lead, one.text))
            .collect()
    };
    assert!(asked_for("2026-03-12").is_empty());
    assert_eq!(
        asked_for("2026-03-13"),
        ["Lent until 12 March: The amplifier"]
    );
    assert_eq!(
        only(&book, ana, &noon("2026-03-13")).lent,
        "Was to be back by 12 March"
    );
    and_back(&book, &now, || book.exchange_back(id, &now).unwrap());
    assert!(asked_for("2026-03-13").is_empty());
    let back = only(&book, ana, &now);
    assert_eq!(
        (back.lent.as_str(), back.is_out),
        ("Came back 10 March", false)
    );
    assert_eq!(refused(book.exchange_back(id, &now)).0, Code::Stale);
    // No longer lent: the day on which it came back goes too.
    and_back(&book, &now, || {
        book.exchange_edit(id, &given("The amplifier", "1 march"), &now)
            .unwrap()
    });
    assert_eq!(only(&book, ana, &now).lent, "");
    assert_eq!(refused(book.exchange_back(id, &now)).0, Code::Stale);
}

#[test]
fn it_is_logged_with_its_talk_as_one_step_and_stays_when_the_talk_goes() {
    let (_place, book, now, ana) = begin();
    let ben = add(&book, "Ben", &now);
    let value = |people: &[PersonId]| TalkExchange {
        direction: Direction::Received,
        what: "An hour with her quality lead".into(),
        sort: ExchangeSort::Time,
        size: None,
        people: people.to_vec(),
    };
    let log = |exchanges: Vec<TalkExchange>| {
        let outcome = TalkOutcome {
            exchanges,
            ..TalkOutcome::default()
        };
        book.interaction_log_with(&talk(&[ana, ben], "yesterday"), &outcome, &[], None, &now)
    };
    let logged = and_back(&book, &now, || {
        log(vec![value(&[]), value(&[ana])]).unwrap().value
    });
    assert_eq!(of(&book, ana, &now).total, 2);
    let entry = only(&book, ben, &now);
    assert_eq!(
        (entry.day_words.as_str(), entry.channel.is_some()),
        ("9 Mar", true)
    );
    let outside = add(&book, "Outside", &now);
    let before = written(&book);
    let empty = TalkExchange {
        what: String::new(),
        ..value(&[])
    };
    assert_eq!(
        refused(log(vec![value(&[]), empty])),
        invalid("exchanges.1.what")
    );
    assert_eq!(
        refused(log(vec![value(&[outside])])),
        invalid("exchanges.0.people")
    );
    let large = TalkExchange {
        size: Some(4),
        ..value(&[])
    };
    assert_eq!(refused(log(vec![large])), invalid("exchanges.0.size"));
    assert_eq!(written(&book), before);
    let friday = talk(&[ana, ben], "friday");
    and_back(&book, &now, || {
        book.interaction_edit(logged.id, &friday, &now).unwrap()
    });
    assert_eq!(only(&book, ben, &now).day_words, "6 Mar");
    and_back(&book, &now, || {
        book.interaction_delete(logged.id, &now).unwrap()
    });
    assert_eq!(only(&book, ben, &now).channel, None);
}

#[test]
fn a_promise_of_mine_that_was_kept_counts_as_given_once() {
    let (_place, book, now, ana) = begin();
    let ben = add(&book, "Ben", &now);
    let promise = |owed_by| NewCommitment {
        owed_by,
        what: "The slides".into(),
        people: vec![ana, ben],
        when: "friday".into(),
    };
    let mine = book
        .commitment_add(&promise(OwedBy::Me), &now)
        .unwrap()
        .value;
    let theirs = book
        .commitment_add(&promise(OwedBy::Them), &now)
        .unwrap()
        .value;
    let count = |id| book.commitment_count_as_given(id, &now);
    assert_eq!(refused(count(mine)).0, Code::Stale);
    for id in [mine, theirs] {
        book.commitment_end(id, CommitmentEnd::Kept, "", &now)
            .unwrap();
    }
    and_back(&book, &now, || count(mine).unwrap());
    for person in [ana, ben] {
        let entry = only(&book, person, &now);
        assert_eq!((entry.what.as_str(), entry.size), ("The slides", 1));
        assert_eq!(of(&book, person, &now).promises_counted, [mine]);
    }
    assert_eq!(refused(count(mine)).0, Code::Stale);
    assert_eq!(refused(count(theirs)).0, Code::Stale);
}

#[test]
fn what_a_promise_gave_goes_when_it_is_open_again_and_comes_back_with_the_undo() {
    let (_place, book, now, ana) = begin();
    let new = NewCommitment {
        owed_by: OwedBy::Me,
        what: "The slides".into(),
        people: vec![ana],
        when: "friday".into(),
    };
    let id = book.commitment_add(&new, &now).unwrap().value;
    book.commitment_end(id, CommitmentEnd::Kept, "", &now)
        .unwrap();
    book.commitment_count_as_given(id, &now).unwrap();
    and_back(&book, &now, || book.commitment_reopen(id, &now).unwrap());
    assert!(of(&book, ana, &now).entries.is_empty());
    // Kept later, it counts as given on that day.
    let later = noon("2026-03-16");
    book.commitment_end(id, CommitmentEnd::Kept, "", &later)
        .unwrap();
    book.commitment_count_as_given(id, &later).unwrap();
    assert_eq!(only(&book, ana, &later).day_words, "16 Mar");
    let theirs = CommitmentEdit {
        owed_by: OwedBy::Them,
        what: new.what.clone(),
        people: new.people.clone(),
    };
    and_back(&book, &later, || {
        book.commitment_edit(id, &theirs, &later).unwrap()
    });
    assert!(of(&book, ana, &later).entries.is_empty());
}

#[test]
fn it_is_found_goes_with_its_person_and_comes_back_from_json_but_leaves_in_no_card() {
    let (place, book, now, ana) = begin();
    enter(
        &book,
        ana,
        &lent("The quokka amplifier", "1 march", "12 march"),
        &now,
    );
    book.exchanges_settle(ana, &now).unwrap();
    let finds = |book: &Book| {
        let found = book.people_find("quokka", &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    assert_eq!(finds(&book), 1);
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut card = Vec::new();
        book.write_cards(None, style, &mut card, &|| false).unwrap();
        assert!(!String::from_utf8(card).unwrap().contains("quokka"));
    }
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!(of(&copy, ana, &now), of(&book, ana, &now));
    assert_eq!(finds(&copy), 1);
    book.people_trash(&[ana], &now).unwrap();
    assert_eq!(finds(&book), 0);
    book.people_restore(&[ana], &now).unwrap();
    assert_eq!((of(&book, ana, &now).total, finds(&book)), (1, 1));
    book.people_trash(&[ana], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert!(!written(&book).contains("quokka"));
}
