//! The boundaries with a person as their page shows them.

use chrono::Months;

use super::conflict_rows::{self, ConflictRecord};
use super::strip::strip;
use super::their_hours::{TheirWeek, hours_words};
use super::{BoundariesOf, Conflict, boundary_rows};
use crate::book::Book;
use crate::customs::date_time_forms;
use crate::days::Day;
use crate::details::organisation_rows;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;
use crate::typed_day::short_date;

/// After so many months a conflict is looked at again.
const REVIEW_MONTHS: u32 = 12;

impl Book {
    /// The boundaries with a person.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn boundaries_of(&self, person: PersonId, now: &Moment) -> Result<BoundariesOf> {
        self.read(|tx| {
            person_rows::get(tx, person)?;
            let said = boundary_rows::of_person(tx, person)?;
            let clock = date_time_forms(tx)?.clock;
            let mut conflicts = Vec::new();
            for record in conflict_rows::of_person(tx, person)? {
                conflicts.push(shown(tx, record, person, now)?);
            }
            conflicts.sort_by_key(|conflict| conflict.over);
            let is_likely = conflicts.is_empty()
                && boundary_rows::has_likely_kind(tx, person)?
                && !boundary_rows::is_no_conflict(tx, person)?;
            let week = TheirWeek::of(said.hours.clone(), &said.zone, now);
            Ok(BoundariesOf {
                strip: strip(&said, clock, now),
                hours: said
                    .hours
                    .as_ref()
                    .map(|hours| hours_words(hours, clock))
                    .unwrap_or_default(),
                time_there: week
                    .map(|week| week.time_there(clock, now))
                    .unwrap_or_default(),
                said,
                conflicts,
                proposes_conflict: is_likely,
            })
        })
    }
}

/// Conflicts of a person that hold now.
pub(crate) fn active_conflicts(
    tx: &Tx<'_>,
    person: PersonId,
    now: &Moment,
) -> Result<Vec<Conflict>> {
    let today = Day::from(now.today());
    let records = conflict_rows::of_person(tx, person)?.into_iter();
    records
        .filter(|record| record.holds_on(today))
        .map(|record| shown(tx, record, person, now))
        .collect()
}

/// `of`: on whose page it stands.
fn shown(tx: &Tx<'_>, record: ConflictRecord, of: PersonId, now: &Moment) -> Result<Conflict> {
    let person = person_rows::person_name(tx, record.person)?;
    let other = record.other.map(|id| person_rows::person_name(tx, id));
    let other = other.transpose()?;
    let organisation = record
        .organisation
        .map(|id| organisation_rows::name(tx, id))
        .transpose()?;
    let today = now.today();
    let with = match (&other, &organisation) {
        (Some(_), _) if of != record.person => person.name.clone(),
        (Some(other), _) => other.name.clone(),
        (None, Some(organisation)) => organisation.clone(),
        (None, None) => "you".to_owned(),
    };
    let until = record
        .until
        .map(|until| format!(", until {}", short_date(until.date(), today)));
    let reviewed = record.reviewed_on.date();
    let is_old = reviewed
        .checked_add_months(Months::new(REVIEW_MONTHS))
        .is_some_and(|review| review <= today);
    let over = !record.holds_on(today.into());
    Ok(Conflict {
        id: record.id,
        words: format!("with {with}{}", until.unwrap_or_default()),
        person,
        other,
        organisation,
        level: record.level,
        why: record.why,
        handling: record.handling,
        how: record.how,
        declared_on: record.declared_on,
        until: record.until,
        review: is_old && !over,
        over,
    })
}
