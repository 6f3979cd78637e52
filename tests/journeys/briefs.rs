//! What to read before a talk.

use kith_core::commitments::{NewCommitment, OwedBy};
use kith_core::communication::Communication;
use kith_core::details::{DateKind, DetailEdit};
use kith_core::exchanges::{Direction, ExchangeSort, NewExchange};
use kith_core::facts::{FactKind, NewFact};
use kith_core::logging::NewInteraction;
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Channel, Code, Moment, PersonId};

use crate::Place;
use crate::talks::{add, add_close, noon, talk};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn fact(kind: FactKind, text: &str, private: bool) -> NewFact {
    NewFact {
        kind,
        text: text.into(),
        private,
    }
}

#[test]
fn of_somebody_new_there_is_nothing_to_say() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let brief = book.brief(ana, true, &now).unwrap();
    assert_eq!(brief.person.name, "Ana Brook");
    assert_eq!((brief.begin_with, brief.last), (None, None));
    assert!(brief.promises.is_empty() && brief.facts.is_empty() && brief.topics.is_empty());
    assert!(brief.soon.is_empty() && brief.to_share.is_empty() && brief.next_time.is_empty());
    assert_eq!((brief.give_and_take, brief.communication), (None, None));
    let nobody = book.brief(PersonId(99), false, &now).unwrap_err();
    assert_eq!(nobody.code, Code::NotFound);
}

#[test]
fn it_has_what_every_noun_knows() {
    let (_place, book, now) = begin();
    let ilse = add_close(&book, "Ilse Varnholt", 30, &now);
    let hannah = add_close(&book, "Hannah Iwobi", 30, &now);
    let stranger = add(&book, "Some Stranger", &now);
    let last = NewInteraction {
        attempt: false,
        channel: Channel::Video,
        note: "Bergen move set.\nTwo benches.".into(),
        ..talk(&[ilse], "27 january")
    };
    book.interaction_log(&last, &now).unwrap();
    let promise = |owed_by, what: &str, when: &str| NewCommitment {
        owed_by,
        what: what.into(),
        people: vec![ilse],
        when: when.into(),
    };
    book.commitment_add(&promise(OwedBy::Them, "Dates for a visit", ""), &now)
        .unwrap();
    book.commitment_add(&promise(OwedBy::Me, "The protocol", "20 march"), &now)
        .unwrap();
    let said = Communication {
        channels: vec![Channel::Video],
        ..Communication::default()
    };
    book.communication_set(ilse, &said, &now).unwrap();
    for (kind, text, day) in [
        (DateKind::Other, "Their audit", "14 april"),
        (DateKind::Birthday, "", "2 april 1980"),
        (DateKind::Anniversary, "", "9 march"),
    ] {
        let edit = DetailEdit::Date {
            id: None,
            kind,
            label: text.into(),
            text: day.into(),
        };
        book.person_edit(ilse, &edit, &now).unwrap();
    }
    for other in [hannah, stranger] {
        let knows = NewTie {
            person: ilse.into(),
            other: other.into(),
            kind: TieKind::Knows,
            closeness: Closeness::Colleague,
            since: String::new(),
            until: String::new(),
            note: String::new(),
        };
        book.tie_add(&knows, &now).unwrap();
    }
    let brief = book.brief(ilse, false, &now).unwrap();
    let last = brief.last.unwrap();
    assert_eq!(last.when, "Tuesday 27 January");
    assert_eq!(
        (last.channel, last.note.as_str()),
        (Channel::Video, "Bergen move set.\nTwo benches.")
    );
    let promises: Vec<&str> = brief.promises.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(promises, ["The protocol", "Dates for a visit"]);
    assert_eq!(brief.communication, Some(said));
    // Beyond 30 days, and of those that have passed, nothing.
    assert_eq!(brief.soon, ["Thursday 2 April: Birthday, 46"]);
    let both: Vec<&str> = brief
        .both_know
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!((both, brief.both_know_total), (vec!["Hannah Iwobi"], 1));
}

#[test]
fn it_stays_one_page_however_much_there_is() {
    let (_place, book, now) = begin();
    let ilse = add(&book, "Ilse Varnholt", &now);
    for at in 0..20 {
        let promise = NewCommitment {
            owed_by: OwedBy::Me,
            what: format!("The slides {at}"),
            people: vec![ilse],
            when: "in 3 weeks".into(),
        };
        book.commitment_add(&promise, &now).unwrap();
        book.topic_add(Some(ilse), Stance::Knows, &format!("Optics {at}"), &now)
            .unwrap();
    }
    let lent = NewExchange {
        direction: Direction::Given,
        what: "The spare hygrometer".into(),
        sort: ExchangeSort::Favour,
        size: None,
        when: "1 march".into(),
        back_by: "12 march".into(),
    };
    book.exchange_add(ilse, &lent, &now).unwrap();
    book.check_in_plan(ilse, "tomorrow at 14:00", "The audit talk", &now)
        .unwrap();
    let brief = book.brief(ilse, false, &now).unwrap();
    assert_eq!((brief.promises.len(), brief.promises_total), (8, 20));
    let [knows] = &brief.topics[..] else {
        panic!("one stance");
    };
    assert_eq!((knows.topics.len(), knows.more), (12, 8));
    let planned = brief.planned.unwrap();
    assert_eq!(planned.when, "Planned for Wednesday 11 March at 14:00");
    assert_eq!(planned.about, "The audit talk");
    assert!(brief.not_back.is_empty());
    let later = book.brief(ilse, false, &noon("2026-03-13")).unwrap();
    assert_eq!(later.not_back[0].until, "Lent until 12 March");
}

#[test]
fn a_private_line_is_in_it_only_when_asked_and_never_what_one_begins_with() {
    let (_place, book, now) = begin();
    let ana = add_close(&book, "Ana Brook", 30, &now);
    book.fact_add(ana, &fact(FactKind::Interest, "quinquireme", true), &now)
        .unwrap();
    book.fact_add(ana, &fact(FactKind::Family, "Two sons", false), &now)
        .unwrap();
    let plain = book.brief(ana, false, &now).unwrap();
    assert_eq!(plain.private_facts, 1);
    assert!(
        !serde_json::to_string(&plain)
            .unwrap()
            .contains("quinquireme")
    );
    let asked = book.brief(ana, true, &now).unwrap();
    let lines: Vec<&str> = asked.facts.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(lines, ["Two sons", "quinquireme"]);
    let begins = asked.begin_with.map(|one| one.text).unwrap_or_default();
    assert!(!begins.contains("quinquireme"));
}
