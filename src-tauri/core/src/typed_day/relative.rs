//! Parses days and instants that are counted from now: "yesterday", "in two weeks", "20 minutes ago".

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, Timelike};

use super::words::{FEASTS, Feast, Unit, Word};
use super::{Context, Found, Lean, TypedDay, day_of, weeks};

/// The day that the words as a whole mean.
pub(super) fn day(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let day = named(words, at.today()).or_else(|| feast(words, at));
    day.map(Found::Day)
        .or_else(|| counted(words, at))
        .or_else(|| counted_from(words, at))
        .or_else(|| business_days(words, at).map(Found::Day))
        .or_else(|| beside(words, at).map(Found::Day))
}

/// "after christmas", "before friday", of a plan: the next day, and the day before.
fn beside(words: &[Word<'_>], at: Context<'_>) -> Option<NaiveDate> {
    let (past, from) = match words {
        [Word::After, from @ ..] => (false, from),
        [Word::Before, from @ ..] => (true, from),
        _ => return None,
    };
    if at.lean == Lean::Past
        || from
            .iter()
            .any(|word| matches!(word, Word::After | Word::Before))
    {
        return None;
    }
    let day = match day_of(from, at)? {
        Found::Day(day) => day,
        Found::About(_) => return None,
        Found::Span(span) => {
            let (first, last) = span.days()?;
            if past { first } else { last }
        }
    };
    plus(day, 1, Unit::Day, past)
}

fn named(words: &[Word<'_>], today: NaiveDate) -> Option<NaiveDate> {
    let days = match words {
        [Word::Today] | [Word::Earlier | Word::Later, Word::Today] => 0,
        [Word::Tomorrow] => 1,
        [Word::Yesterday] => -1,
        [Word::Unit(Unit::Day), Word::After, Word::Tomorrow] => 2,
        [Word::Unit(Unit::Day), Word::Before, Word::Yesterday] => -2,
        _ => return None,
    };
    plus_days(today, days)
}

/// "christmas", "easter 2027", "last christmas", "new year's eve".
fn feast(words: &[Word<'_>], at: Context<'_>) -> Option<NaiveDate> {
    let (which, words) = match words {
        [which @ (Word::Last | Word::Next | Word::This), rest @ ..] => (Some(*which), rest),
        all => (None, all),
    };
    let (feast, rest) = match words {
        [Word::Feast(feast), rest @ ..] => longer_feast(words).unwrap_or((*feast, rest)),
        all => longer_feast(all)?,
    };
    let year = at.today().year();
    match rest {
        [] => {}
        [word] => return feast.in_year(i32::try_from(word.year()?).ok()?),
        [Word::Last, Word::Unit(Unit::Year)] => return feast.in_year(year - 1),
        [Word::Next, Word::Unit(Unit::Year)] => return feast.in_year(year + 1),
        [Word::This, Word::Unit(Unit::Year)] => return feast.in_year(year),
        _ => return None,
    }
    let today = at.today();
    let past = (0..=1).filter_map(|ago| feast.in_year(year - ago));
    let future = (0..=1).filter_map(|ahead| feast.in_year(year + ahead));
    match (which, at.lean) {
        (Some(Word::Last), _) => past.into_iter().find(|day| *day < today),
        (Some(Word::Next), _) => future.into_iter().find(|day| *day > today),
        (Some(_), _) => feast.in_year(year),
        (None, Lean::Past) => past.into_iter().find(|day| *day <= today),
        (None, Lean::Future) => future.into_iter().find(|day| *day >= today),
    }
}

fn longer_feast<'w, 't>(words: &'w [Word<'t>]) -> Option<(Feast, &'w [Word<'t>])> {
    FEASTS.iter().find_map(|(name, feast)| {
        let (head, rest) = words.split_at_checked(name.len())?;
        let same = head
            .iter()
            .zip(*name)
            .all(|(word, name)| *word == super::words::word(name));
        same.then_some((*feast, rest))
    })
}

impl Feast {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter => easter(year),
        }
    }
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms,
/// chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    if !super::YEARS.contains(&year) {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let m = (a + 11 * h) / 319;
    let l = (2 * (b % 4) + 2 * (c / 4) - c % 4 - h + m + 32) % 7;
    let month = (h - m + l + 90) / 25;
    let day = (h - m + l + month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// A count of units, and whether it is rough: "two", "a couple of", "a few".
fn amount<'w, 't>(words: &'w [Word<'t>]) -> Option<(u32, bool, &'w [Word<'t>])> {
    match words {
        [Word::One, Word::Couple, Word::Of, rest @ ..]
        | [Word::One, Word::Couple, rest @ ..]
        | [Word::Couple, Word::Of, rest @ ..]
        | [Word::Couple, rest @ ..] => Some((2, false, rest)),
        [Word::One, Word::Few, rest @ ..] | [Word::Few, rest @ ..] => Some((3, true, rest)),
        [word, rest @ ..] => Some((word.count()?, false, rest)),
        [] => None,
    }
}

