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
    for (docs, declaration) in found.declared.values() {
        text.push('\n');
        text.push_str(docs);
        text.push_str("export ");
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

/// Every type that is reached from the commands and events, by name.
#[derive(Default)]
struct Found {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, (String, String)>,
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let docs = T::docs().unwrap_or_default();
            let declaration = T::decl(&self.config);
            if let Some((_, other)) = self.declared.insert(name, (docs, declaration.clone())) {
                assert_eq!(other, declaration, "two types have one name");
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
