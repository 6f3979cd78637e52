//! Table `kinds`: the kinds of relationship, each with its category, colour and cadence.

use crate::error::{Error, Result};
use crate::fold::fold;
use crate::relationships::KindId;
use crate::relationships::{Kind, KindListed, NewKind};
use crate::store::Tx;

/// All kinds in the order of the list, each with its number of people outside the trash and the archive.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<KindListed>> {
    tx.all(
        "SELECT k.id, k.name, k.category, k.colour, k.cadence_days, count(p.id), \
           count(CASE WHEN p.id IS NOT NULL THEN r.kept_close_on END) FROM kinds k \
         LEFT JOIN relationships r ON r.kind_id = k.id \
         LEFT JOIN people p ON p.id = r.person_id AND p.trashed_at IS NULL AND p.archived_on IS NULL \
         GROUP BY k.id ORDER BY k.position, k.id",
        [],
        |row| {
            Ok(KindListed {
                id: row.get(0)?,
                name: row.get(1)?,
                category: row.get(2)?,
                colour: row.get(3)?,
                cadence_days: row.get(4)?,
                people: row.get(5)?,
                kept_close: row.get(6)?,
            })
        },
    )
}

/// One kind.
///
/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: KindId) -> Result<Kind> {
    tx.first(
        "SELECT id, name, category, colour, cadence_days FROM kinds WHERE id = ?1",
        [id],
        |row| {
            Ok(Kind {
                id: row.get(0)?,
                name: row.get(1)?,
                category: row.get(2)?,
                colour: row.get(3)?,
                cadence_days: row.get(4)?,
            })
        },
    )?
    .ok_or_else(|| Error::not_found("This kind"))
}

/// Appends a kind to the end of the list.
pub(crate) fn insert(tx: &Tx<'_>, name: &str, kind: &NewKind) -> Result<KindId> {
    let id = tx.insert(
        "INSERT INTO kinds (name, folded_name, category, colour, cadence_days, position) \
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(position), 0) + 1 FROM kinds))",
        (
            name,
            fold(name),
            kind.category,
            kind.colour,
            kind.cadence_days,
        ),
    )?;
    Ok(KindId(id))
}

pub(crate) fn update(tx: &Tx<'_>, id: KindId, name: &str, kind: &NewKind) -> Result<()> {
    tx.execute(
        "UPDATE kinds SET name = ?2, folded_name = ?3, category = ?4, colour = ?5, cadence_days = ?6 WHERE id = ?1",
        (id, name, fold(name), kind.category, kind.colour, kind.cadence_days),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: KindId) -> Result<()> {
    tx.execute("DELETE FROM kinds WHERE id = ?1", [id])?;
    Ok(())
}

/// The id of the kind with this name. `folded` is the name as `fold` returns it.
pub(crate) fn named(tx: &Tx<'_>, folded: &str) -> Result<Option<KindId>> {
    tx.first(
        "SELECT id FROM kinds WHERE folded_name = ?1",
        [folded],
        |row| row.get(0),
    )
}
