//! Table `quarters`.

use std::collections::BTreeMap;

use rusqlite::Row;

use super::Statement;
use crate::columns::Json;
use crate::days::Day;
use crate::error::Result;
use crate::store::Tx;

/// Steps by statement: 1–5, 0 for no occasion.
pub(super) type Answers = BTreeMap<Statement, u8>;

/// A row of `quarters`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuarterRecord {
    pub(super) first_on: Day,
    pub(super) answers: Answers,
    pub(super) line: String,
    pub(super) intention: String,
    pub(super) answered_on: Day,
}

const COLUMNS: &str = "first_on, answers, line, intention, answered_on";

fn read(row: &Row<'_>) -> rusqlite::Result<QuarterRecord> {
    Ok(QuarterRecord {
        first_on: row.get(0)?,
        answers: row.get::<_, Json<Answers>>(1)?.0,
        line: row.get(2)?,
        intention: row.get(3)?,
        answered_on: row.get(4)?,
    })
}

/// The quarter that begins on this day.
pub(super) fn get(tx: &Tx<'_>, first_on: Day) -> Result<Option<QuarterRecord>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM quarters WHERE first_on = ?1"),
        [first_on],
        read,
    )
}

/// The last `limit` quarters that were answered and began before a day, the last first.
pub(super) fn before(tx: &Tx<'_>, first_on: Day, limit: u32) -> Result<Vec<QuarterRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM quarters WHERE first_on < ?1 ORDER BY first_on DESC LIMIT ?2"
        ),
        (first_on, limit),
        read,
    )
}

/// Keeps a quarter, in place of what was kept of it.
pub(super) fn put(tx: &Tx<'_>, record: &QuarterRecord) -> Result<()> {
    let values = (
        record.first_on,
        Json(&record.answers),
        &record.line,
        &record.intention,
        record.answered_on,
    );
    let sql = "UPDATE quarters SET answers = ?2, line = ?3, intention = ?4, answered_on = ?5 WHERE first_on = ?1";
    if tx.execute(sql, values)? == 0 {
        tx.insert(
            "INSERT INTO quarters (first_on, answers, line, intention, answered_on) VALUES (?1, ?2, ?3, ?4, ?5)",
            values,
        )?;
    }
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, first_on: Day) -> Result<()> {
    tx.execute("DELETE FROM quarters WHERE first_on = ?1", [first_on])?;
    Ok(())
}

/// Whether a quarter was answered.
pub(super) fn has_any(tx: &Tx<'_>) -> Result<bool> {
    let one = tx.first("SELECT 1 FROM quarters LIMIT 1", [], |_| Ok(()))?;
    Ok(one.is_some())
}

/// The day of the first conversation.
pub(super) fn first_talk_on(tx: &Tx<'_>) -> Result<Option<Day>> {
    tx.first(
        "SELECT happened_on FROM interactions WHERE attempt = 0 ORDER BY happened_on LIMIT 1",
        [],
        |row| row.get(0),
    )
}
