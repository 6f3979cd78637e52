//! The table `delivery`: what the machine decided, kept in step with what rings and with the settings.

use std::collections::HashSet;

use super::delivery_rows::{self, DeliveryRecord, Pops, Stamps};
use super::machine::{self, Claim, Delivery, Pop};
use super::sources::{name_of, sentences, source_of, sources, tells};
use super::{DaysWithout, HoursOfWork, Popped, Remind, Reminder, ReminderKey, Run, rules};
use crate::book::must;
use crate::days::{Day, Stamp};
use crate::error::{Error, Result};
use crate::hours::{Plan, Rules, due};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::settings;
use crate::store::reminder_source::{Buttons, ReminderSource};
use crate::store::{Tx, seen_days};

/// For which hours, days off and zone the rings were computed; remembered, no setting.
const RULES_OF: &str = "ringsOf";
/// The number of the present run; remembered, no setting.
const RUN: &str = "run";
/// The day on which what comes again was last planned; remembered, no setting.
const PLANNED_ON: &str = "ringsPlannedOn";

/// For more people than that, one question a source about everybody is quicker than one about each. Of ten thousand
/// imported people nearly all have nothing that rings.
const MANY: usize = 500;

/// Which rings are computed anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anew {
    /// Those whose plan is another one.
    Plans,
    /// All: the rules are other ones, or another run has begun.
    All,
}

/// After a change: the rings of the people it touched, and of those who share an item with them.
pub(crate) fn follow_people(tx: &Tx<'_>, touched: &[PersonId], now: &Moment) -> Result<()> {
    let mut people = touched.to_vec();
    for source in sources(tx) {
        for person in touched {
            people.extend((source.along)(tx, *person)?);
        }
    }
    people.sort_unstable();
    people.dedup();
    if people.len() > MANY {
        let ring = who_may_ring(tx)?;
        people.retain(|person| ring.contains(person));
    }
    follow_all(tx, &with_nobody(people), Anew::Plans, now)
}

/// Everybody with whom something rings, or did so far.
fn who_may_ring(tx: &Tx<'_>) -> Result<HashSet<PersonId>> {
    let mut all = HashSet::from_iter(delivery_rows::people_standing(tx)?);
    for source in sources(tx) {
        all.extend((source.people)(tx)?);
    }
    Ok(all)
}

/// These people, and what is about nobody: a change of a person can make it so.
fn with_nobody(people: Vec<PersonId>) -> Vec<Option<PersonId>> {
    people.into_iter().map(Some).chain([None]).collect()
}

/// Brings what rings with these up to date; `None` stands for what is about nobody.
fn follow_all(tx: &Tx<'_>, whose: &[Option<PersonId>], anew: Anew, now: &Moment) -> Result<()> {
    if whose.is_empty() {
        return Ok(());
    }
    let follow = Follow {
        tx,
        anew,
        rules: rules(tx, now)?,
        run: run(tx)?,
        now,
    };
    whose.iter().try_for_each(|whose| match whose {
        Some(person) => follow.person(*person),
        None => follow.nobody(),
    })
}

/// One walk over those whose rings are to be brought up to date.
struct Follow<'a> {
    tx: &'a Tx<'a>,
    anew: Anew,
    rules: Rules,
    run: i64,
    now: &'a Moment,
}

