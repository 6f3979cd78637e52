//! Table `check_ins`: planned conversations.

use rusqlite::Row;

use chrono::NaiveDate;

use crate::check_ins::CheckInId;
use crate::check_ins::{Source, State};
use crate::columns::{Zone, when};
use crate::days::{Day, When};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::store::Tx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckInRecord {
    pub(crate) id: CheckInId,
    pub(crate) person: PersonId,
    pub(crate) source: Source,
    pub(crate) when: When,
    /// The day that the rhythm wished, where Kith placed the check-in on another.
    pub(crate) wished: Option<Day>,
    /// Whether the day was chosen by hand. If not, `settle` moves it when the
    /// cadence or a conversation changes.
    pub(crate) chosen: bool,
    pub(crate) reason: String,
    pub(crate) snoozed: Option<When>,
    pub(crate) state: State,
}

impl CheckInRecord {
    /// The day on which it stands: the one to which it was put off, else its own.
    pub(crate) fn stands_on(&self) -> NaiveDate {
        self.snoozed.unwrap_or(self.when).on.date()
    }
}

/// The fields of a check-in to insert.
pub(crate) struct NewCheckIn<'a> {
    pub(crate) person: PersonId,
    pub(crate) source: Source,
    pub(crate) when: When,
    pub(crate) chosen: bool,
    pub(crate) reason: &'a str,
}

const COLUMNS: &str = "c.id, c.person_id, c.source, c.due_on, c.due_time, c.zone, c.chosen, c.reason, \
                       c.snoozed_on, c.snoozed_time, c.snoozed_zone, c.state, c.wished_on";

fn read(row: &Row<'_>) -> rusqlite::Result<CheckInRecord> {
    let snoozed_on: Option<Day> = row.get(8)?;
    Ok(CheckInRecord {
        id: row.get(0)?,
        person: row.get(1)?,
        source: row.get(2)?,
        when: when(row, row.get(3)?, [4, 5])?,
        chosen: row.get(6)?,
        reason: row.get(7)?,
        snoozed: snoozed_on.map(|on| when(row, on, [9, 10])).transpose()?,
        state: row.get(11)?,
        wished: row.get(12)?,
    })
}

pub(crate) fn insert(tx: &Tx<'_>, new: &NewCheckIn<'_>) -> Result<CheckInId> {
    let id = tx.insert(
        "INSERT INTO check_ins (person_id, source, due_on, due_time, zone, chosen, reason, state) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open')",
        (
            new.person,
            new.source,
            new.when.on,
            new.when.time(),
            new.when.zone().map(Zone),
            new.chosen,
            new.reason,
        ),
    )?;
    Ok(CheckInId(id))
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: CheckInId) -> Result<CheckInRecord> {
    find(tx, id)?.ok_or_else(|| Error::not_found("This check-in"))
}

pub(crate) fn find(tx: &Tx<'_>, id: CheckInId) -> Result<Option<CheckInRecord>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM check_ins c WHERE c.id = ?1"),
        [id],
        read,
    )
}

/// The day on which a check-in was answered.
pub(crate) fn answered_on(tx: &Tx<'_>, id: CheckInId) -> Result<Option<Day>> {
    let sql = "SELECT answered_on FROM check_ins WHERE id = ?1";
    Ok(tx.first(sql, [id], |row| row.get(0))?.flatten())
}

/// Open check-ins of a person, soonest first.
pub(crate) fn open_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<CheckInRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM check_ins c WHERE c.person_id = ?1 AND c.state = 'open' \
             ORDER BY coalesce(c.snoozed_on, c.due_on), c.due_time, c.id"
        ),
        [person],
        read,
    )
}

/// All people with an open check-in.
pub(crate) fn people_with_open(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT DISTINCT person_id FROM check_ins WHERE state = 'open'",
        [],
        |row| row.get(0),
    )
}

/// Moves a check-in to another day and ends its snooze.
pub(crate) fn set_when(tx: &Tx<'_>, id: CheckInId, when: When, chosen: bool) -> Result<()> {
    tx.execute(
        "UPDATE check_ins SET due_on = ?2, due_time = ?3, zone = ?4, chosen = ?5, wished_on = NULL, \
           snoozed_on = NULL, snoozed_time = NULL, snoozed_zone = NULL WHERE id = ?1",
        (id, when.on, when.time(), when.zone().map(Zone), chosen),
    )?;
    Ok(())
}

