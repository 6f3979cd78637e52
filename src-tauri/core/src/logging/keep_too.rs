//! Keeping some of the participants of a conversation close, in the step in which it is logged.

use super::NewInteraction;
use crate::error::Result;
use crate::ids::PersonId;
use crate::keeping_close::keep_close;
use crate::relationships::{KindId, relationship_rows};
use crate::store::changing::Changing;

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
