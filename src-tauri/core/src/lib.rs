//! Kith without a window.
//!
//! `Book` is the whole file and the only opener of transactions. The noun folders hold what a
//! person can do; `vcard`, `fold` and their like are pure; `store` is the only SQL.
//!
//! The modules below stand in their order, lowest first: each may name those before it and none after it
//! (tests/journeys/layers.rs).
#![warn(missing_docs)]

// What everything stands on: errors, values, ids. Nothing here knows a book.
mod error;
mod months;
mod counts;
mod letters;
mod number_words;
mod moment;
mod days;
mod columns;
mod ids;
mod fold;
mod blank;
mod find_words;
mod field_limits;

// Pure rules and formats.
mod photos;
pub mod hours;
mod typed_day;
mod channel;
mod cadence;
pub mod load;
pub mod warmth;
pub mod vcard;
pub mod graph;

// Mechanisms: they know no noun.
mod change;
mod store;
mod book;
mod settings;
mod customs;
pub mod reminders;

// Nouns, each above those that it refers to.
pub mod people;
pub mod details;
pub mod relationships;
pub mod status_changes;
pub mod boundaries;
pub mod natures;
pub mod interactions;
pub mod reflections;
mod date_reminders;
pub mod next_lines;
pub mod check_ins;
pub mod commitments;
pub mod exchanges;
pub mod facts;
pub mod topics;
pub mod attributes;
pub mod communication;
mod cards;
pub mod people_list;
pub mod introductions;
pub mod quarters;
pub mod pitches;
pub mod goals;
pub mod events;
pub mod first_steps;
pub mod ties;
pub mod shares;
pub mod openers;
pub mod revive;

// What touches several nouns at once.
pub mod keeping_close;
pub mod load_plans;
pub mod logging;
pub mod introducing;
pub mod backups;
pub mod import;
pub mod map;
pub mod knowing;
pub mod needing;
pub mod balance;
pub mod drafts;
pub mod today;
pub mod pages;
pub mod undo;
pub mod trash;
pub mod unsaved;
pub mod sentences;

// The list of nouns, and what stands above it.
mod nouns;
mod opening;
pub mod export;
pub mod sample;

pub use attributes::{AttributeId, ChoiceId};
pub use book::{Book, Lost};
pub use boundaries::ConflictId;
pub use cards::SourceCardId;
pub use change::{Changes, Done, OperationKind};
pub use channel::Channel;
pub use check_ins::CheckInId;
pub use commitments::CommitmentId;
pub use customs::{Customs, WeekStart};
pub use days::{ClockTime, DateOrder, Day, HourClock, NotAsKept, PartialDate, Stamp};
pub use details::{AffiliationId, ContactPointId, DateId, NoteId, OrganisationId, TagId};
pub use error::{Code, Error, Result};
pub use events::EventId;
pub use exchanges::ExchangeId;
pub use facts::FactId;
pub use goals::{GoalId, GoalPartId, GoalStepId};
pub use ids::{BlobId, OperationId, PersonId};
pub use interactions::InteractionId;
pub use introductions::IntroductionId;
pub use moment::Moment;
pub use natures::NatureId;
pub use next_lines::NextLineId;
pub use nouns::undoable_tables;
pub use pitches::PitchId;
pub use relationships::KindId;
pub use revive::RevivalId;
pub use shares::ShareId;
pub use status_changes::StatusChangeId;
pub use store::whole_check::{Stopper, WholeCheck};
pub use ties::TieId;
pub use topics::{TopicId, TopicLineId};
