//! An observer of its own who keeps a log and knows the definitions of lost, double and early.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use super::clocks::{clock, date, day_opens, first_shown, is_open, next_period, number, period};
use super::{Answer, Id, Notification, Ring, Sort, Who};
use crate::hours::{Plan, Rules, Snoozed, WorkingHours};

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Open, due and inside working hours for 60 s of being awake, and not claimed.
    Lost,
    /// Twice for one due in one run, or on one day.
    Double,
    /// Before its due or outside working hours.
    Early,
    /// For a due that is not the present one, or not of an open item.
    Stranger,
    /// Two notifications about one person at one moment, or one about several people.
    Apart,
    /// An answer that should not be taken was, or the other way round.
    Answer,
    /// Not what an answer should lead to.
    Effect,
    /// Due and not on Today, or closed and on it.
    Today,
}

/// What went wrong, and with what.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) wrong: Wrong,
    pub(crate) id: Id,
}

fn expect(right: bool, wrong: Wrong, id: Id) -> Result<(), Fault> {
    right.then_some(()).ok_or(Fault { wrong, id })
}

/// Something that rings, as the person knows it.
pub(crate) struct Item {
    pub(crate) who: Who,
    pub(crate) plan: Plan,
    pub(crate) rhythm: Option<u32>,
    pub(crate) open: bool,
    pub(crate) due: Option<i64>,
    day: i64,
    /// With it one comes back after cooling off.
    pub(crate) comes_back: bool,
    /// The last talk with that person.
    talked: Option<i64>,
    /// Dues it was shown for in this run, or could have been had it not popped up on that day already.
    shown: BTreeSet<i64>,
    /// Dues it popped up for, each with the day.
    popped: BTreeSet<(i64, i64)>,
    /// Since when it could have been shown, awake.
    waits: Option<i64>,
}

pub(crate) struct Oracle {
    pub(crate) rules: Rules,
    pub(crate) items: BTreeMap<Id, Item>,
    pub(crate) talks: usize,
    /// The clock went back: "today" no longer grows, and dates after it are no fault.
    back: bool,
}

impl Item {
    fn reckon(&mut self, rules: &Rules) {
        let (mut on, mut at) = match &self.plan.snoozed {
            Some(snoozed) => (snoozed.on, snoozed.at),
            None => (self.plan.on, self.plan.at),
        };
        if let Some(day) = self.plan.not_before.filter(|day| *day > on) {
            (on, at) = (day, None);
        }
        self.waits = None;
        (self.day, self.due) = match at {
            None => {
                let opens = day_opens(rules, number(on));
                (
                    number(on),
                    opens.map(|opens| self.where_both_work(rules, opens)),
                )
            }
            Some((time, zone)) => {
                let at = first_shown(zone, on, time);
                let rings = next_period(rules, at).map(|(start, _)| start.max(at));
                (clock(rules.zone).day(at), rings)
            }
        };
        let Some(cools) = self.plan.not_before_instant else {
            return;
        };
        let cools = cools.timestamp();
        self.day = self.day.max(clock(rules.zone).day(cools));
        if self.due.is_some_and(|due| due < cools) {
            let opens = next_period(rules, cools).map(|(start, _)| start.max(cools));
            self.due = opens.map(|opens| self.where_both_work(rules, opens));
        }
    }

    /// The first instant of two working days at which they work too, for half an hour; else when mine begin.
    fn where_both_work(&self, rules: &Rules, opens: i64) -> i64 {
        let Some(theirs) = &self.plan.theirs else {
            return opens;
        };
        let first = clock(rules.zone).day(opens) - 1;
        let mine = (first..first + 4000).filter_map(|day| period(rules, day));
        let mine = mine.filter(|(_, end)| *end > opens).take(2);
        for (start, end) in mine {
            let start = start.max(opens);
            let days = clock(theirs.zone).day(start) - 2..=clock(theirs.zone).day(end) + 2;
            let shared = days.filter_map(|day| period(theirs, day));
            let mut shared = shared.map(|(from, to)| (from.max(start), to.min(end)));
            if let Some((at, _)) = shared.find(|(from, to)| to - from >= 1800) {
                return at;
            }
        }
        opens
    }

    /// Its present due has passed and was shown.
    fn rang(&self, now: i64) -> bool {
        self.due
            .is_some_and(|due| due <= now && self.shown.contains(&due))
    }
}

impl Oracle {
    pub(crate) fn new(rules: Rules) -> Self {
        Self {
            rules,
            items: BTreeMap::new(),
            talks: 0,
            back: false,
        }
    }

