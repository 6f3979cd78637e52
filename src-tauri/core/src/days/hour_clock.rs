//! Whether times of day are shown with 24 hours or with 12, and the one function that writes them.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// How times of day are shown. What is typed is understood in both forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HourClock {
    /// 15:00.
    #[default]
    TwentyFour,
    /// 3:00 pm.
    Twelve,
}

impl HourClock {
    /// A time of day as the screen shows it: "09:00" and "15:00", or "9:00 am" and "3:00 pm". Seconds are left
    /// out. All texts that core writes for people take their times from here.
    pub(crate) fn time_words(self, time: NaiveTime) -> String {
        let form = match self {
            Self::TwentyFour => "%H:%M",
            Self::Twelve => "%-I:%M %P",
        };
        time.format(form).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_with_24_hours_or_with_12() {
        for (hour, minute, twenty_four, twelve) in [
            (0, 0, "00:00", "12:00 am"),
            (0, 5, "00:05", "12:05 am"),
            (9, 0, "09:00", "9:00 am"),
            (11, 59, "11:59", "11:59 am"),
            (12, 0, "12:00", "12:00 pm"),
            (15, 0, "15:00", "3:00 pm"),
            (23, 59, "23:59", "11:59 pm"),
        ] {
            let time = NaiveTime::from_hms_opt(hour, minute, 30).unwrap();
            assert_eq!(HourClock::TwentyFour.time_words(time), twenty_four);
            assert_eq!(HourClock::Twelve.time_words(time), twelve);
        }
    }
}
