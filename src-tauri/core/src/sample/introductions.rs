//! Introductions of the sample: one that waits for an answer, one that was made, one that was declined.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::ids::PersonId;
use crate::introducing::{IntroductionStep, NewIntroduction};
use crate::introductions::{Introducer, IntroductionAnswer, IntroductionId};

impl Cast<'_> {
    /// Introduces some people to each other.
    pub(super) fn introduce(&self) -> Result<()> {
        let [samir, elif] = [self.id("Samir Haddoun")?, self.id("Elif Sarıkan")?];
        let why = "Elif looks for somebody who has run sensors on a ward. Samir has.";
        let waiting = self.begin([samir, elif], why, 13)?;
        let gladly = answer(
            samir,
            IntroductionAnswer::Yes,
            "Gladly, before the grant lands.",
        );
        self.step(waiting, IntroductionStep::Ask { person: samir }, 12)?;
        self.step(waiting, gladly, 10)?;
        self.step(waiting, IntroductionStep::Ask { person: elif }, 9)?;

        let [liv, petra] = [self.id("Liv Torgersen")?, self.id("Petra Holmqvar")?];
        let made = self.begin(
            [liv, petra],
            "Both measure humidity, with other sensors.",
            60,
        )?;
        for person in [liv, petra] {
            self.step(made, IntroductionStep::Ask { person }, 60)?;
            self.step(made, answer(person, IntroductionAnswer::Yes, ""), 56)?;
        }
        self.step(made, IntroductionStep::Make, 55)?;
        let outcome = IntroductionStep::Outcome {
            words: "They compare their sets every month.".to_owned(),
        };
        self.step(made, outcome, 40)?;

        let [bo, caspian] = [self.id("Bo Tennerud")?, self.id("Caspian Rook")?];
        let declined = self.begin([bo, caspian], "Caspian asked who sells test benches.", 120)?;
        self.step(declined, IntroductionStep::Ask { person: bo }, 120)?;
        let no = answer(
            bo,
            IntroductionAnswer::No,
            "Not this quarter, we are at the limit.",
        );
        self.step(declined, no, 115)?;
        self.step(declined, IntroductionStep::Rest, 115)
    }

    fn begin(&self, people: [PersonId; 2], why: &str, days: i64) -> Result<IntroductionId> {
        let new = NewIntroduction {
            by: Introducer::Me,
            people: people.to_vec(),
            why: why.to_owned(),
            anyway: true,
        };
        let done = self.book.introduction_add(&new, &ago(&self.now, days))?;
        Ok(done.value)
    }

    fn step(&self, id: IntroductionId, step: IntroductionStep, days: i64) -> Result<()> {
        let then = ago(&self.now, days);
        self.book.introduction_step(id, &step, &then).map(drop)
    }
}

fn answer(person: PersonId, answer: IntroductionAnswer, words: &str) -> IntroductionStep {
    IntroductionStep::Answer {
        person,
        answer,
        words: words.to_owned(),
        again: String::new(),
    }
}
