//! Queries of the Today page. They join tables of several nouns.

use std::collections::HashSet;

use crate::check_ins::{CheckInId, RINGS};
use crate::columns::when;
use crate::days::{Day, Stamp, When};
use crate::details::DateKind;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::reminders::delivery_rows::ON_TODAY;
use crate::store::Tx;
use rusqlite::Row;

/// A due check-in with what its position in the list depends on.
#[derive(Clone, Debug)]
pub(crate) struct DueRecord {
    pub(crate) check_in: CheckInId,
    pub(crate) person: PersonId,
    /// Whether one comes back with it after cooling off.
    pub(crate) is_coming_back: bool,
    pub(crate) cadence_days: Option<u32>,
    pub(crate) importance: Option<u8>,
    pub(crate) last_contact_on: Option<Day>,
    pub(crate) kept_close_on: Option<Day>,
    /// The first day on which the next talk is late.
    pub(crate) quiet_on: Option<Day>,
}

/// All check-ins due on or before `day`, without those that are put off to later than `now`.
pub(crate) fn due(tx: &Tx<'_>, day: Day, now: Stamp) -> Result<Vec<DueRecord>> {
    // There are few: to look at the source of each check-in that is due would take longer.
    let coming_back: HashSet<CheckInId> = tx
        .all(
            "SELECT id FROM check_ins WHERE source = 'coming_back' AND state = 'open'",
            [],
            |row| row.get(0),
        )?
        .into_iter()
        .collect();
    tx.all(
        &format!(
            "SELECT d.item, d.person_id, r.cadence_days, r.importance, r.last_contact_on, r.kept_close_on, r.quiet_on \
             FROM delivery d LEFT JOIN relationships r ON r.person_id = d.person_id WHERE {ON_TODAY}"
        ),
        (RINGS.word, day, now),
        |row| {
            let check_in = row.get(0)?;
            Ok(DueRecord {
                is_coming_back: coming_back.contains(&check_in),
                check_in,
                person: row.get(1)?,
                cadence_days: row.get(2)?,
                importance: row.get(3)?,
                last_contact_on: row.get(4)?,
                kept_close_on: row.get(5)?,
                quiet_on: row.get(6)?,
            })
        },
    )
}

/// Up to `limit` people with a check-in on a day, sorted by name.
pub(crate) fn people_on(tx: &Tx<'_>, day: Day, limit: u32) -> Result<Vec<PersonName>> {
    tx.all(
        "SELECT p.id, p.display_name FROM delivery d JOIN people p ON p.id = d.person_id \
         WHERE d.sort = ?1 AND d.stands = 1 AND d.day = ?2 ORDER BY p.sort_key, p.id LIMIT ?3",
        (RINGS.word, day, limit),
        named,
    )
}

/// Up to `limit` people with a check-in that is due today, as in `due`, sorted by name.
pub(crate) fn people_due(
    tx: &Tx<'_>,
    today: Day,
    now: Stamp,
    limit: u32,
) -> Result<Vec<PersonName>> {
    tx.all(
        &format!(
            "SELECT p.id, p.display_name FROM delivery d JOIN people p ON p.id = d.person_id \
             WHERE {ON_TODAY} ORDER BY p.sort_key, p.id LIMIT ?4"
        ),
        (RINGS.word, today, now, limit),
        named,
    )
}

fn named(row: &Row<'_>) -> rusqlite::Result<PersonName> {
    Ok(PersonName {
        id: row.get(0)?,
        name: row.get(1)?,
    })
}

/// The text by which lists sort a person.
pub(crate) fn sort_key(tx: &Tx<'_>, person: PersonId) -> Result<String> {
    let sql = "SELECT sort_key FROM people WHERE id = ?1";
    Ok(tx
        .first(sql, [person], |row| row.get(0))?
        .unwrap_or_default())
}

/// Everybody outside the trash with the text by which lists sort them, in that order, until `goes_on` says no.
pub(crate) fn by_name(tx: &Tx<'_>, mut goes_on: impl FnMut(PersonId, &str) -> bool) -> Result<()> {
    let mut statement = tx.prepare(
        "SELECT id, sort_key FROM people WHERE trashed_at IS NULL ORDER BY sort_key, id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let sort_key = row.get_ref(1)?.as_str().unwrap_or_default();
        if !goes_on(row.get(0)?, sort_key) {
            break;
        }
    }
    Ok(())
}

/// A person kept close.
pub(crate) struct CloseRecord {
    pub(crate) person: PersonId,
    pub(crate) cadence_days: Option<u32>,
    pub(crate) next_due_on: Option<Day>,
}

/// All people kept close, the next check-in first.
pub(crate) fn kept_close(tx: &Tx<'_>) -> Result<Vec<CloseRecord>> {
    tx.all(
        "SELECT p.id, r.cadence_days, r.next_due_on FROM relationships r JOIN people p ON p.id = r.person_id \
         WHERE r.kept_close_on IS NOT NULL AND p.trashed_at IS NULL AND p.died_on IS NULL AND p.archived_on IS NULL \
         ORDER BY r.next_due_on IS NULL, r.next_due_on, p.sort_key, p.id",
        [],
        |row| {
            Ok(CloseRecord {
                person: row.get(0)?,
                cadence_days: row.get(1)?,
                next_due_on: row.get(2)?,
            })
        },
    )
}

