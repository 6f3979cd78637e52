//! The book's file is taken away or replaced, while Kith runs or before it starts.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::page::Page;

fn person(name: &str) -> Value {
    json!({"person": {"name": name, "email": "", "phone": "", "organisation": "", "role": ""}})
}

fn with_one() -> Page {
    let page = Page::new();
    page.ask("person_add", person("Ana Lindqvist"));
    page
}

fn file(page: &Page) -> PathBuf {
    page.folder.path().join("book.kith")
}

fn book(page: &Page) -> Value {
    page.ask("start", json!({}))["book"].clone()
}

fn is_open_with(book: &Value, people: u32) {
    assert_eq!(
        (&book["type"], &book["people"]),
        (&json!("open"), &json!(people)),
        "{book}"
    );
}

/// A change is refused, and the window shows why. Answers the name of what is kept, and how many people it
/// has: the refused one too, unless Kith looked between the loss and the change, which it does now and then.
fn loses(page: &Page, how: &str) -> (Value, u32) {
    page.forget();
    assert_eq!(page.code("person_add", person("Ben Okafor")), "book_lost");
    page.wait_for_another_book();
    let book = book(page);
    assert_eq!(
        (&book["type"], &book["how"]),
        (&json!("lost"), &json!(how)),
        "{book}"
    );
    let kept = &book["backups"][0];
    assert_eq!(kept["why"], "rescued");
    assert!(kept["people"] == 1 || kept["people"] == 2, "{kept}");
    assert_eq!(page.code("person_add", person("Chidi Eze")), "book_lost");
    let people = kept["people"].as_u64().unwrap();
    (kept["name"].clone(), u32::try_from(people).unwrap())
}

/// A book of somebody else's, of one file.
fn another() -> (tempfile::TempDir, PathBuf) {
    let other = Page::new();
    for name in ["Dagny Sol", "Emre Kaya", "Farah Lind"] {
        other.ask("person_add", person(name));
    }
    let folder = other.close();
    let file = folder.path().join("book.kith");
    (folder, file)
}

#[test]
fn a_file_that_was_removed_is_put_back_when_the_person_says_so() {
    let page = with_one();
    fs::remove_file(file(&page)).unwrap();
    let (kept, people) = loses(&page, "gone");
    assert_eq!(book(&page)["there"], Value::Null);
    assert!(
        !file(&page).exists(),
        "nothing is put there without being asked"
    );
    // Not even by another start.
    let page = Page::in_folder(page.close());
    assert_eq!(book(&page)["how"], "gone");
    assert!(!file(&page).exists());
    is_open_with(&page.ask("backup_restore", json!({"name": kept})), people);
    let page = Page::in_folder(page.close());
    is_open_with(&book(&page), people);
}

#[test]
fn a_file_that_took_the_place_is_opened_when_the_person_says_so() {
    let (_folder, other) = another();
    let page = with_one();
    fs::rename(other, file(&page)).unwrap();
    loses(&page, "replaced");
    assert_eq!(book(&page)["there"], 3);
    is_open_with(&page.ask("book_go_on", json!({})), 3);
    assert_eq!(page.code("book_go_on", json!({})), "stale");
    let page = Page::in_folder(page.close());
    is_open_with(&book(&page), 3);
    let backups = page.ask("backups_list", json!({}));
    assert_eq!(backups["backups"][0]["why"], "kept");
}

#[test]
fn what_was_kept_takes_the_place_of_the_other_file_which_stays_as_a_backup() {
    let (_folder, other) = another();
    let page = with_one();
    fs::rename(other, file(&page)).unwrap();
    let (kept, people) = loses(&page, "replaced");
    is_open_with(&page.ask("backup_restore", json!({"name": kept})), people);
    let listed = page.ask("backups_list", json!({}));
    let of_other = |one: &Value| one["why"] == "before_restore" && one["people"] == 3;
    assert!(
        listed["backups"].as_array().unwrap().iter().any(of_other),
        "{listed}"
    );
}

