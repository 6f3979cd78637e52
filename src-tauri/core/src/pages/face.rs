//! What stands beside a person's name, where no whole page is needed.

use super::PersonFace;
use crate::book::{Book, must};
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::people_list::list_rows;
use crate::relationships::relationship_rows;

impl Book {
    /// A person's face, in the trash or not.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn person_face(&self, id: PersonId) -> Result<PersonFace> {
        self.read(|tx| {
            let person = person_rows::get(tx, id)?;
            let row = must(list_rows::row(tx, id)?, "row")?;
            let mine = relationship_rows::of_person(tx, id)?;
            Ok(PersonFace {
                id,
                name: row.name,
                initials: row.initials,
                colour: row.colour,
                photo: row.photo,
                role: row.role,
                organisation: row.organisation,
                kept_close: row.kept_close,
                do_not_ask: mine.is_some_and(|mine| mine.do_not_ask),
                trashed: person.trashed_at.is_some(),
            })
        })
    }
}
