//! A day of the calendar.

use std::str::FromStr;

use chrono::{Days, NaiveDate};

use super::text::{NotAsKept, number, text_form};

/// A day of the calendar, of a year from 0000 to 9999. Its text is "2026-03-14", so that text order is
/// time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

text_form!(Day);

impl Day {
    /// The day as chrono has it, to reckon with.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day as one types it: "9 March 2026".
    pub(crate) fn typed(self) -> String {
        self.0.format("%-d %B %Y").to_string()
    }

    /// So many days later; the same day beyond all calendars.
    pub(crate) fn plus(self, days: u64) -> Self {
        let later = self.0.checked_add_days(Days::new(days));
        later.unwrap_or(self.0).into()
    }
}

/// Of a year that has no four digits, the nearest day that has.
impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap_or(date);
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(date);
        Self(date.clamp(first, last))
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl PartialEq<NaiveDate> for Day {
    fn eq(&self, date: &NaiveDate) -> bool {
        self.0 == *date
    }
}

impl PartialOrd<NaiveDate> for Day {
    fn partial_cmp(&self, date: &NaiveDate) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = NotAsKept;

    fn from_str(text: &str) -> Result<Self, NotAsKept> {
        read(text).ok_or(NotAsKept("a day"))
    }
}

fn read(text: &str) -> Option<Day> {
    if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
        return None;
    }
    let year = i32::try_from(number(text.get(..4), 4)?).ok()?;
    let (month, day) = (number(text.get(5..7), 2)?, number(text.get(8..), 2)?);
    NaiveDate::from_ymd_opt(year, month, day).map(Day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_kept_form_is_read() {
        let day: Day = "2024-02-29".parse().unwrap();
        assert_eq!(day.date(), NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
        for text in [
            "",
            "2026-2-03",
            "2026-02-30",
            "+2026-02-03",
            " 2026-02-03",
            "2026-02-03 ",
            "2026/02/03",
            "20260203",
            "2026-02-0x",
            "02026-02-3",
            "2026-02-03T00:00",
            "2026-é-03",
            "–026-02-3",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotAsKept("a day")), "{text}");
        }
    }

    #[test]
    fn a_year_beyond_four_digits_gives_the_nearest_day() {
        let kept = |date: NaiveDate| Day::from(date).to_string();
        assert_eq!(kept(NaiveDate::MAX), "9999-12-31");
        assert_eq!(kept(NaiveDate::MIN), "0000-01-01");
    }

    proptest! {
        #[test]
        fn text_order_is_time_order(one in 0_i64..3_652_424, other in 0_i64..3_652_424) {
            let day = |days| Day::from(NaiveDate::from_ymd_opt(0, 1, 1).unwrap() + chrono::Duration::days(days));
            let (one, other) = (day(one), day(other));
            prop_assert_eq!(one.to_string().cmp(&other.to_string()), one.cmp(&other));
            prop_assert_eq!(one.to_string().parse::<Day>(), Ok(one));
            prop_assert_eq!(serde_json::to_string(&one).unwrap(), format!("\"{one}\""));
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".{0,12}") {
            let _read = text.parse::<Day>();
        }
    }
}
