//! Writes days in words that `typed_day` can parse.

use chrono::{Datelike, Months, NaiveDate, NaiveTime};

use crate::days::HourClock;

/// A day as the screen confirms it: "Tuesday 3 March, a week ago", "Saturday 14 March, in 4 days,
/// 09:00". Has the year if it is not the current one.
pub(crate) fn understood(
    day: NaiveDate,
    time: Option<NaiveTime>,
    today: NaiveDate,
    clock: HourClock,
) -> String {
    let date = understood_day(day, today);
    match time {
        Some(time) => format!("{date}, {}", clock.time_words(time)),
        None => date,
    }
}

/// Like `understood`, of a day without a time: "Tuesday 3 March, a week ago".
pub(crate) fn understood_day(day: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", long(day, today), from_today(day, today))
}

/// A day in short form: "Thu 2 April". Has the year if it is not the current one.
pub(crate) fn short(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%a %-d %B").to_string()
    } else {
        day.format("%a %-d %B %Y").to_string()
    }
}

/// A day without its weekday: "2 April". Has the year if it is not the current one.
pub(crate) fn short_date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%-d %B").to_string()
    } else {
        day.format("%-d %B %Y").to_string()
    }
}

/// A day in long form: "Thursday 2 April". Has the year if it is not the current one.
pub(crate) fn long(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%A %-d %B").to_string()
    } else {
        day.format("%A %-d %B %Y").to_string()
    }
}

/// The distance from today: "today", "yesterday", "tomorrow", "3 days ago", "a week ago", "in 2 weeks".
/// Rounded to weeks from two weeks on, to months from eight weeks on, to years from two years on.
pub(crate) fn from_today(day: NaiveDate, today: NaiveDate) -> String {
    let days = day.signed_duration_since(today).num_days();
    let amount = match days {
        0 => return "today".to_owned(),
        1 => return "tomorrow".to_owned(),
        -1 => return "yesterday".to_owned(),
        _ => amount(day, today, days.unsigned_abs()),
    };
    if days < 0 {
        format!("{amount} ago")
    } else {
        format!("in {amount}")
    }
}

fn amount(day: NaiveDate, today: NaiveDate, days: u64) -> String {
    let month = Some(day.max(today));
    if day.min(today).checked_add_months(Months::new(1)) == month {
        return "a month".to_owned();
    }
    // A month is 30.44 days on average, a year 365.25.
    let months = (days * 100 + 1_522) / 3_044;
    match (days, months) {
        (7, _) => "a week".to_owned(),
        (..14, _) => format!("{days} days"),
        (..56, _) => format!("{} weeks", (days + 3) / 7),
        (_, 12) => "a year".to_owned(),
        (_, ..24) => format!("{months} months"),
        _ => format!("{} years", (days * 100 + 18_262) / 36_525),
    }
}
