//! Planning, moving and cancelling check-ins by hand.

use chrono::NaiveDate;

use super::attempts::due_after;
use super::placing::{Placed, Placing};
use super::settle::{attempts_since, rest_until};
use super::when::reminder_note;
use super::{CheckIn, DayForms, RINGS, Source, State, WhenPurpose, local_when, read_day, when_of};
use crate::book::Book;
use crate::boundaries::{hours_note, hours_of};
use crate::cadence::{CADENCE, CADENCE_WORDS};
use crate::change::{Done, OperationKind};
use crate::check_ins::CheckInId;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::{CheckInRecord, NewCheckIn};
use crate::customs;
use crate::days::{ClockTime, Day, When};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::hours::{Rules, instant};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::{Category, relationship_rows, rhythm_rows};
use crate::reminders::delivery_rows;
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::{TypedDay, long, short, understood};

impl Book {
    /// Plans a check-in in addition to the cadence. `when` is the text that the user typed.
    ///
    /// # Errors
    /// `Invalid` at `when` or `reason`; `NotFound`; storage errors.
    pub fn check_in_plan(
        &self,
        person: PersonId,
        when: &str,
        reason: &str,
        now: &Moment,
    ) -> Result<Done<CheckInId>> {
        let Done {
            value,
            changes,
            operation,
        } = self.check_ins_plan(&[person], when, reason, now)?;
        let first = value.first().copied();
        Ok(Done {
            value: first.ok_or_else(|| Error::not_found("This check-in"))?,
            changes,
            operation,
        })
    }

    /// Plans a check-in with each of these people, in one undo step.
    ///
    /// # Errors
    /// Like `check_in_plan`; `NotFound` without people. After an error nothing is changed.
    pub fn check_ins_plan(
        &self,
        people: &[PersonId],
        when: &str,
        reason: &str,
        now: &Moment,
    ) -> Result<Done<Vec<CheckInId>>> {
        let forms = self.read(|tx| DayForms::of(tx, now))?;
        let when = when_of(
            read_day("when", when, WhenPurpose::CheckIn, &forms, now)?,
            now,
        );
        check_length("reason", reason)?;
        self.change(OperationKind::PlanCheckIn, now, |change| {
            change.about_people(people)?;
            change.says(short(local_when(when, now).0, now.today()));
            let plan = |person: &PersonId| {
                let new = NewCheckIn {
                    person: *person,
                    source: Source::Planned,
                    when,
                    chosen: true,
                    reason: reason.trim(),
                };
                check_in_rows::insert(&change.tx, &new)
            };
            people.iter().map(plan).collect()
        })
    }

    /// Moves an open check-in and changes its reason. A check-in of the cadence keeps the chosen day until
    /// the next conversation; its reason stays empty.
    ///
    /// # Errors
    /// `Invalid` at `when` or `reason`; `NotFound`; `Stale` if it was answered already; storage errors.
    pub fn check_in_edit(
        &self,
        id: CheckInId,
        when: &str,
        reason: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        check_length("reason", reason)?;
        self.change(OperationKind::EditCheckIn, now, |change| {
            about_check_ins(change, &[id])?;
            let before = open(&change.tx, id)?;
            let when = edited_when(&change.tx, "when", &before, when, now)?;
            let other_reason = before.source == Source::Planned && before.reason != reason.trim();
            if other_reason {
                check_in_rows::set_reason(&change.tx, id, reason.trim())?;
            }
            // The same day again ends a snooze, unless only the reason changes; and a day that Kith had placed is now
            // the user's own, which nothing moves.
            let says_again = before.snoozed.is_some() || !before.chosen;
            if before.when != when || (says_again && !other_reason) {
                change.says(format!(
                    "to {}",
                    short(local_when(when, now).0, now.today())
                ));
                check_in_rows::set_when(&change.tx, id, when, true)?;
            }
            Ok(())
        })
    }

