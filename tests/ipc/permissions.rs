//! Who may ask for what.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::page::Page;

#[test]
fn an_unknown_command_is_refused() {
    let refused = Page::new().try_ask("book_burn", json!({})).unwrap_err();
    assert!(
        refused.as_str().is_some_and(|text| text.contains("not")),
        "{refused}"
    );
}

#[test]
fn another_window_may_ask_for_nothing() {
    let refused = Page::new()
        .ask_from_elsewhere("start", json!({}))
        .unwrap_err();
    assert!(
        refused
            .as_str()
            .is_some_and(|text| text.contains("not allowed")),
        "{refused}"
    );
}

#[test]
fn what_tauri_and_its_plugins_bring_is_not_granted() {
    let page = Page::new();
    for command in [
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:opener|open_path",
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:app|version",
        "plugin:path|resolve_directory",
    ] {
        let refused = page.try_ask(command, json!({})).unwrap_err();
        let text = refused.as_str().unwrap_or_default();
        assert!(
            text.contains("not allowed") || text.contains("not found"),
            "{command}: {refused}"
        );
    }
}

/// What the build of the shell gave to Tauri: read where it says so to its own tools.
fn built(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/gen/schemas");
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_window_may_ask_for_every_command_and_no_other() {
    let capabilities = built("capabilities.json");
    assert_eq!(capabilities.as_object().unwrap().len(), 1);
    let capability = &capabilities["main"];
    assert_eq!(capability["windows"], json!(["main"]));
    assert!(capability.get("remote").is_none() && capability.get("webviews").is_none());
    assert_eq!(
        texts(&capability["permissions"]),
        [
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "every-command"
        ]
    );
    let manifest = &built("acl-manifests.json")["__app-acl__"];
    let sets = manifest["permission_sets"].as_object().unwrap();
    assert_eq!(sets.len(), 1);
    let mut granted = BTreeSet::new();
    for permission in texts(&sets["every-command"]["permissions"]) {
        let commands = &manifest["permissions"][&permission]["commands"];
        assert_eq!(commands["deny"], json!([]), "{permission}");
        granted.extend(texts(&commands["allow"]));
    }
    let commands = kith::commands().into_iter();
    let wanted: BTreeSet<String> = commands.map(|command| command.name.to_owned()).collect();
    assert_eq!(granted, wanted);
}

#[test]
fn what_makes_an_answer_stale_is_a_table_that_changes_tell_of_or_an_argument() {
    let tables: Vec<&str> = kith_core::undoable_tables().collect();
    for command in kith::commands() {
        for word in command.stale.unwrap_or_default() {
            let argument = command.arguments.iter().find(|(name, _)| name == word);
            let known = match argument {
                Some((_, typed)) => typed == "PersonId",
                None => {
                    tables.contains(word)
                        || ["people", "anything", "backups", "troubles"].contains(word)
                }
            };
            assert!(known, "{}: stale({word})", command.name);
        }
    }
}
