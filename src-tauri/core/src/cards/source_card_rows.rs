//! Table `source_cards`: the cards that people were imported from.

use rusqlite::Row;

use crate::cards::{CardPerson, Current, Reading, SourceCardId, Taken};
use crate::days::Stamp;
use crate::error::{Error, Result};
use crate::ids::{BlobId, PersonId};
use crate::store::{Tx, blobs};
use crate::vcard;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceCardRecord {
    pub(crate) id: SourceCardId,
    pub(crate) person: PersonId,
    pub(crate) blob: BlobId,
    pub(crate) file_name: String,
    pub(crate) number: u32,
    pub(crate) line: u32,
    pub(crate) imported_at: Stamp,
    pub(crate) uid: Option<String>,
    pub(crate) is_primary: bool,
    /// What was taken from the card, as the text of a `Reading`.
    pub(crate) reading: String,
}

impl SourceCardRecord {
    /// What was taken from the card.
    ///
    /// # Errors
    /// `RowUnreadable` where `reading` does not say it.
    pub(crate) fn reading(&self) -> Result<Reading> {
        Reading::parse(&self.reading).map_err(|_| {
            let which = format!("source_cards, id {} (reading)", self.id);
            Error::row_unreadable(Some(&which))
        })
    }

    /// What was taken from the card, with its values; `now` is the person whose card it is.
    ///
    /// # Errors
    /// `RowUnreadable` where `reading` does not say it; those of storage.
    pub(crate) fn taken(&self, tx: &Tx<'_>, now: Current<'_>) -> Result<Vec<Taken>> {
        let bytes = blobs::bytes(tx, self.blob)?;
        let card = vcard::one(&bytes).map(|card| CardPerson::of(&card, ""));
        Ok(self.reading()?.taken(&card.unwrap_or_default(), now))
    }
}

/// Inserts a card. Its `id` is ignored.
pub(crate) fn insert(tx: &Tx<'_>, card: &SourceCardRecord) -> Result<SourceCardId> {
    tx.insert(
        "INSERT INTO source_cards (person_id, blob_id, file_name, number, line, imported_at, uid, is_primary, reading) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (
            card.person,
            card.blob,
            &card.file_name,
            card.number,
            card.line,
            card.imported_at,
            &card.uid,
            card.is_primary,
            &card.reading,
        ),
    )
    .map(SourceCardId)
}

/// Deletes a card that a newer one replaces.
pub(crate) fn delete(tx: &Tx<'_>, id: SourceCardId) -> Result<()> {
    tx.execute("DELETE FROM source_cards WHERE id = ?1", [id])?;
    Ok(())
}

const COLUMNS: &str = "SELECT id, person_id, blob_id, file_name, number, line, imported_at, uid, is_primary, reading FROM source_cards";

fn read(row: &Row<'_>) -> rusqlite::Result<SourceCardRecord> {
    Ok(SourceCardRecord {
        id: row.get(0)?,
        person: row.get(1)?,
        blob: row.get(2)?,
        file_name: row.get(3)?,
        number: row.get(4)?,
        line: row.get(5)?,
        imported_at: row.get(6)?,
        uid: row.get(7)?,
        is_primary: row.get(8)?,
        reading: row.get(9)?,
    })
}

/// The cards of a person: the primary card first, then the newest.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<SourceCardRecord>> {
    tx.all(
        &format!("{COLUMNS} WHERE person_id = ?1 ORDER BY is_primary DESC, id DESC"),
        [person],
        read,
    )
}

/// The card with this id.
///
/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: SourceCardId) -> Result<SourceCardRecord> {
    tx.first(&format!("{COLUMNS} WHERE id = ?1"), [id], read)?
        .ok_or_else(|| Error::not_found("This card"))
}

/// The people outside the trash who have a card with this UID, at most 20.
pub(crate) fn people_of_uid(tx: &Tx<'_>, uid: &str) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT s.person_id FROM source_cards s JOIN people p ON p.id = s.person_id \
         WHERE s.uid = ?1 AND p.trashed_at IS NULL LIMIT 20",
        [uid],
        |row| row.get(0),
    )
}

/// The people outside the trash who have a card with exactly these bytes.
pub(crate) fn people_of_blob(tx: &Tx<'_>, blob: BlobId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT s.person_id FROM source_cards s JOIN people p ON p.id = s.person_id \
         WHERE s.blob_id = ?1 AND p.trashed_at IS NULL",
        [blob],
        |row| row.get(0),
    )
}
