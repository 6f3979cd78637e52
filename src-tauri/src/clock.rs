//! The only module that reads the system's clock.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant, SystemTime};

use chrono::DateTime;
use kith_core::Moment;

use crate::mutex::locked;
use crate::zone::zone;

/// The current time, in the user's time zone.
pub fn now() -> Moment {
    CLOCK_FILE
        .as_deref()
        .and_then(last_in_file)
        .unwrap_or_else(|| Moment {
            utc: DateTime::from(SystemTime::now()),
            zone: zone(),
        })
}

/// The file that overrides the clock in tests, named by `KITH_CLOCK`. Its first line is an
/// instant (RFC 3339), an optional second line an IANA time zone. Builds without debug
/// assertions, such as packages, ignore it.
static CLOCK_FILE: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    if !cfg!(debug_assertions) {
        return None;
    }
    std::env::var_os("KITH_CLOCK").map(PathBuf::from)
});

/// Whether a file overrides the clock. Then time can jump.
pub fn is_told() -> bool {
    CLOCK_FILE.is_some()
}

/// What the file says. If it cannot be parsed, because it is just being written, what it said before.
fn last_in_file(file: &Path) -> Option<Moment> {
    static LAST: Mutex<Option<Moment>> = Mutex::new(None);
    let mut last = locked(&LAST);
    *last = read_file(file).or(*last);
    *last
}

fn read_file(file: &Path) -> Option<Moment> {
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

/// A limit on how often something is done.
pub struct Pace {
    pause: Duration,
    last: Option<Instant>,
}

impl Pace {
    /// At most once per `pause`. The first time is always due.
    pub fn of(pause: Duration) -> Self {
        Self { pause, last: None }
    }

    /// Whether it is due now. If so, the pause begins anew.
    pub fn is_due(&mut self) -> bool {
        let due = self.last.is_none_or(|last| last.elapsed() >= self.pause);
        if due {
            self.last = Some(Instant::now());
        }
        due
    }
}

/// Measures how long something takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since `start`.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;

    #[test]
    fn a_file_tells_the_time_and_the_zone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("clock");
        assert_eq!(read_file(&file), None);
        std::fs::write(&file, "2026-03-10T10:42:00+01:00\nEurope/Oslo\n").unwrap();
        let moment = read_file(&file).unwrap();
        assert_eq!(moment.stamp().to_string(), "2026-03-10T09:42:00Z");
        assert_eq!(moment.zone, Tz::Europe__Oslo);
        std::fs::write(&file, "half past nine").unwrap();
        assert_eq!(read_file(&file), None);
    }
}
