//! A quarter as the page shows it.

use super::calendar::Quarter;
use super::evidence::Kept;
use super::quarter_rows::{self, QuarterRecord};
use super::{Intention, PastAnswer, QuarterShown, Statement, StatementShown};
use crate::book::Book;
use crate::days::Day;
use crate::error::Result;
use crate::moment::Moment;
use crate::store::Tx;
use crate::typed_day::short_date;

/// So many quarters before this one are in the trend.
const TREND: u32 = 7;

impl Book {
    /// The quarter that one looks back at today, or the one that begins on `first_on`.
    ///
    /// # Errors
    /// Storage errors.
    pub fn quarter(&self, first_on: Option<Day>, now: &Moment) -> Result<QuarterShown> {
        self.read(|tx| shown(tx, first_on, now))
    }
}

/// From which day on the first quarter can be answered, in words: "from 31 March". Empty where one can be answered now.
pub(crate) fn answered_from(tx: &Tx<'_>, now: &Moment) -> Result<String> {
    let quarter = Quarter::to_review(now.today());
    let began = quarter_rows::first_talk_on(tx)?;
    let is_known = began.is_some_and(|began| began <= quarter.last());
    match is_known || quarter_rows::has_any(tx)? {
        true => Ok(String::new()),
        false => {
            let from = quarter.next().last();
            Ok(format!("from {}", short_date(from.date(), now.today())))
        }
    }
}

fn shown(tx: &Tx<'_>, first_on: Option<Day>, now: &Moment) -> Result<QuarterShown> {
    let to_review = Quarter::to_review(now.today());
    let asked = first_on.and_then(Quarter::beginning);
    let quarter = asked
        .filter(|asked| *asked <= to_review)
        .unwrap_or(to_review);
    let said = quarter_rows::get(tx, quarter.first())?;
    let past = quarter_rows::before(tx, quarter.first(), TREND)?;
    let kept = Kept::of(tx, quarter)?;
    let last = past
        .first()
        .filter(|last| last.first_on == quarter.before().first());
    let statements = Statement::ALL.map(|statement| StatementShown {
        statement,
        about_trait: statement.is_trait(),
        title: statement.title().to_owned(),
        text: statement.text().to_owned(),
        step: said
            .as_ref()
            .and_then(|said| said.answers.get(&statement).copied()),
        last_step: last.and_then(|last| last.answers.get(&statement).copied()),
        trend: past
            .iter()
            .rev()
            .filter_map(|record| past_answer(record, statement))
            .collect(),
        evidence: kept.evidence(statement.evidence()),
    });
    Ok(QuarterShown {
        first_on: quarter.first(),
        name: quarter.name(),
        from: answered_from(tx, now)?,
        answered: said.as_ref().map_or_else(String::new, |said| {
            short_date(said.answered_on.date(), now.today())
        }),
        last_intention: past
            .iter()
            .find(|record| !record.intention.is_empty())
            .map(|record| Intention {
                quarter: Quarter::of(record.first_on.date()).name(),
                text: record.intention.clone(),
            }),
        statements: statements.into(),
        line: said
            .as_ref()
            .map_or_else(String::new, |said| said.line.clone()),
        intention: said.map_or_else(String::new, |said| said.intention),
        before: quarter.before().first(),
        after: (quarter < to_review).then(|| quarter.next().first()),
    })
}

fn past_answer(record: &QuarterRecord, statement: Statement) -> Option<PastAnswer> {
    Some(PastAnswer {
        quarter: Quarter::of(record.first_on.date()).short_name(),
        step: *record.answers.get(&statement)?,
    })
}
