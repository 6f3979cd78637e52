//! Queries of the full-text index `person_find`.

use rusqlite::types::Value;

use super::list_rows::Where;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// Up to `limit` people who pass the filter and match the FTS5 expression, in no order.
pub(crate) fn matching(
    tx: &Tx<'_>,
    expression: &str,
    wanted: &Where,
    limit: u32,
) -> Result<Vec<PersonId>> {
    matches(tx, expression, wanted, "", limit)
}

/// Like `matching`, best first. The weights of bm25 are those of the columns name, phones, words.
pub(crate) fn ranked(
    tx: &Tx<'_>,
    expression: &str,
    wanted: &Where,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let order = "ORDER BY bm25(person_find, 10.0, 4.0, 1.0), rowid";
    matches(tx, expression, wanted, order, limit)
}

fn matches(
    tx: &Tx<'_>,
    expression: &str,
    wanted: &Where,
    order: &str,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let mut values = wanted.values.clone();
    values.push(Value::Text(expression.to_owned()));
    // The index has nobody who is in the trash, so the filter is not needed then.
    let filtered = match wanted.is_everyone {
        true => String::new(),
        false => format!(
            "AND EXISTS (SELECT 1 FROM people p WHERE p.id = person_find.rowid AND {})",
            wanted.sql
        ),
    };
    let sql = format!(
        "SELECT rowid FROM person_find WHERE person_find MATCH ?{} {filtered} {order} LIMIT {limit}",
        values.len()
    );
    tx.all(&sql, rusqlite::params_from_iter(values), |row| row.get(0))
}
