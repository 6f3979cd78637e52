//! Table `people`.

use std::collections::HashSet;

use rusqlite::Row;

use crate::days::{Day, Stamp};
use crate::error::{Error, Result};
use crate::ids::{BlobId, PersonId};
use crate::people::{Name, PersonName};
use crate::store::{Tx, blobs};

/// SQL: `id` of those who are in the trash, died or are archived; some twice. Each part by its own index: SQLite would
/// go through everybody to have them in one order.
pub(crate) const GONE: &str = "SELECT id FROM people INDEXED BY people_in_trash WHERE trashed_at IS NOT NULL \
     UNION ALL SELECT id FROM people INDEXED BY people_died WHERE died_on IS NOT NULL \
     UNION ALL SELECT id FROM people INDEXED BY people_archived WHERE archived_on IS NOT NULL";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonRecord {
    pub(crate) id: PersonId,
    pub(crate) uuid: String,
    pub(crate) name: Name,
    pub(crate) nickname: String,
    pub(crate) photo: Option<BlobId>,
    pub(crate) created_at: Stamp,
    pub(crate) trashed_at: Option<Stamp>,
    pub(crate) died_on: Option<Day>,
}

/// A person with their display name.
///
/// # Errors
/// `NotFound`; storage errors.
pub(crate) fn person_name(tx: &Tx<'_>, id: PersonId) -> Result<PersonName> {
    let name = get(tx, id)?.name.display;
    Ok(PersonName { id, name })
}

/// Which of these people are outside the trash.
pub(crate) fn still_there(tx: &Tx<'_>, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    let there = tx.all(
        "SELECT id FROM people WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?1))",
        [serde_json::to_string(people)?],
        |row| row.get(0),
    )?;
    Ok(there.into_iter().collect())
}

pub(crate) fn insert(
    tx: &Tx<'_>,
    name: &Name,
    nickname: &str,
    created_at: Stamp,
) -> Result<PersonId> {
    tx.insert(
        "INSERT INTO people (uuid, display_name, prefix, given, additional, family, suffix, nickname, sort_key, created_at, parts_guessed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (
            uuid::Uuid::new_v4().to_string(),
            &name.display,
            &name.prefix,
            &name.given,
            &name.additional,
            &name.family,
            &name.suffix,
            nickname,
            name.sort_key(),
            created_at,
            name.guessed,
        ),
    )
    .map(PersonId)
}

fn read(row: &Row<'_>) -> rusqlite::Result<PersonRecord> {
    Ok(PersonRecord {
        id: row.get(0)?,
        uuid: row.get(1)?,
        name: Name {
            display: row.get(2)?,
            prefix: row.get(3)?,
            given: row.get(4)?,
            additional: row.get(5)?,
            family: row.get(6)?,
            suffix: row.get(7)?,
            guessed: row.get(12)?,
        },
        nickname: row.get(8)?,
        photo: row.get(9)?,
        created_at: row.get(10)?,
        trashed_at: row.get(11)?,
        died_on: row.get(13)?,
    })
}

/// One person, in the trash or not.
pub(crate) fn find(tx: &Tx<'_>, id: PersonId) -> Result<Option<PersonRecord>> {
    tx.first(
        "SELECT id, uuid, display_name, prefix, given, additional, family, suffix, nickname, photo_blob, created_at, trashed_at, parts_guessed, died_on \
         FROM people WHERE id = ?1",
        [id],
        read,
    )
}

/// One person, in the trash or not.
///
/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: PersonId) -> Result<PersonRecord> {
    find(tx, id)?.ok_or_else(|| Error::not_found("This person"))
}

pub(crate) fn set_name(tx: &Tx<'_>, id: PersonId, name: &Name) -> Result<()> {
    tx.execute(
        "UPDATE people SET display_name = ?2, prefix = ?3, given = ?4, additional = ?5, family = ?6, suffix = ?7, sort_key = ?8, parts_guessed = ?9 \
         WHERE id = ?1",
        (
            id,
            &name.display,
            &name.prefix,
            &name.given,
            &name.additional,
            &name.family,
            &name.suffix,
            name.sort_key(),
            name.guessed,
        ),
    )?;
    Ok(())
}

pub(crate) fn set_nickname(tx: &Tx<'_>, id: PersonId, nickname: &str) -> Result<()> {
    tx.execute(
        "UPDATE people SET nickname = ?2 WHERE id = ?1",
        (id, nickname),
    )?;
    Ok(())
}

pub(crate) fn set_photo(tx: &Tx<'_>, id: PersonId, photo: Option<BlobId>) -> Result<()> {
    tx.execute(
        "UPDATE people SET photo_blob = ?2 WHERE id = ?1",
        (id, photo),
    )?;
    Ok(())
}

