//! Rules on the source code: which part may import which, and what no part may do. The rules of the page are
//! in ui/tests/house.test.ts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // A test may panic.

mod layers_shell;

mod arrows;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const CORE: &str = "src-tauri/core/src";

/// Modules without database, book and side effects.
const PURE: [&str; 40] = [
    "vcard",
    "fold.rs",
    "cadence.rs",
    "channel.rs",
    "warmth.rs",
    "graph",
    "hours",
    "load",
    "commitments/moves.rs",
    "commitments/notice.rs",
    "topics/matching.rs",
    "introductions/machine.rs",
    "introductions/limits.rs",
    "goals/coverage.rs",
    "needing/proposed.rs",
    "balance/counted.rs",
    "balance/variety.rs",
    "balance/words.rs",
    "typed_day",
    "moment.rs",
    "months.rs",
    "number_words.rs",
    "letters.rs",
    "reminders/machine.rs",
    "people/name.rs",
    "days",
    "details/phones.rs",
    "map/network.rs",
    "map/view.rs",
    "map/layout_input.rs",
    "map/filter.rs",
    "map/list.rs",
    "map/matters.rs",
    "map/openness.rs",
    "map/leading.rs",
    "map/between_groups.rs",
    "map/out.rs",
    "map/reach.rs",
    "map/ways.rs",
    "map/words.rs",
];

/// File names that are not allowed because they tell nothing.
const NO_NAMES: [&str; 6] = ["manager", "service", "helper", "util", "common", "misc"];

/// The modules of a crate in the order in which its lib.rs declares them: each may name those before it,
/// none after it.
fn written_order(crate_sources: &str) -> Vec<String> {
    let lib = fs::read_to_string(root().join(crate_sources).join("lib.rs")).unwrap();
    let declared = lib.lines().filter_map(|line| {
        let line = line
            .trim_start_matches("pub ")
            .trim_start_matches("pub(crate) ");
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    declared.map(str::to_owned).collect()
}

/// Fails with each module of a crate that names one declared after it.
fn follows_its_order(crate_sources: &str) {
    let order = written_order(crate_sources);
    assert!(
        order.len() > 10,
        "{crate_sources}: the order was not read: {order:?}"
    );
    let rank = |module: &str| order.iter().position(|listed| listed == module);
    let (mut wrong, mut arrows) = (std::collections::BTreeSet::new(), 0);
    for file in arrows::files(crate_sources) {
        let Some(own) = file.module.first().filter(|own| *own != "main") else {
            continue;
        };
        for path in file.paths() {
            let Some(to) = path.first().filter(|to| *to != own) else {
                continue;
            };
            arrows += 1;
            let runs_back = match (rank(own), rank(to)) {
                (Some(from), Some(to)) => to > from,
                _ => true,
            };
            if runs_back {
                wrong.insert(format!("{}: {own} names {to}", file.name));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(
        wrong.is_empty(),
        "these run against the order of {crate_sources}/lib.rs:\n{}",
        wrong.join("\n")
    );
    assert!(arrows > 500, "the paths were not read: {arrows}");
}

#[derive(Clone)]
struct Source {
    path: PathBuf,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

/// All files below a folder with one of these extensions. Paths are relative to the root.
fn sources(below: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(below), endings, &mut found);
    assert!(!found.is_empty(), "{below} has no sources");
    found
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, endings, found);
        } else if path
            .extension()
            .is_some_and(|end| endings.iter().any(|e| end == *e))
        {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_path_buf();
            found.push(Source { path, text });
        }
    }
}

impl Source {
    /// Whether the file has only tests, to which the rules do not apply.
    fn is_test(&self) -> bool {
        let path = self.path.to_string_lossy();
        path.contains("/tests/") || path.contains("/histories/") || path.ends_with("tests.rs")
    }

    /// The lines of code, without comments and tests, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let text = if self.is_test() { "" } else { &self.text };
        let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line));
        lines
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn below(&self, folder: &str) -> Option<&str> {
        self.path.strip_prefix(folder).ok()?.to_str()
    }
}

