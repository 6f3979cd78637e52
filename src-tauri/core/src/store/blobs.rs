//! Table `blobs`: source cards and photos, stored once under their SHA-256. They are
//! never changed or logged for undo.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::Tx;
use super::schema::Schema;
use crate::days::Stamp;
use crate::error::{Code, Error, Result};
use crate::ids::BlobId;

/// Stores bytes, unless they are stored already.
pub(crate) fn keep(tx: &Tx<'_>, bytes: &[u8]) -> Result<BlobId> {
    let hash = Sha256::digest(bytes);
    if let Some(id) = find(tx, hash.as_slice())? {
        return Ok(id);
    }
    tx.insert(
        "INSERT INTO blobs (sha256, bytes) VALUES (?1, ?2)",
        (hash.as_slice(), bytes),
    )
    .map(BlobId)
}

fn find(tx: &Tx<'_>, hash: &[u8]) -> Result<Option<BlobId>> {
    tx.first("SELECT id FROM blobs WHERE sha256 = ?1", [hash], |row| {
        row.get(0)
    })
}

/// The blob with these bytes, if they are stored.
pub(crate) fn known(tx: &Tx<'_>, bytes: &[u8]) -> Result<Option<BlobId>> {
    find(tx, Sha256::digest(bytes).as_slice())
}

pub(crate) fn bytes(tx: &Tx<'_>, id: BlobId) -> Result<Vec<u8>> {
    tx.first("SELECT bytes FROM blobs WHERE id = ?1", [id], |row| {
        row.get(0)
    })?
    .ok_or_else(|| Error::internal("blob"))
}

/// Compares all bytes with their hash, one blob after the other, until `is_stopped`.
///
/// # Errors
/// `BookDamaged` where they differ; `Stopped`; those of storage.
pub(crate) fn check_hashes(connection: &Connection, is_stopped: impl Fn() -> bool) -> Result<()> {
    let mut statement = connection.prepare("SELECT sha256, bytes FROM blobs")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if is_stopped() {
            return Err(Error::new(Code::Stopped, "The check was stopped."));
        }
        let (hash, bytes): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        if Sha256::digest(&bytes).as_slice() != hash {
            return Err(Error::damaged());
        }
    }
    Ok(())
}

/// Whether a row of `blobs` is referred to.
pub(super) fn is_used(schema: &Schema) -> String {
    let of = |(table, column): &(String, String)| {
        format!("EXISTS (SELECT 1 FROM {table} WHERE {column} = blobs.id)")
    };
    let of: Vec<String> = schema.blob_users.iter().map(of).collect();
    format!("({})", of.join(" OR "))
}

/// Blobs that nothing has referred to since before these days (`SeenDays::kept`) go; those newly without
/// a reference are dated.
pub(crate) fn sweep(tx: &Tx<'_>, now: Stamp, kept: Option<&str>) -> Result<()> {
    let used = is_used(tx.schema());
    tx.execute(
        &format!("UPDATE blobs SET unreferenced_since = NULL WHERE unreferenced_since IS NOT NULL AND {used}"),
        [],
    )?;
    if let Some(days) = kept {
        tx.execute(
            "DELETE FROM blobs WHERE unreferenced_since IS NOT NULL \
             AND substr(unreferenced_since, 1, 10) NOT IN (SELECT value FROM json_each(?1))",
            [days],
        )?;
    }
    tx.execute(
        &format!("UPDATE blobs SET unreferenced_since = ?1 WHERE unreferenced_since IS NULL AND NOT {used}"),
        [now],
    )?;
    Ok(())
}
