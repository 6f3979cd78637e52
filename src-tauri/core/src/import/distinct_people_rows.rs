//! Table `distinct_people`: pairs of people whom the user declared to be different.

use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// Stores that two people are different. The smaller id is stored first; a pair is stored once.
pub(crate) fn remember(tx: &Tx<'_>, one: PersonId, other: PersonId) -> Result<()> {
    let (first, second) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    tx.execute(
        "INSERT INTO distinct_people (person_id, other_id) SELECT ?1, ?2 \
         WHERE NOT EXISTS (SELECT 1 FROM distinct_people WHERE person_id = ?1 AND other_id = ?2)",
        (first, second),
    )?;
    Ok(())
}
