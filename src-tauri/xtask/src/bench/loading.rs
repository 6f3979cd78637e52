//! Benches of the load: placing one check-in, levelling all, rhythms that fit, and keeping many close at once.

use kith_core::keeping_close::RelationshipEdit;
use kith_core::{Book, Moment, PersonId};

use super::reminding::often;
use super::{Outcome, say, timed};

/// `usual` is kept close; `others` are not.
pub(super) fn plans(book: &Book, usual: PersonId, others: &[PersonId], now: &Moment) -> Outcome {
    often("placing one", "2", 50, || {
        book.next_due_preview(usual, 30, now)
    })?;
    often("what the rhythms add up to", "", 10, || book.load_sums(now))?;
    let plan = book.level_plan(now)?;
    println!("  {} check-ins would move", plan.moves);
    often("the plan that levels all", "300", 5, || {
        book.level_plan(now)
    })?;
    let fit = book.fit_plan(now)?;
    println!("  {} steps", fit.steps.len());
    often("the plan that makes it fit", "100", 5, || {
        book.fit_plan(now)
    })?;
    often("the offer of a fresh start", "", 5, || {
        book.fresh_start_offer(now)
    })?;
    let keep = RelationshipEdit::KeepClose {
        kind: book.kinds_list()?.first().ok_or("no kind")?.id,
        cadence_days: Some(60),
        importance: 1,
        next: String::new(),
    };
    println!("  {} more kept close at once", others.len());
    let (done, took) = timed(|| book.relationship_edit(others, &keep, now));
    done?;
    say("keeping them close (aim 2000)", took);
    let (done, took) = timed(|| book.level_take(now));
    println!("  {} check-ins moved", done?.value);
    say("levelling all, committed", took);
    Ok(())
}
