//! The place of one check-in, chosen once, when it is made.

use chrono::{Days, NaiveDate, TimeDelta};

use super::Calendar;
use super::colleagues::APART_DAYS;
use crate::cadence::LAST_DAY;

/// A check-in moves by at most so many hundredths of its cadence …
const REACH_PERCENT: u32 = 15;
/// … but at least one day, and at most a week.
const REACH: std::ops::RangeInclusive<u32> = 1..=7;

/// What is wished for a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wish<'a> {
    /// The wished day.
    pub(crate) on: NaiveDate,
    /// The cadence, in days.
    pub(crate) cadence: u32,
    /// Days on which others of the person's organisation have a check-in, in any order.
    pub(crate) apart_from: &'a [NaiveDate],
}

/// By how many days a check-in of a cadence may stand from its wished day.
pub(crate) fn reach_of(cadence: u32) -> u32 {
    (cadence.saturating_mul(REACH_PERCENT) / 100).clamp(*REACH.start(), *REACH.end())
}

/// The day on which a check-in stands: the wished one, unless nothing is placed there or it already holds the
/// comfortable number; then the least loaded day within reach, nearest to the wished one, the earlier of equals,
/// never today or before, and never one busier than the wished day. Where days off are longer than the reach, the
/// least loaded day after them, within one cadence. A wished day that is past stays.
pub(crate) fn place(calendar: &mut Calendar<'_>, wish: Wish<'_>) -> NaiveDate {
    let wished = wish.on;
    if wished < calendar.today || wished >= LAST_DAY {
        return wished;
    }
    let takes = calendar.takes(wished);
    let is_free = takes && !calendar.is_full(wished);
    if is_free && !is_near(wished, wish.apart_from) {
        return wished;
    }
    let near = days_within(calendar, wished, reach_of(wish.cadence));
    if near.is_empty() && !takes {
        return after_days_off(calendar, wished, wish.cadence);
    }
    let free = near.iter().copied().filter(|day| {
        !calendar.is_full(*day)
            && !is_near(*day, wish.apart_from)
            && (!takes || calendar.day(*day).fill() <= calendar.day(wished).fill())
    });
    let free: Vec<_> = free.collect();
    if let Some(day) = least_loaded(calendar, &free, wished) {
        return day;
    }
    if is_free {
        return wished;
    }
    match least_loaded(calendar, &near, wished) {
        Some(day) if !takes || calendar.day(day).fill() < calendar.day(wished).fill() => day,
        _ => wished,
    }
}

/// The least loaded day from `from` on within one cadence, the earliest of equals: for those whose pause ends, and
/// after days off longer than the reach. `from` itself where no working day comes.
pub(crate) fn after_days_off(
    calendar: &mut Calendar<'_>,
    from: NaiveDate,
    cadence: u32,
) -> NaiveDate {
    let Some(first) = calendar.next_taking(from) else {
        return from;
    };
    let days: Vec<_> = first
        .iter_days()
        .take(usize::try_from(cadence.max(1)).unwrap_or(1))
        .collect();
    least_loaded(calendar, &days, first).unwrap_or(first)
}

/// Whether a day is less than `APART_DAYS` from one of these.
fn is_near(day: NaiveDate, others: &[NaiveDate]) -> bool {
    others
        .iter()
        .any(|other| (day - *other).num_days().unsigned_abs() < APART_DAYS)
}

/// The days after today that take check-ins, at most `reach` from the wished one.
pub(super) fn days_within(
    calendar: &mut Calendar<'_>,
    wished: NaiveDate,
    reach: u32,
) -> Vec<NaiveDate> {
    let first = wished
        .checked_sub_days(Days::new(reach.into()))
        .unwrap_or(wished);
    let days = first.iter_days().take((reach as usize) * 2 + 1);
    days.filter(|day| *day > calendar.today && *day < LAST_DAY && calendar.takes(*day))
        .collect()
}

/// Of these days the least loaded, nearest to the wished one, the earlier of equals.
fn least_loaded(
    calendar: &mut Calendar<'_>,
    days: &[NaiveDate],
    wished: NaiveDate,
) -> Option<NaiveDate> {
    let keyed = days.iter().filter_map(|day| {
        let fill = calendar.day(*day).fill()?;
        let distance: TimeDelta = (*day - wished).abs();
        Some((fill, distance, *day))
    });
    keyed.min().map(|(_, _, day)| day)
}