/// Number of people in imports since an instant, without undone imports.
pub(crate) fn count_imported_since(tx: &Tx<'_>, stamp: Stamp) -> Result<u32> {
    let count = tx.first(
        "SELECT coalesce(sum(count), 0) FROM operations WHERE kind = 'import' AND undone = 0 AND at >= ?1",
        [stamp],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// A birthday, anniversary or other date of a person kept close.
pub(crate) struct DateRecord {
    pub(crate) person: PersonName,
    pub(crate) kind: DateKind,
    pub(crate) label: String,
    pub(crate) year: Option<i32>,
}

const JOIN_KEPT_CLOSE: &str = "JOIN relationships r ON r.person_id = p.id AND r.kept_close_on IS NOT NULL AND r.status <> 'ended' \
     AND p.died_on IS NULL AND p.archived_on IS NULL";

/// Dates on any of these (month, day) pairs in `year`, those of later years aside, of people kept close and of those whose dates have a notice of their
/// own; not of those for whom it is turned off.
pub(crate) fn dates_on(tx: &Tx<'_>, year: i32, days: &[(u32, u32)]) -> Result<Vec<DateRecord>> {
    let mut found = Vec::new();
    for (month, day) in days {
        found.extend(tx.all(
            "SELECT p.id, p.display_name, t.kind, t.label, t.year FROM dates t \
             JOIN people p ON p.id = t.person_id AND p.trashed_at IS NULL \
             LEFT JOIN relationships r ON r.person_id = p.id LEFT JOIN date_notices n ON n.person_id = p.id \
             WHERE t.month = ?1 AND t.day = ?2 AND t.day IS NOT NULL AND (t.year IS NULL OR t.year <= ?3) \
               AND coalesce(n.notice, iif(r.kept_close_on IS NULL, 'off', 'usual')) <> 'off' \
               AND coalesce(r.status, 'active') <> 'ended' AND p.died_on IS NULL AND p.archived_on IS NULL \
             ORDER BY p.sort_key, p.id, t.id",
            (month, day, year),
            |row| {
                Ok(DateRecord {
                    person: PersonName {
                        id: row.get(0)?,
                        name: row.get(1)?,
                    },
                    kind: row.get(2)?,
                    label: row.get(3)?,
                    year: row.get(4)?,
                })
            },
        )?);
    }
    Ok(found)
}

/// Those who died on this "MM-DD" of some year and whose day is remembered: the person and the day.
pub(crate) fn remembered_on(tx: &Tx<'_>, month_day: &str) -> Result<Vec<(PersonName, Day)>> {
    tx.all(
        // Without being told, SQLite goes through everybody in the order of the list.
        "SELECT id, display_name, died_on FROM people INDEXED BY people_died \
         WHERE died_on IS NOT NULL AND remembered = 1 AND trashed_at IS NULL AND substr(died_on, 6) = ?1 \
         ORDER BY sort_key, id",
        [month_day],
        |row| {
            let person = PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            };
            Ok((person, row.get(2)?))
        },
    )
}

/// People kept close whose present job began on this "MM-DD" of some year: the
/// person, the organisation and the day.
pub(crate) fn begun_on(tx: &Tx<'_>, month_day: &str) -> Result<Vec<(PersonName, String, Day)>> {
    tx.all(
        &format!(
            "SELECT p.id, p.display_name, o.name, a.since FROM affiliations a \
             JOIN organisations o ON o.id = a.organisation_id \
             JOIN people p ON p.id = a.person_id AND p.trashed_at IS NULL {JOIN_KEPT_CLOSE} \
             WHERE length(a.since) = 10 AND substr(a.since, 6) = ?1 AND a.until IS NULL \
             ORDER BY p.sort_key, p.id"
        ),
        [month_day],
        |row| {
            let person = PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            };
            Ok((person, row.get(2)?, row.get(3)?))
        },
    )
}

/// Check-ins planned by hand that stand on a day: the person, the reason, and the day and time that apply now
/// (after a snooze those of the snooze). Without `without_time_too`, only those with a time.
pub(crate) fn planned_on(
    tx: &Tx<'_>,
    day: Day,
    without_time_too: bool,
    limit: usize,
) -> Result<Vec<(PersonName, String, When)>> {
    tx.all(
        "SELECT p.id, p.display_name, c.reason, c.due_on, c.due_time, c.zone, \
           c.snoozed_on, c.snoozed_time, c.snoozed_zone, c.id, \
           iif(c.snoozed_on IS NULL, c.due_time, c.snoozed_time) AS time \
         FROM delivery d JOIN check_ins c ON c.id = d.item JOIN people p ON p.id = d.person_id \
         WHERE d.sort = ?1 AND d.stands = 1 AND d.day = ?2 AND c.source = 'planned' \
           AND (?3 OR time IS NOT NULL) \
         ORDER BY time IS NOT NULL, d.rings, p.sort_key, p.id LIMIT ?4",
        (RINGS.word, day, without_time_too, limit),
        |row| {
            let person = PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            };
            let put_off: Option<Day> = row.get(6)?;
            let when = match put_off {
                Some(on) => when(row, on, [7, 8])?,
                None => when(row, row.get(3)?, [4, 5])?,
            };
            Ok((person, row.get(2)?, when))
        },
    )
}
