//! How a history goes: the clock and the computer do something, the person does something, and
//! the app ticks for a while.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::clocks::{ZONES, clock, date, utc};
use super::oracle::{Fault, Oracle, Wrong};
use super::{Answer, Dice, Id, Notification, Reminding, Ring, Sort, Tally, When, Who};
use crate::hours::{Plan, Rules, Snoozed, WorkDay, WorkingHours};
use crate::moment::Moment;
use crate::reminders::machine::SUMMARY_ABOVE;

const DAY: i64 = 86_400;

/// A number that nothing ever has.
const NOTHING: i64 = 1 << 40;

pub(super) struct History<'a, R> {
    dice: Dice,
    kith: &'a mut R,
    oracle: Oracle,
    now: i64,
    zone: Tz,
    /// All that were shown, so that they can be answered late, and twice.
    shown: Vec<Notification>,
    /// Days and times that items have had.
    had: Vec<(Id, When)>,
    /// How many people have come up.
    people: Who,
    /// The next claim dies before it is shown.
    kill: bool,
    tally: Tally,
    trail: Option<&'a mut Vec<String>>,
}

impl<'a, R: Reminding> History<'a, R> {
    pub(super) fn begin(seed: u64, kith: &'a mut R, trail: Option<&'a mut Vec<String>>) -> Self {
        let mut dice = Dice(seed);
        let zone = dice.of(&ZONES).unwrap();
        let now = match dice.of(clock(zone).moves()) {
            Some((moved, _)) if dice.percent(60) => moved + dice.between(-2 * DAY, DAY),
            _ => dice.between(946_684_800, 2_082_758_400),
        };
        let rules = Rules {
            hours: WorkingHours { days: [None; 7] },
            off: Vec::new(),
            zone,
        };
        Self {
            dice,
            kith,
            oracle: Oracle::new(rules),
            now,
            zone,
            shown: Vec::new(),
            had: Vec::new(),
            people: 0,
            kill: false,
            tally: Tally::default(),
            trail,
        }
    }

    pub(super) fn live(mut self) -> Result<Tally, Fault> {
        self.set_hours();
        let crowd = self.dice.percent(15);
        for _ in 0..self.dice.between(1, 4) + 3 * i64::from(crowd) {
            self.plan();
        }
        for _ in 0..self.dice.between(10, 20) {
            self.outside()?;
            self.person()?;
            self.spell()?;
        }
        Ok(self.tally)
    }

    fn moment(&self) -> Moment {
        Moment {
            utc: utc(self.now),
            zone: self.zone,
        }
    }

    fn note(&mut self, what: impl FnOnce() -> String) {
        if let Some(trail) = &mut self.trail {
            let there = utc(self.now).with_timezone(&self.zone);
            trail.push(format!("{} {there} {}", self.now, what()));
        }
    }

    /// The app is awake and ticks at least every 30 s.
    fn spell(&mut self) -> Result<(), Fault> {
        let long = self.dice.percent(35);
        let mut left = if long {
            self.dice.between(60, 100)
        } else {
            self.dice.between(0, 25)
        };
        self.tick()?;
        while left > 0 {
            let step = self.dice.between(20, 30).min(left);
            (self.now, left) = (self.now + step, left - step);
            self.tick()?;
        }
        let on_today = self.kith.on_today(&self.moment());
        self.oracle.sees(self.now, &on_today)
    }

    fn tick(&mut self) -> Result<(), Fault> {
        let shown = self.kith.tick(&self.moment());
        self.tally.ticks += 1;
        if !shown.is_empty() {
            self.note(|| format!("tick: {shown:?}"));
        }
        self.oracle.ticked(self.now, self.zone, &shown)?;
        self.tally.summaries += usize::from(shown.len() > SUMMARY_ABOVE);
        if !shown.is_empty() && std::mem::take(&mut self.kill) {
            // Some may have come up before the end.
            let up = usize::try_from(self.dice.between(0, 1)).unwrap();
            self.shown.extend(shown.into_iter().take(up));
            self.tally.kills += 1;
            self.restart();
            return Ok(());
        }
        for notification in &shown {
            let sorts: BTreeSet<Sort> = notification.iter().map(|ring| ring.id.sort).collect();
            self.tally.shown += notification.len();
            self.tally.together += usize::from(notification.len() > 1);
            self.tally.both += usize::from(sorts.len() > 1);
        }
        self.shown.extend(shown);
        Ok(())
    }

