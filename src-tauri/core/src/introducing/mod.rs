//! What a user does with introductions: begin one, ask, note the answers, make it, tell how it went, thank. What is
//! said before one asks, and what Kith proposes.

mod add;
mod before;
mod could_meet;
mod edit;
mod events;
mod proposed;
mod refuse;
mod shown;
mod standing;
mod steps;
mod words;

use serde::{Deserialize, Serialize};

use crate::days::Day;
use crate::ids::PersonId;
use crate::introductions::{Introducer, IntroductionAnswer, IntroductionId, IntroductionStage};
use crate::people_list::PersonRow;

pub use could_meet::{CouldMeet, CouldMeetPair, NotProposed};
pub use events::{IntroductionEvent, IntroductionEventStep};
pub use proposed::ProposedIntroduction;
pub use standing::{StandingIntroduction, StandingIntroductions};
pub(crate) use steps::take_step;

/// An introduction that is begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewIntroduction {
    /// Who introduces.
    pub by: Introducer,
    /// Of the user's own: the two. Else who introduces the user, perhaps one more between, and whom the user wants to
    /// meet.
    pub people: Vec<PersonId>,
    /// Why: one line; may be empty.
    pub why: String,
    /// The user was told what speaks against it and goes on.
    pub anyway: bool,
}

/// A step of an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum IntroductionStep {
    /// Somebody was asked.
    Ask {
        /// Who.
        person: PersonId,
    },
    /// Somebody answered.
    Answer {
        /// Who.
        person: PersonId,
        /// What they said.
        answer: IntroductionAnswer,
        /// In their words: one line; may be empty.
        words: String,
        /// Of "not now": until when, as typed; empty for 60 days.
        again: String,
    },
    /// It was made.
    Make,
    /// How it went.
    Outcome {
        /// One line.
        words: String,
    },
    /// Those who helped were thanked.
    Thank,
    /// The user lets it rest.
    Rest,
    /// The user takes it up again.
    TakeUp,
}

/// One of the people of an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct IntroductionSide {
    /// The person.
    pub row: PersonRow,
    /// The step: "Ask Samir", "Samir asked", "Samir asks Gareth", "Daniel said no".
    pub title: String,
    /// Its days: "1 March. Yes on 3 March", "5 March. No answer for 5 days"; may be empty.
    pub words: String,
    /// The answer in their words; may be empty.
    pub said: String,
    /// The answer; `None` without one.
    pub answer: Option<IntroductionAnswer>,
    /// Whether the person was asked and has not answered.
    pub waiting: bool,
    /// Whether they can be asked now.
    pub may_ask: bool,
    /// Whether this one wanted the introduction, was asked, and the other said no: a kind word can tell them.
    pub may_tell_no: bool,
    /// Whether an answer can be noted or corrected now.
    pub may_answer: bool,
    /// Whether the user asks; else somebody else does and the user notes it.
    pub mine: bool,
    /// What to know before asking, such as how lately they were asked.
    pub before_asking: Vec<String>,
    /// Earlier questions with their answers: "Asked on 1 March, no on 9 March".
    pub earlier: Vec<String>,
}

/// An introduction as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Introduction {
    /// The introduction.
    pub id: IntroductionId,
    /// Who introduces.
    pub by: Introducer,
    /// How far it is.
    pub stage: IntroductionStage,
    /// "Samir and Daniel Osterby", "A way in to Nadia Ferreux"; of a made one "You introduced Samir to Tomasz Wilczyn".
    pub title: String,
    /// "You introduce them, since 1 March", "Through Samir and Gareth, since 1 March".
    pub about: String,
    /// What comes next: "Both said yes. Introduce them next".
    pub next: String,
    /// Why, in the user's words; may be empty.
    pub why: String,
    /// The people, in their order.
    pub sides: Vec<IntroductionSide>,
    /// Steps that are done.
    pub done: u32,
    /// All steps.
    pub steps: u32,
    /// Whether it can be made now.
    pub may_make: bool,
    /// Whether it can be told how it went.
    pub may_tell: bool,
    /// Whether those who helped can be thanked.
    pub may_thank: bool,
    /// Whether it can rest.
    pub may_rest: bool,
    /// Whether it can be taken up again.
    pub may_take_up: bool,
    /// Local date on which it was made.
    pub made_on: Option<Day>,
    /// It in words: "14 February"; empty where it was not made.
    pub made: String,
    /// How it went, in the user's words; may be empty.
    pub outcome: String,
    /// When those who helped were thanked: "15 February"; empty where they were not.
    pub thanked: String,
}

/// All introductions that a person is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IntroductionsOf {
    /// Those under way, the newest first.
    pub open: Vec<Introduction>,
    /// Those that were made, the last first.
    pub made: Vec<Introduction>,
    /// Those that rest, the last first.
    pub rested: Vec<Introduction>,
    /// Each in a row of the timeline, where it stands and what happened; the last first.
    pub events: Vec<IntroductionEvent>,
    /// To whom Kith proposes to introduce the person.
    pub proposed: Vec<ProposedIntroduction>,
}
