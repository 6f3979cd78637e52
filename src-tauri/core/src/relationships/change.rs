//! Changing what I have declared about a person.

use super::{Category, Relationship, Status, Workplace};
use crate::error::{Error, Result};
use crate::ids::{KindId, PersonId};
use crate::moment::Moment;
use crate::store::relationships::{RelationshipRecord, of_person, put};
use crate::store::{Tx, kinds};

fn fresh(category: Category) -> RelationshipRecord {
    RelationshipRecord {
        category,
        kind: None,
        purpose: String::new(),
        workplace: None,
        kept_close_on: None,
        cadence_days: None,
        importance: 1,
        status: Status::Active,
    }
}

/// What one field needs a relationship for, makes one; a stranger is external until said otherwise.
fn change(tx: &Tx<'_>, person: PersonId, edit: impl FnOnce(&mut RelationshipRecord)) -> Result<()> {
    let mut record = of_person(tx, person)?.unwrap_or_else(|| fresh(Category::External));
    edit(&mut record);
    put(tx, person, Some(&record))
}

pub(crate) fn set_category(
    tx: &Tx<'_>,
    person: PersonId,
    category: Option<Category>,
) -> Result<()> {
    let Some(category) = category else {
        return put(tx, person, None);
    };
    let kind = match of_person(tx, person)?.and_then(|record| record.kind) {
        Some(kind) => Some(kinds::get(tx, kind)?).filter(|kind| kind.category == category),
        None => None,
    };
    change(tx, person, |record| {
        record.category = category;
        record.kind = kind.map(|kind| kind.id);
    })
}

pub(crate) fn set_kind(tx: &Tx<'_>, person: PersonId, kind: Option<KindId>) -> Result<()> {
    let kind = kind.map(|id| kinds::get(tx, id)).transpose()?;
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

/// Plans check-ins. Somebody kept close already keeps the day since when.
pub(crate) fn keep_close(
    tx: &Tx<'_>,
    person: PersonId,
    kind: KindId,
    cadence_days: Option<u32>,
    importance: u8,
    now: &Moment,
) -> Result<()> {
    let kind = kinds::get(tx, kind)?;
    let cadence = cadence_days.unwrap_or(kind.cadence_days);
    if !(1..=3650).contains(&cadence) {
        return Err(Error::invalid(
            "cadenceDays",
            "Choose between 1 day and 3,650 days, which is ten years.",
        ));
    }
    if !(1..=3).contains(&importance) {
        return Err(Error::invalid(
            "importance",
            "Importance is usual, high or highest.",
        ));
    }
    change(tx, person, |record| {
        record.category = kind.category;
        record.kind = Some(kind.id);
        record.cadence_days = Some(cadence);
        record.importance = importance;
        record
            .kept_close_on
            .get_or_insert_with(|| now.today().to_string());
    })
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

/// The relationship as the person page shows it.
pub(crate) fn page_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<Relationship>> {
    let Some(record) = of_person(tx, person)? else {
        return Ok(None);
    };
    Ok(Some(Relationship {
        category: record.category,
        kind: record.kind.map(|id| kinds::get(tx, id)).transpose()?,
        purpose: record.purpose,
        workplace: record.workplace,
        kept_close_on: record.kept_close_on,
        cadence_days: record.cadence_days,
        importance: record.importance,
    }))
}
