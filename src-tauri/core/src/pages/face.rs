//! The small form of a person, for dialogs and for the map.

use super::PersonSummary;
use crate::book::{Book, must};
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::people_list::list_rows;
use crate::relationships::relationship_rows;

impl Book {
    /// The small form of a person, who may be in the trash.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn person_face(&self, id: PersonId) -> Result<PersonSummary> {
        self.read(|tx| {
            let person = person_rows::get(tx, id)?;
            let (row, _) = must(list_rows::row(tx, id)?, "row")?;
            let relationship = relationship_rows::of_person(tx, id)?;
            Ok(PersonSummary {
                id,
                name: row.name,
                initials: row.initials,
                colour: row.colour,
                photo: row.photo,
                role: row.role,
                organisation: row.organisation,
                kept_close: row.kept_close,
                do_not_ask: relationship.is_some_and(|relationship| relationship.do_not_ask),
                trashed: person.trashed_at.is_some(),
            })
        })
    }
}
