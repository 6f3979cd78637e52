//! The tags in use.

use super::{TagCount, tag_rows};
use crate::book::Book;
use crate::error::Result;

impl Book {
    /// Every tag, with how many people have it.
    ///
    /// # Errors
    /// Those of storage.
    pub fn tags_list(&self) -> Result<Vec<TagCount>> {
        self.read(tag_rows::counted)
    }
}
