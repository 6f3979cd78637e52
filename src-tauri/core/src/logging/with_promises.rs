//! Logging a conversation together with the promises that were made in it.

use super::keep_too::keep_too;
use super::log::{about_participants, log};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{TalkCommitment, in_talk};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::logging::{Logged, NewInteraction};
use crate::moment::Moment;
use crate::relationships::KindId;

impl Book {
    /// Logs a conversation and the promises that were made in it, and keeps `keep` close as `kind`, if there is one: one
    /// step of Undo.
    ///
    /// # Errors
    /// Like `interaction_log_keeping`; `Invalid` at `promises.0.what`, `promises.0.people` or `promises.0.when`, with
    /// the place of the promise.
    pub fn interaction_log_with(
        &self,
        draft: &NewInteraction,
        promises: &[TalkCommitment],
        keep: &[PersonId],
        kind: Option<KindId>,
        now: &Moment,
    ) -> Result<Done<Logged>> {
        self.change(OperationKind::LogInteraction, now, |change| {
            about_participants(change, &draft.people)?;
            if let Some(kind) = kind {
                keep_too(change, draft, keep, kind)?;
            }
            let logged = log(change, draft)?;
            let on = interaction_rows::get(&change.tx, logged.id)?.on;
            in_talk(&change.tx, logged.id, on, &draft.people, promises, now)?;
            Ok(logged)
        })
    }
}
