//! What of a rhythm the user set besides its cadence: columns of table `relationships`.

use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RhythmRecord {
    /// The rhythm is counted from that day if the last conversation is older.
    pub(crate) from: Option<Day>,
    /// So many days after the last conversation the next one is late; `None`: when it is due.
    pub(crate) latest_days: Option<u32>,
    /// When the user last refused another rhythm.
    pub(crate) kept_on: Option<Day>,
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<RhythmRecord> {
    let found = tx.first(
        "SELECT rhythm_from, latest_days, rhythm_kept_on FROM relationships WHERE person_id = ?1",
        [person],
        |row| {
            Ok(RhythmRecord {
                from: row.get(0)?,
                latest_days: row.get(1)?,
                kept_on: row.get(2)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

pub(crate) fn set_from(tx: &Tx<'_>, person: PersonId, from: Day) -> Result<()> {
    tx.execute(
        "UPDATE relationships SET rhythm_from = ?2 WHERE person_id = ?1",
        (person, from),
    )?;
    Ok(())
}

pub(crate) fn set_latest(tx: &Tx<'_>, person: PersonId, days: Option<u32>) -> Result<()> {
    tx.execute(
        "UPDATE relationships SET latest_days = ?2 WHERE person_id = ?1",
        (person, days),
    )?;
    Ok(())
}

pub(crate) fn set_kept(tx: &Tx<'_>, person: PersonId, on: Day) -> Result<()> {
    tx.execute(
        "UPDATE relationships SET rhythm_kept_on = ?2 WHERE person_id = ?1",
        (person, on),
    )?;
    Ok(())
}
