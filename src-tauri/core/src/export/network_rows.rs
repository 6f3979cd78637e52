//! What the network's files say of people beside the network itself.

use std::collections::HashMap;

use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// The id of each person for files that leave the book, and the role of their first present job.
pub(crate) fn ids_and_roles(tx: &Tx<'_>) -> Result<HashMap<PersonId, (String, String)>> {
    let all = tx.all(
        "SELECT p.id, p.uuid, coalesce((SELECT a.role FROM affiliations a WHERE a.person_id = p.id AND a.until IS NULL \
           ORDER BY a.position, a.id LIMIT 1), '') FROM people p WHERE p.trashed_at IS NULL",
        [],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    Ok(all.into_iter().collect())
}
