//! What table `interactions` keeps of reflections.

use rusqlite::Row;

use super::{Listening, Reflection};
use crate::channel::Channel;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::people::PersonName;
use crate::store::Tx;

/// A conversation as reflections see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TalkRecord {
    pub(crate) talk: InteractionId,
    pub(crate) on: Day,
    pub(crate) channel: Channel,
    pub(crate) said: Reflection,
}

/// SQL: the rows of `i` that are reflected on. In the words of the index `interactions_reflected`.
const REFLECTED: &str = "(i.listened IS NOT NULL OR i.heard <> '')";

/// SQL: somebody outside the trash took part in `i`. Conversations without are few, and are looked for from the trash:
/// asked of each reflection, it takes thirty times as long.
const WITH_SOMEBODY: &str = "i.id NOT IN (SELECT t.interaction_id FROM people g INDEXED BY people_in_trash \
     CROSS JOIN interaction_people t ON t.person_id = g.id WHERE g.trashed_at IS NOT NULL \
     AND NOT EXISTS (SELECT 1 FROM interaction_people o JOIN people p ON p.id = o.person_id \
       WHERE o.interaction_id = t.interaction_id AND p.trashed_at IS NULL))";

const COLUMNS: &str = "i.id, i.happened_on, i.channel, i.listened, i.heard";

fn read(row: &Row<'_>) -> rusqlite::Result<TalkRecord> {
    Ok(TalkRecord {
        talk: row.get(0)?,
        on: row.get(1)?,
        channel: row.get(2)?,
        said: Reflection {
            listened: row.get(3)?,
            heard: row.get(4)?,
        },
    })
}

/// The reflection on a conversation, empty where there is none.
pub(super) fn of_talk(tx: &Tx<'_>, talk: InteractionId) -> Result<Option<Reflection>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM interactions i WHERE i.id = ?1"),
        [talk],
        |row| read(row).map(|record| record.said),
    )
}

pub(super) fn put(tx: &Tx<'_>, talk: InteractionId, said: &Reflection) -> Result<()> {
    tx.execute(
        "UPDATE interactions SET listened = ?2, heard = ?3 WHERE id = ?1",
        (talk, said.listened, &said.heard),
    )?;
    Ok(())
}

/// Reflections from `offset` on, the last conversation first.
pub(super) fn newest(tx: &Tx<'_>, offset: u32, limit: u32) -> Result<Vec<TalkRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM interactions i INDEXED BY interactions_reflected \
             WHERE {REFLECTED} AND {WITH_SOMEBODY} \
             ORDER BY i.happened_on DESC, i.id DESC LIMIT ?2 OFFSET ?1"
        ),
        (offset, limit),
        read,
    )
}

/// How many reflections there are.
pub(crate) fn count(tx: &Tx<'_>) -> Result<u32> {
    let counted = tx.first(
        &format!(
            "SELECT count(*) FROM interactions i INDEXED BY interactions_reflected \
             WHERE {REFLECTED} AND {WITH_SOMEBODY}"
        ),
        [],
        |row| row.get(0),
    )?;
    Ok(counted.unwrap_or(0))
}

/// How the user listened, of each reflection within these days that says it, the first first.
pub(crate) fn listened_within(tx: &Tx<'_>, first: Day, last: Day) -> Result<Vec<(Day, Listening)>> {
    tx.all(
        &format!(
            "SELECT i.happened_on, i.listened FROM interactions i INDEXED BY interactions_reflected \
             WHERE {REFLECTED} AND i.listened IS NOT NULL AND i.happened_on BETWEEN ?1 AND ?2 AND {WITH_SOMEBODY} \
             ORDER BY i.happened_on, i.id"
        ),
        (first, last),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The reflections within these days, the first first.
pub(crate) fn within(tx: &Tx<'_>, first: Day, last: Day) -> Result<Vec<TalkRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM interactions i INDEXED BY interactions_reflected \
             WHERE {REFLECTED} AND i.happened_on BETWEEN ?1 AND ?2 AND {WITH_SOMEBODY} ORDER BY i.happened_on, i.id"
        ),
        (first, last),
        read,
    )
}

/// The reflections on conversations with a person, the last first.
pub(super) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<TalkRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM interaction_people t CROSS JOIN interactions i ON i.id = t.interaction_id \
             WHERE t.person_id = ?1 AND {REFLECTED} ORDER BY i.happened_on DESC, i.happened_time DESC, i.id DESC"
        ),
        [person],
        read,
    )
}

/// The last thing that was heard in a conversation with a person.
pub(super) fn heard_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<TalkRecord>> {
    tx.first(
        &format!(
            "SELECT {COLUMNS} FROM interaction_people t CROSS JOIN interactions i ON i.id = t.interaction_id \
             WHERE t.person_id = ?1 AND i.heard <> '' \
             ORDER BY i.happened_on DESC, i.happened_time DESC, i.id DESC LIMIT 1"
        ),
        [person],
        read,
    )
}

/// The last conversation since a day, by day, that is not reflected on and was logged after this one.
pub(super) fn last_without(
    tx: &Tx<'_>,
    since: Day,
    after: Option<InteractionId>,
) -> Result<Option<TalkRecord>> {
    tx.first(
        &format!(
            "SELECT {COLUMNS} FROM interactions i INDEXED BY interactions_by_day \
             WHERE i.happened_on >= ?1 AND i.attempt = 0 AND i.listened IS NULL AND i.heard = '' AND i.id > ?2 \
             AND {WITH_SOMEBODY} ORDER BY i.happened_on DESC, i.id DESC LIMIT 1"
        ),
        (since, after.map_or(0, |talk| talk.0)),
        read,
    )
}

/// Who took part in a conversation, without those in the trash.
pub(crate) fn names_of(tx: &Tx<'_>, talk: InteractionId) -> Result<Vec<PersonName>> {
    tx.all(
        "SELECT p.id, p.display_name FROM interaction_people t JOIN people p ON p.id = t.person_id \
         WHERE t.interaction_id = ?1 AND p.trashed_at IS NULL ORDER BY t.id",
        [talk],
        |row| {
            Ok(PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}