/// Fails with the places of all lines that break the rule.
fn none(rule: &str, sources: &[Source], wrong: impl Fn(&Source, &str) -> bool) {
    let mut places = Vec::new();
    for source in sources {
        for (number, line) in source.code() {
            if wrong(source, line) {
                places.push(format!(
                    "{}:{number}: {}",
                    source.path.display(),
                    line.trim()
                ));
            }
        }
    }
    assert!(places.is_empty(), "{rule}\n{}", places.join("\n"));
}

fn holds_any(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line.contains(word))
}

#[test]
fn cores_modules_follow_their_order() {
    follows_its_order(CORE);
}

#[test]
fn core_does_not_know_tauri() {
    let tree = Command::new(env!("CARGO"))
        .current_dir(root())
        .args([
            "tree",
            "--offline",
            "--locked",
            "--package",
            "kith-core",
            "--edges",
            "normal,build",
        ])
        .args(["--prefix", "none", "--all-features"])
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let tree = String::from_utf8_lossy(&tree.stdout);
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let wrong: Vec<_> = tree
        .lines()
        .map(name)
        .filter(|name| {
            [
                "tauri",
                "wry",
                "tao",
                "gtk",
                "webkit2gtk",
                "tokio",
                "reqwest",
                "hyper",
            ]
            .iter()
            .any(|w| name.starts_with(w))
        })
        .collect();
    assert!(wrong.is_empty(), "core depends on {wrong:?}");
    assert!(tree.contains("rusqlite"), "the tree was not read: {tree}");
}

#[test]
fn only_the_store_the_book_and_the_rows_of_nouns_know_rusqlite() {
    none(
        "rusqlite belongs to store, book, columns, error and the files …_rows.rs",
        &sources(CORE, &["rs"]),
        |source, line| {
            let place = source.below(CORE).unwrap_or_default();
            let may = ["store/", "book"]
                .iter()
                .any(|start| place.starts_with(start));
            let may = may || ["error.rs", "columns.rs"].contains(&place);
            !may && !place.ends_with("_rows.rs") && line.contains("rusqlite")
        },
    );
}

#[test]
fn sql_stands_in_the_rows_of_nouns() {
    let written = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE "];
    none(
        "SQL belongs to store, book and the files …_rows.rs; what find reads, to `finds` of a noun's mod.rs",
        &sources(CORE, &["rs"]),
        |source, line| {
            let place = source.below(CORE).unwrap_or_default();
            let may = place.starts_with("store/") || place.starts_with("book");
            let finds =
                place.ends_with("/mod.rs") && line.trim_start().starts_with("sql: \"SELECT ");
            !may && !finds && !place.ends_with("_rows.rs") && holds_any(line, &written)
        },
    );
}

#[test]
fn pure_modules_know_neither_store_nor_book() {
    let pure: Vec<_> = sources(CORE, &["rs"])
        .into_iter()
        .filter(|source| {
            let place = source.below(CORE).unwrap_or_default();
            PURE.iter()
                .any(|pure| place == *pure || place.starts_with(&format!("{pure}/")))
        })
        .collect();
    for name in PURE {
        let is_there = pure.iter().any(|source| {
            let place = source.below(CORE).unwrap_or_default();
            place == name || place.starts_with(&format!("{name}/"))
        });
        assert!(is_there, "{name} is gone: the list is to say what there is");
    }
    none(
        "pure modules import neither store nor Book",
        &pure,
        |_, line| {
            holds_any(
                line,
                &[
                    "crate::store",
                    "crate::book",
                    "Book::",
                    "&Book",
                    "&mut Book",
                    "rusqlite",
                    "std::fs",
                    "std::net",
                ],
            )
        },
    );
}

