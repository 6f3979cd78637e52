//! Tables `settings` (undoable) and `remembered` (the state of the window, not undoable).

use crate::error::Result;
use crate::store::Tx;

pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<(String, String)>> {
    tx.all(
        "SELECT key, value FROM settings UNION ALL SELECT key, value FROM remembered",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The value of a key in table `settings`.
pub(crate) fn get(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    tx.first("SELECT value FROM settings WHERE key = ?1", [key], |row| {
        row.get(0)
    })
}

pub(crate) fn put(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO settings (key, value) VALUES (?1, ?2) \
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
        (key, value),
    )?;
    Ok(())
}

pub(crate) fn remember(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO remembered (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )?;
    Ok(())
}

/// The value of a key in table `remembered`.
pub(crate) fn remembered(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    tx.first(
        "SELECT value FROM remembered WHERE key = ?1",
        [key],
        |row| row.get(0),
    )
}
