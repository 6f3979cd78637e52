//! Declaring, changing and removing conflicts of interest.

use super::conflict_rows::{self, ConflictRecord};
use super::{ConflictId, ConflictWith, Handling, NewConflict, boundary_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::details::organisation_rows;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::{Context, Lean, typed_day};

/// Longest reason, in characters.
const LONGEST: usize = 200;

impl Book {
    /// Declares a conflict of interest of a person.
    ///
    /// # Errors
    /// `Invalid` at `with`, `why`, `how` or `until`; `NotFound`; storage errors. After an error nothing is changed.
    pub fn conflict_add(
        &self,
        person: PersonId,
        new: &NewConflict,
        now: &Moment,
    ) -> Result<Done<ConflictId>> {
        self.change(OperationKind::AddConflict, now, |change| {
            change.about_people(&[person])?;
            let today = Day::from(now.today());
            let record = ConflictRecord {
                id: ConflictId(0),
                person,
                other: None,
                organisation: None,
                level: new.level,
                why: String::new(),
                handling: new.handling,
                how: String::new(),
                declared_on: today,
                reviewed_on: today,
                until: None,
            };
            let record = filled(&change.tx, record, new, now)?;
            conflict_rows::insert(&change.tx, &record)
        })
    }

    /// Changes a conflict. It counts as looked at today.
    ///
    /// # Errors
    /// Like `conflict_add`.
    pub fn conflict_edit(
        &self,
        id: ConflictId,
        new: &NewConflict,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditConflict, now, |change| {
            let before = conflict_rows::get(&change.tx, id)?;
            change.about_people(&[before.person])?;
            let record = ConflictRecord {
                level: new.level,
                handling: new.handling,
                reviewed_on: now.today().into(),
                ..before
            };
            conflict_rows::update(&change.tx, &filled(&change.tx, record, new, now)?)
        })
    }

    /// Removes a conflict that was declared by mistake.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn conflict_remove(&self, id: ConflictId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveConflict, now, |change| {
            let before = conflict_rows::get(&change.tx, id)?;
            change.about_people(&[before.person])?;
            conflict_rows::delete(&change.tx, id)
        })
    }

    /// Says that there is no conflict with a person: Kith proposes none again.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn conflict_refuse(&self, person: PersonId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditPerson, now, |change| {
            change.about_people(&[person])?;
            boundary_rows::say_no_conflict(&change.tx, person)
        })
    }
}

/// The record with what is typed.
fn filled(
    tx: &Tx<'_>,
    record: ConflictRecord,
    new: &NewConflict,
    now: &Moment,
) -> Result<ConflictRecord> {
    let (other, organisation) = match &new.with {
        ConflictWith::Me => (None, None),
        ConflictWith::Person { id } => {
            // Declared on the page of either of the two, it is one and the same.
            let id = if *id == record.person && record.other.is_some() {
                record.other.unwrap_or(*id)
            } else {
                *id
            };
            person_rows::get(tx, id)?;
            if id == record.person {
                let message = "A conflict is between two: choose somebody else.";
                return Err(Error::invalid("with", message));
            }
            (Some(id), None)
        }
        ConflictWith::Organisation { name } => {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                return Err(Error::invalid("with", "Name the organisation."));
            }
            (None, Some(organisation_rows::named(tx, &name)?))
        }
    };
    let why = line("why", &new.why)?;
    if why.is_empty() {
        return Err(Error::invalid("why", "Say why in a few words."));
    }
    let how = match new.handling {
        Handling::Managed => line("how", &new.how)?,
        Handling::Excluded => String::new(),
    };
    if new.handling == Handling::Managed && how.is_empty() {
        return Err(Error::invalid("how", "Say how it is handled."));
    }
    let record = ConflictRecord {
        other,
        organisation,
        why,
        how,
        until: until(tx, &new.until, now)?,
        ..record
    };
    let today = Day::from(now.today());
    let same = |known: &ConflictRecord| {
        let pair = |one: &ConflictRecord| {
            let mut pair = [Some(one.person), one.other];
            pair.sort_unstable();
            (pair, one.organisation)
        };
        known.id != record.id && known.holds_on(today) && pair(known) == pair(&record)
    };
    if conflict_rows::of_person(tx, record.person)?
        .iter()
        .any(same)
    {
        let message = "There is one already. Change that one.";
        return Err(Error::invalid("with", message));
    }
    Ok(record)
}

fn until(tx: &Tx<'_>, typed: &str, now: &Moment) -> Result<Option<Day>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let context = Context {
        now: now.local(),
        lean: Lean::Future,
        order: crate::customs::date_time_forms(tx)?.order,
        rules: &rules(tx, now)?,
    };
    let day = typed_day(typed, context).map(|read| read.day);
    match day {
        Some(day) if day >= now.today() => Ok(Some(day.into())),
        Some(_) => Err(Error::invalid(
            "until",
            "That day is over. Choose one to come.",
        )),
        None => {
            let message = "Write a day, such as “30 june” or “in 3 months”.";
            Err(Error::invalid("until", message))
        }
    }
}

fn line(field: &str, text: &str) -> Result<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST {
        let message = "One line holds 200 letters at most. Longer thoughts fit in a note.";
        return Err(Error::invalid(field, message));
    }
    Ok(text)
}
