//! On which days a date is that comes each year. Pure.

use chrono::{Datelike, NaiveDate};

use crate::days::PartialDate;

/// A day of the year, and the first year in which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Yearly {
    month: u32,
    day: u32,
    /// `None` where the year is not known.
    since: Option<i32>,
}

impl Yearly {
    /// `None` where the day or the month is not known.
    pub(super) fn of(date: PartialDate) -> Option<Self> {
        let (month, day) = date.month.zip(date.day)?;
        let yearly = Self {
            month: month.into(),
            day: day.into(),
            since: date.year,
        };
        // A leap year has every day that there is.
        NaiveDate::from_ymd_opt(2000, yearly.month, yearly.day).map(|_| yearly)
    }

    /// The day in a year. In a year that is not a leap year, 28 February stands for 29 February.
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        if self.since.is_some_and(|since| year < since) {
            return None;
        }
        let day = NaiveDate::from_ymd_opt(year, self.month, self.day);
        day.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    }

    /// The first day on which it is, `from` or later; `None` at the end of the calendar.
    pub(super) fn next(self, from: NaiveDate) -> Option<NaiveDate> {
        let first = self.since.unwrap_or(from.year()).max(from.year());
        let in_year = |year| self.in_year(year).filter(|on| *on >= from);
        in_year(first).or_else(|| in_year(first.checked_add(1)?))
    }

    /// The last day on which it was, before `day`.
    pub(super) fn last(self, day: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year| self.in_year(year).filter(|on| *on < day);
        in_year(day.year()).or_else(|| in_year(day.year().checked_sub(1)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn yearly(text: &str) -> Option<Yearly> {
        Yearly::of(text.parse().unwrap())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_next_and_the_last_day() {
        for (date, today, last, next) in [
            ("--03-12", "2026-03-12", "2025-03-12", "2026-03-12"),
            ("--03-12", "2026-03-13", "2026-03-12", "2027-03-12"),
            ("1980-03-12", "2026-01-01", "2025-03-12", "2026-03-12"),
            ("--02-29", "2027-02-28", "2026-02-28", "2027-02-28"),
            ("--02-29", "2028-02-28", "2027-02-28", "2028-02-29"),
            ("--12-31", "2027-01-01", "2026-12-31", "2027-12-31"),
        ] {
            let yearly = yearly(date).unwrap();
            assert_eq!(yearly.last(day(today)), Some(day(last)), "{date}, {today}");
            assert_eq!(yearly.next(day(today)), Some(day(next)), "{date}, {today}");
        }
    }

    #[test]
    fn a_date_of_a_coming_year_is_not_before_it() {
        let opening = yearly("2028-05-01").unwrap();
        assert_eq!(opening.next(day("2026-03-12")), Some(day("2028-05-01")));
        assert_eq!(opening.last(day("2026-06-12")), None);
    }

    #[test]
    fn what_has_no_day_comes_on_none() {
        for text in ["1980", "1980-03", "--03"] {
            assert_eq!(yearly(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn there_is_one_in_each_year(of_year in 1_u32..=366, from in 0_i32..3_000_000) {
            let of_year = NaiveDate::from_yo_opt(2000, of_year).unwrap();
            let yearly = Yearly { month: of_year.month(), day: of_year.day(), since: None };
            let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
            let (last, next) = (yearly.last(from).unwrap(), yearly.next(from).unwrap());
            prop_assert!(last < from && from <= next);
            prop_assert_eq!(next.year() - last.year(), 1);
            prop_assert_eq!(yearly.next(last.succ_opt().unwrap()), Some(next));
            prop_assert_eq!(yearly.last(next), Some(last));
        }
    }
}
