//! Planning a check-in by hand, moving and removing it.

use super::when::rings_words;
use super::{CheckIn, RINGS, Source, State, WhenPurpose, local_when, read_day, when_of};
use crate::book::Book;
use crate::cadence::{CADENCE, CADENCE_WORDS, next_due};
use crate::change::{Done, OperationKind};
use crate::check_ins::CheckInId;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::{CheckInRecord, NewCheckIn};
use crate::days::{ClockTime, Day, When};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows;
use crate::reminders::delivery_rows;
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::{long, short, understood};

impl Book {
    /// Plans a check-in besides the rhythm. `when` as typed.
    ///
    /// # Errors
    /// `Invalid` at `when` or `reason`; `NotFound`; those of storage.
    pub fn check_in_plan(
        &self,
        person: PersonId,
        when: &str,
        reason: &str,
        now: &Moment,
    ) -> Result<Done<CheckInId>> {
        let when = when_of(read_day("when", when, WhenPurpose::CheckIn, now)?, now);
        check_length("reason", reason)?;
        self.change(OperationKind::PlanCheckIn, now, |change| {
            change.about_people(&[person])?;
            let new = NewCheckIn {
                person,
                source: Source::Planned,
                when,
                chosen: true,
                reason: reason.trim(),
            };
            check_in_rows::insert(&change.tx, &new)
        })
    }

    /// Moves an open check-in, one of the rhythm too: its day is then chosen by hand.
    ///
    /// # Errors
    /// `Invalid` at `when` or `reason`; `NotFound`; `Stale` where it was answered; those of storage.
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
            let when = edited(&before, when, now)?;
            let other_reason = before.source == Source::Planned && before.reason != reason.trim();
            if other_reason {
                check_in_rows::set_reason(&change.tx, id, reason.trim())?;
            }
            // The same day again ends a snooze, unless another reason is all that was meant.
            if before.when != when || (before.snoozed.is_some() && !other_reason) {
                check_in_rows::set_when(&change.tx, id, when, true)?;
            }
            Ok(())
        })
    }

    /// Takes a planned check-in away.
    ///
    /// # Errors
    /// `Invalid` for one of the rhythm; `NotFound`; `Stale`; those of storage.
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

    /// When a rhythm would bring a person's next check-in: "Mon 8 June".
    ///
    /// # Errors
    /// `Invalid` at `cadenceDays`; those of storage.
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
            let mine = relationship_rows::of_person(tx, person)?;
            let (kept, paused) = mine
                .map(|mine| {
                    (
                        mine.kept_close_on.map(Day::date),
                        mine.paused_until.map(Day::date),
                    )
                })
                .unwrap_or_default();
            let last = interaction_rows::last_on(tx, person)?.map(Day::date);
            let next = next_due(last, kept.unwrap_or(today), cadence_days, paused);
            Ok(short(next, today))
        })
    }
}

/// Names the operation after the person of the first of these check-ins, and says how many they are.
///
/// # Errors
/// `NotFound` where the first is gone or there is none.
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

/// The day typed for one that has a day: as it was shown, it may be over by now.
fn edited(before: &CheckInRecord, text: &str, now: &Moment) -> Result<When> {
    let shown = local_when(before.when, now);
    let kept = read_day("when", text, WhenPurpose::Day, now).ok();
    if kept.is_some_and(|read| (read.day, read.time) == shown) {
        return Ok(before.when);
    }
    Ok(when_of(
        read_day("when", text, WhenPurpose::CheckIn, now)?,
        now,
    ))
}

/// # Errors
/// `NotFound`; `Stale` where it was answered already.
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

/// Open check-ins of a person as they are shown, soonest first.
pub(crate) fn shown_of(
    tx: &Tx<'_>,
    person: PersonId,
    rules: &Rules,
    now: &Moment,
) -> Result<Vec<CheckIn>> {
    let open = check_in_rows::open_of(tx, person)?;
    let today = now.today().into();
    let on_today = delivery_rows::on_today_of(tx, RINGS.word, person, today, now.stamp())?;
    Ok(open
        .into_iter()
        .map(|record| {
            let (day, time) = local_when(record.when, now);
            let snoozed = record.snoozed.map(|to| local_when(to, now));
            let rings = match snoozed {
                None if day >= now.today() => rings_words(record.when, rules, now),
                _ => None,
            };
            CheckIn {
                id: record.id,
                source: record.source,
                words: understood(day, time, now.today()),
                on: day.into(),
                at: time.map(ClockTime::from),
                reason: record.reason,
                due: on_today.contains(&record.id.0),
                snoozed_to: snoozed.map(|(day, time)| match time {
                    Some(time) => format!("{}, {}", long(day, now.today()), ClockTime::from(time)),
                    None => long(day, now.today()),
                }),
                rings,
            }
        })
        .collect())
}
