//! Table `operations`: the history of changes, for undo.

use rusqlite::{Connection, Row};

use super::Tx;
use crate::change::OperationKind;
use crate::days::Stamp;
use crate::error::Result;
use crate::ids::OperationId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OperationRecord {
    pub(crate) id: OperationId,
    pub(crate) kind: OperationKind,
    pub(crate) subject: String,
    pub(crate) count: u32,
    /// What it did, in words: "paused until 3 March". Empty where kind and subject say all.
    pub(crate) what: String,
    pub(crate) at: Stamp,
    /// For an undo or a redo: the operation that it undid or did again.
    pub(crate) undoes: Option<OperationId>,
    pub(crate) undone: bool,
    /// The undo log has rows of it. It has none if everybody whom it touched was deleted for good, or if it
    /// replaced the whole book.
    pub(crate) is_logged: bool,
}

/// SQL for the id of the newest operation that replaced the whole book. Undo does not go back past it.
const BOOK_REPLACED: &str =
    "coalesce((SELECT max(id) FROM operations WHERE kind IN ('restore_backup', 'read_book')), 0)";

/// SQL for `OperationRecord::is_logged`.
const IS_LOGGED: &str = "EXISTS (SELECT 1 FROM undo_log l WHERE l.operation_id = operations.id)";

/// Inserts an operation. `name` describes it later.
pub(crate) fn insert(tx: &Tx<'_>, kind: OperationKind, at: Stamp) -> Result<OperationId> {
    tx.insert(
        "INSERT INTO operations (kind, subject, count, at, undone) VALUES (?1, '', 1, ?2, 0)",
        (kind, at),
    )
    .map(OperationId)
}

/// Sets the description of an operation: its subject, its number of people, and `what` it did. `undoes` is the
/// operation that it undoes or does again.
pub(crate) fn name(
    tx: &Tx<'_>,
    id: OperationId,
    subject: &str,
    count: u32,
    what: &str,
    undoes: Option<OperationId>,
) -> Result<()> {
    tx.execute(
        "UPDATE operations SET subject = ?2, count = ?3, what = ?4, undoes = ?5 WHERE id = ?1",
        (id, subject, count, what, undoes),
    )?;
    Ok(())
}

/// Inserts the operation that replaces the whole book by `book`, which is not in its place yet.
pub(crate) fn note_replaced(
    book: &Connection,
    kind: OperationKind,
    subject: &str,
    at: Stamp,
) -> Result<()> {
    book.execute(
        "INSERT INTO operations (kind, subject, count, at, undone) VALUES (?1, ?2, 1, ?3, 0)",
        (kind, subject, at),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: OperationId) -> Result<()> {
    tx.execute("DELETE FROM operations WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn set_undone(tx: &Tx<'_>, id: OperationId, undone: bool) -> Result<()> {
    tx.execute(
        "UPDATE operations SET undone = ?2 WHERE id = ?1",
        (id, undone),
    )?;
    Ok(())
}

/// SQL that selects the columns of `OperationRecord`.
fn select(rest: &str) -> String {
    format!(
        "SELECT id, kind, subject, count, what, at, undoes, undone, {IS_LOGGED} FROM operations {rest}"
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<OperationRecord> {
    Ok(OperationRecord {
        id: row.get(0)?,
        kind: row.get(1)?,
        subject: row.get(2)?,
        count: row.get(3)?,
        what: row.get(4)?,
        at: row.get(5)?,
        undoes: row.get(6)?,
        undone: row.get(7)?,
        is_logged: row.get(8)?,
    })
}

pub(crate) fn find(tx: &Tx<'_>, id: OperationId) -> Result<Option<OperationRecord>> {
    tx.first(&select("WHERE id = ?1"), [id], read)
}

/// The newest operation that can be undone, apart from undos and redos.
pub(crate) fn last_standing(tx: &Tx<'_>) -> Result<Option<OperationRecord>> {
    let sql = select(&format!(
        "WHERE undone = 0 AND kind NOT IN ('undo', 'redo') AND id > {BOOK_REPLACED} AND {IS_LOGGED} \
         ORDER BY id DESC LIMIT 1"
    ));
    tx.first(&sql, [], read)
}

/// The newest undo that can be redone: no change of another kind came after it.
pub(crate) fn last_redoable(tx: &Tx<'_>) -> Result<Option<OperationRecord>> {
    let sql = select(&format!(
        "WHERE undone = 0 AND kind = 'undo' AND {IS_LOGGED} AND id > \
         coalesce((SELECT max(id) FROM operations WHERE kind NOT IN ('undo', 'redo')), 0) \
         ORDER BY id DESC LIMIT 1"
    ));
    tx.first(&sql, [], read)
}

/// The newest operations, including undone ones, without undos and redos.
pub(crate) fn history(tx: &Tx<'_>, limit: u32) -> Result<Vec<OperationRecord>> {
    let sql = select("WHERE kind NOT IN ('undo', 'redo') ORDER BY id DESC LIMIT ?1");
    tx.all(&sql, [limit], read)
}

/// Whether anything was changed after this operation, or at all. Their ids grow, whatever the clock says.
pub(crate) fn any_after(tx: &Tx<'_>, last: Option<OperationId>) -> Result<bool> {
    let found = tx.first(
        "SELECT 1 FROM operations WHERE id > ?1 LIMIT 1",
        [last.unwrap_or(OperationId(0))],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Operations of none of these days (`SeenDays::kept`), and what they replaced, go.
pub(crate) fn forget_all_but(tx: &Tx<'_>, days: &str) -> Result<()> {
    let old = "SELECT id FROM operations WHERE substr(at, 1, 10) NOT IN (SELECT value FROM json_each(?1))";
    for log in ["undo_log", "undo_people"] {
        tx.execute(
            &format!("DELETE FROM {log} WHERE operation_id IN ({old})"),
            [days],
        )?;
    }
    tx.execute(
        &format!("DELETE FROM operations WHERE id IN ({old})"),
        [days],
    )?;
    Ok(())
}

/// The newest operation of any kind; 0 if there is none.
pub(crate) fn newest(tx: &Tx<'_>) -> Result<OperationId> {
    let newest = tx.first("SELECT coalesce(max(id), 0) FROM operations", [], |row| {
        row.get(0)
    })?;
    Ok(newest.unwrap_or(OperationId(0)))
}
