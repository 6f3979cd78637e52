//! One rhythm for everybody of a kind.

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::let_cadence_follow;
use crate::error::Result;
use crate::moment::Moment;
use crate::relationships::{KindId, kind_rows, relationship_rows};

impl Book {
    /// Gives everybody kept close of a kind its rhythm; answers how many had another one.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn kind_rhythm_for_all(&self, id: KindId, now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::Kinds, now, |change| {
            let kind = kind_rows::get(&change.tx, id)?;
            change.about(kind.name, 1);
            let days = kind.cadence_days;
            let others = relationship_rows::kept_close_of_kind_but(&change.tx, id, days)?;
            for person in &others {
                let_cadence_follow(&change.tx, *person)?;
                relationship_rows::set_cadence(&change.tx, *person, days)?;
            }
            Ok(u32::try_from(others.len()).unwrap_or(u32::MAX))
        })
    }
}
