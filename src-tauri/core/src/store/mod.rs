//! The mechanisms of storage: opening the file, transactions, the undo log, the whole book, blobs.

pub(crate) mod blobs;
pub(crate) mod changing;
pub(crate) mod find;
pub(crate) mod noun;
pub(crate) mod open;
pub(crate) mod operations;
pub(crate) mod ring_sort;
pub(crate) mod schema;
pub(crate) mod undo_log;
pub(crate) mod undo_replay;
mod unreadable;
pub(crate) mod whole_book;

use rusqlite::{CachedStatement, Connection, Params, Row};

use crate::error::Result;
use noun::{Noun, Table};
use schema::Schema;

/// What the mechanisms keep for themselves.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::aside("blobs"),
        Table::aside("operations"),
        Table::aside("undo_log"),
        Table::aside("undo_people"),
        Table::aside("person_find"),
    ],
    ..Noun::BARE
};

/// A transaction in which the book is read or changed; only `Book` makes one.
pub(crate) struct Tx<'c> {
    connection: &'c Connection,
    schema: &'c Schema,
}

/// Ids as a list for SQL's IN: numbers only, so nothing can be slipped in.
pub(crate) fn id_list(ids: &[crate::ids::PersonId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
    ids.join(", ")
}

impl<'c> Tx<'c> {
    pub(crate) fn within(connection: &'c Connection, schema: &'c Schema) -> Self {
        Self { connection, schema }
    }

    /// The tables that the mechanisms walk.
    pub(crate) fn schema(&self) -> &'c Schema {
        self.schema
    }

    /// Lets rows refer to what comes later in this transaction; checked when it commits.
    fn defer_foreign_keys(&self) -> Result<()> {
        self.connection
            .pragma_update(None, "defer_foreign_keys", true)?;
        Ok(())
    }

    pub(crate) fn prepare(&self, sql: &str) -> Result<CachedStatement<'c>> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.prepare(sql)?.execute(params)?)
    }

    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.prepare(sql)?.insert(params)?)
    }

    /// Every row, as `read` has it.
    ///
    /// # Errors
    /// `RowUnreadable`, saying which row, where `read` cannot take a value; those of storage.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        self.each(sql, params, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// Hands every row to `read`, one after the other, and keeps none.
    ///
    /// # Errors
    /// Like `all`.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            read(row).map_err(|error| unreadable::say_which(self, row, error))?;
        }
        Ok(())
    }

    /// The first row, as `read` has it.
    ///
    /// # Errors
    /// Like `all`.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(params)?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let read = read(row).map_err(|error| unreadable::say_which(self, row, error))?;
        Ok(Some(read))
    }
}