#[test]
fn core_never_looks_at_the_clock_and_starts_no_thread() {
    none(
        "core takes a Moment and starts no thread",
        &sources(CORE, &["rs"]),
        |_, line| {
            holds_any(
                line,
                &[
                    "Utc::now",
                    "Local::now",
                    "SystemTime::now",
                    "Instant::now",
                    "thread::spawn",
                    "thread::Builder",
                ],
            )
        },
    );
}

#[test]
fn core_knows_no_place_of_the_app() {
    none(
        "core is told where the book is",
        &sources(CORE, &["rs"]),
        |_, line| {
            holds_any(
                line,
                &[
                    "env::var",
                    "env::current_dir",
                    "env::home_dir",
                    "dirs::",
                    "KITH_DATA",
                ],
            )
        },
    );
}

#[test]
fn transactions_are_opened_by_the_book_alone() {
    none(
        "Book opens transactions",
        &sources(CORE, &["rs"]),
        |source, line| {
            let place = source.below(CORE).unwrap_or_default();
            let may = place.starts_with("store/") || place.starts_with("book");
            !may && holds_any(
                line,
                &[
                    ".transaction(",
                    "unchecked_transaction",
                    "transaction_with_behavior",
                    "BEGIN",
                ],
            ) && !place.starts_with("vcard/")
                && !line.contains("BEGIN:")
        },
    );
}

#[test]
fn changed_rows_are_never_replaced_behind_the_undo_log() {
    none(
        "OR REPLACE deletes without telling",
        &sources("src-tauri/core", &["rs", "sql"]),
        |_, line| line.to_ascii_uppercase().contains("OR REPLACE"),
    );
}

#[test]
fn every_table_is_strict() {
    for source in sources("src-tauri/core/sql/migrations", &["sql"]) {
        let text: String = source
            .text
            .lines()
            .map(|line| line.split("--").next().unwrap_or_default())
            .collect::<Vec<_>>()
            .join("\n");
        for statement in text.split(';').map(str::trim) {
            let upper = statement.to_ascii_uppercase();
            if upper.starts_with("CREATE TABLE") {
                assert!(
                    upper.ends_with("STRICT")
                        || upper.contains("STRICT,")
                        || upper.ends_with("STRICT, WITHOUT ROWID"),
                    "{}: not STRICT: {statement}",
                    source.path.display()
                );
            }
        }
    }
}

#[test]
fn the_shell_writes_no_sql() {
    none(
        "the shell calls core, once a command",
        &sources("src-tauri/src", &["rs"]),
        |_, line| line.contains("rusqlite"),
    );
}

#[test]
fn events_leave_the_shell_at_one_place() {
    none(
        "only tell_page.rs emits",
        &sources("src-tauri/src", &["rs"]),
        |source, line| {
            !source.path.ends_with("tell_page.rs")
                && holds_any(line, &[".emit(", ".emit_to(", ".emit_filter("])
        },
    );
}

#[test]
fn times_of_day_are_written_by_the_clock_of_the_settings_alone() {
    let all = [sources(CORE, &["rs"]), sources("src-tauri/src", &["rs"])].concat();
    none(
        "HourClock::time_words writes times for people; what programs read is ISO, \"%Y-%m-%dT%H…\"",
        &all,
        |source, line| {
            let formats = ["%H", "%-H", "%I", "%-I", "%k", "%l", "%R", "%T", "%P", "%X"];
            !source.path.ends_with("days/hour_clock.rs")
                && holds_any(line, &formats)
                && !line.contains("%Y-%m-%dT%H")
        },
    );
}

#[test]
fn every_file_is_named_for_what_it_does() {
    let mut wrong = Vec::new();
    for below in ["src-tauri", "tests"] {
        for source in sources(below, &["rs", "sql"]) {
            let stem = source
                .path
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .to_lowercase();
            let words: Vec<&str> = stem.split(['_', '-', '.']).collect();
            if NO_NAMES.iter().any(|no| {
                words
                    .iter()
                    .any(|word| word == no || *word == format!("{no}s"))
            }) {
                wrong.push(source.path.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "name these for what they do: {wrong:?}");
}
