//! `cargo xtask licences`: lists the crates and packages of others in the app, with version,
//! licence and copyright.
//!
//! Reads what Cargo and npm have on this computer; downloads nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::app::cargo;
use crate::place::ui;
use crate::steps::{Outcome, run, say};

/// The target of the packages. The list is made for it on every computer, so that it is always the same.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// A development dependency whose code is part of the page all the same.
const COMPILED_IN: &str = "svelte";
/// A line with more bytes is not a copyright notice.
const MAX_NOTICE_BYTES: usize = 160;

/// A part of the app that was made by others.
struct Part {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

fn file() -> PathBuf {
    ui().join("src/settings/licences.gen.json")
}

/// Writes ui/src/settings/licences.gen.json.
pub fn write() -> Outcome {
    let list = listed()?;
    if fs::read_to_string(file()).is_ok_and(|then| then == list) {
        say("ui/src/settings/licences.gen.json is as it should be.");
        return Ok(());
    }
    fs::write(file(), list).map_err(|e| format!("{} cannot be written: {e}", file().display()))?;
    say("ui/src/settings/licences.gen.json is written anew.");
    Ok(())
}

/// Fails if the list does not match the lock files.
pub fn drift() -> Outcome {
    if fs::read_to_string(file()).is_ok_and(|then| listed().is_ok_and(|now| now == then)) {
        return Ok(());
    }
    // If the list cannot be made, this error tells why.
    listed()?;
    Err("Settings → About lists other parts than the app has. Type: cargo xtask licences".into())
}

fn listed() -> Outcome<String> {
    let (app, page) = (crates()?, packages()?);
    for part in app.iter().chain(&page) {
        if !is_free(&part.licence) {
            return Err(format!(
                "{} {} is under {}: Kith, which is under MIT or Apache 2.0, cannot have it in it.",
                part.name, part.version, part.licence
            ));
        }
    }
    let rows = |parts: &[Part]| {
        let rows: Vec<_> = parts.iter().map(|part| part.row().to_string()).collect();
        rows.join(",\n    ")
    };
    let texts = json!(texts(app.iter().chain(&page)));
    Ok(format!(
        "{{\n  \"app\": [\n    {}\n  ],\n  \"page\": [\n    {}\n  ],\n  \"texts\": {texts:#}\n}}\n",
        rows(&app),
        rows(&page)
    ))
}

impl Part {
    fn row(&self) -> Value {
        json!([
            self.name,
            self.version,
            spaced(&self.licence),
            self.notices()
        ])
    }

    /// The lines with copyright notices.
    fn notices(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let texts: Vec<_> = licence_files(&self.folder).into_iter().collect();
        let lines = texts.iter().flat_map(|text| text.lines());
        lines
            .map(|line| line.trim_matches(|c: char| c.is_whitespace() || "#*/".contains(c)))
            .filter(|line| is_notice(line))
            .filter(|line| seen.insert((*line).to_owned()))
            .map(str::to_owned)
            .collect()
    }
}

/// Whether the line is a notice such as "Copyright (c) 2014 …", not a sentence about copyright or a
/// template.
fn is_notice(line: &str) -> bool {
    let start = line.to_lowercase();
    let named = ["copyright (c) ", "copyright \u{a9} "];
    let dated = start.starts_with("copyright ") && line.bytes().any(|byte| byte.is_ascii_digit());
    (named.iter().any(|word| start.starts_with(word)) || dated)
        && !["[yyyy]", "<year>", "{yyyy}"]
            .iter()
            .any(|blank| start.contains(blank))
        && line.len() < MAX_NOTICE_BYTES
}

/// The text of each licence, taken from a part that has only this licence.
fn texts<'p>(parts: impl Iterator<Item = &'p Part>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for part in parts {
        let files = licence_files(&part.folder);
        let alone = part.licence.split_whitespace().count() == 1 && !part.licence.contains('/');
        if let ([text], true, false) = (files.as_slice(), alone, texts.contains_key(&part.licence))
        {
            let own: Vec<_> = text
                .lines()
                .filter(|line| !is_notice(line.trim()))
                .collect();
            texts.insert(part.licence.clone(), own.join("\n").trim().to_owned());
        }
    }
    texts
}

