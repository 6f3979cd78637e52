//! Random steps with reflections, quarters and pitches.

use kith_core::pitches::{NewPitch, PitchParts};
use kith_core::quarters::{QuarterSaid, Statement, StatementAnswer};
use kith_core::reflections::{Listening, Reflection};
use kith_core::{Book, Moment, PersonId, PitchId, Result};

use crate::random_steps::{Step, Taken, nth, said};

pub fn reflect(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let talks = book.timeline(who, 0, 9)?.talks;
    let Some(talk) = nth(&talks, step.pick) else {
        return Ok(None);
    };
    let reflection = Reflection {
        listened: Listening::ALL.get(step.who % 5).copied(),
        heard: step.word.clone(),
    };
    if step.pick == 8 {
        book.reflection_skip(talk.id, now)?;
        return Ok(None);
    }
    book.reflection_set(talk.id, &reflection, now).map(said)
}

pub fn answer_quarter(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let quarter = book.quarter(None, now)?;
    let first_on = match step.pick % 3 {
        0 => quarter.before,
        _ => quarter.first_on,
    };
    let answers = Statement::ALL.into_iter().take(step.who);
    let answer = QuarterSaid {
        answers: answers
            .map(|statement| StatementAnswer {
                statement,
                step: u8::try_from(step.pick % 7).unwrap(),
            })
            .collect(),
        line: step.word.clone(),
        intention: String::new(),
    };
    book.quarter_set(first_on, &answer, now).map(said)
}

fn pitch(step: &Step, several: &[PersonId]) -> NewPitch {
    NewPitch {
        audience: ["For pharma", step.word.as_str()][step.pick % 2].to_owned(),
        parts: PitchParts {
            hook: step.word.clone(),
            ask: ["", "May I show you?"][step.who % 2].to_owned(),
            ..PitchParts::default()
        },
        people: several.iter().copied().take(step.who % 4).collect(),
    }
}

fn one_of(book: &Book, step: &Step) -> Result<Option<PitchId>> {
    let all = book.pitches()?;
    Ok(nth(&all, step.pick).map(|pitch| pitch.id))
}

pub fn write_pitch(book: &Book, step: &Step, several: &[PersonId], now: &Moment) -> Result<Taken> {
    book.pitch_add(&pitch(step, several), now).map(said)
}

pub fn edit_pitch(book: &Book, step: &Step, several: &[PersonId], now: &Moment) -> Result<Taken> {
    match one_of(book, step)? {
        Some(id) => book.pitch_edit(id, &pitch(step, several), now).map(said),
        None => Ok(None),
    }
}

pub fn remove_pitch(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    match one_of(book, step)? {
        Some(id) => book.pitch_remove(id, now).map(said),
        None => Ok(None),
    }
}
