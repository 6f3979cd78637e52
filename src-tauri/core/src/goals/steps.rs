//! The steps of a need.

use super::edit::{about, about_open, read_by};
use super::step_rows::{self, StepRecord};
use super::{GoalId, GoalStep, GoalStepId, NewGoalStep, StepDoer, goal_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{due_words, notice_day};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::field_limits::some_line;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{PersonName, check_people, person_rows};
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::short_date;

impl Book {
    /// Adds a step to an open need.
    ///
    /// # Errors
    /// `Invalid` at `what`, `people` or `when`; `NotFound`; `Stale` if the need is closed; storage errors.
    pub fn goal_step_add(
        &self,
        goal: GoalId,
        step: &NewGoalStep,
        now: &Moment,
    ) -> Result<Done<GoalStepId>> {
        self.change(OperationKind::AddGoalStep, now, |change| {
            let tx = &change.tx;
            about_open(change, goal)?;
            let due_on = read_by(tx, "when", &step.when, None, now)?;
            let record = StepRecord {
                id: GoalStepId(0),
                goal,
                doer: step.doer,
                person: checked_person(tx, step, None)?,
                what: checked_what(&step.what)?,
                due_on,
                set_on: now.today().into(),
                stands_on: stands_on(tx, due_on, now)?,
                done_on: None,
            };
            step_rows::insert(tx, &record)
        })
    }

    /// Corrects a step of an open need; another day rings anew.
    ///
    /// # Errors
    /// Like `goal_step_add`.
    pub fn goal_step_edit(
        &self,
        id: GoalStepId,
        step: &NewGoalStep,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoalStep, now, |change| {
            let tx = &change.tx;
            let before = step_rows::get(tx, id)?;
            about_open(change, before.goal)?;
            let due_on = read_by(tx, "when", &step.when, before.due_on, now)?;
            let mut after = StepRecord {
                doer: step.doer,
                person: checked_person(tx, step, before.person)?,
                what: checked_what(&step.what)?,
                due_on,
                ..before.clone()
            };
            if after.due_on != before.due_on {
                after.set_on = now.today().into();
                after.stands_on = stands_on(tx, due_on, now)?;
            }
            if after != before {
                step_rows::update(tx, &after)?;
            }
            Ok(())
        })
    }

    /// Says that a step was done today, or that it is open after all.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if that is so already; storage errors.
    pub fn goal_step_finish(&self, id: GoalStepId, done: bool, now: &Moment) -> Result<Done<()>> {
        let kind = match done {
            true => OperationKind::FinishGoalStep,
            false => OperationKind::ReopenGoalStep,
        };
        self.change(kind, now, |change| {
            let record = step_rows::get(&change.tx, id)?;
            about(change, record.goal)?;
            if record.done_on.is_some() == done {
                return Err(Error::new(
                    Code::Stale,
                    match done {
                        true => "This step is done already.",
                        false => "This step is open already.",
                    },
                ));
            }
            let done_on = done.then(|| now.today().into());
            step_rows::update(&change.tx, &StepRecord { done_on, ..record })
        })
    }

    /// The need that a step is part of.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal_of_step(&self, id: GoalStepId) -> Result<GoalId> {
        self.read(|tx| Ok(step_rows::get(tx, id)?.goal))
    }

    /// Removes a step.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal_step_remove(&self, id: GoalStepId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveGoalStep, now, |change| {
            about(change, step_rows::get(&change.tx, id)?.goal)?;
            step_rows::delete(&change.tx, id)
        })
    }
}

/// A step as the page shows it.
pub(crate) fn shown_step(tx: &Tx<'_>, record: StepRecord, now: &Moment) -> Result<GoalStep> {
    let today = now.today();
    let is_mine = record.doer == StepDoer::Me;
    let (due_words, tone) = due_words(record.due_on, is_mine, today);
    let person = record
        .person
        .map(|id| person_rows::get(tx, id))
        .transpose()?
        .filter(|person| person.trashed_at.is_none());
    Ok(GoalStep {
        id: record.id,
        goal: record.goal,
        title: goal_rows::get(tx, record.goal)?.title,
        doer: record.doer,
        person: record.person.zip(person).map(|(id, person)| PersonName {
            id,
            name: person.name.display,
        }),
        what: record.what,
        due_on: record.due_on,
        due_words,
        tone,
        day_text: record.due_on.map_or(String::new(), Day::typed),
        done: record
            .done_on
            .map_or(String::new(), |on| short_date(on.date(), today)),
    })
}

/// The day from which a step of mine that gets its day today stands on Today, like a promise.
fn stands_on(tx: &Tx<'_>, due_on: Option<Day>, now: &Moment) -> Result<Option<Day>> {
    let Some(due) = due_on else { return Ok(None) };
    let rules = rules(tx, now)?;
    Ok(Some(notice_day(now.today(), due.date(), &rules).into()))
}

fn checked_what(what: &str) -> Result<String> {
    some_line("what", what, "Say what the step is.")
}

fn checked_person(
    tx: &Tx<'_>,
    step: &NewGoalStep,
    before: Option<PersonId>,
) -> Result<Option<PersonId>> {
    if step.doer == StepDoer::Them && step.person.is_none() {
        return Err(Error::invalid("people", "Say who takes it."));
    }
    let person = step.person.as_slice();
    check_people(tx, person, before.as_slice())?;
    Ok(step.person)
}
