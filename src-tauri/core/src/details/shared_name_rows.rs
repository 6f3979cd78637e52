//! Tables of names that many people share, `organisations` and `tags`: a name and the key that finds it in any
//! spelling (`folded_name`).

use crate::error::Result;
use crate::store::Tx;

/// The id of this name in a table, made where it is new. `key` finds it, and so does `old_key` where the row
/// has just this name: books from before names of other scripts had keys of their own have them under their
/// Latin spelling.
pub(super) fn named(
    tx: &Tx<'_>,
    table: &'static str,
    name: &str,
    key: &str,
    old_key: &str,
) -> Result<i64> {
    let known = tx.first(
        &format!(
            "SELECT id FROM {table} WHERE folded_name = ?1 OR (folded_name = ?2 AND name = ?3) LIMIT 1"
        ),
        (key, old_key, name),
        |row| row.get(0),
    )?;
    match known {
        Some(id) => Ok(id),
        None => tx.insert(
            &format!("INSERT INTO {table} (name, folded_name) VALUES (?1, ?2)"),
            (name, key),
        ),
    }
}
