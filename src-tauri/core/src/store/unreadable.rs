//! Which row of the book cannot be read: its table, its key and the column.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Row, Statement};

use super::Tx;
use crate::error::{Error, Result, column_of};

/// The error of a row of which a value could not be read, with the row that it came from where SQLite
/// knows; any other error as it is.
pub(super) fn say_which(tx: &Tx<'_>, row: &Row<'_>, error: rusqlite::Error) -> Error {
    let Some(at) = column_of(&error) else {
        return error.into();
    };
    // Whatever goes wrong while looking, that a row cannot be read is said.
    let which = which(tx, row, at).ok().flatten();
    Error::row_unreadable(which.as_deref())
}

/// "check_ins, id 12 (due_on)"; without the key where it cannot be told, nothing for what was computed.
fn which(tx: &Tx<'_>, row: &Row<'_>, at: usize) -> Result<Option<String>> {
    let statement: &Statement<'_> = row.as_ref();
    let Some((table, column)) = origin(statement, at) else {
        return Ok(None);
    };
    let value = row.get_ref(at)?;
    let holding = holding(tx, &table, &column, value)?;
    // Where several rows hold the same, the one whose key was read too; a NULL alone names no row.
    let read = holding.iter().find(|key| was_read(row, &table, key));
    let first = holding.first().filter(|_| value != ValueRef::Null);
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

/// The table and the column that a column of a result is, where it is one and not computed.
fn origin(statement: &Statement<'_>, at: usize) -> Option<(String, String)> {
    if at >= statement.column_count() {
        return None;
    }
    let (_, table, column, ..) = statement.column_metadata(at).ok().flatten()?;
    let text = |name: &std::ffi::CStr| name.to_str().ok().map(str::to_owned);
    Some((text(table)?, text(column)?))
}

/// What names a row: the columns of its table's key with their values, as words.
type Key = Vec<(String, String)>;

/// The keys of the rows that hold this value in this column, in their order.
fn holding(tx: &Tx<'_>, table: &str, column: &str, value: ValueRef<'_>) -> Result<Vec<Key>> {
    let names: Vec<String> = tx
        .prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    // The names are the schema's own.
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

/// Whether the row that was being read has this key's columns, with these values.
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
