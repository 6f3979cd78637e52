//! What SQLite's schema says about the tables that undo covers: their columns, which people a row belongs to,
//! and which row it is a part of. Read once, when the book is opened.

use rusqlite::Connection;

use super::find;
use super::noun::{Nouns, Table, TableKind};
use crate::error::Result;

/// The tables of a book, as the mechanisms use them.
#[derive(Default)]
pub(crate) struct Schema {
    /// Tables logged for undo. They come after those that they refer to.
    pub(crate) logged: Vec<LoggedTable>,
    /// Tables of names that rows of logged tables share.
    pub(crate) shared: Vec<SharedTable>,
    /// Tables and columns that refer to blobs.
    pub(crate) blob_users: Vec<(String, String)>,
    /// The query for the name of a person that find searches.
    pub(crate) names_of_person: String,
    /// The query for the other texts of a person that find searches.
    pub(crate) texts_of_person: String,
    /// The nouns, for the functions that follow a change.
    pub(crate) nouns: Nouns,
}

/// A table logged for undo.
#[derive(Debug)]
pub(crate) struct LoggedTable {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    /// The message if an undo would restore a unique name that another row has now.
    pub(crate) name_taken: Option<&'static str>,
    /// The columns that name the people a row belongs to: references to `people`, and
    /// `id` in table `people` itself.
    pub(crate) people: Vec<String>,
    /// If the rows are parts of rows of another table: the reference to it. That table names no person
    /// itself, and deletes its parts by cascade (`interaction_people` is a part of `interactions`). A whole
    /// belongs to the people of its parts.
    pub(crate) part_of: Option<Reference>,
    /// The references of tables whose rows are parts of rows of this one; the reverse of `part_of`.
    pub(crate) parts: Vec<Reference>,
    /// References from other logged tables to rows of this one, if the table names no
    /// person and has no parts (`kinds`).
    pub(crate) referred_from: Vec<Reference>,
}

/// A reference of a table to the `id` of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// For `part_of` the referenced table, otherwise the referring one.
    pub(crate) table: String,
    pub(crate) column: String,
    /// The column that names the person of the referring row.
    pub(crate) person: String,
}

/// A table of shared names.
#[derive(Debug)]
pub(crate) struct SharedTable {
    pub(crate) name: String,
    /// The tables and columns that refer to it.
    pub(crate) users: Vec<(String, String)>,
}

struct ForeignKey {
    column: String,
    to: String,
    cascades: bool,
}

impl Schema {
    /// Reads the schema of an open book for the tables of these nouns.
    pub(crate) fn read(connection: &Connection, nouns: Nouns) -> Result<Self> {
        let tables = nouns.iter().flat_map(|noun| noun.tables);
        let of_kind = |kind| tables.clone().filter(move |table| table.kind == kind);
        let mut schema = Self {
            names_of_person: find::names_of_person(nouns),
            texts_of_person: find::texts_of_person(nouns, |_| Ok(true))?,
            nouns,
            ..Self::default()
        };
        let mut keys = Vec::new();
        for Table {
            name, name_taken, ..
        } in of_kind(TableKind::Undoable)
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
        schema.connect_references(&keys);
        for Table { name, .. } in of_kind(TableKind::Shared) {
            let users = schema.users_of(name, &keys);
            schema.shared.push(SharedTable {
                name: (*name).to_owned(),
                users,
            });
        }
        schema.blob_users = schema.users_of("blobs", &keys);
        Ok(schema)
    }

    /// The logged tables and their columns that refer to a table.
    fn users_of(&self, name: &str, keys: &[Vec<ForeignKey>]) -> Vec<(String, String)> {
        let mut users = Vec::new();
        for (table, keys) in self.logged.iter().zip(keys) {
            let to_it = keys.iter().filter(|key| key.to == name);
            users.extend(to_it.map(|key| (table.name.clone(), key.column.clone())));
        }
        users
    }

    /// Fills in `part_of`, `parts` and `referred_from` from the references of tables that
    /// name people to tables that do not.
    fn connect_references(&mut self, keys: &[Vec<ForeignKey>]) {
        let mut found = Vec::new();
        for (table, keys) in self.logged.iter().zip(keys) {
            let Some(person) = table.people.first() else {
                continue;
            };
            for key in keys {
                let has_no_people = |to: &LoggedTable| to.name == key.to && to.people.is_empty();
                if self.logged.iter().any(has_no_people) {
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
    /// The first column that names a person.
    pub(crate) fn person(&self) -> Option<&str> {
        self.people.first().map(String::as_str)
    }

    /// The further columns that name a person.
    pub(crate) fn other_people(&self) -> &[String] {
        self.people.get(1..).unwrap_or_default()
    }

    /// Whether rows belong to no person, neither directly nor through parts (settings, kinds).
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

/// The columns of a table, in order.
pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// The references of a table, in the order of its columns.
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
