//! Table `dates`: birthdays, anniversaries and others, with or without a year.

use crate::days::PartialDate;
use crate::details::DateId;
use crate::details::DateKind;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateRecord {
    pub(crate) id: DateId,
    pub(crate) kind: DateKind,
    pub(crate) label: String,
    pub(crate) date: PartialDate,
    pub(crate) text: String,
}

/// A date before it has an id; `text` is what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewDate<'a> {
    pub(crate) kind: DateKind,
    pub(crate) label: &'a str,
    pub(crate) date: PartialDate,
    pub(crate) text: &'a str,
}

pub(crate) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    date: &NewDate<'_>,
    position: usize,
) -> Result<DateId> {
    tx.insert(
        "INSERT INTO dates (person_id, kind, label, year, month, day, text, position) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            person,
            date.kind,
            date.label,
            date.date.year,
            date.date.month,
            date.date.day,
            date.text,
            position,
        ),
    )
    .map(DateId)
}

pub(crate) fn update(tx: &Tx<'_>, id: DateId, date: &NewDate<'_>) -> Result<()> {
    tx.execute(
        "UPDATE dates SET kind = ?2, label = ?3, year = ?4, month = ?5, day = ?6, text = ?7 WHERE id = ?1",
        (
            id,
            date.kind,
            date.label,
            date.date.year,
            date.date.month,
            date.date.day,
            date.text,
        ),
    )?;
    Ok(())
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<DateRecord>> {
    tx.all(
        "SELECT id, kind, label, year, month, day, text FROM dates WHERE person_id = ?1 ORDER BY position, id",
        [person],
        |row| {
            Ok(DateRecord {
                id: row.get(0)?,
                kind: row.get(1)?,
                label: row.get(2)?,
                date: PartialDate {
                    year: row.get(3)?,
                    month: row.get(4)?,
                    day: row.get(5)?,
                },
                text: row.get(6)?,
            })
        },
    )
}

/// Whose date this is.
///
/// # Errors
/// `NotFound`.
pub(crate) fn owner(tx: &Tx<'_>, id: DateId) -> Result<PersonId> {
    tx.first("SELECT person_id FROM dates WHERE id = ?1", [id], |row| {
        row.get(0)
    })?
    .ok_or_else(|| Error::not_found("This"))
}

pub(crate) fn delete(tx: &Tx<'_>, id: DateId) -> Result<()> {
    tx.execute("DELETE FROM dates WHERE id = ?1", [id])?;
    Ok(())
}
