//! Reflecting on a conversation.

use super::asking::note_answer;
use super::{Reflection, reflection_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, interaction_rows};
use crate::moment::Moment;
use crate::store::Tx;

impl Book {
    /// Says how the user listened in a conversation and what they heard. With neither, the reflection is removed.
    ///
    /// # Errors
    /// `Invalid` at `heard`, or at `attempt` where nobody answered; `NotFound` where the conversation is gone; storage
    /// errors.
    pub fn reflection_set(
        &self,
        talk: InteractionId,
        said: &Reflection,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::SetReflection, now, |change| {
            let people: Vec<PersonId> = interaction_rows::participants(&change.tx, talk)?
                .into_iter()
                .map(|(person, _)| person)
                .collect();
            change.about_people(&people)?;
            set(&change.tx, talk, "heard", said)
        })
    }
}

/// Notes the reflection on a conversation that is being logged.
///
/// # Errors
/// `Invalid` at `reflection.heard`; storage errors.
pub(crate) fn in_talk(tx: &Tx<'_>, talk: InteractionId, said: &Reflection) -> Result<()> {
    set(tx, talk, "reflection.heard", said)
}

fn set(tx: &Tx<'_>, talk: InteractionId, field: &str, said: &Reflection) -> Result<()> {
    let record = interaction_rows::get(tx, talk)?;
    let said = Reflection {
        listened: said.listened,
        heard: one_line(field, &said.heard)?,
    };
    if record.attempt && said != Reflection::default() {
        let words = "Nobody answered, so there is nothing to reflect on.";
        return Err(Error::invalid("attempt", words));
    }
    if reflection_rows::of_talk(tx, talk)?.is_none_or(|before| before == said) {
        return Ok(());
    }
    reflection_rows::put(tx, talk, &said)?;
    match said == Reflection::default() {
        true => Ok(()),
        false => note_answer(tx),
    }
}

/// Whether a conversation is reflected on.
pub(crate) fn is_reflected_on(tx: &Tx<'_>, talk: InteractionId) -> Result<bool> {
    let said = reflection_rows::of_talk(tx, talk)?;
    Ok(said.is_some_and(|said| said != Reflection::default()))
}
