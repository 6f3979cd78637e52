//! Adding a person by hand.

use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::details::{ContactKind, NewPerson};
use crate::details::{affiliations, contact_points};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::Name;
use crate::people::add::{insert_named, name_of_new};
use crate::store::changing::Changing;

impl Book {
    /// Adds a person, with what is known.
    ///
    /// # Errors
    /// `Invalid` at `name` where it is empty; those of storage.
    pub fn person_add(&self, person: &NewPerson, now: &Moment) -> Result<Done<PersonId>> {
        let name = name_of_new("name", &person.name)?;
        self.change(OperationKind::AddPerson, now, |change| {
            change.about(&name.display, 1);
            insert(change, &name, person)
        })
    }
}

/// Adds a person within a change.
///
/// # Errors
/// `Invalid` with the field; storage errors.
pub(crate) fn insert(change: &Changing<'_>, name: &Name, person: &NewPerson) -> Result<PersonId> {
    let id = insert_named(&change.tx, name, &change.now)?;
    for (kind, value) in [
        (ContactKind::Email, &person.email),
        (ContactKind::Phone, &person.phone),
    ] {
        if !is_blank(value) {
            contact_points::put(&change.tx, id, None, kind, value, "", false)?;
        }
    }
    if !is_blank(&person.organisation) || !is_blank(&person.role) {
        affiliations::put(
            &change.tx,
            id,
            None,
            [&person.organisation, &person.role, ""],
            ["", ""],
        )?;
    }
    Ok(id)
}
