//! Finding out which row cannot be read: its table, its key and the column.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Row, Statement};

use super::Tx;
use crate::error::{Error, Result, column_of};

/// Converts the error of reading a row. If a value could not be read, the error names the
/// row, if SQLite knows its origin.
pub(super) fn with_row(tx: &Tx<'_>, row: &Row<'_>, error: rusqlite::Error) -> Error {
    let Some(at) = column_of(&error) else {
        return error.into();
    };
    // If an error occurs while searching for the row, the error still says that a row cannot be read.
    let which = name_of_row(tx, row, at).ok().flatten();
    Error::row_unreadable(which.as_deref())
}

/// The name of the row: "check_ins, id 12 (due_on)". Without the key if that is
/// ambiguous; `None` for computed columns.
fn name_of_row(tx: &Tx<'_>, row: &Row<'_>, at: usize) -> Result<Option<String>> {
    let statement: &Statement<'_> = row.as_ref();
    let Some((table, column)) = origin(statement, at) else {
        return Ok(None);
    };
    let value = row.get_ref(at)?;
    let candidates = keys_with_value(tx, &table, &column, value)?;
    // If several rows have the same value, take the one whose key is in the result too.
    // A NULL alone identifies no row.
    let read = candidates.iter().find(|key| was_read(row, &table, key));
    let first = candidates.first().filter(|_| value != ValueRef::Null);
    let words = |key: &Key| {
        let parts = key
            .iter()
            .map(|(column, value)| format!("{column} {value}"));
        parts.collect::<Vec<_>>().join(", ")
    };
    Ok(Some(match read.or(first) {
        Some(key) => format!("{table}, {} ({column})", words(key)),
        None => format!("{table} ({column})"),
    }))
}

/// The table and column from which a result column comes; `None` if it is computed.
fn origin(statement: &Statement<'_>, at: usize) -> Option<(String, String)> {
    if at >= statement.column_count() {
        return None;
    }
    let (_, table, column, ..) = statement.column_metadata(at).ok().flatten()?;
    let text = |name: &std::ffi::CStr| name.to_str().ok().map(str::to_owned);
    Some((text(table)?, text(column)?))
}

/// The columns of a table's primary key with their values as text.
type Key = Vec<(String, String)>;

/// The keys of the rows with this value in this column, in order.
fn keys_with_value(
    tx: &Tx<'_>,
    table: &str,
    column: &str,
    value: ValueRef<'_>,
) -> Result<Vec<Key>> {
    let names: Vec<String> = tx
        .prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    // No injection is possible: the names come from the schema.
    let key = names.join(", ");
    let sql = format!("SELECT {key} FROM {table} WHERE {column} IS ?1 ORDER BY {key}");
    let mut statement = tx.prepare(&sql)?;
    let keys = statement.query_map([ToSqlOutput::Borrowed(value)], |row| {
        let values = names.iter().enumerate();
        let values = values.map(|(at, name)| Ok((name.clone(), words_of(row.get_ref(at)?))));
        values.collect()
    })?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// Whether the row that was being read contains the columns of this key with these values.
fn was_read(row: &Row<'_>, table: &str, key: &Key) -> bool {
    let statement: &Statement<'_> = row.as_ref();
    key.iter().all(|(column, value)| {
        (0..statement.column_count()).any(|at| {
            let is_it =
                origin(statement, at).is_some_and(|(of, name)| of == table && name == *column);
            is_it && row.get_ref(at).is_ok_and(|read| words_of(read) == *value)
        })
    })
}

fn words_of(key: ValueRef<'_>) -> String {
    match key {
        ValueRef::Integer(id) => id.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
    }
}
