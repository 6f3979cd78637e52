//! Table `goal_steps`.

use rusqlite::Row;

use super::{GoalId, GoalStepId, StepDoer};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

/// A row of `goal_steps`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StepRecord {
    pub(crate) id: GoalStepId,
    pub(crate) goal: GoalId,
    pub(crate) doer: StepDoer,
    /// Of theirs: who. Of mine: with whom it has to do.
    pub(crate) person: Option<PersonId>,
    pub(crate) what: String,
    /// `None` for some day.
    pub(crate) due_on: Option<Day>,
    /// When its day was last set: it never rings on that one.
    pub(crate) set_on: Day,
    /// From this day one of mine stands on Today; `None` where `due_on` is.
    pub(crate) stands_on: Option<Day>,
    pub(crate) done_on: Option<Day>,
}

const COLUMNS: &str =
    "s.id, s.goal_id, s.doer, s.person_id, s.what, s.due_on, s.set_on, s.stands_on, s.done_on";

fn read(row: &Row<'_>) -> rusqlite::Result<StepRecord> {
    Ok(StepRecord {
        id: row.get(0)?,
        goal: row.get(1)?,
        doer: row.get(2)?,
        person: row.get(3)?,
        what: row.get(4)?,
        due_on: row.get(5)?,
        set_on: row.get(6)?,
        stands_on: row.get(7)?,
        done_on: row.get(8)?,
    })
}

/// Inserts a step; the id of `record` is not used.
pub(super) fn insert(tx: &Tx<'_>, record: &StepRecord) -> Result<GoalStepId> {
    tx.insert(
        "INSERT INTO goal_steps (goal_id, doer, person_id, what, due_on, set_on, stands_on, done_on) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            record.goal,
            record.doer,
            record.person,
            &record.what,
            record.due_on,
            record.set_on,
            record.stands_on,
            record.done_on,
        ),
    )
    .map(GoalStepId)
}

/// Replaces the row of a step.
pub(super) fn update(tx: &Tx<'_>, record: &StepRecord) -> Result<()> {
    tx.execute(
        "UPDATE goal_steps SET doer = ?2, person_id = ?3, what = ?4, due_on = ?5, set_on = ?6, stands_on = ?7, \
           done_on = ?8 WHERE id = ?1",
        (
            record.id,
            record.doer,
            record.person,
            &record.what,
            record.due_on,
            record.set_on,
            record.stands_on,
            record.done_on,
        ),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: GoalStepId) -> Result<()> {
    tx.execute("DELETE FROM goal_steps WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(super) fn get(tx: &Tx<'_>, id: GoalStepId) -> Result<StepRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM goal_steps s WHERE s.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This step"))
}

/// SQL: whoever takes the step `s` is not in the trash.
const IS_THERE: &str = "(s.doer = 'me' OR EXISTS (\
     SELECT 1 FROM people p WHERE p.id = s.person_id AND p.trashed_at IS NULL))";

/// The steps of a goal: the open ones by their day, those for some day last; then what was done, the last first.
pub(crate) fn steps_of(tx: &Tx<'_>, goal: GoalId) -> Result<Vec<StepRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goal_steps s WHERE s.goal_id = ?1 AND {IS_THERE} \
             ORDER BY s.done_on IS NOT NULL, s.done_on DESC, s.due_on IS NULL, s.due_on, s.id"
        ),
        [goal],
        read,
    )
}

/// Like `steps_of`, without the steps that others take than this person and me, and mine that are with others.
pub(crate) fn steps_of_both(
    tx: &Tx<'_>,
    goal: GoalId,
    person: PersonId,
) -> Result<Vec<StepRecord>> {
    let mut steps = steps_of(tx, goal)?;
    steps.retain(|step| {
        step.person == Some(person) || (step.doer == StepDoer::Me && step.person.is_none())
    });
    Ok(steps)
}

/// SQL: an open step `s` of mine, in an open goal.
const IS_MINE: &str = "s.doer = 'me' AND s.done_on IS NULL \
     AND (SELECT state FROM goals g WHERE g.id = s.goal_id) = 'open'";

/// The first `limit` open steps of mine that stand on Today on `day`, and how many do.
pub(super) fn standing(tx: &Tx<'_>, day: Day, limit: u32) -> Result<(Vec<StepRecord>, u32)> {
    let steps = tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goal_steps s WHERE {IS_MINE} AND s.stands_on <= ?1 \
             ORDER BY s.due_on, s.id LIMIT ?2"
        ),
        (day, limit),
        read,
    )?;
    let sql = format!("SELECT count(*) FROM goal_steps s WHERE {IS_MINE} AND s.stands_on <= ?1");
    let count = tx.first(&sql, [day], |row| row.get(0))?;
    Ok((steps, count.unwrap_or(0)))
}

/// How many open steps of mine are for `day` or a day before it.
pub(super) fn count_due(tx: &Tx<'_>, day: Day) -> Result<u32> {
    let sql = format!(
        "SELECT count(*) FROM goal_steps s WHERE {IS_MINE} AND s.stands_on IS NOT NULL AND s.due_on <= ?1"
    );
    Ok(tx.first(&sql, [day], |row| row.get(0))?.unwrap_or(0))
}

/// SQL: the step `s` names somebody who is neither in the trash nor died: it rings with them, and else with nobody.
const RINGS_WITH_SOMEBODY: &str = "EXISTS (\
     SELECT 1 FROM people p WHERE p.id = s.person_id AND p.trashed_at IS NULL AND p.died_on IS NULL)";

/// The people with whom steps of mine ring.
pub(super) fn people_with_rings(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    let sql = format!(
        "SELECT DISTINCT s.person_id FROM goal_steps s \
         WHERE {IS_MINE} AND s.due_on IS NOT NULL AND {RINGS_WITH_SOMEBODY}"
    );
    tx.all(&sql, [], |row| row.get(0))
}

/// The steps of mine that ring with a person.
pub(super) fn ringing_with(tx: &Tx<'_>, person: PersonId) -> Result<Vec<StepRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goal_steps s WHERE s.person_id = ?1 \
             AND {IS_MINE} AND s.due_on IS NOT NULL AND {RINGS_WITH_SOMEBODY} ORDER BY s.id"
        ),
        [person],
        read,
    )
}

/// The steps of mine that ring with nobody.
pub(super) fn ringing_with_nobody(tx: &Tx<'_>) -> Result<Vec<StepRecord>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM goal_steps s \
         WHERE {IS_MINE} AND s.due_on IS NOT NULL AND NOT {RINGS_WITH_SOMEBODY} ORDER BY s.id"
    );
    tx.all(&sql, [], read)
}
