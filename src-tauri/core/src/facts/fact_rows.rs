//! Table `facts`: lines about the whole person.

use super::{Fact, FactId, NewFact};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

pub(crate) fn insert(tx: &Tx<'_>, person: PersonId, fact: &NewFact) -> Result<FactId> {
    tx.insert(
        "INSERT INTO facts (person_id, kind, body, private) VALUES (?1, ?2, ?3, ?4)",
        (person, fact.kind, &fact.text, fact.private),
    )
    .map(FactId)
}

/// Writes nothing where the line is the same.
pub(crate) fn update(tx: &Tx<'_>, id: FactId, fact: &NewFact) -> Result<()> {
    tx.execute(
        "UPDATE facts SET kind = ?2, body = ?3, private = ?4 \
         WHERE id = ?1 AND (kind, body, private) <> (?2, ?3, ?4)",
        (id, fact.kind, &fact.text, fact.private),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: FactId) -> Result<()> {
    tx.execute("DELETE FROM facts WHERE id = ?1", [id])?;
    Ok(())
}

/// In the order in which kinds are shown, then as they were added.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Fact>> {
    tx.all(
        "SELECT id, kind, body, private FROM facts WHERE person_id = ?1 \
         ORDER BY CASE kind WHEN 'interest' THEN 1 WHEN 'family' THEN 2 WHEN 'cause' THEN 3 ELSE 4 END, id",
        [person],
        |row| {
            Ok(Fact {
                id: row.get(0)?,
                kind: row.get(1)?,
                text: row.get(2)?,
                private: row.get(3)?,
            })
        },
    )
}

/// Whom a line is about.
///
/// # Errors
/// `NotFound`.
pub(crate) fn person_of(tx: &Tx<'_>, id: FactId) -> Result<PersonId> {
    tx.first("SELECT person_id FROM facts WHERE id = ?1", [id], |row| {
        row.get(0)
    })?
    .ok_or_else(|| Error::not_found("This line"))
}
