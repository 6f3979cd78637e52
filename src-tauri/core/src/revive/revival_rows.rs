//! Table `revivals`: whom Kith chose for which week; and the people among whom it chooses.

use std::collections::HashSet;

use super::RevivalId;
use super::choose::Candidate;
use crate::days::Day;
use crate::details::OrganisationId;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

pub(super) struct RevivalRecord {
    pub(super) id: RevivalId,
    pub(super) person: PersonId,
    pub(super) why: String,
    pub(super) chosen_on: Day,
    pub(super) refused_on: Option<Day>,
}

pub(super) fn of_week(tx: &Tx<'_>, week: Day) -> Result<Vec<RevivalRecord>> {
    tx.all(
        "SELECT id, person_id, why, chosen_on, refused_on FROM revivals WHERE week = ?1 ORDER BY id",
        [week],
        |row| {
            Ok(RevivalRecord {
                id: row.get(0)?,
                person: row.get(1)?,
                why: row.get(2)?,
                chosen_on: row.get(3)?,
                refused_on: row.get(4)?,
            })
        },
    )
}

/// The person of a row, if it is there.
pub(super) fn person_of(tx: &Tx<'_>, id: RevivalId) -> Result<Option<PersonId>> {
    tx.first(
        "SELECT person_id FROM revivals WHERE id = ?1",
        [id],
        |row| row.get(0),
    )
}

pub(super) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    week: Day,
    chosen_on: Day,
    why: &str,
) -> Result<()> {
    tx.insert(
        "INSERT INTO revivals (person_id, week, chosen_on, why) VALUES (?1, ?2, ?3, ?4)",
        (person, week, chosen_on, why),
    )?;
    Ok(())
}

pub(super) fn refuse(tx: &Tx<'_>, id: RevivalId, on: Day) -> Result<()> {
    tx.execute(
        "UPDATE revivals SET refused_on = ?2 WHERE id = ?1",
        (id, on),
    )?;
    Ok(())
}

/// Those who were chosen since a week.
pub(super) fn chosen_since(tx: &Tx<'_>, week: Day) -> Result<HashSet<PersonId>> {
    let all = tx.all(
        "SELECT person_id FROM revivals WHERE week >= ?1",
        [week],
        |row| row.get(0),
    )?;
    Ok(all.into_iter().collect())
}

/// Everybody with at least two talks of whom none is later than `before`, without people in the trash: how often and
/// when they last talked, their rhythm, and the organisation of their first present job.
pub(super) fn candidates(tx: &Tx<'_>, before: Day, today: Day) -> Result<Vec<Candidate>> {
    tx.all(
        "SELECT t.person_id, count(*), max(i.happened_on), \
           (SELECT r.cadence_days FROM relationships r WHERE r.person_id = t.person_id AND r.kept_close_on IS NOT NULL), \
           (SELECT a.organisation_id FROM affiliations a WHERE a.person_id = t.person_id AND a.until IS NULL \
            ORDER BY a.position, a.id LIMIT 1) \
         FROM interaction_people t JOIN interactions i ON i.id = t.interaction_id AND i.attempt = 0 \
         JOIN people p ON p.id = t.person_id AND p.trashed_at IS NULL \
         GROUP BY t.person_id HAVING count(*) >= 2 AND max(i.happened_on) <= ?1",
        [before],
        |row| {
            let last: Day = row.get(2)?;
            Ok(Candidate {
                person: row.get(0)?,
                talks: row.get(1)?,
                quiet_days: (today.date() - last.date()).num_days(),
                cadence: row.get(3)?,
                group: row.get(4)?,
            })
        },
    )
}

/// The organisations of those who were talked with since a day.
pub(super) fn reached(tx: &Tx<'_>, since: Day) -> Result<HashSet<OrganisationId>> {
    let all = tx.all(
        "SELECT DISTINCT a.organisation_id FROM interactions i \
         JOIN interaction_people t ON t.interaction_id = i.id \
         JOIN affiliations a ON a.person_id = t.person_id AND a.until IS NULL \
         WHERE i.happened_on >= ?1 AND i.attempt = 0 AND a.organisation_id IS NOT NULL",
        [since],
        |row| row.get(0),
    )?;
    Ok(all.into_iter().collect())
}
