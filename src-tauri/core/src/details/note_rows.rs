//! Table `notes`.

use crate::days::Day;
use crate::details::Note;
use crate::details::NoteId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

pub(crate) fn insert(tx: &Tx<'_>, person: PersonId, body: &str, on: Day) -> Result<NoteId> {
    tx.insert(
        "INSERT INTO notes (person_id, body, created_on, edited_on) VALUES (?1, ?2, ?3, ?3)",
        (person, body, on),
    )
    .map(NoteId)
}

pub(crate) fn update(tx: &Tx<'_>, id: NoteId, body: &str, on: Day) -> Result<()> {
    tx.execute(
        "UPDATE notes SET body = ?2, edited_on = ?3 WHERE id = ?1 AND body <> ?2",
        (id, body, on),
    )?;
    Ok(())
}

/// Newest first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Note>> {
    tx.all(
        "SELECT id, body, created_on, edited_on FROM notes WHERE person_id = ?1 ORDER BY id DESC",
        [person],
        |row| {
            Ok(Note {
                id: row.get(0)?,
                body: row.get(1)?,
                created_on: row.get(2)?,
                edited_on: row.get(3)?,
            })
        },
    )
}

/// Whose note this is.
///
/// # Errors
/// `NotFound`.
pub(crate) fn owner(tx: &Tx<'_>, id: NoteId) -> Result<PersonId> {
    tx.first("SELECT person_id FROM notes WHERE id = ?1", [id], |row| {
        row.get(0)
    })?
    .ok_or_else(|| Error::not_found("This"))
}

pub(crate) fn delete(tx: &Tx<'_>, id: NoteId) -> Result<()> {
    tx.execute("DELETE FROM notes WHERE id = ?1", [id])?;
    Ok(())
}
