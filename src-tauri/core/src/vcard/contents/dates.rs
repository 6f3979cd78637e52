//! Reads the dates that people and programs write. Parts that are ambiguous are left out.

use chrono::NaiveDate;

use super::{Date, DateKind};
use crate::months::month_named;

/// The year that Apple writes for "no year".
const OMITTED_YEAR: i32 = 1604;

/// Reads a date. An ambiguous or impossible date has no parts, only its text. `omitted` is the year
/// that X-APPLE-OMIT-YEAR names as "no year".
pub(super) fn parse(kind: DateKind, text: &str, omitted: Option<i32>) -> Date {
    let raw = text.trim();
    let (mut year, month, day) = parts(raw).unwrap_or_default();
    if year.is_some() && (year == omitted || year == Some(OMITTED_YEAR)) {
        year = None;
    }
    Date {
        kind,
        year,
        month,
        day,
        raw: raw.to_owned(),
    }
}

/// Year, month (1–12) and day of the month, as far as they are given.
type Parts = (Option<i32>, Option<u8>, Option<u8>);

fn parts(raw: &str) -> Option<Parts> {
    let date = before_time(raw);
    truncated(date)
        .or_else(|| compact(date))
        .or_else(|| separated(date))
        .or_else(|| worded(raw))
        .filter(real)
}

/// The text before `T` or before a space and a time.
fn before_time(raw: &str) -> &str {
    let date = raw.split(['T', 't']).next().unwrap_or(raw);
    if !date.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return raw;
    }
    date.split(' ').next().unwrap_or(date)
}

/// A date without year: `--0412`, `--04-12`, `---12`, `--04`.
fn truncated(date: &str) -> Option<Parts> {
    if let Some(day) = date.strip_prefix("---") {
        return Some((None, None, Some(number(day, 2..=2)?)));
    }
    let digits = date.strip_prefix("--")?.replace('-', "");
    let month = number(digits.get(..2)?, 2..=2)?;
    match digits.get(2..)? {
        "" => Some((None, Some(month), None)),
        day => Some((None, Some(month), Some(number(day, 2..=2)?))),
    }
}

/// A date of digits only: `19850412`, `1985`.
fn compact(date: &str) -> Option<Parts> {
    if !date.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = date.get(..4)?.parse().ok();
    match date.len() {
        4 => Some((year, None, None)),
        8 => Some((
            year,
            Some(number(date.get(4..6)?, 2..=2)?),
            Some(number(date.get(6..8)?, 2..=2)?),
        )),
        _ => None,
    }
}

/// A date with separators: `1985-04-12`, `1985-04`, `1985/4/12`, `12.4.1985`, and others that can be
/// read in one way only.
fn separated(date: &str) -> Option<Parts> {
    let mark = date
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '-' | '/' | '.'))?;
    let pieces: Vec<&str> = date
        .trim_end_matches(mark)
        .split(mark)
        .map(str::trim)
        .collect();
    match pieces.as_slice() {
        [year, month] if year.len() == 4 => {
            Some((year.parse().ok(), Some(number(month, 1..=2)?), None))
        }
        [day, month] if mark == '.' => {
            Some((None, Some(number(month, 1..=2)?), Some(number(day, 1..=2)?)))
        }
        [year, month, day] if year.len() == 4 => Some((
            year.parse().ok(),
            Some(number(month, 1..=2)?),
            Some(number(day, 1..=2)?),
        )),
        [a, b, year] if year.len() == 4 => {
            let (month, day) = month_and_day(number(a, 1..=2)?, number(b, 1..=2)?, mark)?;
            Some((year.parse().ok(), Some(month), Some(day)))
        }
        // `70-7-14`: the century is unknown, so the year is left out.
        [short, month, day] if number(short, 2..=2)? > 31 => {
            Some((None, Some(number(month, 1..=2)?), Some(number(day, 1..=2)?)))
        }
        _ => None,
    }
}

/// Month and day of two numbers. With a dot the day is first; with other separators the order must
/// follow from the numbers, else `None`.
fn month_and_day(a: u8, b: u8, mark: char) -> Option<(u8, u8)> {
    match (a, b) {
        (day, month) if mark == '.' => Some((month, day)),
        (day @ 13.., month) => Some((month, day)),
        (month, day @ 13..) => Some((month, day)),
        (same, other) if same == other => Some((same, same)),
        _ => None,
    }
}

/// A date with the month as a word: `Tue, 22 Dec 2009`, `December 22, 2009`.
fn worded(raw: &str) -> Option<Parts> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in raw
        .split(|c: char| !c.is_alphanumeric() && c != ':')
        .filter(|w| !w.is_empty())
    {
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        match word.len() {
            4 if digits => year = year.or(word.parse().ok()),
            1 | 2 if digits => day = day.or(number(word, 1..=2)),
            3.. if !digits => month = month.or_else(|| month_named(word)),
            _ => {}
        }
    }
    Some((year, Some(month?), day))
}

fn number(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<u8> {
    let plain = length.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

/// Whether the day exists and its year is within 1000–2999.
fn real((year, month, day): &Parts) -> bool {
    let plausible = year.is_none_or(|y| (1000..=2999).contains(&y));
    let month_number = u32::from(month.unwrap_or(1));
    plausible
        && NaiveDate::from_ymd_opt(
            year.unwrap_or(2000),
            month_number,
            u32::from(day.unwrap_or(1)),
        )
        .is_some()
}
