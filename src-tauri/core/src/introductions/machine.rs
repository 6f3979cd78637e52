//! What may follow what in an introduction (✓), and "once" what may once. Pure.
//!
//! | stage    | ask              | answer | make | outcome | thank | rest | take up |
//! |----------|------------------|--------|------|---------|-------|------|---------|
//! | Asking   | whose turn it is | ✓      |      |         |       | ✓    |         |
//! | Agreed   |                  | ✓      | ✓    |         |       | ✓    |         |
//! | Declined | whose turn it is | ✓      |      |         | ✓     | ✓    |         |
//! | Made     |                  |        |      | ✓       | ✓     | once |         |
//! | Rested   |                  |        |      |         |       |      | ✓       |
//!
//! Whose turn it is: of the user's own introductions either side that has not said yes; of a way in whoever has not
//! said yes while all before them have. An answer to a question that was not noted notes the question too. The last
//! question to a person counts; earlier ones stay with their answers. It is Agreed when all said yes, and only then can
//! it be made. Whoever rests a made one is not asked any more how it went.

use serde::Serialize;

use super::{Ask, Introducer, IntroductionAnswer, IntroductionRecord};
use crate::days::Day;

/// Without a further step it stands on Today after so many days.
pub(crate) const STALLED_DAYS: u64 = 7;
/// So many days after it was made one is asked how it went.
pub(crate) const OUTCOME_DAYS: u64 = 14;
/// "Not now" holds for so many days unless another day is said.
pub(crate) const NOT_NOW_DAYS: u64 = 60;

/// How far an introduction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IntroductionStage {
    /// Somebody has not answered, or not been asked.
    Asking,
    /// All said yes.
    Agreed,
    /// Somebody said no.
    Declined,
    /// It was made.
    Made,
    /// The user let it rest before it was made.
    Rested,
}

/// A step of an introduction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Ask {
        at: usize,
    },
    Answer {
        at: usize,
        answer: IntroductionAnswer,
        words: String,
        /// Of "not now"; `None` for the usual number of days.
        again_on: Option<Day>,
    },
    Make,
    Outcome {
        words: String,
    },
    Thank,
    Rest,
    TakeUp,
}

/// The step is not possible at this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotNext;

impl IntroductionRecord {
    /// The last question to one of the people.
    pub(crate) fn ask_of(&self, at: usize) -> Option<&Ask> {
        self.asks.iter().rev().find(|ask| ask.at == at)
    }

    fn answer_of(&self, at: usize) -> Option<IntroductionAnswer> {
        self.ask_of(at)?.answer
    }

    pub(crate) fn stage(&self) -> IntroductionStage {
        let answers: Vec<_> = (0..self.people.len())
            .map(|at| self.answer_of(at))
            .collect();
        if self.made_on.is_some() {
            IntroductionStage::Made
        } else if self.rested_on.is_some() {
            IntroductionStage::Rested
        } else if answers.contains(&Some(IntroductionAnswer::No)) {
            IntroductionStage::Declined
        } else if answers
            .iter()
            .all(|answer| *answer == Some(IntroductionAnswer::Yes))
        {
            IntroductionStage::Agreed
        } else {
            IntroductionStage::Asking
        }
    }

    /// Whether one of the people may be asked now.
    pub(crate) fn is_turn_of(&self, at: usize) -> bool {
        let yes = |at| self.answer_of(at) == Some(IntroductionAnswer::Yes);
        let before = match self.by {
            Introducer::Me => true,
            Introducer::Them => (0..at).all(yes),
        };
        let stage = matches!(
            self.stage(),
            IntroductionStage::Asking | IntroductionStage::Declined
        );
        stage && at < self.people.len() && before && !yes(at)
    }

    /// Whether one of the people was asked and has not answered.
    pub(crate) fn waits_for(&self, at: usize) -> bool {
        let open = self.ask_of(at).is_some_and(|ask| ask.answer.is_none());
        open && self.stage() == IntroductionStage::Asking
    }

    /// Whether somebody whom the user introduces was asked, and the other said no: it is theirs to know.
    pub(crate) fn may_tell_no(&self, at: usize) -> bool {
        let is_no = |at: usize| self.answer_of(at) == Some(IntroductionAnswer::No);
        let others = || (0..self.people.len()).filter(|other| *other != at);
        self.by == Introducer::Me
            && self.stage() == IntroductionStage::Declined
            && !is_no(at)
            && self.ask_of(at).is_some()
            && others().any(is_no)
    }

