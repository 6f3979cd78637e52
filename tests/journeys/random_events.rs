//! Random steps with events, how one met somebody, and first steps.

use kith_core::events::{GuestWho, NewEvent, NewGuest, NewHowMet};
use kith_core::first_steps::StepAnswer;
use kith_core::{Book, Code, EventId, Moment, PersonId, Result};

use crate::random_steps::{Step, Taken, nth, said};

/// Days as they are typed for an event. Some are invalid.
const HELD: &[&str] = &[
    "today",
    "yesterday",
    "last friday",
    "2 days ago",
    "1 september 2026",
    "in 2 weeks",
    "someday",
    "",
    "1 january 1900",
];

fn event(step: &Step, who: PersonId, several: &[PersonId]) -> NewEvent {
    let known = several.iter().copied().chain([who]);
    let mut people: Vec<PersonId> = known.skip(step.pick % 2).collect();
    people.sort_unstable();
    people.dedup();
    let guest = |(at, person): (usize, PersonId)| NewGuest {
        who: GuestWho::Known(person),
        line: step.word.clone(),
        met: (at + step.pick).is_multiple_of(2),
        follow_up: !(at + step.who).is_multiple_of(3),
    };
    let mut guests: Vec<NewGuest> = people.into_iter().enumerate().map(guest).collect();
    if step.who == 4 {
        guests.push(NewGuest {
            who: GuestWho::New(step.word.clone()),
            line: String::new(),
            met: true,
            follow_up: true,
        });
    }
    NewEvent {
        name: ["Nordic Lab Days", "The autumn fair", step.word.as_str()][step.pick % 3].to_owned(),
        place: step.word.clone(),
        when: HELD[(step.who + step.pick) % HELD.len()].to_owned(),
        guests,
        note: step.word.clone(),
    }
}

fn one_of(book: &Book, step: &Step, now: &Moment) -> Result<Option<EventId>> {
    let all = book.events_find("", 99, now)?;
    Ok(nth(&all, step.pick).map(|row| row.id))
}

pub fn add(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    book.event_add(&event(step, who, several), now).map(said)
}

pub fn edit(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    match one_of(book, step, now)? {
        Some(id) => book
            .event_edit(id, &event(step, who, several), now)
            .map(said),
        None => Ok(None),
    }
}

pub fn remove(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    match one_of(book, step, now)? {
        Some(id) => book.event_remove(id, now).map(said),
        None => Ok(None),
    }
}

pub fn how_met(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let how = NewHowMet {
        at: ["", "Nordic Lab Days", step.word.as_str()][step.pick % 3].to_owned(),
        when: ["", "2019", "May 2019", "yesterday", "2090"][step.who % 5].to_owned(),
        through: several
            .first()
            .copied()
            .filter(|_| step.who.is_multiple_of(2)),
    };
    book.how_met_set(who, &how, now).map(said)
}

pub fn first_step(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let offered = book.first_steps_of(who, now)?;
    let Some(one) = nth(&offered, step.pick) else {
        return Ok(None);
    };
    let answer = match step.who.is_multiple_of(2) {
        true => StepAnswer::Taken,
        false => StepAnswer::PutAway,
    };
    match book.first_step_answer(who, one.step, answer, now) {
        Err(error) if error.code == Code::Stale => Ok(None),
        taken => taken.map(said),
    }
}
