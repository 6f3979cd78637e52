//! Table `introductions`.

use std::collections::HashMap;

use rusqlite::Row;

use super::limits::Asked;
use super::{Ask, Introducer, IntroductionId, IntroductionRecord};
use crate::columns::Json;
use crate::days::Day;
use crate::details::OrganisationId;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::{Tx, id_list};

const COLUMNS: &str = "i.id, i.by_whom, i.person_id, i.other_id, i.third_id, i.why, i.asks, i.began_on, i.made_on, \
                       i.outcome, i.outcome_on, i.thanked_on, i.rested_on";

/// SQL: nobody of `i` is in the trash.
const ALL_THERE: &str = "NOT EXISTS (SELECT 1 FROM people p WHERE p.id IN (i.person_id, i.other_id, i.third_id) \
                         AND p.trashed_at IS NOT NULL)";

fn read(row: &Row<'_>) -> rusqlite::Result<IntroductionRecord> {
    let third: Option<PersonId> = row.get(4)?;
    let mut people = vec![row.get(2)?, row.get(3)?];
    people.extend(third);
    Ok(IntroductionRecord {
        id: row.get(0)?,
        by: row.get(1)?,
        people,
        why: row.get(5)?,
        asks: row.get::<_, Json<Vec<Ask>>>(6)?.0,
        began_on: row.get(7)?,
        made_on: row.get(8)?,
        outcome: row.get(9)?,
        outcome_on: row.get(10)?,
        thanked_on: row.get(11)?,
        rested_on: row.get(12)?,
    })
}

/// Inserts an introduction; its own id is ignored.
pub(crate) fn insert(tx: &Tx<'_>, new: &IntroductionRecord) -> Result<IntroductionId> {
    tx.insert(
        "INSERT INTO introductions (person_id, other_id, third_id, by_whom, why, asks, began_on, made_on, outcome, \
         outcome_on, thanked_on, rested_on, stands_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        (
            new.people.first(),
            new.people.get(1),
            new.people.get(2),
            new.by,
            &new.why,
            Json(&new.asks),
            new.began_on,
            new.made_on,
            &new.outcome,
            new.outcome_on,
            new.thanked_on,
            new.rested_on,
            new.stands_on(),
        ),
    )
    .map(IntroductionId)
}

/// Replaces all but between whom it is, who introduces and when it began.
pub(crate) fn update(tx: &Tx<'_>, record: &IntroductionRecord) -> Result<()> {
    tx.execute(
        "UPDATE introductions SET why = ?2, asks = ?3, made_on = ?4, outcome = ?5, outcome_on = ?6, thanked_on = ?7, \
         rested_on = ?8, stands_on = ?9 WHERE id = ?1",
        (
            record.id,
            &record.why,
            Json(&record.asks),
            record.made_on,
            &record.outcome,
            record.outcome_on,
            record.thanked_on,
            record.rested_on,
            record.stands_on(),
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: IntroductionId) -> Result<()> {
    tx.execute("DELETE FROM introductions WHERE id = ?1", [id])?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: IntroductionId) -> Result<IntroductionRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM introductions i WHERE i.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This introduction"))
}

/// All introductions that a person is part of and of which nobody is in the trash, the newest first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<IntroductionRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM introductions i WHERE i.id IN \
             (SELECT id FROM introductions WHERE person_id = ?1 \
              UNION SELECT id FROM introductions WHERE other_id = ?1 \
              UNION SELECT id FROM introductions WHERE third_id = ?1) AND {ALL_THERE} ORDER BY i.id DESC"
        ),
        [person],
        read,
    )
}

/// The first `limit` of those that stand on Today by a day, the earliest first.
pub(crate) fn standing(tx: &Tx<'_>, today: Day, limit: u32) -> Result<Vec<IntroductionRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM introductions i WHERE i.stands_on <= ?1 AND {ALL_THERE} \
             ORDER BY i.stands_on, i.id LIMIT ?2"
        ),
        (today, limit),
        read,
    )
}

