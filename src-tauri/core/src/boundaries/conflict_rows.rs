//! Table `conflicts`.

use rusqlite::Row;

use super::{ConflictId, ConflictLevel, Handling};
use crate::days::Day;
use crate::details::OrganisationId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

/// A conflict of interest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConflictRecord {
    pub(crate) id: ConflictId,
    pub(crate) person: PersonId,
    pub(crate) other: Option<PersonId>,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) level: ConflictLevel,
    pub(crate) why: String,
    pub(crate) handling: Handling,
    pub(crate) how: String,
    pub(crate) declared_on: Day,
    pub(crate) reviewed_on: Day,
    pub(crate) until: Option<Day>,
}

impl ConflictRecord {
    /// Whether it holds on a day.
    pub(crate) fn holds_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| until >= day)
    }
}

const COLUMNS: &str = "id, person_id, other_id, organisation_id, level, why, handling, how, declared_on, reviewed_on, \
                       until_on";

fn read(row: &Row<'_>) -> rusqlite::Result<ConflictRecord> {
    Ok(ConflictRecord {
        id: row.get(0)?,
        person: row.get(1)?,
        other: row.get(2)?,
        organisation: row.get(3)?,
        level: row.get(4)?,
        why: row.get(5)?,
        handling: row.get(6)?,
        how: row.get(7)?,
        declared_on: row.get(8)?,
        reviewed_on: row.get(9)?,
        until: row.get(10)?,
    })
}

/// All conflicts that a person has, as either of the two, the newest first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<ConflictRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM conflicts WHERE person_id = ?1 \
             UNION SELECT {COLUMNS} FROM conflicts WHERE other_id = ?1 ORDER BY 1 DESC"
        ),
        [person],
        read,
    )
}

/// All conflicts that hold on a day.
pub(crate) fn holding(tx: &Tx<'_>, day: Day) -> Result<Vec<ConflictRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM conflicts WHERE until_on IS NULL OR until_on >= ?1 ORDER BY id"
        ),
        [day],
        read,
    )
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: ConflictId) -> Result<ConflictRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM conflicts WHERE id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This conflict"))
}

/// Inserts a conflict; its own id is ignored.
pub(crate) fn insert(tx: &Tx<'_>, new: &ConflictRecord) -> Result<ConflictId> {
    tx.insert(
        "INSERT INTO conflicts (person_id, other_id, organisation_id, level, why, handling, how, declared_on, \
         reviewed_on, until_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (
            new.person,
            new.other,
            new.organisation,
            new.level,
            &new.why,
            new.handling,
            &new.how,
            new.declared_on,
            new.reviewed_on,
            new.until,
        ),
    )
    .map(ConflictId)
}

/// Replaces all but whose it is and when it was declared.
pub(crate) fn update(tx: &Tx<'_>, record: &ConflictRecord) -> Result<()> {
    tx.execute(
        "UPDATE conflicts SET other_id = ?2, organisation_id = ?3, level = ?4, why = ?5, handling = ?6, how = ?7, \
         reviewed_on = ?8, until_on = ?9 WHERE id = ?1",
        (
            record.id,
            record.other,
            record.organisation,
            record.level,
            &record.why,
            record.handling,
            &record.how,
            record.reviewed_on,
            record.until,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: ConflictId) -> Result<()> {
    tx.execute("DELETE FROM conflicts WHERE id = ?1", [id])?;
    Ok(())
}

/// Whether a person works for an organisation now.
pub(crate) fn works_at(tx: &Tx<'_>, person: PersonId, at: OrganisationId) -> Result<bool> {
    let works = tx.first(
        "SELECT 1 FROM affiliations WHERE person_id = ?1 AND organisation_id = ?2 AND until IS NULL",
        (person, at),
        |_| Ok(()),
    )?;
    Ok(works.is_some())
}
