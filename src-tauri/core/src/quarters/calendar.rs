//! Quarters of the calendar. Pure.

use chrono::{Datelike, Days, NaiveDate};

use crate::days::Day;

/// A quarter of the calendar, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Quarter(NaiveDate);

impl Quarter {
    /// The quarter in which a day is.
    pub(crate) fn of(day: NaiveDate) -> Self {
        let month = day.month0() / 3 * 3 + 1;
        Self(NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day))
    }

    /// The quarter that begins on this day, if one does.
    pub(crate) fn beginning(day: Day) -> Option<Self> {
        let quarter = Self::of(day.date());
        (quarter.0 == day.date()).then_some(quarter)
    }

    /// The quarter that one looks back at on a day: the last one that is over when the day is. On its own last day
    /// a quarter can be looked back at.
    pub(crate) fn to_review(today: NaiveDate) -> Self {
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        Self::of(tomorrow).before()
    }

    /// Its first day.
    pub(crate) fn first(self) -> Day {
        self.0.into()
    }

    /// Its last day.
    pub(crate) fn last(self) -> Day {
        let next = self.next().0;
        next.checked_sub_days(Days::new(1)).unwrap_or(next).into()
    }

    /// The quarter after it.
    pub(crate) fn next(self) -> Self {
        // A quarter has 92 days at most, and 93 days after its first one is in the next.
        Self::of(self.0.checked_add_days(Days::new(93)).unwrap_or(self.0))
    }

    /// The quarter before it.
    pub(crate) fn before(self) -> Self {
        Self::of(self.0.checked_sub_days(Days::new(1)).unwrap_or(self.0))
    }

    /// "January to March 2026".
    pub(crate) fn name(self) -> String {
        let last = self.last().date();
        format!("{} to {}", self.0.format("%B"), last.format("%B %Y"))
    }

    /// "Q1 2026".
    pub(crate) fn short_name(self) -> String {
        format!("Q{} {}", self.0.month0() / 3 + 1, self.0.year())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;
    use crate::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_can_be_looked_back_at_from_its_last_day_on() {
        for (today, name) in [
            ("2026-03-30", "October to December 2025"),
            ("2026-03-31", "January to March 2026"),
            ("2026-04-01", "January to March 2026"),
            ("2026-06-29", "January to March 2026"),
            ("2026-06-30", "April to June 2026"),
            ("2026-12-31", "October to December 2026"),
        ] {
            assert_eq!(Quarter::to_review(day(today)).name(), name, "{today}");
        }
        let first = Quarter::of(day("2024-02-29"));
        assert_eq!(
            (first.first().to_string(), first.last().to_string()),
            ("2024-01-01".to_owned(), "2024-03-31".to_owned())
        );
        assert_eq!(first.short_name(), "Q1 2024");
        assert_eq!(Quarter::beginning("2026-04-02".parse().unwrap()), None);
    }

    #[test]
    fn the_zone_says_in_which_quarter_a_moment_is() {
        let moment = |utc: &str, zone: Tz| Moment {
            utc: utc.parse::<DateTime<Utc>>().unwrap(),
            zone,
        };
        let name = |at: Moment| Quarter::of(at.today()).short_name();
        // 30 June, 23:30 in London is 1 July in Kiritimati and still the afternoon in Los Angeles.
        let at = "2026-06-30T22:30:00Z";
        assert_eq!(name(moment(at, chrono_tz::Europe::London)), "Q2 2026");
        assert_eq!(name(moment(at, chrono_tz::Pacific::Kiritimati)), "Q3 2026");
        assert_eq!(name(moment(at, chrono_tz::America::Los_Angeles)), "Q2 2026");
        // Summer time began on 29 March in Berlin: on 31 March, 22:30 UTC is 00:30 of 1 April.
        let at = "2026-03-31T22:30:00Z";
        assert_eq!(name(moment(at, chrono_tz::Europe::Berlin)), "Q2 2026");
        let at = "2026-03-31T21:59:59Z";
        assert_eq!(name(moment(at, chrono_tz::Europe::Berlin)), "Q1 2026");
    }

    proptest! {
        #[test]
        fn quarters_follow_each_other_without_a_gap(days in 0_u64..3_000_000) {
            let day = day("0001-01-01") + Days::new(days);
            let quarter = Quarter::of(day);
            prop_assert!((quarter.first().date()..=quarter.last().date()).contains(&day));
            prop_assert_eq!(quarter.next().before(), quarter);
            prop_assert_eq!(quarter.before().next(), quarter);
            prop_assert_eq!(quarter.last().date() + Days::new(1), quarter.next().first().date());
            let length = (quarter.last().date() - quarter.first().date()).num_days() + 1;
            prop_assert!((90..=92).contains(&length));
            let reviewed = Quarter::to_review(day);
            prop_assert!(reviewed.last().date() <= day);
            prop_assert!(reviewed.next().last().date() > day);
        }
    }
}
