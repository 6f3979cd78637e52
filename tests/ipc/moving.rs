//! The book in another folder: moved, found, not there, and the pictures that are refused.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::page::Page;

fn with_one() -> Page {
    let page = Page::new();
    let person =
        json!({"name": "Ana Lindqvist", "email": "", "phone": "", "organisation": "", "role": ""});
    page.ask("person_add", json!({"person": person}));
    page.ask("backup_now", json!({}));
    page
}

fn open_with(book: &Value, people: u32) {
    assert_eq!(book["type"], "open", "{book}");
    assert_eq!(book["people"], people);
}

/// The refusal's code and words; the book is open as before.
fn refused(page: &Page, to: &Path, words: &str) -> String {
    let error = page.move_book(to).unwrap_err();
    assert!(error.message.contains(words), "{error}");
    open_with(&page.ask("start", json!({}))["book"], 1);
    serde_json::to_value(error.code)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_book_moves_and_is_there_at_the_next_start() {
    let page = with_one();
    let to = tempfile::tempdir().unwrap();
    page.forget();
    page.move_book(to.path()).unwrap();
    assert!(page.told_of_another_book());
    open_with(&page.ask("start", json!({}))["book"], 1);
    let place = page.ask("book_place", json!({}));
    let shown = to.path().join("book.kith").display().to_string();
    assert_eq!(place["path"], shown);
    let backups = page.ask("backups_list", json!({}));
    assert_eq!(backups["backups"].as_array().unwrap().len(), 1);
    let name = backups["backups"][0]["name"].clone();

    let page = Page::in_folder(page.close());
    open_with(&page.ask("start", json!({}))["book"], 1);
    let old = page.folder.path();
    assert!(!old.join("book.kith").exists() && !old.join("backups").exists());
    assert!(old.join("book before moving.kith").exists());
    open_with(&page.ask("backup_restore", json!({"name": name})), 1);
    assert_eq!(page.ask("book_place", json!({}))["path"], shown);
    // And home again.
    let home = page.folder.path().to_owned();
    page.move_book(&home).unwrap();
    assert!(!home.join("place").exists());
    let page = Page::in_folder(page.close());
    open_with(&page.ask("start", json!({}))["book"], 1);
    assert!(to.path().join("book before moving.kith").exists());
}

#[test]
fn what_is_in_the_way_of_a_move_is_said_and_nothing_is_moved() {
    let page = with_one();
    let own = page.folder.path().to_owned();
    assert_eq!(refused(&page, &own, "in that folder already"), "invalid");
    refused(&page, &own.join("backups/book"), "Kith\u{2019}s own");
    let to = tempfile::tempdir().unwrap();
    fs::write(to.path().join("book.kith"), b"another").unwrap();
    refused(&page, to.path(), "already a book in that folder");
    assert_eq!(fs::read(to.path().join("book.kith")).unwrap(), b"another");
    let gone = to.path().join("gone");
    assert_eq!(
        refused(&page, &gone, "cannot be written to"),
        "not_writable"
    );
    // A file where the folder of the backups would be: nobody, not even root, can make it.
    let odd = to.path().join("odd");
    fs::create_dir(&odd).unwrap();
    fs::write(odd.join("backups"), b"").unwrap();
    refused(&page, &odd, "");
    assert_eq!(fs::read_dir(&odd).unwrap().count(), 1, "it was taken back");
    page.ask("sample_open", json!({}));
    assert!(page.move_book(to.path()).is_err());
}

#[test]
fn a_moved_book_that_is_not_there_is_waited_for_and_never_begun_anew() {
    let page = with_one();
    let disk = tempfile::tempdir().unwrap();
    let stick = disk.path().join("stick");
    fs::create_dir(&stick).unwrap();
    page.move_book(&stick).unwrap();
    let folder = page.close();
    let away = disk.path().join("away");
    fs::rename(&stick, &away).unwrap();

    let page = Page::in_folder(folder);
    let book = page.ask("start", json!({}))["book"].clone();
    assert_eq!(
        (&book["type"], &book["moved"]),
        (&json!("unavailable"), &json!(true))
    );
    assert!(book["message"].as_str().unwrap().contains("not there"));
    assert_eq!(page.code("undo", json!({})), "file_missing");
    assert_eq!(
        page.code("show_folder", json!({"what": "book"})),
        "file_missing"
    );
    assert!(!stick.exists() && !page.folder.path().join("book.kith").exists());
    // Plugged in again.
    fs::rename(&away, &stick).unwrap();
    open_with(&page.ask("start", json!({}))["book"], 1);
    assert!(page.find_book(&stick).is_err(), "nothing is missing");

    // Known under another name from now on.
    let folder = page.close();
    fs::rename(&stick, &away).unwrap();
    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "unavailable");
    let error = page.find_book(disk.path()).unwrap_err();
    assert!(error.message.contains("no book in that folder"), "{error}");
    page.find_book(&away).unwrap();
    open_with(&page.ask("start", json!({}))["book"], 1);
    let shown = away.join("book.kith").display().to_string();
    assert_eq!(page.ask("book_place", json!({}))["path"], shown);
}

