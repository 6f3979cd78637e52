//! Logging a conversation together with what came of it.

use serde::{Deserialize, Serialize};

use super::keep_too::keep_too;
use super::log::{about_participants, log};
use super::next_step;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{self, TalkCommitment};
use crate::error::{Error, Result};
use crate::exchanges::{self, TalkExchange};
use crate::goals::{self, GoalId};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::logging::{Logged, NewInteraction, NextStep};
use crate::moment::Moment;
use crate::next_lines;
use crate::reflections::{self, Reflection};
use crate::relationships::KindId;
use crate::shares::{self, ShareId};
use crate::store::Tx;

/// What came of a conversation, and is saved with it. The field of an error names the part and the place:
/// "promises.0.what", "exchanges.1.size", "nextStep.when".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct TalkOutcome {
    /// What was promised, both ways.
    pub promises: Vec<TalkCommitment>,
    /// What was given and received.
    pub exchanges: Vec<TalkExchange>,
    /// When to talk next, in place of the rhythm's day.
    pub next_step: Option<NextStep>,
    /// The line for next time with all participants; empty for none.
    pub next_line: String,
    /// Things kept to share that were shared.
    pub shared: Vec<ShareId>,
    /// How the user listened and what they heard; `None` for no reflection.
    pub reflection: Option<Reflection>,
    /// The needs that it was about.
    pub needs: Vec<GoalId>,
}

impl TalkOutcome {
    /// Whether there is something that only a conversation that came about can have.
    fn needs_an_answer(&self) -> bool {
        !(self.promises.is_empty()
            && self.exchanges.is_empty()
            && self.shared.is_empty()
            && self.reflection.is_none()
            && self.needs.is_empty())
    }
}

impl Book {
    /// Logs a conversation and what came of it, and keeps those of `keep` who took part and are not kept close yet close
    /// as `kind`, if there is one: one step of Undo. Their first check-in is counted from the conversation.
    ///
    /// # Errors
    /// Like `interaction_log`; `Invalid` at a field of the outcome, such as `promises.0.what`, or at `attempt`;
    /// `NotFound` if the kind, a thing to share or a need is gone.
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
            let mut logged = log(change, draft)?;
            note_outcome(&change.tx, &mut logged, &draft.people, outcome, now)?;
            Ok(logged)
        })
    }
}

/// Saves what came of a conversation that was just logged.
fn note_outcome(
    tx: &Tx<'_>,
    logged: &mut Logged,
    people: &[PersonId],
    outcome: &TalkOutcome,
    now: &Moment,
) -> Result<()> {
    let talk = interaction_rows::get(tx, logged.id)?;
    if talk.attempt && outcome.needs_an_answer() {
        let words = "Nobody answered, so nothing was promised, given or shared.";
        return Err(Error::invalid("attempt", words));
    }
    commitments::in_talk(tx, logged.id, talk.on, people, &outcome.promises, now)?;
    exchanges::in_talk(tx, logged.id, &talk, people, &outcome.exchanges)?;
    shares::in_talk(tx, talk.on, people, &outcome.shared)?;
    if let Some(said) = &outcome.reflection {
        reflections::in_talk(tx, logged.id, said)?;
    }
    goals::in_talk(tx, logged.id, &outcome.needs)?;
    if !outcome.next_line.is_empty() {
        let today = now.today().into();
        next_lines::set(tx, "nextLine", people, &outcome.next_line, today)?;
    }
    let Some(step) = &outcome.next_step else {
        return Ok(());
    };
    let chosen = next_step::take(tx, people, step, now)?;
    for next in &mut logged.next {
        if let Some((_, day)) = chosen.iter().find(|(person, _)| *person == next.id) {
            next.on = Some((*day).into());
            next.rests = None;
        }
    }
    Ok(())
}