/// Moves a person to the trash (with a stamp) or back (without).
pub(crate) fn set_trashed(tx: &Tx<'_>, id: PersonId, at: Option<Stamp>) -> Result<usize> {
    tx.execute(
        "UPDATE people SET trashed_at = ?2 WHERE id = ?1 AND (trashed_at IS NULL) <> (?2 IS NULL)",
        (id, at),
    )
}

/// Who is in the trash, longest first.
pub(crate) fn trashed(tx: &Tx<'_>) -> Result<Vec<(PersonId, Stamp)>> {
    tx.all(
        "SELECT id, trashed_at FROM people WHERE trashed_at IS NOT NULL ORDER BY trashed_at, id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Gone for good, with all that hangs on the person.
pub(crate) fn delete(tx: &Tx<'_>, id: PersonId) -> Result<()> {
    tx.execute("DELETE FROM people WHERE id = ?1", [id])?;
    Ok(())
}

/// How many people the list has: without those in the trash and the archived.
pub(crate) fn count(tx: &Tx<'_>) -> Result<u32> {
    let count = tx.first(
        "SELECT count(*) FROM people WHERE trashed_at IS NULL AND archived_on IS NULL",
        [],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Everyone not in the trash, in the list's order.
pub(crate) fn everyone(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT id FROM people WHERE trashed_at IS NULL ORDER BY sort_key, id",
        [],
        |row| row.get(0),
    )
}

/// The first `limit` people outside the trash, with their display names.
pub(crate) fn names(tx: &Tx<'_>, limit: u32) -> Result<Vec<(PersonId, String)>> {
    tx.all(
        "SELECT id, display_name FROM people WHERE trashed_at IS NULL ORDER BY id LIMIT ?1",
        [limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The photo of this hash (upper-case hex of SHA-256), where the book keeps it.
pub(crate) fn photo(tx: &Tx<'_>, hash: &str) -> Result<Option<Vec<u8>>> {
    blobs::with_hash(tx, hash)
}

/// The hash under which the page asks for a person's photo.
pub(crate) fn photo_hash(tx: &Tx<'_>, id: PersonId) -> Result<Option<String>> {
    tx.first(
        "SELECT hex(b.sha256) FROM people p JOIN blobs b ON b.id = p.photo_blob WHERE p.id = ?1",
        [id],
        |row| row.get(0),
    )
}

/// People outside the trash of exactly this sort key.
pub(crate) fn named(tx: &Tx<'_>, sort_key: &str) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT id FROM people WHERE sort_key = ?1 AND trashed_at IS NULL ORDER BY id LIMIT 20",
        [sort_key],
        |row| row.get(0),
    )
}

/// Whether a person died or is archived.
pub(crate) fn is_gone(tx: &Tx<'_>, id: PersonId) -> Result<bool> {
    let gone = tx.first(
        "SELECT died_on IS NOT NULL OR archived_on IS NOT NULL FROM people WHERE id = ?1",
        [id],
        |row| row.get(0),
    )?;
    Ok(gone.unwrap_or(false))
}

/// Says on which day a person died, or that they did not.
pub(crate) fn set_died(tx: &Tx<'_>, id: PersonId, on: Option<Day>) -> Result<()> {
    tx.execute(
        "UPDATE people SET died_on = ?2, remembered = remembered AND ?2 IS NOT NULL \
         WHERE id = ?1 AND died_on IS NOT ?2",
        (id, on),
    )?;
    Ok(())
}

/// Whether the day on which a person died is remembered each year.
pub(crate) fn is_remembered(tx: &Tx<'_>, id: PersonId) -> Result<bool> {
    let remembered = tx.first("SELECT remembered FROM people WHERE id = ?1", [id], |row| {
        row.get(0)
    })?;
    Ok(remembered.unwrap_or(false))
}

pub(crate) fn set_remembered(tx: &Tx<'_>, id: PersonId, remembered: bool) -> Result<()> {
    tx.execute(
        "UPDATE people SET remembered = ?2 WHERE id = ?1 AND remembered <> ?2",
        (id, remembered),
    )?;
    Ok(())
}

/// Archives a person, or brings them back into the lists.
pub(crate) fn set_archived(tx: &Tx<'_>, id: PersonId, on: Option<Day>) -> Result<()> {
    tx.execute(
        "UPDATE people SET archived_on = ?2 WHERE id = ?1 AND (archived_on IS NULL) <> (?2 IS NULL)",
        (id, on),
    )?;
    Ok(())
}

/// How many people outside the trash are archived.
pub(crate) fn count_archived(tx: &Tx<'_>) -> Result<u32> {
    let count = tx.first(
        "SELECT count(*) FROM people WHERE archived_on IS NOT NULL AND trashed_at IS NULL",
        [],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}