/// The texts of a part's files named LICENSE, COPYING and the like.
fn licence_files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = names.map(|entry| entry.path()).collect();
    paths.sort();
    let is_one = |path: &PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        [
            "LICENSE",
            "LICENCE",
            "COPYING",
            "COPYRIGHT",
            "NOTICE",
            "UNLICENSE",
        ]
        .iter()
        .any(|word| name.starts_with(word))
    };
    let found = paths
        .into_iter()
        .filter(|path| path.is_file())
        .filter(is_one);
    found
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
}

/// The crates that are linked into the app, without Kith's own, build dependencies and macros.
fn crates() -> Outcome<Vec<Part>> {
    let words = [
        "--format-version",
        "1",
        "--offline",
        "--locked",
        "--filter-platform",
        TARGET,
    ];
    let read = run(cargo("metadata").args(words))?;
    let data: Value = serde_json::from_slice(&read).map_err(|e| format!("cargo metadata: {e}"))?;
    let packages = by_id(of(&data, "packages"));
    let nodes = by_id(of(of(&data, "resolve"), "nodes"));
    let app = packages
        .iter()
        .filter(|(_, package)| of(package, "name") == "kith");
    let mut open: Vec<String> = app.map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    while let Some(id) = open.pop() {
        let (Some(package), Some(node)) = (packages.get(&id), nodes.get(&id)) else {
            continue;
        };
        if is_macro(package) || !seen.insert(id) {
            continue;
        }
        open.extend(linked(node));
        if !of(package, "source").is_null() {
            parts.push(of_crate(package));
        }
    }
    Ok(sorted(parts))
}

fn by_id(list: &Value) -> BTreeMap<String, &Value> {
    let rows = list.as_array().into_iter().flatten();
    rows.map(|row| (text(of(row, "id")), row)).collect()
}

fn is_macro(package: &Value) -> bool {
    let targets = of(package, "targets").as_array().into_iter().flatten();
    targets
        .flat_map(|target| of(target, "kind").as_array().into_iter().flatten())
        .any(|kind| kind == "proc-macro")
}

/// The dependencies of a crate that are linked with it.
fn linked(node: &Value) -> Vec<String> {
    let deps = of(node, "deps").as_array().into_iter().flatten();
    let normal = |dep: &&Value| {
        let kinds = of(dep, "dep_kinds").as_array().into_iter().flatten();
        kinds.into_iter().any(|kind| of(kind, "kind").is_null())
    };
    deps.filter(normal)
        .map(|dep| text(of(dep, "pkg")))
        .collect()
}

fn of_crate(package: &Value) -> Part {
    let manifest = PathBuf::from(text(of(package, "manifest_path")));
    Part {
        name: text(of(package, "name")),
        version: text(of(package, "version")),
        licence: text(of(package, "license")),
        folder: manifest.parent().unwrap_or(&manifest).to_owned(),
    }
}

/// The npm packages in the page.
fn packages() -> Outcome<Vec<Part>> {
    let own = package(&ui())?;
    let mut parts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(ui(), COMPILED_IN.to_owned())];
    open.extend(names(of(&own, "dependencies")).map(|name| (ui(), name)));
    while let Some((from, name)) = open.pop() {
        let places = from
            .ancestors()
            .map(|above| above.join("node_modules").join(&name));
        let Some(folder) = places.into_iter().find(|folder| folder.is_dir()) else {
            return Err(format!(
                "The page\u{2019}s package {name} is not there. Type: cargo xtask run"
            ));
        };
        if !seen.insert(folder.clone()) {
            continue;
        }
        let read = package(&folder)?;
        if name != COMPILED_IN {
            open.extend(names(of(&read, "dependencies")).map(|name| (folder.clone(), name)));
        }
        parts.push(Part {
            name,
            version: text(of(&read, "version")),
            licence: of(&read, "license")
                .as_str()
                .map_or_else(|| first_line(&folder), str::to_owned),
            folder,
        });
    }
    Ok(sorted(parts))
}

