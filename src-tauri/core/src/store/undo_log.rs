//! The undo log: what each row was before a change, which rows are new, and whose they are.
//!
//! TEMP triggers, made from the schema when the book is opened, log each update and delete; new rows are
//! logged when the change closes. `undo_log.person_id` is the first person that a row names; further ones,
//! and those of a row's parts, stand in `undo_people`. Undo replays an operation's log backwards
//! (`undo_replay.rs`). SQLite's session extension was no choice: it needs libclang to build, copies raw
//! cards and does not work with FTS5.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Tx;
use super::schema::{LoggedTable, Schema};
use crate::error::Result;
use crate::ids::{OperationId, PersonId};

/// The operation that the triggers log for.
const CURRENT: &str = "(SELECT id FROM current_operation)";

/// A person is noted once for a row. `OR IGNORE` would not do in a trigger: the statement that fires it
/// decides how conflicts are handled there.
const ONCE: &str = "ON CONFLICT DO NOTHING";

/// Makes the triggers on the writing connection.
pub(crate) fn install(connection: &Connection, schema: &Schema) -> Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE current_operation (id INTEGER);
         CREATE TEMP TABLE last_before (table_name TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;",
    )?;
    for table in &schema.logged {
        connection.execute_batch(&triggers(table))?;
    }
    Ok(())
}

/// Only for rows that were there before the change: a new one is logged once, when the change closes. A
/// trigger on inserts would make an import take half as long again.
fn triggers(table: &LoggedTable) -> String {
    let name = &table.name;
    let person = table
        .person()
        .map_or("NULL".to_owned(), |column| format!("OLD.{column}"));
    let old: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("'{c}', OLD.{c}"))
        .collect();
    let old = format!("json_object({})", old.join(", "));
    let people = people_of_old_row(table);
    let log = |event: &str| {
        format!(
            "CREATE TEMP TRIGGER log_{event}_{name} AFTER {event} ON main.{name} \
             WHEN {CURRENT} IS NOT NULL AND OLD.id <= (SELECT id FROM last_before WHERE table_name = '{name}') BEGIN \
             INSERT INTO undo_log (operation_id, table_name, row_id, person_id, old) \
             VALUES ({CURRENT}, '{name}', OLD.id, {person}, {old}); {people} END;"
        )
    };
    [log("UPDATE"), log("DELETE")].concat()
}

/// SQL for a trigger: whose the old row was, besides the first person that it names.
fn people_of_old_row(table: &LoggedTable) -> String {
    let name = &table.name;
    let note = "INSERT INTO undo_people (operation_id, table_name, row_id, person_id)";
    let mut sql = String::new();
    for column in table.other_people() {
        sql += &format!(
            "{note} SELECT {CURRENT}, '{name}', OLD.id, OLD.{column} WHERE OLD.{column} IS NOT NULL {ONCE}; "
        );
    }
    for part in &table.parts {
        let (parts, column, person) = (&part.table, &part.column, &part.person);
        sql += &format!(
            "{note} SELECT {CURRENT}, '{name}', OLD.id, {person} FROM main.{parts} WHERE {column} = OLD.id {ONCE}; "
        );
    }
    if let Some(whole) = &table.part_of {
        let (whole, column, person) = (&whole.table, &whole.column, &whole.person);
        sql +=
            &format!("{note} VALUES ({CURRENT}, '{whole}', OLD.{column}, OLD.{person}) {ONCE}; ");
    }
    sql
}

/// From here to `close`, changes belong to this operation.
pub(crate) fn begin(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM current_operation", [])?;
    tx.execute("DELETE FROM last_before", [])?;
    tx.execute(
        "INSERT INTO current_operation (id) VALUES (?1)",
        [operation],
    )?;
    for table in &tx.schema().logged {
        // AUTOINCREMENT gives no id twice: every id above the last one is a new row's.
        tx.execute(
            "INSERT INTO last_before (table_name, id) \
             VALUES (?1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0))",
            [&table.name],
        )?;
    }
    Ok(())
}

/// Logs the rows that are new, and whose the touched rows are now. What changes from here on is no part
/// of the operation.
pub(crate) fn close(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    let replaced = tables_touched(tx, operation)?;
    for table in &tx.schema().logged {
        if replaced.contains(&table.name) {
            log_people_of_replaced(tx, operation, table)?;
        }
    }
    for table in &tx.schema().logged {
        log_new_rows(tx, operation, table)?;
    }
    tx.execute("DELETE FROM current_operation", [])?;
    Ok(())
}

const NOTE_PEOPLE: &str = "INSERT INTO undo_people (operation_id, table_name, row_id, person_id)";

