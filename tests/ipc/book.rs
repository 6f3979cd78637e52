//! Which book is open: the start, settings, backups, and books that cannot be opened.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;

fn add(page: &Page, name: &str) {
    let person = json!({"name": name, "email": "", "phone": "", "organisation": "", "role": ""});
    page.ask("person_add", json!({"person": person}));
}

#[test]
fn a_first_start() {
    let page = Page::new();
    let start = page.ask("start", json!({}));
    let mut book = start["book"].clone();
    assert!(
        book["opening"]
            .take()
            .as_u64()
            .is_some_and(|number| number > 0)
    );
    assert_eq!(
        book,
        json!({"type": "open", "sample": false, "people": 0, "onboarded": false, "opening": null})
    );
    assert_eq!(start["settings"]["theme"], "system");
    assert_eq!(start["settings"]["textScale"], 1.0);
    assert_eq!(start["version"], env!("CARGO_PKG_VERSION"));
    assert!(start["route"].is_null());
    page.ask("onboarded", json!({}));
    assert_eq!(page.ask("start", json!({}))["book"]["onboarded"], true);
}

#[test]
fn settings_stay_and_wrong_ones_are_refused() {
    let page = Page::new();
    let done = page.ask(
        "settings_set",
        json!({"settings": {"theme": "dark", "textScale": 1.5}}),
    );
    assert_eq!(done["value"]["theme"], "dark");
    assert_eq!(done["changes"]["tables"], json!(["settings"]));
    assert_eq!(
        page.code("settings_set", json!({"settings": {"theme": "pink"}})),
        "invalid"
    );
    assert_eq!(
        page.code("settings_set", json!({"settings": {"textScale": 9}})),
        "invalid"
    );
    let page = Page::in_folder(page.close());
    assert_eq!(page.ask("start", json!({}))["settings"]["textScale"], 1.5);
}

#[test]
fn a_backup_brings_the_book_back() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    let backup = page.ask("backup_now", json!({}))["value"].clone();
    assert_eq!(backup["people"], 1);
    assert_eq!(backup["why"], "by_hand");
    add(&page, "Ben Okafor");
    assert_eq!(page.ask("book_place", json!({}))["people"], 2);
    page.forget();
    let book = page.ask("backup_restore", json!({"name": backup["name"]}));
    assert_eq!(book["people"], 1);
    assert!(page.told_of_another_book());
    let listed = page.ask("backups_list", json!({}));
    assert!(
        listed["backups"]
            .as_array()
            .unwrap()
            .iter()
            .any(|backup| backup["why"] == "before_restore")
    );
    for name in [
        "../book.kith",
        "/etc/passwd",
        "2020-01-01T00-00-00Z-daily.kith",
    ] {
        assert_eq!(
            page.code("backup_restore", json!({"name": name})),
            "not_found",
            "{name}"
        );
    }
    assert_eq!(page.ask("book_place", json!({}))["people"], 1);
}

#[test]
fn a_damaged_book_is_left_alone_and_a_backup_helps() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    let backup = page.ask("backup_now", json!({}))["value"]["name"].clone();
    let folder = page.close();
    let file = folder.path().join("book.kith");
    let garbage = b"This is no book at all. ".repeat(400);
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(folder.path().join(format!("book.kith{end}")));
    }
    fs::write(&file, &garbage).unwrap();

    let page = Page::in_folder(folder);
    let book = page.ask("start", json!({}))["book"].clone();
    assert_eq!(book["type"], "damaged");
    assert_eq!(book["backups"][0]["name"], backup);
    assert_eq!(
        page.code(
            "people_outline",
            json!({"filter": {"category": null, "kinds": [], "tags": []}})
        ),
        "book_damaged"
    );
    let token = page.ask(
        "import_paste",
        json!({"text": "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n"}),
    );
    let failed = page.wait_for("import-failed");
    assert_eq!(
        (&failed["token"], &failed["error"]["code"]),
        (&token, &json!("book_damaged"))
    );
    assert_eq!(fs::read(&file).unwrap(), garbage);
    let book = page.ask("backup_restore", json!({"name": backup}));
    assert_eq!(
        (&book["type"], &book["people"]),
        (&json!("open"), &json!(1))
    );
    let kept = fs::read_dir(page.folder.path()).unwrap().flatten();
    assert!(
        kept.into_iter()
            .any(|entry| fs::read(entry.path()).is_ok_and(|bytes| bytes == garbage))
    );
}

