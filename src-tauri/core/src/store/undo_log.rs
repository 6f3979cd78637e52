//! The undo log: the values that rows had before a change, which rows are new, and
//! the people that they belong to.
//!
//! TEMP triggers, generated from the schema when the book is opened, log each update and delete. New rows are
//! logged when the change ends. `undo_log.person_id` is the first person that a row names; table
//! `undo_people` has further ones and those of its parts. Undo replays the log of an operation backwards
//! (`undo_replay.rs`). SQLite's session extension would be an alternative, but it needs libclang to build,
//! logs whole source cards, and does not work with FTS5.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Tx;
use super::schema::{LoggedTable, Schema};
use crate::error::Result;
use crate::ids::{OperationId, PersonId};

/// SQL: the operation that the triggers log for; NULL if nothing is to be logged.
const CURRENT: &str = "(SELECT id FROM current_operation)";

/// The beginning of a statement that notes the people a row belongs to.
const NOTE_PEOPLE: &str = "INSERT INTO undo_people (operation_id, table_name, row_id, person_id)";

/// A person is noted once per row. Not `OR IGNORE`: in a trigger, the conflict clause of the
/// firing statement overrides it.
const UNLESS_NOTED: &str = "ON CONFLICT DO NOTHING";

/// Creates the triggers on the writing connection.
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

/// The triggers of a table. They log only rows that were there before the change; a new row is logged once,
/// when the change ends. Insert triggers would make an import take 50 % longer.
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

/// SQL for a trigger: notes the people of the old row besides the first that it names.
fn people_of_old_row(table: &LoggedTable) -> String {
    let name = &table.name;
    let mut sql = String::new();
    for column in table.other_people() {
        sql += &format!(
            "{NOTE_PEOPLE} SELECT {CURRENT}, '{name}', OLD.id, OLD.{column} WHERE OLD.{column} IS NOT NULL {UNLESS_NOTED}; "
        );
    }
    for part in &table.parts {
        let (parts, column, person) = (&part.table, &part.column, &part.person);
        sql += &format!(
            "{NOTE_PEOPLE} SELECT {CURRENT}, '{name}', OLD.id, {person} FROM main.{parts} WHERE {column} = OLD.id {UNLESS_NOTED}; "
        );
    }
    if let Some(whole) = &table.part_of {
        let (whole, column, person) = (&whole.table, &whole.column, &whole.person);
        sql += &format!(
            "{NOTE_PEOPLE} VALUES ({CURRENT}, '{whole}', OLD.{column}, OLD.{person}) {UNLESS_NOTED}; "
        );
    }
    sql
}

/// Starts logging: until `close`, changes are logged for this operation.
pub(crate) fn begin(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM current_operation", [])?;
    tx.execute("DELETE FROM last_before", [])?;
    tx.execute(
        "INSERT INTO current_operation (id) VALUES (?1)",
        [operation],
    )?;
    for table in &tx.schema().logged {
        // AUTOINCREMENT never reuses an id: all ids above the last one are of new rows.
        tx.execute(
            "INSERT INTO last_before (table_name, id) \
             VALUES (?1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0))",
            [&table.name],
        )?;
    }
    Ok(())
}

/// Ends logging: logs the new rows, and the people that the touched rows belong to now. Later changes in the
/// transaction are not part of the operation.
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

/// Notes people that rows name only now: an updated row may name others than before, and
/// a restored row has parts again.
fn log_people_of_replaced(tx: &Tx<'_>, operation: OperationId, table: &LoggedTable) -> Result<()> {
    let name = &table.name;
    for column in &table.people {
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{name}', r.id, r.{column} FROM undo_log l JOIN {name} r ON r.id = l.row_id \
             WHERE l.operation_id = ?1 AND l.table_name = '{name}' AND r.{column} IS NOT NULL \
               AND r.{column} IS NOT l.person_id {UNLESS_NOTED}"
        );
        tx.execute(&sql, [operation])?;
    }
    for part in &table.parts {
        let (parts, column, person) = (&part.table, &part.column, &part.person);
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{name}', l.row_id, p.{person} FROM undo_log l \
             JOIN {parts} p ON p.{column} = l.row_id WHERE l.operation_id = ?1 AND l.table_name = '{name}' {UNLESS_NOTED}"
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
            "{NOTE_PEOPLE} SELECT ?1, '{name}', id, {column} FROM {name} WHERE {is_new} AND {column} IS NOT NULL {UNLESS_NOTED}"
        );
        tx.execute(&sql, [operation])?;
    }
    if let Some(whole) = &table.part_of {
        let (whole, column, person) = (&whole.table, &whole.column, &whole.person);
        let sql = format!(
            "{NOTE_PEOPLE} SELECT ?1, '{whole}', {column}, {person} FROM {name} WHERE {is_new} {UNLESS_NOTED}"
        );
        tx.execute(&sql, [operation])?;
    }
    Ok(())
}

