//! The only reader of the clock and of the system's time zone.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant, SystemTime};

use chrono::DateTime;
use chrono_tz::Tz;
use kith_core::Moment;

use crate::mutex::locked;

/// Now, in the zone in which the person lives it.
pub fn now() -> Moment {
    TOLD.as_deref()
        .and_then(told_last)
        .unwrap_or_else(|| Moment {
            utc: DateTime::from(SystemTime::now()),
            zone: zone(),
        })
}

/// A file that tells the time, for tests: `KITH_CLOCK` names it. Its first line is an instant
/// (RFC 3339), a second one may be a zone (IANA). Builds without debug assertions, as packages are,
/// never look.
static TOLD: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    if !cfg!(debug_assertions) {
        return None;
    }
    std::env::var_os("KITH_CLOCK").map(PathBuf::from)
});

/// Whether a file tells the time: it may move at any moment.
pub fn is_told() -> bool {
    TOLD.is_some()
}

/// What the file says, or said last: it may be read while it is being written.
fn told_last(file: &Path) -> Option<Moment> {
    static LAST: Mutex<Option<Moment>> = Mutex::new(None);
    let mut last = locked(&LAST);
    *last = told(file).or(*last);
    *last
}

fn told(file: &Path) -> Option<Moment> {
    let text = std::fs::read_to_string(file).ok()?;
    let mut lines = text.lines().map(str::trim);
    Some(Moment {
        utc: lines.next()?.parse().ok()?,
        zone: lines
            .next()
            .and_then(|name| name.parse().ok())
            .unwrap_or_else(zone),
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_the_time_and_the_zone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("clock");
        assert_eq!(told(&file), None);
        std::fs::write(&file, "2026-03-10T10:42:00+01:00\nEurope/Oslo\n").unwrap();
        let moment = told(&file).unwrap();
        assert_eq!(moment.stamp().to_string(), "2026-03-10T09:42:00Z");
        assert_eq!(moment.zone, Tz::Europe__Oslo);
        std::fs::write(&file, "half past nine").unwrap();
        assert_eq!(told(&file), None);
    }
}
