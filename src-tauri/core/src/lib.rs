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
mod channel;
pub mod check_ins;
mod columns;
mod days;
pub mod details;
mod error;
pub mod export;
mod field_limits;
mod fold;
pub mod graph;
pub mod hours;
mod ids;
pub mod import;
pub mod interactions;
pub mod keeping_close;
pub mod logging;
pub mod map;
mod moment;
mod months;
mod nouns;
mod opening;
pub mod pages;
pub mod people;
pub mod people_list;
mod photos;
pub mod relationships;
pub mod reminders;
pub mod sample;
mod settings;
mod store;
pub mod ties;
pub mod today;
pub mod trash;
mod typed_day;
pub mod undo;
pub mod unsaved;
pub mod vcard;
pub mod warmth;

pub use book::Book;
pub use cards::SourceCardId;
pub use change::{Changes, Done, OperationKind};
pub use channel::Channel;
pub use check_ins::CheckInId;
pub use days::{ClockTime, Day, NotAsKept, PartialDate, Stamp};
pub use details::{AffiliationId, ContactPointId, DateId, NoteId, OrganisationId, TagId};
pub use error::{Code, Error, Result};
pub use ids::{BlobId, OperationId, PersonId};
pub use interactions::InteractionId;
pub use moment::Moment;
pub use nouns::undoable_tables;
pub use relationships::KindId;
pub use ties::TieId;
