//! The order of the shell's files: each knows only files that stand before it in the list.

use std::collections::BTreeMap;

use super::arrows::{File, files, is_of_name, module};
use super::root;

const SHELL: &str = "src-tauri/src";

/// Every file of the shell, from those that know no other up to the whole app.
const ORDER: [&str; 64] = [
    "mutex.rs",
    "place.rs",
    "autostart.rs",
    "lock.rs",
    "zone.rs",
    "clock.rs",
    "customs.rs",
    "graphics.rs",
    "second_start.rs",
    "wire.rs",
    "tell_page.rs",
    "slow.rs",
    "home.rs",
    "opening.rs",
    "state.rs",
    "checking.rs",
    "troubles.rs",
    "window.rs",
    "dialogs.rs",
    "navigate.rs",
    "maps.rs",
    "imports.rs",
    "reminders/mod.rs",
    "reminders/wake.rs",
    "reminders/words.rs",
    "reminders/show.rs",
    "reminders/bus.rs",
    "reminders/other_systems.rs",
    "reminders/held.rs",
    "reminders/screen.rs",
    "tray.rs",
    "committed.rs",
    "reminders/round.rs",
    "reopening.rs",
    "standing.rs",
    "reminders/run.rs",
    "importing.rs",
    "file_drop.rs",
    "later_starts.rs",
    "moving.rs",
    "daily.rs",
    "commands/mod.rs",
    "commands/all.rs",
    "commands/argument.rs",
    "commands/plain_bytes.rs",
    "commands/describe.rs",
    "commands/backups.rs",
    "commands/import.rs",
    "commands/map.rs",
    "commands/balance.rs",
    "commands/export.rs",
    "commands/goals.rs",
    "commands/people.rs",
    "commands/commitments.rs",
    "commands/drafts.rs",
    "commands/shares.rs",
    "commands/reminders.rs",
    "commands/start.rs",
    "commands/work.rs",
    "commands/handlers.rs",
    "typescript/declaration.rs",
    "typescript/mod.rs",
    "lib.rs",
    "main.rs",
];

/// The files that a file knows, by the names in the list.
fn known(file: &File, files: &[File]) -> Vec<String> {
    let mut known = Vec::new();
    let mut paths = file.paths();
    if file.is_folder() {
        // In the file of a folder, the modules in the folder are named as they are.
        for child in files {
            if let [folder @ .., name] = child.module.as_slice()
                && folder == file.module
                && names(&file.code, &format!("{name}::"))
            {
                paths.push(child.module.clone());
            }
        }
    }
    for path in paths {
        // A name in a macro that stands for any file of the folder.
        if let Some(at) = path.iter().position(|name| name.starts_with('$')) {
            let others = files.iter().filter(|other| {
                other.name != file.name
                    && other.module.len() == at + 1
                    && other.module[..at] == path[..at]
            });
            known.extend(others.map(|other| other.name.clone()));
            continue;
        }
        let reached = files
            .iter()
            .filter(|other| path.starts_with(&other.module))
            .max_by_key(|other| other.module.len());
        known.extend(reached.map(|other| other.name.clone()));
    }
    for other in files {
        let macros = other
            .code
            .match_indices("macro_rules! ")
            .map(|(at, start)| {
                let name = &other.code[at + start.len()..];
                &name[..name
                    .find(|letter| !is_of_name(letter))
                    .unwrap_or(name.len())]
            });
        let mut macros = macros;
        if macros.any(|name| names(&file.code, &format!("{name}!("))) {
            known.push(other.name.clone());
        }
    }
    known
}

/// Whether the code has this word, and not as the end of another or of a path.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        before.is_none_or(|letter| !is_of_name(letter) && letter != ':')
    })
}

#[test]
fn the_shells_files_follow_their_order() {
    let place: BTreeMap<&str, usize> = ORDER
        .iter()
        .enumerate()
        .map(|(at, name)| (*name, at))
        .collect();
    let files = files(SHELL);
    let mut wrong: Vec<String> = ORDER
        .iter()
        .filter(|name| !root().join(SHELL).join(name).is_file())
        .map(|name| format!("{name} is gone"))
        .collect();
    let mut edges = 0;
    for file in &files {
        let Some(own) = place.get(file.name.as_str()) else {
            wrong.push(format!("{} has no place in the order", file.name));
            continue;
        };
        for other in known(file, &files) {
            edges += usize::from(other != file.name);
            if place.get(other.as_str()).is_some_and(|at| at > own) {
                wrong.push(format!("{} must not know {other}", file.name));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(edges > 100, "the paths were not read: {edges}");
}

#[test]
fn paths_are_read_wherever_they_stand() {
    let file = |name: &str, code: &str| File {
        name: name.to_owned(),
        module: module(name),
        code: code.to_owned(),
    };
    let files = [
        file("lib.rs", "mod a;\nfn run() { a::b::go() }"),
        file("a/mod.rs", "pub mod b;"),
        file(
            "a/b.rs",
            "use crate::{c, d::{self, D}};\nmod tests {\n    use super::*;\n    use super::super::e;\n}",
        ),
        file(
            "a/e.rs",
            "macro_rules! made { () => { super::$any::go() } }",
        ),
        file("c.rs", "fn f() -> crate::d::D { crate::a::e::g() }"),
        file("d.rs", "made!();"),
    ];
    let of = |at: usize| {
        let mut names = known(&files[at], &files);
        names.retain(|name| *name != files[at].name);
        names.sort();
        names.dedup();
        names
    };
    assert_eq!(of(0), ["a/mod.rs"]);
    assert_eq!(of(2), ["a/e.rs", "c.rs", "d.rs"]);
    assert_eq!(of(3), ["a/b.rs"]);
    assert_eq!(of(4), ["a/e.rs", "d.rs"]);
    assert_eq!(of(5), ["a/e.rs"]);
}
