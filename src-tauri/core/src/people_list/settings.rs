//! Settings of the list and of the warmth beside a name.

use super::PeopleFilter;
use crate::error::{Error, Result};
use crate::settings::setting;
use crate::warmth::Weights;

setting! {
    /// What warmth is weighed by.
    WarmthWeights: Weights = Weights::default(), "warmth", Undoable, check;
    /// The people list's filter.
    ListFilter: PeopleFilter = PeopleFilter::default(), "listFilter", Remembered;
}

fn check(weights: &Weights) -> Result<()> {
    match weights.problem() {
        Some((field, problem)) => Err(Error::invalid(&format!("warmth.{field}"), problem)),
        None => Ok(()),
    }
}
