//! "Not these two": a pair that is not proposed.

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::introductions::refused_rows;
use crate::moment::Moment;
use crate::people::check_people;
use crate::people::person_rows;
use crate::store::Tx;

impl Book {
    /// Does not propose to introduce two people to each other any more.
    ///
    /// # Errors
    /// `Invalid` at `people` for one person twice, or somebody in the trash; `NotFound`; storage errors.
    pub fn introduction_refuse(
        &self,
        one: PersonId,
        other: PersonId,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::RefuseIntroduction, now, |change| {
            let tx = &change.tx;
            check_people(tx, &[one, other], &[])?;
            change.about(names(tx, one, other)?, 1);
            refused_rows::refuse(tx, one, other, now.today().into())
        })
    }

    /// Two may be proposed again.
    ///
    /// # Errors
    /// `NotFound` if they were not refused; storage errors.
    pub fn introduction_allow(
        &self,
        one: PersonId,
        other: PersonId,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::AllowIntroduction, now, |change| {
            let tx = &change.tx;
            change.about(names(tx, one, other)?, 1);
            match refused_rows::refused_on(tx, one, other)? {
                Some(_) => refused_rows::allow(tx, one, other),
                None => Err(Error::not_found("This")),
            }
        })
    }
}

/// "Ana Brook and Ben Okoro"
fn names(tx: &Tx<'_>, one: PersonId, other: PersonId) -> Result<String> {
    let name = |person| Ok::<_, Error>(person_rows::get(tx, person)?.name.display);
    Ok(format!("{} and {}", name(one)?, name(other)?))
}
