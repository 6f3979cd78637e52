//! The commands of the page. The table is `all.rs`; the other files have the commands that
//! are not just one call of `Book`.

#[macro_use]
mod all;
pub mod argument;
mod backups;
mod balance;
mod commitments;
pub mod describe;
mod drafts;
mod export;
mod goals;
pub mod handlers;
mod import;
mod map;
mod people;
mod plain_bytes;
mod reminders;
mod shares;
mod start;
mod work;
