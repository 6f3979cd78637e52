//! Tables `goals`, `goal_parts`, `goal_people`, `goal_helpers` and `goal_talks`.

use rusqlite::Row;

use super::{GoalId, GoalPartId, GoalState, Help, HelperRole};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::interactions::InteractionId;
use crate::store::{Tx, id_list};

/// A row of `goals`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GoalRecord {
    pub(crate) id: GoalId,
    pub(crate) title: String,
    pub(crate) why: String,
    /// `None` where it is open by when.
    pub(crate) due_on: Option<Day>,
    pub(crate) noted_on: Day,
    pub(crate) state: GoalState,
    pub(crate) closed_on: Option<Day>,
    pub(crate) outcome: String,
}

/// A row of `goal_parts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartRecord {
    pub(crate) id: GoalPartId,
    pub(crate) goal: GoalId,
    pub(crate) help: Help,
    pub(crate) what: String,
}

/// A row of `goal_people`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InGoal {
    pub(crate) person: PersonId,
    pub(crate) shares: bool,
    pub(crate) say: Option<u8>,
    pub(crate) interest: Option<u8>,
}

/// A row of `goal_helpers`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HelperRecord {
    pub(crate) part: GoalPartId,
    pub(crate) person: PersonId,
    pub(crate) role: HelperRole,
}

const COLUMNS: &str = "g.id, g.title, g.why, g.due_on, g.noted_on, g.state, g.closed_on, g.outcome";

fn read(row: &Row<'_>) -> rusqlite::Result<GoalRecord> {
    Ok(GoalRecord {
        id: row.get(0)?,
        title: row.get(1)?,
        why: row.get(2)?,
        due_on: row.get(3)?,
        noted_on: row.get(4)?,
        state: row.get(5)?,
        closed_on: row.get(6)?,
        outcome: row.get(7)?,
    })
}

/// Inserts a goal; the id of `record` is not used.
pub(super) fn insert(tx: &Tx<'_>, record: &GoalRecord) -> Result<GoalId> {
    tx.insert(
        "INSERT INTO goals (title, why, due_on, noted_on, state, closed_on, outcome) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            &record.title,
            &record.why,
            record.due_on,
            record.noted_on,
            record.state,
            record.closed_on,
            &record.outcome,
        ),
    )
    .map(GoalId)
}

/// Replaces the row of a goal, except the day on which it was written down.
pub(super) fn update(tx: &Tx<'_>, record: &GoalRecord) -> Result<()> {
    tx.execute(
        "UPDATE goals SET title = ?2, why = ?3, due_on = ?4, state = ?5, closed_on = ?6, outcome = ?7 WHERE id = ?1",
        (
            record.id,
            &record.title,
            &record.why,
            record.due_on,
            record.state,
            record.closed_on,
            &record.outcome,
        ),
    )?;
    Ok(())
}

/// Deletes a goal with all that is part of it.
pub(super) fn delete(tx: &Tx<'_>, id: GoalId) -> Result<()> {
    for sql in [
        "DELETE FROM goal_helpers WHERE part_id IN (SELECT id FROM goal_parts WHERE goal_id = ?1)",
        "DELETE FROM goal_parts WHERE goal_id = ?1",
        "DELETE FROM goal_people WHERE goal_id = ?1",
        "DELETE FROM goal_steps WHERE goal_id = ?1",
        "DELETE FROM goal_talks WHERE goal_id = ?1",
        "DELETE FROM goals WHERE id = ?1",
    ] {
        tx.execute(sql, [id])?;
    }
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: GoalId) -> Result<GoalRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM goals g WHERE g.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This need"))
}

/// The open goals that somebody of these has to do with, those with the nearest day first.
pub(super) fn open_with(tx: &Tx<'_>, people: &[PersonId]) -> Result<Vec<GoalRecord>> {
    let ids = id_list(people);
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goals g WHERE g.state = 'open' \
               AND g.id IN (SELECT goal_id FROM goal_people WHERE person_id IN ({ids})) \
             ORDER BY g.due_on IS NULL, g.due_on, g.id"
        ),
        [],
        read,
    )
}

