//! The next days: number of check-ins per day, birthdays, anniversaries, planned check-ins.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::book::Book;
use crate::check_ins::{RINGS, capacity, local_when};
use crate::commitments::commitment_rows;
use crate::customs::date_time_forms;
use crate::date_reminders::is_date_silent;
use crate::days::Day;
use crate::details::{count_words, date_words, month_days};
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::number_words::listed_at_most;
use crate::people::PersonName;
use crate::reminders::{delivery_rows, rules};
use crate::store::Tx;
use crate::today::today_rows;

/// Number of days that Today shows, including today.
pub(super) const DAYS_AHEAD: u64 = 14;
/// Most names listed for one day.
pub(super) const MAX_NAMES: u32 = 5;
/// Most others who are named of those whom a promise is with.
const MAX_OTHERS: usize = 3;
/// Most days that a calendar can ask for.
const MAX_DAYS: i64 = 400;
/// Most birthdays, anniversaries and planned check-ins returned.
const MAX_DATES: usize = 40;

/// A day of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "Day"))]
#[serde(rename_all = "camelCase")]
pub struct CalendarDay {
    /// Local date.
    pub day: Day,
    /// Number of check-ins on this day. Today has all that are due.
    pub check_ins: u32,
    /// How many check-ins the day comfortably holds; 0 on a day on which none are placed.
    pub room: u32,
    /// Whether the day has working hours.
    pub working: bool,
    /// The first people of these check-ins; at most 5.
    pub people: Vec<PersonName>,
}

/// A birthday, an anniversary, a promise of the user's or a planned check-in on a coming day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComingDate {
    /// Local date.
    pub day: Day,
    /// The person.
    pub person: PersonName,
    /// What it is: "Birthday", "6 years at Northmere", "Contract review, 10:00".
    pub words: String,
}

pub(super) fn days(book: &Book, from: &str, to: &str, now: &Moment) -> Result<Vec<CalendarDay>> {
    let read = |field: &str, text: &str| {
        text.parse::<NaiveDate>()
            .map_err(|_| Error::invalid(field, "This is not a date."))
    };
    let (from, to) = (read("from", from)?, read("to", to)?);
    let count = (to - from).num_days().clamp(0, MAX_DAYS - 1) + 1;
    book.read(|tx| days_from(tx, from, count.unsigned_abs(), None, now))
}

/// Days of a calendar. `due_today` are the names for today, where they are known: to find the first names of
/// thousands who are due takes longer than the rest.
pub(super) fn days_from(
    tx: &Tx<'_>,
    from: NaiveDate,
    count: u64,
    due_today: Option<Vec<PersonName>>,
    now: &Moment,
) -> Result<Vec<CalendarDay>> {
    let (rules, capacity) = (rules(tx, now)?, capacity(tx)?);
    let last = from
        .checked_add_days(Days::new(count.saturating_sub(1)))
        .unwrap_or(from);
    let counts = delivery_rows::per_day(tx, RINGS.word, from.into(), last.into())?;
    let days = from.iter_days().take(usize::try_from(count).unwrap_or(0));
    days.map(|date| {
        let day = Day::from(date);
        let check_ins = match date == now.today() {
            true => delivery_rows::count_on_today(tx, RINGS.word, day, now.stamp())?,
            false => counts
                .iter()
                .find(|(on, _)| *on == day)
                .map_or(0, |(_, n)| *n),
        };
        let people = match check_ins {
            0 => Vec::new(),
            _ if date == now.today() => match &due_today {
                Some(people) => people.clone(),
                None => today_rows::people_due(tx, day, now.stamp(), MAX_NAMES)?,
            },
            _ => today_rows::people_on(tx, day, MAX_NAMES)?,
        };
        let works = rules.is_working_day(date);
        Ok(CalendarDay {
            check_ins,
            room: if works {
                capacity.room(capacity.share_on(date))
            } else {
                0
            },
            working: works,
            people,
            day,
        })
    })
    .collect()
}

pub(super) fn dates(tx: &Tx<'_>, now: &Moment) -> Result<Vec<ComingDate>> {
    let clock = date_time_forms(tx)?.clock;
    let today = now.today();
    let days: Vec<NaiveDate> = today
        .iter_days()
        .take(usize::try_from(DAYS_AHEAD).unwrap_or(0))
        .collect();
    let mut coming = Vec::new();
    for date in &days {
        let day = Day::from(*date);
        for found in today_rows::dates_on(tx, date.year(), &month_days(*date))? {
            if is_date_silent(tx, found.person.id, now)? {
                continue;
            }
            coming.push(ComingDate {
                day,
                words: date_words(found.kind, &found.label, found.year, *date),
                person: found.person,
            });
        }
        for (person, died_on) in today_rows::remembered_on(tx, &date.format("%m-%d").to_string())? {
            let years = date.year() - died_on.date().year();
            if years > 0 {
                coming.push(ComingDate {
                    day,
                    person,
                    words: format!("Remembered, {}", count_words(years, "year")),
                });
            }
        }
        let begun = today_rows::begun_on(tx, &date.format("%m-%d").to_string())?;
        for (person, organisation, since) in begun {
            let years = date.year() - since.date().year();
            if years > 0 && !is_date_silent(tx, person.id, now)? {
                coming.push(ComingDate {
                    day,
                    person,
                    words: format!("{} at {organisation}", count_words(years, "year")),
                });
            }
        }
        for (person, id, what) in commitment_rows::mine_coming(tx, day, today.into(), MAX_DATES)? {
            let with = commitment_rows::living_of(tx, id)?.into_iter();
            let others: Vec<String> = with
                .filter(|one| one.id != person.id)
                .map(|one| one.name)
                .collect();
            let also = match &others[..] {
                [] => String::new(),
                others => format!(", also with {}", listed_at_most(others, MAX_OTHERS)),
            };
            coming.push(ComingDate {
                day,
                person,
                words: format!("Promise{also}: {what}"),
            });
        }
        for (person, reason, when) in today_rows::planned_on(tx, day, *date > today, MAX_DATES)? {
            let reason = if reason.is_empty() {
                "Planned check-in".to_owned()
            } else {
                first_line(&reason)
            };
            // A pause may have moved the check-in to a later day; its time applies only
            // to the day it was planned for.
            let (on, at) = local_when(when, now);
            let at = at.filter(|_| on == *date);
            let at = at.map_or(String::new(), |at| format!(", {}", clock.time_words(at)));
            coming.push(ComingDate {
                day,
                person,
                words: format!("{reason}{at}"),
            });
        }
    }
    coming.truncate(MAX_DATES);
    Ok(coming)
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
