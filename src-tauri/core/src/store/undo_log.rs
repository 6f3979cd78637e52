//! Every change writes what it replaced, by TEMP triggers generated from the schema at open, and which
//! rows are new.
//! Undo replays an operation backwards. The session extension was no choice: it needs libclang to
//! build, copies raw cards and fights FTS.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::Tx;
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};

/// The tables that Undo covers, parents first. Each has an `id`.
pub(crate) const UNDOABLE: &[&str] = &[
    "kinds",
    "people",
    "affiliations",
    "contact_points",
    "dates",
    "notes",
    "person_tags",
    "relationships",
    "ties",
    "refused_ties",
    "card_mentions",
    "map_pins",
    "interactions",
    "interaction_people",
    "check_ins",
    "source_cards",
    "distinct_people",
    "settings",
];

/// The other tables, each for its reason: immutable and swept when unused, the window's memory, drafts,
/// what became of reminders, or the log itself.
#[cfg(test)]
const NOT_UNDOABLE: &[&str] = &[
    "blobs",
    "tags",
    "organisations",
    "remembered",
    "drafts",
    "delivery",
    "map_places",
    "operations",
    "undo_log",
    "person_find",
];

/// Makes the triggers on the writing connection.
pub(crate) fn install(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE current_operation (id INTEGER);
         CREATE TEMP TABLE last_before (table_name TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;",
    )?;
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

/// The column that says whose row it is, "NULL" where it is nobody's.
fn person_column(table: &str, columns: &[String]) -> &'static str {
    match table {
        "people" => "id",
        _ if columns.iter().any(|c| c == "person_id") => "person_id",
        _ => "NULL",
    }
}

/// Only of rows that were there before: a new one is logged once, at the end (`finish`). A trigger on
/// inserts would cost an import half as much again.
fn triggers(table: &str, columns: &[String]) -> String {
    let person = match person_column(table, columns) {
        "NULL" => "NULL".to_owned(),
        column => format!("OLD.{column}"),
    };
    let old: Vec<String> = columns.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    let old = format!("json_object({})", old.join(", "));
    let log = |event: &str| {
        format!(
            "CREATE TEMP TRIGGER log_{event}_{table} AFTER {event} ON main.{table} \
             WHEN (SELECT id FROM current_operation) IS NOT NULL \
               AND OLD.id <= (SELECT id FROM last_before WHERE table_name = '{table}') BEGIN \
             INSERT INTO undo_log (operation_id, table_name, row_id, person_id, old) \
             VALUES ((SELECT id FROM current_operation), '{table}', OLD.id, {person}, {old}); END;"
        )
    };
    [log("UPDATE"), log("DELETE")].concat()
}

/// From here to `finish`, changes belong to this operation.
pub(crate) fn begin(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM current_operation", [])?;
    tx.execute("DELETE FROM last_before", [])?;
    tx.execute(
        "INSERT INTO current_operation (id) VALUES (?1)",
        [operation],
    )?;
    for table in UNDOABLE {
        // AUTOINCREMENT gives no id twice: above the last one, all is new.
        tx.execute(
            "INSERT INTO last_before (table_name, id) \
             VALUES (?1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0))",
            [table],
        )?;
    }
    Ok(())
}

/// Logs the rows that are new; what changes from here on is no part of the operation.
pub(crate) fn finish(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    for table in UNDOABLE {
        let person = person_column(table, &columns(tx.0, table)?);
        tx.execute(
            &format!(
                "INSERT INTO undo_log (operation_id, table_name, row_id, person_id) \
                 SELECT ?1, '{table}', id, {person} FROM {table} \
                 WHERE id > (SELECT id FROM last_before WHERE table_name = '{table}')"
            ),
            [operation],
        )?;
    }
    tx.execute("DELETE FROM current_operation", [])?;
    Ok(())
}

/// What an operation touched.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    pub(crate) rows: u64,
    pub(crate) people: Vec<PersonId>,
    pub(crate) tables: Vec<String>,
}

