//! The table `delivery`: what the machine decided, kept in step with check-ins, statuses and settings.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::machine::{self, Claim, Delivery, Plan, Snoozed};
use super::{Reminder, ReminderKey, Run, rules};
use crate::check_ins::CheckInId;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::{CheckInRecord, WhenRecord};
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows::RelationshipRecord;
use crate::relationships::{Status, relationship_rows};
use crate::reminders::delivery_rows;
use crate::reminders::delivery_rows::DeliveryRecord;
use crate::settings;
use crate::store::Tx;

/// For which hours, days off and zone the rings were computed; remembered, no setting.
const RULES_OF: &str = "ringsOf";
/// The number of the present run; remembered, no setting.
const RUN: &str = "run";

/// A plan as the machine takes it; `None` where the day is not one.
pub(crate) fn plan_of(
    when: &WhenRecord,
    snoozed: Option<&WhenRecord>,
    not_before: Option<NaiveDate>,
) -> Option<Plan> {
    Some(Plan {
        on: when.on.parse().ok()?,
        at: time_of(when),
        snoozed: match snoozed {
            Some(to) => Some(Snoozed {
                on: to.on.parse().ok()?,
                at: time_of(to),
            }),
            None => None,
        },
        not_before,
    })
}

fn time_of(when: &WhenRecord) -> Option<(NaiveTime, Tz)> {
    let time = NaiveTime::parse_from_str(when.at.as_ref()?, "%H:%M").ok()?;
    Some((time, when.zone.as_ref()?.parse().ok()?))
}

/// After a change: the rings of the people it touched.
pub(crate) fn follow_people(tx: &Tx<'_>, touched: &[PersonId], now: &Moment) -> Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    let rules = rules(tx, now)?;
    let run = run(tx)?;
    for person in touched {
        // Most of ten thousand imported people have none: one question each is enough.
        if check_in_rows::any_of(tx, *person)? {
            follow(tx, *person, &rules, run, now)?;
        }
    }
    Ok(())
}

fn follow(tx: &Tx<'_>, person: PersonId, rules: &Rules, run: i64, now: &Moment) -> Result<()> {
    let gone = person_rows::find(tx, person)?.is_none_or(|found| found.trashed_at.is_some());
    let mine = relationship_rows::of_person(tx, person)?;
    let mut standing = Vec::new();
    if !gone {
        for record in check_in_rows::open_of(tx, person)? {
            if let Some(plan) = standing_plan(&record, mine.as_ref()) {
                put(tx, &record, &plan, rules, run, now)?;
                standing.push(record.id);
            }
        }
    }
    delivery_rows::stand_down(tx, person, &standing)
}

/// The plan of an open check-in that is to ring at all: not while its relationship rests or has ended,
/// and after a pause.
fn standing_plan(record: &CheckInRecord, mine: Option<&RelationshipRecord>) -> Option<Plan> {
    let rests = mine.is_some_and(|mine| match mine.status {
        Status::Active | Status::Paused => false,
        Status::Dormant => record.source == crate::check_ins::Source::Cadence,
        Status::CoolingOff | Status::Ended => true,
    });
    if rests {
        return None;
    }
    let paused = mine.and_then(|mine| mine.paused_until.as_ref()?.parse().ok());
    plan_of(&record.when, record.snoozed.as_ref(), paused)
}

fn put(
    tx: &Tx<'_>,
    record: &CheckInRecord,
    plan: &Plan,
    rules: &Rules,
    run: i64,
    now: &Moment,
) -> Result<()> {
    let due = machine::due(plan, rules);
    let words = format!("{plan:?}");
    let before = delivery_rows::get(tx, record.id)?;
    let after = match &before {
        Some(before) if before.plan == words => delivered(before).rules_changed(due, now.utc, run),
        Some(before) => delivered(before).replanned(due),
        None => Delivery::from(due),
    };
    let row = row_of(record.id, record.person, words, &after);
    if before.as_ref() == Some(&row) {
        return Ok(());
    }
    delivery_rows::put(tx, &row)
}

/// What the machine decided, as columns.
fn row_of(
    check_in: CheckInId,
    person: PersonId,
    plan: String,
    decided: &Delivery,
) -> DeliveryRecord {
    let earlier: Vec<String> = decided.earlier.iter().map(|at| stamp(*at)).collect();
    DeliveryRecord {
        day: decided.day.to_string(),
        rings: decided.rings.map(stamp),
        claimed_for: decided.claim.map(|claim| stamp(claim.due)),
        claimed_run: decided.claim.map(|claim| claim.run),
        claimed_before: earlier.join(" "),
        check_in,
        person,
        plan,
        stands: true,
    }
}

fn stamp(at: DateTime<Utc>) -> String {
    Moment {
        utc: at,
        zone: Tz::UTC,
    }
    .stamp()
}

