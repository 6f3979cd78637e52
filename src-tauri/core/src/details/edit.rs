//! Editing what is known of people, one field or several people at a time.

use super::{
    DetailEdit, affiliations, contact_points, date_notice_rows, dates, edit_words, notes, tags,
};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{edit_name, person_rows};
use crate::store::changing::Changing;

impl Book {
    /// Edits one person; returns the id of a new row where the edit made one.
    ///
    /// # Errors
    /// `Invalid` with the field; `NotFound`; those of storage.
    pub fn person_edit(
        &self,
        id: PersonId,
        edit: &DetailEdit,
        now: &Moment,
    ) -> Result<Done<Option<i64>>> {
        self.change(OperationKind::EditPerson, now, |change| {
            change.about_people(&[id])?;
            change.says(edit_words::said(edit));
            apply(change, id, edit)
        })
    }

    /// The same edit for several people, in one undo step.
    ///
    /// # Errors
    /// Like `person_edit`; the first error takes all back.
    pub fn people_edit(
        &self,
        ids: &[PersonId],
        edit: &DetailEdit,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditPeople, now, |change| {
            change.about_people(ids)?;
            change.says(edit_words::said(edit));
            for id in ids {
                apply(change, *id, edit)?;
            }
            Ok(())
        })
    }
}

/// One edit within a change; the id of a new row where it made one.
fn apply(change: &Changing<'_>, person: PersonId, edit: &DetailEdit) -> Result<Option<i64>> {
    let tx = &change.tx;
    match edit {
        DetailEdit::Name { display, parts } => {
            edit_name::rename(tx, person, display, parts.as_ref())?
        }
        DetailEdit::Nickname { value } => edit_name::set_nickname(tx, person, value)?,
        DetailEdit::RemovePhoto => person_rows::set_photo(tx, person, None)?,
        DetailEdit::ContactPoint {
            id,
            kind,
            value,
            label,
            preferred,
        } => {
            let id = contact_points::put(tx, person, *id, *kind, value, label, *preferred)?;
            return Ok(Some(id.0));
        }
        DetailEdit::RemoveContactPoint { id } => contact_points::remove(tx, person, *id)?,
        DetailEdit::MoveContactPoint { id, to } => contact_points::move_to(tx, person, *id, *to)?,
        DetailEdit::Affiliation {
            id,
            organisation,
            role,
            department,
            since,
            until,
        } => {
            let job = [organisation.as_str(), role, department];
            return Ok(Some(
                affiliations::put(tx, person, *id, job, [since, until])?.0,
            ));
        }
        DetailEdit::RemoveAffiliation { id } => affiliations::remove(tx, person, *id)?,
        DetailEdit::Date {
            id,
            kind,
            label,
            text,
        } => {
            return Ok(Some(dates::put(tx, person, *id, *kind, label, text)?.0));
        }
        DetailEdit::RemoveDate { id } => dates::remove(tx, person, *id)?,
        DetailEdit::DateNotice { value } => date_notice_rows::put(tx, person, *value)?,
        DetailEdit::Note { id, body } => {
            return Ok(Some(notes::put(tx, person, *id, body, &change.now)?.0));
        }
        DetailEdit::RemoveNote { id } => notes::remove(tx, person, *id)?,
        DetailEdit::AddTag { name } => tags::give(tx, person, name)?,
        DetailEdit::RemoveTag { id } => tags::take(tx, person, *id)?,
    }
    Ok(None)
}

/// # Errors
/// `NotFound` where a row is not this person's.
pub(super) fn check_owner(owner: PersonId, person: PersonId) -> Result<()> {
    match owner == person {
        true => Ok(()),
        false => Err(Error::not_found("This")),
    }
}
