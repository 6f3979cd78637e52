//! Table `date_notices`: the notice of a person's dates, where it is not the usual one.

use super::DateNotice;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Option<DateNotice>> {
    let sql = "SELECT notice FROM date_notices WHERE person_id = ?1";
    tx.first(sql, [person], |row| row.get(0))
}

/// `None` goes back to the usual notice.
pub(crate) fn put(tx: &Tx<'_>, person: PersonId, notice: Option<DateNotice>) -> Result<()> {
    match notice {
        Some(notice) => tx.execute(
            "INSERT INTO date_notices (person_id, notice) VALUES (?1, ?2) \
             ON CONFLICT (person_id) DO UPDATE SET notice = excluded.notice",
            (person, notice),
        )?,
        None => tx.execute("DELETE FROM date_notices WHERE person_id = ?1", [person])?,
    };
    Ok(())
}
