//! What says when Kith may ring.

use std::ops::Range;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::instant::{instant, local};
use super::{DAY, DaysOff, WorkingHours};

/// A search for a working day ends here: nobody plans further, and hours may never come.
const TEN_YEARS: Months = Months::new(120);

/// Working hours, days off and the zone in which both are meant.
///
/// A working period begins the first time the clock shows its start or later, and ends the last
/// time the clock shows its end: where the clock is put back, both passes belong to it. A period
/// that the clock jumps over as a whole is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    /// The hours of a week.
    pub hours: WorkingHours,
    /// First and last days off; they may overlap, in any order.
    pub off: Vec<(NaiveDate, NaiveDate)>,
    /// The person's time zone.
    pub zone: Tz,
}

impl Rules {
    /// From the settings; days off that have a problem are left out.
    pub(crate) fn new(hours: WorkingHours, off: &[DaysOff], zone: Tz) -> Self {
        Self {
            hours,
            off: off.iter().filter_map(DaysOff::range).collect(),
            zone,
        }
    }

    /// Whether `at` is inside a working period.
    pub(crate) fn is_open(&self, at: DateTime<Utc>) -> bool {
        let today = local(self.zone, at).date();
        // A clock put back over midnight shows a date again while the next day's period runs.
        [today.pred_opt(), Some(today), today.succ_opt()]
            .into_iter()
            .flatten()
            .filter_map(|day| self.period(day))
            .any(|period| period.contains(&at))
    }

    /// `at` itself when open, else the start of the next working period; `None` when none comes
    /// within ten years.
    pub(crate) fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = local(self.zone, at).date();
        let mut from = today.pred_opt().unwrap_or(today);
        loop {
            // Starts and ends both grow from day to day: the first that has not ended is the one.
            let (day, period) = self.next_period(from)?;
            if at < period.end {
                return Some(at.max(period.start));
            }
            from = day.succ_opt()?;
        }
    }

    /// Start of the first working period on or after that day; `None` as for
    /// [`next_open`](Self::next_open).
    pub(crate) fn day_opens(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        Some(self.next_period(day)?.1.start)
    }

    /// Whether there is a working period on that day.
    pub(crate) fn is_working_day(&self, day: NaiveDate) -> bool {
        self.period(day).is_some()
    }

    /// The first working day on or after that day; `None` as for [`next_open`](Self::next_open).
    pub(crate) fn next_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        Some(self.next_period(day)?.0)
    }

    fn next_period(&self, mut day: NaiveDate) -> Option<(NaiveDate, Range<DateTime<Utc>>)> {
        if self.hours.days.iter().all(Option::is_none) {
            return None;
        }
        let last = day.checked_add_months(TEN_YEARS).unwrap_or(NaiveDate::MAX);
        while day <= last {
            if let Some(free) = self.off_until(day) {
                day = free.succ_opt()?;
            } else if let Some(period) = self.open_hours(day) {
                return Some((day, period));
            } else {
                day = day.succ_opt()?;
            }
        }
        None
    }

    fn period(&self, day: NaiveDate) -> Option<Range<DateTime<Utc>>> {
        match self.off_until(day) {
            Some(_) => None,
            None => self.open_hours(day),
        }
    }

    /// The last of the days off that hold that day.
    fn off_until(&self, day: NaiveDate) -> Option<NaiveDate> {
        let holding = self
            .off
            .iter()
            .filter(|(from, to)| (from..=to).contains(&&day));
        holding.map(|&(_, to)| to).max()
    }

    /// The period of that weekday, days off or not.
    fn open_hours(&self, day: NaiveDate) -> Option<Range<DateTime<Utc>>> {
        let hours = self.hours.on(day)?;
        let (first, from) = on_the_clock(day, hours.from)?;
        let (last, to) = on_the_clock(day, hours.to)?;
        let start = instant(self.zone, first, from).earliest();
        let end = instant(self.zone, last, to).latest();
        (start < end).then_some(start..end)
    }
}

/// Minutes since midnight as date and time: 24:00 is the next day's 00:00.
fn on_the_clock(day: NaiveDate, minutes: u16) -> Option<(NaiveDate, NaiveTime)> {
    let day = day.checked_add_days(Days::new((minutes / DAY).into()))?;
    let seconds = u32::from(minutes % DAY) * 60;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
    Some((day, time))
}
