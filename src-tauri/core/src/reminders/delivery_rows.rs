//! Table `delivery`: from when each item that rings stands on Today, when its reminder rings, and whether
//! it has.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::hours::Plan;
use crate::ids::PersonId;
use crate::store::Tx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeliveryRecord {
    /// The sort's word.
    pub(crate) sort: String,
    /// The item's id in its noun's table.
    pub(crate) item: i64,
    /// `None` where it is about nobody.
    pub(crate) person: Option<PersonId>,
    pub(crate) plan: String,
    pub(crate) stands: bool,
    /// Put off: hidden from Today until it rings.
    pub(crate) waits: bool,
    pub(crate) day: Day,
    pub(crate) rings: Option<Stamp>,
    pub(crate) claimed_for: Option<Stamp>,
    pub(crate) claimed_run: Option<i64>,
    /// Other dues that the same run claimed.
    pub(crate) claimed_before: Stamps,
    pub(crate) popped: Pops,
}

impl DeliveryRecord {
    /// Whether it was computed from this plan.
    pub(crate) fn is_for(&self, plan: &Plan) -> bool {
        self.plan == plan_text(plan)
    }

    /// Whether its ring was claimed, in whichever run.
    pub(crate) fn is_told(&self) -> bool {
        self.rings.is_some() && self.claimed_for == self.rings
    }
}

/// A plan as its column keeps it, to see that it is another one.
pub(crate) fn plan_text(plan: &Plan) -> String {
    format!("{plan:?}")
}

/// What of a sort (?1) stands on Today (?2 its day, ?3 now): what was put off is hidden until it rings.
/// Where it never will, for want of a working day, its day alone counts.
pub(crate) const ON_TODAY: &str = "d.sort = ?1 AND d.stands = 1 AND d.day <= ?2 \
     AND (d.waits = 0 OR d.rings IS NULL OR d.rings <= ?3)";

/// Instants as one column keeps them: their texts with spaces between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamps(pub(crate) Vec<Stamp>);

impl ToSql for Stamps {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let texts: Vec<String> = self.0.iter().map(Stamp::to_string).collect();
        Ok(texts.join(" ").into())
    }
}

impl FromSql for Stamps {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let stamps = value.as_str()?.split_whitespace().map(str::parse);
        let stamps = stamps.collect::<std::result::Result<_, _>>();
        stamps.map(Self).map_err(FromSqlError::other)
    }
}

/// On which days it popped up for which dues, as one column keeps them: "DUE/DAY" with spaces between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pops(pub(crate) Vec<(Stamp, Day)>);

impl ToSql for Pops {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let texts = self.0.iter().map(|(due, on)| format!("{due}/{on}"));
        Ok(texts.collect::<Vec<_>>().join(" ").into())
    }
}

impl FromSql for Pops {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let pop = |text: &str| {
            let (due, on) = text.split_once('/').ok_or(FromSqlError::InvalidType)?;
            let due = due.parse().map_err(FromSqlError::other)?;
            Ok((due, on.parse().map_err(FromSqlError::other)?))
        };
        value
            .as_str()?
            .split_whitespace()
            .map(pop)
            .collect::<FromSqlResult<_>>()
            .map(Self)
    }
}

const COLUMNS: &str = "sort, item, person_id, plan, stands, waits, day, rings, claimed_for, claimed_run, claimed_before, popped";

fn read(row: &Row<'_>) -> rusqlite::Result<DeliveryRecord> {
    Ok(DeliveryRecord {
        sort: row.get(0)?,
        item: row.get(1)?,
        person: row.get(2)?,
        plan: row.get(3)?,
        stands: row.get(4)?,
        waits: row.get(5)?,
        day: row.get(6)?,
        rings: row.get(7)?,
        claimed_for: row.get(8)?,
        claimed_run: row.get(9)?,
        claimed_before: row.get(10)?,
        popped: row.get(11)?,
    })
}

pub(crate) fn get(tx: &Tx<'_>, sort: &str, item: i64) -> Result<Option<DeliveryRecord>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM delivery WHERE sort = ?1 AND item = ?2"),
        (sort, item),
        read,
    )
}

pub(crate) fn put(tx: &Tx<'_>, row: &DeliveryRecord) -> Result<()> {
    tx.execute(
        &format!(
            "INSERT INTO delivery ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
             ON CONFLICT (sort, item) DO UPDATE SET person_id = excluded.person_id, plan = excluded.plan, \
               stands = excluded.stands, waits = excluded.waits, day = excluded.day, rings = excluded.rings, \
               claimed_for = excluded.claimed_for, claimed_run = excluded.claimed_run, \
               claimed_before = excluded.claimed_before, popped = excluded.popped"
        ),
        (
            &row.sort,
            row.item,
            row.person,
            &row.plan,
            row.stands,
            row.waits,
            row.day,
            row.rings,
            row.claimed_for,
            row.claimed_run,
            &row.claimed_before,
            &row.popped,
        ),
    )?;
    Ok(())
}

