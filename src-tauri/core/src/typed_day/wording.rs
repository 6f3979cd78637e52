//! Writes days in words that `typed_day` can parse.

use chrono::{Datelike, Months, NaiveDate};

use super::TypedDay;
use crate::days::{HourClock, Roughly};
use crate::letters::capital;

/// A day as the screen confirms it: "Tuesday 3 March, a week ago", "Saturday 14 March, in 4 days,
/// 09:00", "Tuesday 24 November, yesterday, evening", "October 2026, counts as Friday 16 October". Has the year
/// if it is not the current one.
pub(crate) fn understood(read: TypedDay, today: NaiveDate, clock: HourClock) -> String {
    let date = understood_day(read.day, today);
    match (read.roughly, read.time) {
        (Some(Roughly::Within(span)), _) => {
            format!(
                "{}, counts as {}",
                capital(&span.words()),
                long(read.day, today)
            )
        }
        (Some(Roughly::About), Some(time)) => format!("{date}, about {}", clock.time_words(time)),
        (Some(Roughly::About), None) => format!("About {date}"),
        (Some(Roughly::Part(part)), Some(time)) => {
            format!("{date}, {}: {}", part.word(), clock.time_words(time))
        }
        (Some(Roughly::Part(part)), None) => format!("{date}, {}", part.word()),
        (None, Some(time)) => format!("{date}, {}", clock.time_words(time)),
        (None, None) => date,
    }
}

/// The day as a text that means the same on every later day: "24 November 2026 evening", "October 2026",
/// "about 22 November 2026 15:00".
pub(crate) fn typed_text(read: TypedDay) -> String {
    let mut words = Vec::new();
    match read.roughly {
        Some(Roughly::Within(span)) => return span.words(),
        Some(Roughly::About) => words.push("about".to_owned()),
        Some(Roughly::Part(_)) | None => {}
    }
    words.push(read.day.format("%-d %B %Y").to_string());
    match (read.roughly, read.time) {
        (_, Some(time)) => words.push(HourClock::TwentyFour.time_words(time)),
        (Some(Roughly::Part(part)), None) => words.push(part.word().to_owned()),
        _ => {}
    }
    words.join(" ")
}

/// What is known roughly, in short: "October 2026", "about 22 November 2026", "24 November 2026, evening". `None`
/// for what is known exactly.
pub(crate) fn rough_words(read: TypedDay) -> Option<String> {
    let day = read.day.format("%-d %B %Y");
    Some(match read.roughly? {
        Roughly::Within(span) => span.words(),
        Roughly::About if read.time.is_some() => format!("{day}, about"),
        Roughly::About => format!("about {day}"),
        Roughly::Part(part) => format!("{day}, {}", part.word()),
    })
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
