//! The Today page: whom to reach out to, in which order and why, and what comes in the next days.

mod coming;
mod tick_state;
mod order;
pub(crate) mod today_rows;

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::book::Book;
use crate::cadence::{Rank, drift};
use crate::check_ins::{CheckInId, RINGS, Reason, Source, check_in_rows, prompt_of, reason_after};
use crate::days::{Day, Stamp};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::openers::{self, Opener};
use crate::people::PersonName;
use crate::people_list::PersonRow;
use crate::relationships::{Status, relationship_rows};
use crate::reminders::delivery_rows;
use crate::status_changes::status_change_rows;
use crate::store::Tx;
use crate::today::today_rows::DueRecord;
use crate::typed_day::from_today;
use crate::{commitments, goals};

pub use coming::{CalendarDay, ComingDate};
pub use tick_state::TickState;

/// Up to this number of people kept close, Today lists all of them.
const MAX_LISTED_CLOSE: u32 = 5;
/// Most relationships of which Today asks at once whether their purpose is over.
const MAX_PURPOSES: usize = 5;
/// So many names are read one by one; of more people, the list of all names is read until enough are found.
const FEW_NAMES: usize = 200;

/// A person to reach out to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// The check-in that is due.
    pub check_in: CheckInId,
    /// What created it.
    pub source: Source,
    /// The person to reach out to.
    pub person: PersonRow,
    /// Why the check-in is due.
    pub reason: Reason,
    /// The user's reason for a check-in planned by hand; of coming back after cooling off a question to oneself;
    /// otherwise empty.
    pub planned: String,
    /// Why one let it cool, in the user's words; may be empty.
    pub what_happened: String,
    /// A line to begin with; `None` where there is nothing but how long it has been quiet.
    pub opener: Option<Opener>,
    /// First line of the note of the last conversation; may be empty.
    pub last_note: String,
    /// What decides the position in the list: "40 % over", "due today, high".
    pub order: String,
    /// What `order` was computed from: "42 days, planned every 30".
    pub order_why: String,
}

/// A person kept close and their next check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClosePerson {
    /// The person.
    pub person: PersonRow,
    /// Kind and cadence: "Manager · every 14 days".
    pub words: String,
    /// The day of the next check-in: "today", "31 March"; empty if there is none.
    pub next: String,
}

/// A relationship of which the purpose is expected to be over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PurposeOver {
    /// The person.
    pub person: PersonRow,
    /// The purpose, in the user's words; may be empty.
    pub purpose: String,
    /// Its day in words: "today", "3 days ago".
    pub when: String,
}

/// Everything that the Today page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// Local date.
    pub date: Day,
    /// Number of people kept close.
    pub kept_close: u32,
    /// Number of check-ins that are due.
    pub due: u32,
    /// The first of the due check-ins, in the order of the list.
    pub rows: Vec<TodayRow>,
    /// All people kept close, if there are at most five; otherwise empty.
    pub close: Vec<ClosePerson>,
    /// Today and the thirteen days after it.
    pub days: Vec<CalendarDay>,
    /// Birthdays, anniversaries and planned check-ins of these days; at most 40.
    pub dates: Vec<ComingDate>,
    /// Relationships whose purpose is expected to be over by today, the earliest first.
    pub purposes_over: Vec<PurposeOver>,
    /// Number of people imported today, counting each import that was not undone.
    pub imported: u32,
}

impl Book {
    /// The Today page, with the first `limit` (at most 1,000) of the due check-ins.
    ///
    /// # Errors
    /// Storage errors.
    pub fn today(&self, limit: u32, now: &Moment) -> Result<Today> {
        self.read(|tx| {
            let today = now.today();
            let due = today_rows::due(tx, today.into(), now.stamp())?;
            let total = due.len();
            let limit = limit.min(1000) as usize;
            let due = first_ranked(tx, due, limit, today)?;
            let kept_close = relationship_rows::count_kept_close(tx)?;
            let close = match kept_close {
                0 => Vec::new(),
                few if few <= MAX_LISTED_CLOSE => kept_close_rows(tx, now)?,
                _ => Vec::new(),
            };
            let rows = rows_of(tx, &due, now)?;
            let people = rows.iter().map(|row| PersonName {
                id: row.person.id,
                name: row.person.name.clone(),
            });
            let due_today = people.take(coming::MAX_NAMES as usize).collect();
            Ok(Today {
                date: today.into(),
                kept_close,
                due: u32::try_from(total).unwrap_or(u32::MAX),
                rows,
                close,
                days: coming::days_from(tx, today, coming::DAYS_AHEAD, Some(due_today), now)?,
                dates: coming::dates(tx, now)?,
                purposes_over: purposes_over(tx, now)?,
                imported: today_rows::count_imported_since(tx, start_of_today(now))?,
            })
        })
    }

    /// Number of check-ins and of promises of mine that are due.
    ///
    /// # Errors
    /// Storage errors.
    pub fn today_count(&self, now: &Moment) -> Result<u32> {
        self.read(|tx| count(tx, now))
    }

    /// The days of a calendar from `from` to `to`, both "YYYY-MM-DD" and both included; at most 400 days.
    ///
    /// # Errors
    /// `Invalid` at `from` or `to` if that is not a date; storage errors.
    pub fn days(&self, from: &str, to: &str, now: &Moment) -> Result<Vec<CalendarDay>> {
        coming::days(self, from, to, now)
    }
}

/// Relationships of which the purpose is expected to be over, the earliest first; at most `MAX_PURPOSES`.
fn purposes_over(tx: &Tx<'_>, now: &Moment) -> Result<Vec<PurposeOver>> {
    let over = relationship_rows::purposes_over(tx, now)?.into_iter();
    let over = over.take(MAX_PURPOSES).map(|over| {
        Ok(PurposeOver {
            person: crate::people_list::row_of(tx, over.person, now)?,
            purpose: over.purpose,
            when: from_today(over.ends_on.date(), now.today()),
        })
    });
    over.collect()
}

