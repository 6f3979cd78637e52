//! The queries of the balance, each for all people at once.

use std::collections::HashMap;

use super::counted::{Met, OfPerson, Talked};
use crate::days::Day;
use crate::error::Result;
use crate::fold::name_key;
use crate::ids::PersonId;
use crate::relationships::StoredStatus;
use crate::store::Tx;

/// Those who live and are neither archived nor in the trash, by name; each with the status that is stored.
pub(crate) fn people(tx: &Tx<'_>) -> Result<Vec<(OfPerson, StoredStatus)>> {
    tx.all(
        "SELECT p.id, k.name, r.category, r.kind_id IS NOT NULL OR r.kept_close_on IS NOT NULL, r.workplace, \
           r.kept_close_on IS NOT NULL, r.cadence_days, r.status, r.paused_until, r.cooling_until_at, \
           r.status_before_cooling \
         FROM people p LEFT JOIN relationships r ON r.person_id = p.id LEFT JOIN kinds k ON k.id = r.kind_id \
         WHERE p.trashed_at IS NULL AND p.archived_on IS NULL AND p.died_on IS NULL ORDER BY p.sort_key, p.id",
        [],
        |row| {
            // A relationship that only keeps "do not ask" says nothing of the side.
            let is_declared = row.get::<_, Option<bool>>(3)?.unwrap_or(false);
            let person = OfPerson {
                id: row.get(0)?,
                kind: row.get(1)?,
                side: row.get::<_, Option<_>>(2)?.filter(|_| is_declared),
                workplace: row.get(4)?,
                kept_close: row.get::<_, Option<bool>>(5)?.unwrap_or(false),
                rhythm: row.get(6)?,
                ..OfPerson::default()
            };
            let stored = match row.get::<_, Option<_>>(7)? {
                None => StoredStatus::NOTHING,
                Some(status) => StoredStatus {
                    status,
                    paused_until: row.get(8)?,
                    cooling_until: row.get(9)?,
                    before_cooling: row.get(10)?,
                    ..StoredStatus::NOTHING
                },
            };
            Ok((person, stored))
        },
    )
}

/// The names of all kinds, in their order.
pub(crate) fn kinds(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.all("SELECT name FROM kinds ORDER BY position, id", [], |row| {
        row.get(0)
    })
}

/// The organisation of each person's first present job that has one.
pub(crate) fn organisations(tx: &Tx<'_>) -> Result<HashMap<PersonId, String>> {
    let all = tx.all(
        "SELECT a.person_id, o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id \
         WHERE a.until IS NULL ORDER BY a.person_id, a.position DESC, a.id DESC",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    // The last of a person wins: the one that stands first on their page.
    Ok(all.into_iter().collect())
}

/// The role of each person's first present job, in the spelling that comes first among those that are one.
pub(crate) fn roles(tx: &Tx<'_>) -> Result<HashMap<PersonId, String>> {
    let all = tx.all(
        "SELECT person_id, trim(role) FROM affiliations WHERE until IS NULL AND trim(role) <> '' \
         ORDER BY person_id, position DESC, id DESC",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut spelled: HashMap<String, String> = HashMap::new();
    let mut roles = HashMap::new();
    // The last of a person wins: the one that stands first on their page.
    for (person, role) in all {
        let role: String = role;
        let one = spelled.entry(name_key(&role)).or_insert(role);
        roles.insert(person, one.clone());
    }
    Ok(roles)
}

/// The country of each person's first address that names one. An address whose text was edited has no parts, and is
/// not guessed at.
pub(crate) fn countries(tx: &Tx<'_>) -> Result<HashMap<PersonId, String>> {
    let all = tx.all(
        "SELECT person_id, trim(json_extract(parts, '$.country')) AS country FROM contact_points \
         WHERE kind = 'address' AND parts IS NOT NULL AND json_valid(parts) AND coalesce(country, '') <> '' \
         ORDER BY person_id, position DESC, id DESC",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(all.into_iter().collect())
}

/// The tags of each person.
pub(crate) fn tags(tx: &Tx<'_>) -> Result<Vec<(PersonId, String)>> {
    tx.all(
        "SELECT p.person_id, t.name FROM person_tags p JOIN tags t ON t.id = p.tag_id ORDER BY t.folded_name",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Of whom it is known how they were met: through somebody, as the user noted it or by an introduction that was made;
/// or, without anybody, at an event.
pub(crate) fn met(tx: &Tx<'_>) -> Result<HashMap<PersonId, Met>> {
    let alone = tx.all(
        "SELECT person_id FROM how_met WHERE event_id IS NOT NULL",
        [],
        |row| Ok((row.get(0)?, Met::Alone)),
    )?;
    let through = tx.all(
        "SELECT person_id FROM met_through UNION \
         SELECT coalesce(third_id, other_id) FROM introductions WHERE by_whom = 'them' AND made_on IS NOT NULL",
        [],
        |row| Ok((row.get(0)?, Met::Through)),
    )?;
    Ok(alone.into_iter().chain(through).collect())
}

/// Every conversation from a day on, for each who took part.
pub(crate) fn talks_since(tx: &Tx<'_>, from: Day) -> Result<Vec<Talked>> {
    tx.all(
        "SELECT i.id, p.person_id, i.channel FROM interactions i \
         JOIN interaction_people p ON p.interaction_id = i.id WHERE i.attempt = 0 AND i.happened_on >= ?1",
        [from],
        |row| {
            Ok(Talked {
                talk: row.get(0)?,
                person: row.get(1)?,
                channel: row.get(2)?,
            })
        },
    )
}

/// With whom at least so many exchanges are noted.
pub(crate) fn exchanged(tx: &Tx<'_>, at_least: u32) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM exchanges GROUP BY person_id HAVING count(*) >= ?1 ORDER BY person_id",
        [at_least],
        |row| row.get(0),
    )
}
