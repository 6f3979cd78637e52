//! Tables `exchanges` and `exchange_settlements`: what was given and received, and when it was called settled.

use rusqlite::Row;

use super::balance::Counted;
use super::{Direction, ExchangeId, ExchangeSort};
use crate::commitments::CommitmentId;
use crate::days::{Day, Roughly};
use crate::error::{Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::interactions::InteractionId;
use crate::store::Tx;

/// A row of `exchanges`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExchangeRecord {
    pub(crate) id: ExchangeId,
    pub(crate) person: PersonId,
    pub(crate) direction: Direction,
    pub(crate) what: String,
    pub(crate) sort: ExchangeSort,
    /// 1–3.
    pub(crate) size: u8,
    /// Of a span, the day that counts.
    pub(crate) on: Day,
    pub(crate) roughly: Option<Roughly>,
    pub(crate) talk: Option<InteractionId>,
    /// The promise that was kept by it.
    pub(crate) promise: Option<CommitmentId>,
    /// Of a thing lent, when it is to come back.
    pub(crate) back_by: Option<Day>,
    pub(crate) back_on: Option<Day>,
}

/// A row of `exchange_settlements`: what came before no longer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settlement {
    pub(crate) id: i64,
    pub(crate) on: Day,
    /// The newest exchange at that time, 0 if there was none.
    pub(crate) up_to: i64,
}

impl Settlement {
    /// Whether an exchange counts after it.
    pub(crate) fn lets_count(&self, on: Day, id: ExchangeId) -> bool {
        (on, id.0) > (self.on, self.up_to)
    }
}

const COLUMNS: &str = "id, person_id, direction, what, sort, size, happened_on, happened_roughly, \
                       interaction_id, commitment_id, back_by, back_on";

fn read(row: &Row<'_>) -> rusqlite::Result<ExchangeRecord> {
    Ok(ExchangeRecord {
        id: row.get(0)?,
        person: row.get(1)?,
        direction: row.get(2)?,
        what: row.get(3)?,
        sort: row.get(4)?,
        size: row.get(5)?,
        on: row.get(6)?,
        roughly: row.get(7)?,
        talk: row.get(8)?,
        promise: row.get(9)?,
        back_by: row.get(10)?,
        back_on: row.get(11)?,
    })
}

/// Inserts an exchange; the id of `record` is not used.
pub(crate) fn insert(tx: &Tx<'_>, record: &ExchangeRecord) -> Result<ExchangeId> {
    tx.insert(
        "INSERT INTO exchanges (person_id, direction, what, sort, size, happened_on, happened_roughly, \
           interaction_id, commitment_id, back_by, back_on) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (
            record.person,
            record.direction,
            &record.what,
            record.sort,
            record.size,
            record.on,
            record.roughly,
            record.talk,
            record.promise,
            record.back_by,
            record.back_on,
        ),
    )
    .map(ExchangeId)
}

/// Replaces the row of an exchange. Person, talk and promise stay.
pub(crate) fn update(tx: &Tx<'_>, record: &ExchangeRecord) -> Result<()> {
    tx.execute(
        "UPDATE exchanges SET direction = ?2, what = ?3, sort = ?4, size = ?5, happened_on = ?6, \
           happened_roughly = ?7, back_by = ?8, back_on = ?9 WHERE id = ?1",
        (
            record.id,
            record.direction,
            &record.what,
            record.sort,
            record.size,
            record.on,
            record.roughly,
            record.back_by,
            record.back_on,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: ExchangeId) -> Result<()> {
    tx.execute("DELETE FROM exchanges WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: ExchangeId) -> Result<ExchangeRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM exchanges WHERE id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This entry"))
}

/// The exchanges that came from a conversation on its day are on another day, as it is.
pub(crate) fn move_with_talk(
    tx: &Tx<'_>,
    talk: InteractionId,
    before: Day,
    on: Day,
    roughly: Option<Roughly>,
) -> Result<()> {
    tx.execute(
        "UPDATE exchanges SET happened_on = ?3, happened_roughly = ?4 \
         WHERE interaction_id = ?1 AND happened_on = ?2",
        (talk, before, on, roughly),
    )?;
    Ok(())
}

/// The exchanges that came from a conversation no longer name it, before it is deleted.
pub(crate) fn forget_talk(tx: &Tx<'_>, talk: InteractionId) -> Result<()> {
    tx.execute(
        "UPDATE exchanges SET interaction_id = NULL WHERE interaction_id = ?1",
        [talk],
    )?;
    Ok(())
}

/// The newest `limit` exchanges with a person, the last first.
pub(crate) fn newest_of(tx: &Tx<'_>, person: PersonId, limit: u32) -> Result<Vec<ExchangeRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM exchanges WHERE person_id = ?1 ORDER BY happened_on DESC, id DESC LIMIT ?2"
        ),
        (person, limit),
        read,
    )
}

