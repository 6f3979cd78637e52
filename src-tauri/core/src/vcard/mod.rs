//! Reads and writes vCards without loss. Pure.
//!
//! Reading: [`Text::decode`] turns a file into UTF-8, [`cards`] iterates over its cards, and
//! [`Card::contents`] extracts the values that a person's page can show. Writing never goes through
//! the contents: [`rewrite`] copies the card's own bytes and replaces only the changed properties.

mod address_labels;
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

pub(crate) use address_labels::labels_of_addresses;
pub use cards::{Cards, cards, may_hold_cards, one};
pub use contents::Contents;
pub use found::{Card, CardKind, CardOrUnreadable, Unreadable, UnreadableReason, Version};
pub use limits::Limits;
pub use property::{Param, Property};
pub use text::Text;
pub use write::{
    Edit, HeadChange, NewProperty, NewValue, by_first_bytes, rewrite, standalone, to_version_4,
    unite, write_new,
};

#[cfg(test)]
mod tests;