    /// Whether the question to this position is the user's own: on a way in only the first is.
    pub(crate) fn is_mine_to_ask(&self, at: usize) -> bool {
        self.by == Introducer::Me || at == 0
    }

    /// The day of the last step towards making it.
    fn moved_on(&self) -> Day {
        let days = self
            .asks
            .iter()
            .map(|ask| ask.answered_on.unwrap_or(ask.on));
        days.fold(self.began_on, Day::max)
    }

    /// From which day it stands on Today; `None` where it does not.
    pub(crate) fn stands_on(&self) -> Option<Day> {
        match self.stage() {
            IntroductionStage::Made => {
                let waits = self.outcome_on.is_none() && self.rested_on.is_none();
                let made = self.made_on.filter(|_| waits)?;
                Some(made.plus(OUTCOME_DAYS))
            }
            IntroductionStage::Agreed => Some(self.moved_on().plus(STALLED_DAYS)),
            IntroductionStage::Asking => Some(self.asking_stands_on()),
            IntroductionStage::Declined | IntroductionStage::Rested => None,
        }
    }

    /// The first day on which somebody's answer is missing for a week or "not now" is over. Where nobody is waited for,
    /// a week after the last step.
    fn asking_stands_on(&self) -> Day {
        let waited = (0..self.people.len()).filter_map(|at| {
            let ask = self.ask_of(at)?;
            match ask.answer {
                None => Some(ask.on.plus(STALLED_DAYS)),
                Some(IntroductionAnswer::NotNow) => ask.again_on,
                Some(IntroductionAnswer::Yes | IntroductionAnswer::No) => None,
            }
        });
        let first = waited.min();
        first.unwrap_or_else(|| self.moved_on().plus(STALLED_DAYS))
    }

    /// The introduction after a step on a day.
    ///
    /// # Errors
    /// `NotNext` where the table above has no such step.
    pub(crate) fn after(&self, step: &Step, today: Day) -> Result<Self, NotNext> {
        let mut next = self.clone();
        match (step, self.stage()) {
            (Step::Ask { at }, _) => next.ask(*at, today)?,
            (
                Step::Answer {
                    at,
                    answer,
                    words,
                    again_on,
                },
                IntroductionStage::Asking | IntroductionStage::Agreed | IntroductionStage::Declined,
            ) => {
                next.make_sure_asked(*at, today)?;
                let ask = next.asks.iter_mut().rev().find(|ask| ask.at == *at);
                let ask = ask.ok_or(NotNext)?;
                ask.answer = Some(*answer);
                ask.answered_on = Some(today);
                ask.words.clone_from(words);
                ask.again_on = match answer {
                    IntroductionAnswer::NotNow => {
                        Some(again_on.unwrap_or_else(|| today.plus(NOT_NOW_DAYS)))
                    }
                    IntroductionAnswer::Yes | IntroductionAnswer::No => None,
                };
            }
            (Step::Make, IntroductionStage::Agreed) => next.made_on = Some(today),
            (Step::Outcome { words }, IntroductionStage::Made) => {
                next.outcome.clone_from(words);
                next.outcome_on = Some(today);
            }
            (Step::Thank, IntroductionStage::Made | IntroductionStage::Declined)
                if self.thanked_on.is_none() =>
            {
                next.thanked_on = Some(today);
            }
            (
                Step::Rest,
                IntroductionStage::Asking | IntroductionStage::Agreed | IntroductionStage::Declined,
            ) => {
                next.rested_on = Some(today);
            }
            (Step::Rest, IntroductionStage::Made) if self.stands_on().is_some() => {
                next.rested_on = Some(today);
            }
            (Step::TakeUp, IntroductionStage::Rested) => next.rested_on = None,
            _ => return Err(NotNext),
        }
        Ok(next)
    }

    fn ask(&mut self, at: usize, today: Day) -> Result<(), NotNext> {
        let asked_today = self.waits_for(at) && self.ask_of(at).is_some_and(|ask| ask.on == today);
        if !self.is_turn_of(at) || asked_today {
            return Err(NotNext);
        }
        self.asks.push(Ask {
            at,
            on: today,
            answer: None,
            answered_on: None,
            words: String::new(),
            again_on: None,
        });
        Ok(())
    }

    fn make_sure_asked(&mut self, at: usize, today: Day) -> Result<(), NotNext> {
        match self.ask_of(at) {
            Some(_) => Ok(()),
            None => self.ask(at, today),
        }
    }
}
