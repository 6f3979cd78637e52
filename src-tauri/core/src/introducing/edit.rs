//! Correcting and removing an introduction.

use super::add::names_of;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::field_limits::one_line;
use crate::introductions::{IntroductionId, IntroductionRecord, introduction_rows};
use crate::moment::Moment;

impl Book {
    /// Corrects why people are introduced.
    ///
    /// # Errors
    /// `Invalid` at `why`; `NotFound`; storage errors.
    pub fn introduction_edit(
        &self,
        id: IntroductionId,
        why: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditIntroduction, now, |change| {
            let before = introduction_rows::get(&change.tx, id)?;
            change.about(names_of(&change.tx, &before.people)?.whole.join(" and "), 1);
            let why = one_line("why", why)?;
            match why == before.why {
                true => Ok(()),
                false => {
                    let after = IntroductionRecord { why, ..before };
                    introduction_rows::update(&change.tx, &after)
                }
            }
        })
    }

    /// Removes an introduction. What was given or received by it stays.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn introduction_remove(&self, id: IntroductionId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveIntroduction, now, |change| {
            let before = introduction_rows::get(&change.tx, id)?;
            change.about(names_of(&change.tx, &before.people)?.whole.join(" and "), 1);
            introduction_rows::delete(&change.tx, id)
        })
    }
}