/// What rings by now, with its source and plan.
type Planned = Vec<(&'static ReminderSource, i64, Plan)>;

impl Follow<'_> {
    /// Brings what rings with one person up to date.
    fn person(&self, person: PersonId) -> Result<()> {
        let mut plans = Planned::new();
        for source in sources(self.tx) {
            let of_source = (source.plans)(self.tx, person, self.now)?.into_iter();
            plans.extend(of_source.map(|(item, plan)| (source, item, plan)));
        }
        if !plans.is_empty() && name_of(self.tx, person)?.is_none() {
            plans.clear();
        }
        self.keep(Some(person), &plans)
    }

    /// Brings what is about nobody up to date.
    fn nobody(&self) -> Result<()> {
        let mut plans = Planned::new();
        for source in sources(self.tx) {
            if let Some(about_nobody) = &source.about_nobody {
                let of_source = (about_nobody.plans)(self.tx)?.into_iter();
                plans.extend(of_source.map(|(item, plan)| (source, item, plan)));
            }
        }
        self.keep(None, &plans)
    }

    /// Keeps what rings with somebody, or about nobody; whatever else of theirs rang stands no longer.
    fn keep(&self, whose: Option<PersonId>, plans: &Planned) -> Result<()> {
        for (source, item, plan) in plans {
            self.put(source, *item, whose, plan)?;
        }
        for (sort, item) in delivery_rows::standing_of(self.tx, whose)? {
            let mut plans = plans.iter();
            if !plans.any(|(source, id, _)| source.word == sort && *id == item) {
                delivery_rows::stand_down(self.tx, &sort, item)?;
            }
        }
        Ok(())
    }

    fn put(
        &self,
        source: &ReminderSource,
        item: i64,
        person: Option<PersonId>,
        plan: &Plan,
    ) -> Result<()> {
        let before = delivery_rows::get(self.tx, source.word, item)?;
        let before = before.as_ref();
        let same_plan = before.filter(|before| before.is_for(plan) && before.person == person);
        let stays = |before: &DeliveryRecord| {
            let is_told = source.comes_again && before.is_told();
            before.stands && (self.anew == Anew::Plans || is_told)
        };
        if same_plan.is_some_and(stays) {
            return Ok(());
        }
        let due = due(plan, &self.rules);
        let after = match (same_plan, before) {
            (Some(same), _) => delivered(same).rules_changed(due, self.now.utc, self.run),
            (None, Some(before)) => delivered(before).replanned(due),
            (None, None) => Delivery::from(due),
        };
        let planned = DeliveryRecord {
            sort: source.word.to_owned(),
            item,
            person,
            plan: delivery_rows::plan_text(plan),
            stands: true,
            waits: plan.waits(),
            day: due.day.into(),
            rings: None,
            claimed_for: None,
            claimed_run: None,
            claimed_before: Stamps::default(),
            popped: Pops::default(),
        };
        let row = decided_on(planned, &after);
        if before == Some(&row) {
            return Ok(());
        }
        delivery_rows::put(self.tx, &row)
    }
}

/// The row with what the machine decided.
fn decided_on(row: DeliveryRecord, decided: &Delivery) -> DeliveryRecord {
    let earlier = decided.earlier.iter().copied().map(Stamp::from);
    let popped = decided
        .popped
        .iter()
        .map(|pop| (pop.due.into(), pop.on.into()));
    DeliveryRecord {
        day: decided.day.into(),
        rings: decided.rings.map(Stamp::from),
        claimed_for: decided.claim.map(|claim| claim.due.into()),
        claimed_run: decided.claim.map(|claim| claim.run),
        claimed_before: Stamps(earlier.collect()),
        popped: Pops(popped.collect()),
        ..row
    }
}

fn delivered(row: &DeliveryRecord) -> Delivery {
    let claim = row.claimed_for.zip(row.claimed_run);
    Delivery {
        day: row.day.date(),
        rings: row.rings.map(Stamp::utc),
        claim: claim.map(|(due, run)| Claim {
            due: due.utc(),
            run,
        }),
        earlier: row.claimed_before.0.iter().map(|at| at.utc()).collect(),
        popped: row
            .popped
            .0
            .iter()
            .map(|(due, on)| Pop {
                due: due.utc(),
                on: on.date(),
            })
            .collect(),
    }
}

/// Raised whenever a source plans otherwise than before, so that a book of an older Kith is planned anew. 2: the check-in
/// of a rhythm waits for one that is planned. 3: a step that names nobody is about nobody.
const PLANNED_BY: u32 = 3;

/// Hours, days off, zone, what is known of zones, the settings of sources and how they plan as one text, to see that
/// they changed.
fn rules_words(tx: &Tx<'_>, now: &Moment) -> Result<String> {
    let (hours, days_off) = (
        settings::get::<HoursOfWork>(tx)?,
        settings::get::<DaysWithout>(tx)?,
    );
    let hours = serde_json::to_string(&(&hours, &days_off))?;
    let zones = chrono_tz::IANA_TZDB_VERSION;
    let keys = sources(tx).flat_map(|source| source.settings);
    let others: Vec<_> = keys
        .map(|key| settings::setting_rows::get(tx, key))
        .collect::<Result<_>>()?;
    Ok(serde_json::to_string(&(
        now.zone.name(),
        hours,
        zones,
        others,
        PLANNED_BY,
    ))?)
}

/// Whether a claim would find something to do: a ring has come inside working hours, or the rings were
/// computed for other hours, days off or another zone.
pub(crate) fn has_work(tx: &Tx<'_>, now: &Moment) -> Result<bool> {
    let open = settings::get::<Remind>(tx)? && rules(tx, now)?.is_open(now.utc);
    let rung = open && delivery_rows::has_rung(tx, now.stamp())?;
    Ok(rung || !is_planned_today(tx, now)? || rules_changed(tx, &rules_words(tx, now)?)?)
}

