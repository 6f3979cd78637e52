//! What leaves the book, and comes back.

mod book_json;

pub use book_json::{FORMAT, ReadBack, read_json, replace_from_json};