/// The goal, if it is open.
///
/// # Errors
/// `NotFound`; `Stale` where it was reached or let go.
pub(super) fn get_open(tx: &Tx<'_>, id: GoalId) -> Result<GoalRecord> {
    let record = get(tx, id)?;
    if record.state == GoalState::Open {
        return Ok(record);
    }
    Err(Error::new(
        Code::Stale,
        "This need is finished. Open it again first. Nothing was changed.",
    ))
}

/// All goals: the open ones by their day, those without one last; then the finished ones, the last first.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<GoalRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goals g \
             ORDER BY g.state <> 'open', g.closed_on DESC, g.due_on IS NULL, g.due_on, g.id"
        ),
        [],
        read,
    )
}

/// The goals that a person has to do with, in the order of `all`.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<GoalRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goal_people w JOIN goals g ON g.id = w.goal_id WHERE w.person_id = ?1 \
             ORDER BY g.state <> 'open', g.closed_on DESC, g.due_on IS NULL, g.due_on, g.id"
        ),
        [person],
        read,
    )
}

/// The open goals that a person shares, the next day first.
pub(crate) fn shared_with(tx: &Tx<'_>, person: PersonId) -> Result<Vec<GoalRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM goal_people w JOIN goals g ON g.id = w.goal_id \
             WHERE w.person_id = ?1 AND w.shares = 1 AND g.state = 'open' ORDER BY g.due_on IS NULL, g.due_on, g.id"
        ),
        [person],
        read,
    )
}

fn read_part(row: &Row<'_>) -> rusqlite::Result<PartRecord> {
    Ok(PartRecord {
        id: row.get(0)?,
        goal: row.get(1)?,
        help: row.get(2)?,
        what: row.get(3)?,
    })
}

/// The parts of a goal, in the order in which they were written down.
pub(crate) fn parts_of(tx: &Tx<'_>, goal: GoalId) -> Result<Vec<PartRecord>> {
    tx.all(
        "SELECT id, goal_id, help, what FROM goal_parts WHERE goal_id = ?1 ORDER BY id",
        [goal],
        read_part,
    )
}

/// # Errors
/// `NotFound`.
pub(crate) fn part(tx: &Tx<'_>, id: GoalPartId) -> Result<PartRecord> {
    tx.first(
        "SELECT id, goal_id, help, what FROM goal_parts WHERE id = ?1",
        [id],
        read_part,
    )?
    .ok_or_else(|| Error::not_found("This part"))
}

pub(super) fn insert_part(tx: &Tx<'_>, goal: GoalId, help: Help, what: &str) -> Result<GoalPartId> {
    tx.insert(
        "INSERT INTO goal_parts (goal_id, help, what) VALUES (?1, ?2, ?3)",
        (goal, help, what),
    )
    .map(GoalPartId)
}

pub(super) fn set_part(tx: &Tx<'_>, id: GoalPartId, help: Help, what: &str) -> Result<()> {
    tx.execute(
        "UPDATE goal_parts SET help = ?2, what = ?3 WHERE id = ?1",
        (id, help, what),
    )?;
    Ok(())
}

pub(super) fn delete_part(tx: &Tx<'_>, id: GoalPartId) -> Result<()> {
    tx.execute("DELETE FROM goal_helpers WHERE part_id = ?1", [id])?;
    tx.execute("DELETE FROM goal_parts WHERE id = ?1", [id])?;
    Ok(())
}

/// Everybody who has to do with a goal and is not in the trash, in the order in which they were named.
pub(crate) fn people_in(tx: &Tx<'_>, goal: GoalId) -> Result<Vec<InGoal>> {
    tx.all(
        "SELECT w.person_id, w.shares, w.say, w.interest FROM goal_people w JOIN people p ON p.id = w.person_id \
         WHERE w.goal_id = ?1 AND p.trashed_at IS NULL ORDER BY w.id",
        [goal],
        read_in_goal,
    )
}

