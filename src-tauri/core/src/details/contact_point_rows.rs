//! Table `contact_points`: a person's mails, phones, addresses, links and chats, in order.

use rusqlite::Row;

use crate::columns::JsonOf;
use crate::details::ContactKind;
use crate::details::ContactPointId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;
use crate::vcard::contents::Address;

/// A contact point before it has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewContactPoint<'a> {
    pub(crate) kind: ContactKind,
    pub(crate) value: &'a str,
    pub(crate) normal: &'a str,
    pub(crate) parts: Option<&'a str>,
    pub(crate) label: &'a str,
    pub(crate) preferred: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ContactPointRecord {
    pub(crate) id: ContactPointId,
    pub(crate) person: PersonId,
    pub(crate) kind: ContactKind,
    pub(crate) value: String,
    pub(crate) normal: String,
    /// JSON of `vcard::contents::Address`.
    pub(crate) parts: Option<String>,
    pub(crate) label: String,
    pub(crate) preferred: bool,
}

/// Appends to the person's contact points.
pub(crate) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    point: &NewContactPoint<'_>,
    position: usize,
) -> Result<ContactPointId> {
    tx.insert(
        "INSERT INTO contact_points (person_id, kind, value, normal, parts, label, preferred, position) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            person,
            point.kind,
            point.value,
            point.normal,
            point.parts,
            point.label,
            point.preferred,
            position,
        ),
    )
    .map(ContactPointId)
}

pub(crate) fn update(tx: &Tx<'_>, id: ContactPointId, point: &NewContactPoint<'_>) -> Result<()> {
    tx.execute(
        "UPDATE contact_points SET kind = ?2, value = ?3, normal = ?4, parts = ?5, label = ?6, preferred = ?7 WHERE id = ?1",
        (
            id,
            point.kind,
            point.value,
            point.normal,
            point.parts,
            point.label,
            point.preferred,
        ),
    )?;
    Ok(())
}

/// Puts the person's contact points in this order.
pub(crate) fn order(tx: &Tx<'_>, ids: &[ContactPointId]) -> Result<()> {
    for (position, id) in ids.iter().enumerate() {
        tx.execute(
            "UPDATE contact_points SET position = ?2 WHERE id = ?1 AND position <> ?2",
            (id, position),
        )?;
    }
    Ok(())
}

/// At most one contact point of a kind is preferred.
pub(crate) fn prefer_only(
    tx: &Tx<'_>,
    person: PersonId,
    kind: ContactKind,
    id: ContactPointId,
) -> Result<()> {
    tx.execute(
        "UPDATE contact_points SET preferred = 0 WHERE person_id = ?1 AND kind = ?2 AND id <> ?3 AND preferred = 1",
        (person, kind, id),
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<ContactPointRecord> {
    Ok(ContactPointRecord {
        id: row.get(0)?,
        person: row.get(1)?,
        kind: row.get(2)?,
        value: row.get(3)?,
        normal: row.get(4)?,
        parts: row
            .get::<_, Option<JsonOf<Address>>>(5)?
            .map(|parts| parts.text),
        label: row.get(6)?,
        preferred: row.get(7)?,
    })
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<ContactPointRecord>> {
    tx.all(
        "SELECT id, person_id, kind, value, normal, parts, label, preferred FROM contact_points \
         WHERE person_id = ?1 ORDER BY position, id",
        [person],
        read,
    )
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: ContactPointId) -> Result<ContactPointRecord> {
    tx.first(
        "SELECT id, person_id, kind, value, normal, parts, label, preferred FROM contact_points WHERE id = ?1",
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This"))
}

pub(crate) fn delete(tx: &Tx<'_>, id: ContactPointId) -> Result<()> {
    tx.execute("DELETE FROM contact_points WHERE id = ?1", [id])?;
    Ok(())
}

/// Phones as they were written, with whose they are, to compute `normal` anew when the country changes.
pub(crate) fn all_phones(tx: &Tx<'_>) -> Result<Vec<(ContactPointId, PersonId, String)>> {
    tx.all(
        "SELECT id, person_id, value FROM contact_points WHERE kind = 'phone' ORDER BY person_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Whether it was another one before.
pub(crate) fn set_normal(tx: &Tx<'_>, id: ContactPointId, normal: &str) -> Result<bool> {
    let changed = tx.execute(
        "UPDATE contact_points SET normal = ?2 WHERE id = ?1 AND normal <> ?2",
        (id, normal),
    )?;
    Ok(changed > 0)
}

/// People outside the trash with this mail or phone.
pub(crate) fn people_of_normal(
    tx: &Tx<'_>,
    kind: ContactKind,
    normal: &str,
) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT c.person_id FROM contact_points c JOIN people p ON p.id = c.person_id \
         WHERE c.normal = ?1 AND c.normal <> '' AND c.kind = ?2 AND p.trashed_at IS NULL LIMIT 20",
        (normal, kind),
        |row| row.get(0),
    )
}
