//! Parses dates and times that people type in English: "yesterday", "last tuesday", "3 march 9:00".
//! Pure.
//!
//! No crate was suitable: `interim` reads "monkey" as Monday, "10" as the year 10 and "25:00" as
//! tomorrow; `human-date-parser` ignores the rest of "friday banana" and reads "next month" as this
//! month; `chrono-english` is no longer maintained; none can prefer the past or the future.

mod calendar;
mod relative;
mod spot;
#[cfg(test)]
mod tests;
mod time;
mod wording;

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::days::DateOrder;

pub(crate) use spot::spot;
pub(crate) use wording::{from_today, long, short, short_date, understood, understood_day};

/// The years that are accepted. Other years are treated as typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Which day is meant if a text can mean a day before or after today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lean {
    /// The past one: a conversation that is logged.
    Past,
    /// The future one: a check-in that is planned.
    Future,
}

/// A date that was typed, and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypedDay {
    /// A day in 1900–2200.
    pub day: NaiveDate,
    /// The time of day in whole minutes, if one was typed.
    pub time: Option<NaiveTime>,
}

/// Parses a text that consists of a date, a time, or both; `None` if it is anything else or contains
/// more. A time alone means today. "3/4" is read in this order; in the other one only if that is not a date.
pub(crate) fn typed_day(
    text: &str,
    today: NaiveDate,
    lean: Lean,
    order: DateOrder,
) -> Option<TypedDay> {
    let words: Vec<String> = spot::words(text).map(|(_, word)| word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    parse(&words, Context { today, lean, order })
}

/// Parses words in lower case without punctuation.
fn parse(words: &[&str], at: Context) -> Option<TypedDay> {
    let whole = || day_of(words, at).map(|day| TypedDay { day, time: None });
    let timed = |(time, day): (NaiveTime, &[&str])| {
        let day = match day {
            [] => Some(at.today),
            some => day_of(some, at),
        };
        let time = Some(time);
        day.map(|day| TypedDay { day, time })
    };
    whole()
        .or_else(|| time::splits(words).find_map(timed))
        .filter(|typed| YEARS.contains(&typed.day.year()))
}

/// The context of a parse: the current day, the preferred direction, and the order of day and month.
#[derive(Clone, Copy)]
struct Context {
    today: NaiveDate,
    lean: Lean,
    order: DateOrder,
}

/// The day that the words mean. They may start with "on" and end with a remark such as "a week ago",
/// if the remark is true of the day.
fn day_of(words: &[&str], at: Context) -> Option<NaiveDate> {
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

/// A calendar date, with or without its weekday. Without a year, the first day in the lean's order that
/// has the weekday and for which `rest` holds.
fn dated(words: &[&str], at: Context, rest: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
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

/// Whether a remark such as "a week ago" is true of the day.
fn is_true(remark: &[&str], day: NaiveDate, at: Context) -> bool {
    relative::day(remark, at) == Some(day)
        || from_today(day, at.today)
            .split(' ')
            .eq(remark.iter().copied())
}
