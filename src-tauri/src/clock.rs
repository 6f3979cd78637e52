//! The only reader of the clock and of the system's time zone.

use std::time::{Duration, Instant, SystemTime};

use chrono::DateTime;
use chrono_tz::Tz;
use kith_core::Moment;

/// Now, in the zone in which the person lives it.
pub fn now() -> Moment {
    Moment {
        utc: DateTime::from(SystemTime::now()),
        zone: zone(),
    }
}

/// `TZ` where it names a zone, as programs expect; else the system's; else UTC.
fn zone() -> Tz {
    let named = std::env::var("TZ")
        .ok()
        .and_then(|name| name.trim_start_matches(':').parse().ok());
    let system = || {
        iana_time_zone::get_timezone()
            .ok()
            .and_then(|name| name.parse().ok())
    };
    named.or_else(system).unwrap_or(Tz::UTC)
}

/// Lets something happen at most once in a while.
pub struct Pace {
    pause: Duration,
    last: Option<Instant>,
}

impl Pace {
    /// Once in `pause`, and the first time.
    pub fn of(pause: Duration) -> Self {
        Self { pause, last: None }
    }

    /// Whether it is time.
    pub fn is_due(&mut self) -> bool {
        let due = self.last.is_none_or(|last| last.elapsed() >= self.pause);
        if due {
            self.last = Some(Instant::now());
        }
        due
    }
}

/// How long something took.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// From now on.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Until now.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
