//! The settings of the list and of warmth.

use super::PeopleFilter;
use crate::error::{Error, Result};
use crate::settings::setting;
use crate::warmth::Weights;

setting! {
    /// The weights from which warmth is computed.
    WarmthWeights: Weights = Weights::default(), "warmth", Undoable, check;
    /// The filter of the people list.
    ListFilter: PeopleFilter = PeopleFilter::default(), "listFilter", Remembered;
}

fn check(weights: &Weights) -> Result<()> {
    match weights.problem() {
        Some((field, problem)) => Err(Error::invalid(&format!("warmth.{field}"), problem)),
        None => Ok(()),
    }
}
