//! The steps of mine that stand on Today.

use serde::Serialize;

use super::steps::shown_step;
use super::{GoalStep, step_rows};
use crate::book::Book;
use crate::days::Day;
use crate::error::Result;
use crate::moment::Moment;
use crate::store::Tx;

/// The steps of mine that stand on Today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StandingSteps {
    /// From their notice on, the first of them by their day.
    pub steps: Vec<GoalStep>,
    /// How many stand there.
    pub total: u32,
}

impl Book {
    /// The steps of mine that stand on Today, at most `limit`: of open needs, from some days before their day on.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goal_steps_today(&self, limit: u32, now: &Moment) -> Result<StandingSteps> {
        self.read(|tx| {
            let (steps, total) = step_rows::standing(tx, now.today().into(), limit)?;
            let steps = steps.into_iter().map(|step| shown_step(tx, step, now));
            Ok(StandingSteps {
                steps: steps.collect::<Result<_>>()?,
                total,
            })
        })
    }
}

/// How many steps of mine are for today or an earlier day.
pub(crate) fn count_due(tx: &Tx<'_>, today: Day) -> Result<u32> {
    step_rows::count_due(tx, today)
}
