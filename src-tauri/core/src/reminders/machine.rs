//! What becomes of a check-in's reminder. Pure: a plan and the rules give a due; a due is claimed
//! at most once in a run of the app, and only then shown.
//!
//! A notification may or may not have been seen, and a kill may fall between claim and show; so a
//! claim counts in its own run only, and whatever stays unanswered may ring once more in the next.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::hours::{Rules, instant};

/// For when a check-in is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The day.
    pub on: NaiveDate,
    /// The time and the zone that both are meant in; without one the day is the person's own,
    /// wherever they are.
    pub at: Option<(NaiveTime, Tz)>,
    /// Put off until then.
    pub snoozed: Option<Snoozed>,
    /// Not before that day: the relationship is paused until then.
    pub not_before: Option<NaiveDate>,
}

/// Until when a check-in was put off; as in `Plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Snoozed {
    /// The day.
    pub on: NaiveDate,
    /// The time and its zone.
    pub at: Option<(NaiveTime, Tz)>,
}

impl Snoozed {
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

impl Plan {
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

/// When a check-in falls due under the present rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    /// The day in the person's zone from which it stands on Today.
    pub day: NaiveDate,
    /// When its reminder rings; `None` where no working day comes.
    pub rings: Option<DateTime<Utc>>,
}

/// Without a time: the start of the day's next working period. With one: that instant, or the
/// start of the next working period after it. A time that the clock jumps over is the first
/// instant after the gap; one that comes twice is the first.
pub(crate) fn due(plan: &Plan, rules: &Rules) -> Due {
    let (on, at) = plan.when();
    let Some((time, zone)) = at else {
        return Due {
            day: on,
            rings: rules.day_opens(on),
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

/// What was taken to be shown, in which run of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// The due it was claimed for.
    pub due: DateTime<Utc>,
    /// The run; each start of the app has its own.
    pub run: i64,
}

/// What became of the reminder of an open check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Delivery {
    /// See `Due`.
    pub day: NaiveDate,
    /// See `Due`.
    pub rings: Option<DateTime<Utc>>,
    /// The last claim, or the one for the present due: that due has been claimed in a run exactly
    /// when `claim` names both.
    pub claim: Option<Claim>,
    /// Other dues that were claimed in the claim's run: a date that is edited to and fro does not
    /// ring again for a due it has rung for.
    pub earlier: Vec<DateTime<Utc>>,
}

impl From<Due> for Delivery {
    /// New, or in a new run, in which no earlier claim counts.
    fn from(due: Due) -> Self {
        Self {
            day: due.day,
            rings: due.rings,
            claim: None,
            earlier: Vec::new(),
        }
    }
}

impl Delivery {
    /// Due, inside working hours, and not claimed for this due in this run. `rules` are the
    /// present ones, from which the due was computed.
    pub(crate) fn claimable(&self, now: DateTime<Utc>, run: i64, rules: &Rules) -> bool {
        self.passed(now) && !self.claimed(run) && rules.is_open(now)
    }

    /// Takes the present due for this run: commit it, then show it.
    pub(crate) fn claim(&mut self, run: i64) {
        if let Some(due) = self.rings.filter(|_| !self.claimed(run)) {
            self.set_aside(run);
            self.claim = Some(Claim { due, run });
        }
    }

    /// Whether the present due has been claimed in this run.
    pub(crate) fn claimed(&self, run: i64) -> bool {
        let claim = self.claim.filter(|claim| claim.run == run);
        claim.is_some_and(|claim| Some(claim.due) == self.rings)
    }

    /// The plan was edited, snoozed or paused: the new due holds, and what was shown for the old
    /// one is withdrawn.
    pub(crate) fn replanned(mut self, due: Due) -> Self {
        (self.day, self.rings) = (due.day, due.rings);
        let known = self.earlier.iter().position(|at| Some(*at) == due.rings);
        if let (Some(place), Some(claim)) = (known, self.claim) {
            let due = self.earlier.swap_remove(place);
            self.set_aside(claim.run);
            self.claim = Some(Claim { due, ..claim });
        }
        self
    }

    /// Hours, days off or the zone changed: the new due holds, unless the old one has passed and
    /// was claimed in this run. That one stays as it is, so that it is not shown twice.
    pub(crate) fn rules_changed(self, due: Due, now: DateTime<Utc>, run: i64) -> Self {
        if self.passed(now) && self.claimed(run) {
            return self;
        }
        self.replanned(due)
    }

    /// Whether an answer to what was shown for `due` is to be taken: only the present due's is.
    pub(crate) fn answers(&self, due: DateTime<Utc>) -> bool {
        self.rings == Some(due)
    }

    fn passed(&self, now: DateTime<Utc>) -> bool {
        self.rings.is_some_and(|due| due <= now)
    }

    /// Makes room for another claim of this run; what an earlier run claimed no longer counts.
    fn set_aside(&mut self, run: i64) {
        match self.claim.take() {
            Some(claim) if claim.run == run => {
                if !self.earlier.contains(&claim.due) {
                    self.earlier.push(claim.due);
                }
            }
            _ => self.earlier.clear(),
        }
    }
}

/// More than so many at once are shown as one summary.
pub const SUMMARY_ABOVE: usize = 3;

#[cfg(test)]
#[path = "machine_tests.rs"]
pub(crate) mod tests;
