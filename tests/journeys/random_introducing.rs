//! Random steps with introductions.

use kith_core::drafts::{DraftSort, SentDraft, SentOfIntroduction};
use kith_core::introducing::{Introduction, IntroductionStep, NewIntroduction};
use kith_core::introductions::{Introducer, IntroductionAnswer};
use kith_core::{Book, Code, Moment, PersonId, Result};

use crate::random_steps::{AHEAD, Step, Taken, nth, said};

pub fn begin(
    book: &Book,
    step: &Step,
    who: PersonId,
    everyone: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let more = everyone.iter().copied().skip(step.pick % 3);
    let mut people = vec![who];
    people.extend(more.take(1 + step.pick % 2));
    let new = NewIntroduction {
        by: match step.pick % 3 {
            0 => Introducer::Me,
            _ => Introducer::Them,
        },
        people,
        why: step.word.clone(),
        anyway: step.who.is_multiple_of(2),
    };
    book.introduction_add(&new, now).map(said)
}

fn one(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Option<Introduction>> {
    let of = book.introductions_of(who, now)?;
    let all: Vec<Introduction> = [of.open, of.made, of.rested].concat();
    Ok(nth(&all, step.pick).cloned())
}

pub fn step(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let Some(one) = one(book, step, who, now)? else {
        return Ok(None);
    };
    let side = nth(&one.sides, step.who).unwrap();
    let person = side.row.id;
    let taken = match (step.who, step.pick) {
        _ if one.may_make => IntroductionStep::Make,
        (0, _) => IntroductionStep::Rest,
        (1, _) => IntroductionStep::TakeUp,
        (2, _) => IntroductionStep::Thank,
        (3, _) => IntroductionStep::Outcome {
            words: step.word.clone(),
        },
        (_, 0) => IntroductionStep::Ask { person },
        (_, pick) => IntroductionStep::Answer {
            person,
            answer: match pick {
                1 => IntroductionAnswer::No,
                2 => IntroductionAnswer::NotNow,
                _ => IntroductionAnswer::Yes,
            },
            words: step.word.clone(),
            again: AHEAD[step.who % AHEAD.len()].into(),
        },
    };
    // A question is asked by hand or by a draft that was sent, which is a talk too.
    let done = match (&taken, step.who % 2) {
        (IntroductionStep::Ask { .. }, 0) => {
            let sent = SentDraft {
                people: vec![person],
                sort: DraftSort::IntroductionAsk,
                title: step.word.clone(),
                introduction: Some(SentOfIntroduction {
                    id: one.id,
                    step: taken,
                }),
            };
            book.draft_sent(&sent, now).map(said)
        }
        _ => book.introduction_step(one.id, &taken, now).map(said),
    };
    match done {
        Err(error) if error.code == Code::Stale => Ok(None),
        done => done,
    }
}

pub fn edit(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    match one(book, step, who, now)? {
        Some(one) => book.introduction_edit(one.id, &step.word, now).map(said),
        None => Ok(None),
    }
}

pub fn remove(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    match one(book, step, who, now)? {
        Some(one) => book.introduction_remove(one.id, now).map(said),
        None => Ok(None),
    }
}
