//! What follows for a relationship from its conversations, its rhythm and its status.

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

/// Sets the last contact, the next check-in of the rhythm and the day from which the person has been
/// quiet too long.
///
/// Follows every change of relationships, conversations and check-ins.
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
    let usual = rhythm(&after, last);
    after.next_due_on = match usual {
        Some(usual) => Some(put_cadence(tx, person, open.as_ref(), usual)?),
        None => {
            cancel(tx, open.as_ref(), today)?;
            None
        }
    };
    after.quiet_on = usual.and_then(|day| day.succ_opt()).map(Day::from);
    if after != before {
        relationship_rows::put(tx, person, Some(&after))?;
    }
    Ok(())
}

pub(crate) fn open_cadence(tx: &Tx<'_>, person: PersonId) -> Result<Option<CheckInRecord>> {
    let open = check_in_rows::open_of(tx, person)?;
    Ok(open.into_iter().find(|one| one.source == Source::Cadence))
}

/// The day that follows from rhythm, last contact and pause; `None` where there is no rhythm now.
fn rhythm(record: &RelationshipRecord, last: Option<NaiveDate>) -> Option<NaiveDate> {
    let goes_on = matches!(record.status, Status::Active | Status::Paused);
    let kept = record.kept_close_on.filter(|_| goes_on)?.date();
    let cadence = record.cadence_days?;
    Some(next_due(
        last,
        kept,
        cadence,
        record.paused_until.map(Day::date),
    ))
}

/// The day of a relationship's next check-in of the rhythm, from its last conversation and the open check-in:
/// a day that was chosen stays. `None` where there is no rhythm now. Pure.
pub(crate) fn next_of_rhythm(
    record: &RelationshipRecord,
    open: Option<&CheckInRecord>,
    last: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let usual = rhythm(record, last)?;
    let chosen = open.filter(|open| open.chosen);
    Some(chosen.map_or(usual, |open| open.when.on.date()))
}

/// Keeps one check-in of the rhythm open; a day that was chosen stays. Returns its day.
fn put_cadence(
    tx: &Tx<'_>,
    person: PersonId,
    open: Option<&CheckInRecord>,
    usual: NaiveDate,
) -> Result<Day> {
    let when = When::day(usual);
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
