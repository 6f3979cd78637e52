//! What the schema says of the tables that Undo covers: their columns, whose a row is, and what a row
//! is a part of. Read once when the book is opened.

use rusqlite::Connection;

use super::find;
use super::noun::{Kept, Nouns, Table};
use crate::error::Result;

/// The tables of a book that the mechanisms walk.
#[derive(Default)]
pub(crate) struct Schema {
    /// Logged for undo; what a row refers to comes first.
    pub(crate) logged: Vec<LoggedTable>,
    /// Names that rows of logged tables share.
    pub(crate) shared: Vec<SharedTable>,
    /// Tables and columns that refer to blobs.
    pub(crate) blob_users: Vec<(String, String)>,
    /// The query for what find looks through of a person.
    pub(crate) texts_of_person: String,
    /// The nouns, for what follows a change.
    pub(crate) nouns: Nouns,
}

/// A table that is logged for undo.
#[derive(Debug)]
pub(crate) struct LoggedTable {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    /// What is said where an undo would bring a name back that another row has by now.
    pub(crate) name_taken: Option<&'static str>,
    /// The columns that say whose a row is: those that refer to people, and the id of a person itself.
    pub(crate) people: Vec<String>,
    /// The table whose rows these are parts of: one that names no person itself and whose rows take
    /// theirs with them when they go. Whoever is named by a part, the whole is theirs too.
    pub(crate) part_of: Option<Reference>,
    /// Tables of which a row names parts in this one (the other end of `part_of`).
    pub(crate) parts: Vec<Reference>,
    /// Rows of other logged tables refer to rows of this one, which are nobody's (kinds).
    pub(crate) referred_from: Vec<Reference>,
}

/// A column of a table that refers to another table's `id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// For `part_of` the table referred to, otherwise the table that refers.
    pub(crate) table: String,
    pub(crate) column: String,
    /// The column that says whose the referring row is.
    pub(crate) person: String,
}

/// A table of names.
#[derive(Debug)]
pub(crate) struct SharedTable {
    pub(crate) name: String,
    /// Table and column that refer to it.
    pub(crate) users: Vec<(String, String)>,
}

struct ForeignKey {
    column: String,
    to: String,
    cascades: bool,
}

impl Schema {
    /// Reads the schema of an open book for these nouns.
    pub(crate) fn read(connection: &Connection, nouns: Nouns) -> Result<Self> {
        let tables = nouns.iter().flat_map(|noun| noun.tables);
        let kept = |kept| tables.clone().filter(move |table| table.kept == kept);
        let mut schema = Self {
            texts_of_person: find::texts_of_person(nouns),
            nouns,
            ..Self::default()
        };
        let mut keys = Vec::new();
        for Table {
            name, name_taken, ..
        } in kept(Kept::Undoable)
        {
            let foreign = foreign_keys(connection, name)?;
            schema.logged.push(LoggedTable {
                name: (*name).to_owned(),
                columns: columns(connection, name)?,
                name_taken: *name_taken,
                people: people_columns(name, &foreign),
                part_of: None,
                parts: Vec::new(),
                referred_from: Vec::new(),
            });
            keys.push(foreign);
        }
        schema.join(&keys);
        for Table { name, .. } in kept(Kept::Shared) {
            let users = schema.users_of(name, &keys);
            schema.shared.push(SharedTable {
                name: (*name).to_owned(),
                users,
            });
        }
        schema.blob_users = schema.users_of("blobs", &keys);
        Ok(schema)
    }

    /// Tables and columns of logged rows that refer to a table.
    fn users_of(&self, name: &str, keys: &[Vec<ForeignKey>]) -> Vec<(String, String)> {
        let mut users = Vec::new();
        for (table, keys) in self.logged.iter().zip(keys) {
            let to_it = keys.iter().filter(|key| key.to == name);
            users.extend(to_it.map(|key| (table.name.clone(), key.column.clone())));
        }
        users
    }

    /// Fills `part_of`, `parts` and `referred_from` from the references between tables that name no
    /// person and tables that do.
    fn join(&mut self, keys: &[Vec<ForeignKey>]) {
        let mut found = Vec::new();
        for (table, keys) in self.logged.iter().zip(keys) {
            let Some(person) = table.people.first() else {
                continue;
            };
            for key in keys {
                let is_nobodys = |to: &LoggedTable| to.name == key.to && to.people.is_empty();
                if self.logged.iter().any(is_nobodys) {
                    found.push((
                        table.name.clone(),
                        person.clone(),
                        key.column.clone(),
                        key.to.clone(),
                        key.cascades,
                    ));
                }
            }
        }
        for (table, person, column, to, is_part) in found {
            for logged in &mut self.logged {
                let reference = |table: &str| Reference {
                    table: table.to_owned(),
                    column: column.clone(),
                    person: person.clone(),
                };
                if logged.name == to && is_part {
                    logged.parts.push(reference(&table));
                } else if logged.name == to {
                    logged.referred_from.push(reference(&table));
                } else if logged.name == table && is_part {
                    logged.part_of = Some(reference(&to));
                }
            }
        }
    }
}

impl LoggedTable {
    /// The first column that says whose a row is.
    pub(crate) fn person(&self) -> Option<&str> {
        self.people.first().map(String::as_str)
    }

    /// The further columns that say whose a row is.
    pub(crate) fn other_people(&self) -> &[String] {
        self.people.get(1..).unwrap_or_default()
    }

    /// A row is nobody's, neither by itself nor by its parts (settings, kinds).
    pub(crate) fn is_nobodys(&self) -> bool {
        self.people.is_empty() && self.parts.is_empty()
    }
}

fn people_columns(table: &str, keys: &[ForeignKey]) -> Vec<String> {
    if table == "people" {
        return vec!["id".to_owned()];
    }
    let to_people = keys.iter().filter(|key| key.to == "people");
    to_people.map(|key| key.column.clone()).collect()
}

/// Names of a table's columns, in their order.
pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// A table's references, in the order in which its columns stand.
fn foreign_keys(connection: &Connection, table: &str) -> Result<Vec<ForeignKey>> {
    let mut statement = connection.prepare(
        "SELECT f.\"from\", f.\"table\", f.on_delete = 'CASCADE' FROM pragma_foreign_key_list(?1) f \
         JOIN pragma_table_info(?1) c ON c.name = f.\"from\" ORDER BY c.cid",
    )?;
    let keys = statement.query_map([table], |row| {
        Ok(ForeignKey {
            column: row.get(0)?,
            to: row.get(1)?,
            cascades: row.get(2)?,
        })
    })?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}
