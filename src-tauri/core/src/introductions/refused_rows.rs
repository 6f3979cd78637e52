//! Table `refused_introductions`: two whom the user does not want to introduce to each other.

use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// Remembers that two are not to be proposed. A pair is remembered once.
pub(crate) fn refuse(tx: &Tx<'_>, one: PersonId, other: PersonId, on: Day) -> Result<()> {
    let (first, second) = (one.min(other), one.max(other));
    tx.execute(
        "INSERT INTO refused_introductions (person_id, other_id, refused_on) SELECT ?1, ?2, ?3 \
         WHERE NOT EXISTS (SELECT 1 FROM refused_introductions WHERE person_id = ?1 AND other_id = ?2)",
        (first, second, on),
    )?;
    Ok(())
}

/// Two may be proposed again.
pub(crate) fn allow(tx: &Tx<'_>, one: PersonId, other: PersonId) -> Result<()> {
    tx.execute(
        "DELETE FROM refused_introductions WHERE person_id = ?1 AND other_id = ?2",
        (one.min(other), one.max(other)),
    )?;
    Ok(())
}

/// When two were refused.
pub(crate) fn refused_on(tx: &Tx<'_>, one: PersonId, other: PersonId) -> Result<Option<Day>> {
    tx.first(
        "SELECT refused_on FROM refused_introductions WHERE person_id = ?1 AND other_id = ?2",
        (one.min(other), one.max(other)),
        |row| row.get(0),
    )
}
