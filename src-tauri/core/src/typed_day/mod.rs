//! Parses dates and times that people type in English: "yesterday", "last tuesday", "3 march 9:00", "half past
//! ten", "in 20 minutes", "spring 2025". Pure.
//!
//! Words are looked up in a table (`words`); the patterns of the other files are made of their meanings.
//!
//! No crate was suitable: `interim` reads "monkey" as Monday, "10" as the year 10 and "25:00" as
//! tomorrow; `human-date-parser` ignores the rest of "friday banana" and reads "next month" as this
//! month; `chrono-english` is no longer maintained; none can prefer the past or the future.

mod calendar;
mod clock;
mod relative;
mod spans;
mod spot;
#[cfg(test)]
mod tests;
mod weeks;
mod wording;
mod words;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::days::{DateOrder, DayPart, Roughly, Span};
use crate::hours::Rules;
use words::{Unit, Word};

pub(crate) use calendar::impossible;
pub(crate) use spot::Spotter;
#[cfg(test)]
pub(crate) use spot::spot;
pub(crate) use weeks::other_next;
pub(crate) use wording::{
    from_today, long, rough_words, short, short_date, typed_text, understood, understood_day,
};

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
    /// A day in 1900–2200. Of a span in the past, the day that counts (see [`Span::counted_as`]).
    pub day: NaiveDate,
    /// The time of day in whole minutes, if one was typed.
    pub time: Option<NaiveTime>,
    /// How roughly it was typed; `None` if exactly.
    pub roughly: Option<Roughly>,
}

impl TypedDay {
    /// A day, and a time if there is one.
    pub(crate) fn exact(day: NaiveDate, time: Option<NaiveTime>) -> Self {
        Self {
            day,
            time,
            roughly: None,
        }
    }
}

/// The context of a parse.
#[derive(Clone, Copy)]
pub(crate) struct Context<'r> {
    /// The current local time.
    pub now: NaiveDateTime,
    /// The preferred direction.
    pub lean: Lean,
    /// The order of day and month in numbers.
    pub order: DateOrder,
    /// The working hours, which tell whether "at 3" is in the afternoon, and which days are business days.
    pub rules: &'r Rules,
}

impl Context<'_> {
    fn today(&self) -> NaiveDate {
        self.now.date()
    }
}

/// A day or a span of days as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Day(NaiveDate),
    About(NaiveDate),
    Span(Span),
}

impl Found {
    fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::About(_) | Self::Span(_) => None,
        }
    }

    /// The same, said with "about".
    fn about(self) -> Self {
        match self {
            Self::Day(day) => Self::About(day),
            other => other,
        }
    }
}

/// Parses a text that consists of a date, a time, or both; `None` if it is anything else or contains
/// more. A time alone means today. "3/4" is read in this order; in the other one only if that is not a date.
pub(crate) fn typed_day(text: &str, at: Context<'_>) -> Option<TypedDay> {
    let texts: Vec<String> = spot::words(text).map(|(_, word)| word).collect();
    let words: Vec<Word<'_>> = texts.iter().map(|text| words::word(text)).collect();
    parse(&words, at)
}

/// Parses words as a whole.
fn parse(words: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    let read = match words {
        [Word::About, rest @ ..] => {
            let read = exact(words, at).or_else(|| exact(rest, at))?;
            let roughly = read.roughly.or(Some(Roughly::About));
            Some(TypedDay { roughly, ..read })
        }
        all => exact(all, at),
    };
    read.filter(|read| YEARS.contains(&read.day.year()))
}

fn exact(words: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    relative::instant(words, at)
        .or_else(|| settle(day_of(words, at)?, at))
        .or_else(|| clock::splits(words).find_map(|(time, rest)| timed(time, rest, at)))
        .or_else(|| clock::parts(words).find_map(|(part, rest)| in_part(part, rest, at)))
}

/// The day of what was found; `None` if it is none that can be taken.
fn settle(found: Found, at: Context<'_>) -> Option<TypedDay> {
    let today = at.today();
    let exactly = |day| TypedDay::exact(day, None);
    let span = match found {
        Found::Day(day) => return Some(exactly(day)),
        Found::About(day) => {
            let roughly = (at.lean == Lean::Past).then_some(Roughly::About);
            return Some(TypedDay {
                roughly,
                ..exactly(day)
            });
        }
        Found::Span(span) => span,
    };
    let (first, last) = span.days()?;
    match at.lean {
        Lean::Past if first > today => Some(exactly(first)),
        Lean::Past => Some(TypedDay {
            day: span.counted_as(today)?,
            time: None,
            roughly: Some(Roughly::Within(span)),
        }),
        Lean::Future if first > today || last < today => Some(exactly(first)),
        Lean::Future => Some(exactly(match span {
            Span::Week(monday) => weeks::friday_of(monday)?.max(today),
            _ => last,
        })),
    }
}

