//! Text that the user typed and has not saved yet. It is stored while it is typed, so
//! that a crash does not lose it.

mod unsaved_rows;

use serde::Serialize;

use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;
use crate::store::noun::{Noun, Table};

/// The noun of table `unsaved_texts`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::aside("unsaved_texts")],
    ..Noun::BARE
};

/// Text that was typed and not saved yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Unsaved {
    /// The field it belongs to, as the page named it.
    pub key: String,
    /// The text.
    pub text: String,
}

impl Book {
    /// Stores the text of a field, or deletes it (`None`). This is no step of Undo.
    ///
    /// # Errors
    /// Storage errors.
    pub fn unsaved_save(&self, key: &str, text: Option<&str>, now: &Moment) -> Result<()> {
        self.change_for_good(|tx| match text {
            Some(text) => unsaved_rows::put(tx, key, text, now.stamp()),
            None => unsaved_rows::delete(tx, key),
        })
    }

    /// All unsaved texts, oldest first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn unsaved_list(&self) -> Result<Vec<Unsaved>> {
        self.read(unsaved_rows::all)
    }
}
