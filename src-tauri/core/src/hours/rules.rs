//! The rules that decide when Kith may show reminders.

use std::ops::Range;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::instant::{instant, local};
use super::{DAY_MINUTES, DaysOff, WorkingHours};

/// A search for a working day ends after this time: days off may cover all days to come.
const TEN_YEARS: Months = Months::new(120);

/// Working hours, days off and the time zone of both.
///
/// A working period begins at the first instant at which local time is its start or later, and ends at
/// the last instant at which local time is its end: an hour that the clock repeats belongs to it twice.
/// A period that a clock change skips completely does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    /// The working hours of a week.
    pub hours: WorkingHours,
    /// First and last day of each range of days off. Ranges may overlap and are in any order.
    pub off: Vec<(NaiveDate, NaiveDate)>,
    /// The person's time zone.
    pub zone: Tz,
}

impl Rules {
    /// Builds the rules from the settings. Invalid days off are ignored.
    pub(crate) fn new(hours: WorkingHours, off: &[DaysOff], zone: Tz) -> Self {
        Self {
            hours,
            off: off.iter().filter_map(DaysOff::range).collect(),
            zone,
        }
    }

    /// The calendar day of an instant.
    pub(crate) fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        local(self.zone, at).date()
    }

    /// Whether `at` is inside a working period.
    pub(crate) fn is_open(&self, at: DateTime<Utc>) -> bool {
        let today = local(self.zone, at).date();
        // If the clock is put back over midnight, a date repeats while the next day's period has begun.
        [today.pred_opt(), Some(today), today.succ_opt()]
            .into_iter()
            .flatten()
            .filter_map(|day| self.period(day))
            .any(|period| period.contains(&at))
    }

    /// `at` itself if it is inside a working period, else the start of the next one; `None` if none
    /// begins within ten years.
    pub(crate) fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = local(self.zone, at).date();
        let mut from = today.pred_opt().unwrap_or(today);
        loop {
            // Starts and ends both increase from day to day, so the first period that has not ended is next.
            let (day, period) = self.next_period(from)?;
            if at < period.end {
                return Some(at.max(period.start));
            }
            from = day.succ_opt()?;
        }
    }

    /// The start of the first working period on or after a day; `None` as for
    /// [`next_open`](Self::next_open).
    pub(crate) fn day_opens(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        Some(self.next_period(day)?.1.start)
    }

    /// Whether a day has a working period.
    pub(crate) fn is_working_day(&self, day: NaiveDate) -> bool {
        self.period(day).is_some()
    }

    /// From and until when a day has working hours, on the clock and whatever the days off; 24:00 as the last minute.
    pub(crate) fn hours_on(&self, day: NaiveDate) -> Option<(NaiveTime, NaiveTime)> {
        let hours = self.hours.on(day)?;
        let (_, from) = on_the_clock(day, hours.from)?;
        let to = on_the_clock(day, hours.to.min(DAY_MINUTES - 1))?.1;
        Some((from, to))
    }

    /// The first working day on or after a day; `None` as for [`next_open`](Self::next_open).
    pub(crate) fn next_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        Some(self.next_period(day)?.0)
    }

    pub(super) fn next_period(
        &self,
        mut day: NaiveDate,
    ) -> Option<(NaiveDate, Range<DateTime<Utc>>)> {
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

    pub(super) fn period(&self, day: NaiveDate) -> Option<Range<DateTime<Utc>>> {
        match self.off_until(day) {
            Some(_) => None,
            None => self.open_hours(day),
        }
    }

    /// The last day of the days off that include this day; `None` if none include it.
    fn off_until(&self, day: NaiveDate) -> Option<NaiveDate> {
        let holding = self
            .off
            .iter()
            .filter(|(from, to)| (from..=to).contains(&&day));
        holding.map(|&(_, to)| to).max()
    }

    /// The working period of a day, ignoring days off.
    fn open_hours(&self, day: NaiveDate) -> Option<Range<DateTime<Utc>>> {
        let hours = self.hours.on(day)?;
        let (first, from) = on_the_clock(day, hours.from)?;
        let (last, to) = on_the_clock(day, hours.to)?;
        let start = instant(self.zone, first, from).earliest();
        let end = instant(self.zone, last, to).latest();
        (start < end).then_some(start..end)
    }
}

/// Date and local time for minutes since midnight. 24:00 is 00:00 of the next day.
fn on_the_clock(day: NaiveDate, minutes: u16) -> Option<(NaiveDate, NaiveTime)> {
    let day = day.checked_add_days(Days::new((minutes / DAY_MINUTES).into()))?;
    let seconds = u32::from(minutes % DAY_MINUTES) * 60;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
    Some((day, time))
}