    /// What the computer, the clock and the world do.
    fn outside(&mut self) -> Result<(), Fault> {
        match self.dice.between(1, 100) {
            1..=45 => self.wait_for_something(),
            46..=58 => {
                let longest = 1 << self.dice.between(5, 22);
                let asleep = self.dice.between(1, longest);
                self.jump(self.now + asleep);
            }
            59..=68 => {
                let furthest = 1 << self.dice.between(1, 21);
                let back = self.dice.between(1, furthest);
                self.tally.back += 1;
                self.jump(self.now - back);
            }
            69..=76 => {
                self.zone = self.dice.of(&ZONES).unwrap();
                self.tally.zones += 1;
                self.note(|| "another zone".to_owned());
                // The next tick notices.
                self.tick()?;
            }
            77..=83 => self.restart(),
            84..=87 => self.kill = true,
            _ => {}
        }
        Ok(())
    }

    /// To just before, at or just after an instant at which something could happen.
    fn wait_for_something(&mut self) {
        let events = self.oracle.next_events(self.now);
        let Some(event) = self.dice.of(&events) else {
            return;
        };
        let offset = self.dice.of(&[-30, -1, -1, 0, 0, 1, 1, 29, 61]).unwrap();
        if event + offset > self.now && event < self.now + 400 * DAY {
            self.jump(event + offset);
        }
    }

    fn jump(&mut self, to: i64) {
        self.oracle.jumped(to < self.now);
        self.now = to;
        self.note(|| "asleep until now, or the clock was moved".to_owned());
    }

    fn restart(&mut self) {
        let away = self.dice.of(&[0, 1, 30, 3600, DAY]).unwrap();
        if self.dice.percent(20) {
            self.zone = self.dice.of(&ZONES).unwrap();
        }
        self.jump(self.now + away);
        self.note(|| "a new run".to_owned());
        self.kith.restart(&self.moment());
        self.oracle.restarted(self.zone);
        self.tally.restarts += 1;
    }

    /// What the person does.
    fn person(&mut self) -> Result<(), Fault> {
        match self.dice.between(1, 100) {
            1..=9 => self.plan(),
            10..=38 => self.answer()?,
            39..=42 => self.answer_nothing()?,
            43..=52 => self.on_the_page()?,
            53..=65 => self.edit(),
            66..=72 => self.snooze_until(),
            73..=80 => self.set_hours(),
            81..=83 => self.pause(),
            87..=90 => self.cool(),
            91..=94 => self.say_hours(),
            84..=86 => self.remove(),
            _ => {}
        }
        Ok(())
    }

    fn one_open(&mut self) -> Option<Id> {
        self.one_open_of(&[Sort::CheckIn, Sort::MadeUp, Sort::Promise])
    }

    fn one_open_of(&mut self, sorts: &[Sort]) -> Option<Id> {
        let items = self.oracle.items.iter();
        let open: Vec<Id> = items
            .filter(|(id, item)| item.open && sorts.contains(&id.sort))
            .map(|(id, _)| *id)
            .collect();
        self.dice.of(&open)
    }

    /// Presses a button on something that is up, or was once.
    fn answer(&mut self) -> Result<(), Fault> {
        if self.shown.is_empty() {
            return Ok(());
        }
        let last = self.shown.len() - 1;
        let which = if self.dice.percent(60) {
            last
        } else {
            usize::try_from(self.dice.between(0, i64::try_from(last).unwrap())).unwrap()
        };
        let mut rings = self.shown[which].clone();
        if self.dice.percent(8) {
            let late = chrono::Duration::minutes(30);
            rings.iter_mut().for_each(|ring| ring.due += late);
        }
        let done = self.dice.percent(50);
        let again = 1 + i64::from(self.dice.percent(30));
        for _ in 0..again {
            if done {
                self.done(&rings)?;
            } else {
                self.snooze(&rings)?;
            }
        }
        Ok(())
    }

