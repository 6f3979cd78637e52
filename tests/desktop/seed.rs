//! Makes the book with which Kith starts, through core.

use kith_core::details::NewPerson;
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Moment, PersonId};
use kith_tests::{Clock, Desk};
use serde_json::{Value, json};

use crate::cards::cards;

pub const OSLO: &str = "Europe/Oslo";
/// A working day before working hours, which are 8:30 to 16:30 by default.
pub const EARLY: &str = "2026-03-10T07:00:00+01:00";
/// The cadence of everybody who is kept close here, in days.
const DAYS: u32 = 30;

/// Opens the desk's book, with the first steps done. It must be closed before Kith starts.
pub fn book(desk: &Desk, clock: &Clock) -> Book {
    let book = Book::open(&desk.data().join("book.kith"), &clock.now()).unwrap();
    set(&book, "onboarded", json!(true), &clock.now());
    book
}

pub fn set(book: &Book, key: &str, value: Value, now: &Moment) {
    let some = [(key.to_owned(), value)].into_iter().collect();
    book.settings_set(&some, now).unwrap();
}

/// Adds a person who is not kept close.
pub fn known(book: &Book, name: &str, now: &Moment) -> PersonId {
    let person = NewPerson {
        name: name.into(),
        ..NewPerson::default()
    };
    book.person_add(&person, now).unwrap().value
}

/// Adds a person kept close whose check-in is due today.
pub fn due_today(book: &Book, name: &str, clock: &Clock) -> PersonId {
    let then = clock.days_ago(i64::from(DAYS));
    let person = known(book, name, &then);
    book.relationship_edit(&[person], &keep_close(book), &then)
        .unwrap();
    person
}

/// Imports `count` such people.
pub fn many_due_today(book: &Book, count: u32, clock: &Clock) {
    let then = clock.days_ago(i64::from(DAYS));
    let names: Vec<_> = (0..count).map(|n| format!("Person {n:04}")).collect();
    let text = cards(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let source = Source::Text(text);
    let mut plan = Plan::make(book, "many", &[source], &Unwatched).unwrap();
    plan.apply(book, &Unwatched, &then).unwrap();
    let all = book.people_window(&PeopleFilter::default(), 0, count, &then);
    let ids: Vec<_> = all.unwrap().iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), names.len());
    book.relationship_edit(&ids, &keep_close(book), &then)
        .unwrap();
}

fn keep_close(book: &Book) -> RelationshipEdit {
    let kinds = book.kinds_list().unwrap();
    RelationshipEdit::KeepClose {
        kind: kinds.iter().find(|kind| kind.name == "Client").unwrap().id,
        cadence_days: Some(DAYS),
        importance: 1,
        next: String::new(),
    }
}

/// Adds a person with a planned check-in, on a day as it is typed ("2026-03-10 10:30").
pub fn planned(book: &Book, name: &str, when: &str, reason: &str, now: &Moment) -> PersonId {
    let person = known(book, name, now);
    book.check_in_plan(person, when, reason, now).unwrap();
    person
}

/// The number of conversations with a person in the book. Kith must be closed.
pub fn talks(desk: &Desk, person: PersonId, clock: &Clock) -> u32 {
    let book = Book::open(&desk.data().join("book.kith"), &clock.now()).unwrap();
    book.timeline(person, 0, 10).unwrap().total
}
