//! Tags: the words that group people.

use super::{TagCount, TagId, tag_rows};
use crate::blank::is_blank;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::store::Tx;

impl Book {
    /// Every tag, with how many people have it.
    ///
    /// # Errors
    /// Those of storage.
    pub fn tags_list(&self) -> Result<Vec<TagCount>> {
        self.read(tag_rows::counted)
    }
}

/// Gives a person the tag of this name.
///
/// # Errors
/// `Invalid` at `tag` where it has no word or is too long.
pub(super) fn give(tx: &Tx<'_>, person: PersonId, name: &str) -> Result<()> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&name) {
        return Err(Error::invalid("tag", "A tag needs a word."));
    }
    check_length("tag", &name)?;
    tag_rows::give(tx, person, tag_rows::named(tx, &name)?).map(drop)
}

pub(super) fn take(tx: &Tx<'_>, person: PersonId, tag: TagId) -> Result<()> {
    tag_rows::take(tx, person, tag)
}
