//! What a noun says of itself. Undo, the whole-book export, find, sweeps and what follows a change
//! walk the list of nouns (`nouns.rs`), so that no mechanism names one.

use rusqlite::Transaction;

use crate::error::Result;
use crate::ids::{OperationId, PersonId};
use crate::store::changing::Changing;

use super::Tx;
use super::ring_sort::RingSort;

/// The nouns of a book, in the order of their tables: what a row refers to comes before it.
pub(crate) type Nouns = &'static [&'static Noun];

/// Answers how a person is called, where they are there.
pub(crate) type NameOf = fn(&Tx<'_>, PersonId) -> Result<Option<String>>;

/// One noun, as the mechanisms see it.
pub(crate) struct Noun {
    /// Its tables; what a row refers to comes first.
    pub(crate) tables: &'static [Table],
    /// What find looks through.
    pub(crate) finds: &'static [Finds],
    /// What follows a change and belongs to it: undone with it, and seen by `derives`.
    pub(crate) settles: Option<Settles>,
    /// What is computed from what the change left behind: neither logged nor undone.
    pub(crate) derives: &'static [Derives],
    /// What of it rings.
    pub(crate) rings: Option<&'static RingSort>,
    /// How a person is called; `None` for one in the trash, or where there is nobody of that id. One noun
    /// says so.
    pub(crate) name_of_person: Option<NameOf>,
    /// Refuses an undo that would leave the noun's rows in a state that no change would allow.
    pub(crate) after_undo: Option<fn(&Tx<'_>, OperationId) -> Result<()>>,
    /// Fills what a migration alone cannot, after the migration to this schema version.
    pub(crate) migrates: Option<Migrates>,
}

impl Noun {
    /// A noun that says nothing of itself: the base to start from.
    pub(crate) const BARE: Self = Self {
        tables: &[],
        finds: &[],
        settles: None,
        derives: &[],
        rings: None,
        name_of_person: None,
        after_undo: None,
        migrates: None,
    };
}

/// A table of a noun, and what the mechanisms do with it.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) kept: Kept,
    /// What is said where an undo would bring a name back that another row has by now.
    pub(crate) name_taken: Option<&'static str>,
}

/// What becomes of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// What a person entered: logged for undo, and part of the whole-book export. Has an `id`.
    Undoable,
    /// Names that other rows share (tags, organisations): exported while a row refers to them, never
    /// logged, and swept once neither a row nor the undo log refers to them. Has an `id`.
    Shared,
    /// Computed from other rows, remembered for the window, or kept by a mechanism: neither logged nor
    /// exported.
    Aside,
}

impl Table {
    pub(crate) const fn undoable(name: &'static str) -> Self {
        Self::of(name, Kept::Undoable)
    }

    pub(crate) const fn shared(name: &'static str) -> Self {
        Self::of(name, Kept::Shared)
    }

    pub(crate) const fn aside(name: &'static str) -> Self {
        Self::of(name, Kept::Aside)
    }

    const fn of(name: &'static str, kept: Kept) -> Self {
        Self {
            name,
            kept,
            name_taken: None,
        }
    }
}

/// Where find looks: a hit in a name weighs most, then a phone, then words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindIn {
    Name,
    Phone,
    Words,
}

/// Text of a person that find looks through: one text column a row, the person is `?1`.
pub(crate) struct Finds {
    pub(crate) column: FindIn,
    pub(crate) sql: &'static str,
}

/// What runs within a change that touched a row of one of the tables, for those whose rows they are.
pub(crate) struct Settles {
    pub(crate) after: &'static [&'static str],
    pub(crate) run: fn(&Changing<'_>, &[PersonId]) -> Result<()>,
}

/// What runs once a change is logged, for everybody whose rows it touched.
pub(crate) struct Derives {
    pub(crate) after: After,
    pub(crate) run: fn(&Changing<'_>, &[PersonId]) -> Result<()>,
}

/// Which changes are followed.
pub(crate) enum After {
    /// Every change that touched a row.
    AnyRow,
    /// A change that touched a row of one of these tables.
    Tables(&'static [&'static str]),
}

/// What runs within a migration's transaction, after its SQL.
#[derive(Clone, Copy)]
pub(crate) struct Migrates {
    /// The schema version that the migration leads to.
    pub(crate) to: i32,
    pub(crate) run: fn(&Transaction<'_>) -> rusqlite::Result<()>,
}
