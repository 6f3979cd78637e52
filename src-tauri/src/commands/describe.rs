//! What the table says of each command, for the page's types and for tests.

use kith_core::*;
use ts_rs::{Config, TS, TypeVisitor};

use super::plain_bytes::{Bytes, PlainBytes};
use crate::wire::*;

/// A command, its types as TypeScript names them.
pub struct Command {
    /// The name by which it is asked for, and that of its handler.
    pub name: &'static str,
    /// Its doc comment, a line each.
    pub docs: &'static [&'static str],
    /// Name, as Rust writes it, and type of each argument.
    pub arguments: Vec<(&'static str, String)>,
    /// The type of its answer.
    pub answer: String,
    /// The words of `stale(…)`; `None` where nothing makes an answer stale.
    pub stale: Option<&'static [&'static str]>,
}

macro_rules! describe {
    ($($noun:ident { $(
        $(#[doc = $doc:literal])*
        $kind:ident $name:ident($($argument:ident: $type:ty),* $(,)?) $($now:ident)? -> $answer:ty
            $(, stale($($word:ident),*))?;
    )* })*) => {
        /// Every command, in the order of the table.
        pub fn commands(config: &Config) -> Vec<Command> {
            vec![$($(Command {
                name: stringify!($name),
                docs: &[$($doc),*],
                arguments: vec![$((stringify!($argument), <$type as TS>::name(config))),*],
                answer: <answered!($kind $answer) as TS>::name(config),
                stale: stale!($(($($word)*))?),
            }),*),*]
        }

        /// Shows every type that a command takes or answers.
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
