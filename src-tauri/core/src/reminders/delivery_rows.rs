//! Table `delivery`: from when each open check-in stands on Today, when its reminder rings, and whether it has.

use rusqlite::Row;

use crate::check_ins::CheckInId;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeliveryRecord {
    pub(crate) check_in: CheckInId,
    pub(crate) person: PersonId,
    pub(crate) plan: String,
    pub(crate) stands: bool,
    pub(crate) day: String,
    pub(crate) rings: Option<String>,
    pub(crate) claimed_for: Option<String>,
    pub(crate) claimed_run: Option<i64>,
    /// Other dues that the same run claimed, as stamps with spaces between.
    pub(crate) claimed_before: String,
}

/// What stands on Today (?1 its day, ?2 now): a snooze hides until it rings. Where it never will, for want
/// of a working day, its day alone counts.
pub(crate) const ON_TODAY: &str = "d.stands = 1 AND d.day <= ?1 AND (d.rings IS NULL OR d.rings <= ?2 OR NOT EXISTS \
       (SELECT 1 FROM check_ins c WHERE c.id = d.check_in_id AND c.snoozed_on IS NOT NULL))";

const COLUMNS: &str =
    "check_in_id, person_id, plan, stands, day, rings, claimed_for, claimed_run, claimed_before";

fn read(row: &Row<'_>) -> rusqlite::Result<DeliveryRecord> {
    Ok(DeliveryRecord {
        check_in: row.get(0)?,
        person: row.get(1)?,
        plan: row.get(2)?,
        stands: row.get(3)?,
        day: row.get(4)?,
        rings: row.get(5)?,
        claimed_for: row.get(6)?,
        claimed_run: row.get(7)?,
        claimed_before: row.get(8)?,
    })
}

pub(crate) fn get(tx: &Tx<'_>, id: CheckInId) -> Result<Option<DeliveryRecord>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM delivery WHERE check_in_id = ?1"),
        [id],
        read,
    )
}

pub(crate) fn put(tx: &Tx<'_>, row: &DeliveryRecord) -> Result<()> {
    tx.execute(
        "INSERT INTO delivery (check_in_id, person_id, plan, stands, day, rings, claimed_for, claimed_run, claimed_before) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
         ON CONFLICT (check_in_id) DO UPDATE SET person_id = excluded.person_id, plan = excluded.plan, \
           stands = excluded.stands, day = excluded.day, rings = excluded.rings, \
           claimed_for = excluded.claimed_for, claimed_run = excluded.claimed_run, \
           claimed_before = excluded.claimed_before",
        (
            row.check_in,
            row.person,
            &row.plan,
            row.stands,
            &row.day,
            &row.rings,
            &row.claimed_for,
            row.claimed_run,
            &row.claimed_before,
        ),
    )?;
    Ok(())
}

/// Those that no longer stand keep what was claimed: an answer that is taken back does not ring again.
pub(crate) fn stand_down(tx: &Tx<'_>, person: PersonId, standing: &[CheckInId]) -> Result<()> {
    let standing: Vec<i64> = standing.iter().map(|id| id.0).collect();
    tx.execute(
        "UPDATE delivery SET stands = 0 WHERE stands = 1 AND check_in_id IN \
           (SELECT id FROM check_ins WHERE person_id = ?1) \
           AND check_in_id NOT IN (SELECT value FROM json_each(?2))",
        (person, serde_json::to_string(&standing)?),
    )?;
    Ok(())
}

/// A new run: what no longer stands is forgotten, and every claim with it. Returns whose were claimed.
pub(crate) fn begin(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.execute("DELETE FROM delivery WHERE stands = 0", [])?;
    let claimed = tx.all(
        "SELECT DISTINCT person_id FROM delivery WHERE claimed_run IS NOT NULL",
        [],
        |row| row.get(0),
    )?;
    tx.execute(
        "UPDATE delivery SET claimed_for = NULL, claimed_run = NULL, claimed_before = '' \
         WHERE claimed_run IS NOT NULL",
        [],
    )?;
    Ok(claimed)
}

/// Standing ones whose ring has come and which have not been claimed for it.
pub(crate) fn rung(tx: &Tx<'_>, until: &str) -> Result<Vec<DeliveryRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM delivery WHERE stands = 1 AND claimed_for IS NOT rings AND rings <= ?1 \
             ORDER BY rings, check_in_id"
        ),
        [until],
        read,
    )
}

/// Whether any ring has come that has not been claimed.
pub(crate) fn has_rung(tx: &Tx<'_>, until: &str) -> Result<bool> {
    let one = tx.first(
        "SELECT 1 FROM delivery WHERE stands = 1 AND claimed_for IS NOT rings AND rings <= ?1 LIMIT 1",
        [until],
        |_| Ok(()),
    )?;
    Ok(one.is_some())
}

pub(crate) fn set_shown(tx: &Tx<'_>, id: CheckInId, at: &str) -> Result<()> {
    tx.execute(
        "UPDATE delivery SET shown_at = ?2 WHERE check_in_id = ?1",
        (id, at),
    )?;
    Ok(())
}

/// When the last reminder was shown, as a stamp.
pub(crate) fn last_shown(tx: &Tx<'_>) -> Result<Option<String>> {
    let last = tx.first("SELECT max(shown_at) FROM delivery", [], |row| row.get(0))?;
    Ok(last.flatten())
}

/// Standing check-ins of days up to `day`, snoozes that have not ended left out: how many.
pub(crate) fn count_on_today(tx: &Tx<'_>, day: &str, now: &str) -> Result<u32> {
    let count = tx.first(
        &format!("SELECT count(*) FROM delivery d WHERE {ON_TODAY}"),
        (day, now),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Which of a person's check-ins stand on Today.
pub(crate) fn on_today_of(
    tx: &Tx<'_>,
    person: PersonId,
    day: &str,
    now: &str,
) -> Result<Vec<CheckInId>> {
    tx.all(
        &format!(
            "SELECT c.id FROM check_ins c JOIN delivery d ON d.check_in_id = c.id \
             WHERE c.person_id = ?3 AND {ON_TODAY}"
        ),
        (day, now, person),
        |row| row.get(0),
    )
}

/// How many check-ins stand on each day of a range.
pub(crate) fn per_day(tx: &Tx<'_>, from: &str, to: &str) -> Result<Vec<(String, u32)>> {
    tx.all(
        "SELECT day, count(*) FROM delivery WHERE stands = 1 AND day BETWEEN ?1 AND ?2 GROUP BY day ORDER BY day",
        (from, to),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Names of up to `limit` people whose check-in stands on a day.
pub(crate) fn names_on(tx: &Tx<'_>, day: &str, limit: u32) -> Result<Vec<String>> {
    tx.all(
        "SELECT p.display_name FROM delivery d JOIN people p ON p.id = d.person_id \
         WHERE d.stands = 1 AND d.day = ?1 ORDER BY p.sort_key, p.id LIMIT ?2",
        (day, limit),
        |row| row.get(0),
    )
}
