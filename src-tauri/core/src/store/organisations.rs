//! Table `organisations`, keyed by folded name.

use super::Tx;
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::OrganisationId;

/// The organisation of this name, made where it is new.
pub(crate) fn named(tx: &Tx<'_>, name: &str) -> Result<OrganisationId> {
    let folded = key(name);
    if let Some(id) = tx.first(
        "SELECT id FROM organisations WHERE folded_name = ?1",
        [&folded],
        |row| row.get(0),
    )? {
        return Ok(id);
    }
    tx.insert(
        "INSERT INTO organisations (name, folded_name) VALUES (?1, ?2)",
        (name, folded),
    )
    .map(OrganisationId)
}

/// Names of signs only have no letters to fold; they are their own key.
fn key(name: &str) -> String {
    match fold_words(name) {
        folded if folded.is_empty() => name.to_owned(),
        folded => folded,
    }
}

/// Organisations that begin with, or have a word that begins with, the text.
pub(crate) fn starting(tx: &Tx<'_>, text: &str, limit: u32) -> Result<Vec<String>> {
    tx.all(
        "SELECT name FROM organisations WHERE (folded_name LIKE ?1 || '%' OR folded_name LIKE '% ' || ?1 || '%') \
         AND EXISTS (SELECT 1 FROM affiliations WHERE organisation_id = organisations.id) \
         ORDER BY folded_name NOT LIKE ?1 || '%', folded_name LIMIT ?2",
        (fold_words(text), limit),
        |row| row.get(0),
    )
}
