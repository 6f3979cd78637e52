//! Relationships as the pages show them on a given day.

use chrono::NaiveDate;

use super::relationship_rows::{RelationshipRecord, of_person};
use super::{Relationship, Status, kind_rows, rhythm_rows};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;
use crate::typed_day::understood_day;

/// The status on a day. A pause that has ended counts as `Active`.
pub(crate) fn status_on(record: &RelationshipRecord, today: NaiveDate) -> Status {
    status_of(record.status, record.paused_until, today)
}

/// Like `status_on`, from the stored status and the day on which the pause ends.
pub(crate) fn status_of(status: Status, paused_until: Option<Day>, today: NaiveDate) -> Status {
    let is_over = |until: Day| until <= today;
    match status {
        Status::Paused if paused_until.is_none_or(is_over) => Status::Active,
        status => status,
    }
}

/// The relationship as the person page shows it.
pub(crate) fn page_of(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<Relationship>> {
    let Some(record) = of_person(tx, person)? else {
        return Ok(None);
    };
    let status = status_on(&record, today);
    let next = record.next_due_on.filter(|_| status == Status::Active);
    let next_words = next.map(|day| understood_day(day.date(), today));
    Ok(Some(Relationship {
        category: record.category,
        kind: record.kind.map(|id| kind_rows::get(tx, id)).transpose()?,
        purpose: record.purpose,
        workplace: record.workplace,
        kept_close_on: record.kept_close_on,
        cadence_days: record.cadence_days,
        latest_days: rhythm_rows::of_person(tx, person)?.latest_days,
        importance: record.importance,
        status,
        paused_until: record.paused_until.filter(|_| status == Status::Paused),
        last_contact_on: record.last_contact_on,
        next_due_on: next,
        next_words,
        do_not_ask: record.do_not_ask,
    }))
}