/// Moves a check-in of a rhythm to the day on which Kith places it; `wished` is the day that the rhythm wishes.
pub(crate) fn set_placed(tx: &Tx<'_>, id: CheckInId, on: Day, wished: Day) -> Result<()> {
    set_when(tx, id, When::day(on.date()), false)?;
    note_wished(tx, id, on, wished)
}

/// Inserts a check-in of a rhythm on the day on which Kith places it. `chosen` as in `CheckInRecord`.
pub(crate) fn insert_placed(
    tx: &Tx<'_>,
    person: PersonId,
    on: Day,
    wished: Day,
    chosen: bool,
) -> Result<()> {
    let new = NewCheckIn {
        person,
        source: Source::Cadence,
        when: When::day(on.date()),
        chosen,
        reason: "",
    };
    let id = insert(tx, &new)?;
    note_wished(tx, id, on, wished)
}

fn note_wished(tx: &Tx<'_>, id: CheckInId, on: Day, wished: Day) -> Result<()> {
    if on != wished {
        tx.execute(
            "UPDATE check_ins SET wished_on = ?2 WHERE id = ?1",
            (id, wished),
        )?;
    }
    Ok(())
}

pub(crate) fn set_reason(tx: &Tx<'_>, id: CheckInId, reason: &str) -> Result<()> {
    tx.execute(
        "UPDATE check_ins SET reason = ?2 WHERE id = ?1",
        (id, reason),
    )?;
    Ok(())
}

pub(crate) fn set_snooze(tx: &Tx<'_>, id: CheckInId, until: When) -> Result<()> {
    tx.execute(
        "UPDATE check_ins SET snoozed_on = ?2, snoozed_time = ?3, snoozed_zone = ?4 WHERE id = ?1",
        (id, until.on, until.time(), until.zone().map(Zone)),
    )?;
    Ok(())
}

/// Clears the chosen day, what it was for and the snooze; `settle` then places the check-in by the cadence. No rhythm
/// wishes the day that stands as the wished one until then.
pub(crate) fn reset_to_cadence(tx: &Tx<'_>, id: CheckInId) -> Result<()> {
    tx.execute(
        "UPDATE check_ins SET chosen = 0, reason = '', wished_on = '0001-01-01', snoozed_on = NULL, \
           snoozed_time = NULL, snoozed_zone = NULL \
         WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

/// Closes a check-in if it is open. `by` is the conversation that answers it.
pub(crate) fn close(
    tx: &Tx<'_>,
    id: CheckInId,
    state: State,
    on: Day,
    by: Option<InteractionId>,
) -> Result<()> {
    tx.execute(
        "UPDATE check_ins SET state = ?2, answered_on = ?3, interaction_id = ?4 WHERE id = ?1 AND state = 'open'",
        (id, state, on, by),
    )?;
    Ok(())
}

const REOPEN_PLANNED: &str = "UPDATE check_ins SET state = 'open', answered_on = NULL, interaction_id = NULL \
                              WHERE interaction_id = ?1 AND source <> 'cadence'";

/// Reopens planned check-ins that the conversation `by` closed because of its day, when that day is corrected
/// from `was_on` to the earlier `on`.
pub(crate) fn reopen_no_longer_due(
    tx: &Tx<'_>,
    by: InteractionId,
    on: Day,
    was_on: Day,
) -> Result<()> {
    tx.execute(
        &format!("{REOPEN_PLANNED} AND due_on > ?2 AND due_on <= ?3"),
        (by, on, was_on),
    )?;
    Ok(())
}

/// Reopens planned check-ins of a person who turns out not to have taken part in the conversation.
pub(crate) fn reopen_of(tx: &Tx<'_>, by: InteractionId, person: PersonId) -> Result<()> {
    tx.execute(
        &format!("{REOPEN_PLANNED} AND person_id = ?2"),
        (by, person),
    )?;
    Ok(())
}

/// Reopens the planned check-ins that a conversation answered, before that conversation is deleted.
pub(crate) fn reopen_planned(tx: &Tx<'_>, by: InteractionId) -> Result<()> {
    tx.execute(REOPEN_PLANNED, [by])?;
    tx.execute(
        "UPDATE check_ins SET interaction_id = NULL WHERE interaction_id = ?1",
        [by],
    )?;
    Ok(())
}
