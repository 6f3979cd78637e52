//! The machine alone, kept in memory, and ways to break it that the oracle has to notice.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Answer, Id, Reminding, Ring, When};
use crate::cadence::next_due;
use crate::hours::{Rules, WorkingHours};
use crate::moment::Moment;
use crate::reminders::machine::{Delivery, Plan, Snoozed, due};

/// What a broken machine does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Claims and does not remember.
    ForgetsClaims,
    /// A claim counts in all runs.
    ClaimsForEver,
    /// Remembers only the last due it claimed.
    OneClaimOnly,
    /// Rings at night.
    IgnoresHours,
    /// Rings a second before the due.
    ASecondEarly,
    /// Shows the first three and drops the rest.
    DropsAboveThree,
    /// Keeps old dues when zone or hours change.
    IgnoresRules,
    /// Gives what was shown a new due when zone or hours change.
    RingsAgainAfterRules,
    /// A clock moved back makes everything new.
    ClockBackIsNew,
    /// Takes an answer for whatever due.
    TakesOldAnswers,
    /// Takes the same answer twice.
    TakesAnswersTwice,
    /// An edited date keeps its due.
    IgnoresEdits,
    /// Rings for those that were removed.
    RemembersRemoved,
    /// Takes Snooze and stays as it was.
    ForgetsSnooze,
}

struct Item {
    plan: Plan,
    rhythm: Option<u32>,
    delivery: Delivery,
    open: bool,
    talked: Option<NaiveDate>,
}

pub(crate) struct Memory {
    rules: Rules,
    run: i64,
    items: BTreeMap<Id, Item>,
    next_id: Id,
    talks: usize,
    last_tick: DateTime<Utc>,
    broken: Option<Broken>,
}

impl Memory {
    pub(crate) fn new(broken: Option<Broken>) -> Self {
        Self {
            rules: Rules {
                hours: WorkingHours { days: [None; 7] },
                off: Vec::new(),
                zone: chrono_tz::UTC,
            },
            run: 1,
            items: BTreeMap::new(),
            next_id: 1,
            talks: 0,
            last_tick: DateTime::<Utc>::MIN_UTC,
            broken,
        }
    }

    fn is(&self, broken: Broken) -> bool {
        self.broken == Some(broken)
    }

    fn add(&mut self, plan: Plan, rhythm: Option<u32>, talked: Option<NaiveDate>) -> Id {
        let id = self.next_id;
        self.next_id += 1;
        let delivery = due(&plan, &self.rules).into();
        let item = Item {
            plan,
            rhythm,
            delivery,
            open: true,
            talked,
        };
        self.items.insert(id, item);
        id
    }

    fn rules_changed(&mut self, now: &Moment) {
        for item in self.items.values_mut().filter(|item| item.open) {
            let due = due(&item.plan, &self.rules);
            let delivery = item.delivery.clone();
            item.delivery = match self.broken {
                Some(Broken::IgnoresRules) => delivery,
                Some(Broken::RingsAgainAfterRules) => delivery.replanned(due),
                _ => delivery.rules_changed(due, now.utc, self.run),
            };
        }
    }

    fn notice(&mut self, now: &Moment) {
        if now.zone != self.rules.zone {
            self.rules.zone = now.zone;
            self.rules_changed(now);
        }
        if self.is(Broken::ClockBackIsNew) && now.utc < self.last_tick {
            self.forget_claims();
        }
        self.last_tick = now.utc;
    }

    fn forget_claims(&mut self) {
        for item in self.items.values_mut() {
            item.delivery.claim = None;
            item.delivery.earlier.clear();
        }
    }

    fn takes(&self, id: Id, shown_for: Option<DateTime<Utc>>) -> bool {
        let old = self.is(Broken::TakesOldAnswers);
        let twice = self.is(Broken::TakesAnswersTwice);
        self.items.get(&id).is_some_and(|item| {
            (item.open || twice) && shown_for.is_none_or(|due| old || item.delivery.answers(due))
        })
    }

    fn replan(&mut self, now: &Moment, id: Id, change: impl FnOnce(&mut Plan)) {
        let ignores = self.is(Broken::IgnoresEdits);
        let item = self.items.get_mut(&id).unwrap();
        let before = item.plan.clone();
        change(&mut item.plan);
        let due = due(&item.plan, &self.rules);
        let delivery = item.delivery.clone();
        item.delivery = match item.plan == before {
            _ if ignores => delivery,
            true => delivery.rules_changed(due, now.utc, self.run),
            false => delivery.replanned(due),
        };
    }

