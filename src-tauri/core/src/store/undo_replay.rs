//! Undoing an operation by replaying its log backwards, for everybody or for some people only.

use std::collections::{HashMap, HashSet};

use super::Tx;
use super::schema::LoggedTable;
use super::undo_log::{log_rows_that_come_back, people_of, touched};
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};

/// SQL: the operations after `?1` that are not undone. Undos themselves do not count.
const LATER_OPERATIONS: &str =
    "SELECT id FROM operations WHERE id > ?1 AND undone = 0 AND kind <> 'undo'";

/// The people whose data must stay when the operation is undone, because a later operation that is not undone
/// touched it too. Some people stay together: those with a part in the same row (a conversation), and those
/// whose rows refer to a shared row that the operation touched (a kind).
pub(crate) fn who_stays(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    let later: HashSet<PersonId> = tx
        .all(&people_of(LATER_OPERATIONS), [operation], |row| row.get(0))?
        .into_iter()
        .collect();
    let groups = groups_that_stay_together(tx, operation)?;
    let mut touched: HashSet<PersonId> = touched(tx, operation)?.people.into_iter().collect();
    touched.extend(groups.iter().flatten());
    let mut stay: HashSet<PersonId> = touched.intersection(&later).copied().collect();
    loop {
        let before = stay.len();
        for group in &groups {
            if group.iter().any(|person| stay.contains(person)) {
                stay.extend(group);
            }
        }
        if stay.len() == before {
            break;
        }
    }
    // A row that the operation added would be deleted: whoever's rows refer to it must keep it. Rows that it added
    // together with it go with it.
    stay.extend(
        people_referring(tx, operation, Referring::OthersToAdded)?
            .into_iter()
            .flatten(),
    );
    let mut stay: Vec<PersonId> = stay.into_iter().collect();
    stay.sort_unstable();
    Ok(stay)
}

/// Groups of people who stay together: those with a part in one row, and those whose rows
/// refer to one table's shared rows.
fn groups_that_stay_together(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<Vec<PersonId>>> {
    let mut groups = people_referring(tx, operation, Referring::All)?;
    for table in tx
        .schema()
        .logged
        .iter()
        .filter(|table| !table.parts.is_empty())
    {
        let people = tx.all(
            "SELECT row_id, person_id FROM undo_people WHERE operation_id = ?1 AND table_name = ?2",
            (operation, &table.name),
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, PersonId>(1)?)),
        )?;
        let mut of_row: HashMap<i64, Vec<PersonId>> = HashMap::new();
        for (row, person) in people {
            of_row.entry(row).or_default().push(person);
        }
        groups.extend(of_row.into_values());
    }
    Ok(groups)
}

/// Which references to rows that an operation touched.
#[derive(Clone, Copy)]
enum Referring {
    /// All of them.
    All,
    /// Those to rows that it added, of rows that it did not add.
    OthersToAdded,
}

/// The people whose rows refer to touched rows that belong to no person; one group for each table and column.
fn people_referring(
    tx: &Tx<'_>,
    operation: OperationId,
    which: Referring,
) -> Result<Vec<Vec<PersonId>>> {
    let shared = tx.schema().logged.iter().filter(|table| table.is_nobodys());
    shared
        .flat_map(|table| table.referred_from.iter().map(move |from| (table, from)))
        .map(|(table, from)| {
            let (users, column, person) = (&from.table, &from.column, &from.person);
            let which = match which {
                Referring::All => String::new(),
                Referring::OthersToAdded => format!(
                    "AND l.old IS NULL AND r.id NOT IN (SELECT row_id FROM undo_log \
                     WHERE operation_id = ?1 AND table_name = '{users}' AND old IS NULL)"
                ),
            };
            tx.all(
                &format!(
                    "SELECT r.{person} FROM undo_log l JOIN {users} r ON r.{column} = l.row_id \
                     WHERE l.operation_id = ?1 AND l.table_name = ?2 AND r.{person} IS NOT NULL {which}"
                ),
                (operation, &table.name),
                |row| row.get(0),
            )
        })
        .collect()
}

