//! Table `relationships`: the user's relationship to each person.

use std::collections::HashMap;

use rusqlite::Row;

use crate::days::{Day, Stamp};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows::GONE;
use crate::relationships::{Category, KindId, Status, StoredStatus, Workplace};
use crate::store::Tx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelationshipRecord {
    pub(crate) category: Category,
    pub(crate) kind: Option<KindId>,
    pub(crate) purpose: String,
    pub(crate) workplace: Option<Workplace>,
    pub(crate) kept_close_on: Option<Day>,
    pub(crate) cadence_days: Option<u32>,
    pub(crate) importance: u8,
    pub(crate) status: Status,
    pub(crate) paused_until: Option<Day>,
    /// When cooling off ends; `None`: when the user says so.
    pub(crate) cooling_until: Option<Stamp>,
    /// What holds again after cooling off.
    pub(crate) before_cooling: Option<Status>,
    /// The day on which the purpose is expected to be over.
    pub(crate) purpose_ends_on: Option<Day>,
    pub(crate) last_contact_on: Option<Day>,
    pub(crate) next_due_on: Option<Day>,
    /// The first day on which the time since the last conversation is longer than the cadence.
    pub(crate) quiet_on: Option<Day>,
    pub(crate) do_not_ask: bool,
}

impl RelationshipRecord {
    /// What it says of the status.
    pub(crate) fn stored(&self) -> StoredStatus {
        StoredStatus {
            status: self.status,
            paused_until: self.paused_until,
            cooling_until: self.cooling_until,
            before_cooling: self.before_cooling,
            ..StoredStatus::NOTHING
        }
    }
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Option<RelationshipRecord>> {
    tx.first(
        "SELECT category, kind_id, purpose, workplace, kept_close_on, cadence_days, importance, status, \
           paused_until, last_contact_on, next_due_on, quiet_on, do_not_ask, cooling_until_at, \
           status_before_cooling, purpose_ends_on \
         FROM relationships WHERE person_id = ?1",
        [person],
        |row| {
            Ok(RelationshipRecord {
                category: row.get(0)?,
                kind: row.get(1)?,
                purpose: row.get(2)?,
                workplace: row.get(3)?,
                kept_close_on: row.get(4)?,
                cadence_days: row.get(5)?,
                importance: row.get(6)?,
                status: row.get(7)?,
                paused_until: row.get(8)?,
                last_contact_on: row.get(9)?,
                next_due_on: row.get(10)?,
                quiet_on: row.get(11)?,
                do_not_ask: row.get(12)?,
                cooling_until: row.get(13)?,
                before_cooling: row.get(14)?,
                purpose_ends_on: row.get(15)?,
            })
        },
    )
}

/// Inserts or replaces the relationship to a person; `None` deletes it.
pub(crate) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    record: Option<&RelationshipRecord>,
) -> Result<()> {
    let Some(record) = record else {
        tx.execute("DELETE FROM relationships WHERE person_id = ?1", [person])?;
        return Ok(());
    };
    tx.execute(
        "INSERT INTO relationships \
           (person_id, category, kind_id, purpose, workplace, kept_close_on, cadence_days, importance, status, \
            paused_until, last_contact_on, next_due_on, quiet_on, do_not_ask, cooling_until_at, \
            status_before_cooling, purpose_ends_on) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
         ON CONFLICT (person_id) DO UPDATE SET category = excluded.category, kind_id = excluded.kind_id, \
           purpose = excluded.purpose, workplace = excluded.workplace, kept_close_on = excluded.kept_close_on, \
           cadence_days = excluded.cadence_days, importance = excluded.importance, status = excluded.status, \
           paused_until = excluded.paused_until, last_contact_on = excluded.last_contact_on, \
           next_due_on = excluded.next_due_on, quiet_on = excluded.quiet_on, \
           do_not_ask = excluded.do_not_ask, cooling_until_at = excluded.cooling_until_at, \
           status_before_cooling = excluded.status_before_cooling, purpose_ends_on = excluded.purpose_ends_on",
        rusqlite::params![
            person,
            record.category,
            record.kind,
            &record.purpose,
            record.workplace,
            record.kept_close_on,
            record.cadence_days,
            record.importance,
            record.status,
            record.paused_until,
            record.last_contact_on,
            record.next_due_on,
            record.quiet_on,
            record.do_not_ask,
            record.cooling_until,
            record.before_cooling,
            record.purpose_ends_on,
        ],
    )?;
    Ok(())
}

