//! Generates the page's types from the Rust types, all in one file.

mod declaration;

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use kith_core::{Changes, Error, shares};
use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::argument::camel_case;
use crate::commands::describe::{self, Command};
use crate::tell_page::all_events;
use crate::wire::*;

const HEAD: &str = "// Written by `cargo xtask wire` from the Rust types. Do not edit.\n";

/// The text of ui/src/host/wire.gen.ts: the types, the commands, when answers are stale, and the events.
pub fn typescript() -> String {
    let config = config();
    let mut text = String::from(HEAD);
    for declaration in declared().into_values() {
        text.push('\n');
        text.push_str(&declaration);
    }
    let commands = describe::commands(&config);
    text.push_str(&commands_text(&commands));
    text.push_str(&stale_text(&commands));
    text.push_str(&events_text(&config));
    text
}

/// All commands with their types in TypeScript.
pub fn commands() -> Vec<Command> {
    describe::commands(&config())
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// The interface of all commands: their arguments by name, and the answer.
fn commands_text(commands: &[Command]) -> String {
    let mut text = String::from(
        "\n/** All commands: their arguments and their answer. */\nexport interface Commands {\n",
    );
    for command in commands {
        text.push_str(&declaration::comment(command.docs, "  "));
        let arguments = arguments(command);
        let line = format!(
            "  {}: {{ args: {arguments}; answer: {} }};",
            command.name, command.answer
        );
        if line.len() <= declaration::WIDTH {
            text.push_str(&line);
            text.push('\n');
        } else {
            let _ = writeln!(
                text,
                "  {}: {{\n    args: {arguments};\n    answer: {};\n  }};",
                command.name, command.answer
            );
        }
    }
    text.push_str(
        "}\n\n/** The name of a command. */\nexport type CommandName = keyof Commands;\n",
    );
    text
}

/// The arguments of a command as an object type; `Uint8Array` if it takes plain bytes.
fn arguments(command: &Command) -> String {
    match command.arguments.as_slice() {
        [] => "{}".to_owned(),
        [(_, bytes)] if bytes == "Uint8Array" => bytes.clone(),
        several => {
            let fields: Vec<String> = several
                .iter()
                .map(|(name, typed)| format!("{}: {typed}", camel_case(name)))
                .collect();
            format!("{{ {} }}", fields.join("; "))
        }
    }
}

const STALE: &str = "
/** After which changes a shown answer is requested again. Opening another book makes all answers stale. */
export interface Stale {
  /** The argument that names a person: after a change of that person. */
  person?: string;
  /** After a change of any person. */
  people?: true;
  /** After each change. */
  anything?: true;
  /** After a change of one of these tables. */
  tables?: readonly string[];
}

/** What makes the answers of a command stale. Without an entry, nothing does. */
export const stale: { readonly [Command in CommandName]?: Stale } = {
";

fn stale_text(commands: &[Command]) -> String {
    let mut text = String::from(STALE);
    for command in commands {
        let Some(words) = command.stale else {
            continue;
        };
        let mut fields = Vec::new();
        let mut tables = Vec::new();
        for word in words {
            match *word {
                "people" | "anything" => fields.push(format!("{word}: true")),
                argument if command.arguments.iter().any(|(name, _)| *name == argument) => {
                    fields.push(format!("person: \"{}\"", camel_case(argument)));
                }
                table => tables.push(format!("\"{table}\"")),
            }
        }
        if !tables.is_empty() {
            fields.push(format!("tables: [{}]", tables.join(", ")));
        }
        let fields = match fields.join(", ") {
            none if none.is_empty() => none,
            some => format!(" {some} "),
        };
        let _ = writeln!(text, "  {}: {{{fields}}},", command.name);
    }
    text.push_str("};\n");
    text
}

macro_rules! events {
    ($($(#[doc = $doc:literal])* $name:ident $event:literal $payload:ty;)*) => {
        /// The interface of all events: their names and payloads.
        fn events_text(config: &Config) -> String {
            let mut text = String::from(
                "\n/** All events that the shell sends to the page, by name. */\nexport interface Told {\n",
            );
            $(
                text.push_str(&declaration::comment(&[$($doc),*], "  "));
                let _ = writeln!(text, "  \"{}\": {};", $event, <$payload as TS>::name(config));
            )*
            text.push_str("}\n");
            text
        }

        /// Visits the types of all payloads.
        fn visit_events(visitor: &mut impl TypeVisitor) {
            $(visitor.visit::<$payload>();)*
        }
    };
}

all_events!(events);

/// The declarations of all types that commands and events use, by name.
fn declared() -> BTreeMap<String, String> {
    let mut collected = TypeCollector {
        config: config(),
        seen: HashSet::new(),
        declared: BTreeMap::new(),
    };
    describe::visit(&mut collected);
    visit_events(&mut collected);
    collected.visit::<Error>();
    collected.declared
}

struct TypeCollector {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for TypeCollector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let declaration = declaration::formatted(T::docs().as_deref(), &T::decl(&self.config));
            if let Some(other) = self.declared.insert(name, declaration.clone()) {
                assert_eq!(other, declaration, "two types have one name");
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
