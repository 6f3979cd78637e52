//! Lines of needs.

use super::{Lines, Maker};
use crate::check_ins::WhenPurpose;
use crate::goals::NewGoal;
use crate::letters::capital;
use crate::sentences::Intent;
use crate::typed_day::{TypedDay, typed_text, understood_day};

impl Maker<'_> {
    pub(super) fn need(&self) -> Lines {
        let (days, is_asked) = match &self.reading.when {
            None => (vec![None], false),
            Some(when) => match self.days(Some(when), WhenPurpose::Commitment) {
                Ok((days, is_asked)) => (days.into_iter().map(Some).collect(), is_asked),
                Err(why) => return Lines::refused(why),
            },
        };
        let lines = days.into_iter().map(|day| self.need_line(day));
        Lines {
            lines: lines.collect(),
            question: is_asked.then(|| "Which day?".to_owned()),
            ..Lines::default()
        }
    }

    fn need_line(&self, day: Option<TypedDay>) -> super::Line {
        let day = day.map(|day| TypedDay::exact(day.day, None));
        let goal = NewGoal {
            title: capital(&self.reading.name),
            by: day.map_or(String::new(), typed_text),
            ..NewGoal::default()
        };
        let details = match day {
            Some(day) => format!("By {}", understood_day(day.day, self.now.today())),
            None => "No date".to_owned(),
        };
        let words = format!("Write down a need: “{}”", goal.title);
        let done = format!("A need in your book: {}", goal.title);
        self.line(&[], Intent::Need { goal }, [words, details, done])
    }
}
