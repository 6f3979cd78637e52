//! Tables `interactions` and `interaction_people`: conversations that happened, and who took part.

use chrono_tz::Tz;
use rusqlite::Row;

use crate::channel::Channel;
use crate::columns::Zone;
use crate::days::{ClockTime, Day, Roughly};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::store::Tx;

/// A row of `interactions`. If the user did not start the conversation, `interaction_people.started` may say
/// who did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InteractionRecord {
    pub(crate) on: Day,
    pub(crate) at: Option<ClockTime>,
    /// How roughly `on` and `at` are known. Of a span `on` is the day that counts.
    pub(crate) roughly: Option<Roughly>,
    /// The time zone of `on` and `at`.
    pub(crate) zone: Tz,
    pub(crate) channel: Channel,
    pub(crate) minutes: Option<u32>,
    pub(crate) started_by_me: bool,
    pub(crate) title: String,
    pub(crate) note: String,
    /// Nobody answered: it is no conversation, and counts as none.
    pub(crate) attempt: bool,
}

/// SQL: of the rows of `i`, those of conversations that came about.
const ANSWERED: &str = "i.attempt = 0";

const COLUMNS: &str = "i.happened_on, i.happened_time, i.zone, i.channel, i.minutes, i.started_by_me, i.note, \
     i.happened_roughly, i.title, i.attempt";

fn read(row: &Row<'_>) -> rusqlite::Result<InteractionRecord> {
    Ok(InteractionRecord {
        on: row.get(0)?,
        at: row.get(1)?,
        zone: row.get::<_, Zone>(2)?.0,
        channel: row.get(3)?,
        minutes: row.get(4)?,
        started_by_me: row.get(5)?,
        note: row.get(6)?,
        roughly: row.get(7)?,
        title: row.get(8)?,
        attempt: row.get(9)?,
    })
}

/// Inserts a conversation and its participants, in the order of `people`.
pub(crate) fn insert(
    tx: &Tx<'_>,
    record: &InteractionRecord,
    people: &[PersonId],
    started_by: Option<PersonId>,
) -> Result<InteractionId> {
    let id = InteractionId(tx.insert(
        "INSERT INTO interactions (happened_on, happened_time, zone, channel, minutes, started_by_me, note, \
           happened_roughly, title, attempt) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (
            record.on,
            record.at,
            Zone(record.zone),
            record.channel,
            record.minutes,
            record.started_by_me,
            &record.note,
            record.roughly,
            &record.title,
            record.attempt,
        ),
    )?);
    for person in people {
        join(tx, id, *person, started_by == Some(*person))?;
    }
    Ok(id)
}

fn join(tx: &Tx<'_>, id: InteractionId, person: PersonId, started: bool) -> Result<()> {
    tx.insert(
        "INSERT INTO interaction_people (interaction_id, person_id, started) VALUES (?1, ?2, ?3)",
        (id, person, started),
    )?;
    Ok(())
}

/// Replaces a conversation and its participants. It leaves unchanged rows alone, so that the undo log stays
/// short.
pub(crate) fn update(
    tx: &Tx<'_>,
    id: InteractionId,
    record: &InteractionRecord,
    people: &[PersonId],
    started_by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        "UPDATE interactions SET happened_on = ?2, happened_time = ?3, zone = ?4, channel = ?5, minutes = ?6, \
           started_by_me = ?7, note = ?8, happened_roughly = ?9, title = ?10, attempt = ?11 WHERE id = ?1",
        (
            id,
            record.on,
            record.at,
            Zone(record.zone),
            record.channel,
            record.minutes,
            record.started_by_me,
            &record.note,
            record.roughly,
            &record.title,
            record.attempt,
        ),
    )?;
    let before = participants(tx, id)?;
    for (person, _) in before.iter().filter(|(person, _)| !people.contains(person)) {
        tx.execute(
            "DELETE FROM interaction_people WHERE interaction_id = ?1 AND person_id = ?2",
            (id, person),
        )?;
    }
    for person in people {
        let started = started_by == Some(*person);
        match before.iter().find(|(there, _)| there == person) {
            None => join(tx, id, *person, started)?,
            Some((_, was)) if *was != started => {
                tx.execute(
                    "UPDATE interaction_people SET started = ?3 WHERE interaction_id = ?1 AND person_id = ?2",
                    (id, person, started),
                )?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: InteractionId) -> Result<()> {
    // Explicitly, not by the cascade: SQLite does not promise that a cascade runs before the row's own
    // triggers.
    tx.execute(
        "DELETE FROM interaction_people WHERE interaction_id = ?1",
        [id],
    )?;
    tx.execute("DELETE FROM interactions WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: InteractionId) -> Result<InteractionRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM interactions i WHERE i.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This conversation"))
}

/// The participants in the order in which they were named, and whether each started the conversation.
pub(crate) fn participants(tx: &Tx<'_>, id: InteractionId) -> Result<Vec<(PersonId, bool)>> {
    tx.all(
        "SELECT person_id, started FROM interaction_people WHERE interaction_id = ?1 ORDER BY id",
        [id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Conversations with a person and attempts at one, newest first.
pub(crate) fn of_person(
    tx: &Tx<'_>,
    person: PersonId,
    offset: u32,
    limit: u32,
) -> Result<Vec<(InteractionId, InteractionRecord)>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS}, i.id FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
             WHERE p.person_id = ?1 ORDER BY i.happened_on DESC, i.happened_time DESC, i.id DESC LIMIT ?3 OFFSET ?2"
        ),
        (person, offset, limit),
        |row| Ok((row.get(10)?, read(row)?)),
    )
}

