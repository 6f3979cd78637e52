//! Table `first_steps`: those that were taken or put away.

use super::{FirstStep, StepAnswer};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// The steps with a person that are not offered again.
pub(super) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<FirstStep>> {
    tx.all(
        "SELECT step FROM first_steps WHERE person_id = ?1 ORDER BY id",
        [person],
        |row| row.get(0),
    )
}

pub(super) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    step: FirstStep,
    answer: StepAnswer,
    on: Day,
) -> Result<()> {
    tx.insert(
        "INSERT INTO first_steps (person_id, step, answer, noted_on) VALUES (?1, ?2, ?3, ?4)",
        (person, step, answer, on),
    )?;
    Ok(())
}
