//! The steps of an introduction.

use super::IntroductionStep;
use super::add::names_of;
use super::words::Names;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{WhenPurpose, read_day_or_none};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::events::met_through;
use crate::exchanges::exchange_rows::{self, ExchangeRecord};
use crate::exchanges::{Direction, ExchangeId, ExchangeSort};
use crate::field_limits::{one_line, some_line};
use crate::ids::PersonId;
use crate::introductions::machine::Step;
use crate::introductions::{
    Introducer, IntroductionAnswer, IntroductionId, IntroductionRecord, introduction_rows,
};
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;
use crate::store::changing::Changing;

impl Book {
    /// Takes an introduction a step further. Making it writes down what was given or received, and through whom the
    /// user met somebody.
    ///
    /// # Errors
    /// `Stale` if it is no possible step any more; `Invalid` at `words` or `again`; `NotFound`; storage errors.
    pub fn introduction_step(
        &self,
        id: IntroductionId,
        step: &IntroductionStep,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::StepIntroduction, now, |change| {
            take_step(change, id, step, now)
        })
    }
}

/// Takes an introduction a step further, within a change.
pub(crate) fn take_step(
    change: &Changing<'_>,
    id: IntroductionId,
    step: &IntroductionStep,
    now: &Moment,
) -> Result<()> {
    let tx = &change.tx;
    let before = introduction_rows::get(tx, id)?;
    check_people(tx, &before.people, &[])?;
    let names = names_of(tx, &before.people)?;
    change.about(names.whole.join(" and "), 1);
    let step = read(tx, &before, step, now)?;
    change.says(in_history(&step, &names));
    let today = now.today().into();
    let after = before.after(&step, today).map_err(|_| not_next())?;
    introduction_rows::update(tx, &after)?;
    match step {
        Step::Make => write_down(tx, &after, &names, today),
        _ => Ok(()),
    }
}

fn not_next() -> Error {
    let message = "This is not the next step any more. Nothing was changed.";
    Error::new(Code::Stale, message)
}

fn read(
    tx: &Tx<'_>,
    record: &IntroductionRecord,
    step: &IntroductionStep,
    now: &Moment,
) -> Result<Step> {
    let position = |person: &PersonId| {
        let at = record.people.iter().position(|one| one == person);
        at.ok_or_else(not_next)
    };
    Ok(match step {
        IntroductionStep::Ask { person } => Step::Ask {
            at: position(person)?,
        },
        IntroductionStep::Answer {
            person,
            answer,
            words,
            again,
        } => Step::Answer {
            at: position(person)?,
            answer: *answer,
            words: one_line("words", words)?,
            again_on: match answer {
                IntroductionAnswer::NotNow => {
                    read_day_or_none(tx, "again", again, WhenPurpose::Commitment, now)?
                }
                IntroductionAnswer::Yes | IntroductionAnswer::No => None,
            },
        },
        IntroductionStep::Make => Step::Make,
        IntroductionStep::Outcome { words } => Step::Outcome {
            words: some_line("words", words, "Say in a line how it went.")?,
        },
        IntroductionStep::Thank => Step::Thank,
        IntroductionStep::Rest => Step::Rest,
        IntroductionStep::TakeUp => Step::TakeUp,
    })
}

/// What the history says. The words of an answer stay out of it.
fn in_history(step: &Step, names: &Names) -> String {
    match step {
        Step::Ask { at } => format!("{} asked", names.first(*at)),
        Step::Answer { at, answer, .. } => {
            let said = match answer {
                IntroductionAnswer::Yes => "yes",
                IntroductionAnswer::No => "no",
                IntroductionAnswer::NotNow => "not now",
            };
            format!("{} said {said}", names.first(*at))
        }
        Step::Make => "made".to_owned(),
        Step::Outcome { .. } => "how it went".to_owned(),
        Step::Thank => "thanked".to_owned(),
        Step::Rest => "resting".to_owned(),
        Step::TakeUp => "taken up again".to_owned(),
    }
}

/// What was given to both, or received from those between.
fn write_down(tx: &Tx<'_>, record: &IntroductionRecord, names: &Names, today: Day) -> Result<()> {
    let last = record.people.len().saturating_sub(1);
    for (at, person) in record.people.iter().enumerate() {
        let (direction, to) = match record.by {
            Introducer::Me => (Direction::Given, usize::from(at == 0)),
            Introducer::Them if at == last => continue,
            Introducer::Them => (Direction::Received, last),
        };
        let exchange = ExchangeRecord {
            id: ExchangeId(0),
            person: *person,
            direction,
            what: one_line("what", &format!("An introduction to {}", names.whole(to)))
                .unwrap_or_else(|_| "An introduction".to_owned()),
            sort: ExchangeSort::Introduction,
            size: ExchangeSort::Introduction.usual_size(),
            on: today,
            roughly: None,
            talk: None,
            promise: None,
            back_by: None,
            back_on: None,
        };
        exchange_rows::insert(tx, &exchange)?;
    }
    match (record.by, record.people.as_slice()) {
        (Introducer::Them, [.., bridge, met]) => met_through(tx, *met, *bridge, today),
        _ => Ok(()),
    }
}