    fn close(&mut self, now: &Moment, id: Id, talk: bool) -> Answer {
        self.talks += usize::from(talk);
        let today = now.today();
        let item = self.items.get_mut(&id).unwrap();
        item.open = false;
        if talk {
            item.talked = item.talked.max(Some(today));
        }
        let last = if talk { item.talked } else { Some(today) };
        let (rhythm, talked, not_before) = (item.rhythm, item.talked, item.plan.not_before);
        let next = rhythm.map(|days| {
            let on = next_due(last, today, days, None);
            let plan = Plan {
                on,
                at: None,
                snoozed: None,
                not_before,
            };
            (self.add(plan, rhythm, talked), on)
        });
        Answer { taken: true, next }
    }
}

impl Reminding for Memory {
    fn set_hours(&mut self, now: &Moment, hours: &WorkingHours, off: &[(NaiveDate, NaiveDate)]) {
        self.notice(now);
        (self.rules.hours, self.rules.off) = (*hours, off.to_vec());
        self.rules_changed(now);
    }

    fn plan(&mut self, now: &Moment, when: When) -> Id {
        self.notice(now);
        let (on, at) = when;
        let plan = Plan {
            on,
            at,
            snoozed: None,
            not_before: None,
        };
        self.add(plan, None, None)
    }

    fn keep_close(&mut self, now: &Moment, cadence: u32) -> Id {
        self.notice(now);
        let plan = Plan {
            on: next_due(None, now.today(), cadence, None),
            at: None,
            snoozed: None,
            not_before: None,
        };
        self.add(plan, Some(cadence), None)
    }

    fn tick(&mut self, now: &Moment) -> Vec<Ring> {
        self.notice(now);
        let mut rings = Vec::new();
        let mut rules = self.rules.clone();
        if self.is(Broken::IgnoresHours) {
            rules.hours.days = [Some(crate::hours::WorkDay { from: 0, to: 1440 }); 7];
            rules.off.clear();
        }
        let (removed, early, for_ever) = (
            self.is(Broken::RemembersRemoved),
            i64::from(self.is(Broken::ASecondEarly)),
            self.is(Broken::ClaimsForEver),
        );
        let at = now.utc + chrono::Duration::seconds(early);
        for (id, item) in &mut self.items {
            let run = if for_ever { 0 } else { self.run };
            if !(item.open || removed) || !item.delivery.claimable(at, run, &rules) {
                continue;
            }
            item.delivery.claim(run);
            rings.extend(item.delivery.rings.map(|due| Ring { id: *id, due }));
            match self.broken {
                Some(Broken::ForgetsClaims) => item.delivery.claim = None,
                Some(Broken::OneClaimOnly) => item.delivery.earlier.clear(),
                _ => {}
            }
        }
        if self.is(Broken::DropsAboveThree) {
            rings.truncate(3);
        }
        rings
    }

    fn done(&mut self, now: &Moment, id: Id, shown_for: Option<DateTime<Utc>>) -> Answer {
        if !self.takes(id, shown_for) {
            return Answer::default();
        }
        self.close(now, id, true)
    }

    fn skip(&mut self, now: &Moment, id: Id) -> Answer {
        if !self.takes(id, None) {
            return Answer::default();
        }
        self.close(now, id, false)
    }

    fn snooze(&mut self, now: &Moment, id: Id, shown_for: DateTime<Utc>) -> bool {
        if !self.takes(id, Some(shown_for)) {
            return false;
        }
        let morning = Snoozed::next_morning(now.utc, &self.rules);
        let forgets = self.is(Broken::ForgetsSnooze);
        self.replan(now, id, |plan| {
            plan.snoozed = Some(morning).filter(|_| !forgets)
        });
        true
    }

    fn snooze_until(&mut self, now: &Moment, id: Id, (on, at): When) {
        self.replan(now, id, |plan| plan.snoozed = Some(Snoozed { on, at }));
    }

    fn edit(&mut self, now: &Moment, id: Id, (on, at): When) {
        self.replan(now, id, |plan| {
            (plan.on, plan.at, plan.snoozed) = (on, at, None);
        });
    }

    fn pause(&mut self, now: &Moment, id: Id, until: NaiveDate) {
        self.replan(now, id, |plan| plan.not_before = Some(until));
    }

    fn remove(&mut self, _now: &Moment, id: Id) {
        self.items.get_mut(&id).unwrap().open = false;
    }

    fn restart(&mut self, now: &Moment) {
        self.run += 1;
        self.rules.zone = now.zone;
        self.last_tick = now.utc;
        let keeps = self.is(Broken::ClaimsForEver);
        for item in self.items.values_mut() {
            let fresh = Delivery::from(due(&item.plan, &self.rules));
            let claim = item.delivery.claim.filter(|_| keeps);
            item.delivery = Delivery { claim, ..fresh };
        }
    }

    fn on_today(&mut self, now: &Moment) -> Vec<Id> {
        let today = now.today();
        let items = self.items.iter();
        let due = items.filter(|(_, item)| item.open && item.delivery.day <= today);
        due.map(|(id, _)| *id).collect()
    }

    fn talks(&mut self) -> usize {
        self.talks
    }
}
