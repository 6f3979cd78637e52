//! The native reminders of dates.

use chrono::{Days, NaiveDate};

use super::date_reminder_rows;
use super::occurrence::Yearly;
use crate::days::{Stamp, When};
use crate::details::{DateId, UsualDateNotice, date_notice_of, date_rows, date_words};
use crate::error::{Error, Result};
use crate::hours::Plan;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::relationship_rows::{self, stored_status};
use crate::reminders::delivery_rows::{self, DeliveryRecord};
use crate::settings::Setting;
use crate::store::Tx;
use crate::store::reminder_source::{Called, Plans, ReminderSource};
use crate::typed_day::{from_today, long};

/// A reminder that nobody saw, because Kith did not run or no working hours came, is told for so many days after
/// the date: a wish is welcome for a week.
const LATE: u64 = 7;

/// Dates as a sort of reminder.
/// The word of reminders of dates.
pub(crate) const DATE_REMINDER: &str = "date";

pub(super) static RINGS: ReminderSource = ReminderSource {
    word: DATE_REMINDER,
    called: Called {
        one: "A date to remember",
        several: "dates to remember",
    },
    buttons: None,
    covered_by: None,
    tells_of_person: false,
    people: date_reminder_rows::people_with_dates,
    along: |_, _| Ok(Vec::new()),
    plans,
    comes_again: true,
    settings: &[UsualDateNotice::KEY],
    words,
    about_nobody: None,
    done: |_, _, _| Ok(()),
    put_off: None,
};

fn plans(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Plans> {
    // A date that cannot be read keeps nothing else of the person back.
    let dates = Error::or_unreadable(date_rows::of_person(tx, person))?.unwrap_or_default();
    if dates.is_empty() {
        return Ok(Vec::new());
    }
    let Some(resumes) = stored_status(tx, person)?.resumes() else {
        return Ok(Vec::new());
    };
    let relationship = relationship_rows::of_person(tx, person)?;
    let is_kept_close = relationship
        .as_ref()
        .is_some_and(|relationship| relationship.kept_close_on.is_some());
    let Some(days) = date_notice_of(tx, person)?.applies(is_kept_close).days() else {
        return Ok(Vec::new());
    };
    let today = now.today();
    let cools = resumes.not_before_instant.map(|end| now.day_of(end));
    let from = resumes.not_before.max(cools);
    let from = from.map_or(today, |until| until.date().max(today));
    let plan = |on| plan(on, days, resumes.not_before_instant);
    let mut plans = Vec::new();
    for record in dates {
        let Some(yearly) = Yearly::of(record.date) else {
            continue;
        };
        let row = delivery_rows::get(tx, RINGS.word, record.id.0)?;
        let late = row.and_then(|row| late(yearly, plan, &row, today));
        if let Some(on) = late.or_else(|| yearly.next(from)) {
            plans.push((record.id.0, plan(on)));
        }
    }
    Ok(plans)
}

/// The notice of a date that is on a day, not before the end of cooling off.
fn plan(on: NaiveDate, days: u64, cools_until: Option<Stamp>) -> Plan {
    let notice = on.checked_sub_days(Days::new(days)).unwrap_or(on);
    Plan::of(When::day(notice), None, None).not_before_instant(cools_until.map(Stamp::utc))
}

/// The day of a date that has just passed, while its reminder is still to be told.
fn late(
    yearly: Yearly,
    plan: impl Fn(NaiveDate) -> Plan,
    row: &DeliveryRecord,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let last = yearly.last(today)?;
    let is_near = last.checked_add_days(Days::new(LATE))? >= today;
    let waits = row.stands && !row.is_told() && row.is_for(&plan(last));
    (is_near && waits).then_some(last)
}

/// "Birthday, 40: tomorrow", "Anniversary, 3 years: Friday 13 March, in 3 days".
fn words(tx: &Tx<'_>, item: i64, now: &Moment) -> Result<String> {
    let date = date_reminder_rows::get(tx, DateId(item))?;
    let today = now.today();
    let Some(yearly) = Yearly::of(date.date) else {
        return Ok(String::new());
    };
    // A notice comes at most two weeks before the day: the first day after it is the one that it is for.
    let row = delivery_rows::get(tx, RINGS.word, item)?;
    let notice = row.map_or(today, |row| row.day.date());
    let Some(on) = yearly.next(notice) else {
        return Ok(String::new());
    };
    let what = date_words(date.kind, &date.label, date.date.year, on);
    let when = match (on - today).num_days() {
        -1..=1 => from_today(on, today),
        _ => format!("{}, {}", long(on, today), from_today(on, today)),
    };
    Ok(format!("{what}: {when}"))
}
