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

    /// The instant as it is stored: ISO 8601 in UTC, so that text order is time order.
    pub fn stamp(&self) -> String {
        self.utc.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// The stamp of an instant `days` earlier.
    pub fn stamp_days_ago(&self, days: i64) -> String {
        Moment {
            utc: self.utc - chrono::Duration::days(days),
            ..*self
        }
        .stamp()
    }

    /// The local date of a stored stamp, `None` where it is not one.
    pub fn local_of(&self, stamp: &str) -> Option<NaiveDateTime> {
        let utc: DateTime<Utc> = stamp.parse().ok()?;
        Some(utc.with_timezone(&self.zone).naive_local())
    }
}
