//! Tables `how_met` and `met_through`: how one met a person.

use super::EventId;
use crate::days::{Day, PartialDate};
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// What is said of how one met a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HowMetRecord {
    pub(crate) event: Option<EventId>,
    /// Only where no event says it.
    pub(crate) since: Option<PartialDate>,
    pub(crate) through: Option<PersonId>,
}

impl HowMetRecord {
    fn is_said(&self) -> bool {
        self.event.is_some() || self.since.is_some()
    }
}

/// All of it is `None` where nothing is said.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<HowMetRecord> {
    let how = tx.first(
        "SELECT event_id, since FROM how_met WHERE person_id = ?1",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let (event, since) = how.unwrap_or_default();
    let through = tx.first(
        "SELECT through_id FROM met_through WHERE person_id = ?1",
        [person],
        |row| row.get(0),
    )?;
    Ok(HowMetRecord {
        event,
        since,
        through,
    })
}

/// Replaces what is said; writes nothing where it is the same.
pub(crate) fn put(tx: &Tx<'_>, person: PersonId, said: HowMetRecord) -> Result<()> {
    let before = of_person(tx, person)?;
    if (before.event, before.since) != (said.event, said.since) {
        tx.execute("DELETE FROM how_met WHERE person_id = ?1", [person])?;
        if said.is_said() {
            tx.insert(
                "INSERT INTO how_met (person_id, event_id, since) VALUES (?1, ?2, ?3)",
                (person, said.event, said.since),
            )?;
        }
    }
    if before.through != said.through {
        tx.execute("DELETE FROM met_through WHERE person_id = ?1", [person])?;
        if let Some(through) = said.through {
            tx.insert(
                "INSERT INTO met_through (person_id, through_id) VALUES (?1, ?2)",
                (person, through),
            )?;
        }
    }
    Ok(())
}

/// Those whom one met at an event that goes: the day of it stays.
pub(crate) fn forget_event(tx: &Tx<'_>, event: EventId, on: Day) -> Result<()> {
    let day: Option<PartialDate> = on.to_string().parse().ok();
    tx.execute(
        "UPDATE how_met SET event_id = NULL, since = ?2 WHERE event_id = ?1",
        (event, day),
    )?;
    Ok(())
}
