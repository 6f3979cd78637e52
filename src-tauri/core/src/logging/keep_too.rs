//! Logging a conversation and keeping some of its participants close, in one step.

use super::log::{about_participants, log};
use super::{Logged, NewInteraction};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::ids::PersonId;
use crate::keeping_close::keep_close;
use crate::moment::Moment;
use crate::relationships::{KindId, relationship_rows};
use crate::store::changing::Changing;

impl Book {
    /// Logs a conversation and keeps `keep` close as `kind`, with its cadence. Their first check-in is counted from the
    /// conversation. Whoever is kept close already stays as they are.
    ///
    /// # Errors
    /// Like `interaction_log`; `NotFound` if the kind is gone.
    pub fn interaction_log_keeping(
        &self,
        draft: &NewInteraction,
        keep: &[PersonId],
        kind: KindId,
        now: &Moment,
    ) -> Result<Done<Logged>> {
        self.change(OperationKind::LogInteraction, now, |change| {
            about_participants(change, &draft.people)?;
            keep_too(change, draft, keep, kind)?;
            log(change, draft)
        })
    }
}

/// Keeps those of `keep` close as `kind` who took part and are not kept close.
pub(super) fn keep_too(
    change: &Changing<'_>,
    draft: &NewInteraction,
    keep: &[PersonId],
    kind: KindId,
) -> Result<()> {
    for person in keep.iter().filter(|person| draft.people.contains(person)) {
        let known = relationship_rows::of_person(&change.tx, *person)?;
        if known.is_none_or(|known| known.kept_close_on.is_none()) {
            keep_close(&change.tx, *person, kind, None, 1, &change.now)?;
        }
    }
    Ok(())
}
