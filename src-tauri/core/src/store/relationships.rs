//! Table `relationships`: mine to one person.

use super::Tx;
use crate::error::Result;
use crate::ids::{KindId, PersonId};
use crate::relationships::{Category, Status, Workplace};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelationshipRecord {
    pub(crate) category: Category,
    pub(crate) kind: Option<KindId>,
    pub(crate) purpose: String,
    pub(crate) workplace: Option<Workplace>,
    pub(crate) kept_close_on: Option<String>,
    pub(crate) cadence_days: Option<u32>,
    pub(crate) importance: u8,
    pub(crate) status: Status,
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Option<RelationshipRecord>> {
    tx.first(
        "SELECT category, kind_id, purpose, workplace, kept_close_on, cadence_days, importance, status \
         FROM relationships WHERE person_id = ?1",
        [person],
        |row| {
            Ok(RelationshipRecord {
                category: row.get(0)?,
                kind: row.get(1)?,
                purpose: row.get(2)?,
                workplace: row.get(3)?,
                kept_close_on: row.get(4)?,
                cadence_days: row.get(5)?,
                importance: row.get(6)?,
                status: row.get(7)?,
            })
        },
    )
}

/// Makes or replaces the relationship; `None` ends that there is one.
pub(crate) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    record: Option<&RelationshipRecord>,
) -> Result<()> {
    let Some(record) = record else {
        tx.execute("DELETE FROM relationships WHERE person_id = ?1", [person])?;
        return Ok(());
    };
    tx.execute(
        "INSERT INTO relationships \
           (person_id, category, kind_id, purpose, workplace, kept_close_on, cadence_days, importance, status) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
         ON CONFLICT (person_id) DO UPDATE SET category = excluded.category, kind_id = excluded.kind_id, \
           purpose = excluded.purpose, workplace = excluded.workplace, kept_close_on = excluded.kept_close_on, \
           cadence_days = excluded.cadence_days, importance = excluded.importance, status = excluded.status",
        (
            person,
            record.category,
            record.kind,
            &record.purpose,
            record.workplace,
            &record.kept_close_on,
            record.cadence_days,
            record.importance,
            record.status,
        ),
    )?;
    Ok(())
}
