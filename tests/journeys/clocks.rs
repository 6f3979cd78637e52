//! A clock that was wrong once: backups go on, and nothing goes away on its word.

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use kith_core::backups::{self, Why};
use kith_core::details::NewPerson;
use kith_core::{Book, Code, Moment, PersonId};

use crate::Place;

fn at(text: &str) -> Moment {
    Moment {
        utc: text.parse::<DateTime<Utc>>().unwrap(),
        zone: chrono_tz::Europe::Lisbon,
    }
}

/// Ten o'clock, `n` days after the first.
fn day(n: i64) -> Moment {
    let first = at("2026-03-02T10:00:00Z");
    Moment {
        utc: first.utc + Duration::days(n),
        ..first
    }
}

fn add(book: &Book, name: &str, now: &Moment) -> PersonId {
    let person = NewPerson {
        name: name.to_owned(),
        ..NewPerson::default()
    };
    book.person_add(&person, now).unwrap().value
}

fn names(file: &Path, now: &Moment) -> Vec<String> {
    let list = backups::list(file, now).unwrap();
    list.into_iter().map(|backup| backup.name).collect()
}

/// A start of Kith: opened, looked after, closed.
fn start(place: &Place, now: &Moment) {
    let book = Book::open(&place.file(), now).unwrap();
    book.daily(now).unwrap();
}

#[test]
fn backups_go_on_after_a_clock_that_was_years_ahead() {
    let place = Place::new();
    let years_ahead = at("2036-01-01T09:00:00Z");
    let book = Book::open(&place.file(), &years_ahead).unwrap();
    add(&book, "Mira", &years_ahead);
    assert!(book.backup_if_due(&years_ahead).unwrap().is_some());
    for n in 0..3 {
        add(&book, "Tovin", &day(n));
        assert!(book.backup_if_due(&day(n)).unwrap().is_some(), "day {n}");
        assert!(book.backup_if_due(&day(n)).unwrap().is_none(), "one a day");
    }
    // Nothing is known of the age of the one from the future: it comes last.
    let list = backups::list(&place.file(), &day(3)).unwrap();
    let ahead: Vec<bool> = list.iter().map(|backup| backup.ahead).collect();
    assert_eq!(ahead, [false, false, false, true]);
    assert!(list[0].name.starts_with("2026-03-04"), "{}", list[0].name);
}

#[test]
fn starts_in_many_years_to_come_do_not_push_the_next_backups_out() {
    let place = Place::new();
    let book = Book::open(&place.file(), &day(0)).unwrap();
    for year in 2030..2050 {
        let then = at(&format!("{year}-01-01T09:00:00Z"));
        add(&book, "Mira", &then);
        book.backup_if_due(&then).unwrap().unwrap();
    }
    for n in 0..9 {
        add(&book, "Tovin", &day(n));
        let made = book.backup_if_due(&day(n)).unwrap().unwrap().value.name;
        let right = names(&place.file(), &day(n))
            .into_iter()
            .filter(|name| name.starts_with("2026"));
        let right: Vec<String> = right.collect();
        assert_eq!(right[0], made);
        assert!(
            right.len() >= usize::try_from(n + 1).unwrap().min(7),
            "{right:?}"
        );
    }
}

#[test]
fn back_up_now_works_when_the_clock_went_back_an_hour() {
    let place = Place::new();
    let book = Book::open(&place.file(), &day(0)).unwrap();
    add(&book, "Mira", &day(0));
    let later = Moment {
        utc: day(0).utc + Duration::hours(1),
        ..day(0)
    };
    for _ in 0..9 {
        book.backup_now(Why::ByHand, &later).unwrap();
    }
    for minute in 0..9 {
        let now = Moment {
            utc: day(0).utc + Duration::minutes(minute),
            ..day(0)
        };
        let made = book.backup_now(Why::ByHand, &now).unwrap().value;
        assert!(names(&place.file(), &now).contains(&made.name));
    }
}

#[test]
fn nothing_goes_on_the_word_of_one_clock() {
    let place = Place::new();
    let book = Book::open(&place.file(), &day(0)).unwrap();
    let mira = add(&book, "Mira", &day(0));
    book.people_trash(&[mira], &day(0)).unwrap();
    drop(book);
    for wrong in [
        "2026-05-09T09:00:00Z",
        "2036-01-01T09:00:00Z",
        "1970-01-01T00:00:10Z",
    ] {
        start(&place, &at(wrong));
    }
    let book = Book::open(&place.file(), &day(1)).unwrap();
    assert_eq!(book.trash_list(&day(1)).unwrap()[0].days_left, 26);
    assert_eq!(book.history(9, &day(1)).unwrap().len(), 2);
    book.people_restore(&[mira], &day(1)).unwrap();
}

#[test]
fn the_trash_and_the_history_go_after_thirty_days_of_use_and_are_in_a_backup_then() {
    let place = Place::new();
    let book = Book::open(&place.file(), &day(0)).unwrap();
    let mira = add(&book, "Mira", &day(0));
    book.people_trash(&[mira], &day(0)).unwrap();
    drop(book);
    // Every third day only: what counts are the days on which Kith ran.
    for n in 1..30 {
        start(&place, &day(3 * n));
    }
    let last = day(3 * 30);
    let book = Book::open(&place.file(), &last).unwrap();
    assert_eq!(book.trash_list(&last).unwrap()[0].days_left, 0);
    assert_eq!(book.history(9, &last).unwrap().len(), 2);
    let backup = names(&place.file(), &last)[0].clone();
    let changes = book.daily(&last).unwrap();
    assert!(changes.all_people, "the page is told");
    assert_eq!(book.trash_list(&last).unwrap(), []);
    assert!(book.history(9, &last).unwrap().is_empty());
    assert_eq!(book.undo(&last).unwrap_err().code, Code::NothingToUndo);
    drop(book);
    // The backup that was made when she was put there still has her.
    backups::restore(&place.file(), &backup, &last).unwrap();
    let book = Book::open(&place.file(), &last).unwrap();
    assert_eq!(book.trash_list(&last).unwrap().len(), 1);
}

#[test]
fn nothing_goes_while_no_backup_can_be_made() {
    let place = Place::new();
    let book = Book::open(&place.file(), &day(0)).unwrap();
    let mira = add(&book, "Mira", &day(0));
    book.people_trash(&[mira], &day(0)).unwrap();
    // A file where the folder of the backups would be.
    let folder = backups::folder(&place.file());
    std::fs::create_dir_all(folder.parent().unwrap()).unwrap();
    std::fs::write(&folder, b"").unwrap();
    for n in 1..40 {
        book.daily(&day(n)).unwrap_err();
    }
    assert_eq!(book.trash_list(&day(40)).unwrap().len(), 1);
    std::fs::remove_file(&folder).unwrap();
    book.daily(&day(40)).unwrap();
    assert_eq!(book.trash_list(&day(40)).unwrap(), []);
}
