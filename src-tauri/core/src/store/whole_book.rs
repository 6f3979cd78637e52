//! Reading and writing all rows of a book, for export and import as JSON. The columns come from the schema.

use std::path::Path;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{Connection, ffi, params_from_iter};
use serde_json::{Map, Value};

use super::noun::{Nouns, TableKind};
use super::schema::{Schema, columns};
use super::{Tx, blobs, open};
use crate::error::{Code, Error, Result};
use crate::ids::{BlobId, PersonId};

/// The tables of a book: shared names first, then logged tables, both in the order of
/// the nouns. Blobs are separate.
pub(crate) fn tables(schema: &Schema) -> impl Iterator<Item = &str> {
    let shared = schema.shared.iter().map(|table| table.name.as_str());
    shared.chain(schema.logged.iter().map(|table| table.name.as_str()))
}

/// The same tables, from the declarations of the nouns.
pub(crate) fn exported(nouns: Nouns) -> impl Iterator<Item = &'static str> {
    let tables = nouns.iter().flat_map(|noun| noun.tables);
    let of = move |kind| {
        tables
            .clone()
            .filter(move |table| table.kind == kind)
            .map(|table| table.name)
    };
    of(TableKind::Shared).chain(of(TableKind::Undoable))
}

/// SQL: whether a row is exported. Shared names that no row refers to are not: they exist for undo only.
fn is_used(schema: &Schema, table: &str) -> String {
    let shared = schema.shared.iter().find(|shared| shared.name == table);
    let users = shared
        .map(|shared| shared.users.as_slice())
        .unwrap_or_default();
    let used = users
        .iter()
        .map(|(table, column)| format!("id IN (SELECT {column} FROM {table})"));
    match shared {
        Some(_) => used.collect::<Vec<_>>().join(" OR "),
        None => "true".to_owned(),
    }
}

/// Calls `each` for every row of a table, in order of its id, with its (column, value) pairs.
pub(crate) fn each_row(
    tx: &Tx<'_>,
    table: &str,
    mut each: impl FnMut(&[(&str, Value)]) -> Result<()>,
) -> Result<()> {
    let columns = columns(tx.connection, table)?;
    let sql = format!(
        "SELECT {} FROM {table} WHERE {} ORDER BY id",
        columns.join(", "),
        is_used(tx.schema, table)
    );
    let mut statement = tx.connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut cells = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let value = match row.get_ref(at)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => number.into(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
                ValueRef::Real(_) | ValueRef::Blob(_) => return Err(Error::damaged()),
            };
            cells.push((column.as_str(), value));
        }
        each(&cells)?;
    }
    Ok(())
}

/// All people, including those in the trash.
pub(crate) fn everyone(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.all("SELECT id FROM people ORDER BY id", [], |row| row.get(0))
}

/// A new file that is being filled. Nothing stays in it unless `finish` succeeds.
pub(crate) struct Filling {
    connection: Connection,
    tables: Vec<Table>,
    nouns: Nouns,
    compresses_blobs: bool,
}

struct Table {
    name: String,
    columns: Vec<Column>,
    insert: String,
}

struct Column {
    name: String,
    is_text: bool,
    may_be_absent: bool,
}

impl Filling {
    /// Creates a file with the schema of a version. `finish` runs the later migrations.
    pub(crate) fn start(file: &Path, version: i32, nouns: Nouns) -> Result<Self> {
        let connection = open::fresh(file, version)?;
        // References are checked at the end: rows may refer to later ones.
        connection.pragma_update(None, "foreign_keys", false)?;
        connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut tables = Vec::new();
        for name in exported(nouns) {
            let table = Table::read(&connection, name)?;
            if table.columns.is_empty() {
                continue; // A table of a later version.
            }
            connection.execute(&format!("DELETE FROM {name}"), [])?;
            tables.push(table);
        }
        let compresses_blobs = columns(&connection, "blobs")?
            .iter()
            .any(|column| column == "form");
        Ok(Self {
            connection,
            tables,
            nouns,
            compresses_blobs,
        })
    }

