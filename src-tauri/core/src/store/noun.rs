//! What a noun declares. Undo, the whole-book export, find, sweeps and derived data walk the list of nouns
//! (`nouns.rs`), so that no mechanism names a noun.

use rusqlite::Transaction;

use crate::error::Result;
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::store::changing::Changing;

use super::Tx;
use super::reminder_source::ReminderSource;

/// All nouns of a book. Tables come after those that they refer to.
pub(crate) type Nouns = &'static [&'static Noun];

/// Returns the display name of a person, if there is one.
pub(crate) type NameOf = fn(&Tx<'_>, PersonId) -> Result<Option<String>>;

/// A noun, as the mechanisms see it.
pub(crate) struct Noun {
    /// Its tables. They come after those that they refer to.
    pub(crate) tables: &'static [Table],
    /// The texts that find searches.
    pub(crate) finds: &'static [Finds],
    /// A function that completes a change within it. Its own changes are undone
    /// with it, and `derives` sees them.
    pub(crate) settles: Option<Settles>,
    /// Functions that compute derived data after a change. Their changes are neither logged nor undone.
    pub(crate) derives: &'static [Derives],
    /// Its sources of reminders.
    pub(crate) rings: &'static [&'static ReminderSource],
    /// What it tells of a person in notifications.
    pub(crate) tells: Option<&'static Tells>,
    /// Returns the display name of a person; `None` if they are in the trash, died or are not in the
    /// book. Exactly one noun declares it.
    pub(crate) name_of_person: Option<NameOf>,
    /// Refuses an undo that would leave the rows of the noun in a state that no other change allows.
    pub(crate) after_undo: Option<fn(&Tx<'_>, OperationId) -> Result<()>>,
    /// Functions that fill in data which the SQL of a migration cannot compute.
    pub(crate) migrates: &'static [Migrates],
}

impl Noun {
    /// A noun that declares nothing; the base of struct update syntax.
    pub(crate) const BARE: Self = Self {
        tables: &[],
        finds: &[],
        settles: None,
        derives: &[],
        rings: &[],
        tells: None,
        name_of_person: None,
        after_undo: None,
        migrates: &[],
    };
}

/// What to tell of a person beside what rings of these sorts (`ReminderSource::word`).
type TellsBeside = fn(&Tx<'_>, PersonId, &[&str], &Moment) -> Result<Vec<String>>;

/// What a noun tells of a person in notifications about them.
pub(crate) struct Tells {
    /// Sentences without the last full stop.
    pub(crate) words: TellsBeside,
    /// Runs before "Done" of such a notification takes effect.
    pub(crate) answered: fn(&Changing<'_>, PersonId) -> Result<()>,
}

/// A table of a noun, and how the mechanisms treat it.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) kind: TableKind,
    /// The message if an undo would restore a unique name that another row has now.
    pub(crate) name_taken: Option<&'static str>,
}

/// How the mechanisms treat the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableKind {
    /// Data that the user entered: logged for undo, and part of the whole-book export.
    /// The table needs a column `id`.
    Undoable,
    /// Names that other rows share (tags, organisations): exported while a row refers to them, never logged,
    /// and deleted when neither a row nor the undo log refers to them. The table needs a column `id`.
    Shared,
    /// Derived data, state of the window, and tables of the mechanisms: neither logged nor exported.
    Aside,
}

impl Table {
    pub(crate) const fn undoable(name: &'static str) -> Self {
        Self::of(name, TableKind::Undoable)
    }

    pub(crate) const fn shared(name: &'static str) -> Self {
        Self::of(name, TableKind::Shared)
    }

    pub(crate) const fn aside(name: &'static str) -> Self {
        Self::of(name, TableKind::Aside)
    }

    const fn of(name: &'static str, kind: TableKind) -> Self {
        Self {
            name,
            kind,
            name_taken: None,
        }
    }
}

/// A column of the find index. A match in a name weighs most, then one in a phone
/// number, then one in other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindIn {
    Name,
    Phone,
    Words,
}

/// A query for texts of a person that find searches: one text column, one text
/// per row, the person's id as `?1`.
pub(crate) struct Finds {
    pub(crate) column: FindIn,
    pub(crate) sql: &'static str,
}

/// A function that runs within a change that touched a row of one of the tables `after`. It gets the
/// people whose rows were touched.
pub(crate) struct Settles {
    pub(crate) after: &'static [&'static str],
    pub(crate) run: fn(&Changing<'_>, &[PersonId]) -> Result<()>,
}

/// A function that runs after a change was logged. It gets the people whose rows were touched.
pub(crate) struct Derives {
    pub(crate) after: After,
    pub(crate) run: fn(&Changing<'_>, &[PersonId]) -> Result<()>,
}

/// After which changes a function runs.
pub(crate) enum After {
    /// After each change that touched a row.
    AnyRow,
    /// After a change that touched a row of one of these tables.
    Tables(&'static [&'static str]),
}

/// A function that runs in the transaction of a migration, after its SQL.
#[derive(Clone, Copy)]
pub(crate) struct Migrates {
    /// The schema version that the migration leads to.
    pub(crate) to: i32,
    pub(crate) run: fn(&Transaction<'_>) -> rusqlite::Result<()>,
}
