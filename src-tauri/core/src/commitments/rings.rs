//! The reminders of promises of mine: one some days before the day, one on the day.

use super::answer::end_now;
use super::commitment_rows::{self, CommitmentRecord};
use super::{CommitmentEnd, CommitmentId, CommitmentState};
use crate::days::{Day, When};
use crate::error::Result;
use crate::hours::Plan;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::number_words::listed_at_most;
use crate::reminders::sentences;
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::store::reminder_source::{Buttons, Called, Plans, ReminderSource};
use crate::typed_day::{from_today, long};

const CALLED: Called = Called {
    one: "A promise",
    several: "promises",
};

/// The day itself.
pub(super) static DUE: ReminderSource = ReminderSource {
    word: "promise",
    called: CALLED,
    buttons: Some(Buttons::KeptAnotherDay),
    covered_by: None,
    tells_of_person: false,
    people: commitment_rows::people_with_rings,
    along: commitment_rows::others_with_rings,
    plans: |tx, person, _| plans(tx, person, due_plan),
    comes_again: false,
    settings: &[],
    words,
    about_nobody: None,
    done,
    put_off: None,
};

/// The notice before the day. Once the day has come, that alone is told.
pub(super) static NOTICE: ReminderSource = ReminderSource {
    word: "promise_notice",
    called: CALLED,
    buttons: Some(Buttons::KeptAnotherDay),
    covered_by: Some(DUE.word),
    tells_of_person: false,
    people: commitment_rows::people_with_rings,
    along: commitment_rows::others_with_rings,
    plans: |tx, person, _| plans(tx, person, notice_plan),
    comes_again: false,
    settings: &[],
    words,
    about_nobody: None,
    done,
    put_off: None,
};

fn plans(
    tx: &Tx<'_>,
    person: PersonId,
    plan: fn(&CommitmentRecord) -> Option<Plan>,
) -> Result<Plans> {
    let records = commitment_rows::ringing_with(tx, person)?;
    let plans = records
        .iter()
        .filter_map(|record| Some((record.id.0, plan(record)?)));
    Ok(plans.collect())
}

/// On its day, and never on the day on which it was written down or moved.
pub(super) fn due_plan(record: &CommitmentRecord) -> Option<Plan> {
    let due = record.due_on?;
    let touched = record.touched_on();
    let after = touched.date().succ_opt().map(Day::from);
    Some(Plan::of(
        When::day(due),
        None,
        after.filter(|after| *after > due),
    ))
}

/// `None` where the notice is the day itself.
pub(super) fn notice_plan(record: &CommitmentRecord) -> Option<Plan> {
    let (stands, due) = record.stands_on.zip(record.due_on)?;
    (stands < due).then(|| Plan::of(When::day(stands), None, None))
}

/// Most people whom a reminder names besides its title.
const MOST_NAMED: usize = 3;

/// The promise as a sentence, then its day: "The one-page ask. You promised it for Friday 13 March, in 3 days".
fn words(tx: &Tx<'_>, item: i64, now: &Moment) -> Result<String> {
    let record = commitment_rows::get(tx, CommitmentId(item))?;
    let today = now.today();
    let names: Vec<String> = commitment_rows::living_of(tx, record.id)?
        .into_iter()
        .map(|person| person.name)
        .collect();
    // The notification names the first of them.
    let to = match &names[..] {
        [_, _, ..] => format!(" to {}", listed_at_most(&names, MOST_NAMED)),
        _ => String::new(),
    };
    let day = record
        .due_on
        .map(Day::date)
        .map(|due| match (due - today).num_days() {
            0 => format!("You promised it{to} for today"),
            1 => format!("You promised it{to} for tomorrow"),
            _ => format!(
                "You promised it{to} for {}, {}",
                long(due, today),
                from_today(due, today)
            ),
        });
    Ok(sentences([
        record.what.as_str(),
        day.unwrap_or_default().as_str(),
    ]))
}

/// Kept, today. One that the other reminder of the same answer has closed stays as it is.
fn done(change: &Changing<'_>, _: PersonId, items: &[i64]) -> Result<()> {
    for id in items.iter().copied().map(CommitmentId) {
        if commitment_rows::get(&change.tx, id)?.state == CommitmentState::Open {
            end_now(change, id, CommitmentEnd::Kept, String::new())?;
        }
    }
    Ok(())
}