/// Units from today: "5 days ago", "in a week", "two months from now", "a few weeks ago", "the other day".
fn counted(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    if let [Word::The, Word::Another, Word::Unit(Unit::Day)] = words {
        let day = plus(at.today(), 3, Unit::Day, true)?;
        return (at.lean == Lean::Past).then_some(Found::About(day));
    }
    let (is_in, words) = match words {
        [Word::In, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (about, words) = match words {
        [Word::About, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (amount, rough, rest) = amount(words)?;
    let [Word::Unit(unit), rest @ ..] = rest else {
        return None;
    };
    let past = match rest {
        [Word::Ago] => true,
        [] | [Word::Time] if is_in => false,
        [Word::From, Word::Now | Word::Today] => false,
        _ => return None,
    };
    let day = plus(at.today(), amount, *unit, past)?;
    let day = match unit {
        Unit::Weekend => weeks::saturday_of(day)?,
        _ => day,
    };
    let found = match unit {
        Unit::Weekend if past => Found::Span(crate::days::Span::Weekend(day)),
        _ => Found::Day(day),
    };
    Some(if rough || about { found.about() } else { found })
}

/// Units from a day: "two weeks from monday", "the day after christmas", "a week on tuesday".
fn counted_from(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let (amount, unit, past, from) = match words {
        [Word::Unit(Unit::Day), Word::After, from @ ..] => (1, Unit::Day, false, from),
        [Word::Unit(Unit::Day), Word::Before, from @ ..] => (1, Unit::Day, true, from),
        some => {
            let (amount, _, rest) = amount(some)?;
            match rest {
                [Word::Unit(unit), Word::From | Word::After, from @ ..] => {
                    (amount, *unit, false, from)
                }
                [Word::Unit(unit), Word::Before, from @ ..] => (amount, *unit, true, from),
                [Word::Unit(Unit::Week), Word::On, Word::Weekday(_)] => {
                    (amount, Unit::Week, false, rest.get(2..)?)
                }
                _ => return None,
            }
        }
    };
    // "from" counts from a day that is said in itself, so that the recursion ends soon.
    if from.is_empty()
        || from
            .iter()
            .any(|word| matches!(word, Word::From | Word::Ago))
    {
        return None;
    }
    let start = match from {
        [Word::The, _, ..] | [_, ..] => day_of(from, at)?.day()?,
        [] => return None,
    };
    plus(start, amount, unit, past).map(Found::Day)
}

/// "in 10 business days", "3 working days ago": days with working hours.
fn business_days(words: &[Word<'_>], at: Context<'_>) -> Option<NaiveDate> {
    let (is_in, words) = match words {
        [Word::In, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (amount, _, rest) = amount(words)?;
    let past = match rest {
        [Word::Business, Word::Unit(Unit::Day), Word::Ago] => true,
        [
            Word::Business,
            Word::Unit(Unit::Day),
            Word::From,
            Word::Now | Word::Today,
        ] => false,
        [Word::Business, Word::Unit(Unit::Day)] if is_in => false,
        _ => return None,
    };
    let mut day = at.today();
    // Two years of business days: further ahead nobody counts them.
    let mut left = Some(amount).filter(|amount| *amount <= 500)?;
    let mut steps = 0;
    while left > 0 {
        day = if past {
            day.pred_opt()?
        } else {
            day.succ_opt()?
        };
        if at.rules.is_working_day(day) {
            left -= 1;
        }
        steps += 1;
        if steps > 5_000 {
            return None;
        }
    }
    Some(day)
}

/// An instant told from now: "just now", "in 20 minutes", "half an hour ago", "2 hours ago".
pub(super) fn instant(words: &[Word<'_>], at: Context<'_>) -> Option<TypedDay> {
    let shown = |then: NaiveDateTime, about: bool| TypedDay {
        day: then.date(),
        time: then
            .time()
            .with_second(0)
            .and_then(|time| time.with_nanosecond(0)),
        roughly: (about && at.lean == Lean::Past).then_some(crate::days::Roughly::About),
    };
    if let [Word::Now] | [Word::Just, Word::Now] = words {
        return Some(shown(at.now, false));
    }
    let (is_in, words) = match words {
        [Word::In, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (minutes, about, rest) = minutes(words)?;
    let past = match rest {
        [Word::Ago] => true,
        [] | [Word::Time] if is_in => false,
        [Word::From, Word::Now] => false,
        _ => return None,
    };
    let by = Duration::minutes(i64::from(minutes));
    let then = if past {
        at.now.checked_sub_signed(by)
    } else {
        at.now.checked_add_signed(by)
    };
    Some(shown(then?, about))
}

/// A number of minutes: "20 minutes", "an hour", "half an hour", "an hour and a half", "a couple of hours".
fn minutes<'w, 't>(words: &'w [Word<'t>]) -> Option<(u32, bool, &'w [Word<'t>])> {
    match words {
        [Word::One, Word::Half, Word::Unit(Unit::Hour), rest @ ..]
        | [Word::Half, Word::One, Word::Unit(Unit::Hour), rest @ ..]
        | [Word::Half, Word::Unit(Unit::Hour), rest @ ..] => return Some((30, false, rest)),
        [
            Word::One,
            Word::Unit(Unit::Hour),
            Word::And,
            Word::One,
            Word::Half,
            rest @ ..,
        ] => {
            return Some((90, false, rest));
        }
        [
            Word::One,
            Word::Quarter,
            Word::Of,
            Word::One,
            Word::Unit(Unit::Hour),
            rest @ ..,
        ] => {
            return Some((15, false, rest));
        }
        _ => {}
    }
    let (amount, about, rest) = amount(words)?;
    match rest {
        [Word::Unit(Unit::Minute), rest @ ..] => Some((amount, about, rest)),
        [
            Word::And,
            Word::One,
            Word::Half,
            Word::Unit(Unit::Hour),
            rest @ ..,
        ] => Some((amount.checked_mul(60)?.checked_add(30)?, about, rest)),
        [Word::Unit(Unit::Hour), rest @ ..] => Some((amount.checked_mul(60)?, about, rest)),
        _ => None,
    }
}

fn plus_days(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let amount = u32::try_from(days.unsigned_abs()).ok()?;
    plus(today, amount, Unit::Day, days < 0)
}

/// The day that is so many units before or after a day.
pub(super) fn plus(from: NaiveDate, amount: u32, unit: Unit, past: bool) -> Option<NaiveDate> {
    let (days, months) = match unit {
        Unit::Day => (amount, 0),
        Unit::Week | Unit::Weekend => (amount.checked_mul(7)?, 0),
        Unit::Fortnight => (amount.checked_mul(14)?, 0),
        Unit::Month => (0, amount),
        Unit::Year => (0, amount.checked_mul(12)?),
        Unit::Minute | Unit::Hour => return None,
    };
    let (days, months) = (Days::new(days.into()), Months::new(months));
    if past {
        from.checked_sub_months(months)?.checked_sub_days(days)
    } else {
        from.checked_add_months(months)?.checked_add_days(days)
    }
}
