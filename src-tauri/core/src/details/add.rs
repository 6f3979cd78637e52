//! Adding a person by hand.

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::details::{ContactKind, NewPerson};
use crate::details::{affiliations, contact_points};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::Name;
use crate::people::person_rows;

impl Book {
    /// Adds a person, with what is known.
    ///
    /// # Errors
    /// `Invalid` at `name` where it is empty; those of storage.
    pub fn person_add(&self, person: &NewPerson, now: &Moment) -> Result<Done<PersonId>> {
        let name = Name::said(&person.name);
        if name.display.is_empty() {
            return Err(Error::invalid("name", "A person needs a name."));
        }
        check_length("name", &name.display)?;
        self.change(OperationKind::AddPerson, now, |change| {
            change.about(&name.display, 1);
            let id = person_rows::insert(&change.tx, &name, "", now.stamp())?;
            for (kind, value) in [
                (ContactKind::Email, &person.email),
                (ContactKind::Phone, &person.phone),
            ] {
                if !value.trim().is_empty() {
                    contact_points::put(&change.tx, id, None, kind, value, "", false)?;
                }
            }
            if !person.organisation.trim().is_empty() || !person.role.trim().is_empty() {
                affiliations::put(
                    &change.tx,
                    id,
                    None,
                    [&person.organisation, &person.role, ""],
                    ["", ""],
                )?;
            }
            Ok(id)
        })
    }
}