    /// Cancels a check-in that was planned by hand.
    ///
    /// # Errors
    /// `Invalid` for a check-in of the cadence; `NotFound`; `Stale` if it was
    /// answered already; storage errors.
    pub fn check_in_cancel(&self, id: CheckInId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::CancelCheckIn, now, |change| {
            about_check_ins(change, &[id])?;
            if open(&change.tx, id)?.source == Source::Cadence {
                return Err(Error::invalid(
                    "checkIn",
                    "This one comes from the rhythm. Skip it, pause the relationship or keep them close no longer.",
                ));
            }
            check_in_rows::close(&change.tx, id, State::Cancelled, now.today().into(), None)
        })
    }

    /// The day on which a cadence would make the next check-in with a person due, such as "Mon 8 June".
    ///
    /// # Errors
    /// `Invalid` at `cadenceDays`; storage errors.
    pub fn next_due_preview(
        &self,
        person: PersonId,
        cadence_days: u32,
        now: &Moment,
    ) -> Result<String> {
        if !CADENCE.contains(&cadence_days) {
            return Err(Error::invalid("cadenceDays", CADENCE_WORDS));
        }
        self.read(|tx| {
            let today = now.today();
            let relationship = relationship_rows::of_person(tx, person)?;
            let (kept, paused, stands_apart) = match &relationship {
                Some(known) => (
                    known.kept_close_on.map(Day::date),
                    known.paused_until.map(Day::date),
                    known.category == Category::External,
                ),
                None => (None, None, false),
            };
            let last = interaction_rows::last_on(tx, person)?.map(Day::date);
            let from = rhythm_rows::of_person(tx, person)?.from.map(Day::date);
            let kept = kept.unwrap_or(today);
            let attempts = attempts_since(tx, person, last)?;
            let wished = due_after(last.max(from), kept, cadence_days, paused, &attempts);
            let placed = Placed {
                person,
                cadence: cadence_days,
                ends_pause: paused == Some(wished.due) || wished.is_rest,
                stands_apart,
            };
            let stands = super::open_cadence(tx, person)?;
            let stands = stands.map(|open| open.snoozed.unwrap_or(open.when).on.date());
            let next = Placing::of(tx, now, 1).day_for(placed, wished.due, stands)?;
            Ok(short(next, today))
        })
    }
}

/// Describes the operation: the name of the person of the first check-in, and the number of check-ins.
///
/// # Errors
/// `NotFound` if `ids` is empty or the first check-in is gone.
pub(super) fn about_check_ins(change: &Changing<'_>, ids: &[CheckInId]) -> Result<()> {
    let first = *ids
        .first()
        .ok_or_else(|| Error::not_found("Nothing was chosen. This"))?;
    let person = check_in_rows::get(&change.tx, first)?.person;
    change.about(
        person_rows::get(&change.tx, person)?.name.display,
        ids.len(),
    );
    Ok(())
}

/// Moves the open check-in of a person's cadence to a day chosen by hand, or adds it on that day.
///
/// # Errors
/// `Invalid` at `next`.
pub(crate) fn choose_next(tx: &Tx<'_>, person: PersonId, typed: &str, now: &Moment) -> Result<()> {
    let Some(before) = super::open_cadence(tx, person)? else {
        let when = typed_when(tx, "next", typed, now)?;
        return insert_chosen(tx, person, Source::Cadence, when, "");
    };
    let when = edited_when(tx, "next", &before, typed, now)?;
    check_in_rows::set_when(tx, before.id, when, true)
}

/// Sets the next check-in with a person by hand, within a change: that of the cadence gets this day and reason, if
/// `by_cadence`; otherwise it is planned besides.
pub(crate) fn set_next(
    tx: &Tx<'_>,
    person: PersonId,
    by_cadence: bool,
    when: When,
    reason: &str,
) -> Result<()> {
    if !by_cadence {
        return insert_chosen(tx, person, Source::Planned, when, reason);
    }
    match super::open_cadence(tx, person)? {
        Some(open) => {
            check_in_rows::set_when(tx, open.id, when, true)?;
            check_in_rows::set_reason(tx, open.id, reason)
        }
        None => insert_chosen(tx, person, Source::Cadence, when, reason),
    }
}

fn insert_chosen(
    tx: &Tx<'_>,
    person: PersonId,
    source: Source,
    when: When,
    reason: &str,
) -> Result<()> {
    let new = NewCheckIn {
        person,
        source,
        when,
        chosen: true,
        reason,
    };
    check_in_rows::insert(tx, &new).map(drop)
}

/// A typed day and time of a check-in.
///
/// # Errors
/// `Invalid` at the field.
pub(crate) fn typed_when(tx: &Tx<'_>, field: &str, typed: &str, now: &Moment) -> Result<When> {
    let forms = DayForms::of(tx, now)?;
    let read = read_day(field, typed, WhenPurpose::CheckIn, &forms, now)?;
    Ok(when_of(read, now))
}

