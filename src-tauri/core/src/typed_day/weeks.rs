//! Parses weekdays, weeks and weekends: "tue", "last tuesday", "friday week", "next weekend", "last week".

use chrono::{Datelike, NaiveDate, Weekday};

use super::words::{Unit, Word};
use super::{Context, Found, Lean, calendar, is_unit, relative};
use crate::days::{Span, Third};

/// The day or week that the words as a whole mean.
pub(super) fn day(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    weekday(words, at)
        .map(Found::Day)
        .or_else(|| week(words, at))
        .or_else(|| weekend(words, at))
}

fn weekday(words: &[Word<'_>], at: Context<'_>) -> Option<NaiveDate> {
    let today = at.today();
    match *words {
        [Word::Weekday(day)] => match at.lean {
            Lean::Past => before(today, day),
            Lean::Future => after(today, day),
        },
        [Word::Last | Word::Past, Word::Weekday(day)] => before(today, day),
        [Word::Next, Word::Weekday(day)] => after(today, day),
        [Word::This, Word::Weekday(day)] => this(at, day),
        [Word::Weekday(day), Word::Before, Word::Last] => weeks_on(before(today, day)?, -1),
        [Word::Weekday(day), Word::After, Word::Next] => weeks_on(after(today, day)?, 1),
        [Word::Weekday(day), Word::Unit(Unit::Week)] => weeks_on(after(today, day)?, 1),
        [Word::Weekday(day), which, Word::Unit(Unit::Week)]
        | [which, Word::Unit(Unit::Week), Word::Weekday(day)]
        | [which, Word::Unit(Unit::Week), Word::On, Word::Weekday(day)]
        | [Word::Weekday(day), Word::Of, which, Word::Unit(Unit::Week)] => {
            in_week(today, weeks_of(which)?, day)
        }
        _ => None,
    }
}

/// How many weeks from this one "last", "this" and "next" mean.
fn weeks_of(which: Word<'_>) -> Option<i64> {
    match which {
        Word::Last => Some(-1),
        Word::This => Some(0),
        Word::Next => Some(1),
        _ => None,
    }
}

fn week(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let today = at.today();
    let span = |weeks| in_week(today, weeks, Weekday::Mon).map(|day| Found::Span(Span::Week(day)));
    let on = |weeks, day| in_week(today, weeks, day).map(Found::Day);
    match words {
        [Word::EndOfWeek] => on(0, Weekday::Fri),
        [Word::Last | Word::Past, Word::Unit(Unit::Week)] => match at.lean {
            Lean::Past => span(-1),
            Lean::Future => on(-1, Weekday::Mon),
        },
        [Word::Next, Word::Unit(Unit::Week)] => on(1, Weekday::Mon),
        [Word::This, Word::Unit(Unit::Week)]
        | [Word::Earlier, Word::This, Word::Unit(Unit::Week)] => span(0),
        [Word::Later, Word::This, Word::Unit(Unit::Week)] => {
            let day = in_week(today, 0, Weekday::Fri)?;
            Some(Found::Day(day.max(today.succ_opt()?)))
        }
        [Word::Unit(Unit::Week), Word::Before, Word::Last] => match at.lean {
            Lean::Past => span(-2),
            Lean::Future => on(-2, Weekday::Mon),
        },
        [Word::Unit(Unit::Week), Word::After, Word::Next] => on(2, Weekday::Mon),
        [Word::Unit(Unit::Week), Word::Of, date @ ..] => {
            let day = calendar::days(date, None, at).into_iter().next()?;
            Some(Found::Span(Span::Week(monday_of(day)?)))
        }
        [Word::Third(third), rest @ ..] => third_of_week(*third, rest, at),
        _ => None,
    }
}

/// "early next week", "end of the week", "middle of last week".
fn third_of_week(third: Third, rest: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let rest = match rest {
        [Word::Of, rest @ ..] => rest,
        all => all,
    };
    let weeks = match rest {
        [week] | [Word::The, week] if is_unit(week, Unit::Week) => 0,
        [which, week] if is_unit(week, Unit::Week) => weeks_of(*which)?,
        _ => return None,
    };
    let day = match third {
        Third::Early => Weekday::Mon,
        Third::Mid => Weekday::Wed,
        Third::Late => Weekday::Fri,
    };
    let day = in_week(at.today(), weeks, day)?;
    Some(match at.lean {
        Lean::Past => Found::About(day),
        Lean::Future => Found::Day(day),
    })
}

fn weekend(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let today = at.today();
    let this = in_week(today, 0, Weekday::Sat)?;
    let saturday = match words {
        [Word::The, unit] | [unit] if is_unit(unit, Unit::Weekend) => match at.lean {
            Lean::Past if this > today => weeks_on(this, -1)?,
            _ => this,
        },
        [Word::This, unit] if is_unit(unit, Unit::Weekend) => this,
        [Word::Last | Word::Past, unit] if is_unit(unit, Unit::Weekend) => weeks_on(this, -1)?,
        [Word::Next, unit] if is_unit(unit, Unit::Weekend) => weeks_on(this, 1)?,
        [unit, Word::Before, Word::Last] if is_unit(unit, Unit::Weekend) => weeks_on(this, -2)?,
        [unit, Word::After, Word::Next] if is_unit(unit, Unit::Weekend) => weeks_on(this, 2)?,
        [unit, Word::Of, date @ ..] if is_unit(unit, Unit::Weekend) => {
            saturday_of(calendar::days(date, None, at).into_iter().next()?)?
        }
        _ => return None,
    };
    Some(match at.lean {
        Lean::Past => Found::Span(Span::Weekend(saturday)),
        // On Sunday the weekend has still a day.
        Lean::Future if saturday < today && saturday == this => Found::Day(today),
        Lean::Future => Found::Day(saturday),
    })
}

/// The last such weekday before today.
fn before(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ago = (today.weekday().days_since(weekday) + 6) % 7 + 1;
    relative::plus(today, ago, Unit::Day, true)
}

/// The first such weekday after today.
fn after(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (weekday.days_since(today.weekday()) + 6) % 7 + 1;
    relative::plus(today, ahead, Unit::Day, false)
}

/// This weekday of the current week. When planning, a day that has passed means the next one: on
/// Thursday "this monday" is the coming Monday.
fn this(at: Context<'_>, weekday: Weekday) -> Option<NaiveDate> {
    let day = in_week(at.today(), 0, weekday)?;
    if at.lean == Lean::Future && day < at.today() {
        return after(at.today(), weekday);
    }
    Some(day)
}

/// This weekday of the week that is `weeks` weeks from now. Weeks start on Monday.
fn in_week(today: NaiveDate, weeks: i64, weekday: Weekday) -> Option<NaiveDate> {
    let monday = weeks_on(monday_of(today)?, weeks)?;
    relative::plus(monday, weekday.num_days_from_monday(), Unit::Day, false)
}

fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    relative::plus(day, day.weekday().num_days_from_monday(), Unit::Day, true)
}

