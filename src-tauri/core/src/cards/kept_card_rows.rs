//! Table `kept_cards`: cards of groups, organisations and places, kept so that they go out again.

use std::collections::HashSet;

use crate::days::Stamp;
use crate::details::TagId;
use crate::error::Result;
use crate::ids::BlobId;
use crate::store::Tx;

/// A card to keep.
pub(crate) struct NewKeptCard<'a> {
    pub(crate) blob: BlobId,
    pub(crate) file_name: &'a str,
    pub(crate) number: u32,
    pub(crate) line: u32,
    pub(crate) imported_at: Stamp,
    pub(crate) uid: Option<&'a str>,
    /// The tag that its members got; `None` where nobody did.
    pub(crate) tag: Option<TagId>,
}

/// Keeps a card in place of earlier ones with the same bytes or the same UID. `in_file` are the other cards that
/// its file has: they stay, whatever their UID.
pub(crate) fn keep(tx: &Tx<'_>, card: &NewKeptCard<'_>, in_file: &HashSet<BlobId>) -> Result<()> {
    let earlier: Vec<(i64, BlobId)> = tx.all(
        "SELECT id, blob_id FROM kept_cards WHERE blob_id = ?1 OR (uid IS NOT NULL AND uid = ?2)",
        (card.blob, card.uid),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (id, blob) in earlier {
        if blob == card.blob || !in_file.contains(&blob) {
            tx.execute("DELETE FROM kept_cards WHERE id = ?1", [id])?;
        }
    }
    tx.insert(
        "INSERT INTO kept_cards (blob_id, file_name, number, line, imported_at, uid, tag_id) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            card.blob,
            card.file_name,
            card.number,
            card.line,
            card.imported_at,
            card.uid,
            card.tag,
        ),
    )?;
    Ok(())
}

/// Whether this card is kept.
pub(crate) fn is_kept(tx: &Tx<'_>, blob: BlobId) -> Result<bool> {
    let found = tx.first(
        "SELECT 1 FROM kept_cards WHERE blob_id = ?1 LIMIT 1",
        [blob],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// The cards of groups whose members got a tag, and when they came.
pub(crate) fn with_tags(tx: &Tx<'_>) -> Result<Vec<(TagId, BlobId, Stamp)>> {
    tx.all(
        "SELECT tag_id, blob_id, imported_at FROM kept_cards WHERE tag_id IS NOT NULL ORDER BY id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The cards that go out with everybody, oldest first. A group whose tag nobody has any more is gone.
pub(crate) fn all_blobs(tx: &Tx<'_>) -> Result<Vec<BlobId>> {
    tx.all(
        "SELECT blob_id FROM kept_cards k WHERE tag_id IS NULL \
         OR EXISTS (SELECT 1 FROM person_tags t WHERE t.tag_id = k.tag_id) ORDER BY id",
        [],
        |row| row.get(0),
    )
}