#[test]
fn a_file_that_was_put_back_is_open_again() {
    let page = with_one();
    let away = page.folder.path().join("away");
    fs::rename(file(&page), &away).unwrap();
    let (_, people) = loses(&page, "gone");
    let book = page.ask("book_look", json!({}));
    assert_eq!(book["type"], "lost");
    fs::rename(&away, file(&page)).unwrap();
    is_open_with(&page.ask("book_look", json!({})), people);
    let page = Page::in_folder(page.close());
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "open");
}

#[test]
fn a_loss_is_noticed_though_nothing_is_changed() {
    let page = with_one();
    page.forget();
    fs::remove_file(file(&page)).unwrap();
    page.look();
    page.wait_for_another_book();
    let lost = book(&page);
    assert_eq!(lost["how"], "gone");
    // No change was refused, so exactly the one person is kept.
    assert_eq!(lost["backups"][0]["people"], 1, "{lost}");
}

#[test]
fn a_file_that_was_written_over_is_said_and_not_called_a_copy() {
    let (_folder, other) = another();
    let page = with_one();
    fs::copy(other, file(&page)).unwrap();
    assert_eq!(page.code("person_add", person("Ben Okafor")), "book_lost");
    let lost = book(&page);
    assert_eq!(
        (&lost["how"], &lost["there"]),
        (&json!("written_over"), &json!(3))
    );
    assert_eq!(lost["backups"], json!([]));
    assert_eq!(
        book(&page)["how"],
        "written_over",
        "it is not opened without being asked"
    );
    is_open_with(&page.ask("book_go_on", json!({})), 3);
}

#[test]
fn no_book_is_begun_beside_backups() {
    let page = with_one();
    page.ask("backup_now", json!({}));
    let folder = page.close();
    fs::remove_file(folder.path().join("book.kith")).unwrap();
    let page = Page::in_folder(folder);
    let lost = book(&page);
    assert_eq!(
        (&lost["type"], &lost["how"]),
        (&json!("lost"), &json!("missing"))
    );
    assert_eq!(lost["backups"].as_array().unwrap().len(), 1);
    assert!(!file(&page).exists());
    is_open_with(&page.ask("book_new", json!({})), 0);
    let listed = page.ask("backups_list", json!({}));
    assert_eq!(listed["backups"].as_array().unwrap().len(), 1, "they stay");
}

#[test]
fn a_moved_book_whose_folder_went_away_is_kept_in_kiths_own() {
    let page = with_one();
    let place = tempfile::tempdir().unwrap();
    let stick = place.path().join("stick");
    fs::create_dir(&stick).unwrap();
    page.move_book(&stick).unwrap();
    let away = place.path().join("away");
    fs::rename(&stick, &away).unwrap();
    // Or Kith noticed it before.
    let code = page.code("person_add", person("Ben Okafor"));
    let people = match code.as_str() {
        "book_lost" => 2,
        "file_missing" => 1,
        other => panic!("{other}"),
    };
    let lost = book(&page);
    assert_eq!(
        (&lost["type"], &lost["moved"]),
        (&json!("unavailable"), &json!(true))
    );
    assert!(
        lost["message"].as_str().unwrap().contains("rescued.kith"),
        "{lost}"
    );
    assert!(!stick.exists(), "nothing is made in its place");
    fs::rename(&away, &stick).unwrap();
    is_open_with(&book(&page), people);
}

#[test]
fn what_a_kill_left_goes_at_the_next_start_and_a_move_is_ended() {
    let page = with_one();
    let own = page.folder.path().to_owned();
    let place = tempfile::tempdir().unwrap();
    page.move_book(place.path()).unwrap();
    let folder = page.close();
    // As if it was killed before the old book got another name.
    fs::rename(own.join("book before moving.kith"), own.join("book.kith")).unwrap();
    let left = |at: &Path, name: &str| {
        fs::write(at.join(name), b"half of it").unwrap();
        at.join(name)
    };
    let left = [
        left(place.path(), "book.restoring.kith"),
        left(place.path(), "book.moving.kith-journal"),
        left(&own, "sample.making.kith"),
    ];
    let page = Page::in_folder(folder);
    is_open_with(&book(&page), 1);
    for path in left {
        assert!(!path.exists(), "{}", path.display());
    }
    assert!(!own.join("book.kith").exists());
    assert!(own.join("book before moving.kith").exists());
}
