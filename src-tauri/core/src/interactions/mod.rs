//! Conversations: with whom, when, how, and what was said; and attempts, which nobody answered.

pub(crate) mod interaction_rows;
mod timeline;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::ids::PersonId;

use crate::store::noun::{FindIn, Finds, Noun, Table};
pub(crate) use timeline::talks;
pub use timeline::{RoughTime, Talk, Timeline};

/// The noun of the tables of conversations and their participants.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("interactions"),
        Table::undoable("interaction_people"),
    ],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT i.note FROM interaction_people t JOIN interactions i ON i.id = t.interaction_id \
              WHERE t.person_id = ?1 AND i.note <> ''",
    }],
    ..Noun::BARE
};

crate::columns::column!(Channel);

crate::columns::id! {
    /// A conversation that happened.
    InteractionId
}

/// Who started a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StartedBy {
    /// The user.
    Me,
    /// One of the participants.
    Person {
        /// The id of the person.
        id: PersonId,
    },
    /// The user did not say.
    NotSaid,
}