/// Rows that belong to no person and were touched by a later operation that is not undone.
fn shared_rows_touched_since(
    tx: &Tx<'_>,
    operation: OperationId,
) -> Result<HashSet<(String, i64)>> {
    let sql = format!(
        "SELECT table_name, row_id FROM undo_log WHERE person_id IS NULL AND operation_id IN ({LATER_OPERATIONS})"
    );
    let rows = tx.all(&sql, [operation], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// Undoes one operation, even if others came after it. The data of the people in `kept` stays, and so do
/// shared rows that a later operation touched. Returns the number of rows restored or deleted.
pub(crate) fn replay_apart(
    tx: &Tx<'_>,
    operation: OperationId,
    kept: &[PersonId],
) -> Result<usize> {
    let shared_rows = shared_rows_touched_since(tx, operation)?;
    let kept: HashSet<PersonId> = kept.iter().copied().collect();
    replay_where(tx, operation, |table, step| {
        if !table.is_nobodys() {
            return step.people().all(|person| !kept.contains(person));
        }
        if shared_rows.contains(&(step.table.clone(), step.row)) {
            return false;
        }
        table.referred_from.is_empty() || kept.is_empty()
    })
}

/// Replays the whole log of an operation backwards. Returns the number of rows restored or deleted.
pub(crate) fn replay(tx: &Tx<'_>, operation: OperationId) -> Result<usize> {
    replay_where(tx, operation, |_, _| true)
}

fn replay_where(
    tx: &Tx<'_>,
    operation: OperationId,
    wanted: impl Fn(&LoggedTable, &Step) -> bool,
) -> Result<usize> {
    tx.defer_foreign_keys()?;
    let tables: HashMap<&str, &LoggedTable> = tx
        .schema()
        .logged
        .iter()
        .map(|table| (table.name.as_str(), table))
        .collect();
    let mut restored = 0;
    let mut run: Option<Run<'_>> = None;
    for step in steps(tx, operation)? {
        let table = tables.get(step.table.as_str()).copied();
        let table = table.filter(|table| wanted(table, &step));
        if let (Some(run), Some(table)) = (&mut run, table)
            && run.takes(table, &step)
        {
            continue;
        }
        if let Some(ended) = run.take() {
            restored += ended.replay(tx, operation)?;
        }
        run = table.map(|table| Run::begin(table, &step));
    }
    if let Some(ended) = run {
        restored += ended.replay(tx, operation)?;
    }
    Ok(restored)
}

/// Steps that one statement replays: neighbours in the log, of one table and of one sort, no row twice. An import
/// adds 10,000 rows to a table; with a statement for each, SQLite would look at what refers to them 10,000 times
/// anew, and that was most of an undo.
struct Run<'s> {
    table: &'s LoggedTable,
    /// Whether the operation added the rows; otherwise it changed or deleted them.
    added: bool,
    /// The lowest and the highest id of the steps in the log.
    steps: (i64, i64),
    rows: HashSet<i64>,
}

impl<'s> Run<'s> {
    fn begin(table: &'s LoggedTable, step: &Step) -> Self {
        Self {
            table,
            added: step.added,
            steps: (step.id, step.id),
            rows: HashSet::from([step.row]),
        }
    }

    /// Takes the next step, if it is one of the same run.
    fn takes(&mut self, table: &LoggedTable, step: &Step) -> bool {
        let same = self.table.name == table.name && self.added == step.added;
        if same && self.rows.insert(step.row) {
            self.steps.0 = step.id;
            return true;
        }
        false
    }

    /// Deletes the rows, or gives them their old values. Returns how many there were.
    fn replay(&self, tx: &Tx<'_>, operation: OperationId) -> Result<usize> {
        let name = &self.table.name;
        let of_run = (operation, self.steps.0, self.steps.1);
        if self.added {
            let sql = format!(
                "DELETE FROM {name} WHERE id IN (SELECT row_id FROM undo_log WHERE {OF_RUN})"
            );
            return tx.execute(&sql, of_run);
        }
        log_rows_that_come_back(tx, name, OF_RUN, of_run)?;
        tx.execute(&put_back_sql(name, &self.table.columns), of_run)
            .map_err(|error| match self.table.name_taken {
                // A violated UNIQUE constraint arrives as `Internal`: another row has this name now.
                Some(words) if error.code == Code::Internal => Error::invalid("name", words),
                _ => error,
            })
    }
}

/// SQL: the steps of a run. `wanted` left none out between them: that would have ended it.
const OF_RUN: &str = "operation_id = ?1 AND id BETWEEN ?2 AND ?3";

/// One row of the undo log, and the people it belongs to.
struct Step {
    id: i64,
    table: String,
    row: i64,
    /// The first person that the row names itself.
    person: Option<PersonId>,
    /// Further people that it names, and those of its parts.
    further: Vec<PersonId>,
    /// Whether the operation added the row.
    added: bool,
}

impl Step {
    fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.person.iter().chain(&self.further)
    }
}

/// The log of an operation, last entry first.
fn steps(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<Step>> {
    let mut people: HashMap<(String, i64), Vec<PersonId>> = HashMap::new();
    let further = tx.all(
        "SELECT table_name, row_id, person_id FROM undo_people WHERE operation_id = ?1",
        [operation],
        |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)),
    )?;
    for (row, person) in further {
        people.entry(row).or_default().push(person);
    }
    let steps = tx.all(
        "SELECT id, table_name, row_id, person_id, old IS NULL FROM undo_log WHERE operation_id = ?1 ORDER BY id DESC",
        [operation],
        |row| {
            Ok(Step {
                id: row.get(0)?,
                table: row.get(1)?,
                row: row.get(2)?,
                person: row.get(3)?,
                further: Vec::new(),
                added: row.get(4)?,
            })
        },
    )?;
    if people.is_empty() {
        return Ok(steps);
    }
    let with_further = |mut step: Step| {
        let key = (step.table, step.row);
        step.further.extend(people.get(&key).into_iter().flatten());
        step.table = key.0;
        step
    };
    Ok(steps.into_iter().map(with_further).collect())
}

/// SQL that gives the rows of a run their old values, and inserts those that are gone.
fn put_back_sql(table: &str, columns: &[String]) -> String {
    let values: Vec<String> = columns.iter().map(|c| format!("old ->> '$.{c}'")).collect();
    let set: Vec<String> = columns
        .iter()
        .filter(|c| *c != "id")
        .map(|c| format!("{c} = excluded.{c}"))
        .collect();
    format!(
        "INSERT INTO {table} ({}) SELECT {} FROM undo_log WHERE {OF_RUN} ORDER BY id DESC \
         ON CONFLICT (id) DO UPDATE SET {}",
        columns.join(", "),
        values.join(", "),
        set.join(", ")
    )
}
