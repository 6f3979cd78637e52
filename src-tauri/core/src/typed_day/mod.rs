//! Dates and times as people type them in English: "yesterday", "last tuesday", "3 march 9:00". Pure.
//!
//! Own code, since none of the crates serves: `interim` takes "monkey" for Monday, "10" for the
//! year 10 and "25:00" for tomorrow, `human-date-parser` drops the rest of "friday banana" and
//! puts "next month" into this one, `chrono-english` is no longer kept; none leans to past or future.

mod calendar;
mod relative;
mod spot;
#[cfg(test)]
mod tests;
mod time;
mod wording;

use chrono::{Datelike, NaiveDate, NaiveTime};

pub(crate) use spot::spot;
pub(crate) use wording::{from_today, long, short, understood};

/// Years that a conversation or a plan may lie in: anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Where a date lies that could be before or after today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lean {
    /// Logging: it has happened.
    Past,
    /// Planning: it is to come.
    Future,
}

/// What was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypedDay {
    /// A day in 1900–2200.
    pub day: NaiveDate,
    /// The time of day, in whole minutes, where one was typed.
    pub time: Option<NaiveTime>,
}

/// The date, and the time if any, that the whole text says; `None` where it says none or more than
/// a date. A time alone is today's. Day before month, the other order only where that is no date.
pub(crate) fn typed_day(text: &str, today: NaiveDate, lean: Lean) -> Option<TypedDay> {
    let words: Vec<String> = spot::words(text).map(|(_, word)| word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    read(&words, today, lean)
}

/// Lower-case words without their punctuation.
fn read(words: &[&str], today: NaiveDate, lean: Lean) -> Option<TypedDay> {
    let at = Asked { today, lean };
    let whole = || day_of(words, at).map(|day| TypedDay { day, time: None });
    let timed = |(time, day): (NaiveTime, &[&str])| {
        let day = match day {
            [] => Some(today),
            some => day_of(some, at),
        };
        let time = Some(time);
        day.map(|day| TypedDay { day, time })
    };
    whole()
        .or_else(|| time::splits(words).find_map(timed))
        .filter(|read| YEARS.contains(&read.day.year()))
}

/// The day on which it is typed, and what for.
#[derive(Clone, Copy)]
struct Asked {
    today: NaiveDate,
    lean: Lean,
}

/// A day in words, "on" or not, with a remark like "a week ago" behind it if that is true.
fn day_of(words: &[&str], at: Asked) -> Option<NaiveDate> {
    let words = match words {
        ["on", rest @ ..] => rest,
        all => all,
    };
    let remarked = |split| {
        let (date, remark) = words.split_at_checked(split)?;
        dated(date, at, |day| is_true(remark, day, at))
    };
    relative::day(words, at)
        .or_else(|| dated(words, at, |_| true))
        .or_else(|| (1..words.len()).find_map(remarked))
}

/// A date of the calendar, with or without its weekday. Of the years that an unsaid year may mean,
/// the first in the lean's order that has the weekday and for which the rest is true.
fn dated(words: &[&str], at: Asked, rest: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    let (weekday, date) = match words {
        [first, date @ ..] => match relative::weekday(first) {
            Some(weekday) => (Some(weekday), date),
            None => (None, words),
        },
        [] => return None,
    };
    calendar::days(date, at)
        .into_iter()
        .flatten()
        .find(|day| weekday.is_none_or(|weekday| day.weekday() == weekday) && rest(*day))
}

fn is_true(remark: &[&str], day: NaiveDate, at: Asked) -> bool {
    relative::day(remark, at) == Some(day)
        || from_today(day, at.today)
            .split(' ')
            .eq(remark.iter().copied())
}
