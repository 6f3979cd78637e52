//! Inserts the rows that an import made, without Kith: the same tables, indexes and full-text index, in
//! one transaction. The difference to the import is the time that Kith takes.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::timed;

type Rows = Vec<(String, usize, Vec<Vec<Value>>)>;

/// Copies the book's rows into a new file and returns how long the inserts took.
pub fn insert(book: &Path, to: &Path) -> Result<Duration, Box<dyn std::error::Error>> {
    let from = Connection::open(book)?;
    let schema: Vec<String> = texts(
        &from,
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'person_find_%' AND name NOT LIKE 'sqlite_%'",
    )?;
    let tables = texts(
        &from,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'person_find%' AND name NOT LIKE 'sqlite_%' AND name <> 'undo_log' AND name <> 'operations'",
    )?;
    let rows: Rows = tables
        .iter()
        .map(|table| all(&from, table))
        .collect::<Result<_, _>>()?;
    let words = words(&from)?;
    let mut fresh = Connection::open(to)?;
    fresh.pragma_update(None, "journal_mode", "wal")?;
    fresh.pragma_update(None, "synchronous", "full")?;
    for sql in schema {
        fresh.execute_batch(&sql)?;
    }
    let (done, took) = timed(|| fill(&mut fresh, &rows, &words));
    done?;
    Ok(took)
}

fn fill(
    fresh: &mut Connection,
    rows: &Rows,
    words: &[(i64, String, String, String)],
) -> rusqlite::Result<()> {
    let transaction = fresh.transaction()?;
    for (table, columns, rows) in rows {
        let marks = vec!["?"; *columns].join(", ");
        let mut insert = transaction.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        for row in rows {
            insert.execute(rusqlite::params_from_iter(row))?;
        }
    }
    {
        let mut insert = transaction.prepare(
            "INSERT INTO person_find (rowid, name, phones, words) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for row in words {
            insert.execute((row.0, &row.1, &row.2, &row.3))?;
        }
    }
    transaction.commit()
}

fn texts(from: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    from.prepare(sql)?
        .query_map([], |row| row.get(0))?
        .collect()
}

fn all(from: &Connection, table: &str) -> rusqlite::Result<(String, usize, Vec<Vec<Value>>)> {
    let mut select = from.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = select.column_count();
    let rows = select
        .query_map([], |row| (0..columns).map(|at| row.get(at)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    Ok((table.to_owned(), columns, rows))
}

/// Approximately the words in the full-text index, whose own text cannot be read back.
fn words(from: &Connection) -> rusqlite::Result<Vec<(i64, String, String, String)>> {
    let mut select = from.prepare(
        "SELECT p.id, p.sort_key || ' ' || p.sort_key, \
         coalesce((SELECT group_concat(substr(normal, 2) || ' ' || substr(normal, 3) || ' ' || substr(normal, 4) || ' ' || substr(normal, 5) || ' ' || substr(normal, 6) || ' ' || substr(normal, 7) || ' ' || substr(normal, 8) || ' ' || substr(normal, 9), ' ') FROM contact_points WHERE person_id = p.id AND kind = 'phone'), ''), \
         lower(coalesce((SELECT group_concat(value, ' ') FROM contact_points WHERE person_id = p.id AND kind <> 'phone'), '') || ' ' || \
         coalesce((SELECT group_concat(o.name || ' ' || a.role || ' ' || a.department, ' ') FROM affiliations a LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.person_id = p.id), '') || ' ' || \
         coalesce((SELECT group_concat(body, ' ') FROM notes WHERE person_id = p.id), '')) \
         FROM people p",
    )?;
    select
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect()
}
