//! Beginning from today when more is due than one can catch up with: no talk is made up, and nothing is lost.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::load_plan_rows::{self, DueRow};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{capacity, full_calendar, put_placed};
use crate::counts::count32;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::load::{First, spread};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::strength_of;
use crate::relationships::{relationship_rows, rhythm_rows};
use crate::reminders::rules;
use crate::settings::{self, setting};
use crate::store::{Tx, seen_days};
use crate::typed_day::short;

setting! {
    /// The day on which a fresh start was last refused; `None` if never.
    FreshStartRefused: Option<Day> = None, "freshStartRefused", Remembered;
}

/// More than so many comfortable days hold is too much to catch up with …
const COMFORTABLE_DAYS: u32 = 5;
/// … or at least so many …
const LEAST_DUE: u32 = 5;
/// … that are more than so many hundredths of those kept close.
const DUE_PERCENT: u32 = 60;
/// After a no, nothing is offered for so many days.
const REST_DAYS: u64 = 30;
/// Whoever was here so many days ago is not welcomed back: a weekend lies between Friday and Monday.
const DAYS_AWAY: i64 = 3;

/// The offer to begin from today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FreshStart {
    /// How many people are due by their rhythm.
    pub due: u32,
    /// The last of the days over which they are spread, in words, such as "Fri 27 March".
    pub until: String,
    /// Whether Kith was not opened for some days before today.
    pub was_away: bool,
}

impl Book {
    /// Spreads everybody who is due by their rhythm over the coming days; their rhythms begin today. Returns how many
    /// they were.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fresh_start(&self, now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::FreshStart, now, |change| {
            let tx = &change.tx;
            let today = now.today();
            let due = load_plan_rows::due(tx, now)?;
            let firsts = due.iter().map(|row| {
                let warmth = strength_of(tx, row.person, Some(row.cadence), today)?;
                let sort_key = person_rows::get(tx, row.person)?.name.sort_key();
                Ok(first_of(row, warmth, sort_key))
            });
            let placed = days_of(tx, firsts.collect::<Result<_>>()?, now)?;
            let cadences: HashMap<PersonId, u32> =
                due.iter().map(|row| (row.person, row.cadence)).collect();
            if let Some((first, _)) = placed.first() {
                change.about(person_rows::get(tx, *first)?.name.display, placed.len());
            }
            for (person, on) in &placed {
                rhythm_rows::set_from(tx, *person, today.into())?;
                // A day that was chosen by hand and has passed begins anew too.
                let cadence = cadences.get(person).copied().unwrap_or(1);
                let wished = today.checked_add_days(Days::new(cadence.into()));
                put_placed(tx, *person, *on, wished.unwrap_or(*on))?;
            }
            Ok(count32(placed.len()))
        })
    }

    /// The offer to begin from today; `None` where what is due can be caught up with, or it was refused lately.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fresh_start_offer(&self, now: &Moment) -> Result<Option<FreshStart>> {
        self.read(|tx| offer(tx, now))
    }

    /// Leaves it as it is: no fresh start is offered for 30 days.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fresh_start_refuse(&self, now: &Moment) -> Result<()> {
        let today = serde_json::to_value(Some(Day::from(now.today())))?;
        self.change_for_good(|tx| settings::set::<FreshStartRefused>(tx, &today))
    }
}

/// The offer; `None` where what is due can be caught up with, or it was refused lately.
fn offer(tx: &Tx<'_>, now: &Moment) -> Result<Option<FreshStart>> {
    let today = now.today();
    let refused = settings::get::<FreshStartRefused>(tx)?;
    let rests_until = refused.and_then(|on| on.date().checked_add_days(Days::new(REST_DAYS)));
    if rests_until.is_some_and(|until| today < until) {
        return Ok(None);
    }
    let rows = load_plan_rows::due(tx, now)?;
    let due = count32(rows.len());
    let many = capacity(tx)?.comfortable.saturating_mul(COMFORTABLE_DAYS);
    let kept = relationship_rows::count_kept_close(tx)?;
    let most = due >= LEAST_DUE && due.saturating_mul(100) > kept.saturating_mul(DUE_PERCENT);
    if due <= many && !most {
        return Ok(None);
    }
    let firsts = rows.iter().map(|row| first_of(row, 0.0, String::new()));
    let last = days_of(tx, firsts.collect(), now)?;
    let last = last.into_iter().map(|(_, on)| on);
    let seen = seen_days::read(tx)?.last_before(today.into());
    let was_away = seen.is_some_and(|seen| (today - seen.date()).num_days() > DAYS_AWAY);
    Ok(last.max().map(|last| FreshStart {
        due,
        until: short(last, today),
        was_away,
    }))
}

/// Somebody who is due, as `spread` needs them. Their warmth and name decide who of those with one rhythm and importance
/// comes first, but not which days are taken.
fn first_of(row: &DueRow, warmth: f64, sort_key: String) -> First<PersonId> {
    First {
        key: row.person,
        cadence: row.cadence,
        importance: row.importance,
        warmth,
        sort_key,
    }
}

/// The days on which these people stand after a fresh start.
fn days_of(
    tx: &Tx<'_>,
    firsts: Vec<First<PersonId>>,
    now: &Moment,
) -> Result<Vec<(PersonId, NaiveDate)>> {
    let Some(tomorrow) = now.today().succ_opt() else {
        return Ok(Vec::new());
    };
    let rules = rules(tx, now)?;
    let mut calendar = full_calendar(tx, &rules, now)?;
    Ok(spread(&mut calendar, firsts, tomorrow))
}