    fn today(&self, now: i64) -> i64 {
        clock(self.rules.zone).day(now)
    }

    pub(crate) fn planned(&mut self, id: Id, who: Who, plan: Plan, rhythm: Option<u32>) {
        let mut item = Item {
            who,
            plan,
            rhythm,
            open: true,
            due: None,
            day: 0,
            comes_back: false,
            talked: None,
            shown: BTreeSet::new(),
            popped: BTreeSet::new(),
            waits: None,
        };
        item.reckon(&self.rules);
        self.items.insert(id, item);
    }

    /// Its plan was changed by the person. To what it was already is no change.
    pub(crate) fn replanned(&mut self, id: Id, change: impl FnOnce(&mut Plan)) {
        let item = self.items.get_mut(&id).unwrap();
        let before = item.plan.clone();
        change(&mut item.plan);
        if item.plan != before {
            item.reckon(&self.rules);
        }
    }

    /// A promise got its day, now: itself, and its notice where that is another day.
    pub(crate) fn promised(&mut self, id: Id, who: Who, due: NaiveDate, now: i64) {
        let (today, due) = (self.today(now), number(due));
        let notice = self.notice(today, due);
        let on = |day: i64, not_before: Option<i64>| Plan {
            on: date(day),
            at: None,
            snoozed: None,
            not_before: not_before.map(date),
            not_before_instant: None,
            theirs: None,
        };
        let itself = on(due, Some(today + 1).filter(|next| *next > due));
        for (id, plan, open) in [
            (id, itself, true),
            (id.twin().unwrap(), on(notice, None), notice < due),
        ] {
            if self.items.contains_key(&id) {
                self.replanned(id, |now| *now = plan);
            } else {
                self.planned(id, who, plan, None);
            }
            self.items.get_mut(&id).unwrap().open = open;
        }
    }

    /// A fifth of the working days before the day, at most five; of a day without work at least the one before.
    fn notice(&self, made: i64, due: i64) -> i64 {
        let is_working = |day: &i64| period(&self.rules, *day).is_some();
        let working: Vec<i64> = (made + 1..=due).filter(is_working).collect();
        let fifth = (working.len() / 5).min(5);
        let back = if is_working(&due) {
            fifth + 1
        } else {
            fifth.max(1)
        };
        let place = working.len().checked_sub(back);
        place.map_or(due, |place| working[place])
    }

    /// The notice of a promise whose day has rung.
    fn is_covered(&self, id: Id, now: i64) -> bool {
        let promise = id.twin().filter(|_| id.sort == Sort::Notice);
        promise.is_some_and(|promise| {
            let promise = &self.items[&promise];
            promise.open && promise.due.is_some_and(|due| due <= now)
        })
    }

    /// The check-ins with the person of one.
    pub(crate) fn check_ins_with(&self, id: Id) -> Vec<Id> {
        let who = self.items[&id].who;
        let items = self.items.iter();
        let theirs = items.filter(|(id, item)| id.sort == Sort::CheckIn && item.who == who);
        theirs.map(|(id, _)| *id).collect()
    }

    /// One lets it cool with the person of a check-in: everything with them waits.
    pub(crate) fn cooled(&mut self, id: Id, back: Id, until: DateTime<Utc>, now: i64) {
        let today = date(self.today(now));
        let not_before = self.items[&id].plan.not_before.filter(|day| *day > today);
        for id in self.check_ins_with(id) {
            self.replanned(id, |plan| {
                (plan.not_before, plan.not_before_instant) = (not_before, Some(until));
            });
        }
        let there = until.with_timezone(&self.rules.zone).naive_local();
        let mut plan = self.items[&id].plan.clone();
        (plan.on, plan.snoozed) = (there.date(), None);
        plan.at = Some((there.time(), self.rules.zone));
        let who = self.items[&id].who;
        self.planned(back, who, plan, None);
        self.items.get_mut(&back).unwrap().comes_back = true;
    }

    /// A pause: nobody comes back before it is over.
    pub(crate) fn paused(&mut self, id: Id, until: NaiveDate) {
        for id in self.check_ins_with(id) {
            let item = self.items.get_mut(&id).unwrap();
            item.open &= !item.comes_back;
            self.replanned(id, |plan| {
                (plan.not_before, plan.not_before_instant) = (Some(until), None);
            });
        }
    }

    /// The relationship of a check-in ended; whatever else there is with the person goes on.
    pub(crate) fn ended(&mut self, id: Id) {
        for id in self.check_ins_with(id) {
            self.items.get_mut(&id).unwrap().open = false;
        }
    }

