//! Writing the line for next time, and removing it after a talk.

use super::{NextLine, next_line_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;

impl Book {
    /// The line for next time with a person, if there is one.
    ///
    /// # Errors
    /// Storage errors.
    pub fn next_line_of(&self, person: PersonId) -> Result<Option<NextLine>> {
        self.read(|tx| next_line_rows::of_person(tx, person))
    }

    /// Writes the line for next time with each of these people, in place of the one that is there. An empty text
    /// removes it.
    ///
    /// # Errors
    /// `Invalid` at `text` or `people`; `NotFound`; storage errors.
    pub fn next_line_set(&self, people: &[PersonId], text: &str, now: &Moment) -> Result<Done<()>> {
        if people.is_empty() {
            return Err(Error::invalid("people", "Say with whom."));
        }
        self.change(OperationKind::SetNextLine, now, |change| {
            change.about_people(people)?;
            set(&change.tx, "text", people, text, now.today().into())
        })
    }
}

/// Writes the line for next time with each of these people within a change. Errors name `field`.
pub(crate) fn set(
    tx: &Tx<'_>,
    field: &str,
    people: &[PersonId],
    text: &str,
    on: Day,
) -> Result<()> {
    let text = one_line(field, text)?;
    check_people(tx, people, &[])?;
    for person in people {
        match next_line_rows::of_person(tx, *person)? {
            _ if text.is_empty() => next_line_rows::delete(tx, *person)?,
            Some(before) if before.text == text => {}
            Some(before) => next_line_rows::update(tx, before.id, &text, on)?,
            None => {
                next_line_rows::insert(tx, *person, &text, on)?;
            }
        }
    }
    Ok(())
}

/// After a conversation on day `on`: the line has done its work. One that was noted later is about another time, and
/// stays.
pub(crate) fn note_talk(tx: &Tx<'_>, person: PersonId, on: Day) -> Result<()> {
    next_line_rows::delete_noted_by(tx, person, on)
}
