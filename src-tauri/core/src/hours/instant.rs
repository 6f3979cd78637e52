//! Converts local times to instants. Clock changes skip some local times and repeat others.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz, TzOffset};

/// The instants at which local time has a certain value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instant {
    /// One instant, the usual case.
    Once(DateTime<Utc>),
    /// Two instants, because the clock was put back over this time.
    Twice {
        /// The instant before the clock was put back.
        first: DateTime<Utc>,
        /// The instant after it was put back.
        second: DateTime<Utc>,
    },
    /// No instant, because the clock was put forward over this time.
    Never {
        /// The first instant after the gap.
        after: DateTime<Utc>,
    },
}

impl Instant {
    /// The first instant at which local time is this time or later.
    pub(crate) fn earliest(self) -> DateTime<Utc> {
        match self {
            Self::Once(at) | Self::Twice { first: at, .. } | Self::Never { after: at } => at,
        }
    }

    /// The first instant after which local time is never earlier than this time.
    pub(crate) fn latest(self) -> DateTime<Utc> {
        match self {
            Self::Once(at) | Self::Twice { second: at, .. } | Self::Never { after: at } => at,
        }
    }
}

/// The instant or instants of a local time in a zone.
pub(crate) fn instant(zone: Tz, day: NaiveDate, time: NaiveTime) -> Instant {
    let local = day.and_time(time);
    match zone.offset_from_local_datetime(&local) {
        chrono::MappedLocalTime::Single(offset) => Instant::Once(minus(local, offset)),
        chrono::MappedLocalTime::Ambiguous(before, after) => Instant::Twice {
            first: minus(local, before),
            second: minus(local, after),
        },
        chrono::MappedLocalTime::None => Instant::Never {
            after: GapInfo::new(&local, &zone)
                .and_then(|gap| gap.begin)
                .map_or_else(|| local.and_utc(), |(begin, offset)| minus(begin, offset)),
        },
    }
}

/// The local time of an instant in a zone.
pub(super) fn local(zone: Tz, at: DateTime<Utc>) -> NaiveDateTime {
    let utc = at.naive_utc();
    let offset = zone.offset_from_utc_datetime(&utc).fix();
    // Overflows only at the ends of chrono's calendar, where chrono's own conversion panics.
    utc.checked_add_offset(offset).unwrap_or(utc)
}

fn minus(local: NaiveDateTime, offset: TzOffset) -> DateTime<Utc> {
    local
        .checked_sub_offset(offset.fix())
        .unwrap_or(local)
        .and_utc()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use chrono::Duration;

    /// An instant at which a zone's clock was moved, and its offsets before and after.
    #[derive(Clone, Copy, Debug)]
    pub struct Change {
        pub at: DateTime<Utc>,
        pub before: Duration,
        pub after: Duration,
    }

    fn offset(zone: Tz, at: DateTime<Utc>) -> Duration {
        local(zone, at) - at.naive_utc()
    }

    /// All clock changes of a zone from 1970 to 2037 that lasted for a day or more.
    pub fn changes(zone: Tz) -> Vec<Change> {
        let mut found = Vec::new();
        let mut at = Utc.with_ymd_and_hms(1970, 1, 1, 0, 0, 0).unwrap();
        let mut before = offset(zone, at);
        while at < Utc.with_ymd_and_hms(2038, 1, 1, 0, 0, 0).unwrap() {
            let next = at + Duration::days(1);
            let after = offset(zone, next);
            if after != before {
                let (mut low, mut high) = (at, next);
                while high - low > Duration::seconds(1) {
                    let middle = low + Duration::seconds((high - low).num_seconds() / 2);
                    if offset(zone, middle) == before {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                found.push(Change {
                    at: high,
                    before,
                    after,
                });
            }
            (at, before) = (next, after);
        }
        found
    }

    fn shown(zone: Tz, local: NaiveDateTime) -> Instant {
        instant(zone, local.date(), local.time())
    }

    #[test]
    fn every_clock_change_of_every_zone_since_1970() {
        let second = Duration::seconds(1);
        let mut seen = 0;
        for zone in chrono_tz::TZ_VARIANTS {
            for change in changes(zone) {
                let utc = change.at.naive_utc();
                let (old, new) = (utc + change.before, utc + change.after);
                let before = Instant::Once(change.at - second);
                if new > old {
                    let gap = Instant::Never { after: change.at };
                    assert_eq!(shown(zone, old - second), before, "{zone} {change:?}");
                    assert_eq!(shown(zone, old), gap, "{zone} {change:?}");
                    assert_eq!(shown(zone, new - second), gap, "{zone} {change:?}");
                    assert_eq!(shown(zone, new), Instant::Once(change.at), "{zone}");
                } else {
                    let long = old - new;
                    let twice = |first| Instant::Twice {
                        first,
                        second: first + long,
                    };
                    let one_before = change.at - long - second;
                    assert_eq!(shown(zone, new - second), Instant::Once(one_before));
                    assert_eq!(shown(zone, new), twice(change.at - long), "{zone}");
                    assert_eq!(shown(zone, old - second), twice(change.at - second));
                    assert_eq!(shown(zone, old), Instant::Once(change.at + long));
                }
                seen += 1;
            }
        }
        assert!(seen > 20_000, "{seen}");
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_panic() {
        for zone in chrono_tz::TZ_VARIANTS {
            for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
                let there = local(zone, at);
                let _read = shown(zone, there);
            }
        }
    }
}
