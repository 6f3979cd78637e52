//! The machine alone, kept in memory, and ways to break it that the oracle has to notice.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Answer, Id, Notification, Reminding, Ring, Sort, When, Who};
use crate::cadence::next_due;
use crate::commitments::notice_day;
use crate::hours::{Plan, Rules, Snoozed, WorkingHours, due};
use crate::moment::Moment;
use crate::reminders::machine::{Delivery, by_person};

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
    /// Shows a notification for each item.
    OneEach,
    /// Shows one notification for everybody.
    JoinsPeople,
    /// Takes an answer for the first item of a notification alone.
    AnswersTheFirst,
    /// Takes an answer for whatever sort has that number.
    ForgetsSorts,
    /// Pops up at each start, however often that is.
    PopsAtEachStart,
    /// Tells the notice of a promise beside its day.
    TellsNoticeAfterTheDay,
}

struct Item {
    who: Who,
    plan: Plan,
    rhythm: Option<u32>,
    delivery: Delivery,
    open: bool,
    talked: Option<NaiveDate>,
    /// With it one comes back after cooling off.
    comes_back: bool,
}

pub(crate) struct Memory {
    rules: Rules,
    run: i64,
    items: BTreeMap<Id, Item>,
    /// The last number of each sort.
    last: [i64; 4],
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
            last: [0; 4],
            talks: 0,
            last_tick: DateTime::<Utc>::MIN_UTC,
            broken,
        }
    }

    fn is(&self, broken: Broken) -> bool {
        self.broken == Some(broken)
    }

    fn add(&mut self, sort: Sort, who: Who, plan: Plan, rhythm: Option<u32>) -> Id {
        let last = &mut self.last[sort as usize];
        *last += 1;
        let id = Id { sort, item: *last };
        let delivery = due(&plan, &self.rules).into();
        let item = Item {
            who,
            plan,
            rhythm,
            delivery,
            open: true,
            comes_back: false,
            talked: None,
        };
        self.items.insert(id, item);
        id
    }

    fn plan_for(&mut self, now: &Moment, sort: Sort, who: Who, (on, at): When) -> Id {
        self.notice(now);
        let plan = Plan {
            on,
            at,
            snoozed: None,
            not_before: None,
            not_before_instant: None,
            theirs: None,
        };
        self.add(sort, who, plan, None)
    }

    /// A promise gets its day: itself, and its notice where that is another day.
    fn set_promise(&mut self, now: &Moment, promise: Id, due: NaiveDate) {
        let today = now.today();
        let notice = notice_day(today, due, &self.rules);
        let next = today.succ_opt().filter(|next| *next > due);
        self.replan(promise, |plan| (plan.on, plan.not_before) = (due, next));
        let id = promise.twin().unwrap();
        self.replan(id, |plan| plan.on = notice);
        let run = self.run;
        let rules = &self.rules;
        let item = self.items.get_mut(&id).unwrap();
        if notice < due && !item.open {
            let due = crate::hours::due(&item.plan, rules);
            item.delivery = item.delivery.clone().rules_changed(due, now.utc, run);
        }
        item.open = notice < due;
    }

    /// The notice of a promise whose day has rung.
    fn is_covered(&self, id: Id, now: &Moment) -> bool {
        let promise = id.twin().filter(|_| id.sort == Sort::Notice);
        promise.is_some_and(|promise| {
            let promise = &self.items[&promise];
            promise.open && promise.delivery.rings.is_some_and(|due| due <= now.utc)
        })
    }

    /// Those of a notification that an answer is taken for.
    fn answerable(&self, rings: &[Ring]) -> Vec<Id> {
        let first = self.is(Broken::AnswersTheFirst);
        let forgets = self.is(Broken::ForgetsSorts);
        let meant = |id: Id| {
            let mut known = self.items.keys();
            let same = known.find(|known| forgets && known.item == id.item);
            same.copied().unwrap_or(id)
        };
        let rings = rings.iter().take(if first { 1 } else { rings.len() });
        let those = rings.filter(|ring| self.takes(meant(ring.id), Some(ring.due)));
        those.map(|ring| meant(ring.id)).collect()
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
            item.delivery.popped.clear();
        }
    }

    fn takes(&self, id: Id, shown_for: Option<DateTime<Utc>>) -> bool {
        let old = self.is(Broken::TakesOldAnswers);
        let twice = self.is(Broken::TakesAnswersTwice);
        self.items.get(&id).is_some_and(|item| {
            (item.open || twice) && shown_for.is_none_or(|due| old || item.delivery.answers(due))
        })
    }

    fn replan(&mut self, id: Id, change: impl FnOnce(&mut Plan)) {
        let ignores = self.is(Broken::IgnoresEdits);
        let item = self.items.get_mut(&id).unwrap();
        let before = item.plan.clone();
        change(&mut item.plan);
        if item.plan != before && !ignores {
            let due = due(&item.plan, &self.rules);
            item.delivery = item.delivery.clone().replanned(due);
        }
    }

    fn close_all(&mut self, now: &Moment, taken: Vec<Id>, talk: bool) -> Answer {
        let mut next = None;
        let mut talked = false;
        for id in &taken {
            for closed in [Some(*id), id.twin()].into_iter().flatten() {
                self.items.get_mut(&closed).unwrap().open = false;
            }
            if id.sort == Sort::CheckIn && !(talk && talked) {
                talked = true;
                next = self.check_in_answered(now, *id, talk);
            }
        }
        Answer { taken, next }
    }

    /// The check-ins with a person.
    fn check_ins_with(&self, who: Who) -> Vec<Id> {
        let items = self.items.iter();
        let theirs = items.filter(|(id, item)| id.sort == Sort::CheckIn && item.who == who);
        theirs.map(|(id, _)| *id).collect()
    }

    /// A talk closes the check-ins that are due.
    fn close_due(&mut self, who: Who, today: NaiveDate) {
        for id in self.check_ins_with(who) {
            let item = self.items.get_mut(&id).unwrap();
            item.open &= item.plan.on > today;
        }
    }

    fn check_in_answered(&mut self, now: &Moment, id: Id, talk: bool) -> Option<(Id, NaiveDate)> {
        self.talks += usize::from(talk);
        let today = now.today();
        if talk {
            self.close_due(self.items[&id].who, today);
        }
        let item = self.items.get_mut(&id).unwrap();
        if talk {
            item.talked = item.talked.max(Some(today));
        }
        let last = if talk { item.talked } else { Some(today) };
        let (who, rhythm, talked) = (item.who, item.rhythm, item.talked);
        let (not_before, theirs) = (item.plan.not_before, item.plan.theirs.clone());
        rhythm.map(|days| {
            let on = next_due(last, today, days, None);
            let plan = Plan {
                on,
                at: None,
                snoozed: None,
                not_before,
                not_before_instant: None,
                theirs,
            };
            let next = self.add(Sort::CheckIn, who, plan, rhythm);
            self.items.get_mut(&next).unwrap().talked = talked;
            (next, on)
        })
    }
}

