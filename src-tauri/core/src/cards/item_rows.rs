//! Reads and writes the items of a person in their tables.

use super::Item;
use crate::days::PartialDate;
use crate::details::affiliation_rows::NewAffiliation;
use crate::details::contact_point_rows::NewContactPoint;
use crate::details::date_rows::NewDate;
use crate::details::{AffiliationId, ContactPointId, DateId, NoteId, TagId};
use crate::details::{
    affiliation_rows, contact_point_rows, contact_points, date_rows, note_rows, organisation_rows,
    tag_rows,
};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// All items of a person, each with the id of its row in the table of its kind.
pub(crate) fn current(tx: &Tx<'_>, person: PersonId) -> Result<Vec<(i64, Item)>> {
    let mut items = Vec::new();
    for point in contact_point_rows::of_person(tx, person)? {
        items.push((
            point.id.0,
            Item::ContactPoint {
                kind: point.kind,
                value: point.value,
                normal: point.normal,
                parts: point.parts,
                label: point.label,
                preferred: point.preferred,
            },
        ));
    }
    for job in affiliation_rows::of_person(tx, person)? {
        items.push((
            job.id.0,
            Item::Affiliation {
                organisation: job.organisation,
                department: job.department,
                role: job.role,
            },
        ));
    }
    for date in date_rows::of_person(tx, person)? {
        items.push((
            date.id.0,
            Item::Date {
                kind: date.kind,
                label: date.label,
                year: date.date.year,
                month: date.date.month,
                day: date.date.day,
                text: date.text,
            },
        ));
    }
    for note in note_rows::of_person(tx, person)? {
        items.push((note.id.0, Item::Note { body: note.body }));
    }
    for tag in tag_rows::of_person(tx, person)? {
        items.push((tag.id.0, Item::Tag { name: tag.name }));
    }
    Ok(items)
}

/// Adds an item at `position` among the person's rows in its table. Returns the id of its row; for a
/// tag the id of the tag.
pub(crate) fn add(
    tx: &Tx<'_>,
    person: PersonId,
    item: &Item,
    position: usize,
    now: &Moment,
) -> Result<i64> {
    Ok(match item {
        Item::ContactPoint { .. } => {
            with_point(item, |point| {
                contact_points::insert(tx, person, point, position)
            })?
            .0
        }
        Item::Affiliation { .. } => {
            with_job(tx, item, |job| {
                affiliation_rows::insert(tx, person, job, position)
            })?
            .0
        }
        Item::Date { .. } => {
            with_date(item, |date| date_rows::insert(tx, person, date, position))?.0
        }
        Item::Note { body } => note_rows::insert(tx, person, body, now.today().into())?.0,
        Item::Tag { name } => {
            let tag = tag_rows::named(tx, name)?;
            tag_rows::give(tx, person, tag)?;
            tag.0
        }
    })
}

/// Replaces the values of a person's row by those of an item of the same kind. A tag is not changed.
pub(crate) fn change(
    tx: &Tx<'_>,
    person: PersonId,
    row: i64,
    item: &Item,
    now: &Moment,
) -> Result<()> {
    match item {
        Item::ContactPoint { .. } => with_point(item, |point| {
            contact_points::update(tx, person, ContactPointId(row), point)
        }),
        Item::Affiliation { .. } => with_job(tx, item, |job| {
            affiliation_rows::update_job(tx, AffiliationId(row), job)
        }),
        Item::Date { .. } => with_date(item, |date| date_rows::update(tx, DateId(row), date)),
        Item::Note { body } => note_rows::update(tx, NoteId(row), body, now.today().into()),
        Item::Tag { .. } => Ok(()),
    }
}

/// Removes the row of an item from a person.
pub(crate) fn remove(tx: &Tx<'_>, person: PersonId, row: i64, item: &Item) -> Result<()> {
    match item {
        Item::ContactPoint { .. } => contact_point_rows::delete(tx, ContactPointId(row)),
        Item::Affiliation { .. } => affiliation_rows::delete(tx, AffiliationId(row)),
        Item::Date { .. } => date_rows::delete(tx, DateId(row)),
        Item::Note { .. } => note_rows::delete(tx, NoteId(row)),
        Item::Tag { .. } => tag_rows::take(tx, person, TagId(row)),
    }
}

fn with_point<T>(item: &Item, f: impl FnOnce(&NewContactPoint<'_>) -> Result<T>) -> Result<T> {
    let Item::ContactPoint {
        kind,
        value,
        normal,
        parts,
        label,
        preferred,
    } = item
    else {
        return Err(crate::error::Error::internal("item"));
    };
    f(&NewContactPoint {
        kind: *kind,
        value,
        normal,
        parts: parts.as_deref(),
        label,
        preferred: *preferred,
    })
}

fn with_job<T>(
    tx: &Tx<'_>,
    item: &Item,
    f: impl FnOnce(&NewAffiliation<'_>) -> Result<T>,
) -> Result<T> {
    let Item::Affiliation {
        organisation,
        department,
        role,
    } = item
    else {
        return Err(crate::error::Error::internal("item"));
    };
    let organisation = (!organisation.is_empty())
        .then(|| organisation_rows::named(tx, organisation))
        .transpose()?;
    f(&NewAffiliation {
        organisation,
        role,
        department,
        since: None,
        until: None,
    })
}

fn with_date<T>(item: &Item, f: impl FnOnce(&NewDate<'_>) -> Result<T>) -> Result<T> {
    let Item::Date {
        kind,
        label,
        year,
        month,
        day,
        text,
    } = item
    else {
        return Err(crate::error::Error::internal("item"));
    };
    let date = PartialDate {
        year: *year,
        month: *month,
        day: *day,
    };
    f(&NewDate {
        kind: *kind,
        label,
        date,
        text,
    })
}
