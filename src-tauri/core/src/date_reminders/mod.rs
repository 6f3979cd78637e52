//! Birthdays and other dates of people, which come each year: which are near, and their reminders.

mod date_reminder_rows;
mod occurrence;
mod rings;

use chrono::{Days, NaiveDate};

use crate::details::date_rows::{self, DateRecord};
use crate::details::{DateKind, DateNotice, date_notice_of};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::Status;
use crate::relationships::relationship_rows::{self, stored_status};
use crate::store::Tx;
use crate::store::noun::Noun;
use occurrence::Yearly;
pub(crate) use rings::DATE_REMINDER;

/// The reminders; the dates themselves are details of people.
pub(crate) const NOUN: Noun = Noun {
    rings: &[&rings::RINGS],
    ..Noun::BARE
};

/// A date of a person and the next day on which it is.
pub(crate) struct DateAhead {
    /// The date.
    pub(crate) date: DateRecord,
    /// Today or later.
    pub(crate) on: NaiveDate,
}

/// The dates of a person that are today or within their notice, the nearest first, of one day the birthday first.
/// Today's are told of people too who have no notice, unless it was turned off for them.
pub(crate) fn dates_ahead(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<DateAhead>> {
    let dates = date_rows::of_person(tx, person)?;
    if dates.is_empty() {
        return Ok(Vec::new());
    }
    let notice = date_notice_of(tx, person)?;
    if notice.own == Some(DateNotice::Off) {
        return Ok(Vec::new());
    }
    let is_kept_close = relationship_rows::of_person(tx, person)?
        .is_some_and(|relationship| relationship.kept_close_on.is_some());
    let days = notice.applies(is_kept_close).days().unwrap_or(0);
    Ok(within(dates, today, days))
}

/// The dates of a person that are today or in the next `days`, the nearest first, whatever their notice. None of somebody
/// whose dates are off: who died, is archived, or with whom it has ended.
pub(crate) fn dates_within(
    tx: &Tx<'_>,
    person: PersonId,
    now: &Moment,
    days: u64,
) -> Result<Vec<DateAhead>> {
    let dates = date_rows::of_person(tx, person)?;
    if dates.is_empty() || is_date_silent(tx, person, now)? {
        return Ok(Vec::new());
    }
    Ok(within(dates, now.today(), days))
}

fn within(dates: Vec<DateRecord>, today: NaiveDate, days: u64) -> Vec<DateAhead> {
    let last = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let mut ahead: Vec<DateAhead> = dates
        .into_iter()
        .filter_map(|date| {
            let on = Yearly::of(date.date)?.next(today)?;
            (on <= last).then_some(DateAhead { date, on })
        })
        .collect();
    ahead.sort_by_key(|ahead| (ahead.on, ahead.date.kind != DateKind::Birthday));
    ahead
}

/// Whether nothing is said of a person's dates: one cools off with them, or it has ended, or they died or are archived.
/// A pause may be over by the date.
pub(crate) fn is_date_silent(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    let status = stored_status(tx, person)?.at(now);
    Ok(status.is_left_alone() && status != Status::Paused)
}