impl Reminding for Memory {
    fn set_hours(&mut self, now: &Moment, hours: &WorkingHours, off: &[(NaiveDate, NaiveDate)]) {
        self.notice(now);
        let before = self.rules.clone();
        (self.rules.hours, self.rules.off) = (*hours, off.to_vec());
        if self.rules != before {
            self.rules_changed(now);
        }
    }

    fn plan(&mut self, now: &Moment, who: Who, when: When) -> Id {
        self.plan_for(now, Sort::CheckIn, who, when)
    }

    fn keep_close(&mut self, now: &Moment, who: Who, cadence: u32) -> Id {
        self.notice(now);
        let plan = Plan {
            on: next_due(None, now.today(), cadence, None),
            at: None,
            snoozed: None,
            not_before: None,
            not_before_instant: None,
            theirs: None,
        };
        self.add(Sort::CheckIn, who, plan, Some(cadence))
    }

    fn make_up(&mut self, now: &Moment, who: Who, when: When) -> Id {
        self.plan_for(now, Sort::MadeUp, who, when)
    }

    fn promise(&mut self, now: &Moment, who: Who, due: NaiveDate) -> Id {
        self.notice(now);
        let plan = Plan {
            on: due,
            at: None,
            snoozed: None,
            not_before: None,
            not_before_instant: None,
            theirs: None,
        };
        let id = self.add(Sort::Promise, who, plan.clone(), None);
        let notice = self.add(Sort::Notice, who, plan, None);
        assert_eq!(Some(notice), id.twin());
        self.set_promise(now, id, due);
        id
    }