impl Touched {
    pub(crate) fn has(&self, table: &str) -> bool {
        self.tables.iter().any(|touched| touched == table)
    }
}

/// Tables of which a row is about two people: `person_id` and `other_id`.
const OF_TWO: [&str; 2] = ["ties", "refused_ties"];

/// Whose rows the logs of these operations hold: a conversation touches everybody who took part, a tie
/// both its ends, those that it had and those that it has.
fn people_in(operations: &str) -> String {
    let of_two: String = OF_TWO
        .iter()
        .map(|table| {
            let rows = format!("operation_id IN ({operations}) AND table_name = '{table}'");
            format!(
                " UNION SELECT old ->> '$.other_id' FROM undo_log WHERE {rows} AND old IS NOT NULL \
                 UNION SELECT person_id FROM {table} WHERE id IN (SELECT row_id FROM undo_log WHERE {rows}) \
                 UNION SELECT other_id FROM {table} WHERE id IN (SELECT row_id FROM undo_log WHERE {rows})"
            )
        })
        .collect();
    format!(
        "SELECT person_id FROM undo_log WHERE operation_id IN ({operations}) AND person_id IS NOT NULL \
         UNION SELECT person_id FROM interaction_people WHERE interaction_id IN \
           (SELECT row_id FROM undo_log WHERE operation_id IN ({operations}) AND table_name = 'interactions'){of_two}"
    )
}

pub(crate) fn touched(tx: &Tx<'_>, operation: OperationId) -> Result<Touched> {
    let people = tx.all(&people_in("?1"), [operation], |row| row.get(0))?;
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

/// People of `operation` whom a later operation that still stands has touched too. A conversation is
/// everybody's who took part, and a kind everybody's who is of it: where one of them stays, all do.
pub(crate) fn touched_since(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    let later =
        people_in("SELECT id FROM operations WHERE id > ?1 AND undone = 0 AND kind <> 'undo'");
    let later: HashSet<PersonId> = tx
        .all(&later, [operation], |row| row.get(0))?
        .into_iter()
        .collect();
    let mut touched = touched(tx, operation)?;
    touched.people.extend(people_of_kinds(tx, operation)?);
    let shared = touched.has("interactions") || touched.has("kinds");
    if !(shared && touched.people.iter().any(|person| later.contains(person))) {
        touched.people.retain(|person| later.contains(person));
    }
    let mut kept = touched.people;
    kept.extend(people_of_new_kinds(tx, operation)?);
    kept.sort_unstable();
    kept.dedup();
    Ok(kept)
}

/// Whoever is of a kind that the operation made or changed.
fn people_of_kinds(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT r.person_id FROM undo_log l JOIN relationships r ON r.kind_id = l.row_id \
         WHERE l.operation_id = ?1 AND l.table_name = 'kinds'",
        [operation],
        |row| row.get(0),
    )
}

/// Whoever is of a kind that the operation added.
fn people_of_new_kinds(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT r.person_id FROM undo_log l JOIN relationships r ON r.kind_id = l.row_id \
         WHERE l.operation_id = ?1 AND l.table_name = 'kinds' AND l.old IS NULL",
        [operation],
        |row| row.get(0),
    )
}

/// Whoever was touched after `seen`, by `before` at the latest.
pub(crate) fn people_touched_between(
    tx: &Tx<'_>,
    seen: OperationId,
    before: OperationId,
) -> Result<HashSet<PersonId>> {
    let people = tx.all(
        "SELECT DISTINCT person_id FROM undo_log \
         WHERE operation_id > ?1 AND operation_id < ?2 AND person_id IS NOT NULL",
        (seen, before),
        |row| row.get(0),
    )?;
    Ok(people.into_iter().collect())
}

