//! The only SQL. Typed rows in and out, a file a table; no policy.

pub(crate) mod affiliations;
pub(crate) mod blobs;
pub(crate) mod card_mentions;
pub(crate) mod check_ins;
pub(crate) mod contact_points;
pub(crate) mod dates;
pub(crate) mod delivery;
pub(crate) mod distinct_people;
pub(crate) mod drafts;
pub(crate) mod find;
pub(crate) mod interactions;
pub(crate) mod kinds;
pub(crate) mod map;
pub(crate) mod notes;
pub(crate) mod open;
pub(crate) mod operations;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod people_list;
pub(crate) mod relationships;
mod rows;
pub(crate) mod settings;
pub(crate) mod source_cards;
pub(crate) mod tags;
pub(crate) mod ties;
pub(crate) mod today;
pub(crate) mod undo_log;
pub(crate) mod whole_book;

use rusqlite::{CachedStatement, Connection, Params, Row};

use crate::error::Result;

/// A transaction in which the book is read or changed; only `Book` makes one.
pub(crate) struct Tx<'c>(&'c Connection);

/// Ids as a list for SQL's IN: numbers only, so nothing can be slipped in.
fn id_list(ids: &[crate::ids::PersonId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
    ids.join(", ")
}

impl<'c> Tx<'c> {
    pub(crate) fn within(transaction: &'c Connection) -> Self {
        Self(transaction)
    }

    fn prepare(&self, sql: &str) -> Result<CachedStatement<'c>> {
        Ok(self.0.prepare_cached(sql)?)
    }

    fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.prepare(sql)?.execute(params)?)
    }

    fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.prepare(sql)?.insert(params)?)
    }

    fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.prepare(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(params)?;
        Ok(rows.next()?.map(read).transpose()?)
    }
}