    fn answer_nothing(&mut self) -> Result<(), Fault> {
        let sorts = [Sort::CheckIn, Sort::MadeUp, Sort::Promise, Sort::Notice];
        let sort = self.dice.of(&sorts).unwrap();
        let nothing = Ring {
            id: Id {
                sort,
                item: NOTHING,
            },
            due: utc(self.now),
        };
        if self.dice.percent(50) {
            self.done(&[nothing])
        } else {
            self.snooze(&[nothing])
        }
    }

    fn done(&mut self, rings: &[Ring]) -> Result<(), Fault> {
        let answer = self.kith.done(&self.moment(), rings);
        self.note(|| format!("done {rings:?}: {answer:?}"));
        self.oracle.done(self.now, rings, &answer)?;
        self.count(rings[0].id, &answer)
    }

    fn count(&mut self, id: Id, answer: &Answer) -> Result<(), Fault> {
        self.tally.taken += answer.taken.len();
        self.tally.refused += usize::from(answer.taken.is_empty());
        let right = self.kith.talks() == self.oracle.talks;
        let wrong = Wrong::Effect;
        right.then_some(()).ok_or(Fault { wrong, id })
    }

    fn snooze(&mut self, rings: &[Ring]) -> Result<(), Fault> {
        let taken = self.kith.snooze(&self.moment(), rings);
        self.note(|| format!("snooze {rings:?}: {taken:?}"));
        self.tally.snoozed += taken.len();
        self.tally.refused += usize::from(taken.is_empty());
        self.oracle.snoozed(self.now, rings, &taken)
    }

    /// Done or Skip on Today, rarely on one that is closed already.
    fn on_the_page(&mut self) -> Result<(), Fault> {
        let any = self.dice.percent(15);
        let known = self.oracle.items.keys().copied();
        let known: Vec<Id> = known.filter(|id| id.sort != Sort::Notice).collect();
        let id = if any {
            self.dice.of(&known)
        } else {
            self.one_open()
        };
        let Some(id) = id else { return Ok(()) };
        let skip = id.sort == Sort::CheckIn && self.dice.percent(50);
        let answer = if skip {
            self.kith.skip(&self.moment(), id)
        } else {
            self.kith.done_on_page(&self.moment(), id)
        };
        self.note(|| format!("on the page, skip {skip}: {id:?}: {answer:?}"));
        self.oracle.done_on_page(self.now, id, !skip, &answer)?;
        self.count(id, &answer)
    }

    /// A day around today, half of them with a time, some in a zone far away.
    fn when(&mut self) -> When {
        let reach = self.dice.of(&[1, 3, 10, 400]).unwrap();
        let on = clock(self.zone).day(self.now) + self.dice.between(-1 - reach / 4, reach);
        if self.dice.percent(50) {
            return (date(on), None);
        }
        let latest = self.dice.of(&[4 * 60, 24 * 60 - 1]).unwrap();
        let minute = u32::try_from(self.dice.between(0, latest)).unwrap();
        let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
        let far = self.dice.percent(30);
        let zone = if far {
            self.dice.of(&ZONES).unwrap()
        } else {
            self.zone
        };
        (date(on), time.map(|time| (time, zone)))
    }

    /// Something is moved, at times back to where it was.
    fn edit(&mut self) {
        let Some(id) = self.one_open() else { return };
        if id.sort == Sort::Promise {
            return self.move_promise(id);
        }
        let mut when = self.when();
        let own: Vec<When> = self
            .had
            .iter()
            .filter(|(whose, _)| *whose == id)
            .map(|(_, when)| *when)
            .collect();
        if let Some(old) = self.dice.of(&own).filter(|_| self.dice.percent(40)) {
            when = old;
        }
        self.had.push((id, when));
        self.note(|| format!("edit {id:?}: {when:?}"));
        self.kith.edit(&self.moment(), id, when);
        self.oracle.replanned(id, |plan| {
            (plan.on, plan.at, plan.snoozed) = (when.0, when.1, None);
        });
    }

