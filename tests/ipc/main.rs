//! The commands as the page calls them: shapes, codes, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod book;
mod imports;
mod lost;
mod mapping;
mod moving;
mod page;
mod people;
mod permissions;