fn is_planned_today(tx: &Tx<'_>, now: &Moment) -> Result<bool> {
    let today = serde_json::to_string(&Day::from(now.today()))?;
    Ok(settings::remembered(tx, PLANNED_ON)?.as_deref() == Some(today.as_str()))
}

/// Once a day: what comes again and whose day has passed gets its next plan.
fn plan_what_comes_again(tx: &Tx<'_>, now: &Moment) -> Result<()> {
    if is_planned_today(tx, now)? {
        return Ok(());
    }
    let today = Day::from(now.today());
    let mut people = Vec::new();
    for source in sources(tx).filter(|source| source.comes_again) {
        people.extend(delivery_rows::people_before(tx, source.word, today)?);
    }
    people.sort_unstable();
    people.dedup();
    let people: Vec<_> = people.into_iter().map(Some).collect();
    follow_all(tx, &people, Anew::Plans, now)?;
    settings::remember(tx, PLANNED_ON, &serde_json::to_string(&today)?)
}

fn rules_changed(tx: &Tx<'_>, words: &str) -> Result<bool> {
    Ok(settings::remembered(tx, RULES_OF)?.as_deref() != Some(words))
}

/// Computes every ring anew where hours, days off, the zone or a setting of a source changed; and on another day,
/// what comes again.
pub(crate) fn keep_rules(tx: &Tx<'_>, now: &Moment) -> Result<()> {
    let words = rules_words(tx, now)?;
    if !rules_changed(tx, &words)? {
        return plan_what_comes_again(tx, now);
    }
    let mut people = Vec::new();
    for source in sources(tx) {
        people.extend((source.people)(tx)?);
    }
    people.sort_unstable();
    people.dedup();
    follow_all(tx, &with_nobody(people), Anew::All, now)?;
    settings::remember(tx, RULES_OF, &words)?;
    plan_what_comes_again(tx, now)
}

fn run(tx: &Tx<'_>) -> Result<i64> {
    let known = settings::remembered(tx, RUN)?;
    let Some(run) = known else { return Ok(0) };
    run.parse().map_err(|_| {
        let which = format!("remembered, key {RUN} (value)");
        Error::row_unreadable(Some(&which))
    })
}

pub(super) fn begin(tx: &Tx<'_>, now: &Moment) -> Result<Run> {
    let next = run(tx)?.saturating_add(1);
    settings::remember(tx, RUN, &next.to_string())?;
    seen_days::note(tx, now.stamp())?;
    forget_old_pops(tx)?;
    // A due that was claimed may have been kept when the rules changed; all others are up to date. What is told once
    // stays claimed.
    let once = sources(tx).filter(|source| source.comes_again);
    let once: Vec<&str> = once.map(|source| source.word).collect();
    let claimed = delivery_rows::begin(tx, &once)?;
    follow_all(tx, &claimed, Anew::All, now)?;
    keep_rules(tx, now)?;
    Ok(Run(next))
}

/// What popped up before the last days on which Kith ran no longer counts: the lists stay short.
fn forget_old_pops(tx: &Tx<'_>) -> Result<()> {
    let seen = seen_days::read(tx)?;
    for mut row in delivery_rows::popped(tx)? {
        let before = row.popped.0.len();
        row.popped.0.retain(|(_, on)| seen.has_near(*on));
        if row.popped.0.len() < before {
            delivery_rows::put(tx, &row)?;
        }
    }
    Ok(())
}

pub(super) fn popped(tx: &Tx<'_>) -> Result<Vec<Popped>> {
    let mut all = Vec::new();
    for row in delivery_rows::popped(tx)? {
        let key = |due| ReminderKey {
            sort: row.sort.clone(),
            item: row.item,
            due,
        };
        let pops = row.popped.0.iter();
        all.extend(pops.map(|(due, on)| Popped {
            key: key(*due),
            on: *on,
        }));
    }
    Ok(all)
}

/// Nothing, where the book has no such item.
pub(super) fn have_popped(tx: &Tx<'_>, one: &Popped) -> Result<()> {
    let key = &one.key;
    let Some(row) = delivery_rows::get(tx, &key.sort, key.item)? else {
        return Ok(());
    };
    let mut decided = delivered(&row);
    let pop = Pop {
        due: key.due.utc(),
        on: one.on.date(),
    };
    if decided.pop_up(pop) {
        delivery_rows::put(tx, &decided_on(row, &decided))?;
    }
    Ok(())
}

