//! How somebody likes to talk: by which channel, when, and in what way they work.

pub(crate) mod communication_rows;
mod edit;
mod richer;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub use richer::RicherChannel;

/// How people like to talk.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("communication")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT best_hours || ' ' || own_words FROM communication WHERE person_id = ?1",
    }],
    ..Noun::BARE
};

/// How somebody likes to talk. All of it may be unsaid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Communication {
    /// The channels they like, best first, each once.
    pub channels: Vec<Channel>,
    /// When they are best reached, in the user's words; at most 200 characters.
    pub best_time: String,
    /// How they work: 1 in a structured way to 5 in a dynamic one.
    pub dynamic: Option<u8>,
    /// How they decide: 1 thoughtfully to 5 rapidly.
    pub rapid: Option<u8>,
    /// Anything else about it, in the user's words; at most 200 characters.
    pub own_words: String,
}
