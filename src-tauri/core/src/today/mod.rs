//! Today: whom to reach out to, in which order and why, and what comes in the next days.

mod coming;
mod look;
mod order;
pub(crate) mod today_rows;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::book::Book;
use crate::cadence::{Rank, drift};
use crate::check_ins::{CheckInId, RINGS, Reason, Source, check_in_rows, reason_after};
use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people_list::PersonRow;
use crate::reminders::delivery_rows;
use crate::store::Tx;
use crate::today::today_rows::DueRecord;

pub use coming::{CalendarDay, ComingDate};
pub use look::Look;

/// While so few are kept close, Today lists them all.
const FEW: u32 = 5;

/// A person to reach out to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// What is due.
    pub check_in: CheckInId,
    /// Of the rhythm, or planned.
    pub source: Source,
    /// Whom.
    pub person: PersonRow,
    /// Why now.
    pub reason: Reason,
    /// Why, in my own words, where it was planned.
    pub planned: String,
    /// First line of the last conversation's note.
    pub last_note: String,
    /// Why it stands here: "40 % over", "due today, high".
    pub order: String,
    /// From what: "42 days, planned every 30".
    pub order_why: String,
}

/// Somebody kept close and when they are next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClosePerson {
    /// Who.
    pub person: PersonRow,
    /// "Manager · every 14 days".
    pub words: String,
    /// "today", "31 March".
    pub next: String,
}

/// Everything on the Today page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// Local date.
    pub date: Day,
    /// How many people are kept close.
    pub kept_close: u32,
    /// How many check-ins are due.
    pub due: u32,
    /// The first of them, ranked.
    pub rows: Vec<TodayRow>,
    /// Everybody kept close, while they are few.
    pub close: Vec<ClosePerson>,
    /// Today and the thirteen days after it.
    pub days: Vec<CalendarDay>,
    /// Birthdays, anniversaries and planned check-ins of these days.
    pub dates: Vec<ComingDate>,
    /// How many people came in today.
    pub imported: u32,
}

impl Book {
    /// Today, with the first `limit` (at most 1,000) of what is due.
    ///
    /// # Errors
    /// Those of storage.
    pub fn today(&self, limit: u32, now: &Moment) -> Result<Today> {
        self.read(|tx| {
            let today = now.today();
            let due = today_rows::due(tx, today.into(), now.stamp())?;
            let total = due.len();
            let limit = limit.min(1000) as usize;
            let due = first_ranked(tx, due, limit, today)?;
            let kept_close = today_rows::count_kept_close(tx)?;
            let close = match kept_close {
                0 => Vec::new(),
                few if few <= FEW => kept_close_rows(tx, now)?,
                _ => Vec::new(),
            };
            Ok(Today {
                date: today.into(),
                kept_close,
                due: u32::try_from(total).unwrap_or(u32::MAX),
                rows: shown(tx, &due, now)?,
                close,
                days: coming::days_from(tx, today, coming::AHEAD, now)?,
                dates: coming::dates(tx, now)?,
                imported: today_rows::count_imported_since(tx, midnight(now))?,
            })
        })
    }

    /// How many check-ins are due.
    ///
    /// # Errors
    /// Those of storage.
    pub fn today_count(&self, now: &Moment) -> Result<u32> {
        self.read(|tx| count(tx, now))
    }

    /// The days of a calendar, both ends included; at most 400.
    ///
    /// # Errors
    /// `Invalid` where these are no dates; those of storage.
    pub fn days(&self, from: &str, to: &str, now: &Moment) -> Result<Vec<CalendarDay>> {
        coming::days(self, from, to, now)
    }
}

fn count(tx: &Tx<'_>, now: &Moment) -> Result<u32> {
    let today = now.today().into();
    delivery_rows::count_on_today(tx, RINGS.word, today, now.stamp())
}

/// The stamp of the day's begin.
fn midnight(now: &Moment) -> Stamp {
    let begin = now.today().and_time(chrono::NaiveTime::MIN);
    let utc = crate::hours::instant(now.zone, begin.date(), begin.time()).earliest();
    Stamp::from(utc)
}

