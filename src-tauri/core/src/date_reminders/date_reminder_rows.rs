//! Whose dates may have a reminder, and one date by its id.

use crate::days::PartialDate;
use crate::details::{DateId, DateKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

/// The people kept close who have dates, and those whose dates have a notice of their own.
pub(super) fn people_with_dates(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT d.person_id FROM dates d JOIN relationships r ON r.person_id = d.person_id \
         WHERE r.kept_close_on IS NOT NULL \
         UNION SELECT person_id FROM date_notices",
        [],
        |row| row.get(0),
    )
}

/// What a date is.
pub(super) struct DateOf {
    pub(super) kind: DateKind,
    pub(super) label: String,
    pub(super) date: PartialDate,
}

/// # Errors
/// `NotFound`.
pub(super) fn get(tx: &Tx<'_>, id: DateId) -> Result<DateOf> {
    tx.first(
        "SELECT kind, label, year, month, day FROM dates WHERE id = ?1",
        [id],
        |row| {
            Ok(DateOf {
                kind: row.get(0)?,
                label: row.get(1)?,
                date: PartialDate {
                    year: row.get(2)?,
                    month: row.get(3)?,
                    day: row.get(4)?,
                },
            })
        },
    )?
    .ok_or_else(|| Error::not_found("This date"))
}
