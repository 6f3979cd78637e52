//! What people have of an attribute.

use super::{AttributeId, ChoiceId, PersonAttribute, attribute_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;

impl Book {
    /// What somebody has of the attributes; those of which nothing is known are not in it.
    ///
    /// # Errors
    /// Storage errors.
    pub fn attributes_of(&self, person: PersonId) -> Result<Vec<PersonAttribute>> {
        self.read(|tx| attribute_rows::of_person(tx, person))
    }

    /// Says what people have of an attribute, in one step; `None`: it is not known. Whoever has it already stays as
    /// they are.
    ///
    /// # Errors
    /// `NotFound` where one of them, the attribute or such a choice of it is not there; storage errors.
    pub fn attribute_set(
        &self,
        people: &[PersonId],
        attribute: AttributeId,
        choice: Option<ChoiceId>,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::SetAttribute, now, |change| {
            let tx = &change.tx;
            change.about_people(people)?;
            for person in people {
                person_rows::get(tx, *person)?;
            }
            let name = attribute_rows::name(tx, attribute)?;
            let Some(choice) = choice else {
                change.says(format!("{name} not known"));
                return attribute_rows::take(tx, people, attribute);
            };
            let choices = attribute_rows::choices_of(tx, attribute)?;
            let (_, chosen) = choices
                .iter()
                .find(|(id, _)| *id == choice)
                .ok_or_else(|| Error::not_found("This choice"))?;
            change.says(format!("{name}: {chosen}"));
            attribute_rows::give(tx, people, attribute, choice)
        })
    }
}
