//! Promises in the book of 100,000 people: 100,000 of them, and what a talk costs that has everything with it.

use kith_core::commitments::{OwedBy, TalkCommitment};
use kith_core::exchanges::{Direction, ExchangeSort, TalkExchange};
use kith_core::interactions::StartedBy;
use kith_core::logging::{NewInteraction, NextStep, TalkOutcome};
use kith_core::reflections::{Listening, Reflection};
use kith_core::{Book, Channel, Moment, PersonId};
use rusqlite::Connection;

use super::Outcome;
use super::random::SeededRandom;
use super::reminding::{beside, often};

const PROMISES: u64 = 100_000;
/// Their days are spread over so many, half of them ahead.
const DAYS: u64 = 720;

/// Inserts the promises: half of them mine, one of ten open.
pub fn promise(connection: &mut Connection, people: &[PersonId], today: &str) -> Outcome {
    let mut seeded = SeededRandom(13);
    let transaction = connection.transaction()?;
    {
        let mut made = transaction.prepare(
            "INSERT INTO commitments (id, owed_by, what, due_on, agreed_on, noted_on, stands_on, moves, state, \
               closed_on, why) \
             VALUES (?1, ?2, 'The numbers of the two other labs', date(?3, (?4 - 360) || ' days'), \
               date(?3, (?4 - 400) || ' days'), date(?3, (?4 - 400) || ' days'), \
               date(?3, (?4 - 365) || ' days'), '', ?5, iif(?5 = 'open', NULL, date(?3, (?4 - 361) || ' days')), '')",
        )?;
        let mut with = transaction
            .prepare("INSERT INTO commitment_people (commitment_id, person_id) VALUES (?1, ?2)")?;
        for id in 1..=PROMISES {
            let at = usize::try_from(seeded.below(people.len() as u64))?;
            let state = if seeded.below(10) == 0 {
                "open"
            } else {
                "kept"
            };
            let days = i64::try_from(seeded.below(DAYS))?;
            made.execute((id, seeded.pick(&["me", "them"]), today, days, state))?;
            with.execute((id, people.get(at).ok_or("nobody")?.0))?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// Times what is read of promises, the brief, and a talk with everything beside a bare one.
pub fn kept(book: &Book, most: PersonId, usual: PersonId, now: &Moment) -> Outcome {
    let standing = book.commitments_today(5, now)?;
    println!("  {} promises of mine on today", standing.mine_total);
    often("promises on today", "10", 20, || {
        book.commitments_today(5, now)
    })?;
    often("brief, usual", "20", 20, || book.brief(usual, true, now))?;
    often("brief, of the most", "20", 20, || {
        book.brief(most, true, now)
    })?;
    let talk = NewInteraction {
        attempt: false,
        people: vec![usual],
        when: "yesterday".to_owned(),
        channel: Channel::Video,
        title: String::new(),
        minutes: Some(30),
        started_by: StartedBy::Me,
        note: "Went through the numbers of the two other labs.".to_owned(),
        closes: Vec::new(),
    };
    let log = |outcome: &TalkOutcome| book.interaction_log_with(&talk, outcome, &[], None, now);
    let bare = often("a bare talk", "", 50, || log(&TalkOutcome::default()))?;
    let everything = TalkOutcome {
        promises: vec![TalkCommitment {
            owed_by: OwedBy::Me,
            what: "The numbers of the other lab".to_owned(),
            people: Vec::new(),
            when: "in two weeks".to_owned(),
        }],
        exchanges: vec![TalkExchange {
            direction: Direction::Received,
            what: "An hour with the numbers".to_owned(),
            sort: ExchangeSort::Time,
            size: None,
            people: Vec::new(),
        }],
        next_step: Some(NextStep {
            people: Vec::new(),
            when: "in three weeks".to_owned(),
            what: "The numbers of the other lab".to_owned(),
        }),
        next_line: "Ask about the other lab".to_owned(),
        shared: Vec::new(),
        reflection: Some(Reflection {
            listened: Some(Listening::Asked),
            heard: "Being told early".to_owned(),
        }),
        needs: Vec::new(),
    };
    let all = often("a talk with everything", "", 50, || log(&everything))?;
    beside("a bare talk (aim 1.5)", all, bare);
    Ok(())
}
