//! Table `natures`.

use super::{Nature, NatureId};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// What was said on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NatureRecord {
    pub(crate) id: NatureId,
    pub(crate) said: Nature,
    pub(crate) said_on: Day,
}

/// What was said of a person, the first first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<NatureRecord>> {
    tx.all(
        "SELECT id, nature, influence, mutuality, openness, said_on FROM natures WHERE person_id = ?1 ORDER BY id",
        [person],
        |row| {
            Ok(NatureRecord {
                id: row.get(0)?,
                said: Nature {
                    nature: row.get(1)?,
                    influence: row.get(2)?,
                    mutuality: row.get(3)?,
                    openness: row.get(4)?,
                },
                said_on: row.get(5)?,
            })
        },
    )
}

pub(crate) fn insert(tx: &Tx<'_>, person: PersonId, said: &Nature, on: Day) -> Result<()> {
    tx.insert(
        "INSERT INTO natures (person_id, nature, influence, mutuality, openness, said_on) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            person,
            said.nature,
            said.influence,
            said.mutuality,
            said.openness,
            on,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: NatureId) -> Result<()> {
    tx.execute("DELETE FROM natures WHERE id = ?1", [id])?;
    Ok(())
}
