//! Which first steps are offered with whom, and answering one.

use super::{FirstStep, FirstStepOffered, StepAnswer, first_step_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Code, Error, Result};
use crate::events::met_on;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::relationships::relationship_rows;
use crate::relationships::relationship_rows::is_left_alone;
use crate::store::Tx;

/// Whoever one talked with more often is not new.
const MOST_TALKS: usize = 1;
/// Whoever is not kept close is new for so many days after one met them: as long as a new role is new.
const NEW_DAYS: i64 = 60;

impl Book {
    /// The first steps that are offered with a person; none with whoever is not new, and with whom nothing is
    /// suggested.
    ///
    /// # Errors
    /// Storage errors.
    pub fn first_steps_of(&self, person: PersonId, now: &Moment) -> Result<Vec<FirstStepOffered>> {
        self.read(|tx| {
            if !is_new(tx, person, now)? {
                return Ok(Vec::new());
            }
            let answered = first_step_rows::of_person(tx, person)?;
            let left = FirstStep::ALL.into_iter();
            let left = left.filter(|step| !answered.contains(step));
            Ok(left
                .map(|step| FirstStepOffered {
                    step,
                    title: step.title().to_owned(),
                    text: step.text().to_owned(),
                })
                .collect())
        })
    }

    /// A first step was taken, or put away: it is not offered again.
    ///
    /// # Errors
    /// `NotFound`; `Stale` where it was answered already; storage errors.
    pub fn first_step_answer(
        &self,
        person: PersonId,
        step: FirstStep,
        answer: StepAnswer,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::AnswerFirstStep, now, |change| {
            change.about_people(&[person])?;
            let tx = &change.tx;
            if first_step_rows::of_person(tx, person)?.contains(&step) {
                return Err(Error::new(
                    Code::Stale,
                    "This step was answered already. Nothing was changed.",
                ));
            }
            first_step_rows::insert(tx, person, step, answer, now.today().into())
        })
    }
}

/// Whether somebody is new: there was one talk at most, and they are kept close or were met lately.
fn is_new(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    if interaction_rows::talks_of(tx, person)?.len() > MOST_TALKS || is_left_alone(tx, person, now)?
    {
        return Ok(false);
    }
    let relationship = relationship_rows::of_person(tx, person)?;
    if relationship.is_some_and(|known| known.kept_close_on.is_some()) {
        return Ok(true);
    }
    let met = met_on(tx, person)?;
    Ok(met.is_some_and(|on| {
        let days = (now.today() - on.date()).num_days();
        (0..=NEW_DAYS).contains(&days)
    }))
}