    /// To another day than it has, at times to one that it had.
    fn move_promise(&mut self, id: Id) {
        let today = date(clock(self.zone).day(self.now));
        let had = self.had.iter().filter(|(whose, _)| *whose == id);
        let had: Vec<NaiveDate> = had.map(|(_, (on, _))| *on).collect();
        let old = self.dice.of(&had).filter(|old| *old >= today);
        let due = match old.filter(|_| self.dice.percent(40)) {
            Some(old) => old,
            None => self.day_to_come(),
        };
        if self.oracle.items[&id].plan.on == due {
            return;
        }
        self.had.push((id, (due, None)));
        self.note(|| format!("move {id:?} to {due}"));
        self.kith.edit(&self.moment(), id, (due, None));
        let who = self.oracle.items[&id].who;
        self.oracle.promised(id, who, due, self.now);
    }

    fn day_to_come(&mut self) -> NaiveDate {
        let reach = self.dice.of(&[1, 3, 10, 50]).unwrap();
        date(clock(self.zone).day(self.now) + self.dice.between(0, reach))
    }

    fn promise(&mut self) {
        let (who, _) = self.with_something_else();
        let due = self.day_to_come();
        let id = self.kith.promise(&self.moment(), who, due);
        self.note(|| format!("promise {id:?} to {who} for {due}"));
        self.had.push((id, (due, None)));
        self.oracle.promised(id, who, due, self.now);
    }

    fn snooze_until(&mut self) {
        let Some(id) = self.one_open_of(&[Sort::CheckIn, Sort::MadeUp]) else {
            return;
        };
        let (on, at) = self.when();
        self.note(|| format!("snooze {id:?} until {on} {at:?}"));
        self.kith.snooze_until(&self.moment(), id, (on, at));
        self.oracle
            .replanned(id, |plan| plan.snoozed = Some(Snoozed { on, at }));
    }

    fn pause(&mut self) {
        let Some(id) = self.one_open_of(&[Sort::CheckIn]) else {
            return;
        };
        let until = date(clock(self.zone).day(self.now) + self.dice.between(1, 20));
        self.note(|| format!("pause {id:?} until {until}"));
        self.kith.pause(&self.moment(), id, until);
        self.oracle.paused(id, until);
    }

    /// With somebody of whom one check-in is planned, and with whom it does not cool already.
    fn cool(&mut self) {
        let Some(id) = self.one_open_of(&[Sort::CheckIn]) else {
            return;
        };
        let theirs = self.oracle.check_ins_with(id);
        let is_plain = theirs.iter().all(|id| {
            let item = &self.oracle.items[id];
            item.rhythm.is_none() && !item.comes_back
        });
        if !is_plain || self.zone != self.oracle.rules.zone {
            return;
        }
        let longest = self.dice.of(&[90, 1440, 4320]).unwrap();
        let until = utc((self.now.div_euclid(60) + self.dice.between(1, longest)) * 60);
        let back = self.kith.cool(&self.moment(), id, until);
        self.note(|| format!("cool {id:?} until {until}, back by {back:?}"));
        self.oracle.cooled(id, back, until, self.now);
        self.tally.cooled += 1;
    }

    fn say_hours(&mut self) {
        let Some(id) = self.one_open_of(&[Sort::CheckIn]) else {
            return;
        };
        let from = u16::try_from(self.dice.between(0, 22 * 60)).unwrap();
        let to = from + u16::try_from(self.dice.between(15, 600)).unwrap();
        let to = to.min(24 * 60);
        let mut days: [Option<WorkDay>; 7] = std::array::from_fn(|_| {
            let day = WorkDay { from, to };
            self.dice.percent(80).then_some(day)
        });
        days[0] = Some(WorkDay { from, to });
        let theirs = Rules {
            hours: WorkingHours { days },
            off: Vec::new(),
            zone: self.dice.of(&ZONES).unwrap(),
        };
        self.note(|| format!("hours of {id:?}: {theirs:?}"));
        self.kith.say_hours(&self.moment(), id, &theirs);
        for id in self.oracle.check_ins_with(id) {
            let theirs = theirs.clone();
            self.oracle.replanned(id, |plan| plan.theirs = Some(theirs));
        }
        self.tally.theirs += 1;
    }

