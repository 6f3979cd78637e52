//! A clock that tests set. Debug builds of Kith read the time from the file that `KITH_CLOCK` names.

use std::fs;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use kith_core::Moment;
use rustix::fs::inotify;

use crate::desk::Desk;
use crate::wait::{LONG, until};

/// Reads of the clock to wait for. The first may belong to a round of reminders that began before the
/// clock was set; the second starts a complete round; the third comes after that round has ended.
const ROUNDS: usize = 3;
/// Reads less than this apart belong to the same round. Kith begins a round every 200 ms.
const ROUND: std::time::Duration = std::time::Duration::from_millis(100);

/// A clock that stands still until the test moves it.
pub struct Clock {
    file: PathBuf,
    now: Moment,
    looks: OwnedFd,
}

impl Desk {
    /// Sets Kith's clock to an instant (RFC 3339) and a zone (IANA).
    pub fn clock(&self, instant: &str, zone: &str) -> Clock {
        let now = Moment {
            utc: instant_of(instant),
            zone: zone_of(zone),
        };
        let file = self.clock_file();
        let looks = write(&file, &now);
        Clock { file, now, looks }
    }
}

impl Clock {
    /// The current moment of this clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The moment that is `days` days earlier.
    pub fn days_ago(&self, days: i64) -> Moment {
        Moment {
            utc: self.now.utc - Duration::days(days),
            ..self.now
        }
    }

    /// Sets the clock to an instant, later or earlier.
    pub fn to(&mut self, instant: &str) {
        self.now.utc = instant_of(instant);
        self.looks = write(&self.file, &self.now);
    }

    /// Moves the clock by minutes; back if they are negative.
    pub fn on(&mut self, minutes: i64) {
        self.now.utc += Duration::minutes(minutes);
        self.looks = write(&self.file, &self.now);
    }

    /// Changes the time zone.
    pub fn zone(&mut self, zone: &str) {
        self.now.zone = zone_of(zone);
        self.looks = write(&self.file, &self.now);
    }

    /// Waits until Kith has read the clock as it was last set and finished a round of reminders.
    #[track_caller]
    pub fn seen(&self) {
        let (mut rounds, mut last) = (0, None::<Instant>);
        until("Kith looks at the clock", LONG, || {
            let apart = last.is_none_or(|last| last.elapsed() >= ROUND);
            if was_closed(&self.looks) {
                rounds += usize::from(apart);
                last = Some(Instant::now());
            }
            (rounds >= ROUNDS).then_some(())
        });
    }
}

/// Replaces the file atomically. Returns a file descriptor that reports each time the file is read.
fn write(file: &Path, now: &Moment) -> OwnedFd {
    let local = now.utc.with_timezone(&now.zone);
    let text = format!("{}\n{}\n", local.to_rfc3339(), now.zone.name());
    let new = file.with_extension("new");
    let watched = fs::write(&new, text).and_then(|()| {
        let looks = inotify::init(inotify::CreateFlags::NONBLOCK | inotify::CreateFlags::CLOEXEC)?;
        inotify::add_watch(&looks, &new, inotify::WatchFlags::CLOSE_NOWRITE)?;
        fs::rename(&new, file)?;
        Ok(looks)
    });
    watched.unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// Whether the file was read and closed since the last call.
fn was_closed(looks: &OwnedFd) -> bool {
    let mut room = [MaybeUninit::uninit(); 1024];
    let mut events = inotify::Reader::new(looks, &mut room);
    let mut closed = false;
    while let Ok(event) = events.next() {
        closed |= event.events().contains(inotify::ReadFlags::CLOSE_NOWRITE);
    }
    closed
}

fn instant_of(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text)
        .unwrap_or_else(|e| panic!("{text}: {e}"))
        .to_utc()
}

fn zone_of(name: &str) -> Tz {
    name.parse().unwrap_or_else(|e| panic!("{name}: {e}"))
}