    pub(crate) fn trashed(&mut self, who: Who) {
        let theirs = self.items.values_mut().filter(|item| item.who == who);
        theirs.for_each(|item| item.open = false);
    }

    /// Slept, or the clock was moved: nobody was awake in between.
    pub(crate) fn jumped(&mut self, back: bool) {
        self.back |= back;
        self.items.values_mut().for_each(|item| item.waits = None);
    }

    /// The next run, under the rules of that moment.
    pub(crate) fn restarted(&mut self, zone: Tz) {
        self.rules.zone = zone;
        for item in self.items.values_mut() {
            item.shown.clear();
            item.reckon(&self.rules);
        }
    }

    pub(crate) fn rules_set(
        &mut self,
        hours: WorkingHours,
        off: Vec<(NaiveDate, NaiveDate)>,
        now: i64,
    ) {
        let before = self.rules.clone();
        (self.rules.hours, self.rules.off) = (hours, off);
        // The same rules said again are no change.
        if self.rules != before {
            self.rules_changed(now);
        }
    }

    /// What has passed and was shown for its due stays; the rest gets a new one.
    fn rules_changed(&mut self, now: i64) {
        for item in self.items.values_mut() {
            if !item.rang(now) {
                item.reckon(&self.rules);
            }
        }
    }

    /// One tick, at the end of which `shown` are up.
    pub(crate) fn ticked(
        &mut self,
        now: i64,
        zone: Tz,
        shown: &[Notification],
    ) -> Result<(), Fault> {
        if zone != self.rules.zone {
            self.rules.zone = zone;
            self.rules_changed(now);
        }
        let open = is_open(&self.rules, now);
        let today = self.today(now);
        for ring in shown.iter().flatten() {
            let due = ring.due.timestamp();
            let item = self.items.get_mut(&ring.id).ok_or(Fault {
                wrong: Wrong::Stranger,
                id: ring.id,
            })?;
            expect(open && due <= now, Wrong::Early, ring.id)?;
            expect(item.shown.insert(due), Wrong::Double, ring.id)?;
            expect(item.popped.insert((due, today)), Wrong::Double, ring.id)?;
            expect(item.open && item.due == Some(due), Wrong::Stranger, ring.id)?;
            expect(!self.is_covered(ring.id, now), Wrong::Double, ring.id)?;
        }
        self.one_a_person(shown)?;
        let ids = self.items.keys().copied();
        let covered: BTreeSet<Id> = ids.filter(|id| self.is_covered(*id, now)).collect();
        for (id, item) in &mut self.items {
            let due = item.due.filter(|due| item.open && open && *due <= now);
            // Told by its promise.
            let due_covered = due.filter(|due| covered.contains(id) && item.shown.insert(*due));
            item.popped.extend(due_covered.map(|due| (due, today)));
            let again = due.filter(|due| item.popped.contains(&(*due, today)));
            item.shown.extend(again);
            if due.is_some_and(|due| !item.shown.contains(&due)) {
                let since = *item.waits.get_or_insert(now);
                expect(now - since < 60, Wrong::Lost, *id)?;
            } else {
                item.waits = None;
            }
        }
        Ok(())
    }

    /// One notification stands for a person and a moment.
    fn one_a_person(&self, shown: &[Notification]) -> Result<(), Fault> {
        let mut people = BTreeSet::new();
        for notification in shown {
            let first = notification.first().unwrap().id;
            let who = self.items[&first].who;
            expect(people.insert(who), Wrong::Apart, first)?;
            for ring in notification {
                expect(self.items[&ring.id].who == who, Wrong::Apart, ring.id)?;
            }
        }
        Ok(())
    }

    /// Everything due is on Today, whatever was shown, and no closed one.
    pub(crate) fn sees(&self, now: i64, on_today: &[Id]) -> Result<(), Fault> {
        let today = self.today(now);
        for (id, item) in &self.items {
            let there = on_today.contains(id);
            let due = item.day <= today && item.due.is_none_or(|due| due <= now);
            expect(!there || item.open, Wrong::Today, *id)?;
            expect(there || !item.open || !due, Wrong::Today, *id)?;
        }
        Ok(())
    }

    /// Whether an answer is to be taken: to an open one, for its present due or from the page.
    pub(crate) fn takes(&self, id: Id, shown_for: Option<DateTime<Utc>>) -> bool {
        self.items.get(&id).is_some_and(|item| {
            item.open && shown_for.is_none_or(|due| item.due == Some(due.timestamp()))
        })
    }