/// The new day of an edited check-in. A day that was left as it was shown is valid
/// even if it is in the past by now.
fn edited_when(
    tx: &Tx<'_>,
    field: &str,
    before: &CheckInRecord,
    text: &str,
    now: &Moment,
) -> Result<When> {
    let forms = DayForms::of(tx, now)?;
    let shown = local_when(before.when, now);
    let kept = read_day(field, text, WhenPurpose::Day, &forms, now).ok();
    if kept.is_some_and(|read| (read.day, read.time) == shown) {
        return Ok(before.when);
    }
    typed_when(tx, field, text, now)
}

/// The check-in, if it is open.
///
/// # Errors
/// `NotFound`; `Stale` if it was answered already.
pub(super) fn open(tx: &Tx<'_>, id: CheckInId) -> Result<CheckInRecord> {
    let record = check_in_rows::get(tx, id)?;
    if record.state == State::Open {
        return Ok(record);
    }
    Err(Error::new(
        crate::error::Code::Stale,
        "This check-in was answered already. Nothing was changed.",
    ))
}

/// The check-ins of a person that stand on Today, or else the next one.
pub(crate) fn to_put_off(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<CheckInId>> {
    let (open, today) = (check_in_rows::open_of(tx, person)?, now.today().into());
    let due = delivery_rows::on_today_of(tx, RINGS.word, person, today, now.stamp())?;
    let due: Vec<CheckInId> = due.into_iter().map(CheckInId).collect();
    let next = open
        .iter()
        .min_by_key(|record| record.when.on)
        .map(|record| record.id);
    Ok(if due.is_empty() {
        next.into_iter().collect()
    } else {
        due
    })
}

/// Open check-ins of a person as the page shows them, soonest first.
pub(crate) fn shown_of(
    tx: &Tx<'_>,
    person: PersonId,
    rules: &Rules,
    now: &Moment,
) -> Result<Vec<CheckIn>> {
    let open = check_in_rows::open_of(tx, person)?;
    let clock = customs::date_time_forms(tx)?.clock;
    let today = now.today().into();
    let week = hours_of(tx, person, now)?;
    let name = person_rows::get(tx, person)?.name.first().to_owned();
    let on_today = delivery_rows::on_today_of(tx, RINGS.word, person, today, now.stamp())?;
    open.into_iter()
        .map(|record| {
            let rests = rest_until(tx, &record, now)?;
            let (day, time) = local_when(record.when, now);
            let snoozed = record.snoozed.map(|to| local_when(to, now));
            let is_to_come = snoozed.is_none() && day >= now.today();
            let at = time.map(|time| instant(now.zone, day, time).earliest());
            let theirs = week.as_ref().filter(|_| is_to_come);
            let theirs = theirs.and_then(|week| hours_note(week, &name, (day, at), rules, clock));
            let mine = match is_to_come && record.source != Source::Cadence {
                true => reminder_note(record.when, rules, clock, now),
                false => None,
            };
            let notes: Vec<String> = mine.into_iter().chain(theirs).collect();
            let rings = (!notes.is_empty()).then(|| notes.join(" "));
            let placed = placed_words(&record, rules, now.today());
            Ok(CheckIn {
                placed,
                id: record.id,
                source: record.source,
                words: understood(TypedDay::exact(day, time), now.today(), clock),
                on: day.into(),
                at: time.map(ClockTime::from),
                reason: record.reason,
                due: on_today.contains(&record.id.0),
                snoozed_to: snoozed.map(|(day, time)| match time {
                    Some(time) => {
                        format!("{}, {}", long(day, now.today()), clock.time_words(time))
                    }
                    None => long(day, now.today()),
                }),
                rings,
                rests,
            })
        })
        .collect()
}

/// Numbers of days as words, from one to the longest reach.
const FEW: [&str; 7] = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"];

/// Why a check-in stands on another day than its rhythm wishes; `None` where it does not, or was set by hand.
fn placed_words(record: &CheckInRecord, rules: &Rules, today: NaiveDate) -> Option<String> {
    let wished = record.wished.filter(|_| !record.chosen)?.date();
    let days = (record.when.on.date() - wished).num_days();
    let side = if days < 0 { "before" } else { "after" };
    let few = usize::try_from(days.abs() - 1)
        .ok()
        .and_then(|at| FEW.get(at));
    let away = match few {
        Some(few) if days.abs() == 1 => format!("{few} day"),
        Some(few) => format!("{few} days"),
        None => format!("{} days", days.abs()),
    };
    let why = match (rules.is_working_day(wished), few) {
        (false, _) => "that is no working day",
        (true, Some(_)) => "less that day",
        (true, None) => "first days are spread",
    };
    let wished = short(wished, today);
    Some(format!("{away} {side} the wished day, {wished}: {why}"))
}
