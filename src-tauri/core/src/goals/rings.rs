//! The reminders of steps of mine, like those of promises: one some days before the day, one on the day. That of a step
//! with nobody names its need.

use super::step_rows::{self, StepRecord};
use super::{GoalStepId, goal_rows};
use crate::days::{Day, When};
use crate::error::Result;
use crate::hours::Plan;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::reminders::{follow_people, sentences};
use crate::store::changing::Changing;
use crate::store::reminder_source::{AboutNobody, Buttons, Called, Plans, ReminderSource};
use crate::store::{Tx, find};
use crate::typed_day::{from_today, long};

const CALLED: Called = Called {
    one: "A step",
    several: "steps",
};

/// The day itself.
pub(super) static DUE: ReminderSource = ReminderSource {
    word: "step",
    called: CALLED,
    buttons: Some(Buttons::DoneAnotherDay),
    covered_by: None,
    tells_of_person: false,
    people: step_rows::people_with_rings,
    along: |_, _| Ok(Vec::new()),
    plans: |tx, person, _| Ok(plans(&step_rows::ringing_with(tx, person)?, due_plan)),
    comes_again: false,
    settings: &[],
    words,
    about_nobody: Some(AboutNobody {
        plans: |tx| Ok(plans(&step_rows::ringing_with_nobody(tx)?, due_plan)),
        title,
        done: finish,
    }),
    done,
    put_off: None,
};

/// The notice before the day. Once the day has come, that alone is told.
pub(super) static NOTICE: ReminderSource = ReminderSource {
    word: "step_notice",
    called: CALLED,
    buttons: Some(Buttons::DoneAnotherDay),
    covered_by: Some(DUE.word),
    tells_of_person: false,
    people: step_rows::people_with_rings,
    along: |_, _| Ok(Vec::new()),
    plans: |tx, person, _| Ok(plans(&step_rows::ringing_with(tx, person)?, notice_plan)),
    comes_again: false,
    settings: &[],
    words,
    about_nobody: Some(AboutNobody {
        plans: |tx| Ok(plans(&step_rows::ringing_with_nobody(tx)?, notice_plan)),
        title,
        done: finish,
    }),
    done,
    put_off: None,
};

/// After a change of needs: what find knows of everybody named in them, and what rings with them. That a need was
/// renamed or closed, or a step of nobody changed, names no person by itself.
pub(super) fn follow_goals(change: &Changing<'_>, _: &[PersonId]) -> Result<()> {
    let people = goal_rows::people_of_touched(&change.tx, change.operation)?;
    find::refill(&change.tx, &people)?;
    follow_people(&change.tx, &people, &change.now)
}

fn plans(records: &[StepRecord], plan: fn(&StepRecord) -> Option<Plan>) -> Plans {
    let plans = records
        .iter()
        .filter_map(|record| Some((record.id.0, plan(record)?)));
    plans.collect()
}

/// The title of the need of a step.
fn title(tx: &Tx<'_>, item: i64) -> Result<String> {
    let record = step_rows::get(tx, GoalStepId(item))?;
    Ok(goal_rows::get(tx, record.goal)?.title)
}

/// On its day, and never on the day on which that was set.
fn due_plan(record: &StepRecord) -> Option<Plan> {
    let due = record.due_on?;
    let after = record.set_on.date().succ_opt().map(Day::from);
    Some(Plan::of(
        When::day(due),
        None,
        after.filter(|after| *after > due),
    ))
}

/// `None` where the notice is the day itself.
fn notice_plan(record: &StepRecord) -> Option<Plan> {
    let (stands, due) = record.stands_on.zip(record.due_on)?;
    (stands < due).then(|| Plan::of(When::day(stands), None, None))
}

/// "Write the outline. A step towards “Run a pilot”, for Friday 13 March, in 3 days"
fn words(tx: &Tx<'_>, item: i64, now: &Moment) -> Result<String> {
    let record = step_rows::get(tx, GoalStepId(item))?;
    let goal = goal_rows::get(tx, record.goal)?;
    let today = now.today();
    let day = record
        .due_on
        .map(Day::date)
        .map(|due| match (due - today).num_days() {
            0 => ", for today".to_owned(),
            1 => ", for tomorrow".to_owned(),
            _ => format!(", for {}, {}", long(due, today), from_today(due, today)),
        });
    let why = format!("A step towards “{}”{}", goal.title, day.unwrap_or_default());
    Ok(sentences([record.what.as_str(), why.as_str()]))
}

fn done(change: &Changing<'_>, _: PersonId, items: &[i64]) -> Result<()> {
    items.iter().try_for_each(|item| finish(change, *item))
}

/// Done, today. One that the other reminder of the same answer has closed stays as it is.
fn finish(change: &Changing<'_>, item: i64) -> Result<()> {
    let record = step_rows::get(&change.tx, GoalStepId(item))?;
    if record.done_on.is_none() {
        let done_on = Some(change.now.today().into());
        step_rows::update(&change.tx, &StepRecord { done_on, ..record })?;
    }
    Ok(())
}
