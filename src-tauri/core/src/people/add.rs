//! Adding a person who has a name and nothing else yet.

use super::{Name, person_rows};
use crate::blank::is_blank;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// The name of a new person, from the text that was typed.
///
/// # Errors
/// `Invalid` at `field` where the name is empty or too long.
pub(crate) fn name_of_new(field: &str, typed: &str) -> Result<Name> {
    let name = Name::said(typed);
    if is_blank(&name.display) {
        return Err(Error::invalid(field, "A person needs a name."));
    }
    check_length(field, &name.display)?;
    Ok(name)
}

/// Adds a person with this name.
pub(crate) fn insert_named(tx: &Tx<'_>, name: &Name, now: &Moment) -> Result<PersonId> {
    person_rows::insert(tx, name, "", now.stamp())
}
