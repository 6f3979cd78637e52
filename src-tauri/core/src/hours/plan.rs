//! When something that is planned falls due: from its day, its time and the working hours.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::{Rules, instant};
use crate::days::{Day, When};

/// For when something that rings is planned.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The day.
    pub on: NaiveDate,
    /// The time and the zone that both are meant in; without one the day is the person's own,
    /// wherever they are.
    pub at: Option<(NaiveTime, Tz)>,
    /// Put off until then.
    pub snoozed: Option<Snoozed>,
    /// Not before that day: everything with that person is paused until then.
    pub not_before: Option<NaiveDate>,
    /// Not before that instant: one has let it cool with that person until then.
    pub not_before_instant: Option<DateTime<Utc>>,
    /// The hours of the person, in their zone: a day without a time rings where both work.
    pub theirs: Option<Rules>,
}

/// The text by which it is seen that a plan is another one: without an instant it is the same as before there was one.
impl std::fmt::Debug for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut fields = f.debug_struct("Plan");
        fields
            .field("on", &self.on)
            .field("at", &self.at)
            .field("snoozed", &self.snoozed)
            .field("not_before", &self.not_before);
        if let Some(instant) = &self.not_before_instant {
            fields.field("not_before_instant", instant);
        }
        if let Some(theirs) = &self.theirs {
            fields.field("theirs", theirs);
        }
        fields.finish()
    }
}

/// Until when it was put off; as in `Plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Snoozed {
    /// The day.
    pub on: NaiveDate,
    /// The time and its zone.
    pub at: Option<(NaiveTime, Tz)>,
}

impl Snoozed {
    fn until(when: When) -> Self {
        Self {
            on: when.on.date(),
            at: time_of(when),
        }
    }

    /// As columns keep it.
    pub(crate) fn when(&self) -> When {
        When {
            on: self.on.into(),
            at: self.at.map(|(time, zone)| (time.into(), zone)),
        }
    }

    /// The next working morning, as Snooze on a notification means it: today's where that is still
    /// to come. Tomorrow where no working day comes at all.
    pub(crate) fn next_morning(now: DateTime<Utc>, rules: &Rules) -> Self {
        let today = local_day(now, rules.zone);
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        let mornings = [today, tomorrow]
            .into_iter()
            .filter_map(|day| rules.day_opens(day));
        let next = mornings.into_iter().find(|opens| *opens > now);
        let on = next.map_or(tomorrow, |opens| local_day(opens, rules.zone));
        Self { on, at: None }
    }
}

fn time_of(when: When) -> Option<(NaiveTime, Tz)> {
    when.at.map(|(time, zone)| (time.time(), zone))
}

impl Plan {
    /// For a day that may have a time, put off until `snoozed`, and not before a day.
    pub(crate) fn of(when: When, snoozed: Option<When>, not_before: Option<Day>) -> Self {
        Self {
            on: when.on.date(),
            at: time_of(when),
            snoozed: snoozed.map(Snoozed::until),
            not_before: not_before.map(Day::date),
            not_before_instant: None,
            theirs: None,
        }
    }

    /// The same, and not before an instant.
    pub(crate) fn not_before_instant(self, instant: Option<DateTime<Utc>>) -> Self {
        Self {
            not_before_instant: instant,
            ..self
        }
    }

    /// The same, where both work.
    pub(crate) fn where_both_work(self, theirs: Option<Rules>) -> Self {
        Self { theirs, ..self }
    }

    /// Whether it is hidden from Today until it rings: it was put off, or it waits for an instant.
    pub(crate) fn waits(&self) -> bool {
        self.snoozed.is_some() || self.not_before_instant.is_some()
    }

    /// Where both work from an instant on; that instant where their hours never meet.
    fn shared(&self, from: DateTime<Utc>, rules: &Rules) -> DateTime<Utc> {
        let theirs = self.theirs.as_ref();
        let met = theirs.and_then(|theirs| rules.next_meeting(from, theirs));
        met.unwrap_or(from)
    }

    fn when(&self) -> (NaiveDate, Option<(NaiveTime, Tz)>) {
        let (on, at) = match &self.snoozed {
            Some(snoozed) => (snoozed.on, snoozed.at),
            None => (self.on, self.at),
        };
        match self.not_before {
            // The time was meant for a day that has gone by in the pause.
            Some(day) if day > on => (day, None),
            _ => (on, at),
        }
    }
}

/// When a plan falls due under the present rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    /// The day in the person's zone from which it stands on Today.
    pub day: NaiveDate,
    /// When its reminder rings; `None` where no working day comes.
    pub rings: Option<DateTime<Utc>>,
}

/// Without a time: the start of the day's next working period, or where the person works too, if that is within two
/// working days. With one: that instant, or the
/// start of the next working period after it. A time that the clock jumps over is the first
/// instant after the gap; one that comes twice is the first.
pub(crate) fn due(plan: &Plan, rules: &Rules) -> Due {
    let due = due_at(plan, rules);
    let Some(earliest) = plan.not_before_instant else {
        return due;
    };
    let rings = match due.rings {
        Some(rings) if rings < earliest => {
            let opens = rules.next_open(earliest);
            opens.map(|opens| plan.shared(opens, rules))
        }
        rings => rings,
    };
    Due {
        day: due.day.max(local_day(earliest, rules.zone)),
        rings,
    }
}

fn due_at(plan: &Plan, rules: &Rules) -> Due {
    let (on, at) = plan.when();
    let Some((time, zone)) = at else {
        return Due {
            day: on,
            rings: rules.day_opens(on).map(|opens| plan.shared(opens, rules)),
        };
    };
    let at = instant(zone, on, time).earliest();
    Due {
        day: local_day(at, rules.zone),
        rings: rules.next_open(at),
    }
}

/// The calendar day there. chrono's own conversion panics at the ends of its calendar.
fn local_day(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    let utc = at.naive_utc();
    let offset = zone.offset_from_utc_datetime(&utc).fix();
    utc.checked_add_offset(offset).unwrap_or(utc).date()
}