/// A day with a time. A time alone is today's.
fn timed(time: clock::Typed, rest: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    let found = match rest {
        [] => Found::Day(at.today()),
        some => match day_of(some, at) {
            Some(found) => found,
            None => return timed_in_part(time, some, at),
        },
    };
    let Found::Day(day) = found else { return None };
    let (time, about) = time.on(day, at)?;
    Some(TypedDay {
        day,
        time: Some(time),
        roughly: about.then_some(Roughly::About),
    })
}

/// A time with a day and its part: "this morning at 9".
fn timed_in_part(time: clock::Typed, rest: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    let (part, day) = clock::parts(rest).find_map(|(part, day)| {
        let read = in_part(part, day, at)?;
        Some((part, read.day))
    })?;
    let (day, time, about) = time.in_part(day, part)?;
    Some(TypedDay {
        day,
        time: Some(time),
        roughly: (about && at.lean == Lean::Past).then_some(Roughly::About),
    })
}

/// A day with a part of it: "yesterday afternoon", "monday morning". Nights belong to the evening before.
fn in_part(part: DayPart, rest: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    let today = at.today();
    let (day, part) = match (rest, part) {
        ([Word::Last], DayPart::Night) => (today.pred_opt()?, DayPart::Evening),
        ([Word::This], _) => (today, part),
        ([], _) if at.lean == Lean::Future && is_over(part, at) => (today.succ_opt()?, part),
        ([], _) => (today, part),
        (some, _) => (day_of(some, at)?.day()?, part),
    };
    let time = match at.lean {
        Lean::Past => None,
        Lean::Future => clock::start_of(part, day, at),
    };
    Some(TypedDay {
        day,
        time,
        roughly: Some(Roughly::Part(part)),
    })
}

fn is_over(part: DayPart, at: Context<'_>) -> bool {
    let hour = chrono::Timelike::hour(&at.now);
    match part {
        // From 9 on, "in the morning" is tomorrow's.
        DayPart::Morning => hour >= 9,
        _ => hour + 1 >= part.hours().1,
    }
}

/// The day that the words mean. They may start with "on" and end with a remark such as "a week ago",
/// if the remark is true of the day.
fn day_of(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let bare = without_preposition(words);
    let remarked = |split| {
        let (date, remark) = bare.split_at_checked(split)?;
        dated(date, at, |day| is_true(remark, day, at)).map(Found::Day)
    };
    let plain = |words: &[Word<'_>]| {
        relative::day(words, at)
            .or_else(|| weeks::day(words, at))
            .or_else(|| spans::span(words, at))
            .or_else(|| dated(words, at, |_| true).map(Found::Day))
    };
    plain(words)
        .or_else(|| plain(bare))
        .or_else(|| plain(without_article(bare)))
        .or_else(|| (1..bare.len()).find_map(remarked))
}

fn without_preposition<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    match words {
        [Word::On | Word::In | Word::At, rest @ ..] => rest,
        all => all,
    }
}

fn without_article<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    match words {
        [Word::The, rest @ ..] => rest,
        all => all,
    }
}

/// A calendar date, with or without its weekday. Without a year, the first day in the lean's order that
/// has the weekday and for which `rest` holds.
fn dated(
    words: &[Word<'_>],
    at: Context<'_>,
    rest: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let (weekday, date) = match words {
        [Word::Weekday(weekday), date @ ..] => (Some(*weekday), date),
        all => (None, all),
    };
    calendar::days(date, weekday, at)
        .into_iter()
        .find(|day| weekday.is_none_or(|weekday| day.weekday() == weekday) && rest(*day))
}

/// Whether a remark such as "a week ago" is true of the day.
fn is_true(remark: &[Word<'_>], day: NaiveDate, at: Context<'_>) -> bool {
    let said = from_today(day, at.today());
    relative::day(remark, at) == Some(Found::Day(day))
        || said.split(' ').map(words::word).eq(remark.iter().copied())
}

/// The unit's words, for the files of this folder.
fn is_unit(word: &Word<'_>, unit: Unit) -> bool {
    *word == Word::Unit(unit)
}
