//! What usually holds with people of a kind: what the user shares, a channel, a note.

use super::{KindBoundary, boundary_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::relationships::kind_rows;

/// Longest note, in characters.
const LONGEST: usize = 120;

impl Book {
    /// What usually holds with people of each kind, in the order of the kinds.
    ///
    /// # Errors
    /// Storage errors.
    pub fn kind_boundaries(&self) -> Result<Vec<KindBoundary>> {
        self.read(boundary_rows::by_kind)
    }

    /// Says what usually holds with people of a kind. The name is ignored.
    ///
    /// # Errors
    /// `Invalid` at `note`; `NotFound`; storage errors.
    pub fn kind_boundary_set(&self, said: &KindBoundary, now: &Moment) -> Result<Done<()>> {
        let note = said.note.split_whitespace().collect::<Vec<_>>().join(" ");
        if note.chars().count() > LONGEST {
            let message = "This holds 120 letters at most.";
            return Err(Error::invalid("note", message));
        }
        self.change(OperationKind::Kinds, now, |change| {
            let kind = kind_rows::get(&change.tx, said.kind)?;
            change.about(kind.name, 1);
            let said = KindBoundary {
                note,
                channel: said.channel.filter(|channel| *channel != Channel::NotSaid),
                ..said.clone()
            };
            let known = boundary_rows::by_kind(&change.tx)?;
            let same = |known: &&KindBoundary| known.kind == said.kind;
            let is_same = known.iter().find(same).is_some_and(|known| {
                (known.sharing, known.channel, &known.note)
                    == (said.sharing, said.channel, &said.note)
            });
            match is_same {
                true => Ok(()),
                false => boundary_rows::put_by_kind(&change.tx, &said),
            }
        })
    }
}