/// SQL: of `r` (table `relationships`): neither paused nor cooling off. `?1` is today, `?2` the present moment. As
/// `StoredStatus::at` decides, for queries over everybody.
pub(crate) const GOES_ON: &str = "(r.paused_until IS NULL OR r.paused_until <= ?1) \
     AND (r.status <> 'cooling_off' OR r.cooling_until_at <= ?2)";

/// Among the 200 people kept close with the most recent conversations: the one with the most conversations.
/// People in the trash and relationships that are not active do not count.
pub(crate) fn talked_to_most(tx: &Tx<'_>) -> Result<Option<PersonId>> {
    tx.first(
        "SELECT last.person_id FROM \
           (SELECT r.person_id FROM relationships r JOIN people p ON p.id = r.person_id \
              AND p.trashed_at IS NULL AND p.died_on IS NULL AND p.archived_on IS NULL \
            WHERE r.kept_close_on IS NOT NULL AND r.status = 'active' AND r.last_contact_on IS NOT NULL \
            ORDER BY r.last_contact_on DESC, r.person_id LIMIT 200) last \
         JOIN interaction_people t ON t.person_id = last.person_id \
         JOIN interactions i ON i.id = t.interaction_id AND i.attempt = 0 \
         GROUP BY last.person_id ORDER BY count(*) DESC, last.person_id LIMIT 1",
        [],
        |row| row.get(0),
    )
}

/// Number of people of a kind, including those in the trash.
pub(crate) fn count_of_kind(tx: &Tx<'_>, kind: KindId) -> Result<u32> {
    let count = tx.first(
        "SELECT count(*) FROM relationships WHERE kind_id = ?1",
        [kind],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

pub(crate) fn set_category_of_kind(tx: &Tx<'_>, kind: KindId, category: Category) -> Result<()> {
    tx.execute(
        "UPDATE relationships SET category = ?2 WHERE kind_id = ?1 AND category <> ?2",
        (kind, category),
    )?;
    Ok(())
}

/// People of a kind who are kept close with a cadence other than `days`.
pub(crate) fn kept_close_of_kind_but(
    tx: &Tx<'_>,
    kind: KindId,
    days: u32,
) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM relationships \
         WHERE kind_id = ?1 AND kept_close_on IS NOT NULL AND cadence_days IS NOT ?2",
        (kind, days),
        |row| row.get(0),
    )
}

pub(crate) fn set_cadence(tx: &Tx<'_>, person: PersonId, days: u32) -> Result<()> {
    tx.execute(
        "UPDATE relationships SET cadence_days = ?2 WHERE person_id = ?1",
        (person, days),
    )?;
    Ok(())
}