    fn tick(&mut self, now: &Moment) -> Vec<Notification> {
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
            if !item.delivery.claim(at, run, &rules) {
                continue;
            }
            let ring = item.delivery.rings.map(|due| Ring { id: *id, due });
            rings.extend(ring.map(|ring| (item.who, ring)));
            match self.broken {
                Some(Broken::ForgetsClaims) => {
                    item.delivery.claim = None;
                    item.delivery.popped.clear();
                }
                Some(Broken::OneClaimOnly) => {
                    item.delivery.earlier.clear();
                    item.delivery.popped.clear();
                }
                _ => {}
            }
        }
        if !self.is(Broken::TellsNoticeAfterTheDay) {
            rings.retain(|(_, ring)| !self.is_covered(ring.id, now));
        }
        let groups = by_person(rings, |(who, ring)| match self.broken {
            Some(Broken::JoinsPeople) => (0, None),
            Some(Broken::OneEach) => (*who, Some(ring.id)),
            _ => (*who, None),
        });
        let groups = groups.into_iter();
        let mut shown: Vec<Notification> = groups
            .map(|group| group.into_iter().map(|(_, ring)| ring).collect())
            .collect();
        if self.is(Broken::DropsAboveThree) {
            shown.truncate(3);
        }
        shown
    }

    fn done(&mut self, now: &Moment, rings: &[Ring]) -> Answer {
        self.close_all(now, self.answerable(rings), true)
    }

    fn done_on_page(&mut self, now: &Moment, id: Id) -> Answer {
        let taken = [id].into_iter().filter(|id| self.takes(*id, None));
        self.close_all(now, taken.collect(), true)
    }

    fn skip(&mut self, now: &Moment, id: Id) -> Answer {
        let taken = [id].into_iter().filter(|id| self.takes(*id, None));
        self.close_all(now, taken.collect(), false)
    }

    fn snooze(&mut self, now: &Moment, rings: &[Ring]) -> Vec<Id> {
        let mut taken = self.answerable(rings);
        taken.retain(|id| id.can_wait());
        let morning = Snoozed::next_morning(now.utc, &self.rules);
        let forgets = self.is(Broken::ForgetsSnooze);
        for id in &taken {
            let morning = morning.clone();
            self.replan(*id, |plan| {
                plan.snoozed = Some(morning).filter(|_| !forgets)
            });
        }
        taken
    }

    fn snooze_until(&mut self, _now: &Moment, id: Id, (on, at): When) {
        self.replan(id, |plan| plan.snoozed = Some(Snoozed { on, at }));
    }

    fn edit(&mut self, now: &Moment, id: Id, (on, at): When) {
        if id.sort == Sort::Promise {
            return self.set_promise(now, id, on);
        }
        self.replan(id, |plan| {
            (plan.on, plan.at, plan.snoozed) = (on, at, None);
        });
    }

    fn pause(&mut self, _now: &Moment, id: Id, until: NaiveDate) {
        let who = self.items[&id].who;
        for id in self.check_ins_with(who) {
            let item = self.items.get_mut(&id).unwrap();
            item.open &= !item.comes_back;
            self.replan(id, |plan| {
                (plan.not_before, plan.not_before_instant) = (Some(until), None);
            });
        }
    }

    fn cool(&mut self, now: &Moment, id: Id, until: DateTime<Utc>) -> Id {
        self.notice(now);
        let (today, who) = (now.today(), self.items[&id].who);
        let mut back = self.items[&id].plan.clone();
        back.not_before = back.not_before.filter(|day| *day > today);
        back.not_before_instant = Some(until);
        let not_before = back.not_before;
        for id in self.check_ins_with(who) {
            self.replan(id, |plan| {
                (plan.not_before, plan.not_before_instant) = (not_before, Some(until));
            });
        }
        let there = until.with_timezone(&now.zone).naive_local();
        (back.on, back.snoozed) = (there.date(), None);
        back.at = Some((there.time(), now.zone));
        let id = self.add(Sort::CheckIn, who, back, None);
        self.items.get_mut(&id).unwrap().comes_back = true;
        id
    }

    fn say_hours(&mut self, now: &Moment, id: Id, theirs: &Rules) {
        self.notice(now);
        for id in self.check_ins_with(self.items[&id].who) {
            self.replan(id, |plan| plan.theirs = Some(theirs.clone()));
        }
    }

    fn end(&mut self, _now: &Moment, id: Id) {
        for id in self.check_ins_with(self.items[&id].who) {
            self.items.get_mut(&id).unwrap().open = false;
        }
    }

    fn trash(&mut self, _now: &Moment, who: Who) {
        let theirs = self.items.values_mut().filter(|item| item.who == who);
        theirs.for_each(|item| item.open = false);
    }

    fn restart(&mut self, now: &Moment) {
        self.run += 1;
        self.rules.zone = now.zone;
        self.last_tick = now.utc;
        let keeps = self.is(Broken::ClaimsForEver);
        let forgets = self.is(Broken::PopsAtEachStart);
        for item in self.items.values_mut() {
            let fresh = Delivery::from(due(&item.plan, &self.rules));
            let claim = item.delivery.claim.filter(|_| keeps);
            let mut popped = std::mem::take(&mut item.delivery.popped);
            popped.retain(|_| !forgets);
            item.delivery = Delivery {
                claim,
                popped,
                ..fresh
            };
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