/// Sorts and items of a person, or of nobody, that stand.
pub(crate) fn standing_of(tx: &Tx<'_>, person: Option<PersonId>) -> Result<Vec<(String, i64)>> {
    tx.all(
        "SELECT sort, item FROM delivery WHERE person_id IS ?1 AND stands = 1",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Everybody with whom something stands.
pub(crate) fn people_standing(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    let sql = "SELECT DISTINCT person_id FROM delivery WHERE stands = 1 AND person_id IS NOT NULL";
    tx.all(sql, [], |row| row.get(0))
}

/// One that no longer stands keeps what was claimed, and when it popped up: an answer that is taken back does not ring again.
pub(crate) fn stand_down(tx: &Tx<'_>, sort: &str, item: i64) -> Result<()> {
    tx.execute(
        "UPDATE delivery SET stands = 0 WHERE sort = ?1 AND item = ?2",
        (sort, item),
    )?;
    Ok(())
}

/// A new run: every claim is forgotten but those of the sorts told `once`, and what neither stands nor popped up.
/// Returns whose were claimed; `None` stands for nobody's.
pub(crate) fn begin(tx: &Tx<'_>, once: &[&str]) -> Result<Vec<Option<PersonId>>> {
    let once = serde_json::to_string(once)?;
    let is_forgotten = "claimed_run IS NOT NULL AND sort NOT IN (SELECT value FROM json_each(?1))";
    tx.execute("DELETE FROM delivery WHERE stands = 0 AND popped = ''", [])?;
    let claimed = tx.all(
        &format!("SELECT DISTINCT person_id FROM delivery WHERE {is_forgotten}"),
        [&once],
        |row| row.get(0),
    )?;
    tx.execute(
        &format!(
            "UPDATE delivery SET claimed_for = NULL, claimed_run = NULL, claimed_before = '' WHERE {is_forgotten}"
        ),
        [&once],
    )?;
    Ok(claimed)
}

/// The people with a standing item of a sort whose day is before `today`.
pub(crate) fn people_before(tx: &Tx<'_>, sort: &str, today: Day) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT person_id FROM delivery \
         WHERE stands = 1 AND sort = ?1 AND day < ?2 AND person_id IS NOT NULL",
        (sort, today),
        |row| row.get(0),
    )
}

/// Those that popped up.
pub(crate) fn popped(tx: &Tx<'_>) -> Result<Vec<DeliveryRecord>> {
    tx.all(
        &format!("SELECT {COLUMNS} FROM delivery WHERE popped <> '' ORDER BY sort, item"),
        [],
        read,
    )
}

/// Standing ones whose ring has come and which have not been claimed for it, the earliest first.
pub(crate) fn rung(tx: &Tx<'_>, until: Stamp) -> Result<Vec<DeliveryRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM delivery WHERE stands = 1 AND claimed_for IS NOT rings AND rings <= ?1 \
             ORDER BY rings, sort, item"
        ),
        [until],
        read,
    )
}

/// Whether any ring has come that has not been claimed.
pub(crate) fn has_rung(tx: &Tx<'_>, until: Stamp) -> Result<bool> {
    let one = tx.first(
        "SELECT 1 FROM delivery WHERE stands = 1 AND claimed_for IS NOT rings AND rings <= ?1 LIMIT 1",
        [until],
        |_| Ok(()),
    )?;
    Ok(one.is_some())
}

pub(crate) fn set_shown(tx: &Tx<'_>, sort: &str, item: i64, at: Stamp) -> Result<()> {
    tx.execute(
        "UPDATE delivery SET shown_at = ?3 WHERE sort = ?1 AND item = ?2",
        (sort, item, at),
    )?;
    Ok(())
}

/// When the last reminder was shown, of those shown until then.
pub(crate) fn last_shown(tx: &Tx<'_>, until: Stamp) -> Result<Option<Stamp>> {
    tx.first(
        "SELECT shown_at FROM delivery WHERE shown_at <= ?1 ORDER BY shown_at DESC LIMIT 1",
        [until],
        |row| row.get(0),
    )
}

/// How many items of a sort stand on Today.
pub(crate) fn count_on_today(tx: &Tx<'_>, sort: &str, day: Day, now: Stamp) -> Result<u32> {
    let count = tx.first(
        &format!("SELECT count(*) FROM delivery d WHERE {ON_TODAY}"),
        (sort, day, now),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Which of a person's items of a sort stand on Today.
pub(crate) fn on_today_of(
    tx: &Tx<'_>,
    sort: &str,
    person: PersonId,
    day: Day,
    now: Stamp,
) -> Result<Vec<i64>> {
    tx.all(
        // Left to itself SQLite walks through everybody's.
        &format!(
            "SELECT d.item FROM delivery d INDEXED BY delivery_of_person \
             WHERE d.person_id = ?4 AND {ON_TODAY}"
        ),
        (sort, day, now, person),
        |row| row.get(0),
    )
}

/// How many items of a sort stand on each day of a range.
pub(crate) fn per_day(tx: &Tx<'_>, sort: &str, from: Day, to: Day) -> Result<Vec<(Day, u32)>> {
    tx.all(
        "SELECT day, count(*) FROM delivery WHERE stands = 1 AND sort = ?1 AND day BETWEEN ?2 AND ?3 \
         GROUP BY day ORDER BY day",
        (sort, from, to),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
