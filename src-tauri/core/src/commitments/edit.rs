//! Correcting a promise: what it is, who is to keep it, and with whom it is.

use super::add::{check_with_whom, checked_line};
use super::{CommitmentEdit, CommitmentId, commitment_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::moment::Moment;

impl Book {
    /// Corrects a promise. Whoever is in the trash stays with it.
    ///
    /// # Errors
    /// `Invalid` at `what` or `people`; `NotFound`; storage errors.
    pub fn commitment_edit(
        &self,
        id: CommitmentId,
        edit: &CommitmentEdit,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditCommitment, now, |change| {
            let tx = &change.tx;
            let before = commitment_rows::get(tx, id)?;
            let with = commitment_rows::people_of(tx, id)?;
            let mut after = before.clone();
            after.what = checked_line("what", &edit.what)?;
            after.owed_by = edit.owed_by;
            check_with_whom(tx, &edit.people, &with)?;
            change.about_people(&edit.people)?;
            if after != before {
                commitment_rows::update(tx, &after)?;
            }
            let shown = commitment_rows::names_of(tx, id)?;
            let hidden = with
                .iter()
                .filter(|person| !shown.iter().any(|one| one.id == **person))
                .filter(|person| !edit.people.contains(person));
            let people: Vec<_> = edit.people.iter().chain(hidden).copied().collect();
            commitment_rows::set_people(tx, id, &people)
        })
    }
}
