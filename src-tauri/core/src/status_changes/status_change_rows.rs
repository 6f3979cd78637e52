//! Table `status_changes`.

use rusqlite::Row;

use super::StatusChangeId;
use crate::columns::Zone;
use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::ids::PersonId;
use crate::relationships::Status;
use crate::store::Tx;

/// A change of a person's status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatusChangeRecord {
    pub(crate) id: StatusChangeId,
    pub(crate) status: Status,
    pub(crate) reason: String,
    pub(crate) since_on: Day,
    /// The day on which a pause ends.
    pub(crate) until_on: Option<Day>,
    /// The moment at which cooling off ends.
    pub(crate) until_at: Option<Stamp>,
    pub(crate) changed_at: Stamp,
}

/// The fields of a change to insert.
pub(crate) struct NewStatusChange<'a> {
    pub(crate) status: Status,
    pub(crate) reason: &'a str,
    pub(crate) since_on: Day,
    pub(crate) until_on: Option<Day>,
    pub(crate) until_at: Option<(Stamp, chrono_tz::Tz)>,
    pub(crate) changed_at: Stamp,
}

pub(crate) fn insert(tx: &Tx<'_>, person: PersonId, new: &NewStatusChange<'_>) -> Result<()> {
    tx.insert(
        "INSERT INTO status_changes \
           (person_id, status, reason, since_on, until_on, until_at, until_zone, changed_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            person,
            new.status,
            new.reason,
            new.since_on,
            new.until_on,
            new.until_at.map(|(at, _)| at),
            new.until_at.map(|(_, zone)| Zone(zone)),
            new.changed_at,
        ),
    )?;
    Ok(())
}

const COLUMNS: &str = "id, status, reason, since_on, until_on, until_at, changed_at";

fn read(row: &Row<'_>) -> rusqlite::Result<StatusChangeRecord> {
    Ok(StatusChangeRecord {
        id: row.get(0)?,
        status: row.get(1)?,
        reason: row.get(2)?,
        since_on: row.get(3)?,
        until_on: row.get(4)?,
        until_at: row.get(5)?,
        changed_at: row.get(6)?,
    })
}

/// All changes of a person's status, the first first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<StatusChangeRecord>> {
    tx.all(
        &format!("SELECT {COLUMNS} FROM status_changes WHERE person_id = ?1 ORDER BY id"),
        [person],
        read,
    )
}

/// With whom the user took a break to cool off, and from which day on, within these days, the first first; without
/// people in the trash.
pub(crate) fn cooled_off_within(tx: &Tx<'_>, first: Day, last: Day) -> Result<Vec<(String, Day)>> {
    tx.all(
        "SELECT p.display_name, s.since_on FROM status_changes s JOIN people p ON p.id = s.person_id \
         WHERE s.status = 'cooling_off' AND s.since_on BETWEEN ?1 AND ?2 AND p.trashed_at IS NULL \
         ORDER BY s.since_on, s.id",
        (first, last),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The last change of a person's status to this one.
pub(crate) fn last_of(
    tx: &Tx<'_>,
    person: PersonId,
    status: Status,
) -> Result<Option<StatusChangeRecord>> {
    tx.first(
        &format!(
            "SELECT {COLUMNS} FROM status_changes WHERE person_id = ?1 AND status = ?2 ORDER BY id DESC LIMIT 1"
        ),
        (person, status),
        read,
    )
}
