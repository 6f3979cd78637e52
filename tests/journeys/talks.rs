//! Functions that the journeys share: people, conversations and check-ins of a book.

use kith_core::Channel;
use kith_core::check_ins::{CheckIn, Source};
use kith_core::details::NewPerson;
use kith_core::interactions::StartedBy;
use kith_core::keeping_close::RelationshipEdit;
use kith_core::logging::NewInteraction;
use kith_core::relationships::{Relationship, Status};
use kith_core::{Book, CheckInId, Day, InteractionId, Moment, PersonId};

use crate::written;

/// An instant in Oslo.
pub fn at(utc: &str) -> Moment {
    Moment {
        utc: utc.parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

/// 12:00 in Oslo on a day in winter time.
pub fn noon(day: &str) -> Moment {
    at(&format!("{day}T11:00:00Z"))
}

pub fn add(book: &Book, name: &str, now: &Moment) -> PersonId {
    let new = NewPerson {
        name: name.into(),
        ..NewPerson::default()
    };
    book.person_add(&new, now).unwrap().value
}

/// Keeps a person close with the first kind, manager.
pub fn keep(book: &Book, person: PersonId, days: u32, now: &Moment) {
    let keep = RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: Some(days),
        importance: 1,
        next: String::new(),
    };
    book.relationship_edit(&[person], &keep, now).unwrap();
}

pub fn add_close(book: &Book, name: &str, days: u32, now: &Moment) -> PersonId {
    let person = add(book, name, now);
    keep(book, person, days, now);
    person
}

pub fn status(book: &Book, person: PersonId, value: Status, until: &str, now: &Moment) {
    let edit = RelationshipEdit::Status {
        value,
        until: until.to_owned(),
        on: String::new(),
        reason: String::new(),
    };
    book.relationship_edit(&[person], &edit, now).unwrap();
}

pub fn talk(people: &[PersonId], when: &str) -> NewInteraction {
    NewInteraction {
        attempt: false,
        people: people.to_vec(),
        when: when.into(),
        channel: Channel::Phone,
        title: String::new(),
        minutes: None,
        started_by: StartedBy::NotSaid,
        note: String::new(),
        closes: Vec::new(),
    }
}

pub fn log(book: &Book, people: &[PersonId], when: &str, now: &Moment) -> InteractionId {
    let logged = book.interaction_log(&talk(people, when), now).unwrap();
    logged.value.id
}

pub fn mine(book: &Book, person: PersonId, now: &Moment) -> Relationship {
    let page = book.person_page(person, now).unwrap();
    page.relationship.unwrap()
}

/// The day of the next check-in of the cadence.
pub fn next(book: &Book, person: PersonId, now: &Moment) -> Option<String> {
    let next = mine(book, person, now).next_due_on;
    next.map(|day| day.to_string())
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn check_ins(book: &Book, person: PersonId, now: &Moment) -> Vec<CheckIn> {
    book.person_page(person, now).unwrap().check_ins
}

/// The open check-in of the cadence.
pub fn rhythm(book: &Book, person: PersonId, now: &Moment) -> CheckInId {
    let open = check_ins(book, person, now);
    let mut of_rhythm = open.iter().filter(|one| one.source == Source::Cadence);
    let one = of_rhythm.next().unwrap();
    assert!(of_rhythm.next().is_none(), "{open:?}");
    one.id
}

pub fn on_today(book: &Book, now: &Moment) -> Vec<String> {
    let today = book.today(1000, now).unwrap();
    assert_eq!(today.due as usize, today.rows.len());
    assert_eq!(today.due, book.today_count(now).unwrap());
    today.rows.into_iter().map(|row| row.person.name).collect()
}

/// Makes a change, undoes and redoes it, and checks that book and Today are the same each time.
pub fn and_back<T>(book: &Book, now: &Moment, change: impl FnOnce() -> T) -> T {
    let state = || (written(book), book.today(1000, now).unwrap());
    let before = state();
    let value = change();
    let after = state();
    assert_ne!(before.0, after.0, "nothing was changed");
    for _ in 0..2 {
        book.undo(now).unwrap();
        assert_eq!(state(), before);
        book.redo(now).unwrap();
        assert_eq!(state(), after);
    }
    value
}
