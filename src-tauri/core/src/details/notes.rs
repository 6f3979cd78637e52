//! Notes about a person.

use super::edit::check_owner;
use super::{NoteId, note_rows};
use crate::blank::is_blank;
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::check_note;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

pub(super) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<NoteId>,
    body: &str,
    now: &Moment,
) -> Result<NoteId> {
    let body = body.trim_end();
    if is_blank(body) {
        return Err(Error::invalid("body", "There is nothing to keep yet."));
    }
    check_note("body", body)?;
    let today = Day::from(now.today());
    match id {
        Some(id) => {
            check_owner(note_rows::owner(tx, id)?, person)?;
            note_rows::update(tx, id, body, today)?;
            Ok(id)
        }
        None => note_rows::insert(tx, person, body, today),
    }
}

pub(super) fn remove(tx: &Tx<'_>, person: PersonId, id: NoteId) -> Result<()> {
    check_owner(note_rows::owner(tx, id)?, person)?;
    note_rows::delete(tx, id)
}
