//! The time, as the shell's clock tells it. Core never reads a clock.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// An instant, and the zone in which the person lives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub utc: DateTime<Utc>,
    /// The person's time zone.
    pub zone: Tz,
}

impl Moment {
    /// The calendar day in the person's zone.
    pub fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// Wall-clock date and time in the person's zone.
    pub fn local(&self) -> NaiveDateTime {
        self.utc.with_timezone(&self.zone).naive_local()
    }

    /// The same as the page is told it: "2026-03-14T09:00:00".
    pub fn local_text(&self) -> String {
        self.local().format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}
