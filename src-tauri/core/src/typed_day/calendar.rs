//! Parses calendar dates: "3 march", "march 3, 2025", "2026-03-03", "3.3.", "3/3", "the 3rd".

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::words::{Unit, Word, figure};
use super::{Context, Lean, clock, without_article, without_preposition, words};
use crate::days::DateOrder;

/// A date as it is written. It may not exist.
#[derive(Clone, Copy)]
struct Written {
    year: Option<u32>,
    month: u32,
    day: u32,
}

/// The days that the words as a whole may mean, likeliest first. Without a year these are the nearest
/// ones before and after today (today counts as both), ordered by the lean. Only "the 3rd" heeds the weekday.
pub(super) fn days(
    words: &[Word<'_>],
    weekday: Option<Weekday>,
    at: Context<'_>,
) -> Vec<NaiveDate> {
    let today = at.today();
    if let Some(day) = day_alone(words) {
        return of_any_month(day, weekday, at);
    }
    if let Some(day) = of_a_near_month(words, today) {
        return vec![day];
    }
    let Some(written) = written(words, at.order) else {
        return Vec::new();
    };
    if let Some(year) = written.year {
        return written.in_year(i64::from(year)).into_iter().collect();
    }
    let year = i64::from(today.year());
    // 29 February may be eight years away, around 1900 and 2100.
    let past = (0..=8)
        .filter_map(|ago| written.in_year(year - ago))
        .find(|day| *day <= today);
    let future = (0..=8)
        .filter_map(|ahead| written.in_year(year + ahead))
        .find(|day| *day >= today);
    in_order_of(at.lean, past, future)
}

fn in_order_of(lean: Lean, past: Option<NaiveDate>, future: Option<NaiveDate>) -> Vec<NaiveDate> {
    let both = match lean {
        Lean::Past => [past, future],
        Lean::Future => [future, past],
    };
    both.into_iter().flatten().collect()
}

impl Written {
    fn in_year(self, year: i64) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, self.month, self.day)
    }
}

/// "the 3rd", "third", "the 20th": a day of some month.
fn day_alone(words: &[Word<'_>]) -> Option<u32> {
    match words {
        [Word::The, Word::Ordinal(day)] | [Word::Ordinal(day)] => Some(*day),
        [Word::The, Word::First] => Some(1),
        _ => None,
    }
}

/// The nearest such days of the month in the past and in the future, on this weekday if one is given.
fn of_any_month(day: u32, weekday: Option<Weekday>, at: Context<'_>) -> Vec<NaiveDate> {
    let today = at.today();
    let Some(first) = today.with_day(1) else {
        return Vec::new();
    };
    let fits = |found: &NaiveDate| weekday.is_none_or(|weekday| found.weekday() == weekday);
    let past = (0..=12)
        .filter_map(|ago| first.checked_sub_months(Months::new(ago))?.with_day(day))
        .find(|found| *found <= today && fits(found));
    let future = (0..=12)
        .filter_map(|ahead| first.checked_add_months(Months::new(ahead))?.with_day(day))
        .find(|found| *found >= today && fits(found));
    in_order_of(at.lean, past, future)
}

/// "the 3rd of last month", "the first of next month".
fn of_a_near_month(words: &[Word<'_>], today: NaiveDate) -> Option<NaiveDate> {
    let (day, month) = match *without_article(words) {
        [day, Word::Of, Word::The, Word::Unit(Unit::Month)] => (day.day_of_month()?, Word::This),
        [day, Word::Of, which, Word::Unit(Unit::Month)] => (day.day_of_month()?, which),
        _ => return None,
    };
    let first = today.with_day(1)?;
    let first = match month {
        Word::Last => first.checked_sub_months(Months::new(1))?,
        Word::This => first,
        Word::Next => first.checked_add_months(Months::new(1))?,
        _ => return None,
    };
    first.with_day(day)
}

fn written(words: &[Word<'_>], order: DateOrder) -> Option<Written> {
    match words {
        [Word::Other(word)] => in_numbers(word, order),
        many => in_words(many),
    }
}

fn in_words(words: &[Word<'_>]) -> Option<Written> {
    let words = without_article(words);
    let (date, year) = match words {
        [date @ .., year] if year.year().is_some() => (date, year.year()),
        all => (all, None),
    };
    let date = match date {
        [date @ .., Word::Of] if year.is_some() => date,
        all => all,
    };
    let (day, month) = match *date {
        [day, Word::Month(month)] | [Word::Month(month), day] => (day, month),
        [day, Word::Of, Word::Month(month)] => (day, month),
        [Word::Month(month), Word::The, day] => (day, month),
        _ => return None,
    };
    // "3. Sept." has a dot.
    let day = match day {
        Word::Other(word) => digits(word.strip_suffix('.')?, 1..=2)?,
        other => other.day_of_month()?,
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

/// The number that the word writes, if it has a length within `long` and only ASCII digits.
pub(super) fn digits(word: &str, long: RangeInclusive<usize>) -> Option<u32> {
    figure(word).filter(|_| long.contains(&word.len()))
}

/// Why a text that looks like a date is none, as a sentence: "April has 30 days."
pub(crate) fn impossible(text: &str, order: DateOrder) -> Option<String> {
    let texts: Vec<String> = super::spot::words(text).map(|(_, word)| word).collect();
    let words: Vec<Word<'_>> = texts.iter().map(|text| words::word(text)).collect();
    let mut dates = vec![words.as_slice()];
    dates.extend(clock::splits(&words).map(|(_, date)| date));
    dates.into_iter().find_map(|date| {
        let date = match without_preposition(date) {
            [Word::Weekday(_), rest @ ..] => rest,
            all => all,
        };
        sentence_about(written(date, order)?)
    })
}

fn sentence_about(written: Written) -> Option<String> {
    let Written { year, month, day } = written;
    let in_year = year.and_then(|year| i32::try_from(year).ok());
    let first = NaiveDate::from_ymd_opt(in_year.unwrap_or(2000), month, 1)?;
    let days = first.checked_add_months(Months::new(1))?.pred_opt()?.day();
    if (1..=days).contains(&day) || day == 0 {
        return None;
    }
    Some(match in_year {
        Some(year) if month == 2 => format!("February {year} has {days} days."),
        None if month == 2 => "February has 29 days at most.".to_owned(),
        _ => format!("{} has {days} days.", first.format("%B")),
    })
}
