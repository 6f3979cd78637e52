//! Which first steps are offered with whom, and answering one.

use chrono::NaiveDate;

use super::{FirstStep, FirstStepOffered, StepAnswer, first_step_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
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
/// Whoever was met is new for so many days: as long as a new role is.
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

/// Notes that a step was taken, where it was not answered before.
pub(crate) fn note_taken(
    tx: &Tx<'_>,
    person: PersonId,
    step: FirstStep,
    now: &Moment,
) -> Result<()> {
    match first_step_rows::of_person(tx, person)?.contains(&step) {
        true => Ok(()),
        false => {
            let on = now.today().into();
            first_step_rows::insert(tx, person, step, StepAnswer::Taken, on)
        }
    }
}

/// Whether nothing speaks against beginning, and the person is new.
fn is_new(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    if is_left_alone(tx, person, now)? {
        return Ok(false);
    }
    let talks = interaction_rows::talks_of(tx, person)?;
    let relationship = relationship_rows::of_person(tx, person)?;
    let is_kept_close = relationship.is_some_and(|known| known.kept_close_on.is_some());
    let first_talk = talks.iter().map(|(on, _)| *on).min();
    let begun = met_on(tx, person)?.into_iter().chain(first_talk).min();
    Ok(is_somebody_new(
        talks.len(),
        begun,
        is_kept_close,
        now.today(),
    ))
}

/// Who is somebody new: one talked with them once at most, and met them, or first talked with them, in the last 60
/// days. With whom nothing has begun yet is new while the user keeps them close.
///
/// 60 days are what NURTURE calls new of a role; once is what an introductory meeting, the first of the steps, takes.
fn is_somebody_new(
    talks: usize,
    begun: Option<Day>,
    is_kept_close: bool,
    today: NaiveDate,
) -> bool {
    let is_recent = |on: Day| (0..=NEW_DAYS).contains(&(today - on.date()).num_days());
    talks <= MOST_TALKS && begun.map_or(is_kept_close, is_recent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_met_long_ago_is_not_new() {
        let today: NaiveDate = "2026-03-10".parse().unwrap();
        let is_new = |talks, begun: Option<&str>, close| {
            let begun = begun.map(|on| Day::from(on.parse::<NaiveDate>().unwrap()));
            is_somebody_new(talks, begun, close, today)
        };
        assert!(is_new(0, Some("2026-03-09"), false) && is_new(1, Some("2026-01-09"), false));
        assert!(is_new(0, None, true) && !is_new(0, None, false));
        // Kept close or not, whoever was met years ago is nobody new.
        assert!(!is_new(1, Some("2019-05-01"), true) && !is_new(0, Some("2026-01-08"), true));
        assert!(!is_new(2, Some("2026-03-09"), true));
    }
}
