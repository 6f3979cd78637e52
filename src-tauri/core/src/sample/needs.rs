//! Needs of the sample: one with every sort of part, one that is nearly covered, one that was reached.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::goals::HelperRole::{self, Decides, Influences, Knows, MayOppose, Supports};
use crate::goals::{
    GoalEnd, GoalId, GoalPartId, Help, NewGoal, NewGoalPart, NewGoalStep, StepDoer, goal_rows,
};
use crate::ids::PersonId;

impl Cast<'_> {
    /// Writes them down.
    pub(super) fn need(&self) -> Result<()> {
        self.pilot()?;
        self.second_source()?;
        self.reached()
    }

    fn pilot(&self) -> Result<()> {
        let id = self.begin_need(
            "Run a stability pilot with a pharma partner",
            "Three months of drift data from a regulated lab would let us price the service honestly.",
            "in 20 weeks",
            &[
                (Help::Sponsor, "Research sponsor"),
                (Help::KnowHow, "Humidity testing"),
                (Help::Money, "Budget owner on our side"),
                (Help::Access, "Committee reviewer"),
            ],
            40,
        )?;
        let parts = self.parts_of(id)?;
        let [sponsor, know_how, budget, _reviewer] = parts.as_slice() else {
            return Ok(());
        };
        self.stand(*sponsor, "Nadia Ferreux", Decides)?;
        self.stand(*know_how, "Samir Haddoun", Knows)?;
        self.stand(*know_how, "Hannah Iwobi", Supports)?;
        self.stand(*budget, "Ruth Castellane", Decides)?;
        self.stand(*budget, "Joaquín Beltrame", MayOppose)?;
        for (name, say, interest) in [
            ("Ruth Castellane", 4, 5),
            ("Joaquín Beltrame", 4, 2),
            ("Nadia Ferreux", 5, 3),
            ("Samir Haddoun", 2, 5),
            ("Hannah Iwobi", 1, 4),
        ] {
            let then = ago(&self.now, 30);
            let person = self.id(name)?;
            self.book
                .goal_place(id, person, Some(say), Some(interest), &then)?;
        }
        for name in ["Ruth Castellane", "Hannah Iwobi"] {
            self.book
                .goal_share(id, self.id(name)?, true, &ago(&self.now, 30))?;
        }
        let [hannah, joaquin] = [self.id("Hannah Iwobi")?, self.id("Joaquín Beltrame")?];
        self.step_of(
            id,
            StepDoer::Me,
            None,
            "Write the one-page outline",
            "in 2 days",
            9,
        )?;
        let ask = "Ask whether it fits this year’s budget";
        self.step_of(id, StepDoer::Me, Some(joaquin), ask, "in 3 weeks", 9)?;
        let labs = "Name two labs with humid rooms";
        self.step_of(id, StepDoer::Them, Some(hannah), labs, "in 5 days", 9)?;
        let talks = self.book.goal_talks(id)?.others;
        for talk in talks.iter().take(2) {
            self.book
                .goal_talk_set(id, talk.id, true, &ago(&self.now, 2))?;
        }
        Ok(())
    }

    fn second_source(&self) -> Result<()> {
        let id = self.begin_need(
            "Find a second source for optics",
            "",
            "in 15 weeks",
            &[
                (Help::Access, "Supplier with spare capacity"),
                (Help::Talent, "Engineer who can qualify optics"),
            ],
            60,
        )?;
        let parts = self.parts_of(id)?;
        let [supplier, engineer] = parts.as_slice() else {
            return Ok(());
        };
        self.stand(*supplier, "Daniel Osterby", Influences)?;
        self.stand(*engineer, "Tomasz Wilczyn", Knows)
    }

    fn reached(&self) -> Result<()> {
        let id = self.begin_need(
            "A reference lab in the south",
            "",
            "in 10 weeks",
            &[(Help::Access, "A lab that lets us in")],
            150,
        )?;
        for part in self.parts_of(id)? {
            self.stand(part, "Leonie Marchwald", Supports)?;
        }
        let then = ago(&self.now, 95);
        let outcome = "St Alder took two benches for a year.";
        self.book.goal_close(id, GoalEnd::Reached, outcome, &then)?;
        Ok(())
    }

    fn begin_need(
        &self,
        title: &str,
        why: &str,
        by: &str,
        parts: &[(Help, &str)],
        days: i64,
    ) -> Result<GoalId> {
        let parts = parts.iter().map(|(help, what)| NewGoalPart {
            help: *help,
            what: (*what).to_owned(),
        });
        let goal = NewGoal {
            title: title.to_owned(),
            why: why.to_owned(),
            by: by.to_owned(),
            parts: parts.collect(),
        };
        Ok(self.book.goal_add(&goal, &ago(&self.now, days))?.value)
    }

    fn parts_of(&self, id: GoalId) -> Result<Vec<GoalPartId>> {
        let parts = self.book.read(|tx| goal_rows::parts_of(tx, id))?;
        Ok(parts.into_iter().map(|part| part.id).collect())
    }

    fn stand(&self, part: GoalPartId, name: &str, role: HelperRole) -> Result<()> {
        let person = self.id(name)?;
        let then = ago(&self.now, 120);
        self.book.goal_helpers_add(part, &[person], role, &then)?;
        Ok(())
    }

    fn step_of(
        &self,
        id: GoalId,
        doer: StepDoer,
        person: Option<PersonId>,
        what: &str,
        when: &str,
        days: i64,
    ) -> Result<()> {
        let step = NewGoalStep {
            doer,
            person,
            what: what.to_owned(),
            when: when.to_owned(),
        };
        self.book.goal_step_add(id, &step, &ago(&self.now, days))?;
        Ok(())
    }
}
