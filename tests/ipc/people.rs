//! People over the wire: add, list, find, page, edit, trash, undo.

use serde_json::{Value, json};

use crate::page::Page;

fn everyone() -> Value {
    json!({"category": null, "kinds": [], "tags": []})
}

fn add(page: &Page, name: &str) -> i64 {
    let person = json!({"name": name, "email": "", "phone": "", "organisation": "", "role": ""});
    page.ask("person_add", json!({"person": person}))["value"]
        .as_i64()
        .unwrap()
}

#[test]
fn a_person_is_added_listed_and_told_of_once() {
    let page = Page::new();
    let person = json!({"name": "Ana Lindqvist", "email": "ana@example.org", "phone": "+46 70 555 01 48",
        "organisation": "Pelagic Sensing", "role": "Founder"});
    let done = page.ask("person_add", json!({"person": person}));
    let id = done["value"].as_i64().unwrap();
    assert!(done["operation"].is_i64());
    assert_eq!(done["changes"]["people"], json!([id]));
    assert_eq!(page.told("changed"), [done["changes"].clone()]);

    let outline = page.ask("people_outline", json!({"filter": everyone()}));
    assert_eq!(outline["total"], 1);
    assert_eq!(
        outline["sections"],
        json!([{"label": "A", "first": 0, "count": 1}])
    );
    let rows = page.ask(
        "people_window",
        json!({"filter": everyone(), "offset": 0, "limit": 50}),
    );
    assert_eq!(rows[0]["name"], "Ana Lindqvist");
    assert_eq!(rows[0]["keptClose"], false);
    let found = page.ask(
        "people_find",
        json!({"text": "lindq", "filter": everyone(), "limit": 20}),
    );
    assert_eq!(found["rows"][0]["row"]["id"], id);
    assert_eq!(
        page.ask("person_position", json!({"id": id, "filter": everyone()})),
        0
    );

    let shown = page.ask("person_page", json!({"id": id}));
    assert_eq!(shown["headline"], "Founder, Pelagic Sensing");
    assert_eq!(shown["contactPoints"].as_array().unwrap().len(), 2);
    assert!(shown["relationship"].is_null());
}

#[test]
fn an_edit_is_taken_back_and_done_again() {
    let page = Page::new();
    let id = add(&page, "Ben Okafor");
    let edit = json!({"type": "note", "id": null, "body": "Met at the harbour."});
    let done = page.ask("person_edit", json!({"id": id, "edit": edit}));
    assert!(done["value"].is_i64());
    let notes = |page: &Page| {
        page.ask("person_page", json!({"id": id}))["notes"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(notes(&page), 1);
    page.forget();
    let undone = page.ask("undo", json!({}));
    assert_eq!(undone["value"]["operation"]["kind"], "edit_person");
    assert_eq!(page.told("changed").len(), 1);
    assert_eq!(notes(&page), 0);
    page.ask("redo", json!({}));
    assert_eq!(notes(&page), 1);
    let history = page.ask("history", json!({"limit": 10}));
    assert!(
        history
            .as_array()
            .unwrap()
            .iter()
            .any(|step| step["kind"] == "add_person")
    );
    page.ask("undo_operation", json!({"id": done["operation"]}));
    assert_eq!(notes(&page), 0);
}

#[test]
fn several_are_edited_at_once_and_go_to_the_trash_and_back() {
    let page = Page::new();
    let ids = json!([add(&page, "Cleo Marsh"), add(&page, "Dev Patel")]);
    page.ask(
        "people_edit",
        json!({"ids": ids, "edit": {"type": "add_tag", "name": "Optics"}}),
    );
    assert_eq!(page.ask("tags_list", json!({}))[0]["people"], 2);
    page.ask("people_trash", json!({"ids": ids}));
    let trash = page.ask("trash_list", json!({}));
    assert_eq!(trash.as_array().unwrap().len(), 2);
    assert_eq!(trash[0]["daysLeft"], 30);
    page.ask("people_restore", json!({"ids": ids}));
    assert_eq!(
        page.ask("people_outline", json!({"filter": everyone()}))["total"],
        2
    );
    page.ask("people_trash", json!({"ids": ids}));
    assert_eq!(page.ask("trash_empty", json!({"ids": null}))["value"], 2);
}

#[test]
fn what_is_refused_has_a_code() {
    let page = Page::new();
    assert_eq!(page.code("person_page", json!({"id": 404})), "not_found");
    assert_eq!(page.code("photo", json!({"hash": "00"})), "not_found");
    assert_eq!(page.code("contact_open", json!({"id": 404})), "not_found");
    assert_eq!(page.code("undo", json!({})), "nothing_to_undo");
    let nobody = json!({"name": " ", "email": "", "phone": "", "organisation": "", "role": ""});
    let refused = page
        .try_ask("person_add", json!({"person": nobody}))
        .unwrap_err();
    assert_eq!(refused["code"], "invalid");
    assert!(refused["field"].is_string());
    assert!(page.told("changed").is_empty());
}

#[test]
fn arguments_that_do_not_fit_are_refused_before_anything_is_done() {
    let page = Page::new();
    let id = add(&page, "Eve Adair");
    page.forget();
    for (command, arguments) in [
        ("person_page", json!({})),
        ("person_page", json!({"id": "1"})),
        ("person_page", json!({"id": null})),
        ("person_page", json!([id])),
        (
            "next_due_preview",
            json!({"person": id, "cadence_days": 30}),
        ),
        ("people_trash", json!({"ids": id})),
        (
            "relationships_edit",
            json!({"groups": [{"ids": [id], "edit": {"type": "adore"}}]}),
        ),
        (
            "tie_add",
            json!({"tie": {"person": id, "other": {}, "kind": "knows"}}),
        ),
    ] {
        let refused = page.try_ask(command, arguments.clone()).unwrap_err();
        assert_eq!(refused["code"], "invalid", "{command} {arguments}");
        let words = refused["message"].as_str().unwrap();
        assert!(words.ends_with("Nothing was changed."), "{words}");
    }
    assert!(page.told("changed").is_empty());
    // Where an argument may be null, it may be left out.
    page.ask("trash_empty", json!({}));
    page.ask("next_due_preview", json!({"person": id, "cadenceDays": 30}));
}

#[test]
fn only_mail_phone_and_web_addresses_are_opened() {
    let page = Page::new();
    let id = add(&page, "Eve Adair");
    for value in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "smb://host/share",
    ] {
        let edit = json!({"type": "contact_point", "id": null, "kind": "link", "value": value, "label": "", "preferred": false});
        let Ok(done) = page.try_ask("person_edit", json!({"id": id, "edit": edit})) else {
            continue;
        };
        assert_eq!(
            page.code("contact_open", json!({"id": done["value"]})),
            "no_app_for_link",
            "{value}"
        );
    }
}

#[test]
fn unsaved_text_is_kept() {
    let page = Page::new();
    page.ask(
        "unsaved_save",
        json!({"key": "person/1/note/new", "text": "half a sent"}),
    );
    let page = Page::in_folder(page.close());
    assert_eq!(
        page.ask("unsaved_list", json!({})),
        json!([{"key": "person/1/note/new", "text": "half a sent"}])
    );
    page.ask(
        "unsaved_save",
        json!({"key": "person/1/note/new", "text": null}),
    );
    assert_eq!(page.ask("unsaved_list", json!({})), json!([]));
}
