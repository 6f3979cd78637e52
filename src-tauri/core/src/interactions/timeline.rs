//! What happened with a person, newest first.

use serde::Serialize;

use super::StartedBy;
use crate::book::Book;
use crate::channel::Channel;
use crate::days::{ClockTime, Day};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, interaction_rows};
use crate::people::PersonName;
use crate::people::person_rows;
use crate::store::Tx;

/// A conversation as the timeline shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Talk {
    /// Which.
    pub id: InteractionId,
    /// Local date.
    pub on: Day,
    /// "09:00", where said.
    pub at: Option<ClockTime>,
    /// How.
    pub channel: Channel,
    /// How long, where said.
    pub minutes: Option<u32>,
    /// Who began.
    pub started_by: StartedBy,
    /// In my own words.
    pub note: String,
    /// Everybody who took part.
    pub people: Vec<PersonName>,
}

/// A window of what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Timeline {
    /// How many there are.
    pub total: u32,
    /// Newest first.
    pub talks: Vec<Talk>,
}

impl Book {
    /// Conversations with a person, newest first.
    ///
    /// # Errors
    /// Those of storage.
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
        channel: record.channel,
        minutes: record.minutes,
        started_by,
        note: record.note,
        people: people.collect::<Result<_>>()?,
    })
}