/// A replaced row may name other people now than before, and a row that came back has parts again.
fn log_people_of_replaced(tx: &Tx<'_>, operation: OperationId, table: &LoggedTable) -> Result<()> {
    let name = &table.name;
    for column in &table.people {
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{name}', r.id, r.{column} FROM undo_log l JOIN {name} r ON r.id = l.row_id \
             WHERE l.operation_id = ?1 AND l.table_name = '{name}' AND r.{column} IS NOT NULL \
               AND r.{column} IS NOT l.person_id {ONCE}"
        );
        tx.execute(&sql, [operation])?;
    }
    for part in &table.parts {
        let (parts, column, person) = (&part.table, &part.column, &part.person);
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{name}', l.row_id, p.{person} FROM undo_log l \
             JOIN {parts} p ON p.{column} = l.row_id WHERE l.operation_id = ?1 AND l.table_name = '{name}' {ONCE}"
        );
        tx.execute(&sql, [operation])?;
    }
    Ok(())
}

fn log_new_rows(tx: &Tx<'_>, operation: OperationId, table: &LoggedTable) -> Result<()> {
    let name = &table.name;
    let is_new = format!("id > (SELECT id FROM last_before WHERE table_name = '{name}')");
    let person = table.person().unwrap_or("NULL");
    let sql = format!(
        "INSERT INTO undo_log (operation_id, table_name, row_id, person_id) \
         SELECT ?1, '{name}', id, {person} FROM {name} WHERE {is_new}"
    );
    if tx.execute(&sql, [operation])? == 0 {
        return Ok(());
    }
    for column in table.other_people() {
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{name}', id, {column} FROM {name} WHERE {is_new} AND {column} IS NOT NULL {ONCE}"
        );
        tx.execute(&sql, [operation])?;
    }
    if let Some(whole) = &table.part_of {
        let (whole, column, person) = (&whole.table, &whole.column, &whole.person);
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{whole}', {column}, {person} FROM {name} WHERE {is_new} {ONCE}"
        );
        tx.execute(&sql, [operation])?;
    }
    Ok(())
}

/// A row that `close` would not see as new came in again under its old id (`undo_replay.rs`).
pub(super) fn log_row_that_came_back(
    tx: &Tx<'_>,
    table: &str,
    row: i64,
    person: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        "INSERT INTO undo_log (operation_id, table_name, row_id, person_id) SELECT id, ?1, ?2, ?3 FROM current_operation",
        (table, row, person),
    )?;
    Ok(())
}

fn tables_touched(tx: &Tx<'_>, operation: OperationId) -> Result<HashSet<String>> {
    let sql = "SELECT DISTINCT table_name FROM undo_log WHERE operation_id = ?1";
    Ok(tx
        .all(sql, [operation], |row| row.get(0))?
        .into_iter()
        .collect())
}