/// Days since the last conversation or, where there was none, since they are kept close.
fn days_since(due: &DueRecord, today: NaiveDate) -> Option<i64> {
    let from = due.last_contact_on.or(due.kept_close_on)?;
    Some((today - from.date()).num_days())
}

/// FORMULAS of the field: who has waited longest for their own rhythm, then importance, then name.
fn rank<Name, Id>(due: &DueRecord, sort_key: Name, id: Id, today: NaiveDate) -> Rank<Name, Id> {
    let waited = days_since(due, today).zip(due.cadence_days);
    Rank {
        drift: waited.map_or(0.0, |(days, cadence)| drift(days, cadence)),
        importance: due.importance.unwrap_or(1),
        sort_key,
        id,
    }
}

/// The first `limit` in their order. Names are read only of those who could be among them.
fn first_ranked(
    tx: &Tx<'_>,
    due: Vec<DueRecord>,
    limit: usize,
    today: NaiveDate,
) -> Result<Vec<DueRecord>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let mut ranked: Vec<_> = due
        .into_iter()
        .map(|due| (rank(&due, (), (), today), due))
        .collect();
    if limit < ranked.len() {
        let (_, (last, _), _) = ranked.select_nth_unstable_by(limit - 1, |a, b| a.0.cmp(&b.0));
        let last = last.clone();
        ranked.retain(|(rank, _)| *rank <= last);
    }
    let named = ranked.into_iter().map(|(_, due)| {
        let sort_key = today_rows::sort_key(tx, due.person)?;
        Ok((rank(&due, sort_key, due.check_in, today), due))
    });
    let mut named: Vec<_> = named.collect::<Result<_>>()?;
    named.sort_by(|a, b| a.0.cmp(&b.0));
    named.truncate(limit);
    Ok(named.into_iter().map(|(_, due)| due).collect())
}

fn shown(tx: &Tx<'_>, due: &[DueRecord], now: &Moment) -> Result<Vec<TodayRow>> {
    let people: Vec<PersonId> = due.iter().map(|due| due.person).collect();
    let people = crate::people_list::rows_of(tx, &people, now)?;
    due.iter()
        .zip(people)
        .map(|(due, person)| row(tx, due, person, now))
        .collect()
}

fn row(tx: &Tx<'_>, due: &DueRecord, person: PersonRow, now: &Moment) -> Result<TodayRow> {
    let record = check_in_rows::get(tx, due.check_in)?;
    let last = interaction_rows::last_of(tx, due.person)?;
    let today = now.today();
    let note = last.as_ref().map_or("", |(_, _, note)| note.as_str());
    let (order, order_why) = order::order(due, days_since(due, today), &record, now);
    Ok(TodayRow {
        check_in: due.check_in,
        source: record.source,
        person,
        reason: reason_after(tx, &record, last.as_ref(), now)?,
        last_note: note.lines().next().unwrap_or_default().to_owned(),
        planned: record.reason,
        order,
        order_why,
    })
}

fn kept_close_rows(tx: &Tx<'_>, now: &Moment) -> Result<Vec<ClosePerson>> {
    let today = now.today();
    today_rows::kept_close(tx)?
        .into_iter()
        .map(|close| {
            let row = crate::people_list::row_of(tx, close.person, now)?;
            let every = close.cadence_days.map(|days| match days {
                1 => "every day".to_owned(),
                days => format!("every {days} days"),
            });
            let kind = row.kind.as_ref().map(|kind| kind.name.clone());
            let words: Vec<String> = kind.into_iter().chain(every).collect();
            Ok(ClosePerson {
                words: words.join(" · "),
                next: match close.next_due_on.map(Day::date) {
                    Some(day) if day <= today => "today".to_owned(),
                    Some(day) if day.year() != today.year() => day.format("%-d %B %Y").to_string(),
                    Some(day) => day.format("%-d %B").to_string(),
                    None => String::new(),
                },
                person: row,
            })
        })
        .collect()
}
