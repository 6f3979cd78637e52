//! Parses days relative to today: "yesterday", "last tuesday", "in two weeks".

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Context, Lean};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// The day that the words as a whole mean.
pub(super) fn day(words: &[&str], at: Context) -> Option<NaiveDate> {
    named(words, at.today)
        .or_else(|| counted(words, at.today))
        .or_else(|| of_a_week(words, at))
        .or_else(|| of_a_month(words, at.today))
}

/// The weekday of "tue", "tues" or "tuesday": at least three letters, in lower case.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let named = |(name, _): &&(&str, Weekday)| word.len() >= 3 && name.starts_with(word);
    WEEKDAYS.iter().find(named).map(|(_, weekday)| *weekday)
}

fn named(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let days = match words {
        ["today" | "tonight"] | ["this", "morning" | "afternoon" | "evening"] => 0,
        ["tomorrow"] => 1,
        ["yesterday"] => -1,
        ["day", "after", "tomorrow"] | ["the", "day", "after", "tomorrow"] => 2,
        ["day", "before", "yesterday"] | ["the", "day", "before", "yesterday"] => -2,
        _ => return None,
    };
    plus_days(today, days)
}

/// A number of days, weeks, months or years: "5 days ago", "in a week", "two months from now".
fn counted(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (amount, unit, past) = match words {
        [amount, unit, "ago"] => (amount, unit, true),
        ["in", amount, unit] | [amount, unit, "from", "now" | "today"] => (amount, unit, false),
        _ => return None,
    };
    let amount = number(amount)?;
    let months = match *unit {
        "month" | "months" => amount,
        "year" | "years" => amount.checked_mul(12)?,
        "day" | "days" => return plus(today, amount, past),
        "week" | "weeks" => return plus(today, amount.checked_mul(7)?, past),
        _ => return None,
    };
    if past {
        today.checked_sub_months(Months::new(months))
    } else {
        today.checked_add_months(Months::new(months))
    }
}

fn number(word: &str) -> Option<u32> {
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    match NUMBERS.iter().position(|name| *name == word) {
        Some(index) => u32::try_from(index + 1).ok(),
        None => super::calendar::digits(word, 1..=5),
    }
}

/// A weekday, a week, or both: "tue", "last tuesday", "next week", "tuesday last week".
fn of_a_week(words: &[&str], at: Context) -> Option<NaiveDate> {
    match words {
        ["last" | "past", "week"] => in_week(at.today, -1, Weekday::Mon),
        ["next" | "coming", "week"] => in_week(at.today, 1, Weekday::Mon),
        [day] => match at.lean {
            Lean::Past => before(at.today, weekday(day)?),
            Lean::Future => after(at.today, weekday(day)?),
        },
        ["last" | "past", day] => before(at.today, weekday(day)?),
        ["next" | "coming", day] => after(at.today, weekday(day)?),
        ["this", day] => this(at, weekday(day)?),
        [day, which, "week"] | [which, "week", day] | [which, "week", "on", day] => {
            let weeks = match *which {
                "last" => -1,
                "this" => 0,
                "next" => 1,
                _ => return None,
            };
            in_week(at.today, weeks, weekday(day)?)
        }
        _ => None,
    }
}

/// A day of a month: "end of month", "last month". "next month" is its first day, as "next week" is
/// its Monday.
fn of_a_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let next = first.checked_add_months(Months::new(1))?;
    match words {
        ["last", "month"] => first.checked_sub_months(Months::new(1)),
        ["next", "month"] => Some(next),
        ["end", "of", "month"] | ["end", "of", "the" | "this", "month"] => next.pred_opt(),
        ["end", "of", "next", "month"] => next.checked_add_months(Months::new(1))?.pred_opt(),
        _ => None,
    }
}

/// The last such weekday before today.
fn before(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ago = (today.weekday().days_since(weekday) + 6) % 7 + 1;
    plus(today, ago, true)
}

/// The first such weekday after today.
fn after(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (weekday.days_since(today.weekday()) + 6) % 7 + 1;
    plus(today, ahead, false)
}

/// This weekday of the current week. When planning, a day that has passed means the next one: on
/// Thursday "this monday" is the coming Monday.
fn this(at: Context, weekday: Weekday) -> Option<NaiveDate> {
    let day = in_week(at.today, 0, weekday)?;
    if at.lean == Lean::Future && day < at.today {
        return after(at.today, weekday);
    }
    Some(day)
}

/// This weekday of the week that is `weeks` weeks from now. Weeks start on Monday.
fn in_week(today: NaiveDate, weeks: i64, weekday: Weekday) -> Option<NaiveDate> {
    let since_monday = i64::from(today.weekday().num_days_from_monday());
    let day = i64::from(weekday.num_days_from_monday());
    plus_days(today, weeks * 7 + day - since_monday)
}

fn plus_days(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    plus(today, u32::try_from(days.unsigned_abs()).ok()?, days < 0)
}

fn plus(today: NaiveDate, days: u32, past: bool) -> Option<NaiveDate> {
    let days = Days::new(days.into());
    if past {
        today.checked_sub_days(days)
    } else {
        today.checked_add_days(days)
    }
}
