//! Derives the due dates of a relationship from its conversations, cadence and status.

use chrono::NaiveDate;

use super::attempts::{RhythmDays, due_after, rest_words};
use super::placing::{Placed, Placing};
use super::{Source, State};
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::CheckInRecord;
use crate::days::{Day, When};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::Status;
use crate::relationships::relationship_rows;
use crate::relationships::relationship_rows::RelationshipRecord;
use crate::relationships::rhythm_rows::{self, RhythmRecord};
use crate::store::Tx;
use crate::store::changing::Changing;

/// Updates, for each person, the day of the last conversation, the check-in of the cadence and `quiet_on`.
///
/// Runs within every change of relationships, conversations or check-ins.
pub(crate) fn settle_people(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    let mut placing = Placing::of(&change.tx, &change.now, people.len());
    people
        .iter()
        .try_for_each(|person| settle(&change.tx, *person, change.now.today(), &mut placing))
}

fn settle(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
    placing: &mut Placing<'_, '_>,
) -> Result<()> {
    let all_open = check_in_rows::open_of(tx, person)?;
    let of_source = |source| all_open.iter().find(|one| one.source == source).cloned();
    let (open, coming_back) = (of_source(Source::Cadence), of_source(Source::ComingBack));
    let Some(before) = relationship_rows::of_person(tx, person)? else {
        cancel(tx, coming_back.as_ref(), today)?;
        return cancel(tx, open.as_ref(), today);
    };
    // Whoever goes on again needs no way back.
    if before.status != Status::CoolingOff {
        cancel(tx, coming_back.as_ref(), today)?;
    }
    let mut after = before.clone();
    after.last_contact_on = interaction_rows::last_on(tx, person)?;
    let last = after.last_contact_on.map(Day::date);
    let rhythm = rhythm_rows::of_person(tx, person)?;
    let attempts = attempts_since(tx, person, last)?;
    let by_cadence = match days_by_cadence(&after, rhythm.from.map(Day::date), last, &attempts) {
        // Whoever died or is archived is never due.
        Some(_) if person_rows::is_gone(tx, person)? => None,
        by_cadence => by_cadence,
    };
    (after.next_due_on, after.quiet_on) = match by_cadence {
        Some(days) => {
            let open = open.as_ref();
            let on = keep_cadence_check_in_open(tx, person, &after, open, days, placing)?;
            let is_chosen = open.is_some_and(|open| open.chosen);
            // Attempts put the check-in off, not the day from which it is quiet.
            let by_talks = is_chosen || days.due != days.due_by_talks;
            let due = if by_talks {
                days.due_by_talks
            } else {
                on.date()
            };
            let late_from = due.max(latest_day(&after, &rhythm, last).unwrap_or(due));
            (Some(on), late_from.succ_opt().map(Day::from))
        }
        None => {
            cancel(tx, open.as_ref(), today)?;
            (None, None)
        }
    };
    if after != before {
        relationship_rows::put(tx, person, Some(&after))?;
    }
    Ok(())
}

/// The last day of a rhythm that has a latest day, counted as its wished one.
fn latest_day(
    record: &RelationshipRecord,
    rhythm: &RhythmRecord,
    last: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let as_cadence = RelationshipRecord {
        cadence_days: rhythm.latest_days,
        ..record.clone()
    };
    let days = days_by_cadence(&as_cadence, rhythm.from.map(Day::date), last, &[]);
    days.map(|days| days.due)
}

/// The open check-in of the cadence with a person.
pub(crate) fn open_cadence(tx: &Tx<'_>, person: PersonId) -> Result<Option<CheckInRecord>> {
    let open = check_in_rows::open_of(tx, person)?;
    Ok(open.into_iter().find(|one| one.source == Source::Cadence))
}

/// Days of the attempts to reach a person since the last conversation, which was on day `last`; the oldest first.
pub(crate) fn attempts_since(
    tx: &Tx<'_>,
    person: PersonId,
    last: Option<NaiveDate>,
) -> Result<Vec<NaiveDate>> {
    let attempts = interaction_rows::attempts_after(tx, person, last.map(Day::from))?;
    Ok(attempts.into_iter().map(Day::date).collect())
}

/// The days that cadence, last conversation, pause and the attempts since wish for; `None` if check-ins are not due by
/// a cadence now. `rhythm_from`: the rhythm begins anew on that day if the last conversation is older. Whoever was
/// tried since then is suggested after the wait for that alone: half the rhythm, not a whole new one.
fn days_by_cadence(
    record: &RelationshipRecord,
    rhythm_from: Option<NaiveDate>,
    last: Option<NaiveDate>,
    attempts: &[NaiveDate],
) -> Option<RhythmDays> {
    let resumes = record.stored().resumes();
    let has_check_ins = resumes.is_some_and(|resumes| resumes.rhythm);
    let kept = record.kept_close_on.filter(|_| has_check_ins)?.date();
    let cadence = record.cadence_days?;
    let paused_until = record.paused_until.map(Day::date);
    let days_from = |last| due_after(last, kept, cadence, paused_until, attempts);
    let anew = days_from(last.max(rhythm_from));
    let is_tried = attempts.last().copied() >= rhythm_from;
    Some(match rhythm_from.filter(|_| is_tried) {
        Some(_) => RhythmDays {
            due_by_talks: anew.due_by_talks,
            ..days_from(last)
        },
        None => anew,
    })
}

