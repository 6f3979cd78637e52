//! Column `source_cards.reading` as it was up to schema version 11: JSON with all values that were taken.

use rusqlite::Transaction;

use super::{CardPerson, Reading, Taken};
use crate::error::Result;
use crate::ids::BlobId;
use crate::store::blobs;
use crate::vcard;

/// Brings the column to the new form, and what Undo would put back of it. What cannot be read stays as it is,
/// and cannot be read then either.
pub(super) fn shorten_all(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    shorten(
        transaction,
        "SELECT id, blob_id, reading FROM source_cards WHERE id > ?1 ORDER BY id LIMIT 1",
        "UPDATE source_cards SET reading = ?2 WHERE id = ?1",
    )?;
    shorten(
        transaction,
        "SELECT id, old ->> '$.blob_id', old ->> '$.reading' FROM undo_log \
         WHERE id > ?1 AND table_name = 'source_cards' AND json_valid(old) ORDER BY id LIMIT 1",
        "UPDATE undo_log SET old = json_set(old, '$.reading', ?2) WHERE id = ?1",
    )
}

/// Brings rows to the new form, one after the other. `next` gives the row after the id `?1`: its id, its blob
/// and its reading.
fn shorten(transaction: &Transaction<'_>, next: &str, put: &str) -> rusqlite::Result<()> {
    let (mut next, mut put) = (transaction.prepare(next)?, transaction.prepare(put)?);
    let mut last = 0_i64;
    loop {
        let (blob, reading) = {
            let mut rows = next.query([last])?;
            let Some(row) = rows.next()? else {
                return Ok(());
            };
            last = row.get(0)?;
            // A damaged value does not keep the book shut.
            (row.get::<_, BlobId>(1).ok(), row.get::<_, String>(2).ok())
        };
        let card = blob.and_then(|blob| blobs::bytes_in(transaction, blob).ok());
        let short = reading.and_then(|reading| shortened(&reading, card.as_deref()).ok());
        if let Some(short) = short {
            put.execute((last, short))?;
        }
    }
}

/// A reading in the new form. Without its card, all values are kept.
fn shortened(json: &str, card: Option<&[u8]>) -> Result<String> {
    let taken: Vec<Taken> = serde_json::from_str(json)?;
    let card = card.and_then(vcard::one);
    let card = card
        .map(|card| CardPerson::of(&card, ""))
        .unwrap_or_default();
    Reading::of(&taken, &card).text()
}

#[cfg(test)]
#[path = "old_reading_tests.rs"]
mod tests;
