//! Which talks were about a need.

use super::edit::about;
use super::{GoalId, goal_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::interactions::{InteractionId, interaction_rows};
use crate::moment::Moment;

impl Book {
    /// Says whether a talk was about a need.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal_talk_set(
        &self,
        goal: GoalId,
        talk: InteractionId,
        is_about: bool,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            about(change, goal)?;
            interaction_rows::get(&change.tx, talk)?;
            goal_rows::set_talk(&change.tx, goal, talk, is_about)
        })
    }
}
