//! Random steps with what one brings to a talk: next lines, things to share, how somebody likes to talk, and what came of
//! a talk; and attempts.

use kith_core::communication::Communication;
use kith_core::interactions::StartedBy;
use kith_core::logging::{NewInteraction, NextStep, TalkOutcome};
use kith_core::shares::NewShare;
use kith_core::{Book, Channel, Moment, PersonId, Result, ShareId};

use crate::random_steps::{AHEAD, Step, Taken, nth, said};

pub fn keep(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    book.share_add(&share(step, who, several), now).map(said)
}

pub fn edit(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    match shared(book, step, who, now)? {
        Some((id, _)) => book
            .share_edit(id, &share(step, who, several), now)
            .map(said),
        None => Ok(None),
    }
}

pub fn mark(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    match shared(book, step, who, now)? {
        Some((id, was_shared)) => book.share_mark(id, who, !was_shared, now).map(said),
        None => Ok(None),
    }
}

pub fn remove(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    match shared(book, step, who, now)? {
        Some((id, _)) => book.share_remove(id, now).map(said),
        None => Ok(None),
    }
}

/// A thing that was kept for somebody, and whether it was shared with them.
fn shared(
    book: &Book,
    step: &Step,
    who: PersonId,
    now: &Moment,
) -> Result<Option<(ShareId, bool)>> {
    let of = book.shares_of(who, now)?;
    Ok(nth(&of, step.pick).map(|share| (share.id, share.shared_on.is_some())))
}

fn share(step: &Step, who: PersonId, several: &[PersonId]) -> NewShare {
    NewShare {
        title: step.word.clone(),
        link: ["", "https://tarn.example/optics", "javascript:alert(1)"][step.who % 3].to_owned(),
        note: step.word.clone(),
        people: match step.pick.is_multiple_of(2) && !several.is_empty() {
            true => several.to_vec(),
            false => vec![who],
        },
    }
}

pub fn communicate(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let said_of = Communication {
        channels: Channel::ALL[step.pick % 8..].to_vec(),
        best_time: step.word.clone(),
        dynamic: u8::try_from(step.who).ok().filter(|dynamic| *dynamic > 0),
        ..Communication::default()
    };
    book.communication_set(who, &said_of, now).map(said)
}

/// Logs a talk with a next step, a line for next time and what was shared.
pub fn log(book: &Book, step: &Step, draft: &NewInteraction, now: &Moment) -> Result<Taken> {
    let open = book.shares_open_with(&draft.people)?;
    let outcome = TalkOutcome {
        next_step: (!step.pick.is_multiple_of(3)).then(|| NextStep {
            people: draft.people.iter().take(step.pick % 2).copied().collect(),
            when: AHEAD[(step.who + step.pick) % AHEAD.len()].to_owned(),
            what: step.word.clone(),
        }),
        next_line: step.word.clone(),
        shared: open
            .iter()
            .take(step.who % 3)
            .map(|share| share.id)
            .collect(),
        ..TalkOutcome::default()
    };
    book.interaction_log_with(draft, &outcome, &[], None, now)
        .map(said)
}

/// Makes an attempt of a talk, or a talk of an attempt.
pub fn turn_attempt(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let talks = book.timeline(who, 0, 9)?.talks;
    let Some(talk) = nth(&talks, step.pick) else {
        return Ok(None);
    };
    let draft = NewInteraction {
        people: talk.people.iter().map(|person| person.id).collect(),
        when: talk.on.to_string(),
        channel: talk.channel,
        title: talk.title.clone(),
        minutes: talk.minutes,
        started_by: StartedBy::NotSaid,
        note: talk.note.clone(),
        attempt: !talk.attempt,
        closes: Vec::new(),
    };
    book.interaction_edit(talk.id, &draft, now).map(said)
}