/// Logs the rows of some steps of the log that an undo is about to insert again under their old ids: `close` does not
/// recognise them as new. `steps` is the condition for the steps, with its parameters.
pub(super) fn log_rows_that_come_back(
    tx: &Tx<'_>,
    table: &str,
    steps: &str,
    params: impl rusqlite::Params,
) -> Result<()> {
    tx.execute(
        &format!(
            "INSERT INTO undo_log (operation_id, table_name, row_id, person_id) \
             SELECT {CURRENT}, table_name, row_id, person_id FROM undo_log WHERE {steps} \
             AND NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.id = row_id) ORDER BY id DESC"
        ),
        params,
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

/// The people whose rows in these tables a change has touched so far, before it is closed. `None` if it
/// touched no such row. Needed for functions whose changes are to be part of the operation.
pub(crate) fn touched_so_far(
    tx: &Tx<'_>,
    operation: OperationId,
    tables: &[&str],
) -> Result<Option<Vec<PersonId>>> {
    let (mut any, mut people) = (false, HashSet::new());
    let tables = tx
        .schema()
        .logged
        .iter()
        .filter(|table| tables.contains(&table.name.as_str()));
    for table in tables {
        if let Some(of_table) = people_touched_so_far(tx, operation, table)? {
            any = true;
            people.extend(of_table);
        }
    }
    let mut people: Vec<PersonId> = people.into_iter().collect();
    people.sort_unstable();
    Ok(any.then_some(people))
}

/// Like `touched_so_far`, for one table.
fn people_touched_so_far(
    tx: &Tx<'_>,
    operation: OperationId,
    table: &LoggedTable,
) -> Result<Option<Vec<PersonId>>> {
    let name = &table.name;
    let log =
        format!("SELECT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = '{name}'");
    let new = format!(
        "SELECT id FROM {name} WHERE id > (SELECT id FROM last_before WHERE table_name = '{name}')"
    );
    let rows = format!("SELECT 1 FROM ({log} UNION ALL {new}) LIMIT 1");
    if tx.first(&rows, [operation], |_| Ok(()))?.is_none() {
        return Ok(None);
    }
    let mut queries = vec![
        format!("SELECT person_id FROM undo_log WHERE operation_id = ?1 AND table_name = '{name}'"),
        format!(
            "SELECT person_id FROM undo_people WHERE operation_id = ?1 AND table_name = '{name}'"
        ),
    ];
    for column in &table.people {
        queries.push(format!(
            "SELECT {column} FROM {name} WHERE id IN ({log} UNION ALL {new})"
        ));
    }
    for part in &table.parts {
        let (parts, column, person) = (&part.table, &part.column, &part.person);
        queries.push(format!(
            "SELECT {person} FROM {parts} WHERE {column} IN ({log} UNION ALL {new})"
        ));
    }
    let people = tx.all(&queries.join(" UNION "), [operation], |row| {
        row.get::<_, Option<PersonId>>(0)
    })?;
    Ok(Some(people.into_iter().flatten().collect()))
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

/// SQL: the people whose rows were touched by the operations that the query `operations` returns.
pub(super) fn people_of(operations: &str) -> String {
    format!(
        "SELECT person_id FROM undo_log WHERE operation_id IN ({operations}) AND person_id IS NOT NULL \
         UNION SELECT person_id FROM undo_people WHERE operation_id IN ({operations})"
    )
}

/// What a closed operation touched. The log is read once: that of an import of 10,000 cards has 62,000 rows.
pub(crate) fn touched(tx: &Tx<'_>, operation: OperationId) -> Result<Touched> {
    let mut rows = 0;
    let (mut people, mut tables) = (HashSet::new(), Vec::<String>::new());
    tx.each(
        "SELECT table_name, person_id FROM undo_log WHERE operation_id = ?1",
        [operation],
        |row| {
            rows += 1;
            people.extend(row.get::<_, Option<PersonId>>(1)?);
            let table = row.get_ref(0)?.as_str()?;
            // Rows of one table stand together.
            if tables.last().is_none_or(|last| last != table)
                && !tables.iter().any(|known| known == table)
            {
                tables.push(table.to_owned());
            }
            Ok(())
        },
    )?;
    tx.each(
        "SELECT person_id FROM undo_people WHERE operation_id = ?1",
        [operation],
        |row| {
            people.insert(row.get(0)?);
            Ok(())
        },
    )?;
    let mut people: Vec<PersonId> = people.into_iter().collect();
    people.sort_unstable();
    tables.sort_unstable();
    Ok(Touched {
        rows,
        people,
        tables,
    })
}

/// The people touched by operations after `seen` and before `before`.
pub(crate) fn people_touched_between(
    tx: &Tx<'_>,
    seen: OperationId,
    before: OperationId,
) -> Result<HashSet<PersonId>> {
    let between = "SELECT id FROM operations WHERE id > ?1 AND id < ?2";
    let people = tx.all(&people_of(between), (seen, before), |row| row.get(0))?;
    Ok(people.into_iter().collect())
}

/// The ids of the rows of a table that an operation touched.
pub(crate) fn rows_touched(tx: &Tx<'_>, operation: OperationId, table: &str) -> Result<Vec<i64>> {
    tx.all(
        "SELECT DISTINCT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = ?2",
        (operation, table),
        |row| row.get(0),
    )
}

/// Deletes the log of an operation.
pub(crate) fn forget_operation(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("DELETE FROM undo_log WHERE operation_id = ?1", [operation])?;
    tx.execute(
        "DELETE FROM undo_people WHERE operation_id = ?1",
        [operation],
    )?;
    Ok(())
}

/// Deletes what the log has of these people, and their names in the history; to be called before they are
/// deleted for good. Log rows that others have a part in (conversations) stay, and operations count only those
/// who are left.
pub(crate) fn forget_people(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let ids = super::id_list(people);
    let touched: Vec<OperationId> = tx.all(
        &format!(
            "SELECT operation_id FROM undo_log WHERE person_id IN ({ids}) \
             UNION SELECT operation_id FROM undo_people WHERE person_id IN ({ids})"
        ),
        [],
        |row| row.get(0),
    )?;
    forget_rows_of(tx, &ids)?;
    let left = people_of("operations.id");
    // An import has the name of its file and counts who came in; `decide_ties` counts ties.
    let sql = format!(
        "UPDATE operations SET subject = '', what = '', count = CASE kind WHEN 'decide_ties' THEN count \
         ELSE max(1, min(count, (SELECT count(*) FROM ({left})))) END \
         WHERE id = ?1 AND kind <> 'import'"
    );
    for operation in &touched {
        tx.execute(&sql, [operation])?;
    }
    Ok(())
}

/// Deletes the log rows of these people (`ids` is a list for SQL's `IN`), unless others have a part in them.
fn forget_rows_of(tx: &Tx<'_>, ids: &str) -> Result<()> {
    let noted = "SELECT 1 FROM undo_people p WHERE p.operation_id = undo_log.operation_id \
                 AND p.table_name = undo_log.table_name AND p.row_id = undo_log.row_id";
    // Without them, such a row could not be restored.
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
            "DELETE FROM undo_log WHERE table_name = ?1 AND EXISTS ({noted} AND p.person_id IN ({ids}))"
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
        let sql = format!("DELETE FROM undo_log WHERE table_name = ?1 AND NOT EXISTS ({noted})");
        tx.execute(&sql, [&table.name])?;
    }
    // Whoever else had a part in a row that is gone is in no step because of it.
    tx.execute(FORGET_PARTS_OF_FORGOTTEN_ROWS, [])?;
    Ok(())
}

/// One list is made of all. Looked up one by one, each row of a large operation would read the whole operation; so
/// would NOT IN, which looks for NULL among three columns.
const FORGET_PARTS_OF_FORGOTTEN_ROWS: &str = "DELETE FROM undo_people \
     WHERE (operation_id, table_name, row_id) IN (SELECT operation_id, table_name, row_id FROM undo_people \
       EXCEPT SELECT operation_id, table_name, row_id FROM undo_log)";

/// Deletes rows that consist of parts and have none any more; to be called
/// after people were deleted for good.
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

/// Deletes shared names that no row refers to and no undo could bring back.
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

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, StatementStatus};

    use super::*;

    /// The steps that SQLite takes to forget the parts of half the rows of one operation.
    fn steps_to_forget(rows: u32) -> i32 {
        let connection = Connection::open_in_memory().unwrap();
        for file in [
            "0001_book",
            "0002_check_ins",
            "0003_ties",
            "0004_undo_people",
        ] {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sql/migrations");
            let sql = std::fs::read_to_string(format!("{folder}/{file}.sql")).unwrap();
            connection.execute_batch(&sql).unwrap();
        }
        let fill = format!(
            "WITH RECURSIVE n(row) AS (SELECT 1 UNION ALL SELECT row + 1 FROM n WHERE row < {rows}) \
             INSERT INTO undo_people SELECT 1, 'ties', row, 1 FROM n; \
             INSERT INTO undo_log (operation_id, table_name, row_id) \
             SELECT 1, 'ties', row_id FROM undo_people WHERE row_id % 2 = 0;"
        );
        connection.execute_batch(&fill).unwrap();
        let mut forget = connection.prepare(FORGET_PARTS_OF_FORGOTTEN_ROWS).unwrap();
        assert_eq!(forget.execute([]).unwrap(), rows as usize / 2);
        forget.get_status(StatementStatus::VmStep)
    }

    #[test]
    fn forgetting_takes_time_in_proportion() {
        assert!(steps_to_forget(4_000) < 5 * steps_to_forget(1_000));
    }
}