/// Settings and kinds that a later operation that still stands has touched.
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
/// what a later operation has made of shared rows. Returns how many rows went back.
pub(crate) fn replay_apart(
    tx: &Tx<'_>,
    operation: OperationId,
    kept: &[PersonId],
) -> Result<usize> {
    let shared_rows = shared_rows_touched_since(tx, operation)?;
    let kept: HashSet<i64> = kept.iter().map(|person| person.0).collect();
    replay_where(tx, operation, |step| match step.person {
        Some(person) => [Some(person), step.other]
            .iter()
            .flatten()
            .all(|person| !kept.contains(&person.0)),
        None if shared_rows.contains(&(step.table.clone(), step.row)) => false,
        None if step.table == "kinds" => kept.is_empty(),
        None => true,
    })
}

/// Replays an operation backwards.
pub(crate) fn replay(tx: &Tx<'_>, operation: OperationId) -> Result<usize> {
    replay_where(tx, operation, |_| true)
}

fn replay_where(
    tx: &Tx<'_>,
    operation: OperationId,
    wanted: impl Fn(&Step) -> bool,
) -> Result<usize> {
    tx.0.pragma_update(None, "defer_foreign_keys", true)?;
    let others: String = OF_TWO
        .iter()
        .map(|table| {
            format!(
                " WHEN '{table}' THEN coalesce(old ->> '$.other_id', \
                   (SELECT other_id FROM {table} WHERE id = row_id))"
            )
        })
        .collect();
    let steps = tx.all(
        &format!(
            "SELECT table_name, row_id, person_id, CASE table_name {others} END, old \
             FROM undo_log WHERE operation_id = ?1 ORDER BY id DESC"
        ),
        [operation],
        |row| {
            Ok(Step {
                table: row.get(0)?,
                row: row.get(1)?,
                person: row.get(2)?,
                other: row.get(3)?,
                old: row.get(4)?,
            })
        },
    )?;
    let tables: HashMap<&str, Replayed> = UNDOABLE
        .iter()
        .map(|table| Ok((*table, Replayed::of(tx, table)?)))
        .collect::<Result<_>>()?;
    let mut went_back = 0;
    for step in steps.iter().filter(|step| wanted(step)) {
        let Some(table) = tables.get(step.table.as_str()) else {
            continue;
        };
        went_back += match &step.old {
            Some(old) => put(tx, table, step, old)?,
            None => tx.execute(&table.delete, [step.row])?,
        };
    }
    Ok(went_back)
}

/// Puts an old row back. Where none is there, it comes in again under an id that is not new, and
/// `finish` would not see it.
fn put(tx: &Tx<'_>, table: &Replayed, step: &Step, old: &str) -> Result<usize> {
    let is_there = tx.first(&table.exists, [step.row], |_| Ok(()))?.is_some();
    if !is_there {
        tx.execute(
            "INSERT INTO undo_log (operation_id, table_name, row_id, person_id) \
             SELECT id, ?1, ?2, ?3 FROM current_operation",
            (&step.table, step.row, step.person),
        )?;
    }
    tx.execute(&table.put_back, [old])
        .map_err(|error| match step.table.as_str() {
            // Another kind may have taken the name since.
            "kinds" if error.code == Code::Internal => Error::invalid(
                "name",
                "Another kind has this name by now. Nothing was changed.",
            ),
            _ => error,
        })
}

struct Step {
    table: String,
    row: i64,
    person: Option<PersonId>,
    /// At the other end, of a tie.
    other: Option<PersonId>,
    old: Option<String>,
}

/// How rows of a table are put back and taken away.
struct Replayed {
    put_back: String,
    delete: String,
    exists: String,
}