    /// Those of a notification that an answer is to be taken for.
    fn answerable(&self, rings: &[Ring]) -> Vec<Id> {
        let those = rings
            .iter()
            .filter(|ring| self.takes(ring.id, Some(ring.due)));
        those.map(|ring| ring.id).collect()
    }

    /// The Done of a notification, and what came of it.
    pub(crate) fn done(&mut self, now: i64, rings: &[Ring], answer: &Answer) -> Result<(), Fault> {
        self.answered(now, rings[0].id, self.answerable(rings), true, answer)
    }

    /// Done or Skip on the page, and what came of it.
    pub(crate) fn done_on_page(
        &mut self,
        now: i64,
        id: Id,
        talk: bool,
        answer: &Answer,
    ) -> Result<(), Fault> {
        let taken = [id].into_iter().filter(|id| self.takes(*id, None));
        self.answered(now, id, taken.collect(), talk, answer)
    }

    /// Done or skipped are those in `taken`; a notification holds one check-in at most.
    fn answered(
        &mut self,
        now: i64,
        first: Id,
        taken: Vec<Id>,
        talk: bool,
        answer: &Answer,
    ) -> Result<(), Fault> {
        expect(answer.taken == taken, Wrong::Answer, first)?;
        for id in taken.iter().flat_map(|id| [Some(*id), id.twin()]).flatten() {
            self.items.get_mut(&id).unwrap().open = false;
        }
        let mut check_ins = taken.iter().filter(|id| id.sort == Sort::CheckIn);
        match check_ins.next() {
            Some(id) => self.check_in_answered(now, *id, talk, answer),
            None => expect(answer.next.is_none(), Wrong::Effect, first),
        }
    }

    fn check_in_answered(
        &mut self,
        now: i64,
        id: Id,
        talk: bool,
        answer: &Answer,
    ) -> Result<(), Fault> {
        self.talks += usize::from(talk);
        let today = self.today(now);
        if talk {
            for id in self.check_ins_with(id) {
                let item = self.items.get_mut(&id).unwrap();
                item.open &= number(item.plan.on) > today;
            }
        }
        let item = self.items.get_mut(&id).unwrap();
        if talk {
            item.talked = item.talked.max(Some(today));
        }
        let from = item.talked.filter(|_| talk).unwrap_or(today);
        let (rhythm, talked, not_before) = (item.rhythm, item.talked, item.plan.not_before);
        let theirs = item.plan.theirs.clone();
        let who = item.who;
        expect(answer.next.is_some() == rhythm.is_some(), Wrong::Effect, id)?;
        let (Some((next, on)), Some(days)) = (answer.next, rhythm) else {
            return Ok(());
        };
        let expected = date(from) + Days::new(days.into());
        let paused = not_before.is_some_and(|day| day > expected && day == on);
        expect(paused || on == expected || self.back, Wrong::Effect, id)?;
        expect(!self.items.contains_key(&next), Wrong::Effect, next)?;
        let plan = Plan {
            on,
            at: None,
            snoozed: None,
            not_before,
            not_before_instant: None,
            theirs,
        };
        self.planned(next, who, plan, rhythm);
        self.items.get_mut(&next).unwrap().talked = talked;
        Ok(())
    }

    /// The Snooze of a notification.
    pub(crate) fn snoozed(&mut self, now: i64, rings: &[Ring], taken: &[Id]) -> Result<(), Fault> {
        let mut right = self.answerable(rings);
        right.retain(|id| id.can_wait());
        expect(taken == right, Wrong::Answer, rings[0].id)?;
        let on = self.next_morning(now);
        for id in right {
            self.replanned(id, |plan| plan.snoozed = Some(Snoozed { on, at: None }));
        }
        Ok(())
    }

    fn next_morning(&self, now: i64) -> NaiveDate {
        let today = self.today(now);
        let later = |day| day_opens(&self.rules, day).filter(|opens| *opens > now);
        let opens = later(today).or_else(|| later(today + 1));
        date(opens.map_or(today + 1, |opens| self.today(opens)))
    }

    /// An instant at which something could happen: dues, starts and ends of hours, clock changes.
    pub(crate) fn next_events(&self, now: i64) -> Vec<i64> {
        let mut events: Vec<i64> = self.items.values().filter_map(|item| item.due).collect();
        if let Some((start, end)) = next_period(&self.rules, now) {
            events.extend([start, end]);
        }
        events.extend(clock(self.rules.zone).next_move(now));
        events.retain(|at| *at > now - 2);
        events
    }
}
