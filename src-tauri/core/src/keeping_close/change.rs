//! Changes of single fields of a relationship.

use crate::cadence::{CADENCE, CADENCE_WORDS};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::KindId;
use crate::relationships::kind_rows;
use crate::relationships::relationship_rows::{RelationshipRecord, of_person, put, stored_status};
use crate::relationships::rhythm_rows;
use crate::relationships::{Category, Status, Workplace};
use crate::status_changes::status_change_rows::{self, NewStatusChange};
use crate::store::Tx;

fn new_relationship(category: Category) -> RelationshipRecord {
    RelationshipRecord {
        category,
        kind: None,
        purpose: String::new(),
        workplace: None,
        kept_close_on: None,
        cadence_days: None,
        importance: 1,
        status: Status::Active,
        paused_until: None,
        cooling_until: None,
        before_cooling: None,
        purpose_ends_on: None,
        last_contact_on: None,
        next_due_on: None,
        quiet_on: None,
        do_not_ask: false,
    }
}

/// Edits the relationship to a person. If there is none, it is created first, as an external one.
pub(super) fn change(
    tx: &Tx<'_>,
    person: PersonId,
    edit: impl FnOnce(&mut RelationshipRecord),
) -> Result<()> {
    let before = of_person(tx, person)?;
    let mut record = before
        .clone()
        .unwrap_or_else(|| new_relationship(Category::External));
    edit(&mut record);
    if before.as_ref() != Some(&record) {
        put(tx, person, Some(&record))?;
    }
    Ok(())
}

/// `None` deletes the relationship. A kind of another category is removed.
pub(crate) fn set_category(
    tx: &Tx<'_>,
    person: PersonId,
    category: Option<Category>,
) -> Result<()> {
    let Some(category) = category else {
        return put(tx, person, None);
    };
    let kind = match of_person(tx, person)?.and_then(|record| record.kind) {
        Some(kind) => Some(kind_rows::get(tx, kind)?).filter(|kind| kind.category == category),
        None => None,
    };
    change(tx, person, |record| {
        record.category = category;
        record.kind = kind.map(|kind| kind.id);
    })
}

/// Also sets the category to that of the kind.
pub(crate) fn set_kind(tx: &Tx<'_>, person: PersonId, kind: Option<KindId>) -> Result<()> {
    let kind = kind.map(|id| kind_rows::get(tx, id)).transpose()?;
    change(tx, person, |record| {
        record.kind = kind.as_ref().map(|kind| kind.id);
        if let Some(kind) = kind {
            record.category = kind.category;
        }
    })
}

pub(crate) fn set_purpose(tx: &Tx<'_>, person: PersonId, purpose: &str) -> Result<()> {
    change(tx, person, |record| {
        record.purpose = purpose.trim().to_owned()
    })
}

pub(crate) fn set_workplace(
    tx: &Tx<'_>,
    person: PersonId,
    workplace: Option<Workplace>,
) -> Result<()> {
    change(tx, person, |record| record.workplace = workplace)
}

/// Sets whether the user does not want to ask this person for introductions.
pub(crate) fn set_do_not_ask(tx: &Tx<'_>, person: PersonId, do_not_ask: bool) -> Result<()> {
    change(tx, person, |record| record.do_not_ask = do_not_ask)
}

/// Keeps a person close. `cadence_days` defaults to that of the kind. If the person is kept close already,
/// the day since when they are stays.
pub(crate) fn keep_close(
    tx: &Tx<'_>,
    person: PersonId,
    kind: KindId,
    cadence_days: Option<u32>,
    importance: u8,
    now: &Moment,
) -> Result<()> {
    let kind = kind_rows::get(tx, kind)?;
    let cadence = cadence_days.unwrap_or(kind.cadence_days);
    if !CADENCE.contains(&cadence) {
        return Err(Error::invalid("cadenceDays", CADENCE_WORDS));
    }
    if !(1..=3).contains(&importance) {
        return Err(Error::invalid(
            "importance",
            "Importance is usual, high or highest.",
        ));
    }
    // A new cadence is counted from the last conversation, even if the day of the
    // open check-in was chosen by hand.
    let other_cadence = of_person(tx, person)?.is_some_and(|record| {
        record.kept_close_on.is_some() && record.cadence_days != Some(cadence)
    });
    if other_cadence {
        crate::check_ins::reset_open_to_cadence(tx, person)?;
        let latest = rhythm_rows::of_person(tx, person)?.latest_days;
        if latest.is_some_and(|latest| latest < cadence) {
            rhythm_rows::set_latest(tx, person, None)?;
        }
    }
    let was = stored_status(tx, person)?;
    person_rows::set_archived(tx, person, None)?;
    change(tx, person, |record| {
        record.category = kind.category;
        record.kind = Some(kind.id);
        record.cadence_days = Some(cadence);
        record.importance = importance;
        let begins = record.kept_close_on.is_none() || record.status == Status::Ended;
        if begins {
            record.kept_close_on = Some(now.today().into());
            record.status = Status::Active;
            record.paused_until = None;
            record.cooling_until = None;
            record.before_cooling = None;
        }
    })?;
    let is = stored_status(tx, person)?;
    match was.at(now).is_left_alone() && is.at(now) == Status::Active {
        true => status_change_rows::insert(
            tx,
            person,
            &NewStatusChange {
                status: Status::Active,
                reason: "",
                since_on: now.today().into(),
                until_on: None,
                until_at: None,
                changed_at: now.stamp(),
            },
        ),
        false => Ok(()),
    }
}

/// Sets how many days after the last conversation the next one is late.
///
/// # Errors
/// `Invalid` at `latestDays` if that is before the wished day; `NotFound` if there is no rhythm.
pub(crate) fn set_latest(tx: &Tx<'_>, person: PersonId, days: Option<u32>) -> Result<()> {
    let cadence = of_person(tx, person)?.and_then(|record| record.cadence_days);
    let cadence = cadence.ok_or_else(|| Error::not_found("This rhythm"))?;
    match days {
        Some(days) if !CADENCE.contains(&days) => Err(Error::invalid("latestDays", CADENCE_WORDS)),
        Some(days) if days < cadence => Err(Error::invalid(
            "latestDays",
            "The latest day comes after the wished one.",
        )),
        days => rhythm_rows::set_latest(tx, person, days),
    }
}

pub(crate) fn let_go(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    if of_person(tx, person)?.is_none() {
        return Ok(());
    }
    change(tx, person, |record| {
        record.kept_close_on = None;
        record.cadence_days = None;
    })
}

/// Sets the day on which the purpose is expected to be over.
pub(crate) fn set_purpose_end(tx: &Tx<'_>, person: PersonId, on: Option<Day>) -> Result<()> {
    change(tx, person, |record| record.purpose_ends_on = on)
}
