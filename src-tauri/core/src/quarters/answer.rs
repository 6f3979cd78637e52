//! Answering a quarter. Answered again, the answers are changed: a quarter has one row.

use super::calendar::Quarter;
use super::quarter_rows::{self, Answers, QuarterRecord};
use super::{QuarterSaid, Statement};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::moment::Moment;

/// The most that a statement is true.
const MOST: u8 = 5;

impl Book {
    /// Keeps what the user says of the quarter that begins on a day, in place of what they said before. Without an
    /// answer, a line and an intention, nothing is kept of it.
    ///
    /// # Errors
    /// `Invalid` at `quarter`, `answers`, `line` or `intention`; storage errors.
    pub fn quarter_set(&self, first_on: Day, said: &QuarterSaid, now: &Moment) -> Result<Done<()>> {
        let quarter = Quarter::beginning(first_on)
            .ok_or_else(|| Error::invalid("quarter", "No quarter begins on this day."))?;
        if quarter > Quarter::to_review(now.today()) {
            return Err(Error::invalid("quarter", "This quarter is not over yet."));
        }
        let record = QuarterRecord {
            first_on,
            answers: checked(said)?,
            line: one_line("line", &said.line)?,
            intention: one_line("intention", &said.intention)?,
            answered_on: now.today().into(),
        };
        self.change(OperationKind::AnswerQuarter, now, |change| {
            change.about(quarter.name(), 1);
            let before = quarter_rows::get(&change.tx, first_on)?;
            let is_empty =
                record.answers.is_empty() && record.line.is_empty() && record.intention.is_empty();
            match before {
                Some(_) if is_empty => quarter_rows::delete(&change.tx, first_on),
                None if is_empty => Ok(()),
                Some(before) if is_same(&before, &record) => Ok(()),
                _ => quarter_rows::put(&change.tx, &record),
            }
        })
    }
}

fn is_same(before: &QuarterRecord, after: &QuarterRecord) -> bool {
    (&before.answers, &before.line, &before.intention)
        == (&after.answers, &after.line, &after.intention)
}

fn checked(said: &QuarterSaid) -> Result<Answers> {
    let mut answers = Answers::new();
    for answer in &said.answers {
        if answer.step > MOST {
            return Err(Error::invalid("answers", "There are five steps."));
        }
        if answers.insert(answer.statement, answer.step).is_some() {
            let title = Statement::title(answer.statement);
            let words = format!("“{title}” is answered twice.");
            return Err(Error::invalid("answers", words));
        }
    }
    Ok(answers)
}
