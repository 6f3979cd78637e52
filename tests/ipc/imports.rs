//! Importing over the wire: paste, preview, decide, apply, undo.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ana\r\nFN:Ana Lindqvist\r\nN:Lindqvist;Ana;;;\r\n\
    EMAIL:ana@example.org\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nUID:ben\r\nFN:Ben Okafor\r\n\
    N:Okafor;Ben;;;\r\nTEL:+46 70 555 01 48\r\nEND:VCARD\r\n";

fn all() -> Value {
    json!({"show": "all", "text": ""})
}

/// Pastes cards and waits for their preview.
fn paste(page: &Page, text: &str) -> String {
    page.forget();
    let token = page
        .ask("import_paste", json!({"text": text}))
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(page.wait_for("import-ready")["token"], token);
    token
}

fn apply(page: &Page, token: &str) -> Value {
    page.ask("import_apply", json!({"token": token}))
}

#[test]
fn pasted_cards_are_previewed_decided_imported_and_taken_back() {
    let page = Page::new();
    let token = paste(&page, CARDS);
    let summary = page.ask("import_summary", json!({"token": token}));
    assert_eq!(
        (&summary["cards"], &summary["willImport"]),
        (&json!(2), &json!(2))
    );
    let rows = page.ask(
        "import_rows",
        json!({"token": token, "filter": all(), "offset": 0, "limit": 10}),
    );
    assert_eq!(rows["total"], 2);
    assert_eq!(rows["rows"][1]["name"], "Ben Okafor");
    assert_eq!(rows["rows"][1]["status"], "new");
    let details = page.ask("import_details", json!({"token": token, "index": 0}));
    assert!(
        details["contents"]
            .as_array()
            .unwrap()
            .iter()
            .any(|field| field["value"] == "ana@example.org")
    );

    let skipped = json!({"token": token, "indexes": [1], "filter": all(), "decision": "skip"});
    assert_eq!(page.ask("import_decide", skipped)["willImport"], 1);
    let added = json!({"token": token, "indexes": null, "filter": all(), "decision": "add"});
    assert_eq!(page.ask("import_decide", added)["willImport"], 2);
    let client = page.ask("kinds_list", json!({}))[0]["id"].clone();
    let close = json!({"token": token, "indexes": [0], "kind": client});
    assert_eq!(page.ask("import_keep_close", close)["keepClose"], 1);

    page.forget();
    let done = apply(&page, &token);
    assert_eq!(
        (&done["value"]["added"], &done["value"]["keptClose"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(page.told("changed").len(), 1);
    assert!(
        page.told("import-progress")
            .iter()
            .all(|progress| progress["token"] == token)
    );
    page.ask("undo_operation", json!({"id": done["operation"]}));
    assert_eq!(page.ask("book_place", json!({}))["people"], 0);
}

#[test]
fn the_same_cards_again_change_nothing_and_newer_ones_are_an_update() {
    let page = Page::new();
    let token = paste(&page, CARDS);
    apply(&page, &token);
    let token = paste(&page, CARDS);
    assert_eq!(
        page.ask("import_summary", json!({"token": token}))["counts"]["unchanged"],
        2
    );
    let token = paste(
        &page,
        &CARDS.replace("ana@example.org", "ana@pelagic.example"),
    );
    let summary = page.ask("import_summary", json!({"token": token}));
    assert_eq!(summary["counts"]["updates"], 1);
    let details = page.ask("import_details", json!({"token": token, "index": 0}));
    let difference = &details["differences"][0];
    assert_eq!(difference["take"], "file");
    let kept = json!({"token": token, "index": 0, "key": difference["key"], "take": "kith"});
    assert_eq!(
        page.ask("import_decide_field", kept)["differences"][0]["take"],
        "kith"
    );
    page.ask("import_take_all", json!({"token": token, "take": "file"}));
    assert_eq!(apply(&page, &token)["value"]["updated"], 1);
    assert_eq!(page.ask("book_place", json!({}))["people"], 2);
}

#[test]
fn a_card_that_cannot_be_read_is_shown_and_can_be_mended() {
    let page = Page::new();
    let broken = "BEGIN:VCARD\r\nVERSION:3.0\r\nthis is not a card at all\r\n";
    let token = paste(&page, &format!("{CARDS}{broken}"));
    let summary = page.ask("import_summary", json!({"token": token}));
    if summary["counts"]["unreadable"] == 0 {
        return;
    }
    let fix = |text: &str| json!({"token": token, "index": 2, "text": text});
    assert_eq!(page.code("import_fix", fix("still nothing")), "invalid");
    let summary = page.ask(
        "import_fix",
        fix("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cleo Marsh\r\nEND:VCARD\r\n"),
    );
    assert_eq!(summary["counts"]["unreadable"], 0);
}

#[test]
fn what_is_no_card_is_said() {
    let page = Page::new();
    let token = paste(&page, "Hello");
    let summary = page.ask("import_summary", json!({"token": token}));
    assert_eq!(summary["willImport"], 0);
    let said = summary["problems"].as_array().unwrap().len();
    assert!(
        said > 0 || summary["counts"]["unreadable"] == 1,
        "{summary}"
    );
}

#[test]
fn a_plan_that_is_gone_is_stale() {
    let page = Page::new();
    let first = paste(&page, CARDS);
    let second = paste(&page, CARDS);
    assert_eq!(
        page.code("import_summary", json!({"token": first})),
        "stale"
    );
    page.ask("import_cancel", json!({"token": second}));
    assert_eq!(page.code("import_apply", json!({"token": second})), "stale");
    assert_eq!(
        page.code("import_stop", json!({"token": "never was"})),
        "stale"
    );
    page.ask("import_cancel", json!({"token": second}));
}

#[test]
fn a_start_with_files_begins_on_their_preview() {
    let folder = tempfile::tempdir().unwrap();
    let cards = folder.path().join("Two people.vcf");
    fs::write(&cards, CARDS).unwrap();
    let page = Page::with_paths(folder, &[cards]);
    let route = page.ask("start", json!({}))["route"].clone();
    assert_eq!(route["type"], "import");
    page.wait_for("import-ready");
    let summary = page.ask("import_summary", json!({"token": route["token"]}));
    assert_eq!(
        (&summary["title"], &summary["cards"]),
        (&json!("Two people.vcf"), &json!(2))
    );
}

#[test]
fn a_later_start_hands_its_files_over() {
    let page = Page::new();
    page.ask("start", json!({}));
    let cards = page.folder.path().join("later.vcf");
    fs::write(&cards, CARDS).unwrap();
    assert!(kith::second_start::hand_over(page.folder.path(), &[cards]).unwrap());
    let route = page.wait_for("navigate");
    page.wait_for("import-ready");
    assert_eq!(
        page.ask("import_summary", json!({"token": route["token"]}))["title"],
        "later.vcf"
    );
}

#[test]
fn a_photo_comes_as_bytes() {
    const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let page = Page::new();
    let card = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dot\r\nPHOTO;ENCODING=b;TYPE=PNG:{DOT}\r\nEND:VCARD\r\n"
    );
    let token = paste(&page, &card);
    apply(&page, &token);
    let everyone = json!({"category": null, "kinds": [], "tags": []});
    let rows = page.ask(
        "people_window",
        json!({"filter": everyone, "offset": 0, "limit": 1}),
    );
    let bytes = page.bytes("photo", json!({"hash": rows[0]["photo"]}));
    assert!(bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xff, 0xd8]));
}
