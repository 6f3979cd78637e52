//! vCards: bytes to cards and back, without loss. Pure.
//!
//! Reading: [`Text::decode`] turns a file into UTF-8, [`cards`] walks it a card at a time, and
//! [`Card::contents`] says what a person's page can show. Writing never goes through the contents:
//! [`rewrite`] walks the card's own bytes and touches only what changed.

mod card;
mod cards;
mod charset;
pub mod contents;
mod found;
mod head;
mod limits;
mod lines;
mod nested;
mod property;
mod scan;
mod text;
mod value;
pub mod write;

pub use cards::{Cards, cards, one};
pub use contents::Contents;
pub use found::{Card, CardKind, Found, Reason, Unreadable, Version};
pub use limits::Limits;
pub use property::{Param, Property};
pub use text::Text;
pub use write::{Edit, NewProperty, NewValue, rewrite, to_version_4, write_new};

#[cfg(test)]
mod tests;