impl Replayed {
    fn of(tx: &Tx<'_>, table: &str) -> Result<Self> {
        Ok(Self {
            put_back: put_back(table, &columns(tx.0, table)?),
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
            exists: format!("SELECT 1 FROM {table} WHERE id = ?1"),
        })
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

/// Forgets what an operation replaced: it has been undone, or its people are gone for good.
pub(crate) fn forget_operation(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM undo_log WHERE operation_id = ?1", [operation])?;
    Ok(())
}

/// Before people go for good: what was replaced of their ties to others, and both names in the history.
pub(crate) fn forget_ends(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let ids = super::id_list(people);
    for table in OF_TWO.iter().chain(&["distinct_people"]) {
        let was = format!("table_name = '{table}' AND old ->> '$.other_id' IN ({ids})");
        let is = format!("SELECT id FROM {table} WHERE other_id IN ({ids})");
        // A new row is logged without what it holds: whose it was, a later step of the same row tells.
        tx.execute(
            &format!(
                "UPDATE operations SET subject = '' WHERE kind <> 'import' AND id IN \
                 (SELECT operation_id FROM undo_log WHERE table_name = '{table}' \
                    AND row_id IN (SELECT row_id FROM undo_log WHERE {was} UNION {is}))"
            ),
            [],
        )?;
        tx.execute(
            &format!(
                "DELETE FROM undo_log WHERE {was} OR table_name = '{table}' AND row_id IN ({is})"
            ),
            [],
        )?;
    }
    Ok(())
}

/// Rows of a table that an operation touched.
pub(crate) fn rows_touched(tx: &Tx<'_>, operation: OperationId, table: &str) -> Result<Vec<i64>> {
    tx.all(
        "SELECT DISTINCT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = ?2",
        (operation, table),
        |row| row.get(0),
    )
}

/// What was replaced of people in the trash since before `stamp` (or at all), and their names in the history.
pub(crate) fn forget_trashed(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let ids = super::id_list(people);
    hand_over_conversations(tx, &ids)?;
    tx.execute(
        &format!(
            "UPDATE operations SET subject = '' WHERE kind <> 'import' AND id IN \
             (SELECT operation_id FROM undo_log WHERE person_id IN ({ids}))"
        ),
        [],
    )?;
    tx.execute(
        &format!("DELETE FROM undo_log WHERE person_id IN ({ids})"),
        [],
    )?;
    Ok(())
}

/// A conversation with several people stays for the others: the log names one of them from here on, or
/// what it kept of the conversation would go and what it kept of who took part would stay.
fn hand_over_conversations(tx: &Tx<'_>, ids: &str) -> Result<()> {
    let other = format!(
        "coalesce( \
           (SELECT p.person_id FROM interaction_people p WHERE p.interaction_id = undo_log.row_id \
              AND p.person_id NOT IN ({ids}) ORDER BY p.id LIMIT 1), \
           (SELECT l.person_id FROM undo_log l WHERE l.table_name = 'interaction_people' \
              AND l.old ->> '$.interaction_id' = undo_log.row_id \
              AND l.person_id NOT IN ({ids}) ORDER BY l.id LIMIT 1))"
    );
    tx.execute(
        &format!(
            "UPDATE undo_log SET person_id = {other} \
             WHERE table_name = 'interactions' AND person_id IN ({ids})"
        ),
        [],
    )?;
    // The row itself names the first who took part too.
    tx.execute(
        &format!(
            "UPDATE undo_log SET old = json_set(old, '$.person_id', person_id) \
             WHERE table_name = 'interactions' AND old ->> '$.person_id' IN ({ids})"
        ),
        [],
    )?;
    tx.execute(
        "DELETE FROM undo_log WHERE table_name = 'interactions' AND person_id IS NULL",
        [],
    )?;
    Ok(())
}

/// Tags and organisations that nobody has and that nothing in the log could bring back to somebody go.
pub(crate) fn sweep_names(tx: &Tx<'_>) -> Result<()> {
    for (names, users, column) in [
        ("tags", "person_tags", "tag_id"),
        ("organisations", "affiliations", "organisation_id"),
    ] {
        tx.execute(
            &format!(
                "DELETE FROM {names} WHERE id NOT IN (SELECT {column} FROM {users} WHERE {column} IS NOT NULL) \
                 AND id NOT IN (SELECT old ->> '$.{column}' FROM undo_log \
                   WHERE table_name = '{users}' AND old ->> '$.{column}' IS NOT NULL)"
            ),
            [],
        )?;
    }
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