    /// The tables that a book of this version has.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().map(|table| table.name.as_str())
    }

    /// Inserts a row.
    ///
    /// # Errors
    /// `Invalid`, with what is wrong with it; storage errors.
    pub(crate) fn put(&self, table: &str, row: &Map<String, Value>) -> Result<()> {
        let known = self.tables.iter().find(|known| known.name == table);
        let table = known.ok_or_else(|| Error::internal("table"))?;
        if let Some(unknown) = row.keys().find(|key| table.column(key).is_none()) {
            let name: String = unknown.chars().take(40).collect();
            return Err(invalid(format!("“{name}” is not known here")));
        }
        let cells: Vec<ToSqlOutput<'_>> = table
            .columns
            .iter()
            .map(|column| column.cell(row))
            .collect::<Result<_>>()?;
        self.connection
            .prepare_cached(&table.insert)?
            .execute(params_from_iter(cells))
            .map_err(refused)?;
        Ok(())
    }

    /// Inserts a blob with its id.
    ///
    /// # Errors
    /// Like `put`.
    pub(crate) fn put_blob(&self, id: BlobId, sha256: &[u8], bytes: &[u8]) -> Result<()> {
        blobs::put(&self.connection, id, sha256, bytes, self.compresses_blobs).map_err(refused)
    }

    /// Checks all references, commits, and migrates the file to the newest schema version.
    ///
    /// # Errors
    /// `Invalid` for the first reference that leads nowhere; storage errors.
    pub(crate) fn finish(self, file: &Path) -> Result<()> {
        let dangling = self
            .connection
            .prepare("SELECT \"table\", \"rowid\", parent FROM pragma_foreign_key_check LIMIT 1")?
            .query_map([], |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, i64>(1)?,
                    row.get::<_, String>(2)?,
                ))
            })?
            .next()
            .transpose()?;
        if let Some((table, id, parent)) = dangling {
            return Err(invalid(format!(
                "{table}, id {id}: it refers to something in {parent} that is not there"
            )));
        }
        self.connection.execute_batch("COMMIT")?;
        drop(self.connection);
        open::writer(file, self.nouns).map(drop)
    }
}

impl Table {
    fn read(connection: &Connection, name: &str) -> Result<Self> {
        let mut statement = connection
            .prepare("SELECT name, type, \"notnull\" OR pk > 0 FROM pragma_table_info(?1)")?;
        let columns = statement.query_map([name], |row| {
            Ok(Column {
                name: row.get(0)?,
                is_text: row.get::<_, String>(1)? == "TEXT",
                may_be_absent: !row.get::<_, bool>(2)?,
            })
        })?;
        let columns: Vec<Column> = columns.collect::<rusqlite::Result<_>>()?;
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let marks: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
        Ok(Self {
            insert: format!(
                "INSERT INTO {name} ({}) VALUES ({})",
                names.join(", "),
                marks.join(", ")
            ),
            name: name.to_owned(),
            columns,
        })
    }

    fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

impl Column {
    fn cell<'r>(&self, row: &'r Map<String, Value>) -> Result<ToSqlOutput<'r>> {
        let name = &self.name;
        match row.get(name) {
            None => Err(invalid(format!("“{name}” is missing"))),
            Some(Value::Null) if self.may_be_absent => Ok(ToSqlOutput::Owned(SqlValue::Null)),
            Some(Value::String(text)) if self.is_text => Ok(text.as_str().into()),
            Some(Value::Number(number)) if !self.is_text => match number.as_i64() {
                Some(number) => Ok(number.into()),
                None => Err(invalid(format!("“{name}” is not a whole number"))),
            },
            Some(_) if self.is_text => Err(invalid(format!("“{name}” is not a text"))),
            Some(_) => Err(invalid(format!("“{name}” is not a whole number"))),
        }
    }
}

fn invalid(words: String) -> Error {
    Error::new(Code::Invalid, words)
}

/// A violated constraint of the schema in plain words.
fn refused(error: rusqlite::Error) -> Error {
    let code = error.sqlite_error().map(|error| error.extended_code);
    invalid(match code {
        Some(ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID) => {
            "its id is used twice".to_owned()
        }
        Some(ffi::SQLITE_CONSTRAINT_UNIQUE) => "it says again what may stand only once".to_owned(),
        Some(ffi::SQLITE_CONSTRAINT_CHECK) => {
            "it holds a word or number that Kith does not know".to_owned()
        }
        _ => return error.into(),
    })
}
