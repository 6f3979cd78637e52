//! The page's types, written from the Rust types in one file.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::wire;

const HEAD: &str = "// Written by `cargo xtask wire` from the Rust types. Do not edit.\n";

/// The text of ui/src/host/wire.gen.ts.
pub fn typescript() -> String {
    let mut found = Found {
        config: Config::new().with_large_int("number"),
        ..Found::default()
    };
    wire::visit(&mut found);
    let mut text = String::from(HEAD);
    for declaration in found.declared.values() {
        text.push_str("\nexport ");
        text.push_str(declaration);
        text.push('\n');
    }
    let names: Vec<String> = crate::commands::NAMES
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    text.push_str(
        "\n/** Every command that the shell answers. */\nexport type CommandName =\n  | ",
    );
    text.push_str(&names.join("\n  | "));
    text.push_str(";\n");
    text
}

/// A declaration on one line: what each field means is told where it is written, in Rust.
fn bare(declaration: &str) -> String {
    let mut parts = declaration.split("/**");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(", }", " }").replace(",}", " }")
}

/// Every type that is reached from the commands and events, by name.
#[derive(Default)]
struct Found {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let declaration = bare(&T::decl(&self.config));
            if let Some(other) = self.declared.insert(name, declaration.clone()) {
                assert_eq!(other, declaration, "two types have one name");
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
