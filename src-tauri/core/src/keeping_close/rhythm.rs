//! Setting one cadence for all people of a kind.

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::reset_open_to_cadence;
use crate::counts::count32;
use crate::error::Result;
use crate::moment::Moment;
use crate::relationships::{KindId, kind_rows, relationship_rows};

use super::spread::{is_ahead, is_spread, spread_again, spread_first_days};

impl Book {
    /// Sets the cadence of all people of a kind who are kept close to that of the kind.
    /// Returns how many had another one.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn kind_rhythm_for_all(&self, id: KindId, now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::Kinds, now, |change| {
            let kind = kind_rows::get(&change.tx, id)?;
            change.about(kind.name, 1);
            let days = kind.cadence_days;
            let others = relationship_rows::kept_close_of_kind_but(&change.tx, id, days)?;
            let (mut ahead, mut again) = (Vec::new(), Vec::new());
            for person in &others {
                let tx = &change.tx;
                let old = relationship_rows::of_person(tx, *person)?;
                let is_faster = old.and_then(|old| old.cadence_days) > Some(days);
                if is_faster && is_ahead(tx, *person, now)? {
                    ahead.push(*person);
                } else if is_spread(tx, *person)? {
                    again.push(*person);
                }
                reset_open_to_cadence(&change.tx, *person)?;
                relationship_rows::set_cadence(&change.tx, *person, days)?;
            }
            spread_again(change, &again)?;
            spread_first_days(change, &ahead)?;
            Ok(count32(others.len()))
        })
    }
}
