//! The setting of what a tie among others weighs.

use super::TieWeights;
use crate::error::{Error, Result};
use crate::settings::setting;

setting! {
    /// What ties among others weigh.
    ClosenessWeights: TieWeights = TieWeights::default(), "ties", Undoable, check;
}

fn check(weights: &TieWeights) -> Result<()> {
    match weights.problem() {
        Some((field, problem)) => Err(Error::invalid(&format!("ties.{field}"), problem)),
        None => Ok(()),
    }
}
