//! Saying what the nature of a relationship is.

use super::{Nature, nature_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;

impl Book {
    /// Says what the nature of the relationship to a person is, today. What was said on another day is kept; what was
    /// said today is replaced.
    ///
    /// # Errors
    /// `Invalid` at `influence`, `mutuality` or `openness`; `NotFound`; storage errors.
    pub fn nature_set(&self, person: PersonId, said: &Nature, now: &Moment) -> Result<Done<()>> {
        for (field, step) in [
            ("influence", said.influence),
            ("mutuality", said.mutuality),
            ("openness", said.openness),
        ] {
            if step.is_some_and(|step| !(1..=5).contains(&step)) {
                return Err(Error::invalid(field, "There are five steps."));
            }
        }
        self.change(OperationKind::SetNature, now, |change| {
            change.about_people(&[person])?;
            let mut known = nature_rows::of_person(&change.tx, person)?;
            let held = known.last().map(|last| last.said).unwrap_or_default();
            if held == *said {
                return Ok(());
            }
            let today = Day::from(now.today());
            if let Some(last) = known.pop_if(|last| last.said_on == today) {
                nature_rows::delete(&change.tx, last.id)?;
            }
            let before = known.last().map(|last| last.said).unwrap_or_default();
            // As it was before today: then nothing changed today.
            match before == *said {
                true => Ok(()),
                false => nature_rows::insert(&change.tx, person, said, today),
            }
        })
    }
}
