//! Reading and saying how somebody likes to talk.

use super::{Communication, communication_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::moment::Moment;

impl Book {
    /// How somebody likes to talk; `None` where nothing is said.
    ///
    /// # Errors
    /// Storage errors.
    pub fn communication_of(&self, person: PersonId) -> Result<Option<Communication>> {
        self.read(|tx| communication_rows::of_person(tx, person))
    }

    /// Says how somebody likes to talk, in place of what was said before.
    ///
    /// # Errors
    /// `Invalid` at `bestTime`, `ownWords`, `dynamic` or `rapid`; `NotFound`; storage errors.
    pub fn communication_set(
        &self,
        person: PersonId,
        said: &Communication,
        now: &Moment,
    ) -> Result<Done<()>> {
        let said = checked(said)?;
        self.change(OperationKind::SetCommunication, now, |change| {
            change.about_people(&[person])?;
            let before = communication_rows::of_person(&change.tx, person)?;
            if said == before.clone().unwrap_or_default() {
                return Ok(());
            }
            match said == Communication::default() {
                true => communication_rows::delete(&change.tx, person),
                false => communication_rows::put(&change.tx, person, &said),
            }
        })
    }
}

/// Lines without breaks and space around, each channel once.
fn checked(said: &Communication) -> Result<Communication> {
    let mut channels: Vec<Channel> = Vec::new();
    for channel in &said.channels {
        if *channel != Channel::NotSaid && !channels.contains(channel) {
            channels.push(*channel);
        }
    }
    for (field, step) in [("dynamic", said.dynamic), ("rapid", said.rapid)] {
        if step.is_some_and(|step| !(1..=5).contains(&step)) {
            return Err(Error::invalid(field, "There are five steps."));
        }
    }
    Ok(Communication {
        channels,
        best_time: one_line("bestTime", &said.best_time)?,
        own_words: one_line("ownWords", &said.own_words)?,
        ..*said
    })
}
