//! Unsaved text, kept as it is typed so that a crash does not take it.

pub(crate) mod draft_rows;
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
pub struct Draft {
    /// Which field it belongs to, as the page named it.
    pub key: String,
    /// The text.
    pub text: String,
}

impl Book {
    /// Keeps a draft, or drops it (`None`).
    ///
    /// # Errors
    /// Those of storage.
    pub fn draft_save(&self, key: &str, text: Option<&str>, now: &Moment) -> Result<()> {
        self.change_for_good(|tx| match text {
            Some(text) => draft_rows::put(tx, key, text, &now.stamp()),
            None => draft_rows::delete(tx, key),
        })
    }

    /// Every draft, oldest first.
    ///
    /// # Errors
    /// Those of storage.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.read(draft_rows::all)
    }
}
