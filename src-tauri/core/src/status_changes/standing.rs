//! The status of a person as their page shows it.

use super::{StatusNow, status_change_rows};
use crate::customs::date_time_forms;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows::{of_person, stored_status};
use crate::relationships::{Status, moment_words};
use crate::store::Tx;
use crate::typed_day::long;

/// The status of a person now, and why.
pub(crate) fn standing_of(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<StatusNow> {
    let stored = stored_status(tx, person)?;
    let status = stored.at(now);
    let clock = date_time_forms(tx)?.clock;
    let today = now.today();
    let until = match status {
        Status::Paused => stored.paused_until.map(|day| long(day.date(), today)),
        Status::CoolingOff => stored
            .cooling_until
            .map(|end| moment_words(end, clock, now)),
        _ => None,
    };
    let last = match status {
        Status::Active => None,
        status => status_change_rows::last_of(tx, person, status)?,
    };
    let purpose_ends = of_person(tx, person)?.and_then(|record| record.purpose_ends_on);
    Ok(StatusNow {
        words: stored.words(clock, now),
        until: until.unwrap_or_default(),
        paused_until: stored.paused_until.filter(|_| status == Status::Paused),
        since: last
            .as_ref()
            .map(|last| long(last.since_on.date(), today))
            .unwrap_or_default(),
        reason: last.map(|last| last.reason).unwrap_or_default(),
        died_on: stored.died_on,
        remembered: person_rows::is_remembered(tx, person)?,
        purpose_over: !status.is_left_alone() && purpose_ends.is_some_and(|day| day <= today),
        status,
    })
}
