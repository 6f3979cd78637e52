//! A person's photo.

use super::person_rows;
use crate::book::Book;
use crate::error::{Error, Result};

impl Book {
    /// A photo by the hash that a row or page named.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn photo(&self, hash: &str) -> Result<Vec<u8>> {
        self.read(|tx| person_rows::photo(tx, hash))?
            .ok_or_else(|| Error::not_found("This photo"))
    }
}