/// Number of conversations with a person and attempts at one.
pub(crate) fn count_of(tx: &Tx<'_>, person: PersonId) -> Result<u32> {
    let count = tx.first(
        "SELECT count(*) FROM interaction_people WHERE person_id = ?1",
        [person],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Days and channels of the conversations with a person, newest first. Warmth is computed from them.
pub(crate) fn talks_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<(Day, Channel)>> {
    tx.all(
        &format!(
            "SELECT i.happened_on, i.channel FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
             WHERE p.person_id = ?1 AND {ANSWERED} ORDER BY i.happened_on DESC, i.id DESC"
        ),
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Local date of the last conversation with a person.
pub(crate) fn last_on(tx: &Tx<'_>, person: PersonId) -> Result<Option<Day>> {
    tx.first(
        &format!(
            "SELECT i.happened_on FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
             WHERE p.person_id = ?1 AND {ANSWERED} ORDER BY i.happened_on DESC LIMIT 1"
        ),
        [person],
        |row| row.get(0),
    )
}

/// Local dates of the attempts to reach a person on days after `talk`, the day of the last conversation; the oldest
/// first.
pub(crate) fn attempts_after(tx: &Tx<'_>, person: PersonId, talk: Option<Day>) -> Result<Vec<Day>> {
    tx.all(
        "SELECT i.happened_on FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
         WHERE p.person_id = ?1 AND i.attempt = 1 AND (?2 IS NULL OR i.happened_on > ?2) \
         ORDER BY i.happened_on",
        (person, talk),
        |row| row.get(0),
    )
}

/// Days and notes of the conversations with a person that have a note, newest first.
pub(crate) fn notes_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<(Day, String)>> {
    tx.all(
        "SELECT i.happened_on, i.note FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
         WHERE p.person_id = ?1 AND i.note <> '' ORDER BY i.happened_on DESC, i.id DESC",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What is said of the last conversation with a person.
pub(crate) struct LastTalk {
    pub(crate) id: InteractionId,
    pub(crate) on: Day,
    /// How roughly `on` is known.
    pub(crate) roughly: Option<Roughly>,
    pub(crate) channel: Channel,
    pub(crate) note: String,
}

/// The last conversation with a person.
pub(crate) fn last_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<LastTalk>> {
    tx.first(
        &format!(
            "SELECT i.id, i.happened_on, i.happened_roughly, i.channel, i.note \
             FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
             WHERE p.person_id = ?1 AND {ANSWERED} \
             ORDER BY i.happened_on DESC, i.happened_time DESC, i.id DESC LIMIT 1"
        ),
        [person],
        |row| {
            Ok(LastTalk {
                id: row.get(0)?,
                on: row.get(1)?,
                roughly: row.get(2)?,
                channel: row.get(3)?,
                note: row.get(4)?,
            })
        },
    )
}

/// The channels of the last `count` conversations with a person, the last first.
pub(crate) fn last_channels(tx: &Tx<'_>, person: PersonId, count: usize) -> Result<Vec<Channel>> {
    tx.all(
        &format!(
            "SELECT i.channel FROM interaction_people p JOIN interactions i ON i.id = p.interaction_id \
             WHERE p.person_id = ?1 AND {ANSWERED} \
             ORDER BY i.happened_on DESC, i.happened_time DESC, i.id DESC LIMIT ?2"
        ),
        (person, i64::try_from(count).unwrap_or(i64::MAX)),
        |row| row.get(0),
    )
}

/// The channel of the conversation that was logged last, among those with a channel.
pub(crate) fn last_channel(tx: &Tx<'_>) -> Result<Option<Channel>> {
    tx.first(
        "SELECT channel FROM interactions WHERE channel <> 'not_said' ORDER BY id DESC LIMIT 1",
        [],
        |row| row.get(0),
    )
}

/// A participant, outside the trash, of a conversation that had other participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TookPart {
    pub(crate) talk: InteractionId,
    /// Local date of the conversation.
    pub(crate) on: Day,
    pub(crate) person: PersonId,
}

/// Participants of conversations between 2 and `most` people, newest conversation first. The trash counts
/// towards this number, but nobody in it is returned. With `people`, only conversations that one of them took
/// part in.
pub(crate) fn shared(tx: &Tx<'_>, people: Option<&[PersonId]>, most: u32) -> Result<Vec<TookPart>> {
    let with = match people.map(crate::store::id_list) {
        Some(ids) => format!(
            "WHERE interaction_id IN (SELECT interaction_id FROM interaction_people WHERE person_id IN ({ids}))"
        ),
        None => String::new(),
    };
    tx.all(
        &format!(
            "SELECT i.id, i.happened_on, t.person_id FROM \
               (SELECT interaction_id FROM interaction_people {with} GROUP BY interaction_id \
                  HAVING count(*) BETWEEN 2 AND ?1) few \
             JOIN interactions i ON i.id = few.interaction_id AND {ANSWERED} \
             JOIN interaction_people t ON t.interaction_id = i.id \
             JOIN people p ON p.id = t.person_id AND p.trashed_at IS NULL \
             ORDER BY i.happened_on DESC, i.id DESC"
        ),
        [most],
        |row| {
            Ok(TookPart {
                talk: row.get(0)?,
                on: row.get(1)?,
                person: row.get(2)?,
            })
        },
    )
}
