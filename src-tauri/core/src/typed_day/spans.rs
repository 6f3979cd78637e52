//! Parses months, quarters, seasons and years, and their parts: "october", "spring 2025", "end of last month".

use chrono::{Datelike, Months, NaiveDate};

use super::words::{Unit, Word};
use super::{Context, Found, Lean, without_article};
use crate::days::{Span, Third};

/// The span that the words as a whole mean; of "end of month" and the like when planning, its day.
pub(super) fn span(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let words = without_article(words);
    third(words, at).or_else(|| {
        let span = whole(words, at)?;
        // "2026" alone is no day to plan.
        let is_day = |span: Span| span.days().is_some_and(|(first, _)| first > at.today());
        match (words, at.lean) {
            ([Word::Figure(..)], Lean::Future) if !is_day(span) => None,
            _ => Some(Found::Span(span)),
        }
    })
}

fn whole(words: &[Word<'_>], at: Context<'_>) -> Option<Span> {
    let today = at.today();
    let year = today.year();
    let near = |which: Word<'_>| match which {
        Word::Last | Word::Past => Some(-1),
        Word::This => Some(0),
        Word::Next => Some(1),
        _ => None,
    };
    match *words {
        [Word::Figure(_, 4)] => Some(Span::Year(typed_year(words.first()?)?)),
        [which, Word::Unit(Unit::Year)] => Some(Span::Year(year + near(which)?)),
        [which, Word::Unit(Unit::Month)] => month_from(today, near(which)?),
        [which, Word::Quarter] => quarter_from(today, near(which)?),
        [Word::Earlier, Word::This, Word::Unit(Unit::Month)] => month_from(today, 0),
        [Word::Earlier, Word::This, Word::Unit(Unit::Year)] => Some(Span::Year(year)),
        [ref first, ref rest @ ..] => named(first, rest, at).or_else(|| {
            let ahead = near(*first)?;
            let [name] = rest else { return None };
            beside(name, ahead, today)
        }),
        [] => None,
    }
}

fn typed_year(word: &Word<'_>) -> Option<i32> {
    let year = i32::try_from(word.year()?).ok()?;
    super::YEARS.contains(&year).then_some(year)
}