/// The Saturday of a day's week.
pub(super) fn saturday_of(day: NaiveDate) -> Option<NaiveDate> {
    in_week(day, 0, Weekday::Sat)
}

/// The Friday of the week that begins with this Monday.
pub(super) fn friday_of(monday: NaiveDate) -> Option<NaiveDate> {
    in_week(monday, 0, Weekday::Fri)
}

fn weeks_on(day: NaiveDate, weeks: i64) -> Option<NaiveDate> {
    let amount = u32::try_from(weeks.unsigned_abs()).ok()?;
    relative::plus(day, amount, Unit::Week, weeks < 0)
}

/// Another day that "next friday" or "next weekend" may mean, if `day` was read: some mean the next one to come,
/// others that of next week.
pub(crate) fn other_next(text: &str, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let texts: Vec<String> = super::spot::words(text).map(|(_, word)| word).collect();
    let mut words = texts.iter().map(|text| super::words::word(text));
    let (Some(Word::Next), Some(second)) = (words.next(), words.next()) else {
        return None;
    };
    let is_this_week = monday_of(day)? == monday_of(today)?;
    match second {
        Word::Weekday(_) if is_this_week => weeks_on(day, 1),
        Word::Unit(Unit::Weekend) => weeks_on(day, -1).filter(|other| *other >= today),
        _ => None,
    }
}
