//! What becomes of the reminder of something that rings. Pure: a plan and the rules give a due
//! (`hours::due`); a due is claimed at most once in a run of the app, and only then shown.
//!
//! A notification may or may not have been seen; so a claim counts in its own run only, and whatever stays
//! unanswered may pop up once more in the next, but never twice on one day. A kill may fall between claim
//! and show: it counts as shown, for it may have been.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::{DateTime, NaiveDate, Utc};

use crate::hours::{Due, Rules};

/// What was taken to be shown, in which run of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// The due it was claimed for.
    pub due: DateTime<Utc>,
    /// The run; each start of the app has its own.
    pub run: i64,
}

/// It popped up for this due on this day, in whichever run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pop {
    /// The due.
    pub due: DateTime<Utc>,
    /// The day in the zone of the rules.
    pub on: NaiveDate,
}

/// What became of the reminder of an open item.
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
    /// On which days it popped up for which dues: the clock may go back to such a day.
    pub popped: Vec<Pop>,
}

impl From<Due> for Delivery {
    /// New.
    fn from(due: Due) -> Self {
        Self {
            day: due.day,
            rings: due.rings,
            claim: None,
            earlier: Vec::new(),
            popped: Vec::new(),
        }
    }
}

impl Delivery {
    /// Due, inside working hours, and not claimed for this due in this run. `rules` are the
    /// present ones, from which the due was computed.
    pub(crate) fn claimable(&self, now: DateTime<Utc>, run: i64, rules: &Rules) -> bool {
        self.passed(now) && !self.claimed(run) && rules.is_open(now)
    }

    /// Takes the present due for this run, where it is claimable: commit that, then show it where the
    /// answer is yes. What popped up on this day already is taken and not shown.
    pub(crate) fn claim(&mut self, now: DateTime<Utc>, run: i64, rules: &Rules) -> bool {
        let claimable = self.claimable(now, run, rules);
        let Some(due) = self.rings.filter(|_| claimable) else {
            return false;
        };
        self.set_aside(run);
        self.claim = Some(Claim { due, run });
        self.pop_up(Pop {
            due,
            on: rules.day_of(now),
        })
    }

    /// Notes that it popped up; whether that is new.
    pub(crate) fn pop_up(&mut self, pop: Pop) -> bool {
        let first = !self.popped.contains(&pop);
        if first {
            self.popped.push(pop);
        }
        first
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

/// One notification stands for a person and a moment: what is claimed at once, in one group a person, in
/// the order in which the first of each came.
pub(crate) fn by_person<T, P: Copy + Eq + Hash>(
    claimed: Vec<T>,
    person: impl Fn(&T) -> P,
) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut places = HashMap::new();
    for one in claimed {
        let place = *places.entry(person(&one)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// More than so many notifications at once are shown as one summary.
pub const SUMMARY_ABOVE: usize = 3;

#[cfg(test)]
#[path = "machine_tests.rs"]
pub(crate) mod tests;
