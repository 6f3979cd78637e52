//! The conversations with a person, newest first.

use serde::Serialize;

use super::StartedBy;
use crate::book::Book;
use crate::channel::Channel;
use crate::days::{ClockTime, Day, Roughly};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, interaction_rows};
use crate::people::PersonName;
use crate::people::person_rows;
use crate::store::Tx;
use crate::typed_day::{TypedDay, rough_words, typed_text};

/// A conversation as the timeline shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Talk {
    /// The id of the conversation.
    pub id: InteractionId,
    /// Local date.
    pub on: Day,
    /// Local time, such as "09:00", if the user gave one.
    pub at: Option<ClockTime>,
    /// When it happened, if that is known roughly.
    pub rough: Option<RoughTime>,
    /// What it was in a word or two, such as "Coffee"; may be empty.
    pub title: String,
    /// The channel: by phone, in person and so on.
    pub channel: Channel,
    /// Duration in minutes, if the user gave one.
    pub minutes: Option<u32>,
    /// Who started it.
    pub started_by: StartedBy,
    /// The note, in the user's words.
    pub note: String,
    /// All participants, except the user.
    pub people: Vec<PersonName>,
    /// Nobody answered: the user tried to reach them.
    pub attempt: bool,
}

/// A day or time that is known roughly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RoughTime {
    /// In words: "October 2026", "about 22 November", "24 November, evening".
    pub words: String,
    /// What to type for it: "October 2026", "24 November 2026 evening".
    pub text: String,
    /// The day that counts for rhythm and warmth, if it is a span: "16 October".
    pub counts_as: Option<String>,
}

impl RoughTime {
    /// How roughly a conversation is known; `None` if exactly.
    pub(crate) fn of(on: Day, at: Option<ClockTime>, roughly: Option<Roughly>) -> Option<Self> {
        let roughly = roughly?;
        let read = TypedDay {
            day: on.date(),
            time: at.map(ClockTime::time),
            roughly: Some(roughly),
        };
        Some(Self {
            words: rough_words(read)?,
            text: typed_text(read),
            counts_as: match roughly {
                Roughly::Within(_) => Some(on.date().format("%-d %B %Y").to_string()),
                Roughly::About | Roughly::Part(_) => None,
            },
        })
    }
}

/// A section of a person's conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Timeline {
    /// Number of all conversations with the person.
    pub total: u32,
    /// The conversations of this section, newest first.
    pub talks: Vec<Talk>,
}

impl Book {
    /// Conversations with a person, newest first. `limit` is at most 500; a larger one is cut.
    ///
    /// # Errors
    /// Storage errors.
    pub fn timeline(&self, person: PersonId, offset: u32, limit: u32) -> Result<Timeline> {
        self.read(|tx| {
            let rows = interaction_rows::of_person(tx, person, offset, limit.min(500))?;
            let talks = rows.into_iter().map(|(id, record)| talk(tx, id, record));
            Ok(Timeline {
                total: interaction_rows::count_of(tx, person)?,
                talks: talks.collect::<Result<_>>()?,
            })
        })
    }
}

/// Conversations as the page shows them, in the same order.
pub(crate) fn talks(tx: &Tx<'_>, ids: &[InteractionId]) -> Result<Vec<Talk>> {
    ids.iter()
        .map(|id| talk(tx, *id, interaction_rows::get(tx, *id)?))
        .collect()
}

fn talk(
    tx: &Tx<'_>,
    id: InteractionId,
    record: interaction_rows::InteractionRecord,
) -> Result<Talk> {
    let took_part = interaction_rows::participants(tx, id)?;
    let starter = took_part.iter().find(|(_, started)| *started);
    let started_by = match starter {
        _ if record.started_by_me => StartedBy::Me,
        Some((id, _)) => StartedBy::Person { id: *id },
        None => StartedBy::NotSaid,
    };
    let people = took_part.iter().map(|(id, _)| {
        Ok(PersonName {
            id: *id,
            name: person_rows::get(tx, *id)?.name.display,
        })
    });
    Ok(Talk {
        id,
        on: record.on,
        at: record.at,
        rough: RoughTime::of(record.on, record.at, record.roughly),
        title: record.title,
        channel: record.channel,
        minutes: record.minutes,
        started_by,
        note: record.note,
        attempt: record.attempt,
        people: people.collect::<Result<_>>()?,
    })
}
