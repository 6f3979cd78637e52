//! Reads which modules a source file names, so that a written order can be held against it: `crate::…`,
//! `super::…` and `self::…` paths wherever they stand, in groups and macros too.

use super::sources;

/// A source file without its comments and tests.
pub struct File {
    /// Its path below the sources.
    pub name: String,
    /// The path of its module: `["reminders", "bus"]`.
    pub module: Vec<String>,
    pub code: String,
}

/// Every file below a folder of sources; files that hold tests alone are left out.
pub fn files(below: &str) -> Vec<File> {
    let sources = sources(below, &["rs"])
        .into_iter()
        .filter(|source| !source.is_test());
    sources
        .map(|source| {
            let name = source.below(below).unwrap().to_owned();
            File {
                module: module(&name),
                code: without_tests(&source.text),
                name,
            }
        })
        .collect()
}

/// The path of a file's module from the root of its crate.
pub fn module(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let names = path.split('/').filter(|name| *name != "lib");
    names.map(str::to_owned).collect()
}

impl File {
    pub fn is_folder(&self) -> bool {
        self.name == "lib.rs" || self.name.ends_with("/mod.rs")
    }

    /// Every path of this crate in the code, from the crate's root.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for start in ["crate::", "super::", "self::"] {
            for (at, _) in self.code.match_indices(start) {
                let before = self.code[..at].chars().next_back();
                if before.is_some_and(|letter| is_of_name(letter) || letter == ':') {
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

pub fn is_of_name(letter: char) -> bool {
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

/// The same lines, those of comments and of tests empty.
fn without_tests(text: &str) -> String {
    let mut lines = Vec::new();
    let mut skipping = Skipping::Nothing;
    for line in text.lines() {
        let is_code = match skipping {
            Skipping::Nothing if line.trim() == "#[cfg(test)]" => {
                skipping = Skipping::Item;
                false
            }
            Skipping::Nothing => true,
            Skipping::Item => {
                // One line, or lines up to the brace that closes them.
                skipping = match line.trim_end().ends_with('{') {
                    true => Skipping::Braces,
                    false => Skipping::Nothing,
                };
                false
            }
            Skipping::Braces => {
                if line.starts_with('}') {
                    skipping = Skipping::Nothing;
                }
                false
            }
        };
        let is_comment = line.trim_start().starts_with("//");
        lines.push(if is_code && !is_comment { line } else { "" });
    }
    lines.join("\n")
}

enum Skipping {
    Nothing,
    /// What `#[cfg(test)]` stands before.
    Item,
    Braces,
}