#[test]
fn where_the_drive_is_lost_the_book_from_before_the_move_is_found() {
    let page = with_one();
    let to = tempfile::tempdir().unwrap();
    page.move_book(to.path()).unwrap();
    let folder = page.close();
    drop(to);
    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "unavailable");
    let home = page.folder.path().to_owned();
    page.find_book(&home).unwrap();
    open_with(&page.ask("start", json!({}))["book"], 1);
    assert!(home.join("book before moving.kith").exists(), "it stays");
}

#[test]
fn a_moved_book_whose_file_is_gone_comes_back_from_its_backups() {
    let page = with_one();
    let to = tempfile::tempdir().unwrap();
    page.move_book(to.path()).unwrap();
    let folder = page.close();
    fs::remove_file(to.path().join("book.kith")).unwrap();
    let page = Page::in_folder(folder);
    let book = page.ask("start", json!({}))["book"].clone();
    assert_eq!(book["type"], "lost");
    assert!(!to.path().join("book.kith").exists(), "none is begun");
    let name = book["backups"][0]["name"].clone();
    open_with(&page.ask("backup_restore", json!({"name": name})), 1);
    // Or a new one, where one asks for it.
    let folder = page.close();
    fs::remove_file(to.path().join("book.kith")).unwrap();
    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "lost");
    open_with(&page.ask("book_new", json!({})), 0);
    let page = Page::in_folder(page.close());
    open_with(&page.ask("start", json!({}))["book"], 0);
}

#[test]
fn stopped_between_any_two_steps_of_a_move_there_is_a_whole_book() {
    let page = with_one();
    let (to, folder) = (tempfile::tempdir().unwrap(), page.close());
    // Stopped once the copy is there, before it is noted.
    let new = to.path().join("book.kith");
    kith_core::backups::carry(&folder.path().join("book.kith"), to.path()).unwrap();
    let page = Page::in_folder(folder);
    open_with(&page.ask("start", json!({}))["book"], 1);
    assert!(
        !page.ask("book_place", json!({}))["path"]
            .as_str()
            .unwrap()
            .starts_with(to.path().to_str().unwrap())
    );
    // Stopped once it is noted, before the old one has its other name.
    let folder = page.close();
    fs::write(
        folder.path().join("place"),
        format!("{}\n", to.path().display()),
    )
    .unwrap();
    let page = Page::in_folder(folder);
    open_with(&page.ask("start", json!({}))["book"], 1);
    assert_eq!(
        page.ask("book_place", json!({}))["path"],
        new.display().to_string()
    );
    // The move is ended.
    let old = page.folder.path();
    assert!(!old.join("book.kith").exists());
    assert!(old.join("book before moving.kith").exists());
}

#[test]
fn two_ways_to_one_book_are_one_window() {
    let first = with_one();
    let to = tempfile::tempdir().unwrap();
    first.move_book(to.path()).unwrap();
    let other = tempfile::tempdir().unwrap();
    fs::write(
        other.path().join("place"),
        format!("{}\n", to.path().display()),
    )
    .unwrap();
    let second = Page::in_folder(other);
    assert_eq!(second.ask("start", json!({}))["book"]["type"], "in_use");
    drop(first.close());
    open_with(&second.ask("start", json!({}))["book"], 1);
}

#[test]
fn what_is_no_picture_is_not_saved() {
    let page = Page::new();
    let refused =
        |command: &str, bytes: Vec<u8>| page.send(command, bytes).unwrap_err()["code"].clone();
    assert_eq!(
        page.code("picture_save_png", json!({"picture": "no bytes"})),
        "invalid"
    );
    assert_eq!(refused("picture_save_png", b"<svg".to_vec()), "invalid");
    assert_eq!(
        refused("picture_save_svg", b"\x89PNG\r\n\x1a\n".to_vec()),
        "invalid"
    );
    assert_eq!(refused("picture_save_svg", Vec::new()), "invalid");
    let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
    large.resize((64 << 20) + 1, 0);
    assert_eq!(refused("picture_save_png", large), "file_too_large");
}
