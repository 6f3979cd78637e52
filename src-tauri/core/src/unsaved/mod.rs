//! Unsaved text, kept as it is typed so that a crash does not take it.

mod unsaved_rows;

use serde::Serialize;

use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;
use crate::store::noun::{Noun, Table};

/// Unsaved text.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::aside("unsaved_texts")],
    ..Noun::BARE
};

/// Text that was typed and not yet saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Unsaved {
    /// Which field it belongs to, as the page named it.
    pub key: String,
    /// The text.
    pub text: String,
}

impl Book {
    /// Keeps a field's text, or drops it (`None`).
    ///
    /// # Errors
    /// Those of storage.
    pub fn unsaved_save(&self, key: &str, text: Option<&str>, now: &Moment) -> Result<()> {
        self.change_for_good(|tx| match text {
            Some(text) => unsaved_rows::put(tx, key, text, now.stamp()),
            None => unsaved_rows::delete(tx, key),
        })
    }

    /// Every unsaved text, oldest first.
    ///
    /// # Errors
    /// Those of storage.
    pub fn unsaved_list(&self) -> Result<Vec<Unsaved>> {
        self.read(unsaved_rows::all)
    }
}
