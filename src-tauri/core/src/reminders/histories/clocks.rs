//! Local clocks and working periods by the oracle's own reckoning: tables of offsets and whole
//! seconds, nothing of `crate::hours` but its data.

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::hours::Rules;

const DAY: i64 = 86_400;

/// So many years after 1970 are in the tables; histories begin before 2036 and live for 20.
const YEARS: i64 = 110;

/// Zones with every kind of oddity: half hours moved, midnights that come twice or never, days
/// left out, an hour less in winter, offsets of 45 minutes, changes twice within weeks.
pub(crate) const ZONES: [Tz; 40] = [
    Tz::UTC,
    Tz::Africa__Cairo,
    Tz::Africa__Casablanca,
    Tz::Africa__El_Aaiun,
    Tz::Africa__Johannesburg,
    Tz::Africa__Juba,
    Tz::Africa__Windhoek,
    Tz::America__Asuncion,
    Tz::America__Caracas,
    Tz::America__Godthab,
    Tz::America__Havana,
    Tz::America__Los_Angeles,
    Tz::America__Mexico_City,
    Tz::America__New_York,
    Tz::America__Santiago,
    Tz::America__Sao_Paulo,
    Tz::America__Scoresbysund,
    Tz::America__St_Johns,
    Tz::Antarctica__Troll,
    Tz::Asia__Amman,
    Tz::Asia__Beirut,
    Tz::Asia__Gaza,
    Tz::Asia__Kathmandu,
    Tz::Asia__Kolkata,
    Tz::Asia__Pyongyang,
    Tz::Asia__Tehran,
    Tz::Asia__Tokyo,
    Tz::Atlantic__Azores,
    Tz::Australia__Lord_Howe,
    Tz::Australia__Sydney,
    Tz::Europe__Dublin,
    Tz::Europe__Istanbul,
    Tz::Europe__London,
    Tz::Europe__Moscow,
    Tz::Europe__Oslo,
    Tz::Pacific__Apia,
    Tz::Pacific__Chatham,
    Tz::Pacific__Fakaofo,
    Tz::Pacific__Kiritimati,
    Tz::Pacific__Tongatapu,
];

/// A zone's offsets since 1970: each from when, and how many seconds east.
pub(crate) struct Clock {
    pieces: Vec<(i64, i64)>,
}

/// The clock of one of `ZONES`.
pub(crate) fn clock(zone: Tz) -> &'static Clock {
    static CLOCKS: [OnceLock<Clock>; ZONES.len()] = [const { OnceLock::new() }; ZONES.len()];
    let place = ZONES.iter().position(|known| *known == zone).unwrap();
    CLOCKS[place].get_or_init(|| Clock::of(zone))
}

pub(crate) fn utc(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

pub(crate) fn date(day: i64) -> NaiveDate {
    utc(day * DAY).date_naive()
}

pub(crate) fn number(date: NaiveDate) -> i64 {
    NaiveDateTime::from(date).and_utc().timestamp() / DAY
}

impl Clock {
    fn of(zone: Tz) -> Self {
        let offset = |at| {
            let fixed = zone.offset_from_utc_datetime(&utc(at).naive_utc()).fix();
            i64::from(fixed.local_minus_utc())
        };
        let mut pieces = vec![(i64::MIN, offset(0))];
        for noon in (1..YEARS * 366).map(|day| day * DAY) {
            let (mut before, mut after) = (noon - DAY, noon);
            while offset(after) != pieces[pieces.len() - 1].1 && after - before > 1 {
                let middle = before.midpoint(after);
                if offset(middle) == pieces[pieces.len() - 1].1 {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            if offset(after) != pieces[pieces.len() - 1].1 {
                pieces.push((after, offset(after)));
            }
        }
        Self { pieces }
    }

    fn piece(&self, at: i64) -> usize {
        self.pieces.partition_point(|(from, _)| *from <= at) - 1
    }

    fn until(&self, piece: usize) -> i64 {
        self.pieces.get(piece + 1).map_or(i64::MAX, |next| next.0)
    }

    /// What the clock shows, in seconds.
    pub(crate) fn local(&self, at: i64) -> i64 {
        at + self.pieces[self.piece(at)].1
    }

    /// The day it shows.
    pub(crate) fn day(&self, at: i64) -> i64 {
        self.local(at).div_euclid(DAY)
    }

    /// The first instant at which it shows that or later.
    pub(crate) fn first(&self, local: i64) -> i64 {
        let from = self.piece(local - 2 * DAY);
        let mut candidates = (from..self.pieces.len()).map(|piece| {
            let (start, offset) = self.pieces[piece];
            (start.max(local - offset), self.until(piece))
        });
        candidates.find(|(at, until)| at < until).unwrap().0
    }

    /// The last instant at which it shows that, or the end of the gap that holds it.
    pub(crate) fn last(&self, local: i64) -> i64 {
        let to = self.piece(local + 2 * DAY);
        let mut candidates = (0..=to).rev().map(|piece| {
            let (start, offset) = self.pieces[piece];
            (start, self.until(piece).min(local - offset))
        });
        candidates.find(|(start, at)| start <= at).unwrap().1
    }

    /// The next time that the clock is moved.
    pub(crate) fn next_move(&self, at: i64) -> Option<i64> {
        Some(self.until(self.piece(at))).filter(|at| *at < i64::MAX)
    }

    /// When the clock was moved, from 2000 to 2035.
    pub(crate) fn moves(&self) -> &[(i64, i64)] {
        let [from, to] = [30, 66].map(|years| self.piece(years * 365 * DAY));
        &self.pieces[from + 1..=to]
    }
}

/// The first instant at which the clock of that zone shows that or later.
pub(crate) fn first_shown(zone: Tz, on: NaiveDate, at: NaiveTime) -> i64 {
    clock(zone).first(on.and_time(at).and_utc().timestamp())
}

/// Start and end of a day's working period.
pub(crate) fn period(rules: &Rules, day: i64) -> Option<(i64, i64)> {
    let hours = rules.hours.days[date(day).weekday().num_days_from_monday() as usize].as_ref()?;
    let off = |(from, to): &(NaiveDate, NaiveDate)| number(*from) <= day && day <= number(*to);
    if rules.off.iter().any(off) {
        return None;
    }
    let clock = clock(rules.zone);
    let start = clock.first(day * DAY + i64::from(hours.from) * 60);
    let end = clock.last(day * DAY + i64::from(hours.to) * 60);
    (start < end).then_some((start, end))
}

/// The working period that runs, or the next.
pub(crate) fn next_period(rules: &Rules, at: i64) -> Option<(i64, i64)> {
    if rules.hours.days.iter().all(Option::is_none) {
        return None;
    }
    let today = clock(rules.zone).day(at);
    let periods = (today - 2..today + 800).filter_map(|day| period(rules, day));
    periods.into_iter().find(|(_, end)| at < *end)
}

pub(crate) fn is_open(rules: &Rules, at: i64) -> bool {
    next_period(rules, at).is_some_and(|(start, _)| start <= at)
}

/// The start of the first working period on or after a day.
pub(crate) fn day_opens(rules: &Rules, day: i64) -> Option<i64> {
    if rules.hours.days.iter().all(Option::is_none) {
        return None;
    }
    let mut periods = (day..day + 800).filter_map(|day| period(rules, day));
    Some(periods.next()?.0)
}
