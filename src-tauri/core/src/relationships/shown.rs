//! Relationships as the pages show them at a moment.

use super::relationship_rows::{RelationshipRecord, of_person, stored_status};
use super::{Relationship, Status, kind_rows, rhythm_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;
use crate::typed_day::understood_day;

/// The status of a relationship at a moment; of the person it knows nothing. A pause that has ended counts as `Active`.
pub(crate) fn status_on(record: &RelationshipRecord, now: &Moment) -> Status {
    record.stored().at(now)
}

/// The relationship as the person page shows it.
pub(crate) fn page_of(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<Relationship>> {
    let today = now.today();
    let Some(record) = of_person(tx, person)? else {
        return Ok(None);
    };
    let status = status_on(&record, now);
    let is_due = !stored_status(tx, person)?.at(now).is_left_alone();
    let next = record
        .next_due_on
        .filter(|_| is_due && status == Status::Active);
    let next_words = next.map(|day| understood_day(day.date(), today));
    Ok(Some(Relationship {
        category: record.category,
        kind: record.kind.map(|id| kind_rows::get(tx, id)).transpose()?,
        purpose: record.purpose,
        purpose_ends_on: record.purpose_ends_on,
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
