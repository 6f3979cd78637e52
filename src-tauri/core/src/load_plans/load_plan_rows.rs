//! Queries of the plans. They join tables of several nouns.

use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::KindId;
use crate::relationships::relationship_rows::GOES_ON;
use crate::store::Tx;

/// The rhythm of somebody kept close that goes on now.
#[derive(Clone, Copy, Debug)]
pub(super) struct RhythmRow {
    pub(super) person: PersonId,
    pub(super) cadence: u32,
    pub(super) importance: u8,
    pub(super) kind: Option<KindId>,
    pub(super) last_contact_on: Option<Day>,
}

/// All rhythms that go on: not those of people in the trash, and not during a pause or while cooling off.
pub(super) fn rhythms(tx: &Tx<'_>, now: &Moment) -> Result<Vec<RhythmRow>> {
    let in_trash: std::collections::HashSet<PersonId> = tx
        .all(
            "SELECT id FROM people WHERE trashed_at IS NOT NULL",
            [],
            |row| row.get(0),
        )?
        .into_iter()
        .collect();
    let all = tx.all(
        &format!(
            "SELECT r.person_id, r.cadence_days, r.importance, r.kind_id, r.last_contact_on FROM relationships r \
             WHERE r.next_due_on IS NOT NULL AND r.cadence_days IS NOT NULL AND {GOES_ON}"
        ),
        (Day::from(now.today()), now.stamp()),
        |row| {
            Ok(RhythmRow {
                person: row.get(0)?,
                cadence: row.get(1)?,
                importance: row.get(2)?,
                kind: row.get(3)?,
                last_contact_on: row.get(4)?,
            })
        },
    )?;
    Ok(all
        .into_iter()
        .filter(|row| !in_trash.contains(&row.person))
        .collect())
}

/// How many rhythms that go on have each cadence, the shortest first.
pub(super) fn cadences(tx: &Tx<'_>, now: &Moment) -> Result<Vec<(u32, u32)>> {
    tx.all(
        &format!(
            "SELECT r.cadence_days, count(*) - coalesce(sum(p.id IS NOT NULL), 0) FROM relationships r \
             LEFT JOIN people p ON p.id = r.person_id AND p.trashed_at IS NOT NULL \
             WHERE r.next_due_on IS NOT NULL AND r.cadence_days IS NOT NULL AND {GOES_ON} \
             GROUP BY r.cadence_days ORDER BY r.cadence_days"
        ),
        (Day::from(now.today()), now.stamp()),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Somebody whose rhythm is due.
#[derive(Clone, Copy, Debug)]
pub(super) struct DueRow {
    pub(super) person: PersonId,
    pub(super) cadence: u32,
    pub(super) importance: u8,
}

/// Whose rhythm is due: an open check-in of the rhythm that stands on today or before and is not put off. Without
/// people in the trash, those who are paused and those with whom one cools off.
pub(super) fn due(tx: &Tx<'_>, now: &Moment) -> Result<Vec<DueRow>> {
    tx.all(
        &format!(
            "SELECT c.person_id, r.cadence_days, r.importance FROM check_ins c \
             JOIN relationships r ON r.person_id = c.person_id \
             JOIN people p ON p.id = c.person_id AND p.trashed_at IS NULL \
             WHERE c.state = 'open' AND c.source = 'cadence' AND coalesce(c.snoozed_on, c.due_on) <= ?1 \
               AND r.cadence_days IS NOT NULL AND {GOES_ON} \
             ORDER BY c.person_id"
        ),
        (Day::from(now.today()), now.stamp()),
        |row| {
            Ok(DueRow {
                person: row.get(0)?,
                cadence: row.get(1)?,
                importance: row.get(2)?,
            })
        },
    )
}

/// The days of the last `limit` talks with a person.
pub(super) fn talk_days(tx: &Tx<'_>, person: PersonId, limit: u32) -> Result<Vec<Day>> {
    tx.all(
        "SELECT DISTINCT i.happened_on FROM interactions i \
         JOIN interaction_people p ON p.interaction_id = i.id \
         WHERE p.person_id = ?1 AND i.attempt = 0 ORDER BY i.happened_on DESC LIMIT ?2",
        (person, limit),
        |row| row.get(0),
    )
}
