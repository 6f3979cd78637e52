//! Five thousand introductions in the book of 100,000 people: Today with and without them, and drafts.

use std::time::Duration;

use kith_core::drafts::DraftSort;
use kith_core::introducing::{IntroductionStep, NewIntroduction};
use kith_core::introductions::{Introducer, IntroductionAnswer};
use kith_core::{Book, Moment, PersonId};

use super::reminding::{beside, often};
use super::{Outcome, say, timed};

const INTRODUCTIONS: usize = 5_000;
/// One of so many waits for an answer; the others were made or refused.
const WAITS: usize = 10;

/// Times Today before and after the book has introductions, and what shows them and their drafts.
pub fn pages(book: &Book, people: &[PersonId], now: &Moment) -> Outcome {
    let today = || -> kith_core::Result<()> {
        book.today(50, now)?;
        book.introductions_today(5, now)?;
        book.follow_ups_today(now)?;
        Ok(())
    };
    let without = often("today without introductions", "", 50, today)?;
    let (begun, took) = timed(|| begin(book, people, now));
    begun?;
    say("5,000 introductions", took);
    let with = often("today with 5,000", "", 50, today)?;
    beside("today without them", with, without);
    println!(
        "  {} introductions stand on Today",
        book.introductions_today(1, now)?.more + 1
    );
    let one = *people.first().ok_or("nobody")?;
    let all = book.introductions_of(one, now)?;
    println!("  {} of one person", all.open.len() + all.made.len());
    often("introductions of a person", "20", 50, || {
        book.introductions_of(one, now)
    })?;
    for sort in [DraftSort::CheckIn, DraftSort::FollowUp] {
        let what = format!("a draft, {sort:?}");
        often(&what, "20", 50, || book.draft(one, sort, &[], now))?;
    }
    let open = all.open.first().or(all.made.first()).ok_or("none")?;
    let id = open.id;
    often("a draft of an introduction", "20", 50, || {
        book.introduction_draft(id, one, DraftSort::IntroductionAsk, &[], now)
    })?;
    Ok(())
}

/// Each person is introduced to the next but one; the first to a hundred others.
fn begin(book: &Book, people: &[PersonId], now: &Moment) -> Outcome {
    for at in 0..INTRODUCTIONS {
        let first = if at % 50 == 0 { 0 } else { at };
        let [one, other] = [first, at + 2].map(|at| people.get(at).copied());
        let (one, other) = (one.ok_or("too few")?, other.ok_or("too few")?);
        let before = Duration::from_secs(u64::try_from(at % 400)? * 24 * 60 * 60);
        let on = Moment {
            utc: now.utc - before,
            ..*now
        };
        let new = NewIntroduction {
            by: Introducer::Me,
            people: vec![one, other],
            why: "Both measure drift".to_owned(),
            anyway: true,
        };
        let id = book.introduction_add(&new, &on)?.value;
        let step = |step: &IntroductionStep| book.introduction_step(id, step, &on).map(drop);
        step(&IntroductionStep::Ask { person: one })?;
        if at % WAITS == 0 {
            continue;
        }
        let said = |person, answer| IntroductionStep::Answer {
            person,
            answer,
            words: String::new(),
            again: String::new(),
        };
        let answer = match at % 3 {
            0 => IntroductionAnswer::No,
            _ => IntroductionAnswer::Yes,
        };
        step(&said(one, answer))?;
        if answer == IntroductionAnswer::Yes {
            step(&said(other, IntroductionAnswer::Yes))?;
            step(&IntroductionStep::Make)?;
        }
    }
    Ok(())
}
