//! What the user's rhythms add up to, and plans that one takes or leaves: days that are levelled, rhythms that are
//! lengthened until they fit, a fresh start.

mod fit;
mod fresh_start;
mod learned;
mod level;
mod load_plan_rows;
mod sums;

pub use fit::{FitPlan, FitStep};
pub use fresh_start::FreshStart;
pub use learned::LearnedRhythm;
pub(crate) use learned::of_person as learned_of_person;
pub use level::{FullDays, MoveChoice, MoveChoices};
pub use sums::{LoadSums, RhythmSum};
