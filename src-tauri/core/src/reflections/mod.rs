//! Reflections: how the user listened in a conversation and what mattered to the others, said in half a minute
//! afterwards; and the trend of it. There is no target.
//!
//! A reflection is kept in the row of its conversation: it goes with it, comes back with it, and belongs to those who
//! took part.

mod asking;
mod lists;
pub(crate) mod reflection_rows;
mod set;
mod trend;

use serde::{Deserialize, Serialize};

use crate::channel::Channel;
use crate::columns::column;
use crate::days::Day;
use crate::interactions::InteractionId;
use crate::people::PersonName;
use crate::store::noun::{FindIn, Finds, Noun};

pub(crate) use lists::heard_from;
pub(crate) use set::{in_talk, is_reflected_on};
pub use trend::{Trend, TrendLine};

column!(Listening);

/// The noun of reflections. Its data is kept in `interactions`.
pub(crate) const NOUN: Noun = Noun {
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT i.heard FROM interaction_people t JOIN interactions i ON i.id = t.interaction_id \
              WHERE t.person_id = ?1 AND i.heard <> ''",
    }],
    ..Noun::BARE
};

/// How one mostly listened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Listening {
    /// Said back what was heard.
    Reflected,
    /// Opened it up.
    Asked,
    /// Gave an answer.
    Advised,
    /// Moved it along.
    Deflected,
}

impl Listening {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Reflected, Self::Asked, Self::Advised, Self::Deflected];
}

/// What is said of a conversation afterwards. Either may be left unsaid; with neither there is no reflection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reflection {
    /// How the user mostly listened.
    pub listened: Option<Listening>,
    /// What mattered to the others: one line; may be empty.
    pub heard: String,
}

/// A conversation and what was said of it afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReflectedTalk {
    /// The conversation.
    pub talk: InteractionId,
    /// Its local date.
    pub on: Day,
    /// The day in words: "Tuesday 3 March".
    pub when: String,
    /// How it was held.
    pub channel: Channel,
    /// Who took part, without those in the trash.
    pub people: Vec<PersonName>,
    /// The reflection; empty where there is none yet.
    pub said: Reflection,
}

/// Reflections, the last conversation first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReflectionList {
    /// How many there are.
    pub total: u32,
    /// Those of the section that was asked for.
    pub talks: Vec<ReflectedTalk>,
}

/// How the user listened in conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Conversations {
    /// The trend of the last weeks.
    pub trend: Trend,
    /// The reflections.
    pub reflections: ReflectionList,
    /// A conversation that may be reflected on now; `None` where Kith does not ask.
    pub asks: Option<ReflectedTalk>,
}

/// What the user heard in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Heard {
    /// What mattered to them.
    pub text: String,
    /// The day of the conversation in words: "Tuesday 27 January".
    pub when: String,
}
