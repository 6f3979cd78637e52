//! A book of which a page is damaged: the window says so, and how to go on.

use std::fs;
use std::path::Path;

use kith_core::backups::Why;
use kith_tests::{Clock, Desk};

use crate::seed::{EARLY, OSLO, book, due_today};
use crate::today::listed;

/// Overwrites the page at which a table or an index of a closed book begins.
fn spoil(file: &Path, name: &str) {
    let book = rusqlite::Connection::open(file).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: usize = book.query_row(sql, [name], |row| row.get(0)).unwrap();
    drop(book);
    let mut bytes = fs::read(file).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0xA5);
    fs::write(file, bytes).unwrap();
}

fn seeded(desk: &Desk, clock: &Clock) {
    let book = book(desk, clock);
    due_today(&book, "Ilse Varnholt", clock);
    book.backup_now(Why::ByHand, &clock.now()).unwrap();
}

fn goes_on(desk: &Desk, suffix: &str) {
    let clock = desk.clock(EARLY, OSLO);
    seeded(desk, &clock);
    spoil(&desk.data().join("book.kith"), "people_by_name");
    let app = desk.start(&[]);
    app.sees("Your book cannot be read");
    app.sees("The backup of");
    app.picture(&format!("found-at-start{suffix}"));
    app.click("button", "Restore this backup");
    listed(&app, &["Ilse Varnholt"]);
    app.quit();
}

#[test]
fn an_index_that_the_first_screen_needs() {
    goes_on(&Desk::new("damage"), "");
}

#[test]
fn an_index_that_the_first_screen_needs_in_the_dark() {
    goes_on(&Desk::new("damage").dark(), "-dark");
}

#[test]
fn what_no_screen_shows_is_found_in_the_background_after_a_crash() {
    let desk = Desk::new("damage-unseen");
    let clock = desk.clock(EARLY, OSLO);
    seeded(&desk, &clock);
    let service = desk.notifications();
    let app = desk.start(&[]);
    listed(&app, &["Ilse Varnholt"]);
    app.crash();
    spoil_beside_the_log(&desk.data().join("book.kith"));
    let app = desk.start(&[]);
    app.sees("Your book cannot be read");
    let said = service.wait_for_last(1);
    assert_eq!(said.summary, "Kith cannot read your book");
    app.picture("found-in-the-background");
    app.click("button", "Restore this backup");
    listed(&app, &["Ilse Varnholt"]);
    app.quit();
}

/// The index of blobs by their hash, in a file whose log is still beside it: nothing looks it up here.
fn spoil_beside_the_log(file: &Path) {
    let copy = tempfile::tempdir().unwrap();
    let alone = copy.path().join("book.kith");
    fs::copy(file, &alone).unwrap();
    let book = rusqlite::Connection::open(&alone).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_blobs_1'";
    let page: usize = book.query_row(sql, [], |row| row.get(0)).unwrap();
    let mut bytes = fs::read(file).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0xA5);
    fs::write(file, bytes).unwrap();
    let log = file.with_extension("kith-wal");
    assert!(log.exists(), "it crashed");
}

fn failing_backup(desk: &Desk, suffix: &str) {
    let clock = desk.clock(EARLY, OSLO);
    due_today(&book(desk, &clock), "Ilse Varnholt", &clock);
    let app = desk.start(&[]);
    app.crash();
    fs::create_dir_all(desk.data().join("backups")).unwrap();
    let folder = desk.data().join("backups/book");
    fs::write(&folder, b"").unwrap();
    let app = desk.start(&[]);
    app.sees("No backup could be made since");
    app.picture(&format!("no-backup{suffix}"));
    app.click("button", "Look in Settings");
    app.wait("Settings say it too", || {
        app.has("heading", "No backup could be made since")
    });
    app.picture(&format!("no-backup-settings{suffix}"));
    fs::remove_file(&folder).unwrap();
    app.click("button", "Back up now");
    app.sees_no("No backup could be made since");
    app.quit();
}

#[test]
fn a_backup_that_fails_is_said_until_one_is_made() {
    failing_backup(&Desk::new("no-backup"), "");
}

#[test]
fn a_backup_that_fails_is_said_in_the_dark_too() {
    failing_backup(&Desk::new("no-backup").dark(), "-dark");
}
