//! Who stands at the parts of a need, what they have to say in it, and who wants it too.

use super::edit::about_open;
use super::goal_rows::{self, HelperRecord, InGoal};
use super::{GoalId, GoalPartId, HelperRole};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{check_people, person_rows};
use crate::store::Tx;

/// Most people of one need.
const MOST_PEOPLE: usize = 500;

impl Book {
    /// Puts people at a part of an open need, each with this part in it.
    ///
    /// # Errors
    /// `Invalid` at `people` where somebody stands there already, is named twice or is in the trash; `NotFound`; `Stale`
    /// if the need is closed; storage errors. After an error nothing is changed.
    pub fn goal_helpers_add(
        &self,
        part: GoalPartId,
        people: &[PersonId],
        role: HelperRole,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            let goal = goal_rows::part(tx, part)?.goal;
            about_open(change, goal)?;
            if people.is_empty() {
                return Err(Error::invalid("people", "Say who."));
            }
            check_people(tx, people, &[])?;
            for person in people {
                if goal_rows::role_at(tx, part, *person)?.is_some() {
                    let name = person_rows::get(tx, *person)?.name.display;
                    let message = format!("{name} stands at this part already.");
                    return Err(Error::invalid("people", message));
                }
                join(tx, goal, *person)?;
                goal_rows::put_helper(
                    tx,
                    HelperRecord {
                        part,
                        person: *person,
                        role,
                    },
                )?;
            }
            Ok(())
        })
    }

    /// Says which part a person has in a part of an open need.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if the need is closed, or they stand there no more; storage errors.
    pub fn goal_helper_set(
        &self,
        part: GoalPartId,
        person: PersonId,
        role: HelperRole,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            about_open(change, goal_rows::part(tx, part)?.goal)?;
            stands(tx, part, person)?;
            goal_rows::put_helper(tx, HelperRecord { part, person, role })
        })
    }

    /// Takes a person away from a part of an open need.
    ///
    /// # Errors
    /// Like `goal_helper_set`.
    pub fn goal_helper_remove(
        &self,
        part: GoalPartId,
        person: PersonId,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            let goal = goal_rows::part(tx, part)?.goal;
            about_open(change, goal)?;
            stands(tx, part, person)?;
            goal_rows::take_helper(tx, part, person)?;
            goal_rows::drop_idle(tx, goal)
        })
    }

    /// Says what say and what interest a person has in a need, each from 1 to 5; `None` leaves it unsaid.
    ///
    /// # Errors
    /// `Invalid` at `say` or `interest`; `NotFound`; `Stale` if the need is closed; storage errors.
    pub fn goal_place(
        &self,
        goal: GoalId,
        person: PersonId,
        say: Option<u8>,
        interest: Option<u8>,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            about_open(change, goal)?;
            for (field, value) in [("say", say), ("interest", interest)] {
                if value.is_some_and(|value| !(1..=5).contains(&value)) {
                    return Err(Error::invalid(field, "From 1 to 5."));
                }
            }
            let known = goal_rows::in_goal(tx, goal, person)?.ok_or_else(gone)?;
            goal_rows::put_in_goal(
                tx,
                goal,
                &InGoal {
                    say,
                    interest,
                    ..known
                },
            )
        })
    }

    /// Says whether a person wants what a need is about, too.
    ///
    /// # Errors
    /// `Invalid` at `people` where they are in the trash; `NotFound`; `Stale` if the need is closed; storage errors.
    pub fn goal_share(
        &self,
        goal: GoalId,
        person: PersonId,
        shares: bool,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            about_open(change, goal)?;
            check_people(tx, &[person], &[])?;
            if shares {
                join(tx, goal, person)?;
            }
            if let Some(known) = goal_rows::in_goal(tx, goal, person)? {
                goal_rows::put_in_goal(tx, goal, &InGoal { shares, ..known })?;
            }
            goal_rows::drop_idle(tx, goal)
        })
    }
}

/// Somebody has to do with a goal from now on, if they had not.
fn join(tx: &Tx<'_>, goal: GoalId, person: PersonId) -> Result<()> {
    if goal_rows::in_goal(tx, goal, person)?.is_some() {
        return Ok(());
    }
    if goal_rows::people_in(tx, goal)?.len() >= MOST_PEOPLE {
        let message = format!("A need has {MOST_PEOPLE} people at most.");
        return Err(Error::invalid("people", message));
    }
    goal_rows::put_in_goal(
        tx,
        goal,
        &InGoal {
            person,
            shares: false,
            say: None,
            interest: None,
        },
    )
}

fn stands(tx: &Tx<'_>, part: GoalPartId, person: PersonId) -> Result<HelperRole> {
    goal_rows::role_at(tx, part, person)?.ok_or_else(gone)
}

fn gone() -> Error {
    Error::new(
        Code::Stale,
        "They stand in this need no more. Nothing was changed.",
    )
}
