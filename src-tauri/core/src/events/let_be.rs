//! Follow-ups that were not done in their two working days. They stand on Today for another week in one quiet line, and
//! then let themselves be: a note that is late by more than that is better written for a reason of its own.

use chrono::{Days, NaiveDate};

use super::event_rows::{self, DueFollowUp};
use super::follow_up::follow_up_days;
use crate::book::Book;
use crate::change::{Changes, OperationKind};
use crate::check_ins::State;
use crate::check_ins::check_in_rows;
use crate::days::Day;
use crate::error::{Error, Result};
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::reminders::rules;
use crate::settings;
use crate::store::Tx;

/// So many days after its second working day a follow-up lets itself be: as many as an introduction waits before it
/// is mentioned.
const LETS_BE_DAYS: u64 = 7;
/// The last day on which follow-ups let themselves be; remembered, no setting.
const LET_BE_ON: &str = "followUpsLetBeOn";

/// The day on which the follow-ups of an event let themselves be; `None` where no working day is set.
pub(super) fn lets_be_on(held_on: NaiveDate, rules: &Rules) -> Option<NaiveDate> {
    let days = follow_up_days(held_on, rules)?;
    days.by.checked_add_days(Days::new(LETS_BE_DAYS))
}

impl Book {
    /// Lets be what was to be followed up until a week ago and stands on Today still, where nobody chose another day
    /// for it. To be asked once a day. Whoever takes it back keeps those follow-ups: it is not done to them again.
    ///
    /// # Errors
    /// Storage errors.
    pub fn follow_ups_let_be(&self, now: &Moment) -> Result<Changes> {
        if self.read(|tx| over(tx, now))?.is_empty() {
            return Ok(Changes::default());
        }
        let done = self.change(OperationKind::LetFollowUpsBe, now, |change| {
            let over = over(&change.tx, now)?;
            let people: Vec<PersonId> = over.iter().map(|one| one.person).collect();
            change.about_people(&people)?;
            for one in over {
                check_in_rows::close(
                    &change.tx,
                    one.check_in,
                    State::Skipped,
                    now.today().into(),
                    None,
                )?;
            }
            let today = serde_json::to_string(&Day::from(now.today()))?;
            settings::remember(&change.tx, LET_BE_ON, &today)
        })?;
        Ok(done.changes)
    }
}

/// The last day on which follow-ups let themselves be.
fn last_let_be(tx: &Tx<'_>) -> Result<Option<Day>> {
    let Some(day) = settings::remembered(tx, LET_BE_ON)? else {
        return Ok(None);
    };
    serde_json::from_str(&day).map(Some).map_err(|_| {
        let which = format!("remembered, key {LET_BE_ON} (value)");
        Error::row_unreadable(Some(&which))
    })
}

/// Those that let themselves be today and did not before.
fn over(tx: &Tx<'_>, now: &Moment) -> Result<Vec<DueFollowUp>> {
    let due = event_rows::due_follow_ups(tx, now)?;
    if due.is_empty() {
        return Ok(due);
    }
    let rules = rules(tx, now)?;
    let last = last_let_be(tx)?;
    let is_over = |one: &DueFollowUp| {
        let day = lets_be_on(one.event.on.date(), &rules);
        day.is_some_and(|day| day <= now.today() && last.is_none_or(|last| last < day))
    };
    let mut all = Vec::new();
    for one in due.into_iter().filter(is_over) {
        let planned = check_in_rows::find(tx, one.check_in)?;
        let by = follow_up_days(one.event.on.date(), &rules).map(|days| days.by);
        let is_by_hand = planned.is_none_or(|planned| {
            planned.snoozed.is_some() || by.is_none_or(|by| planned.when.on > by)
        });
        if !is_by_hand {
            all.push(one);
        }
    }
    Ok(all)
}
