//! Tables `pitches` and `pitch_people`.

use rusqlite::Row;

use super::{PitchId, PitchParts};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::store::Tx;

/// A row of `pitches`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PitchRecord {
    pub(super) id: PitchId,
    pub(super) audience: String,
    pub(super) parts: PitchParts,
}

const COLUMNS: &str = "p.id, p.audience, p.hook, p.bring, p.value, p.ask";

fn read(row: &Row<'_>) -> rusqlite::Result<PitchRecord> {
    Ok(PitchRecord {
        id: row.get(0)?,
        audience: row.get(1)?,
        parts: PitchParts {
            hook: row.get(2)?,
            bring: row.get(3)?,
            value: row.get(4)?,
            ask: row.get(5)?,
        },
    })
}

/// # Errors
/// `NotFound`.
pub(super) fn get(tx: &Tx<'_>, id: PitchId) -> Result<PitchRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM pitches p WHERE p.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This pitch"))
}

/// All pitches, in the order in which they were added.
pub(super) fn all(tx: &Tx<'_>) -> Result<Vec<PitchRecord>> {
    tx.all(
        &format!("SELECT {COLUMNS} FROM pitches p ORDER BY p.id"),
        [],
        read,
    )
}

/// The pitches for a person.
pub(super) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<PitchRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM pitch_people w CROSS JOIN pitches p ON p.id = w.pitch_id \
             WHERE w.person_id = ?1 ORDER BY p.id"
        ),
        [person],
        read,
    )
}

/// How many pitches there are.
pub(crate) fn count(tx: &Tx<'_>) -> Result<u32> {
    let count = tx.first("SELECT count(*) FROM pitches", [], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Inserts a pitch; its own id is ignored.
pub(super) fn insert(tx: &Tx<'_>, record: &PitchRecord) -> Result<PitchId> {
    let parts = &record.parts;
    Ok(PitchId(tx.insert(
        "INSERT INTO pitches (audience, hook, bring, value, ask) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            &record.audience,
            &parts.hook,
            &parts.bring,
            &parts.value,
            &parts.ask,
        ),
    )?))
}

pub(super) fn update(tx: &Tx<'_>, record: &PitchRecord) -> Result<()> {
    let parts = &record.parts;
    tx.execute(
        "UPDATE pitches SET audience = ?2, hook = ?3, bring = ?4, value = ?5, ask = ?6 WHERE id = ?1",
        (
            record.id,
            &record.audience,
            &parts.hook,
            &parts.bring,
            &parts.value,
            &parts.ask,
        ),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: PitchId) -> Result<()> {
    tx.execute("DELETE FROM pitch_people WHERE pitch_id = ?1", [id])?;
    tx.execute("DELETE FROM pitches WHERE id = ?1", [id])?;
    Ok(())
}

/// For whom a pitch is, in the order in which they were named, those in the trash too.
pub(super) fn people_of(tx: &Tx<'_>, id: PitchId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM pitch_people WHERE pitch_id = ?1 ORDER BY id",
        [id],
        |row| row.get(0),
    )
}

/// The same by name, without those in the trash.
pub(super) fn names_of(tx: &Tx<'_>, id: PitchId) -> Result<Vec<PersonName>> {
    tx.all(
        "SELECT p.id, p.display_name FROM pitch_people w JOIN people p ON p.id = w.person_id \
         WHERE w.pitch_id = ?1 AND p.trashed_at IS NULL ORDER BY w.id",
        [id],
        |row| {
            Ok(PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// Makes these people those for whom a pitch is. Whoever is in the trash stays.
pub(super) fn put_people(tx: &Tx<'_>, id: PitchId, people: &[PersonId]) -> Result<()> {
    let before = people_of(tx, id)?;
    let shown = names_of(tx, id)?;
    for gone in shown.iter().filter(|who| !people.contains(&who.id)) {
        tx.execute(
            "DELETE FROM pitch_people WHERE pitch_id = ?1 AND person_id = ?2",
            (id, gone.id),
        )?;
    }
    for person in people.iter().filter(|person| !before.contains(person)) {
        tx.insert(
            "INSERT INTO pitch_people (pitch_id, person_id) VALUES (?1, ?2)",
            (id, person),
        )?;
    }
    Ok(())
}