fn read_in_goal(row: &Row<'_>) -> rusqlite::Result<InGoal> {
    Ok(InGoal {
        person: row.get(0)?,
        shares: row.get(1)?,
        say: row.get(2)?,
        interest: row.get(3)?,
    })
}

/// What is kept of a person in a goal.
pub(super) fn in_goal(tx: &Tx<'_>, goal: GoalId, person: PersonId) -> Result<Option<InGoal>> {
    tx.first(
        "SELECT person_id, shares, say, interest FROM goal_people WHERE goal_id = ?1 AND person_id = ?2",
        (goal, person),
        read_in_goal,
    )
}

/// Inserts or replaces what is kept of a person in a goal.
pub(super) fn put_in_goal(tx: &Tx<'_>, goal: GoalId, row: &InGoal) -> Result<()> {
    let values = (goal, row.person, row.shares, row.say, row.interest);
    match in_goal(tx, goal, row.person)? {
        Some(known) if known == *row => {}
        Some(_) => {
            tx.execute(
                "UPDATE goal_people SET shares = ?3, say = ?4, interest = ?5 WHERE goal_id = ?1 AND person_id = ?2",
                values,
            )?;
        }
        None => {
            tx.insert(
                "INSERT INTO goal_people (goal_id, person_id, shares, say, interest) VALUES (?1, ?2, ?3, ?4, ?5)",
                values,
            )?;
        }
    }
    Ok(())
}

/// Whoever neither stands at a part of a goal nor shares it has to do with it no more.
pub(super) fn drop_idle(tx: &Tx<'_>, goal: GoalId) -> Result<()> {
    tx.execute(
        "DELETE FROM goal_people WHERE goal_id = ?1 AND shares = 0 AND NOT EXISTS (\
           SELECT 1 FROM goal_helpers h JOIN goal_parts t ON t.id = h.part_id \
           WHERE t.goal_id = goal_people.goal_id AND h.person_id = goal_people.person_id)",
        [goal],
    )?;
    Ok(())
}

/// Who stands at the parts of a goal and is not in the trash, in the order in which they were named.
pub(crate) fn helpers_of(tx: &Tx<'_>, goal: GoalId) -> Result<Vec<HelperRecord>> {
    tx.all(
        "SELECT h.part_id, h.person_id, h.role FROM goal_parts t JOIN goal_helpers h ON h.part_id = t.id \
         JOIN people p ON p.id = h.person_id WHERE t.goal_id = ?1 AND p.trashed_at IS NULL ORDER BY h.id",
        [goal],
        |row| {
            Ok(HelperRecord {
                part: row.get(0)?,
                person: row.get(1)?,
                role: row.get(2)?,
            })
        },
    )
}

/// The part that a person has in a part of a goal.
pub(super) fn role_at(
    tx: &Tx<'_>,
    part: GoalPartId,
    person: PersonId,
) -> Result<Option<HelperRole>> {
    tx.first(
        "SELECT role FROM goal_helpers WHERE part_id = ?1 AND person_id = ?2",
        (part, person),
        |row| row.get(0),
    )
}

/// Inserts or replaces the part that a person has in a part of a goal.
pub(super) fn put_helper(tx: &Tx<'_>, row: HelperRecord) -> Result<()> {
    let values = (row.part, row.person, row.role);
    match role_at(tx, row.part, row.person)? {
        Some(role) if role == row.role => {}
        Some(_) => {
            tx.execute(
                "UPDATE goal_helpers SET role = ?3 WHERE part_id = ?1 AND person_id = ?2",
                values,
            )?;
        }
        None => {
            tx.insert(
                "INSERT INTO goal_helpers (part_id, person_id, role) VALUES (?1, ?2, ?3)",
                values,
            )?;
        }
    }
    Ok(())
}