fn package(folder: &Path) -> Outcome<Value> {
    let file = folder.join("package.json");
    let read = fs::read(&file).map_err(|e| format!("{} cannot be read: {e}", file.display()))?;
    serde_json::from_slice(&read).map_err(|e| format!("{}: {e}", file.display()))
}

fn names(object: &Value) -> impl Iterator<Item = String> + '_ {
    object
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys().cloned())
}

/// The licence from the first line of the licence file ("MIT License" is MIT), for a package that names
/// it only there.
fn first_line(folder: &Path) -> String {
    let files = licence_files(folder);
    let line = files.first().and_then(|text| text.lines().next());
    line.unwrap_or_default()
        .trim()
        .trim_end_matches(" License")
        .to_owned()
}

fn of<'v>(value: &'v Value, name: &str) -> &'v Value {
    value.get(name).unwrap_or(&Value::Null)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn sorted(mut parts: Vec<Part>) -> Vec<Part> {
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    parts
}

/// Replaces the old notation "MIT/Apache-2.0" by "MIT OR Apache-2.0".
fn spaced(licence: &str) -> String {
    let words: Vec<_> = licence.split('/').map(str::trim).collect();
    words.join(" OR ")
}

/// Whether a licence expression allows a choice that does not affect Kith's own licence: not GPL, AGPL or
/// LGPL, and not empty.
fn is_free(licence: &str) -> bool {
    let spread = spaced(licence).replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spread.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) && rest.is_empty()
}

fn either(words: &mut &[&str]) -> bool {
    let mut free = all(words);
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        free |= all(words);
    }
    free
}

fn all(words: &mut &[&str]) -> bool {
    let mut free = one(words);
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        free &= one(words);
    }
    free
}

fn one(words: &mut &[&str]) -> bool {
    let Some((word, rest)) = words.split_first() else {
        return false;
    };
    *words = rest;
    if *word == "(" {
        let free = either(words);
        *words = words.split_first().map_or(*words, |(_, rest)| rest);
        return free;
    }
    if let [with, _, rest @ ..] = *words
        && *with == "WITH"
    {
        *words = rest;
    }
    !word.contains("GPL")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_that_asks_for_kiths_own_is_refused() {
        for fine in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
            "(Apache-2.0 OR MIT) AND BSD-3-Clause",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
        ] {
            assert!(is_free(fine), "{fine}");
        }
        for not in [
            "",
            "GPL-3.0-or-later",
            "AGPL-3.0",
            "LGPL-2.1-only",
            "MIT AND GPL-2.0-only",
            "(MIT OR Apache-2.0) AND AGPL-3.0-only",
            "GPL-2.0-only WITH Classpath-exception-2.0",
        ] {
            assert!(!is_free(not), "{not}");
        }
    }

    #[test]
    fn notices_name_somebody() {
        assert!(is_notice("Copyright (c) 2014 The Rust Project Developers"));
        assert!(is_notice("Copyright 2020 Somebody"));
        assert!(!is_notice("Copyright [yyyy] [name of copyright owner]"));
        assert!(!is_notice("copyright license to reproduce"));
    }

    /// All parts on this computer have such a licence, and some known parts are in the list.
    #[test]
    fn everything_in_the_app_is_free_and_named() {
        let app = crates().unwrap();
        for part in &app {
            assert!(is_free(&part.licence), "{} {}", part.name, part.licence);
        }
        let has = |name: &str| app.iter().any(|part| part.name == name);
        assert!(has("tauri") && has("rusqlite") && has("libsqlite3-sys"));
        assert!(
            !has("kith-core") && !has("proptest") && !has("tauri-macros") && !has("tauri-build"),
            "not in the app"
        );
    }
}