    /// A relationship ends, or a person goes.
    fn remove(&mut self) {
        let ends = self.dice.percent(50);
        if let Some(id) = self.one_open_of(&[Sort::CheckIn]).filter(|_| ends) {
            self.note(|| format!("end {id:?}"));
            self.kith.end(&self.moment(), id);
            self.oracle.ended(id);
        } else if let Some(id) = self.one_open() {
            let who = self.oracle.items[&id].who;
            self.note(|| format!("trash person {who}"));
            self.kith.trash(&self.moment(), who);
            self.oracle.trashed(who);
        }
    }

    fn plan(&mut self) {
        if self.oracle.items.values().filter(|item| item.open).count() > 8 {
            return;
        }
        if self.dice.percent(25) {
            return self.promise();
        }
        let (id, who, (on, at), rhythm) = match self.dice.between(1, 100) {
            1..=25 => {
                let days = u32::try_from(self.dice.between(1, 9)).unwrap();
                let who = self.somebody_new();
                let id = self.kith.keep_close(&self.moment(), who, days);
                let on = clock(self.zone).day(self.now) + i64::from(days);
                (id, who, (date(on), None), Some(days))
            }
            26..=60 => {
                let (who, when) = (self.somebody_new(), self.when());
                (self.kith.plan(&self.moment(), who, when), who, when, None)
            }
            _ => {
                let (who, when) = self.with_something_else();
                let id = self.kith.make_up(&self.moment(), who, when);
                (id, who, when, None)
            }
        };
        self.note(|| format!("plan {id:?} of {who}: {on} {at:?} {rhythm:?}"));
        self.had.push((id, (on, at)));
        let plan = Plan {
            on,
            at,
            snoozed: None,
            not_before: None,
            not_before_instant: None,
            theirs: None,
        };
        self.oracle.planned(id, who, plan, rhythm);
    }

    fn somebody_new(&mut self) -> Who {
        self.people += 1;
        self.people - 1
    }

    /// Whom something is made up about, and for when: mostly somebody with whom something is open, often
    /// for the same moment.
    fn with_something_else(&mut self) -> (Who, When) {
        let known = self.one_open().filter(|_| self.dice.percent(80));
        let Some(known) = known else {
            return (self.somebody_new(), self.when());
        };
        let who = self.oracle.items[&known].who;
        let had = self.had.iter().rev().find(|(id, _)| *id == known);
        let same = had.map(|(_, when)| *when);
        match same.filter(|_| self.dice.percent(60)) {
            Some(when) => (who, when),
            None => (who, self.when()),
        }
    }

    fn set_hours(&mut self) {
        let hours = self.hours();
        let off = self.days_off();
        self.note(|| format!("hours {hours:?} off {off:?}"));
        self.kith.set_hours(&self.moment(), &hours, &off);
        self.oracle.rules_set(hours, off, self.now);
    }

    /// The usual ones, all day, nights around clock changes, odd ones, none at all.
    fn hours(&mut self) -> WorkingHours {
        let same = |from, to| WorkingHours {
            days: [Some(WorkDay { from, to }); 7],
        };
        match self.dice.between(1, 100) {
            1..=45 => WorkingHours::default(),
            46..=65 => same(0, 24 * 60),
            66..=80 => {
                let from = self.dice.between(0, 180);
                let to = from + self.dice.between(1, 150);
                same(u16::try_from(from).unwrap(), u16::try_from(to).unwrap())
            }
            81..=95 => WorkingHours {
                days: std::array::from_fn(|_| {
                    let from = self.dice.between(0, 23 * 60);
                    let to = self.dice.between(from + 1, 24 * 60);
                    let day = WorkDay {
                        from: u16::try_from(from).unwrap(),
                        to: u16::try_from(to).unwrap(),
                    };
                    self.dice.percent(70).then_some(day)
                }),
            },
            _ => WorkingHours { days: [None; 7] },
        }
    }

    fn days_off(&mut self) -> Vec<(NaiveDate, NaiveDate)> {
        let today = clock(self.zone).day(self.now);
        let spans = self.dice.of(&[0, 0, 0, 1, 3]).unwrap();
        let span = |_| {
            let from = today + self.dice.between(-4, 10);
            (date(from), date(from + self.dice.between(0, 5)))
        };
        (0..spans).map(span).collect()
    }
}
