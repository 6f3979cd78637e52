//! Derives the due dates of a relationship from its conversations, cadence and status.

use chrono::NaiveDate;

use super::{Source, State};
use crate::cadence::next_due;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::{CheckInRecord, NewCheckIn};
use crate::days::{Day, When};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::relationships::relationship_rows::RelationshipRecord;
use crate::relationships::{Status, relationship_rows};
use crate::store::Tx;
use crate::store::changing::Changing;

/// Updates, for each person, the day of the last conversation, the check-in of the cadence and `quiet_on`.
///
/// Runs within every change of relationships, conversations or check-ins.
pub(crate) fn settle_people(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    people
        .iter()
        .try_for_each(|person| settle(&change.tx, *person, change.now.today()))
}

fn settle(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<()> {
    let open = open_cadence(tx, person)?;
    let Some(before) = relationship_rows::of_person(tx, person)? else {
        return cancel(tx, open.as_ref(), today);
    };
    let mut after = before.clone();
    after.last_contact_on = interaction_rows::last_on(tx, person)?;
    let last = after.last_contact_on.map(Day::date);
    let by_cadence = day_by_cadence(&after, last);
    after.next_due_on = match by_cadence {
        Some(by_cadence) => Some(keep_cadence_check_in_open(
            tx,
            person,
            open.as_ref(),
            by_cadence,
        )?),
        None => {
            cancel(tx, open.as_ref(), today)?;
            None
        }
    };
    after.quiet_on = by_cadence.and_then(|day| day.succ_opt()).map(Day::from);
    if after != before {
        relationship_rows::put(tx, person, Some(&after))?;
    }
    Ok(())
}

/// The open check-in of the cadence with a person.
pub(crate) fn open_cadence(tx: &Tx<'_>, person: PersonId) -> Result<Option<CheckInRecord>> {
    let open = check_in_rows::open_of(tx, person)?;
    Ok(open.into_iter().find(|one| one.source == Source::Cadence))
}

/// The due day that follows from cadence, last conversation and pause; `None` if
/// check-ins are not due by a cadence now.
fn day_by_cadence(record: &RelationshipRecord, last: Option<NaiveDate>) -> Option<NaiveDate> {
    let has_check_ins = matches!(record.status, Status::Active | Status::Paused);
    let kept = record.kept_close_on.filter(|_| has_check_ins)?.date();
    let cadence = record.cadence_days?;
    Some(next_due(
        last,
        kept,
        cadence,
        record.paused_until.map(Day::date),
    ))
}

/// The day of the next check-in of the cadence, computed from the last conversation (`last`) and the open
/// check-in (`open`): a day chosen by hand wins. `None` if check-ins are not due by a cadence now.
pub(crate) fn next_of_rhythm(
    record: &RelationshipRecord,
    open: Option<&CheckInRecord>,
    last: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let by_cadence = day_by_cadence(record, last)?;
    let chosen = open.filter(|open| open.chosen);
    Some(chosen.map_or(by_cadence, |open| open.when.on.date()))
}

/// Makes sure that a check-in of the cadence is open on day `by_cadence`, or on the day
/// chosen by hand. Returns its day.
fn keep_cadence_check_in_open(
    tx: &Tx<'_>,
    person: PersonId,
    open: Option<&CheckInRecord>,
    by_cadence: NaiveDate,
) -> Result<Day> {
    let when = When::day(by_cadence);
    match open {
        Some(open) if open.chosen => return Ok(open.when.on),
        Some(open) if open.when != when => check_in_rows::set_when(tx, open.id, when, false)?,
        Some(_) => {}
        None => {
            let new = NewCheckIn {
                person,
                source: Source::Cadence,
                when,
                chosen: false,
                reason: "",
            };
            check_in_rows::insert(tx, &new)?;
        }
    }
    Ok(when.on)
}

fn cancel(tx: &Tx<'_>, open: Option<&CheckInRecord>, today: NaiveDate) -> Result<()> {
    open.map_or(Ok(()), |open| {
        check_in_rows::close(tx, open.id, State::Cancelled, today.into(), None)
    })
}
