//! A time of day.

use std::str::FromStr;

use chrono::{NaiveTime, Timelike};

use super::text::{NotAsKept, number, text_form};

/// A time of day to the minute. Its text is "09:00", 00:00–23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(NaiveTime);

text_form!(ClockTime);

impl ClockTime {
    /// The time as chrono has it, to reckon with.
    pub fn time(self) -> NaiveTime {
        self.0
    }
}

/// Without its seconds.
impl From<NaiveTime> for ClockTime {
    fn from(time: NaiveTime) -> Self {
        let minute = NaiveTime::from_hms_opt(time.hour(), time.minute(), 0);
        Self(minute.unwrap_or(time))
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl FromStr for ClockTime {
    type Err = NotAsKept;

    fn from_str(text: &str) -> Result<Self, NotAsKept> {
        read(text).ok_or(NotAsKept("a time of day"))
    }
}

fn read(text: &str) -> Option<ClockTime> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (number(Some(hour), 2)?, number(Some(minute), 2)?);
    NaiveTime::from_hms_opt(hour, minute, 0).map(ClockTime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_kept_form_is_read() {
        for text in ["00:00", "09:05", "23:59"] {
            let read: ClockTime = text.parse().unwrap();
            assert_eq!(read.to_string(), text);
        }
        for text in [
            "", "9:00", "24:00", "12:60", "12:00:00", "1200", "12:0é", "ab:cd",
        ] {
            assert_eq!(text.parse::<ClockTime>(), Err(NotAsKept("a time of day")));
        }
    }

    #[test]
    fn seconds_go() {
        let time = NaiveTime::from_hms_opt(9, 5, 59).unwrap();
        assert_eq!(ClockTime::from(time).to_string(), "09:05");
    }
}
