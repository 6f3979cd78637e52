//! Where a boundary speaks up: one line at the place of the slip, which stops nothing.

use super::conflict_rows::{self, ConflictRecord};
use super::{Handling, boundary_rows, off_limits_in};
use crate::book::Book;
use crate::days::Day;
use crate::details::organisation_rows;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;
use crate::typed_day::short_date;

/// A value of this size or larger makes a conflict speak up.
const LARGE: u8 = 2;

impl Book {
    /// What boundaries say to a note about these people, or to a value of this size (1–3) that was given to or
    /// received from them: "Off limits with Meenal: her visa." At most one line a person and topic.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn boundary_notes(
        &self,
        people: &[PersonId],
        text: &str,
        size: Option<u8>,
        now: &Moment,
    ) -> Result<Vec<String>> {
        self.read(|tx| {
            let mut lines = Vec::new();
            for person in people {
                let topics = boundary_rows::off_limits_of(tx, *person)?;
                let name = person_rows::get(tx, *person)?.name;
                let found = off_limits_in(text, &topics);
                if !found.is_empty() {
                    let found = found.join(", ");
                    lines.push(format!("Off limits with {}: {found}.", name.first()));
                }
                if size.is_some_and(|size| size >= LARGE) {
                    lines.extend(of_value(tx, *person, now)?);
                }
            }
            Ok(lines)
        })
    }
}

/// What the conflicts of a person say to a value.
fn of_value(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<String>> {
    let today = now.today();
    let records = conflict_rows::of_person(tx, person)?.into_iter();
    let records = records.filter(|record| record.holds_on(today.into()));
    records
        .map(|record| {
            let until = record.until.map_or(String::new(), |until| {
                format!(" until {}", short_date(until.date(), today))
            });
            let with = with_words(tx, &record, person)?;
            let how = match record.handling {
                Handling::Managed => format!(" {}", sentence(&record.how)),
                Handling::Excluded => String::new(),
            };
            Ok(format!(
                "A conflict of interest {with}{until}: {}{how}",
                sentence(&record.why)
            ))
        })
        .collect()
}

fn sentence(text: &str) -> String {
    match text.ends_with(['.', '?', '!']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// "between you", "with Orrin Pharma", "with Nadia Ferreux".
fn with_words(tx: &Tx<'_>, record: &ConflictRecord, person: PersonId) -> Result<String> {
    let other = match record.other {
        Some(other) if other == person => Some(record.person),
        other => other,
    };
    Ok(match (other, record.organisation) {
        (Some(other), _) => format!("with {}", person_rows::get(tx, other)?.name.display),
        (None, Some(at)) => format!("with {}", organisation_rows::name(tx, at)?),
        (None, None) => "between you".to_owned(),
    })
}

/// Whether an excluded conflict between the user and a person holds now: nothing is proposed with them.
pub(crate) fn excluded_with_me(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    let today = Day::from(now.today());
    let all = conflict_rows::of_person(tx, person)?;
    Ok(all.iter().any(|record| {
        record.handling == Handling::Excluded
            && record.holds_on(today)
            && record.other.is_none()
            && record.organisation.is_none()
    }))
}

/// Whether an excluded conflict between two people holds now, or between one and an organisation that the other works
/// for: neither is proposed to the other.
pub(crate) fn excluded_pair(
    tx: &Tx<'_>,
    (one, other): (PersonId, PersonId),
    now: &Moment,
) -> Result<bool> {
    let today = Day::from(now.today());
    for (person, against) in [(one, other), (other, one)] {
        for record in conflict_rows::of_person(tx, person)? {
            if record.handling != Handling::Excluded || !record.holds_on(today) {
                continue;
            }
            if [Some(record.person), record.other].contains(&Some(against)) {
                return Ok(true);
            }
            if let Some(at) = record.organisation
                && conflict_rows::works_at(tx, against, at)?
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// How the managed conflicts of a person are handled, a sentence each.
pub(crate) fn managed_words(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<String>> {
    let today = Day::from(now.today());
    let all = conflict_rows::of_person(tx, person)?.into_iter();
    let managed =
        all.filter(|record| record.handling == Handling::Managed && record.holds_on(today));
    Ok(managed.map(|record| sentence(&record.how)).collect())
}