/// What a change has touched so far, of these tables, before it is closed: for what is to become a part of
/// it. `None` where it touched none of them.
pub(crate) fn touched_so_far(
    tx: &Tx<'_>,
    operation: OperationId,
    tables: &[&str],
) -> Result<Option<Vec<PersonId>>> {
    let (mut any, mut people) = (false, HashSet::new());
    for table in tx
        .schema()
        .logged
        .iter()
        .filter(|table| tables.contains(&table.name.as_str()))
    {
        let name = &table.name;
        let log = format!(
            "SELECT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = '{name}'"
        );
        let new = format!(
            "SELECT id FROM {name} WHERE id > (SELECT id FROM last_before WHERE table_name = '{name}')"
        );
        let rows = format!("SELECT 1 FROM ({log} UNION ALL {new}) LIMIT 1");
        if tx.first(&rows, [operation], |_| Ok(()))?.is_none() {
            continue;
        }
        any = true;
        let mut of = vec![
            format!(
                "SELECT person_id FROM undo_log WHERE operation_id = ?1 AND table_name = '{name}'"
            ),
            format!(
                "SELECT person_id FROM undo_people WHERE operation_id = ?1 AND table_name = '{name}'"
            ),
        ];
        for column in &table.people {
            of.push(format!(
                "SELECT {column} FROM {name} WHERE id IN ({log} UNION ALL {new})"
            ));
        }
        for part in &table.parts {
            let (parts, column, person) = (&part.table, &part.column, &part.person);
            of.push(format!(
                "SELECT {person} FROM {parts} WHERE {column} IN ({log} UNION ALL {new})"
            ));
        }
        let found = tx.all(&of.join(" UNION "), [operation], |row| {
            row.get::<_, Option<PersonId>>(0)
        })?;
        people.extend(found.into_iter().flatten());
    }
    let mut people: Vec<PersonId> = people.into_iter().collect();
    people.sort_unstable();
    Ok(any.then_some(people))
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

/// SQL for the people whose rows were touched by the operations that `operations` selects.
pub(super) fn people_of(operations: &str) -> String {
    format!(
        "SELECT person_id FROM undo_log WHERE operation_id IN ({operations}) AND person_id IS NOT NULL \
         UNION SELECT person_id FROM undo_people WHERE operation_id IN ({operations})"
    )
}

/// What a closed operation touched.
pub(crate) fn touched(tx: &Tx<'_>, operation: OperationId) -> Result<Touched> {
    let people = tx.all(&people_of("?1"), [operation], |row| row.get(0))?;
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

/// Whoever was touched by an operation after `seen` and before `before`.
pub(crate) fn people_touched_between(
    tx: &Tx<'_>,
    seen: OperationId,
    before: OperationId,
) -> Result<HashSet<PersonId>> {
    let between = "SELECT id FROM operations WHERE id > ?1 AND id < ?2";
    let people = tx.all(&people_of(between), (seen, before), |row| row.get(0))?;
    Ok(people.into_iter().collect())
}

/// Rows of a table that an operation touched.
pub(crate) fn rows_touched(tx: &Tx<'_>, operation: OperationId, table: &str) -> Result<Vec<i64>> {
    tx.all(
        "SELECT DISTINCT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = ?2",
        (operation, table),
        |row| row.get(0),
    )
}

/// Forgets what an operation replaced: it has been undone, or done again.
pub(crate) fn forget_operation(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM undo_log WHERE operation_id = ?1", [operation])?;
    tx.execute(
        "DELETE FROM undo_people WHERE operation_id = ?1",
        [operation],
    )?;
    Ok(())
}

/// Before people go for good: what the log holds of them, and their names in the history. A row that
/// others are in too (a conversation) stays for these.
pub(crate) fn forget_people(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let ids = super::id_list(people);
    tx.execute(
        &format!(
            "UPDATE operations SET subject = '' WHERE kind <> 'import' AND id IN \
             (SELECT operation_id FROM undo_log WHERE person_id IN ({ids}) \
              UNION SELECT operation_id FROM undo_people WHERE person_id IN ({ids}))"
        ),
        [],
    )?;
    let theirs = |row: &str| {
        format!(
            "SELECT 1 FROM undo_people p WHERE p.operation_id = {row}.operation_id \
             AND p.table_name = {row}.table_name AND p.row_id = {row}.row_id"
        )
    };
    // A row that names them itself cannot come back without them.
    tx.execute(
        &format!("DELETE FROM undo_log WHERE person_id IN ({ids})"),
        [],
    )?;
    for table in tx
        .schema()
        .logged
        .iter()
        .filter(|table| !table.other_people().is_empty())
    {
        let sql = format!(
            "DELETE FROM undo_log WHERE table_name = ?1 AND EXISTS ({} AND p.person_id IN ({ids}))",
            theirs("undo_log")
        );
        tx.execute(&sql, [&table.name])?;
    }
    tx.execute(
        &format!("DELETE FROM undo_people WHERE person_id IN ({ids})"),
        [],
    )?;
    for table in tx
        .schema()
        .logged
        .iter()
        .filter(|table| !table.parts.is_empty())
    {
        let sql = format!(
            "DELETE FROM undo_log WHERE table_name = ?1 AND NOT EXISTS ({})",
            theirs("undo_log")
        );
        tx.execute(&sql, [&table.name])?;
    }
    Ok(())
}

/// After people have gone for good: rows that are made of parts and have none any more go too.
pub(crate) fn sweep_wholes(tx: &Tx<'_>) -> Result<()> {
    for table in tx
        .schema()
        .logged
        .iter()
        .filter(|table| !table.parts.is_empty())
    {
        let has = |part: &super::schema::Reference| {
            format!(
                "EXISTS (SELECT 1 FROM {} p WHERE p.{} = {}.id)",
                part.table, part.column, table.name
            )
        };
        let has: Vec<String> = table.parts.iter().map(has).collect();
        tx.execute(
            &format!(
                "DELETE FROM {} WHERE NOT ({})",
                table.name,
                has.join(" OR ")
            ),
            [],
        )?;
    }
    Ok(())
}

/// Names that no row refers to, and that nothing in the log could bring back to one, go.
pub(crate) fn sweep_shared(tx: &Tx<'_>) -> Result<()> {
    for shared in &tx.schema().shared {
        let names = &shared.name;
        let unused = shared.users.iter().map(|(table, column)| {
            format!(
                "id NOT IN (SELECT {column} FROM {table} WHERE {column} IS NOT NULL) \
                 AND id NOT IN (SELECT old ->> '$.{column}' FROM undo_log \
                   WHERE table_name = '{table}' AND old ->> '$.{column}' IS NOT NULL)"
            )
        });
        let unused: Vec<String> = unused.collect();
        if !unused.is_empty() {
            tx.execute(
                &format!("DELETE FROM {names} WHERE {}", unused.join(" AND ")),
                [],
            )?;
        }
    }
    Ok(())
}
