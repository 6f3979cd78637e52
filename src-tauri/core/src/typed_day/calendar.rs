//! Parses calendar dates: "3 march", "march 3, 2025", "2026-03-03", "3.3.", "3/3".

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{Context, Lean};
use crate::days::DateOrder;
use crate::months::month_named;

/// A date as it is written. It may not exist.
#[derive(Clone, Copy)]
struct Written {
    year: Option<u32>,
    month: u32,
    day: u32,
}

/// The days that the words as a whole may mean, likeliest first. Without a year these are the nearest
/// ones before and after today (today counts as both), ordered by the lean.
pub(super) fn days(words: &[&str], at: Context) -> [Option<NaiveDate>; 2] {
    let written = match words {
        [word] => in_numbers(word, at.order),
        many => in_words(many),
    };
    let Some(written) = written else {
        return [None, None];
    };
    if let Some(year) = written.year {
        return [written.in_year(i64::from(year)), None];
    }
    let year = i64::from(at.today.year());
    // 29 February may be eight years away, around 1900 and 2100.
    let past = (0..=8)
        .filter_map(|ago| written.in_year(year - ago))
        .find(|day| *day <= at.today);
    let future = (0..=8)
        .filter_map(|ahead| written.in_year(year + ahead))
        .find(|day| *day >= at.today);
    match at.lean {
        Lean::Past => [past, future],
        Lean::Future => [future, past],
    }
}

impl Written {
    fn in_year(self, year: i64) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, self.month, self.day)
    }
}

fn in_words(words: &[&str]) -> Option<Written> {
    let words = match words {
        ["the", rest @ ..] => rest,
        all => all,
    };
    let (date, year) = match words {
        [date @ .., year] if digits(year, 4..=4).is_some() => (date, digits(year, 4..=4)),
        all => (all, None),
    };
    let (day, month) = match date {
        [first, second] => ordinal(first)
            .zip(month(second))
            .or_else(|| ordinal(second).zip(month(first)))?,
        [day, "of", name] => (ordinal(day)?, month(name)?),
        [name, "the", day] => (ordinal(day)?, month(name)?),
        _ => return None,
    };
    Some(Written { year, month, day })
}

fn in_numbers(word: &str, order: DateOrder) -> Option<Written> {
    let separator = word.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '.' | '/') {
        return None;
    }
    let word = word.strip_suffix('.').unwrap_or(word);
    let parts: Vec<&str> = word.split(separator).collect();
    match *parts.as_slice() {
        [year, month, day] if digits(year, 4..=4).is_some() => Some(Written {
            year: digits(year, 4..=4),
            month: digits(month, 1..=2)?,
            day: digits(day, 1..=2)?,
        }),
        [day, month, year] => {
            let year = match digits(year, 2..=2) {
                Some(short) => short + 2000,
                None => digits(year, 4..=4)?,
            };
            in_order(order, [day, month], separator, Some(year))
        }
        [day, month] if separator != '-' => in_order(order, [day, month], separator, None),
        _ => None,
    }
}

/// A date of two numbers. With dots the day is first everywhere; with slashes and hyphens as `order` has it.
fn in_order(
    order: DateOrder,
    numbers: [&str; 2],
    separator: char,
    year: Option<u32>,
) -> Option<Written> {
    let [first, second] = numbers;
    let (first, second) = (digits(first, 1..=2)?, digits(second, 1..=2)?);
    let (day, month) = match separator {
        '.' => (first, second),
        '-' if order == DateOrder::DayFirst => (first, second),
        _ => order.day_and_month(first, second),
    };
    Some(Written { year, month, day })
}

/// The number of "3" or "3rd".
fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    digits(number.unwrap_or(word), 1..=2)
}

fn month(word: &str) -> Option<u32> {
    month_named(word).map(u32::from)
}

/// The number that the word writes, if it has a length within `long` and only ASCII digits.
pub(super) fn digits(word: &str, long: RangeInclusive<usize>) -> Option<u32> {
    let all = word.bytes().all(|byte| byte.is_ascii_digit());
    (all && long.contains(&word.len())).then(|| word.parse().ok())?
}
