//! Random steps with needs.

use kith_core::goals::{
    GoalEdit, GoalEnd, Help, HelperRole, NewGoal, NewGoalPart, NewGoalStep, StepDoer,
};
use kith_core::needing::Goal;
use kith_core::{Book, Code, Moment, PersonId, Result};

use crate::random_steps::{Step, Taken, nth, said};

/// Days as they are typed for a need or a step. Some are invalid.
const BY: &[&str] = &[
    "",
    "tomorrow",
    "by friday",
    "in 3 weeks",
    "yesterday",
    "someday",
];
const ROLES: [HelperRole; 4] = [
    HelperRole::Decides,
    HelperRole::Knows,
    HelperRole::Supports,
    HelperRole::MayOppose,
];

fn by(step: &Step) -> String {
    BY[(step.who + step.pick) % BY.len()].to_owned()
}

fn one_of(book: &Book, step: &Step, now: &Moment) -> Result<Option<Goal>> {
    let all = book.goals_find("", 99, now)?;
    let network = book.network(now)?;
    nth(&all, step.pick)
        .map(|row| book.goal(&network, row.id, now))
        .transpose()
}

/// What is finished, or stands so already, is no step.
fn unless_stale<T>(done: Result<kith_core::Done<T>>) -> Result<Taken> {
    match done {
        Err(error) if error.code == Code::Stale => Ok(None),
        taken => taken.map(said),
    }
}

pub fn add(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let part = |what: &str| NewGoalPart {
        help: Help::Access,
        what: what.to_owned(),
    };
    let goal = NewGoal {
        title: ["A pilot", "Optics", step.word.as_str()][step.pick % 3].to_owned(),
        why: step.word.clone(),
        by: by(step),
        parts: [part("A sponsor"), part(&step.word)][..step.who % 3].to_vec(),
    };
    book.goal_add(&goal, now).map(said)
}

pub fn change(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let Some(goal) = one_of(book, step, now)? else {
        return Ok(None);
    };
    match step.who % 5 {
        0 => {
            let edit = GoalEdit {
                title: step.word.clone(),
                why: step.word.clone(),
                by: by(step),
                outcome: step.word.clone(),
            };
            book.goal_edit(goal.id, &edit, now).map(said)
        }
        1 => unless_stale(book.goal_close(goal.id, GoalEnd::Reached, &step.word, now)),
        2 => unless_stale(book.goal_reopen(goal.id, now)),
        3 if step.pick.is_multiple_of(2) => book.goal_remove(goal.id, now).map(said),
        _ => {
            let what = NewGoalPart {
                help: Help::KnowHow,
                what: step.word.clone(),
            };
            match nth(&goal.parts, step.pick) {
                Some(part) if step.pick.is_multiple_of(3) => {
                    unless_stale(book.goal_part_remove(part.id, now))
                }
                Some(part) if step.pick % 3 == 1 => {
                    unless_stale(book.goal_part_edit(part.id, &what, now))
                }
                _ => unless_stale(book.goal_part_add(goal.id, &what, now)),
            }
        }
    }
}

pub fn people(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let Some(goal) = one_of(book, step, now)? else {
        return Ok(None);
    };
    let role = ROLES[step.who % ROLES.len()];
    match (step.who % 5, nth(&goal.parts, step.pick)) {
        (0 | 1, Some(part)) => unless_stale(book.goal_helpers_add(part.id, several, role, now)),
        (2, Some(part)) => match nth(&part.helpers, step.pick) {
            Some(one) => {
                let person = one.row.id;
                match step.pick.is_multiple_of(2) {
                    true => unless_stale(book.goal_helper_remove(part.id, person, now)),
                    false => unless_stale(book.goal_helper_set(part.id, person, role, now)),
                }
            }
            None => Ok(None),
        },
        (3, _) => match nth(&goal.people, step.pick) {
            Some(one) => {
                let say = u8::try_from(step.pick).ok();
                unless_stale(book.goal_place(goal.id, one.row.id, say, None, now))
            }
            None => Ok(None),
        },
        _ => unless_stale(book.goal_share(goal.id, who, step.pick.is_multiple_of(2), now)),
    }
}

pub fn steps(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let Some(goal) = one_of(book, step, now)? else {
        return Ok(None);
    };
    let new = NewGoalStep {
        doer: match step.who.is_multiple_of(3) {
            true => StepDoer::Them,
            false => StepDoer::Me,
        },
        person: (!step.who.is_multiple_of(2)).then_some(who),
        what: step.word.clone(),
        when: by(step),
    };
    match nth(&goal.steps, step.pick) {
        Some(one) if step.who % 4 == 1 => unless_stale(book.goal_step_edit(one.id, &new, now)),
        Some(one) if step.who % 4 == 2 => {
            unless_stale(book.goal_step_finish(one.id, one.done.is_empty(), now))
        }
        Some(one) if step.who == 3 => book.goal_step_remove(one.id, now).map(said),
        _ => unless_stale(book.goal_step_add(goal.id, &new, now)),
    }
}

pub fn talks(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let Some(goal) = one_of(book, step, now)? else {
        return Ok(None);
    };
    let others = book.goal_talks(goal.id)?.others;
    match (nth(&others, step.pick), nth(&goal.talks, step.pick)) {
        (Some(talk), _) => book.goal_talk_set(goal.id, talk.id, true, now).map(said),
        (None, Some(talk)) => book.goal_talk_set(goal.id, talk.id, false, now).map(said),
        (None, None) => Ok(None),
    }
}
