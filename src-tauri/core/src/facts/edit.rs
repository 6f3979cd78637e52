//! Adding, correcting and removing lines about the whole person.

use super::{Fact, FactId, NewFact, fact_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::field_limits::some_line;
use crate::ids::PersonId;
use crate::moment::Moment;

impl Book {
    /// Lines about a person: interests, family, causes, then others, each in the order they were added.
    ///
    /// # Errors
    /// Those of storage.
    pub fn facts_of(&self, person: PersonId) -> Result<Vec<Fact>> {
        self.read(|tx| fact_rows::of_person(tx, person))
    }

    /// Adds a line about a person.
    ///
    /// # Errors
    /// `Invalid` at `text`; `NotFound`; those of storage.
    pub fn fact_add(&self, person: PersonId, fact: &NewFact, now: &Moment) -> Result<Done<FactId>> {
        let fact = checked(fact)?;
        self.change(OperationKind::AddFact, now, |change| {
            change.about_people(&[person])?;
            fact_rows::insert(&change.tx, person, &fact)
        })
    }

    /// Corrects a line.
    ///
    /// # Errors
    /// `Invalid` at `text`; `NotFound`; those of storage.
    pub fn fact_edit(&self, id: FactId, fact: &NewFact, now: &Moment) -> Result<Done<()>> {
        let fact = checked(fact)?;
        self.change(OperationKind::EditFact, now, |change| {
            change.about_people(&[fact_rows::person_of(&change.tx, id)?])?;
            fact_rows::update(&change.tx, id, &fact)
        })
    }

    /// Removes a line.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn fact_remove(&self, id: FactId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveFact, now, |change| {
            change.about_people(&[fact_rows::person_of(&change.tx, id)?])?;
            fact_rows::delete(&change.tx, id)
        })
    }
}

/// The line without space around and breaks in it.
fn checked(fact: &NewFact) -> Result<NewFact> {
    let text = some_line("text", &fact.text, "There is nothing to keep yet.")?;
    Ok(NewFact { text, ..*fact })
}