/// Pairs that the user introduced to each other, and when, for `ties`.
pub(crate) fn made(
    tx: &Tx<'_>,
    people: Option<&[PersonId]>,
) -> Result<Vec<(PersonId, PersonId, Day)>> {
    let with = match people.map(id_list) {
        Some(ids) => format!("AND (i.person_id IN ({ids}) OR i.other_id IN ({ids}))"),
        None => String::new(),
    };
    tx.all(
        &format!(
            "SELECT i.person_id, i.other_id, i.made_on FROM introductions i \
             WHERE i.by_whom = 'me' AND i.made_on IS NOT NULL {with} AND {ALL_THERE} ORDER BY i.id"
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Introductions that were made within these days, or for which somebody was thanked within them, in the order in which
/// they were begun.
pub(crate) fn made_or_thanked_within(
    tx: &Tx<'_>,
    first: Day,
    last: Day,
) -> Result<Vec<IntroductionRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM introductions i \
             WHERE (i.made_on BETWEEN ?1 AND ?2 OR i.thanked_on BETWEEN ?1 AND ?2) AND {ALL_THERE} ORDER BY i.id"
        ),
        (first, last),
        read,
    )
}

/// The questions that the user asked, for the limits: all, or those to a person and to people of these organisations.
pub(crate) fn asked(
    tx: &Tx<'_>,
    about: Option<(PersonId, &[OrganisationId])>,
) -> Result<Vec<Asked>> {
    let among = match about {
        Some((person, organisations)) => {
            let ids: Vec<String> = organisations.iter().map(ToString::to_string).collect();
            format!(
                "IN (SELECT {person} UNION SELECT person_id FROM affiliations WHERE until IS NULL \
                 AND organisation_id IN ({}))",
                ids.join(", ")
            )
        }
        None => "IS NOT NULL".to_owned(),
    };
    let asked = format!("i.asks <> '[]' AND (i.person_id {among} OR i.other_id {among})");
    let records = tx.all(
        &format!("SELECT {COLUMNS} FROM introductions i WHERE {asked} ORDER BY i.id"),
        [],
        read,
    )?;
    let mut works: HashMap<PersonId, Vec<OrganisationId>> = HashMap::new();
    let jobs = format!(
        "SELECT a.person_id, a.organisation_id FROM introductions i \
         JOIN affiliations a ON a.person_id IN (i.person_id, i.other_id) WHERE {asked} AND {OUTSIDE} \
         GROUP BY a.person_id, a.organisation_id"
    );
    for (person, organisation) in tx.all(&jobs, [], |row| Ok((row.get(0)?, row.get(1)?)))? {
        works.entry(person).or_default().push(organisation);
    }
    Ok(records
        .iter()
        .flat_map(|record| asked_of(record, &works))
        .collect())
}

/// SQL: `a` is a job that somebody outside the user's own organisation has now.
const OUTSIDE: &str = "a.until IS NULL AND a.organisation_id IS NOT NULL AND NOT EXISTS \
    (SELECT 1 FROM relationships r WHERE r.person_id = a.person_id AND r.category = 'internal')";

/// The user's questions of one introduction.
fn asked_of(
    record: &IntroductionRecord,
    works: &HashMap<PersonId, Vec<OrganisationId>>,
) -> Vec<Asked> {
    let asks = record.asks.iter().enumerate();
    let mine = asks.filter(|(_, ask)| record.is_mine_to_ask(ask.at));
    mine.filter_map(|(number, ask)| {
        let person = record.people.get(ask.at).copied()?;
        let is_last = record.asks.iter().rposition(|one| one.at == ask.at) == Some(number);
        Some(Asked {
            person,
            organisations: works.get(&person).cloned().unwrap_or_default(),
            on: ask.on,
            is_open: is_last && record.waits_for(ask.at),
            for_me: record.by == Introducer::Them,
        })
    })
    .collect()
}

/// Where a person works now, for the limits; empty for colleagues of the user.
pub(crate) fn organisations(tx: &Tx<'_>, person: PersonId) -> Result<Vec<OrganisationId>> {
    tx.all(
        &format!(
            "SELECT DISTINCT a.organisation_id FROM affiliations a WHERE a.person_id = ?1 AND {OUTSIDE} \
             ORDER BY a.organisation_id"
        ),
        [person],
        |row| row.get(0),
    )
}