#[test]
fn a_newer_book_is_left_alone() {
    let page = Page::new();
    let folder = page.close();
    let file = folder.path().join("book.kith");
    let mut bytes = fs::read(&file).unwrap();
    bytes[60..64].copy_from_slice(&9_000_u32.to_be_bytes());
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(folder.path().join(format!("book.kith{end}")));
    }
    fs::write(&file, &bytes).unwrap();
    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "newer");
    assert_eq!(page.code("undo", json!({})), "book_newer");
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn a_book_in_use_opens_when_the_other_is_gone() {
    let first = Page::new();
    add(&first, "Ana Lindqvist");
    let path = first.folder.path().to_owned();
    let second = Page::beside(&path);
    assert_eq!(second.ask("start", json!({}))["book"]["type"], "in_use");
    assert_eq!(second.code("undo", json!({})), "book_in_use");
    let _folder = first.close();
    let book = second.ask("start", json!({}))["book"].clone();
    assert_eq!(
        (&book["type"], &book["people"]),
        (&json!("open"), &json!(1))
    );
    // From now on it is the first, and hears a third.
    assert!(kith::second_start::hand_over(&path, &[]).unwrap());
}

#[test]
fn the_sample_is_another_book_and_leads_back() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    page.forget();
    let sample = page.ask("sample_open", json!({}));
    assert_eq!(
        (&sample["type"], &sample["sample"]),
        (&json!("open"), &json!(true))
    );
    assert!(sample["people"].as_u64().unwrap() > 10);
    assert!(page.told_of_another_book());
    let told = page.wait_for("book-opened");
    assert_eq!(
        (&told["book"], &told["forImport"]),
        (&sample, &json!(false))
    );
    let own = page.ask("sample_leave", json!({}));
    assert_eq!((&own["sample"], &own["people"]), (&json!(false), &json!(1)));
}

#[test]
fn what_a_page_asks_of_a_book_that_is_not_open_any_more_is_refused() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    let opening = |page: &Page| page.ask("start", json!({}))["book"]["opening"].clone();
    let own = opening(&page);
    let trash = |opening: &Value| page.ask_of(opening, "people_trash", json!({"ids": [1]}));
    let sample = page.ask_of(&own, "sample_open", json!({})).unwrap()["opening"].clone();
    assert_eq!(trash(&own), Err("stale".to_owned()));
    assert_eq!(page.ask("trash_list", json!({})), json!([]));
    trash(&sample).unwrap();
    page.ask("sample_leave", json!({}));
    assert_eq!(trash(&sample), Err("stale".to_owned()));
    assert_eq!(page.ask("trash_list", json!({})), json!([]));
    // Where no other book came of it, the page goes on with the one that it shows.
    let own = opening(&page);
    assert_eq!(
        page.ask_of(
            &own,
            "backup_restore",
            json!({"name": "2026-01-01T00-00-00Z-daily.kith"})
        ),
        Err("not_found".to_owned())
    );
    trash(&own).unwrap();
}

#[test]
fn cards_that_come_in_leave_the_sample_and_the_page_hears_why() {
    let page = Page::new();
    page.ask("sample_open", json!({}));
    page.forget();
    page.ask(
        "import_paste",
        json!({"text": "BEGIN:VCARD\nFN:Ana\nEND:VCARD"}),
    );
    let told = page.wait_for("book-opened");
    assert_eq!(
        (&told["book"]["sample"], &told["forImport"]),
        (&json!(false), &json!(true))
    );
}

#[test]
fn the_window_looks_the_same_in_the_sample_and_in_a_backup() {
    let page = Page::new();
    let look = |page: &Page| {
        let settings = page.ask("start", json!({}))["settings"].clone();
        [settings["theme"].clone(), settings["textScale"].clone()]
    };
    let set = |settings: Value| page.ask("settings_set", json!({"settings": settings}));
    let backup = page.ask("backup_now", json!({}))["value"].clone();
    set(json!({"theme": "dark", "textScale": 1.25}));
    assert_eq!(page.code("undo", json!({})), "nothing_to_undo");
    page.ask("sample_open", json!({}));
    assert_eq!(look(&page), [json!("dark"), json!(1.25)]);
    set(json!({"theme": "light"}));
    page.ask("sample_leave", json!({}));
    assert_eq!(look(&page), [json!("light"), json!(1.25)]);
    page.ask("backup_restore", json!({"name": backup["name"]}));
    assert_eq!(look(&page), [json!("light"), json!(1.25)]);
}

