//! Table `organisations`, keyed by folded name.

use rusqlite::Row;

use crate::details::{OrganisationFound, OrganisationId, shared_name_rows};
use crate::error::{Error, Result};
use crate::fold::{fold_words, name_key};
use crate::store::Tx;

/// The organisation of this name, made where it is new.
pub(crate) fn named(tx: &Tx<'_>, name: &str) -> Result<OrganisationId> {
    let (key, old_key) = (name_key(name), fold_words(name));
    shared_name_rows::named(tx, "organisations", name, &key, &old_key).map(OrganisationId)
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

/// How an organisation is written.
///
/// # Errors
/// `NotFound`.
pub(crate) fn name(tx: &Tx<'_>, id: OrganisationId) -> Result<String> {
    tx.first(
        "SELECT name FROM organisations WHERE id = ?1",
        [id],
        |row| row.get(0),
    )?
    .ok_or_else(|| Error::not_found("This organisation"))
}

/// People outside the trash who work there now.
const PEOPLE_NOW: &str = "(SELECT count(DISTINCT p.id) FROM affiliations a JOIN people p ON p.id = a.person_id \
     WHERE a.organisation_id = o.id AND a.until IS NULL AND p.trashed_at IS NULL AND p.archived_on IS NULL)";

/// # Errors
/// `NotFound`.
pub(crate) fn found(tx: &Tx<'_>, id: OrganisationId) -> Result<OrganisationFound> {
    tx.first(
        &format!("SELECT o.id, o.name, {PEOPLE_NOW} FROM organisations o WHERE o.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This organisation"))
}

/// Organisations of a name that begins with, or has a word that begins with, the text, where somebody
/// works now: those that begin with it first, then the largest.
pub(crate) fn find(tx: &Tx<'_>, text: &str, limit: u32) -> Result<Vec<OrganisationFound>> {
    tx.all(
        &format!(
            "SELECT id, name, people FROM (SELECT o.id, o.name, o.folded_name, {PEOPLE_NOW} AS people \
               FROM organisations o WHERE o.folded_name LIKE ?1 || '%' OR o.folded_name LIKE '% ' || ?1 || '%') \
             WHERE people > 0 ORDER BY folded_name NOT LIKE ?1 || '%', people DESC, folded_name LIMIT ?2"
        ),
        (fold_words(text), limit),
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<OrganisationFound> {
    Ok(OrganisationFound {
        id: row.get(0)?,
        name: row.get(1)?,
        people: row.get(2)?,
    })
}
