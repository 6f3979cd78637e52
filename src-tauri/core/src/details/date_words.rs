//! Dates of people in words, and on which days they are. Pure.

use chrono::{Datelike, NaiveDate};

use super::DateKind;

/// The month and day of a date. In a year that is not a leap year, 28 February stands for 29 February too.
pub(crate) fn month_days(date: NaiveDate) -> Vec<(u32, u32)> {
    let mut days = vec![(date.month(), date.day())];
    if (date.month(), date.day()) == (2, 28) && !date.leap_year() {
        days.push((2, 29));
    }
    days
}

/// "1 year", "6 years".
pub(crate) fn count_words(n: i32, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// What a date is on a day of its month and day: "Birthday, 40", "Anniversary, 3 years".
pub(crate) fn date_words(
    kind: DateKind,
    label: &str,
    year: Option<i32>,
    date: NaiveDate,
) -> String {
    let years = year
        .map(|year| date.year() - year)
        .filter(|years| (1..150).contains(years));
    let what = match kind {
        DateKind::Birthday => "Birthday",
        DateKind::Anniversary => "Anniversary",
        DateKind::Other if label.is_empty() => "A date to remember",
        DateKind::Other => label,
    };
    match (kind, years) {
        (DateKind::Birthday, Some(years)) => format!("{what}, {years}"),
        (_, Some(years)) => format!("{what}, {}", count_words(years, "year")),
        (_, None) => what.to_owned(),
    }
}