fn delivered(row: &DeliveryRecord) -> Delivery {
    let instant = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
    Delivery {
        day: row.day.parse().unwrap_or_default(),
        rings: instant(&row.rings),
        claim: instant(&row.claimed_for)
            .zip(row.claimed_run)
            .map(|(due, run)| Claim { due, run }),
        earlier: row
            .claimed_before
            .split_whitespace()
            .filter_map(|at| at.parse().ok())
            .collect(),
    }
}

/// Hours, days off, zone and what is known of zones as one text, to see that they changed.
fn rules_words(tx: &Tx<'_>, now: &Moment) -> Result<String> {
    let settings = settings::read(tx)?;
    let hours = serde_json::to_string(&(&settings.working_hours, &settings.days_off))?;
    let zones = chrono_tz::IANA_TZDB_VERSION;
    Ok(serde_json::to_string(&(now.zone.name(), hours, zones))?)
}

/// Whether the rings were computed for other hours, days off or another zone.
pub(super) fn rules_changed(tx: &Tx<'_>, now: &Moment) -> Result<bool> {
    Ok(settings::remembered(tx, RULES_OF)? != Some(rules_words(tx, now)?))
}

/// Computes every ring anew where hours, days off or the zone changed.
pub(crate) fn keep_rules(tx: &Tx<'_>, now: &Moment) -> Result<()> {
    if !rules_changed(tx, now)? {
        return Ok(());
    }
    follow_people(tx, &check_in_rows::people_with_open(tx)?, now)?;
    settings::remember(tx, RULES_OF, &rules_words(tx, now)?)
}

fn run(tx: &Tx<'_>) -> Result<i64> {
    let known = settings::remembered(tx, RUN)?;
    Ok(known.and_then(|run| run.parse().ok()).unwrap_or(0))
}

pub(super) fn begin(tx: &Tx<'_>, now: &Moment) -> Result<Run> {
    let next = run(tx)?.saturating_add(1);
    settings::remember(tx, RUN, &next.to_string())?;
    // A due that was claimed may have been kept when the rules changed; all others are up to date.
    let claimed = delivery_rows::begin(tx)?;
    follow_people(tx, &claimed, now)?;
    keep_rules(tx, now)?;
    Ok(Run(next))
}

/// Claims what has rung inside working hours.
pub(super) fn claim(tx: &Tx<'_>, run: Run, now: &Moment) -> Result<Vec<Reminder>> {
    let rules = rules(tx, now)?;
    let mut claimed = Vec::new();
    for mut row in delivery_rows::rung(tx, &now.stamp())? {
        let mut decided = delivered(&row);
        if !decided.claimable(now.utc, run.0, &rules) {
            continue;
        }
        decided.claim(run.0);
        row = row_of(row.check_in, row.person, row.plan, &decided);
        delivery_rows::put(tx, &row)?;
        claimed.push(reminder(tx, &row, now)?);
    }
    Ok(claimed)
}

fn reminder(tx: &Tx<'_>, row: &DeliveryRecord, now: &Moment) -> Result<Reminder> {
    let record = check_in_rows::get(tx, row.check_in)?;
    let reason = crate::today::reason_of(tx, &record, now)?;
    Ok(Reminder {
        key: ReminderKey {
            check_in: row.check_in,
            due: row.rings.clone().unwrap_or_default(),
        },
        person: row.person,
        name: person_rows::get(tx, row.person)?.name.display,
        reason: because(&record.reason, &reason.head, &reason.tail),
    })
}

/// "Ask about Bergen. Planned for today at 10:00": one's own words, as a sentence, then why now.
fn because(own: &str, head: &str, tail: &str) -> String {
    let why = if tail.is_empty() {
        head.to_owned()
    } else {
        format!("{head}, {tail}")
    };
    match own.trim_end() {
        "" => why,
        own if own.ends_with(['.', '!', '?', '…', ':']) => format!("{own} {why}"),
        own => format!("{own}. {why}"),
    }
}

/// Whether an answer to this ring is still to be taken.
pub(super) fn answers(tx: &Tx<'_>, key: &ReminderKey) -> Result<bool> {
    let due: Option<DateTime<Utc>> = key.due.parse().ok();
    let row = delivery_rows::get(tx, key.check_in)?;
    Ok(match (row, due) {
        (Some(row), Some(due)) => row.stands && delivered(&row).answers(due),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::because;

    #[test]
    fn own_words_are_a_sentence_of_their_own() {
        let why = ("Planned for Friday at 20:00", "3 days ago");
        let all = "Ask about Bergen. Planned for Friday at 20:00, 3 days ago";
        assert_eq!(because("Ask about Bergen", why.0, why.1), all);
        assert_eq!(because("Ask about Bergen. ", why.0, why.1), all);
        assert_eq!(
            because("Why?", why.0, ""),
            "Why? Planned for Friday at 20:00"
        );
        assert_eq!(because("", "42 days", "due today"), "42 days, due today");
    }
}
