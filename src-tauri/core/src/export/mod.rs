//! Export of people as vCards, of the network as GraphML and CSV, and of the whole book as JSON, which can be read back.

mod book_json;
mod cards;
mod edits;
mod groups;
mod jobs;
mod labels;
mod network;
mod network_rows;
mod properties;
mod scalars;
#[cfg(test)]
mod tests;

pub use book_json::{FORMAT, ReadBack, read_json, replace_from_json};
pub use cards::CardStyle;
