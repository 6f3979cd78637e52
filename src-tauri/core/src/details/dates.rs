//! Birthdays, anniversaries and other dates of a person.

use super::date_rows::{self, NewDate};
use super::edit::check_owner;
use super::{DateId, DateKind};
use crate::customs;
use crate::days::PartialDate;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::store::Tx;

pub(super) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<DateId>,
    kind: DateKind,
    label: &str,
    text: &str,
) -> Result<DateId> {
    let order = customs::date_time_forms(tx)?.order;
    let date = PartialDate::typed(text, order)
        .ok_or_else(|| Error::invalid("text", "Write it like 14 August or 14 August 1985."))?;
    check_length("label", label)?;
    let date = NewDate {
        kind,
        label: label.trim(),
        date,
        text: text.trim(),
    };
    match id {
        Some(id) => {
            check_owner(date_rows::owner(tx, id)?, person)?;
            date_rows::update(tx, id, &date)?;
            Ok(id)
        }
        None => date_rows::insert(tx, person, &date, date_rows::of_person(tx, person)?.len()),
    }
}

pub(super) fn remove(tx: &Tx<'_>, person: PersonId, id: DateId) -> Result<()> {
    check_owner(date_rows::owner(tx, id)?, person)?;
    date_rows::delete(tx, id)
}
