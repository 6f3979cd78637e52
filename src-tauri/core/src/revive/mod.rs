//! People worth taking up again: somebody whom one lost sight of, a few a week, beside what is due.
//!
//! `choose` decides, purely. It runs once a week away from the window, and what it chose is kept.

mod choose;
mod revival_rows;
mod week;

use serde::Serialize;

use crate::error::{Error, Result};
use crate::openers::Opener;
use crate::people_list::PersonRow;
use crate::settings::setting;
use crate::store::noun::{Noun, Table};

/// The noun of table `revivals`.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("revivals")],
    ..Noun::BARE
};

crate::columns::id! {
    /// Somebody who was chosen for a week.
    RevivalId
}

setting! {
    /// How many people a week are worth taking up again; 0 for none.
    RevivePerWeek: u32 = 1, "revivePerWeek", Undoable, check_per_week;
}

/// Most people a week.
const MOST_PER_WEEK: u32 = 5;

fn check_per_week(count: &u32) -> Result<()> {
    match *count <= MOST_PER_WEEK {
        true => Ok(()),
        false => Err(Error::invalid("revivePerWeek", "Choose up to five a week.")),
    }
}

/// Somebody worth taking up again, as Today shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Revival {
    /// The row.
    pub id: RevivalId,
    /// The person.
    pub person: PersonRow,
    /// A line to begin with; `None` where there is nothing but how long it has been quiet.
    pub opener: Option<Opener>,
    /// How long it has been quiet, and what speaks for them: "Quiet for 8 months · nobody else at Northmere".
    pub why: String,
}
