//! Every change writes what it replaced, by TEMP triggers generated from the schema at open.
//! Undo replays an operation backwards. The session extension was no choice: it needs libclang to
//! build, copies raw cards and fights FTS.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::Tx;
use crate::error::Result;
use crate::ids::{OperationId, PersonId};

/// The tables that Undo covers, parents first. Each has an `id`.
pub(crate) const UNDOABLE: &[&str] = &[
    "kinds",
    "tags",
    "organisations",
    "people",
    "affiliations",
    "contact_points",
    "dates",
    "notes",
    "person_tags",
    "relationships",
    "source_cards",
    "distinct_people",
    "settings",
];

/// The other tables, each for its reason: immutable, the window's memory, drafts, or the log itself.
#[cfg(test)]
const NOT_UNDOABLE: &[&str] = &[
    "blobs",
    "remembered",
    "drafts",
    "operations",
    "undo_log",
    "person_find",
];

/// Makes the triggers on the writing connection.
pub(crate) fn install(connection: &Connection) -> Result<()> {
    connection.execute_batch("CREATE TEMP TABLE current_operation (id INTEGER)")?;
    for table in UNDOABLE {
        connection.execute_batch(&triggers(table, &columns(connection, table)?))?;
    }
    Ok(())
}

pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn triggers(table: &str, columns: &[String]) -> String {
    let person = match table {
        "people" => "id",
        _ if columns.iter().any(|c| c == "person_id") => "person_id",
        _ => "",
    };
    let of = |row: &str| match person {
        "" => "NULL".to_owned(),
        column => format!("{row}.{column}"),
    };
    let old: Vec<String> = columns.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    let old = format!("json_object({})", old.join(", "));
    let log = |event: &str, row: &str, value: &str| {
        format!(
            "CREATE TEMP TRIGGER log_{event}_{table} AFTER {event} ON main.{table} \
             WHEN (SELECT id FROM current_operation) IS NOT NULL BEGIN \
             INSERT INTO undo_log (operation_id, table_name, row_id, person_id, old) \
             VALUES ((SELECT id FROM current_operation), '{table}', {row}.id, {person}, {value}); END;",
            person = of(row),
        )
    };
    [
        log("INSERT", "NEW", "NULL"),
        log("UPDATE", "OLD", &old),
        log("DELETE", "OLD", &old),
    ]
    .concat()
}

/// From here to the transaction's end, changes belong to this operation (or, with `None`, to no undo step).
pub(crate) fn begin(tx: &Tx<'_>, operation: Option<OperationId>) -> Result<()> {
    tx.execute("DELETE FROM current_operation", [])?;
    tx.execute(
        "INSERT INTO current_operation (id) VALUES (?1)",
        [operation],
    )?;
    Ok(())
}

/// What an operation touched.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    pub(crate) rows: u64,
    pub(crate) people: Vec<PersonId>,
    pub(crate) tables: Vec<String>,
}

pub(crate) fn touched(tx: &Tx<'_>, operation: OperationId) -> Result<Touched> {
    let people = tx.all(
        "SELECT DISTINCT person_id FROM undo_log WHERE operation_id = ?1 AND person_id IS NOT NULL",
        [operation],
        |row| row.get(0),
    )?;
    let tables = tx.all(
        "SELECT table_name, count(*) FROM undo_log WHERE operation_id = ?1 GROUP BY table_name",
        [operation],
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, u64>(1)?)),
    )?;
    Ok(Touched {
        rows: tables.iter().map(|(_, rows)| rows).sum(),
        people,
        tables: tables.into_iter().map(|(table, _)| table).collect(),
    })
}

/// People of `operation` whom a later operation that still stands has touched too.
pub(crate) fn touched_since(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT person_id FROM undo_log \
         WHERE operation_id IN (SELECT id FROM operations WHERE id > ?1 AND undone = 0 AND kind <> 'undo') \
           AND person_id IN (SELECT person_id FROM undo_log WHERE operation_id = ?1)",
        [operation],
        |row| row.get(0),
    )
}

