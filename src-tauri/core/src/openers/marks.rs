//! What is remembered of openers: "not this", and what stood first at the last talk.

use super::shown::of_person;
use super::{OpenerSort, opener_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::changing::Changing;

impl Book {
    /// "Not this": the opener rests for 14 days. `item` is that of the opener.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn opener_rest(
        &self,
        person: PersonId,
        sort: OpenerSort,
        item: i64,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::RestOpener, now, |change| {
            change.about_people(&[person])?;
            opener_rows::put_rest(&change.tx, person, sort, item, now.today().into())
        })
    }
}

/// Before a conversation with a person is logged, or a notification about them is answered with Done: remembers which
/// sort of opener stands first now.
pub(crate) fn note_talk(change: &Changing<'_>, person: PersonId) -> Result<()> {
    let (tx, now) = (&change.tx, &change.now);
    let openers = Error::or_unreadable(of_person(tx, person, 1, now))?.unwrap_or_default();
    let first = openers.into_iter().next();
    opener_rows::put_talk(tx, person, first.map(|opener| opener.sort))
}