#[test]
fn a_new_book_takes_the_place_of_a_damaged_one_and_of_no_other() {
    let page = Page::new();
    assert_eq!(page.code("book_new", json!({})), "stale");
    let folder = page.close();
    let file = folder.path().join("book.kith");
    fs::write(&file, b"no book").unwrap();
    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "damaged");
    let book = page.ask("book_new", json!({}));
    assert_eq!(
        (&book["type"], &book["people"]),
        (&json!("open"), &json!(0))
    );
    let kept = fs::read_dir(page.folder.path()).unwrap().flatten();
    assert!(
        kept.into_iter()
            .any(|entry| fs::read(entry.path()).is_ok_and(|bytes| bytes == b"no book"))
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    // A file in the folder's place: nobody, not even root, can write into it.
    let place = folder.path().join("data");
    fs::write(&place, b"").unwrap();
    let page = Page::without_lock(folder, &place);
    let book = page.ask("start", json!({}))["book"].clone();
    assert_eq!(book["type"], "unavailable");
    assert!(
        book["message"]
            .as_str()
            .unwrap()
            .contains("cannot be written")
    );
    assert_eq!(page.code("undo", json!({})), "not_writable");
}

/// Overwrites the page at which a table or an index of a closed book begins.
fn spoil(file: &std::path::Path, name: &str) {
    let book = rusqlite::Connection::open(file).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: usize = book.query_row(sql, [name], |row| row.get(0)).unwrap();
    drop(book);
    let mut bytes = fs::read(file).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0xA5);
    fs::write(file, bytes).unwrap();
}

#[test]
fn damage_that_a_command_finds_leads_to_the_ways_on_and_stays_said() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    let backup = page.ask("backup_now", json!({}))["value"]["name"].clone();
    let folder = page.close();
    spoil(&folder.path().join("book.kith"), "facts_of_person");

    let page = Page::in_folder(folder);
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "open");
    page.forget();
    assert_eq!(page.code("facts_of", json!({"person": 1})), "book_damaged");
    page.wait_for("changed");
    for _ in 0..2 {
        let book = page.ask("start", json!({}))["book"].clone();
        assert_eq!(book["type"], "damaged");
        assert_eq!(book["backups"][0]["name"], backup);
    }
    assert_eq!(
        page.code("today_count", json!({})),
        "book_damaged",
        "it is not used any more"
    );
    let book = page.ask("backup_restore", json!({"name": backup}));
    assert_eq!(book["people"], 1);
    assert_eq!(page.ask("facts_of", json!({"person": 1})), json!([]));
}

#[test]
fn damage_that_the_first_question_finds_leaves_no_empty_window() {
    let page = Page::new();
    add(&page, "Ana Lindqvist");
    page.ask("backup_now", json!({}));
    let folder = page.close();
    spoil(&folder.path().join("book.kith"), "people_by_name");
    let page = Page::in_folder(folder);
    let book = page.ask("start", json!({}))["book"].clone();
    assert_eq!(book["type"], "damaged");
    page.ask("book_new", json!({}));
    assert_eq!(page.ask("start", json!({}))["book"]["type"], "open");
}

#[test]
fn a_damaged_sample_is_made_anew_and_ones_own_book_is_opened() {
    let page = Page::new();
    page.ask("sample_open", json!({}));
    page.ask("sample_leave", json!({}));
    let folder = page.close();
    spoil(&folder.path().join("sample.kith"), "facts");
    let page = Page::in_folder(folder);
    page.ask("sample_open", json!({}));
    page.forget();
    assert_eq!(page.code("facts_of", json!({"person": 1})), "book_damaged");
    page.wait_for("changed");
    assert_eq!(page.ask("start", json!({}))["book"]["sample"], false);
    page.ask("sample_open", json!({}));
    page.ask("facts_of", json!({"person": 1}));
}
