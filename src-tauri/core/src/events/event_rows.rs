//! Tables `events` and `event_people`: events, and who was there.

use rusqlite::Row;

use super::EventId;
use crate::check_ins::{CheckInId, RINGS};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::reminders::delivery_rows::ON_TODAY;
use crate::store::Tx;

/// A row of `events`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventRecord {
    pub(crate) id: EventId,
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) on: Day,
    pub(crate) note: String,
}

/// A row of `event_people`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GuestRecord {
    pub(crate) id: i64,
    pub(crate) person: PersonId,
    pub(crate) line: String,
    pub(crate) check_in: Option<CheckInId>,
    /// Whether the person is in the trash.
    pub(crate) trashed: bool,
}

const COLUMNS: &str = "e.id, e.name, e.place, e.held_on, e.note";

fn read(row: &Row<'_>) -> rusqlite::Result<EventRecord> {
    Ok(EventRecord {
        id: row.get(0)?,
        name: row.get(1)?,
        place: row.get(2)?,
        on: row.get(3)?,
        note: row.get(4)?,
    })
}

/// Inserts an event; the id of `record` is not used.
pub(crate) fn insert(tx: &Tx<'_>, record: &EventRecord) -> Result<EventId> {
    tx.insert(
        "INSERT INTO events (name, place, held_on, note) VALUES (?1, ?2, ?3, ?4)",
        (&record.name, &record.place, record.on, &record.note),
    )
    .map(EventId)
}

/// Replaces the row of an event.
pub(crate) fn update(tx: &Tx<'_>, record: &EventRecord) -> Result<()> {
    tx.execute(
        "UPDATE events SET name = ?2, place = ?3, held_on = ?4, note = ?5 WHERE id = ?1",
        (
            record.id,
            &record.name,
            &record.place,
            record.on,
            &record.note,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: EventId) -> Result<()> {
    tx.execute("DELETE FROM event_people WHERE event_id = ?1", [id])?;
    tx.execute("DELETE FROM events WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: EventId) -> Result<EventRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM events e WHERE e.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This event"))
}

/// All events, the last first, and how many people outside the trash were there.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<(EventRecord, u32)>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS}, (SELECT count(*) FROM event_people g JOIN people p ON p.id = g.person_id \
               WHERE g.event_id = e.id AND p.trashed_at IS NULL) \
             FROM events e ORDER BY e.held_on DESC, e.id DESC"
        ),
        [],
        |row| Ok((read(row)?, row.get(5)?)),
    )
}

/// The events of a day, or all of them; the last first.
pub(crate) fn on_day(tx: &Tx<'_>, on: Option<Day>) -> Result<Vec<EventRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM events e WHERE ?1 IS NULL OR e.held_on = ?1 \
             ORDER BY e.held_on DESC, e.id DESC"
        ),
        [on],
        read,
    )
}

/// The events at which a person was, the last first, and the line about them.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<(EventRecord, String)>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS}, g.line FROM event_people g JOIN events e ON e.id = g.event_id \
             WHERE g.person_id = ?1 ORDER BY e.held_on DESC, e.id DESC"
        ),
        [person],
        |row| Ok((read(row)?, row.get(5)?)),
    )
}

/// Who was at an event, in the order in which they were named.
pub(crate) fn guests_of(tx: &Tx<'_>, id: EventId) -> Result<Vec<GuestRecord>> {
    tx.all(
        "SELECT g.id, g.person_id, g.line, g.check_in_id, p.trashed_at IS NOT NULL FROM event_people g \
         JOIN people p ON p.id = g.person_id WHERE g.event_id = ?1 ORDER BY g.id",
        [id],
        |row| {
            Ok(GuestRecord {
                id: row.get(0)?,
                person: row.get(1)?,
                line: row.get(2)?,
                check_in: row.get(3)?,
                trashed: row.get(4)?,
            })
        },
    )
}

/// A follow-up that stands on Today.
pub(crate) struct DueFollowUp {
    pub(crate) event: EventRecord,
    pub(crate) person: PersonId,
    pub(crate) line: String,
    pub(crate) check_in: CheckInId,
}

/// The follow-ups that stand on Today, those of one event in the order in which they were named.
pub(crate) fn due_follow_ups(tx: &Tx<'_>, now: &Moment) -> Result<Vec<DueFollowUp>> {
    tx.all(
        // From the few that were planned at events, not from all that is due.
        &format!(
            "SELECT {COLUMNS}, g.person_id, g.line, g.check_in_id FROM event_people g \
             CROSS JOIN check_ins c ON c.id = g.check_in_id AND c.state = 'open' \
             CROSS JOIN delivery d ON d.item = c.id \
             CROSS JOIN events e ON e.id = g.event_id \
             WHERE g.check_in_id IS NOT NULL AND {ON_TODAY} ORDER BY g.id"
        ),
        (RINGS.word, Day::from(now.today()), now.stamp()),
        |row| {
            Ok(DueFollowUp {
                event: read(row)?,
                person: row.get(5)?,
                line: row.get(6)?,
                check_in: row.get(7)?,
            })
        },
    )
}

/// Whether a person was at an event.
pub(crate) fn was_there(tx: &Tx<'_>, id: EventId, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 FROM event_people WHERE event_id = ?1 AND person_id = ?2";
    Ok(tx.first(sql, (id, person), |_| Ok(()))?.is_some())
}

pub(crate) fn join(
    tx: &Tx<'_>,
    id: EventId,
    person: PersonId,
    line: &str,
    check_in: Option<CheckInId>,
) -> Result<()> {
    tx.insert(
        "INSERT INTO event_people (event_id, person_id, line, check_in_id) VALUES (?1, ?2, ?3, ?4)",
        (id, person, line, check_in),
    )?;
    Ok(())
}

/// Replaces what is kept of somebody who was there.
pub(crate) fn set_guest(
    tx: &Tx<'_>,
    row: i64,
    line: &str,
    check_in: Option<CheckInId>,
) -> Result<()> {
    tx.execute(
        "UPDATE event_people SET line = ?2, check_in_id = ?3 WHERE id = ?1",
        (row, line, check_in),
    )?;
    Ok(())
}

pub(crate) fn leave(tx: &Tx<'_>, row: i64) -> Result<()> {
    tx.execute("DELETE FROM event_people WHERE id = ?1", [row])?;
    Ok(())
}
