//! Which talks were about a need.

use super::edit::about;
use super::{GoalId, GoalRow, goal_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, interaction_rows};
use crate::moment::Moment;
use crate::store::Tx;

impl Book {
    /// The open needs that somebody of these has to do with, those with the nearest day first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goals_open_with(&self, people: &[PersonId], now: &Moment) -> Result<Vec<GoalRow>> {
        self.read(|tx| {
            let open = goal_rows::open_with(tx, people)?.into_iter();
            Ok(open.map(|record| GoalRow::of(&record, now)).collect())
        })
    }

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

/// Says that a conversation was about these needs.
///
/// # Errors
/// `NotFound`; storage errors.
pub(crate) fn in_talk(tx: &Tx<'_>, talk: InteractionId, goals: &[GoalId]) -> Result<()> {
    for goal in goals {
        goal_rows::get(tx, *goal)?;
        goal_rows::set_talk(tx, *goal, talk, true)?;
    }
    Ok(())
}
