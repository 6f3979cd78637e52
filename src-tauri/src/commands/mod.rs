//! What the page can ask for. The table is `all.rs`; a file a noun holds what its lines cannot say.

#[macro_use]
mod all;
mod argument;
mod backups;
pub mod describe;
mod export;
pub mod handlers;
mod import;
mod map;
mod people;
mod plain_bytes;
mod reminders;
mod start;
mod work;
