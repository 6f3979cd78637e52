//! The mechanisms of storage: opening the file, transactions, the undo log,
//! find, blobs, the whole-book export.

pub(crate) mod blobs;
mod card_words;
pub(crate) mod changing;
mod compressed;
pub(crate) mod find;
mod free_room;
pub(crate) mod image;
pub(crate) mod noun;
pub(crate) mod open;
pub(crate) mod operations;
pub(crate) mod own_file;
#[cfg(test)]
mod query_plan_tests;
pub(crate) mod reminder_source;
pub(crate) mod schema;
pub(crate) mod seen_days;
pub(crate) mod undo_log;
pub(crate) mod undo_replay;
mod unreadable;
mod wal;
pub(crate) mod whole_check;
pub(crate) mod whole_book;

use rusqlite::{CachedStatement, Connection, Params, Row};

use crate::error::Result;
use noun::{Migrates, Noun, Table};
use schema::Schema;

/// The noun of the tables that belong to the mechanisms.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::aside("blobs"),
        Table::aside("operations"),
        Table::aside("undo_log"),
        Table::aside("undo_people"),
        Table::aside("person_find"),
    ],
    migrates: &[Migrates {
        to: 12,
        run: blobs::compress_all,
    }],
    ..Noun::BARE
};

/// A transaction in which the book is read or changed. Only `Book` makes one.
pub(crate) struct Tx<'c> {
    connection: &'c Connection,
    schema: &'c Schema,
}

/// Ids as a list for SQL's `IN`. They are numbers, so that no SQL can be injected.
pub(crate) fn id_list(ids: &[crate::ids::PersonId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
    ids.join(", ")
}

impl<'c> Tx<'c> {
    pub(crate) fn within(connection: &'c Connection, schema: &'c Schema) -> Self {
        Self { connection, schema }
    }

    /// The tables that the mechanisms work on.
    pub(crate) fn schema(&self) -> &'c Schema {
        self.schema
    }

    /// Allows rows to refer to rows that are inserted later in this
    /// transaction. SQLite checks them at commit.
    fn defer_foreign_keys(&self) -> Result<()> {
        self.connection
            .pragma_update(None, "defer_foreign_keys", true)?;
        Ok(())
    }

    pub(crate) fn prepare(&self, sql: &str) -> Result<CachedStatement<'c>> {
        #[cfg(test)]
        query_plan_tests::note(sql);
        Ok(self.connection.prepare_cached(sql)?)
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.prepare(sql)?.execute(params)?)
    }

    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.prepare(sql)?.insert(params)?)
    }

    /// All rows, converted by `read`.
    ///
    /// # Errors
    /// `RowUnreadable`, naming the row, if `read` cannot convert a value; storage errors.
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

    /// Calls `read` for each row, without collecting them.
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
            read(row).map_err(|error| unreadable::with_row(self, row, error))?;
        }
        Ok(())
    }

    /// The first row, converted by `read`.
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
        let read = read(row).map_err(|error| unreadable::with_row(self, row, error))?;
        Ok(Some(read))
    }
}
