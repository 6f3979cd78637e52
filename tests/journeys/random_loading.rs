//! Random steps with the load, boundaries and natures.

use kith_core::boundaries::{
    Boundaries, ConflictLevel, ConflictWith, Handling, NewConflict, Sharing, TheirHours,
};
use kith_core::natures::{Nature, NatureKind};
use kith_core::{Book, Moment, PersonId, Result};

use crate::random_steps::{AHEAD, Step, Taken, nth, said};

/// Levels, makes the rhythms fit, or begins anew; what is offered only.
pub fn plan(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    match step.pick % 3 {
        0 => book.level_take(now).map(said),
        1 => {
            let plan = book.fit_plan(now)?;
            if plan.steps.is_empty() {
                return Ok(None);
            }
            book.fit_take(&plan.steps, now).map(said)
        }
        _ => match book.fresh_start_offer(now)? {
            Some(_) => book.fresh_start(now).map(said),
            None => Ok(None),
        },
    }
}

/// Drags a dot to one of the next days, or moves a check-in that stands on one of them.
pub fn drag(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let days = book.today(1, now)?.days;
    let some: Vec<_> = days.iter().filter(|day| !day.people.is_empty()).collect();
    let Some(from) = nth(&some, step.who) else {
        return Ok(None);
    };
    let day = from.day.to_string();
    if step.pick.is_multiple_of(2) {
        let choices = book.move_choices(&day, now)?.choices;
        return match choices.first() {
            Some(one) => book
                .check_in_place(one.check_in, &one.to.to_string(), now)
                .map(said),
            None => Ok(None),
        };
    }
    let person = nth(&from.people, step.pick).unwrap().id;
    let to = days.get(step.pick % days.len()).unwrap().day.to_string();
    book.check_in_drag(person, &day, &to, now).map(said)
}

pub fn bound(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let hours = TheirHours {
        weekdays: [vec![0, 2], vec![6], vec![]][step.pick % 3].clone(),
        from: 570,
        to: [1080, 600, 0][step.who % 3],
    };
    let said_now = Boundaries {
        sharing: [None, Some(Sharing::WorkOnly), Some(Sharing::Openly)][step.who % 3],
        off_limits: vec![step.word.clone()],
        hours: Some(hours).filter(|_| step.pick != 5),
        zone: ["", "Asia/Kolkata", "Nowhere"][step.pick % 3].to_owned(),
    };
    book.boundaries_set(who, &said_now, now).map(said)
}

/// Declares, changes or removes a conflict of interest.
pub fn conflict(
    book: &Book,
    step: &Step,
    who: PersonId,
    everyone: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let new = NewConflict {
        with: match step.pick % 3 {
            0 => ConflictWith::Me,
            1 => ConflictWith::Person {
                id: *nth(everyone, step.pick).unwrap(),
            },
            _ => ConflictWith::Organisation {
                name: step.word.clone(),
            },
        },
        level: ConflictLevel::Potential,
        why: "The tender".to_owned(),
        handling: [Handling::Excluded, Handling::Managed][step.who % 2],
        how: step.word.clone(),
        until: AHEAD[step.who % AHEAD.len()].to_owned(),
    };
    let there = book.boundaries_of(who, now)?.conflicts;
    match (nth(&there, step.pick), step.pick % 4) {
        (Some(one), 0) => book.conflict_remove(one.id, now).map(said),
        (Some(one), 1) => book.conflict_edit(one.id, &new, now).map(said),
        (_, 3) => book.conflict_refuse(who, now).map(said),
        _ => book.conflict_add(who, &new, now).map(said),
    }
}

pub fn nature(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let kinds = [
        None,
        Some(NatureKind::Transactional),
        Some(NatureKind::Transformational),
    ];
    let steps = u8::try_from(step.who % 7).unwrap();
    let said_now = Nature {
        nature: kinds[step.pick % 3],
        influence: Some(steps),
        mutuality: None,
        openness: Some(3).filter(|_| step.pick > 4),
    };
    book.nature_set(who, &said_now, now).map(said)
}