/// How many exchanges with a person there are.
pub(crate) fn count_of(tx: &Tx<'_>, person: PersonId) -> Result<u32> {
    let count = tx.first(
        "SELECT count(*) FROM exchanges WHERE person_id = ?1",
        [person],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// What counts with a person after a settlement, summed up by day. In the order of the index, so that 100,000 of them
/// need no sorting.
pub(crate) fn counted_of(
    tx: &Tx<'_>,
    person: PersonId,
    settled: Option<Settlement>,
) -> Result<Vec<Counted>> {
    let (on, up_to) = settled.map_or((None, 0), |settled| (Some(settled.on), settled.up_to));
    tx.all(
        "SELECT happened_on, sum(iif(direction = 'given', size, 0)), sum(size), count(*) FROM exchanges \
         WHERE person_id = ?1 AND (happened_on, id) > (coalesce(?2, ''), ?3) GROUP BY happened_on",
        (person, on, up_to),
        |row| {
            let (given, both): (u32, u32) = (row.get(1)?, row.get(2)?);
            Ok(Counted {
                on: row.get(0)?,
                given,
                received: both.saturating_sub(given),
                times: row.get(3)?,
            })
        },
    )
}

/// The promises with a person that were counted as given, the last first, at most 1,000.
pub(crate) fn promises_counted(tx: &Tx<'_>, person: PersonId) -> Result<Vec<CommitmentId>> {
    tx.all(
        "SELECT e.commitment_id FROM commitment_people w JOIN exchanges e ON e.commitment_id = w.commitment_id \
         WHERE w.person_id = ?1 GROUP BY e.commitment_id ORDER BY e.commitment_id DESC LIMIT 1000",
        [person],
        |row| row.get(0),
    )
}

/// Whether a promise was counted as given.
pub(crate) fn is_counted(tx: &Tx<'_>, promise: CommitmentId) -> Result<bool> {
    let one = tx.first(
        "SELECT 1 FROM exchanges WHERE commitment_id = ?1 LIMIT 1",
        [promise],
        |_| Ok(()),
    )?;
    Ok(one.is_some())
}

/// Things lent to a person, and borrowed from them, that were to be back before `day` and are not.
pub(crate) fn not_back(tx: &Tx<'_>, person: PersonId, day: Day) -> Result<Vec<ExchangeRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM exchanges WHERE person_id = ?1 AND back_by IS NOT NULL AND back_on IS NULL \
             AND back_by < ?2 ORDER BY back_by, id"
        ),
        (person, day),
        read,
    )
}

/// The last settlement with a person.
pub(crate) fn settlement_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<Settlement>> {
    tx.first(
        "SELECT id, settled_on, up_to FROM exchange_settlements WHERE person_id = ?1 ORDER BY id DESC LIMIT 1",
        [person],
        |row| {
            Ok(Settlement {
                id: row.get(0)?,
                on: row.get(1)?,
                up_to: row.get(2)?,
            })
        },
    )
}

/// Calls settled what came before, on a day.
pub(crate) fn settle(tx: &Tx<'_>, person: PersonId, on: Day) -> Result<()> {
    tx.insert(
        "INSERT INTO exchange_settlements (person_id, settled_on, up_to) \
         SELECT ?1, ?2, coalesce(max(id), 0) FROM exchanges WHERE person_id = ?1",
        (person, on),
    )?;
    Ok(())
}

/// Takes all settlements with a person away; how many there were.
pub(crate) fn unsettle(tx: &Tx<'_>, person: PersonId) -> Result<usize> {
    tx.execute(
        "DELETE FROM exchange_settlements WHERE person_id = ?1",
        [person],
    )
}

/// Whether any came of a conversation.
pub(crate) fn is_of_talk(tx: &Tx<'_>, talk: InteractionId) -> Result<bool> {
    let sql = "SELECT 1 FROM exchanges WHERE interaction_id = ?1 LIMIT 1";
    Ok(tx.first(sql, [talk], |_| Ok(()))?.is_some())
}

/// Deletes what was counted of promises that an operation touched and that are no longer promises of mine that were kept.
pub(super) fn delete_of_unkept(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    let touched: Vec<CommitmentId> = tx.all(
        "SELECT l.row_id FROM undo_log l CROSS JOIN commitments c ON c.id = l.row_id \
         WHERE l.operation_id = ?1 AND l.table_name = 'commitments' AND NOT (c.owed_by = 'me' AND c.state = 'kept')",
        [operation],
        |row| row.get(0),
    )?;
    for promise in touched {
        if is_counted(tx, promise)? {
            tx.execute("DELETE FROM exchanges WHERE commitment_id = ?1", [promise])?;
        }
    }
    Ok(())
}