/// "october", "october 2025", "october last year", "summer of 2024", "q3".
fn named(name: &Word<'_>, rest: &[Word<'_>], at: Context<'_>) -> Option<Span> {
    let today = at.today();
    let of = in_year(name)?;
    let rest = match rest {
        [Word::Of, rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    match *rest {
        [] => {
            let years = -1..=1;
            let spans: Vec<Span> = years.map(|ahead| of(today.year() + ahead)).collect();
            let starts = |span: &Span| span.days().map(|(first, _)| first);
            let ends = |span: &Span| span.days().map(|(_, last)| last);
            match at.lean {
                Lean::Past => spans
                    .into_iter()
                    .rev()
                    .find(|span| starts(span) <= Some(today)),
                Lean::Future => spans.into_iter().find(|span| ends(span) >= Some(today)),
            }
        }
        [ref year] => Some(of(typed_year(year)?)),
        [Word::Last, Word::Unit(Unit::Year)] => Some(of(today.year() - 1)),
        [Word::This, Word::Unit(Unit::Year)] => Some(of(today.year())),
        [Word::Next, Word::Unit(Unit::Year)] => Some(of(today.year() + 1)),
        _ => None,
    }
}

/// How a month, season or quarter makes a span of a year.
fn in_year(name: &Word<'_>) -> Option<impl Fn(i32) -> Span + use<>> {
    let name = match *name {
        Word::Month(month) => Span::Month(0, month),
        Word::Season(season) => Span::Season(0, season),
        Word::Other(text) => {
            let quarter = text.strip_prefix('q').and_then(super::words::figure)?;
            Some(Span::Quarter(0, quarter)).filter(|_| (1..=4).contains(&quarter))?
        }
        _ => return None,
    };
    Some(move |year| match name {
        Span::Month(_, month) => Span::Month(year, month),
        Span::Season(_, season) => Span::Season(year, season),
        Span::Quarter(_, quarter) => Span::Quarter(year, quarter),
        other => other,
    })
}

/// "last october": the newest one that is over; "next spring": the first one to come.
fn beside(name: &Word<'_>, ahead: i32, today: NaiveDate) -> Option<Span> {
    let of = in_year(name)?;
    let year = today.year();
    let mut spans = (-2..=2).map(|years| of(year + years));
    match ahead {
        -1 => spans
            .rev()
            .find(|span| span.days().is_some_and(|(_, last)| last < today)),
        1 => spans.find(|span| span.days().is_some_and(|(first, _)| first > today)),
        _ => Some(of(year)),
    }
}

fn month_from(today: NaiveDate, ahead: i32) -> Option<Span> {
    let first = today.with_day(1)?;
    let months = Months::new(ahead.unsigned_abs());
    let first = match ahead < 0 {
        true => first.checked_sub_months(months)?,
        false => first.checked_add_months(months)?,
    };
    Some(Span::Month(first.year(), first.month()))
}

fn quarter_from(today: NaiveDate, ahead: i32) -> Option<Span> {
    let quarter = i32::try_from(today.month0() / 3).ok()? + ahead;
    let number = u32::try_from(quarter.rem_euclid(4) + 1).ok()?;
    Some(Span::Quarter(today.year() + quarter.div_euclid(4), number))
}

/// "mid november", "end of next month", "beginning of 2025", "first week of october".
fn third(words: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let (third, rest) = match words {
        [Word::Third(third), rest @ ..] => (*third, rest),
        [Word::First, Word::Unit(Unit::Week), rest @ ..] => (Third::Early, rest),
        [Word::Ordinal(2 | 3), Word::Unit(Unit::Week), rest @ ..] => (Third::Mid, rest),
        [
            Word::Last | Word::Ordinal(4),
            Word::Unit(Unit::Week),
            rest @ ..,
        ] => (Third::Late, rest),
        [Word::Other(word)] | [Word::Other(word), _] => return hyphened(word, words.get(1..)?, at),
        _ => return None,
    };
    let rest = match rest {
        [Word::Of, rest @ ..] => rest,
        all => all,
    };
    let span = match without_article(rest) {
        [] => return None,
        [Word::Unit(Unit::Month)] => month_from(at.today(), 0)?,
        [Word::Unit(Unit::Year)] => Span::Year(at.today().year()),
        [Word::Quarter] => quarter_from(at.today(), 0)?,
        some => whole(some, at)?,
    };
    part(span, third, at)
}

/// "mid-november", "late-2025".
fn hyphened(word: &str, rest: &[Word<'_>], at: Context<'_>) -> Option<Found> {
    let (first, second) = word.split_once('-')?;
    let Word::Third(part_of) = super::words::word(first) else {
        return None;
    };
    let mut named = vec![super::words::word(second)];
    named.extend(rest);
    part(whole(&named, at)?, part_of, at)
}

/// The third of a span. Of a year and a season it is about a month, of a quarter a month.
fn part(span: Span, third: Third, at: Context<'_>) -> Option<Found> {
    let (first, last) = span.days()?;
    let part = match span {
        Span::Month(year, month) => Span::Third(year, month, third),
        Span::Year(_) | Span::Season(..) | Span::Quarter(..) => {
            let middle = span.counted_as(NaiveDate::MAX)?;
            let in_part = match third {
                Third::Early => first,
                Third::Mid => middle,
                Third::Late => last,
            };
            Span::Month(in_part.year(), in_part.month())
        }
        Span::Third(..) | Span::Week(_) | Span::Weekend(_) => return None,
    };
    if at.lean == Lean::Past {
        return Some(Found::Span(part));
    }
    let (part_first, _) = part.days()?;
    Some(Found::Day(match third {
        Third::Late => last,
        Third::Mid if matches!(part, Span::Third(..)) => part.counted_as(NaiveDate::MAX)?,
        Third::Early | Third::Mid => part_first,
    }))
}
