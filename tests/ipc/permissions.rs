//! Who may ask for what.

use std::collections::BTreeSet;

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

#[test]
fn the_capability_grants_every_command_and_no_other() {
    let capability: Value =
        serde_json::from_str(include_str!("../../src-tauri/capabilities/main.json")).unwrap();
    let granted: BTreeSet<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    let commands = kith::COMMANDS
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")));
    let mut wanted: BTreeSet<String> = commands.collect();
    wanted.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
    assert_eq!(granted, wanted.iter().map(String::as_str).collect());
    assert_eq!(capability["windows"], json!(["main"]));
    assert!(capability.get("remote").is_none());
}