pub(super) fn take_helper(tx: &Tx<'_>, part: GoalPartId, person: PersonId) -> Result<()> {
    tx.execute(
        "DELETE FROM goal_helpers WHERE part_id = ?1 AND person_id = ?2",
        (part, person),
    )?;
    Ok(())
}

/// What a person does in a goal, a part each: their part in it, and what the part is.
pub(crate) fn roles_of(
    tx: &Tx<'_>,
    goal: GoalId,
    person: PersonId,
) -> Result<Vec<(HelperRole, String)>> {
    tx.all(
        "SELECT h.role, t.what FROM goal_parts t JOIN goal_helpers h ON h.part_id = t.id \
         WHERE t.goal_id = ?1 AND h.person_id = ?2 ORDER BY t.id",
        (goal, person),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The talks that were about a goal, the last first.
pub(crate) fn talks_of(tx: &Tx<'_>, goal: GoalId) -> Result<Vec<InteractionId>> {
    tx.all(
        "SELECT i.id FROM goal_talks t JOIN interactions i ON i.id = t.interaction_id \
         WHERE t.goal_id = ?1 ORDER BY i.happened_on DESC, i.id DESC",
        [goal],
        |row| row.get(0),
    )
}

/// The last talks with people of a goal that are not said to be about it, the last first.
pub(crate) fn other_talks(tx: &Tx<'_>, goal: GoalId, limit: u32) -> Result<Vec<InteractionId>> {
    tx.all(
        "SELECT DISTINCT i.id FROM goal_people w JOIN interaction_people t ON t.person_id = w.person_id \
         JOIN interactions i ON i.id = t.interaction_id \
         WHERE w.goal_id = ?1 AND NOT EXISTS (\
           SELECT 1 FROM goal_talks k WHERE k.goal_id = ?1 AND k.interaction_id = i.id) \
         ORDER BY i.happened_on DESC, i.id DESC LIMIT ?2",
        (goal, limit),
        |row| row.get(0),
    )
}

/// Says whether a talk was about a goal.
pub(super) fn set_talk(
    tx: &Tx<'_>,
    goal: GoalId,
    talk: InteractionId,
    is_about: bool,
) -> Result<()> {
    let known = tx.first(
        "SELECT id FROM goal_talks WHERE goal_id = ?1 AND interaction_id = ?2",
        (goal, talk),
        |row| row.get::<_, i64>(0),
    )?;
    match (known, is_about) {
        (None, true) => {
            tx.insert(
                "INSERT INTO goal_talks (goal_id, interaction_id) VALUES (?1, ?2)",
                (goal, talk),
            )?;
        }
        (Some(id), false) => {
            tx.execute("DELETE FROM goal_talks WHERE id = ?1", [id])?;
        }
        (None, false) | (Some(_), true) => {}
    }
    Ok(())
}

/// Everybody named in the goals, with people or with steps, that an operation touched: what find knows of them, and what
/// rings with them, may be otherwise now.
pub(super) fn people_of_touched(tx: &Tx<'_>, operation: OperationId) -> Result<Vec<PersonId>> {
    tx.all(
        "WITH touched (id) AS (\
           SELECT row_id FROM undo_log WHERE operation_id = ?1 AND table_name = 'goals' \
           UNION SELECT s.goal_id FROM undo_log l JOIN goal_steps s ON s.id = l.row_id \
             WHERE l.operation_id = ?1 AND l.table_name = 'goal_steps' \
           UNION SELECT w.goal_id FROM undo_log l JOIN goal_people w ON w.id = l.row_id \
             WHERE l.operation_id = ?1 AND l.table_name = 'goal_people' \
           UNION SELECT l.old ->> '$.goal_id' FROM undo_log l \
             WHERE l.operation_id = ?1 AND l.table_name IN ('goal_steps', 'goal_people') AND l.old IS NOT NULL) \
         SELECT person_id FROM goal_people WHERE goal_id IN touched \
         UNION SELECT person_id FROM goal_steps WHERE goal_id IN touched AND person_id IS NOT NULL",
        [operation],
        |row| row.get(0),
    )
}
