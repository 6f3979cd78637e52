//! The setting for the weights of ties between other people.

use super::TieWeights;
use crate::error::{Error, Result};
use crate::settings::setting;

setting! {
    /// The weight of each closeness.
    ClosenessWeights: TieWeights = TieWeights::default(), "ties", Undoable, check;
}

fn check(weights: &TieWeights) -> Result<()> {
    match weights.problem() {
        Some((field, problem)) => Err(Error::invalid(&format!("ties.{field}"), problem)),
        None => Ok(()),
    }
}
