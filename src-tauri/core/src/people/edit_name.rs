//! Changing how a person is called.

use super::{Name, NameParts, person_rows};
use crate::blank::is_blank;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::store::Tx;

/// Without parts they are kept where they still fit, else derived.
///
/// # Errors
/// `Invalid` at `name` where it is empty or too long.
pub(crate) fn rename(
    tx: &Tx<'_>,
    id: PersonId,
    display: &str,
    parts: Option<&NameParts>,
) -> Result<()> {
    let display = display.trim();
    if is_blank(display) {
        return Err(Error::invalid("name", "A person needs a name."));
    }
    check_length("name", display)?;
    let now = person_rows::get(tx, id)?.name;
    // Nobody said more than was guessed where the parts are the guessed ones.
    let told = parts.filter(|parts| !now.guessed || **parts != now.parts());
    let name = match told {
        Some(parts) => Name::with_parts(display, parts.clone()),
        None => now.renamed(display),
    };
    person_rows::set_name(tx, id, &name)
}

/// # Errors
/// `Invalid` at `nickname` where it is too long.
pub(crate) fn set_nickname(tx: &Tx<'_>, id: PersonId, nickname: &str) -> Result<()> {
    check_length("nickname", nickname)?;
    person_rows::set_nickname(tx, id, nickname.trim())
}
