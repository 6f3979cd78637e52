//! Kith without a window.
//!
//! `Book` is the whole file and the only opener of transactions. The noun folders hold what a
//! person can do; `vcard`, `fold` and their like are pure; `store` is the only SQL.
#![warn(missing_docs)]

pub mod backups;
mod book;
mod cadence;
mod cards;
mod change;
pub mod check_ins;
pub mod drafts;
mod error;
pub mod export;
mod fold;
pub mod graph;
pub mod hours;
mod ids;
pub mod import;
pub mod interactions;
pub mod map;
mod moment;
mod months;
pub mod people;
mod photos;
pub mod relationships;
pub mod reminders;
pub mod sample;
pub mod settings;
mod store;
pub mod ties;
pub mod today;
mod typed_day;
pub mod undo;
pub mod vcard;
pub mod warmth;

pub use book::Book;
pub use change::{Changes, Done, Op, OperationKind};
pub use error::{Code, Error, Result};
pub use ids::*;
pub use moment::Moment;
