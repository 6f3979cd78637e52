//! Operations named after people.

use super::person_rows;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::changing::Changing;

impl Changing<'_> {
    /// Names the operation after the first of these people, and says how many they are.
    ///
    /// # Errors
    /// `NotFound` where the first is gone or there is none.
    pub(crate) fn about_people(&self, people: &[PersonId]) -> Result<()> {
        let first = *people
            .first()
            .ok_or_else(|| Error::not_found("Nobody was chosen. This"))?;
        let name = person_rows::get(&self.tx, first)?.name.display;
        self.about(name, people.len());
        Ok(())
    }
}
