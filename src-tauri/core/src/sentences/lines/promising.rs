//! Lines that write down a promise.

use super::{Lines, Maker};
use crate::check_ins::WhenPurpose;
use crate::commitments::{NewCommitment, OwedBy};
use crate::ids::PersonId;
use crate::letters::capital;
use crate::sentences::Intent;
use crate::typed_day::{TypedDay, typed_text, understood_day};

impl Maker<'_> {
    pub(super) fn promise(&self, owed_by: OwedBy, people: &[PersonId]) -> Lines {
        let (days, is_asked) = match &self.reading.when {
            None => (vec![None], false),
            Some(when) => match self.days(Some(when), WhenPurpose::Commitment) {
                Ok((days, is_asked)) => (days.into_iter().map(Some).collect(), is_asked),
                Err(why) => return Lines::refused(why),
            },
        };
        let lines = days
            .into_iter()
            .map(|day| self.promise_line(owed_by, people, day));
        Lines {
            lines: lines.collect(),
            question: is_asked.then(|| "Which day?".to_owned()),
            ..Lines::default()
        }
    }

    fn promise_line(
        &self,
        owed_by: OwedBy,
        people: &[PersonId],
        day: Option<TypedDay>,
    ) -> super::Line {
        let day = day.map(|day| TypedDay::exact(day.day, None));
        let promise = NewCommitment {
            owed_by,
            what: capital(&self.reading.name),
            people: people.to_vec(),
            when: day.map_or(String::new(), typed_text),
        };
        let details = match day {
            Some(day) => format!("By {}", understood_day(day.day, self.now.today())),
            None => "No day".to_owned(),
        };
        let names = self.names(people);
        let (words, done) = match owed_by {
            OwedBy::Me => (
                format!("Promise {names}: “{}”", promise.what),
                format!("Promised {names}: {}", promise.what),
            ),
            OwedBy::Them => (
                format!("{names} promised you: “{}”", promise.what),
                format!("{names} promised you: {}", promise.what),
            ),
        };
        self.line(people, Intent::Promise { promise }, [words, details, done])
    }
}
