//! How to reach a person: written, ordered, compared.

use super::contact_point_rows::{self, NewContactPoint};
use super::edit::check_owner;
use super::{ContactKind, ContactPointId, phones};
use crate::blank::is_blank;
use crate::customs::SystemCustoms;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::fold::fold;
use crate::ids::PersonId;
use crate::settings::{self, setting};
use crate::store::{Tx, find};

setting! {
    /// ISO 3166 of phone numbers written without a country, '' for as the system has it.
    Country: String = String::new(), "country", Undoable;
}

/// The country for phone numbers that name none: the setting's, else the system's, '' for not known.
pub(crate) fn country(tx: &Tx<'_>) -> Result<String> {
    let set = settings::get::<Country>(tx)?;
    if set.is_empty() {
        return Ok(settings::get::<SystemCustoms>(tx)?.region);
    }
    Ok(set)
}

/// For which country, and in which form, `contact_points.normal` was computed.
const PHONES_OF: &str = "phonesOf";

/// Computes `contact_points.normal` of all phones anew if the country in the settings has changed, or if an older
/// Kith computed it in another form. Not a step of Undo, because it follows from the setting, also when the
/// change of that is undone.
pub(crate) fn normalise_phones(tx: &Tx<'_>) -> Result<()> {
    let country = country(tx)?;
    let current = serde_json::to_string(&format!("{country} {}", phones::FORM))?;
    if settings::remembered(tx, PHONES_OF)?.is_some_and(|known| known == current) {
        return Ok(());
    }
    let mut people = Vec::new();
    for (id, person, value) in contact_point_rows::all_phones(tx)? {
        let normal = contact_normal(ContactKind::Phone, &value, &country);
        if contact_point_rows::set_normal(tx, id, &normal)? {
            people.push(person);
        }
    }
    people.dedup();
    find::refill(tx, &people)?;
    settings::remember(tx, PHONES_OF, &current)
}

/// The form of a value in which two spellings of one address are equal; '' if it has none.
pub(crate) fn contact_normal(kind: ContactKind, value: &str, country: &str) -> String {
    match kind {
        ContactKind::Email => fold(value.trim().trim_start_matches("mailto:")),
        ContactKind::Phone => phones::normal(value, country),
        ContactKind::Address | ContactKind::Link | ContactKind::Chat => String::new(),
    }
}

pub(super) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<ContactPointId>,
    kind: ContactKind,
    value: &str,
    label: &str,
    preferred: bool,
) -> Result<ContactPointId> {
    let value = value.trim();
    if is_blank(value) {
        return Err(Error::invalid("value", "There is nothing to keep yet."));
    }
    check_length("value", value)?;
    check_length("label", label)?;
    let country = country(tx)?;
    let normal = contact_normal(kind, value, &country);
    let before = id.map(|id| contact_point_rows::get(tx, id)).transpose()?;
    // A postal address keeps its components until its text is changed.
    let parts = before
        .as_ref()
        .filter(|before| before.value == value)
        .and_then(|before| before.parts.as_deref());
    let point = NewContactPoint {
        kind,
        value,
        normal: &normal,
        parts,
        label: label.trim(),
        preferred,
    };
    match &before {
        Some(before) => {
            check_owner(before.person, person)?;
            update(tx, person, before.id, &point)?;
            Ok(before.id)
        }
        None => {
            let position = contact_point_rows::of_person(tx, person)?.len();
            insert(tx, person, &point, position)
        }
    }
}

/// Adds a contact point of a person. If it is preferred, no other of its kind is.
pub(crate) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    point: &NewContactPoint<'_>,
    position: usize,
) -> Result<ContactPointId> {
    let id = contact_point_rows::insert(tx, person, point, position)?;
    if point.preferred {
        contact_point_rows::prefer_only(tx, person, point.kind, id)?;
    }
    Ok(id)
}

/// Changes a contact point of a person. If it is preferred, no other of its kind is.
pub(crate) fn update(
    tx: &Tx<'_>,
    person: PersonId,
    id: ContactPointId,
    point: &NewContactPoint<'_>,
) -> Result<()> {
    contact_point_rows::update(tx, id, point)?;
    if point.preferred {
        contact_point_rows::prefer_only(tx, person, point.kind, id)?;
    }
    Ok(())
}

pub(super) fn remove(tx: &Tx<'_>, person: PersonId, id: ContactPointId) -> Result<()> {
    check_owner(contact_point_rows::get(tx, id)?.person, person)?;
    contact_point_rows::delete(tx, id)
}

/// Moves a contact point to an index among those of its kind.
pub(super) fn move_to(tx: &Tx<'_>, person: PersonId, id: ContactPointId, to: usize) -> Result<()> {
    let moved = contact_point_rows::get(tx, id)?;
    check_owner(moved.person, person)?;
    let kind = moved.kind;
    let all = contact_point_rows::of_person(tx, person)?;
    let (same, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|point| point.kind == kind);
    let mut order: Vec<ContactPointId> = same
        .into_iter()
        .map(|point| point.id)
        .filter(|other| *other != id)
        .collect();
    order.insert(to.min(order.len()), id);
    order.extend(others.into_iter().map(|point| point.id));
    contact_point_rows::order(tx, &order)
}
