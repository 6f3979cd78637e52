//! The commands as the page calls them: shapes, codes, and what is refused.

mod book;
mod imports;
mod page;
mod people;
mod permissions;
