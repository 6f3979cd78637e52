//! A source card as it came.

use super::{SourceCardId, source_card_rows};
use crate::book::Book;
use crate::error::Result;
use crate::store::blobs;

impl Book {
    /// A source card's text as it came.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn card_text(&self, card: SourceCardId) -> Result<String> {
        let bytes = self.read(|tx| blobs::bytes(tx, source_card_rows::get(tx, card)?.blob))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