/// Whether an operation after `seen` touched this person.
pub(crate) fn person_touched_after(
    tx: &Tx<'_>,
    person: PersonId,
    seen: OperationId,
) -> Result<bool> {
    let found = tx.first(
        "SELECT 1 FROM undo_log WHERE operation_id > ?1 AND person_id = ?2 LIMIT 1",
        (seen, person),
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Rows of no person (tags, organisations, settings) that a later operation that still stands has touched.
fn shared_rows_touched_since(
    tx: &Tx<'_>,
    operation: OperationId,
) -> Result<HashSet<(String, i64)>> {
    let rows = tx.all(
        "SELECT table_name, row_id FROM undo_log WHERE person_id IS NULL AND operation_id IN \
         (SELECT id FROM operations WHERE id > ?1 AND undone = 0 AND kind <> 'undo')",
        [operation],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// Takes one operation back, whatever came after: the people in `kept` stay as they are, and so does
/// what a later operation has made of shared rows.
pub(crate) fn replay_apart(tx: &Tx<'_>, operation: OperationId, kept: &[PersonId]) -> Result<()> {
    let shared_rows = shared_rows_touched_since(tx, operation)?;
    let kept: HashSet<i64> = kept.iter().map(|person| person.0).collect();
    replay_where(tx, operation, |step| match step.person {
        Some(person) => !kept.contains(&person.0),
        None => !shared_rows.contains(&(step.table.clone(), step.row)),
    })
}

/// Replays an operation backwards.
pub(crate) fn replay(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    replay_where(tx, operation, |_| true)
}

fn replay_where(tx: &Tx<'_>, operation: OperationId, wanted: impl Fn(&Step) -> bool) -> Result<()> {
    tx.0.pragma_update(None, "defer_foreign_keys", true)?;
    let steps = tx.all(
        "SELECT table_name, row_id, person_id, old FROM undo_log WHERE operation_id = ?1 ORDER BY id DESC",
        [operation],
        |row| {
            Ok(Step {
                table: row.get(0)?,
                row: row.get(1)?,
                person: row.get(2)?,
                old: row.get(3)?,
            })
        },
    )?;
    let tables: HashMap<&str, Replayed> = UNDOABLE
        .iter()
        .map(|table| Ok((*table, Replayed::of(tx, table)?)))
        .collect::<Result<_>>()?;
    let mut namesakes = Namesakes::default();
    for step in steps.iter().filter(|step| wanted(step)) {
        let Some(table) = tables.get(step.table.as_str()) else {
            continue;
        };
        match &step.old {
            Some(old) if shared(&step.table) && namesakes.has(tx, step, old)? => {}
            Some(old) => {
                let old = namesakes.instead(step, old)?;
                tx.execute(&table.put_back, [old.as_ref()])?;
            }
            None if shared(&step.table) && in_use(tx, step)? => {}
            None => {
                tx.execute(&table.delete, [step.row])?;
            }
        }
    }
    Ok(())
}

struct Step {
    table: String,
    row: i64,
    person: Option<PersonId>,
    old: Option<String>,
}

/// How rows of a table are put back and taken away.
struct Replayed {
    put_back: String,
    delete: String,
}

impl Replayed {
    fn of(tx: &Tx<'_>, table: &str) -> Result<Self> {
        Ok(Self {
            put_back: put_back(table, &columns(tx.0, table)?),
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
        })
    }
}

/// A tag or organisation that was dropped as unused may have been made anew since, under another id: the
/// one that is there then stands for both.
#[derive(Default)]
struct Namesakes {
    ids: HashMap<(String, i64), i64>,
}

impl Namesakes {
    fn has(&mut self, tx: &Tx<'_>, step: &Step, old: &str) -> Result<bool> {
        let sql = format!(
            "SELECT id FROM {} WHERE folded_name = ?1 ->> '$.folded_name' AND id <> ?2",
            step.table
        );
        let other: Option<i64> = tx.first(&sql, (old, step.row), |row| row.get(0))?;
        if let Some(other) = other {
            self.ids.insert((step.table.clone(), step.row), other);
        }
        Ok(other.is_some())
    }

    /// The old row, leading to what stands now for what it led to.
    fn instead<'o>(&self, step: &Step, old: &'o str) -> Result<Cow<'o, str>> {
        let (column, table) = match step.table.as_str() {
            "person_tags" => ("tag_id", "tags"),
            "affiliations" => ("organisation_id", "organisations"),
            "relationships" => ("kind_id", "kinds"),
            _ => return Ok(old.into()),
        };
        if self.ids.is_empty() {
            return Ok(old.into());
        }
        let mut row: serde_json::Map<String, serde_json::Value> = serde_json::from_str(old)?;
        let id = row.get(column).and_then(serde_json::Value::as_i64);
        match id.and_then(|id| self.ids.get(&(table.to_owned(), id))) {
            Some(other) => {
                row.insert(column.to_owned(), (*other).into());
                Ok(serde_json::to_string(&row)?.into())
            }
            None => Ok(old.into()),
        }
    }
}

fn put_back(table: &str, columns: &[String]) -> String {
    let values: Vec<String> = columns.iter().map(|c| format!("?1 ->> '$.{c}'")).collect();
    let set: Vec<String> = columns
        .iter()
        .filter(|c| *c != "id")
        .map(|c| format!("{c} = excluded.{c}"))
        .collect();
    format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        columns.join(", "),
        values.join(", "),
        set.join(", ")
    )
}

fn shared(table: &str) -> bool {
    matches!(table, "organisations" | "tags" | "kinds")
}

/// A shared row that something else has come to use stays when the operation that made it is undone.
fn in_use(tx: &Tx<'_>, step: &Step) -> Result<bool> {
    let sql = match step.table.as_str() {
        "organisations" => "SELECT 1 FROM affiliations WHERE organisation_id = ?1",
        "tags" => "SELECT 1 FROM person_tags WHERE tag_id = ?1",
        _ => "SELECT 1 FROM relationships WHERE kind_id = ?1",
    };
    Ok(tx.first(sql, [step.row], |_| Ok(()))?.is_some())
}

/// Forgets what an operation replaced: it has been undone, or its people are gone for good.
pub(crate) fn forget_operation(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM undo_log WHERE operation_id = ?1", [operation])?;
    Ok(())
}

pub(crate) fn forget_person(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM undo_log WHERE person_id = ?1", [person])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_either_undoable_or_says_why_not() {
        let folder = tempfile::tempdir().unwrap();
        let connection = super::super::open::writer(&folder.path().join("b")).unwrap();
        let mut statement = connection
            .prepare(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' \
                 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'person_find_%'",
            )
            .unwrap();
        let names = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        let mut found: Vec<String> = names.map(|name| name.unwrap()).collect();
        let mut known: Vec<&str> = [UNDOABLE, NOT_UNDOABLE].concat();
        found.sort();
        known.sort_unstable();
        assert_eq!(found, known);
    }
}
