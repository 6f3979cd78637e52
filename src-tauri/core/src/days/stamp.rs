//! An instant.

use std::str::FromStr;

use chrono::{DateTime, Duration, NaiveDateTime, SubsecRound, Utc};

use super::clock_time::ClockTime;
use super::day::Day;
use super::text::{NotAsKept, number, text_form};
use crate::moment::Moment;

/// An instant to the second. Its text is in UTC, "2026-03-14T09:00:00Z", so that text order is time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(DateTime<Utc>);

text_form!(Stamp);

impl Stamp {
    /// The instant as chrono has it, to reckon with.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

/// Without its fraction of a second; of a year that has no four digits, the same time of the nearest day
/// that has.
impl From<DateTime<Utc>> for Stamp {
    fn from(utc: DateTime<Utc>) -> Self {
        let day = Day::from(utc.date_naive());
        Self(day.date().and_time(utc.time()).and_utc().trunc_subsecs(0))
    }
}

impl Moment {
    /// The instant as it is stored.
    pub fn stamp(&self) -> Stamp {
        Stamp::from(self.utc)
    }

    /// The wall-clock date and time of an instant in the person's zone.
    pub fn local_of(&self, stamp: Stamp) -> NaiveDateTime {
        stamp.0.with_timezone(&self.zone).naive_local()
    }

    /// The same as the page is told it: "2026-03-14T09:00:00".
    pub fn local_text_of(&self, stamp: Stamp) -> String {
        let then = Self {
            utc: stamp.0,
            ..*self
        };
        then.local_text()
    }

    /// The calendar day of an instant in the person's zone.
    pub fn day_of(&self, stamp: Stamp) -> Day {
        self.local_of(stamp).date().into()
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.format("%Y-%m-%dT%H:%M:%SZ").fmt(f)
    }
}

impl FromStr for Stamp {
    type Err = NotAsKept;

    fn from_str(text: &str) -> Result<Self, NotAsKept> {
        read(text).ok_or(NotAsKept("an instant"))
    }
}

fn read(text: &str) -> Option<Stamp> {
    let (day, rest) = text.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let (minute, seconds) = (rest.get(..5)?, rest.get(5..)?);
    let time: ClockTime = minute.parse().ok()?;
    let seconds = seconds.strip_prefix(':')?.strip_suffix('Z')?;
    let seconds = number(Some(seconds), 2).filter(|seconds| *seconds < 60)?;
    let at = day.date().and_time(time.time()) + Duration::seconds(seconds.into());
    Some(Stamp(at.and_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_kept_form_is_read() {
        let text = "2026-03-14T09:05:59Z";
        let stamp: Stamp = text.parse().unwrap();
        assert_eq!(stamp.to_string(), text);
        for text in [
            "",
            "2026-03-14",
            "2026-03-14T09:05Z",
            "2026-03-14T09:05:59",
            "2026-03-14T09:05:60Z",
            "2026-03-14T09:05:59.5Z",
            "2026-03-14T09:05:59+01:00",
            "2026-03-14 09:05:59Z",
            "2026-3-14T09:05:59Z",
            "2026-03-14T9é:05:59Z",
        ] {
            assert_eq!(
                text.parse::<Stamp>(),
                Err(NotAsKept("an instant")),
                "{text}"
            );
        }
    }

    #[test]
    fn fractions_of_a_second_go() {
        let utc = "2026-03-14T09:05:59.987Z".parse::<DateTime<Utc>>().unwrap();
        let stamp = Stamp::from(utc);
        assert_eq!(stamp.to_string(), "2026-03-14T09:05:59Z");
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        let last = Stamp::from(DateTime::<Utc>::MAX_UTC);
        assert_eq!(last.to_string(), "9999-12-31T23:59:59Z");
    }
}
