//! Whom an entry may name: a conversation, a promise.

use std::collections::HashSet;

use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::store::Tx;

/// So many people at most are named in one entry.
const MOST: usize = 200;

/// Refuses too many people, somebody named twice, and somebody in the trash who is not among those whom the entry
/// named `before`.
///
/// # Errors
/// `Invalid` at the field `people`; `NotFound`; storage errors.
pub(crate) fn check_people(tx: &Tx<'_>, people: &[PersonId], before: &[PersonId]) -> Result<()> {
    if people.len() > MOST {
        return Err(Error::invalid(
            "people",
            format!("That is more than {MOST} people. Name those whom it was really with."),
        ));
    }
    let mut seen = HashSet::new();
    for person in people {
        let trashed = person_rows::get(tx, *person)?.trashed_at.is_some();
        if trashed && !before.contains(person) {
            return Err(Error::invalid(
                "people",
                "Somebody named here is in the trash. Bring them back first.",
            ));
        }
        if !seen.insert(*person) {
            return Err(Error::invalid("people", "Somebody is named twice."));
        }
    }
    Ok(())
}
