//! Logging a conversation together with what came of it.

use serde::{Deserialize, Serialize};

use super::keep_too::keep_too;
use super::log::{about_participants, log};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{self, TalkCommitment};
use crate::error::Result;
use crate::exchanges::{self, TalkExchange};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::logging::{Logged, NewInteraction};
use crate::moment::Moment;
use crate::relationships::KindId;

/// What came of a conversation, and is saved with it. The field of an error names the part and the place:
/// "promises.0.what", "exchanges.1.size".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TalkOutcome {
    /// What was promised, both ways.
    pub promises: Vec<TalkCommitment>,
    /// What was given and received.
    pub exchanges: Vec<TalkExchange>,
}

impl Book {
    /// Logs a conversation and what came of it, and keeps `keep` close as `kind`, if there is one: one step of Undo.
    ///
    /// # Errors
    /// Like `interaction_log_keeping`; `Invalid` at a field of the outcome, such as `promises.0.what`.
    pub fn interaction_log_with(
        &self,
        draft: &NewInteraction,
        outcome: &TalkOutcome,
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
            let (tx, talk, people) = (&change.tx, logged.id, &draft.people);
            let on = interaction_rows::get(tx, talk)?.on;
            commitments::in_talk(tx, talk, on, people, &outcome.promises, now)?;
            exchanges::in_talk(tx, talk, people, &outcome.exchanges)?;
            Ok(logged)
        })
    }
}
