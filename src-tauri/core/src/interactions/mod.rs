//! Conversations: what was said with whom, and when.

pub(crate) mod interaction_rows;
mod timeline;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::ids::PersonId;

use crate::store::noun::{Noun, Table};
pub use timeline::{Talk, Timeline};

/// Conversations and who took part.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("interactions"),
        Table::undoable("interaction_people"),
    ],
    ..Noun::BARE
};

crate::columns::column!(Channel);

crate::columns::id! {
    /// A contact that happened.
    InteractionId
}

/// Who began a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StartedBy {
    /// I did.
    Me,
    /// One of the others.
    Person {
        /// Who.
        id: PersonId,
    },
    /// Nobody remembers.
    NotSaid,
}
