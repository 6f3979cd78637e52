//! First steps with somebody new: five small ways to begin. One that was taken or put away is not offered again.

mod first_step_rows;
mod offered;

pub(crate) use offered::note_taken;
use serde::{Deserialize, Serialize};

use crate::columns::column;
use crate::store::noun::{Noun, Table};

column!(FirstStep, StepAnswer);

/// The noun of the steps that were taken or put away.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("first_steps")],
    ..Noun::BARE
};

/// A first step with somebody new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// An introductory meeting.
    Meeting,
    /// An offer of value.
    Offer,
    /// A question for their perspective.
    Question,
    /// A finding to share.
    Finding,
    /// Sitting in on a meeting.
    SitIn,
}

impl FirstStep {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Meeting,
        Self::Offer,
        Self::Question,
        Self::Finding,
        Self::SitIn,
    ];

    const fn title(self) -> &'static str {
        match self {
            Self::Meeting => "An introductory meeting",
            Self::Offer => "An offer of value",
            Self::Question => "A question for their view",
            Self::Finding => "A finding to share",
            Self::SitIn => "Sitting in on a meeting",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Meeting => "Twenty minutes to hear what each of you does.",
            Self::Offer => "Something that you can give, with nothing asked in return.",
            Self::Question => "How do they see something that you are working on?",
            Self::Finding => "Something you read or learnt that touches their work.",
            Self::SitIn => "Ask to listen in once, to learn how they work.",
        }
    }
}

/// What became of a first step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepAnswer {
    /// It was taken.
    Taken,
    /// It is not one for this person.
    PutAway,
}

/// A first step that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FirstStepOffered {
    /// The step.
    pub step: FirstStep,
    /// What it is.
    pub title: String,
    /// A line about it.
    pub text: String,
}