/// Number of people kept close, without those in the trash and those who died or are archived.
pub(crate) fn count_kept_close(tx: &Tx<'_>) -> Result<u32> {
    let count = tx.first(
        // There are few people in the trash, died or archived: joining all of `people` would take
        // longer than the rest of Today.
        &format!(
            "SELECT (SELECT count(*) FROM relationships WHERE kept_close_on IS NOT NULL) - \
               (SELECT count(DISTINCT gone.id) FROM ({GONE}) gone \
                CROSS JOIN relationships r ON r.person_id = gone.id WHERE r.kept_close_on IS NOT NULL)"
        ),
        [],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Number of people outside the trash who have had no conversation for longer than their cadence, without those with
/// whom the user cools off.
pub(crate) fn count_quiet(tx: &Tx<'_>, now: &Moment) -> Result<u32> {
    let count = tx.first(
        // There are few people in the trash, and few with whom one cools off: subtracting them is faster than joining
        // `people` for every row.
        "SELECT (SELECT count(*) FROM relationships WHERE quiet_on IS NOT NULL AND quiet_on <= ?1) - \
           (SELECT count(*) FROM people p CROSS JOIN relationships r ON r.person_id = p.id \
            WHERE p.trashed_at IS NOT NULL AND r.quiet_on IS NOT NULL AND r.quiet_on <= ?1) - \
           (SELECT count(*) FROM relationships r CROSS JOIN people p ON p.id = r.person_id \
            WHERE r.cooling_until_at > ?2 AND r.status = 'cooling_off' AND p.trashed_at IS NULL \
              AND r.quiet_on IS NOT NULL AND r.quiet_on <= ?1)",
        (Day::from(now.today()), now.stamp()),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// All people that the user has a relationship with, and whether each is kept close.
pub(crate) fn whether_kept_close(tx: &Tx<'_>) -> Result<HashMap<PersonId, bool>> {
    let all = tx.all(
        "SELECT person_id, kept_close_on IS NOT NULL FROM relationships",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(all.into_iter().collect())
}

/// Those of these people whom the user keeps close.
pub(crate) fn kept_close_among(tx: &Tx<'_>, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let ids = crate::store::id_list(people);
    tx.all(
        &format!(
            "SELECT person_id FROM relationships WHERE kept_close_on IS NOT NULL AND person_id IN ({ids}) \
             ORDER BY person_id"
        ),
        [],
        |row| row.get(0),
    )
}

/// What is stored about the status of a person, in the trash or not, and of the relationship to them.
pub(crate) fn stored_status(tx: &Tx<'_>, person: PersonId) -> Result<StoredStatus> {
    let sql = format!(
        "SELECT {STATUS_COLUMNS} FROM people p LEFT JOIN relationships r ON r.person_id = p.id WHERE p.id = ?1"
    );
    let stored = tx.first(&sql, [person], |row| read_status(row, 0))?;
    Ok(stored.unwrap_or(StoredStatus::NOTHING))
}

/// The columns that `read_status` reads, of `p` (table `people`) and `r` (table `relationships`, joined with LEFT).
pub(crate) const STATUS_COLUMNS: &str = "r.status, r.paused_until, r.cooling_until_at, r.status_before_cooling, \
                                         p.died_on, p.archived_on";

/// Reads `STATUS_COLUMNS`, of which the first is column `from`.
pub(crate) fn read_status(row: &Row<'_>, from: usize) -> rusqlite::Result<StoredStatus> {
    Ok(StoredStatus {
        status: row
            .get::<_, Option<Status>>(from)?
            .unwrap_or(Status::Active),
        paused_until: row.get(from + 1)?,
        cooling_until: row.get(from + 2)?,
        before_cooling: row.get(from + 3)?,
        died_on: row.get(from + 4)?,
        archived_on: row.get(from + 5)?,
    })
}

/// Whether nothing is suggested, routed or drafted for a person: they are in the trash, or their status says so
/// (`Status::is_left_alone`).
pub(crate) fn is_left_alone(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    let sql = format!(
        "SELECT p.trashed_at IS NOT NULL, {STATUS_COLUMNS} FROM people p \
         LEFT JOIN relationships r ON r.person_id = p.id WHERE p.id = ?1"
    );
    let alone = tx.first(&sql, [person], |row| {
        Ok(row.get(0)? || read_status(row, 1)?.at(now).is_left_alone())
    })?;
    Ok(alone.unwrap_or(true))
}

/// A relationship of which the purpose is expected to be over.
pub(crate) struct PurposeOver {
    pub(crate) person: PersonId,
    pub(crate) purpose: String,
    pub(crate) ends_on: Day,
}

/// Relationships of which the purpose is expected to be over by a day, the earliest first; without those to people
/// who are left alone.
pub(crate) fn purposes_over(tx: &Tx<'_>, now: &Moment) -> Result<Vec<PurposeOver>> {
    let today = Day::from(now.today());
    let over = tx.all(
        &format!(
            "SELECT r.person_id, r.purpose, r.purpose_ends_on, {STATUS_COLUMNS} FROM relationships r \
             JOIN people p ON p.id = r.person_id AND p.trashed_at IS NULL \
             WHERE r.purpose_ends_on IS NOT NULL AND r.purpose_ends_on <= ?1 ORDER BY r.purpose_ends_on, r.person_id"
        ),
        [today],
        |row| {
            let over = PurposeOver {
                person: row.get(0)?,
                purpose: row.get(1)?,
                ends_on: row.get(2)?,
            };
            Ok((read_status(row, 3)?.at(now), over))
        },
    )?;
    let over = over.into_iter();
    let over = over.filter(|(status, _)| !status.is_left_alone());
    Ok(over.map(|(_, over)| over).collect())
}
