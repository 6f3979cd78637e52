//! What leaves the book, and comes back.

mod book_json;
mod cards;
mod properties;
#[cfg(test)]
mod tests;

pub use book_json::{FORMAT, ReadBack, read_json, replace_from_json};
pub use cards::CardStyle;
