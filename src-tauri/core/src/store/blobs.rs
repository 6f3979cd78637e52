//! Table `blobs`: source cards and photos, stored once under their SHA-256. They are
//! never changed or logged for undo. Cards are kept compressed; the hash is that of the bytes as they came.

use rusqlite::{Connection, Row, Transaction};
use sha2::{Digest, Sha256};

use super::Tx;
use super::compressed::{self, Form};
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
    let (form, kept) = compressed::kept(bytes);
    tx.insert(
        "INSERT INTO blobs (sha256, bytes, form) VALUES (?1, ?2, ?3)",
        (hash.as_slice(), kept.as_ref(), form),
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

/// The bytes of a blob, as they came.
///
/// # Errors
/// `BookDamaged` where they are not as they were written; those of storage.
pub(crate) fn bytes(tx: &Tx<'_>, id: BlobId) -> Result<Vec<u8>> {
    let found = tx.first("SELECT bytes, form FROM blobs WHERE id = ?1", [id], kept)?;
    let (bytes, form) = found.ok_or_else(Error::damaged)?;
    compressed::plain(form, bytes)
}

/// Calls `each` for every blob that is referred to: id, hash, bytes as they came.
///
/// # Errors
/// Those of `bytes` and of `each`.
pub(crate) fn each_used(
    tx: &Tx<'_>,
    mut each: impl FnMut(BlobId, &[u8], &[u8]) -> Result<()>,
) -> Result<()> {
    let sql = format!(
        "SELECT bytes, form, id, sha256 FROM blobs WHERE {} ORDER BY id",
        is_used(tx.schema)
    );
    let mut statement = tx.connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // The table is STRICT: only bytes that were written over have another type, or an unknown form.
        let (bytes, form) = kept(row).map_err(|_| Error::damaged())?;
        let hash: Vec<u8> = row.get(3).map_err(|_| Error::damaged())?;
        each(row.get(2)?, &hash, &compressed::plain(form, bytes)?)?;
    }
    Ok(())
}

/// Like `bytes`, within a migration.
pub(crate) fn bytes_in(transaction: &Transaction<'_>, id: BlobId) -> Result<Vec<u8>> {
    let mut read = transaction.prepare_cached("SELECT bytes, form FROM blobs WHERE id = ?1")?;
    let (bytes, form) = read.query_row([id], kept)?;
    compressed::plain(form, bytes)
}

/// The bytes with this hash, if they are stored. Upper-case hex of SHA-256.
///
/// # Errors
/// Those of `bytes`.
pub(crate) fn with_hash(tx: &Tx<'_>, hash: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes, form FROM blobs WHERE sha256 = unhex(?1)";
    let kept = tx.first(sql, [hash], kept)?;
    kept.map(|(bytes, form)| compressed::plain(form, bytes))
        .transpose()
}

/// Reads columns `bytes` and `form`.
fn kept(row: &Row<'_>) -> rusqlite::Result<(Vec<u8>, Form)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// Compresses the blobs of a book in the migration that lets them be.
pub(super) fn compress_all(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let mut ids = transaction.prepare("SELECT id FROM blobs ORDER BY id")?;
    let ids = ids.query_map([], |row| row.get::<_, i64>(0))?;
    let ids: Vec<i64> = ids.collect::<rusqlite::Result<_>>()?;
    let mut read = transaction.prepare("SELECT bytes FROM blobs WHERE id = ?1")?;
    let mut put = transaction.prepare("UPDATE blobs SET bytes = ?2, form = ?3 WHERE id = ?1")?;
    for id in ids {
        let bytes: Vec<u8> = read.query_row([id], |row| row.get(0))?;
        let (form, kept) = compressed::kept(&bytes);
        if form != Form::Plain {
            put.execute((id, kept.as_ref(), form))?;
        }
    }
    Ok(())
}

/// Inserts a blob with its id into a book that is being filled. Where `compresses` is false, the book's table is
/// one from before blobs were compressed.
pub(super) fn put(
    connection: &Connection,
    id: BlobId,
    hash: &[u8],
    bytes: &[u8],
    compresses: bool,
) -> rusqlite::Result<()> {
    if !compresses {
        let mut put = connection
            .prepare_cached("INSERT INTO blobs (id, sha256, bytes) VALUES (?1, ?2, ?3)")?;
        return put.execute((id, hash, bytes)).map(drop);
    }
    let (form, kept) = compressed::kept(bytes);
    let sql = "INSERT INTO blobs (id, sha256, bytes, form) VALUES (?1, ?2, ?3, ?4)";
    let mut put = connection.prepare_cached(sql)?;
    put.execute((id, hash, kept.as_ref(), form)).map(drop)
}

/// Compares all bytes with their hash, one blob after the other, until `is_stopped`.
///
/// # Errors
/// `BookDamaged` where they differ; `Stopped`; those of storage.
pub(crate) fn check_hashes(connection: &Connection, is_stopped: impl Fn() -> bool) -> Result<()> {
    let mut statement = connection.prepare("SELECT bytes, form, sha256 FROM blobs")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if is_stopped() {
            return Err(Error::new(Code::Stopped, "The check was stopped."));
        }
        let hash: Vec<u8> = row.get(2)?;
        let (bytes, form) = kept(row)?;
        if Sha256::digest(compressed::plain(form, bytes)?).as_slice() != hash {
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