/// Claims what has rung inside working hours; whatever rang of one person is one reminder, and each item about nobody.
pub(super) fn claim(tx: &Tx<'_>, run: Run, now: &Moment) -> Result<Vec<Reminder>> {
    let rules = rules(tx, now)?;
    let mut claimed = Vec::new();
    for row in delivery_rows::rung(tx, now.stamp())? {
        let mut decided = delivered(&row);
        let Some(sort) = source_of(tx, &row.sort) else {
            continue;
        };
        if decided.claimable(now.utc, run.0, &rules) {
            let is_shown = decided.claim(now.utc, run.0, &rules);
            let row = decided_on(row, &decided);
            delivery_rows::put(tx, &row)?;
            if is_shown {
                // Its day is one on which Kith ran, though nothing else is changed on it: what popped up is known
                // as long as the days are.
                seen_days::note(tx, now.stamp())?;
            }
            if is_shown && !is_covered(tx, (&row.sort, row.item), now.stamp())? {
                claimed.push((sort, row));
            }
        }
    }
    // An item about nobody is a group of its own.
    let of_nobody = |source: &ReminderSource, row: &DeliveryRecord| {
        row.person.is_none().then_some((source.word, row.item))
    };
    machine::by_person(claimed, |(source, row)| {
        (row.person, of_nobody(source, row))
    })
    .into_iter()
    .map(|of_one| reminder(tx, of_one, now))
    .collect()
}

/// What rang of one person, or one item about nobody; `rung` holds at least one.
fn reminder(
    tx: &Tx<'_>,
    rung: Vec<(&'static ReminderSource, DeliveryRecord)>,
    now: &Moment,
) -> Result<Reminder> {
    let (first, row) = must(rung.first(), "ring")?;
    let (called, person) = (first.called, row.person);
    let all_same = rung.iter().all(|(sort, _)| sort.called == called);
    // What asks for no answer, such as a birthday, takes that of the others away from nobody.
    let asking: Vec<Buttons> = rung.iter().filter_map(|(sort, _)| sort.buttons).collect();
    let buttons = asking.first().copied().filter(|first| {
        let can_answer_several = *first == Buttons::DoneSnooze;
        asking.iter().all(|one| one == first) && (can_answer_several || asking.len() == 1)
    });
    let mut texts = Vec::new();
    let mut keys = Vec::new();
    let name = name_of_row(tx, first, row)?;
    let tells_of_person = rung.iter().any(|(sort, _)| sort.tells_of_person);
    let sorts: Vec<&str> = rung.iter().map(|(sort, _)| sort.word).collect();
    for (sort, row) in rung {
        texts.push((sort.words)(tx, row.item, now)?);
        keys.push(ReminderKey {
            sort: row.sort,
            item: row.item,
            due: must(row.rings, "ring")?,
        });
    }
    if let Some(person) = person.filter(|_| tells_of_person) {
        for tells in tells(tx) {
            let told = Error::or_unreadable((tells.words)(tx, person, &sorts, now))?;
            texts.extend(told.unwrap_or_default());
        }
    }
    Ok(Reminder {
        keys,
        person,
        name,
        reason: sentences(texts.iter().map(String::as_str)),
        called: all_same.then_some(called),
        buttons,
    })
}

/// Whom or what a reminder names.
pub(super) fn name_of_row(
    tx: &Tx<'_>,
    source: &ReminderSource,
    row: &DeliveryRecord,
) -> Result<String> {
    match (row.person, &source.about_nobody) {
        (Some(person), _) => Ok(name_of(tx, person)?.unwrap_or_default()),
        (None, Some(about_nobody)) => (about_nobody.title)(tx, row.item),
        (None, None) => Ok(String::new()),
    }
}

/// Whether another source stands for the same item and has rung: that one is told.
fn is_covered(tx: &Tx<'_>, key: (&str, i64), now: Stamp) -> Result<bool> {
    let Some(other) = source_of(tx, key.0).and_then(|source| source.covered_by) else {
        return Ok(false);
    };
    let row = delivery_rows::get(tx, other, key.1)?;
    Ok(row.is_some_and(|row| row.stands && row.rings.is_some_and(|rings| rings <= now)))
}

/// Whether an answer to this ring is still to be taken, and nothing else is told in its place.
pub(super) fn is_told(tx: &Tx<'_>, key: &ReminderKey, now: Stamp) -> Result<bool> {
    Ok(answerable(tx, key)?.is_some() && !is_covered(tx, (&key.sort, key.item), now)?)
}

/// The row, where an answer to this ring is still to be taken.
pub(super) fn answerable(tx: &Tx<'_>, key: &ReminderKey) -> Result<Option<DeliveryRecord>> {
    let row = delivery_rows::get(tx, &key.sort, key.item)?;
    Ok(row.filter(|row| row.stands && delivered(row).answers(key.due.utc())))
}
