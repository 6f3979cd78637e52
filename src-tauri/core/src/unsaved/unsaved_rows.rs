//! Table `unsaved_texts`: text that was typed and not saved yet.

use crate::days::Stamp;
use crate::error::Result;
use crate::store::Tx;
use crate::unsaved::Unsaved;

pub(crate) fn put(tx: &Tx<'_>, key: &str, body: &str, at: Stamp) -> Result<()> {
    tx.execute(
        "INSERT INTO unsaved_texts (key, body, saved_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        (key, body, at),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, key: &str) -> Result<()> {
    tx.execute("DELETE FROM unsaved_texts WHERE key = ?1", [key])?;
    Ok(())
}

pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<Unsaved>> {
    tx.all(
        "SELECT key, body FROM unsaved_texts ORDER BY saved_at",
        [],
        |row| {
            Ok(Unsaved {
                key: row.get(0)?,
                text: row.get(1)?,
            })
        },
    )
}
