//! The next step, chosen together with a conversation: when to talk next, and what for.

use chrono::NaiveDate;

use super::NextStep;
use crate::blank::is_blank;
use crate::check_ins::{local_when, set_next, typed_when};
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::{Status, relationship_rows, status_on};
use crate::store::Tx;

/// Sets the next check-ins with those of `people`, who took part in the conversation, whom the step names. Whoever has
/// a rhythm gets the day in place of that of the rhythm; with others a check-in is planned. Returns with whom, and on
/// which day. The field of an error begins with "nextStep.".
pub(super) fn take(
    tx: &Tx<'_>,
    people: &[PersonId],
    step: &NextStep,
    now: &Moment,
) -> Result<Vec<(PersonId, NaiveDate)>> {
    let what = one_line("nextStep.what", &step.what)?;
    if is_blank(&step.when) {
        return Err(Error::invalid("nextStep.when", "Say on which day."));
    }
    let when = typed_when(tx, "nextStep.when", &step.when, now)?;
    let with = match step.people.as_slice() {
        [] => people,
        some if some.iter().all(|person| people.contains(person)) => some,
        _ => {
            let words = "Whoever comes next must have taken part.";
            return Err(Error::invalid("nextStep.people", words));
        }
    };
    let (day, _) = local_when(when, now);
    with.iter()
        .map(|person| {
            set_next(tx, *person, has_rhythm(tx, *person, now)?, when, &what)?;
            Ok((*person, day))
        })
        .collect()
}

/// Whether check-ins with a person come by a rhythm now.
fn has_rhythm(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    let relationship = relationship_rows::of_person(tx, person)?;
    Ok(relationship.is_some_and(|relationship| {
        relationship.kept_close_on.is_some()
            && relationship.cadence_days.is_some()
            && status_on(&relationship, now) == Status::Active
    }))
}
