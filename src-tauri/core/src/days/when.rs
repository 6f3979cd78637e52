//! A day that may have a time.

use chrono_tz::Tz;

use super::clock_time::ClockTime;
use super::day::Day;

/// A day and, where one was said, a time with the zone in which it is meant. A day without a time is the
/// person's own wherever they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) on: Day,
    pub(crate) at: Option<(ClockTime, Tz)>,
}

impl When {
    /// A day without a time.
    pub(crate) fn day(on: impl Into<Day>) -> Self {
        Self {
            on: on.into(),
            at: None,
        }
    }

    /// The time, as a column keeps it.
    pub(crate) fn time(&self) -> Option<ClockTime> {
        self.at.map(|(time, _)| time)
    }

    /// The zone of the time, as a column keeps it.
    pub(crate) fn zone(&self) -> Option<Tz> {
        self.at.map(|(_, zone)| zone)
    }
}
