//! Tables `shares` and `share_people`: things kept to share, and with whom.

use rusqlite::Row;

use super::ShareId;
use crate::days::Day;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::store::Tx;

/// A row of `shares`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShareRecord {
    pub(crate) id: ShareId,
    pub(crate) title: String,
    pub(crate) link: String,
    pub(crate) note: String,
    pub(crate) kept_on: Day,
}

impl ShareRecord {
    /// What to call it: the title, or the link without its scheme.
    pub(crate) fn name(&self) -> String {
        if !self.title.is_empty() {
            return self.title.clone();
        }
        let bare = self.link.split_once("://").map_or("", |(_, rest)| rest);
        bare.trim_end_matches('/').to_owned()
    }
}

const COLUMNS: &str = "s.id, s.title, s.link, s.note, s.kept_on";

fn read(row: &Row<'_>) -> rusqlite::Result<ShareRecord> {
    Ok(ShareRecord {
        id: row.get(0)?,
        title: row.get(1)?,
        link: row.get(2)?,
        note: row.get(3)?,
        kept_on: row.get(4)?,
    })
}

/// Inserts a thing and for whom it is; the id of `record` is not used.
pub(super) fn insert(tx: &Tx<'_>, record: &ShareRecord, people: &[PersonId]) -> Result<ShareId> {
    let id = ShareId(tx.insert(
        "INSERT INTO shares (title, link, note, kept_on) VALUES (?1, ?2, ?3, ?4)",
        (&record.title, &record.link, &record.note, record.kept_on),
    )?);
    people.iter().try_for_each(|person| join(tx, id, *person))?;
    Ok(id)
}

fn join(tx: &Tx<'_>, id: ShareId, person: PersonId) -> Result<()> {
    tx.insert(
        "INSERT INTO share_people (share_id, person_id) VALUES (?1, ?2)",
        (id, person),
    )?;
    Ok(())
}

/// Replaces what is said of a thing.
pub(super) fn update(tx: &Tx<'_>, record: &ShareRecord) -> Result<()> {
    tx.execute(
        "UPDATE shares SET title = ?2, link = ?3, note = ?4 WHERE id = ?1",
        (record.id, &record.title, &record.link, &record.note),
    )?;
    Ok(())
}

/// Replaces for whom it is. Whoever stays keeps their row, and with it whether it was shared with them.
pub(super) fn set_people(tx: &Tx<'_>, id: ShareId, people: &[PersonId]) -> Result<()> {
    let before = people_of(tx, id)?;
    for person in before.iter().filter(|person| !people.contains(person)) {
        tx.execute(
            "DELETE FROM share_people WHERE share_id = ?1 AND person_id = ?2",
            (id, person),
        )?;
    }
    for person in people.iter().filter(|person| !before.contains(person)) {
        join(tx, id, *person)?;
    }
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: ShareId) -> Result<()> {
    tx.execute("DELETE FROM share_people WHERE share_id = ?1", [id])?;
    tx.execute("DELETE FROM shares WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: ShareId) -> Result<ShareRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM shares s WHERE s.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This thing to share"))
}

/// Says on which day a thing was shared with a person, or that it was not. Changes nothing where it is not for them.
pub(super) fn set_shared(
    tx: &Tx<'_>,
    id: ShareId,
    person: PersonId,
    on: Option<Day>,
) -> Result<()> {
    tx.execute(
        "UPDATE share_people SET shared_on = ?3 WHERE share_id = ?1 AND person_id = ?2",
        (id, person, on),
    )?;
    Ok(())
}

/// For whom it is, the trash included, in the order in which they were named.
pub(super) fn people_of(tx: &Tx<'_>, id: ShareId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM share_people WHERE share_id = ?1 ORDER BY id",
        [id],
        |row| row.get(0),
    )
}

/// With whom it was not shared yet.
pub(super) fn waiting_for(tx: &Tx<'_>, id: ShareId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM share_people WHERE share_id = ?1 AND shared_on IS NULL",
        [id],
        |row| row.get(0),
    )
}

/// Like `people_of`, with their names and without those in the trash.
pub(super) fn names_of(tx: &Tx<'_>, id: ShareId) -> Result<Vec<PersonName>> {
    tx.all(
        "SELECT p.id, p.display_name FROM share_people w JOIN people p ON p.id = w.person_id \
         WHERE w.share_id = ?1 AND p.trashed_at IS NULL ORDER BY w.id",
        [id],
        |row| {
            Ok(PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// All things for a person with the day on which each was shared with them: those not shared yet first, the last kept
/// first; then the others, the last shared first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<(ShareRecord, Option<Day>)>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS}, w.shared_on FROM share_people w JOIN shares s ON s.id = w.share_id \
             WHERE w.person_id = ?1 ORDER BY w.shared_on IS NOT NULL, w.shared_on DESC, s.kept_on DESC, s.id DESC"
        ),
        [person],
        |row| Ok((read(row)?, row.get(5)?)),
    )
}

/// The things that were not shared with a person yet, the last kept first.
pub(crate) fn open_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<ShareRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM share_people w JOIN shares s ON s.id = w.share_id \
             WHERE w.person_id = ?1 AND w.shared_on IS NULL ORDER BY s.kept_on DESC, s.id DESC"
        ),
        [person],
        read,
    )
}
