//! From when a promise is spoken of: mine some days before its day, theirs some days after it. Pure.

use chrono::NaiveDate;

use crate::hours::Rules;

/// The notice is this part of the working days until the day.
const PART: usize = 5;
/// The longest notice, in working days.
const LONGEST: usize = 5;
/// Theirs are spoken of so many working days after their day.
const PATIENCE: usize = 3;
/// Where fewer working days come in so many days, calendar days count.
const SEARCHED: usize = 400;

/// The day on which a promise of mine for `due`, made or moved on `made`, first stands on Today and rings: a fifth of
/// the working days between, rounded down and at most five, before its day. A day without work cannot ring, so a
/// promise for one rings on the working day before it at the latest (our own rule). Never on or before `made`; `due` itself where nothing is left
/// between.
pub(crate) fn notice_day(made: NaiveDate, due: NaiveDate, rules: &Rules) -> NaiveDate {
    let between: Vec<NaiveDate> = std::iter::successors(Some(due), NaiveDate::pred_opt)
        .take_while(|day| *day > made)
        .filter(|day| rules.is_working_day(*day))
        .take(PART * LONGEST)
        .collect();
    let days = between.len() / PART;
    // `between` begins with `due` where that is a working day: then so many days before it is at that place.
    match between.first() {
        Some(first) if *first == due => between.get(days).copied().unwrap_or(due),
        Some(_) => between.get(days.saturating_sub(1)).copied().unwrap_or(due),
        None => due,
    }
}

/// Promises of theirs that were for a day before this one are spoken of today: three working days have come since.
pub(crate) fn theirs_before(today: NaiveDate, rules: &Rules) -> NaiveDate {
    let days = || std::iter::successors(Some(today), NaiveDate::pred_opt).take(SEARCHED);
    let working = days().filter(|day| rules.is_working_day(*day));
    working
        .into_iter()
        .nth(PATIENCE - 1)
        .or_else(|| days().nth(PATIENCE - 1))
        .unwrap_or(today)
}