fn count(tx: &Tx<'_>, now: &Moment) -> Result<u32> {
    let today = now.today().into();
    let check_ins = delivery_rows::count_on_today(tx, RINGS.word, today, now.stamp())?;
    let promises = commitments::count_due(tx, today)?;
    let steps = goals::count_steps_due(tx, today)?;
    Ok(check_ins.saturating_add(promises).saturating_add(steps))
}

/// The instant at which today begins in the user's time zone.
fn start_of_today(now: &Moment) -> Stamp {
    let begin = now.today().and_time(chrono::NaiveTime::MIN);
    let utc = crate::hours::instant(now.zone, begin.date(), begin.time()).earliest();
    Stamp::from(utc)
}

/// Days since the last conversation or, if there was none, since the person is kept close.
fn days_since(due: &DueRecord, today: NaiveDate) -> Option<i64> {
    let from = due.last_contact_on.or(due.kept_close_on)?;
    Some((today - from.date()).num_days())
}

/// Days since the last conversation as lateness counts them: it begins after the day on which the check-in was placed.
fn days_counted(due: &DueRecord, today: NaiveDate) -> Option<i64> {
    let Some((quiet_on, cadence)) = due.quiet_on.zip(due.cadence_days) else {
        return days_since(due, today);
    };
    Some((today - quiet_on.date()).num_days() + 1 + i64::from(cadence))
}

/// The sort key of a due check-in: who is furthest over the cadence, then importance, then name.
fn rank<Name, Id>(due: &DueRecord, sort_key: Name, id: Id, today: NaiveDate) -> Rank<Name, Id> {
    let waited = days_counted(due, today).zip(due.cadence_days);
    Rank {
        drift: match due.is_coming_back {
            // Whoever is come back to stands first.
            true => f64::INFINITY,
            false => waited.map_or(0.0, |(days, cadence)| drift(days, cadence)),
        },
        importance: due.importance.unwrap_or(1),
        sort_key,
        id,
    }
}

/// The first `limit` check-ins in their order. Names are read only for those that can be among them: reading
/// all names would take longer than the rest of Today.
fn first_ranked(
    tx: &Tx<'_>,
    due: Vec<DueRecord>,
    limit: usize,
    today: NaiveDate,
) -> Result<Vec<DueRecord>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let nameless = |due: &DueRecord| rank(due, (), (), today);
    let mut first: Vec<_> = due.into_iter().map(|due| (nameless(&due), due)).collect();
    if limit < first.len() {
        let (_, (last, _), _) = first.select_nth_unstable_by(limit - 1, |a, b| a.0.cmp(&b.0));
        let last = last.clone();
        let before = first.iter().filter(|(rank, _)| *rank < last).count();
        // Of those who differ by name alone there may be thousands.
        let alike = first.iter().filter(|(rank, _)| *rank == last);
        let alike: Vec<PersonId> = alike.map(|(_, due)| due.person).collect();
        let kept = first_by_name(tx, alike, limit - before)?;
        first.retain(|(rank, due)| *rank < last || (*rank == last && kept.contains(&due.person)));
    }
    let named = first.into_iter().map(|(_, due)| {
        let sort_key = today_rows::sort_key(tx, due.person)?;
        Ok((rank(&due, sort_key, due.check_in, today), due))
    });
    let mut named: Vec<_> = named.collect::<Result<_>>()?;
    named.sort_by(|a, b| a.0.cmp(&b.0));
    named.truncate(limit);
    Ok(named.into_iter().map(|(_, due)| due).collect())
}

/// Those of these people among whom are the first `wanted` by name. The list of all names is read only as far as
/// that takes, unless they are few.
fn first_by_name(tx: &Tx<'_>, people: Vec<PersonId>, wanted: usize) -> Result<HashSet<PersonId>> {
    let people: HashSet<PersonId> = people.into_iter().collect();
    if people.len() <= FEW_NAMES {
        return Ok(people);
    }
    let mut first = HashSet::new();
    let mut last_key = None;
    today_rows::by_name(tx, |person, sort_key| {
        let is_enough = first.len() >= wanted && last_key.as_deref() != Some(sort_key);
        if !is_enough && people.contains(&person) {
            first.insert(person);
            last_key = Some(sort_key.to_owned());
        }
        !is_enough
    })?;
    Ok(first)
}

fn rows_of(tx: &Tx<'_>, due: &[DueRecord], now: &Moment) -> Result<Vec<TodayRow>> {
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
    let note = last.as_ref().map_or("", |last| last.note.as_str());
    let cooled = match record.source {
        Source::ComingBack => status_change_rows::last_of(tx, due.person, Status::CoolingOff)?,
        Source::Cadence | Source::Planned => None,
    };
    let cooled = cooled.map(|change| change.reason).unwrap_or_default();
    let (order, order_why) = order::order_words(
        due,
        days_since(due, today),
        days_counted(due, today),
        &record,
        now,
    );
    Ok(TodayRow {
        check_in: due.check_in,
        source: record.source,
        person,
        reason: reason_after(tx, &record, last.as_ref(), now)?,
        last_note: note.lines().next().unwrap_or_default().to_owned(),
        planned: match record.source {
            Source::ComingBack => prompt_of(record.id).to_owned(),
            Source::Cadence | Source::Planned => record.reason,
        },
        what_happened: cooled,
        opener: Error::or_unreadable(openers::first_of(tx, due.person, now))?.flatten(),
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
