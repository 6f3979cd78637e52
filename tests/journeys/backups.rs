//! Backups are made, listed and restored; a damaged book is kept and does not prevent a restore.

use std::fs;
use std::path::Path;

use kith_core::backups::{self, Why};
use kith_core::details::NewPerson;
use kith_core::{Book, Code, sample};

use crate::{Place, minute, written};

const DAY: i64 = 24 * 60;

fn add(book: &Book, name: &str, at: i64) {
    let person = NewPerson {
        name: name.to_owned(),
        ..NewPerson::default()
    };
    book.person_add(&person, &minute(at)).unwrap();
}

fn reasons(file: &Path) -> Vec<Why> {
    let list = backups::list(file, &minute(0)).unwrap();
    list.into_iter().map(|backup| backup.why).collect()
}

#[test]
fn a_backup_brings_the_book_back_as_it_was_and_the_other_becomes_a_backup() {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let book = place.open();
    let was = written(&book);
    let backup = book.backup_now(Why::ByHand, &minute(1)).unwrap().value;
    add(&book, "Too much", 2);
    let then = written(&book);
    drop(book);
    assert_eq!(
        backups::restore(&place.file(), &backup.name, &minute(3)).unwrap(),
        None
    );
    assert_eq!(written(&place.open()), was);
    // Restore the other backup again.
    let list = backups::list(&place.file(), &minute(4)).unwrap();
    assert_eq!(
        (list[0].why, list[0].people),
        (Why::BeforeRestore, backup.people.map(|n| n + 1))
    );
    backups::restore(&place.file(), &list[0].name, &minute(5)).unwrap();
    assert_eq!(written(&place.open()), then);
}

#[test]
fn the_days_backup_is_made_once_and_only_when_something_changed() {
    let place = Place::new();
    let book = place.open();
    assert_eq!(
        book.backup_if_due(&minute(1)).unwrap(),
        None,
        "nothing is in it yet"
    );
    add(&book, "Mira", 2);
    assert!(book.backup_if_due(&minute(3)).unwrap().is_some());
    add(&book, "Tovin", 4);
    assert_eq!(book.backup_if_due(&minute(5)).unwrap(), None, "one a day");
    assert!(book.backup_if_due(&minute(DAY)).unwrap().is_some());
    assert_eq!(
        book.backup_if_due(&minute(2 * DAY)).unwrap(),
        None,
        "unchanged since"
    );
    assert_eq!(reasons(&place.file()), [Why::Daily, Why::Daily]);
}

#[test]
fn a_damaged_backup_is_refused_and_the_book_stays() {
    let place = Place::new();
    let book = place.open();
    add(&book, "Mira", 1);
    let name = book.backup_now(Why::ByHand, &minute(2)).unwrap().value.name;
    let was = written(&book);
    drop(book);
    let backup = backups::folder(&place.file()).join(&name);
    let mut bytes = fs::read(&backup).unwrap();
    bytes[5_000..90_000].fill(0xA5);
    fs::write(&backup, bytes).unwrap();
    let error = backups::restore(&place.file(), &name, &minute(3)).unwrap_err();
    assert_eq!(error.code, Code::BookDamaged);
    assert_eq!(written(&place.open()), was);
    for wrong in ["../book.kith", "none", "2026-11-21T10-00-00Z-daily.kith"] {
        let error = backups::restore(&place.file(), wrong, &minute(3)).unwrap_err();
        assert_eq!(error.code, Code::NotFound, "{wrong}");
    }
}

#[test]
fn a_damaged_book_is_kept_beside_and_a_backup_takes_its_place() {
    let place = Place::new();
    let book = place.open();
    add(&book, "Mira", 1);
    let name = book.backup_now(Why::ByHand, &minute(2)).unwrap().value.name;
    let was = written(&book);
    drop(book);
    let damaged = b"this was a book once".to_vec();
    fs::write(place.file(), &damaged).unwrap();
    assert_eq!(
        Book::open(&place.file(), &minute(3)).err().unwrap().code,
        Code::BookDamaged
    );
    assert_eq!(
        fs::read(place.file()).unwrap(),
        damaged,
        "not a byte is changed"
    );
    let aside = backups::restore(&place.file(), &name, &minute(4))
        .unwrap()
        .expect("kept");
    assert_eq!(fs::read(aside).unwrap(), damaged);
    assert_eq!(written(&place.open()), was);
}

#[test]
fn without_a_backup_one_begins_anew_and_the_damaged_book_is_kept() {
    let place = Place::new();
    fs::write(place.file(), b"damaged").unwrap();
    let first = backups::set_aside(&place.file(), &minute(1)).unwrap();
    let error = Book::open(&place.file(), &minute(1)).err().unwrap();
    assert_eq!(error.code, Code::BookMissing);
    assert!(
        !place.file().exists(),
        "nothing is begun without being asked"
    );
    drop(Book::begin(&place.file(), &minute(1)).unwrap());
    fs::write(place.file(), b"again").unwrap();
    let second = backups::set_aside(&place.file(), &minute(1)).unwrap();
    assert_ne!(first, second, "one never takes the other's place");
    assert_eq!(fs::read(first).unwrap(), b"damaged");
    assert_eq!(fs::read(second).unwrap(), b"again");
}