/// The next check-in of the cadence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NextOfRhythm {
    pub(crate) on: NaiveDate,
    /// Why the person rests until then, as a sentence; `None` if they do not.
    pub(crate) rests: Option<String>,
}

/// The next check-in of the cadence if the last conversation is `last` and these attempts followed; computed as
/// `settle` would, with the open check-in (`open`): a day chosen by hand wins, and one that stands where it is wished
/// stays. `None` if check-ins are not due by a cadence now.
///
/// # Errors
/// Storage errors.
pub(crate) fn next_of_rhythm(
    tx: &Tx<'_>,
    person: PersonId,
    record: &RelationshipRecord,
    open: Option<&CheckInRecord>,
    last: Option<NaiveDate>,
    attempts: &[NaiveDate],
    now: &Moment,
) -> Result<Option<NextOfRhythm>> {
    let rhythm = rhythm_rows::of_person(tx, person)?;
    let from = rhythm.from.map(Day::date);
    let Some(days) = days_by_cadence(record, from, last, attempts) else {
        return Ok(None);
    };
    let rests = days.is_rest && days.due > now.today();
    let rests = rests.then(|| rest_words(attempts.len(), days.due, now.today()));
    let on = match open {
        Some(open) if open.chosen => {
            return Ok(Some(NextOfRhythm {
                on: open.when.on.date(),
                rests: None,
            }));
        }
        Some(open) if wishes(open) == When::day(days.due) => open.when.on.date(),
        _ => {
            let stands = open_cadence(tx, person)?.map(|open| open.stands_on());
            let placed = Placed::of(person, record, days.due, days.is_rest);
            Placing::of(tx, now, 1).day_for(placed, days.due, stands)?
        }
    };
    Ok(Some(NextOfRhythm { on, rests }))
}

/// Why a person rests until the open check-in of the cadence, as a sentence; `None` if they do not.
pub(crate) fn rest_until(
    tx: &Tx<'_>,
    open: &CheckInRecord,
    now: &Moment,
) -> Result<Option<String>> {
    if open.source != Source::Cadence || open.chosen || open.snoozed.is_some() {
        return Ok(None);
    }
    let Some(record) = relationship_rows::of_person(tx, open.person)? else {
        return Ok(None);
    };
    let last = record.last_contact_on.map(Day::date);
    let attempts = attempts_since(tx, open.person, last)?;
    if attempts.is_empty() {
        return Ok(None);
    }
    let next = next_of_rhythm(tx, open.person, &record, Some(open), last, &attempts, now)?;
    Ok(next.and_then(|next| next.rests))
}

/// The day that a person's rhythm wishes for the next check-in if the last conversation is `last`; `None` if check-ins
/// are not due by a cadence now.
///
/// # Errors
/// Storage errors.
pub(crate) fn wished_by_rhythm(
    tx: &Tx<'_>,
    person: PersonId,
    record: &RelationshipRecord,
    last: Option<NaiveDate>,
) -> Result<Option<NaiveDate>> {
    let rhythm = rhythm_rows::of_person(tx, person)?;
    let attempts = attempts_since(tx, person, last)?;
    let days = days_by_cadence(record, rhythm.from.map(Day::date), last, &attempts);
    Ok(days.map(|days| days.due))
}

/// What an open check-in was placed for.
fn wishes(open: &CheckInRecord) -> When {
    open.wished
        .map_or(open.when, |wished| When::day(wished.date()))
}

/// Makes sure that a check-in of the cadence is open: on the day chosen by hand, where it was placed for the wished
/// day, or where it is placed now. Returns its day.
fn keep_cadence_check_in_open(
    tx: &Tx<'_>,
    person: PersonId,
    record: &RelationshipRecord,
    open: Option<&CheckInRecord>,
    days: RhythmDays,
    placing: &mut Placing<'_, '_>,
) -> Result<Day> {
    let wished = days.due;
    if let Some(open) = open
        && (open.chosen || wishes(open) == When::day(wished))
    {
        return Ok(open.when.on);
    }
    let stands = open.map(CheckInRecord::stands_on);
    let on = placing.day_for(
        Placed::of(person, record, days.due, days.is_rest),
        wished,
        stands,
    )?;
    match open {
        Some(open) => check_in_rows::set_placed(tx, open.id, on.into(), wished.into())?,
        None => check_in_rows::insert_placed(tx, person, on.into(), wished.into(), false)?,
    }
    placing.moved(stands, on);
    Ok(on.into())
}

fn cancel(tx: &Tx<'_>, open: Option<&CheckInRecord>, today: NaiveDate) -> Result<()> {
    open.map_or(Ok(()), |open| {
        check_in_rows::close(tx, open.id, State::Cancelled, today.into(), None)
    })
}
