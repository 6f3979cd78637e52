//! Table `next_lines`: the line for next time, at most one a person.

use super::{NextLine, NextLineId};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Option<NextLine>> {
    tx.first(
        "SELECT id, body FROM next_lines WHERE person_id = ?1",
        [person],
        |row| {
            Ok(NextLine {
                id: row.get(0)?,
                text: row.get(1)?,
            })
        },
    )
}

pub(super) fn insert(tx: &Tx<'_>, person: PersonId, text: &str, on: Day) -> Result<NextLineId> {
    tx.insert(
        "INSERT INTO next_lines (person_id, body, noted_on) VALUES (?1, ?2, ?3)",
        (person, text, on),
    )
    .map(NextLineId)
}

pub(super) fn update(tx: &Tx<'_>, id: NextLineId, text: &str, on: Day) -> Result<()> {
    tx.execute(
        "UPDATE next_lines SET body = ?2, noted_on = ?3 WHERE id = ?1",
        (id, text, on),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM next_lines WHERE person_id = ?1", [person])?;
    Ok(())
}

/// Removes the line if it was noted on `day` or before.
pub(super) fn delete_noted_by(tx: &Tx<'_>, person: PersonId, day: Day) -> Result<()> {
    tx.execute(
        "DELETE FROM next_lines WHERE person_id = ?1 AND noted_on <= ?2",
        (person, day),
    )?;
    Ok(())
}
