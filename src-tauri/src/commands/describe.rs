//! The table of commands as data, for the page's types and for tests.

use kith_core::*;
use ts_rs::{Config, TS, TypeVisitor};

use super::plain_bytes::{Bytes, PlainBytes};
use crate::wire::*;

/// A command, with its types in TypeScript.
pub struct Command {
    /// The name on the wire, and of the handler.
    pub name: &'static str,
    /// The lines of its doc comment.
    pub docs: &'static [&'static str],
    /// The name in Rust and the type of each argument.
    pub arguments: Vec<(&'static str, String)>,
    /// The type of the answer.
    pub answer: String,
    /// The words of `stale(…)`; `None` if no change makes an answer stale.
    pub stale: Option<&'static [&'static str]>,
}

macro_rules! describe {
    ($($noun:ident { $(
        $(#[doc = $doc:literal])*
        $kind:ident $name:ident($($argument:ident: $type:ty),* $(,)?) $($now:ident)? -> $answer:ty
            $(, stale($($word:ident),*))?;
    )* })*) => {
        /// All commands, in the order of the table.
        pub fn commands(config: &Config) -> Vec<Command> {
            vec![$($(Command {
                name: stringify!($name),
                docs: &[$($doc),*],
                arguments: vec![$((stringify!($argument), <$type as TS>::name(config))),*],
                answer: <answered!($kind $answer) as TS>::name(config),
                stale: stale!($(($($word)*))?),
            }),*),*]
        }

        /// Visits the types of all arguments and answers.
        pub fn visit(visitor: &mut impl TypeVisitor) {
            $($(
                $(visitor.visit::<$type>();)*
                visitor.visit::<answered!($kind $answer)>();
            )*)*
        }
    };
}

macro_rules! answered {
    (change $answer:ty) => { Done<$answer> };
    ($other:ident $answer:ty) => { $answer };
}

macro_rules! stale {
    () => { None };
    (($($word:ident)*)) => { Some(&[$(stringify!($word)),*]) };
}

all_commands!(describe);
