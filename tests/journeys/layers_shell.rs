//! The order of the shell's files: each knows only files that stand before it in the list.

use std::collections::BTreeMap;

use super::{root, sources};

const SHELL: &str = "src-tauri/src";

/// Every file of the shell, from those that know no other up to the whole app.
const ORDER: [&str; 52] = [
    "mutex.rs",
    "place.rs",
    "autostart.rs",
    "lock.rs",
    "clock.rs",
    "second_start.rs",
    "wire.rs",
    "tell_page.rs",
    "home.rs",
    "opening.rs",
    "state.rs",
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
    "reminders/run.rs",
    "reopening.rs",
    "importing.rs",
    "file_drop.rs",
    "later_starts.rs",
    "moving.rs",
    "daily.rs",
    "commands/mod.rs",
    "commands/all.rs",
    "commands/plain_bytes.rs",
    "commands/describe.rs",
    "commands/argument.rs",
    "commands/backups.rs",
    "commands/export.rs",
    "commands/import.rs",
    "commands/map.rs",
    "commands/people.rs",
    "commands/reminders.rs",
    "commands/start.rs",
    "commands/work.rs",
    "commands/handlers.rs",
    "typescript/declaration.rs",
    "typescript/mod.rs",
    "lib.rs",
    "main.rs",
];

/// A file of the shell without its comments.
struct File {
    /// As in the list.
    name: String,
    /// The path of its module: `["reminders", "bus"]`.
    module: Vec<String>,
    code: String,
}

fn files() -> Vec<File> {
    let sources = sources(SHELL, &["rs"]).into_iter();
    sources
        .map(|source| {
            let name = source.below(SHELL).unwrap().to_owned();
            let lines = source.text.lines();
            let code = lines.filter(|line| !line.trim_start().starts_with("//"));
            File {
                module: module(&name),
                code: code.collect::<Vec<_>>().join("\n"),
                name,
            }
        })
        .collect()
}

fn module(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let names = path.split('/').filter(|name| *name != "lib");
    names.map(str::to_owned).collect()
}

impl File {
    fn is_folder(&self) -> bool {
        self.name == "lib.rs" || self.name.ends_with("/mod.rs")
    }

    /// Every path of this crate in the code, from the crate's root.
    fn paths(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for start in ["crate::", "super::", "self::"] {
            for (at, _) in self.code.match_indices(start) {
                let before = self.code[..at].chars().next_back();
                if before.is_some_and(|letter| is_of_name(letter) || ":$".contains(letter)) {
                    continue;
                }
                let mut ends = Vec::new();
                expand(&self.code[at..], &Vec::new(), &mut ends);
                found.extend(ends.into_iter().map(|path| self.whole_path(path, at)));
            }
        }
        found
    }

    /// From the crate's root: a path that begins with `crate`, `super` or `self` at a place of the code.
    fn whole_path(&self, path: Vec<String>, at: usize) -> Vec<String> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let rest = path.iter().skip(ups.max(1)).cloned();
        if path[0] == "crate" {
            return rest.collect();
        }
        let depth = (self.module.len() + inline_modules(&self.code[..at])).saturating_sub(ups);
        let kept = self.module.iter().take(depth).cloned();
        kept.chain(rest).collect()
    }
}

/// How many modules that are written out in the file are open at the end of this code.
fn inline_modules(code: &str) -> usize {
    let mut open = Vec::new();
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => {
                let line = code[..at].lines().next_back().unwrap_or_default();
                let words = line.split_whitespace().rev().take(2).collect::<Vec<_>>();
                open.push(words.len() == 2 && words[1] == "mod");
            }
            '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().filter(|is_module| *is_module).count()
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The paths that a path with groups stands for: `crate::{clock, home::{self, Held}}` is three.
fn expand(code: &str, before: &[String], found: &mut Vec<Vec<String>>) {
    let code = code.trim_start();
    if let Some(group) = code.strip_prefix('{') {
        for part in parts(group) {
            expand(part, before, found);
        }
        return;
    }
    let end = code.find(|letter| !is_of_name(letter) && letter != '$');
    let (name, rest) = code.split_at(end.unwrap_or(code.len()));
    let mut path = before.to_vec();
    if !name.is_empty() {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(rest) => expand(rest, &path, found),
        None => found.push(path),
    }
}

/// The parts of a group, up to its closing brace.
fn parts(group: &str) -> Vec<&str> {
    let (mut found, mut from, mut depth) = (Vec::new(), 0, 0_u32);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|part| !part.trim().is_empty());
    found
}

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
    let files = files();
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
