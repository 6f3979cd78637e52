//! Five thousand introductions in the book of 100,000 people: Today with and without them, and drafts.

use std::time::Duration;

use kith_core::drafts::DraftSort;
use kith_core::{Book, Moment, PersonId};
use rusqlite::Connection;

use super::Outcome;
use super::reminding::{beside, often};

const INTRODUCTIONS: usize = 5_000;
/// They were begun on so many days.
const DAYS: usize = 400;

/// Times Today as the page reads it.
pub fn today(
    book: &Book,
    what: &str,
    now: &Moment,
) -> Result<Duration, Box<dyn std::error::Error>> {
    often(what, "", 50, || {
        book.today(50, now)?;
        book.introductions_today(5, now)?;
        book.follow_ups_today(now)
    })
}

/// Inserts introductions: of ten one waits for an answer, three were refused and the others made. Each is of two who
/// stand near each other in the list; a hundred are of the first person.
pub fn introduce(connection: &mut Connection, people: &[PersonId], today: &str) -> Outcome {
    let transaction = connection.transaction()?;
    {
        let mut begun = transaction.prepare(
            "INSERT INTO introductions (person_id, other_id, by_whom, why, asks, began_on, made_on, outcome, stands_on) \
             SELECT ?1, ?2, 'me', 'Both measure drift', json(?3), day, iif(?4 = 'made', day, NULL), '', \
               CASE ?4 WHEN 'waits' THEN date(day, '7 days') WHEN 'made' THEN date(day, '14 days') END \
             FROM (SELECT date(?5, '-' || ?6 || ' days') AS day)",
        )?;
        for at in 0..INTRODUCTIONS {
            let first = if at % 50 == 0 { 0 } else { at };
            let [one, other] = [first, at + 2].map(|at| people.get(at));
            let (one, other) = (one.ok_or("too few")?, other.ok_or("too few")?);
            let days = at % DAYS;
            let on: String = transaction.query_row(
                "SELECT date(?1, '-' || ?2 || ' days')",
                (today, days),
                |row| row.get(0),
            )?;
            let ask = |at: usize, answer: Option<&str>| {
                serde_json::json!({ "at": at, "on": on, "answer": answer, "answeredOn": answer.map(|_| &on),
                    "words": "", "againOn": null })
            };
            let (how, asks) = match at % 10 {
                0 => ("waits", vec![ask(0, None)]),
                1..=3 => ("refused", vec![ask(0, Some("no"))]),
                _ => ("made", vec![ask(0, Some("yes")), ask(1, Some("yes"))]),
            };
            let asks = serde_json::Value::from(asks).to_string();
            begun.execute((one.0, other.0, asks, how, today, days))?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// Times Today with them beside what it took without, and what shows introductions and their drafts.
pub fn pages(book: &Book, one: PersonId, without: Duration, now: &Moment) -> Outcome {
    let with = today(book, "today with 5,000 introductions", now)?;
    beside("today without", with, without);
    often("its introductions", "", 50, || {
        book.introductions_today(5, now)
    })?;
    let all = book.introductions_of(one, now)?;
    println!("  {} of one person", all.open.len() + all.made.len());
    often("introductions of a person", "20", 20, || {
        book.introductions_of(one, now)
    })?;
    for sort in [DraftSort::CheckIn, DraftSort::FollowUp] {
        let what = format!("a draft, {sort:?}");
        often(&what, "20", 50, || book.draft(one, sort, &[], now))?;
    }
    let open = all.open.first().or(all.made.first()).ok_or("none")?;
    often("a draft of an introduction", "20", 50, || {
        book.introduction_draft(open.id, one, DraftSort::IntroductionAsk, &[], now)
    })?;
    Ok(())
}
