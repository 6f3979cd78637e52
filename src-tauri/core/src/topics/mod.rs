//! Topics: names that people offer, look for or know about. I do too: a line without a person is mine.

mod edit;
mod listed;
pub(crate) mod matches;
pub(crate) mod matching;
mod rename;
pub(crate) mod topic_rows;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use edit::add;
pub use matches::{TopicMatch, TopicOffered};

id! {
    /// A topic in one spelling.
    TopicId
}

id! {
    /// Says that somebody offers, looks for or knows about a topic.
    TopicLineId
}

column!(Stance);

/// Topics.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::shared("topics"),
        Table {
            name_taken: Some("This topic stands there again by now. Nothing was changed."),
            ..Table::undoable("topic_lines")
        },
    ],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT t.name FROM topic_lines l JOIN topics t ON t.id = l.topic_id WHERE l.person_id = ?1",
    }],
    after_undo: Some(rename::check_one_spelling),
    ..Noun::BARE
};

/// How somebody stands to a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// They offer it.
    Offers,
    /// They look for it.
    Seeks,
    /// They know about it.
    Knows,
}

/// A topic that somebody offers, looks for or knows about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicLine {
    /// Identifies the line.
    pub id: TopicLineId,
    /// How they stand to it.
    pub stance: Stance,
    /// The topic as it is spelled.
    pub topic: String,
}

/// A topic in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicListed {
    /// The topic as it is spelled.
    pub topic: String,
    /// Number of people outside the trash who offer, seek or know about it.
    pub people: u32,
    /// Whether it is one of mine.
    pub mine: bool,
    /// Who offers it, in few words: "Elif, Hannah offer it", "you offer it", "3 people".
    pub words: String,
}

/// Topics in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicsFound {
    /// The first of them.
    pub rows: Vec<TopicListed>,
    /// How many there are.
    pub total: u32,
}

/// What renaming a topic did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicRenamed {
    /// Whether a topic of the new name was there: the two are one now.
    pub joined: bool,
}
