//! The parts of a need.

use super::edit::{MOST_PARTS, about_open, too_many_parts};
use super::{GoalId, GoalPartId, NewGoalPart, goal_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::field_limits::some_line;
use crate::moment::Moment;

impl Book {
    /// Adds a part to an open need.
    ///
    /// # Errors
    /// `Invalid` at `what` or `parts`; `NotFound`; `Stale` if the need is closed; storage errors.
    pub fn goal_part_add(
        &self,
        goal: GoalId,
        part: &NewGoalPart,
        now: &Moment,
    ) -> Result<Done<GoalPartId>> {
        self.change(OperationKind::EditGoal, now, |change| {
            about_open(change, goal)?;
            if goal_rows::parts_of(&change.tx, goal)?.len() >= MOST_PARTS {
                return Err(too_many_parts());
            }
            let what = checked_part("what", &part.what)?;
            goal_rows::insert_part(&change.tx, goal, part.help, &what)
        })
    }

    /// Corrects a part of an open need.
    ///
    /// # Errors
    /// Like `goal_part_add`.
    pub fn goal_part_edit(
        &self,
        id: GoalPartId,
        part: &NewGoalPart,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let before = goal_rows::part(&change.tx, id)?;
            about_open(change, before.goal)?;
            let what = checked_part("what", &part.what)?;
            if (before.help, &before.what) != (part.help, &what) {
                goal_rows::set_part(&change.tx, id, part.help, &what)?;
            }
            Ok(())
        })
    }

    /// Removes a part of an open need. Whoever stands at no other one has to do with the need no more.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if the need is closed; storage errors.
    pub fn goal_part_remove(&self, id: GoalPartId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let part = goal_rows::part(&change.tx, id)?;
            about_open(change, part.goal)?;
            goal_rows::delete_part(&change.tx, id)?;
            goal_rows::drop_idle(&change.tx, part.goal)
        })
    }
}

/// One line that says what exactly is needed.
///
/// # Errors
/// `Invalid` where it is blank or too long.
pub(super) fn checked_part(field: &str, what: &str) -> Result<String> {
    some_line(field, what, "Say what exactly is needed.")
}
