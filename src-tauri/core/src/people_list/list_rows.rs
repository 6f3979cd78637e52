//! Queries of the list of people: filtered, sorted by name, a range at a time; or all of it with what another order
//! needs.

use chrono::{Months, NaiveDate};
use rusqlite::Row;
use rusqlite::types::{FromSql, Value};

use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{avatar_colour, initials};
use crate::people_list::{KindBadge, PeopleFilter, PersonRow};
use crate::relationships::StoredStatus;
use crate::store::Tx;

/// A filter in SQL: conditions on `p` (table `people`) and their values, numbered from `?1`.
pub(crate) struct Where {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
    /// Whether it excludes only the people in the trash.
    pub(crate) is_everyone: bool,
}

impl Where {
    /// For lists: the archived are left out, or alone where they are asked for.
    pub(crate) fn of(filter: &PeopleFilter, now: &Moment) -> Result<Self> {
        let archived = match filter.archived {
            true => "p.archived_on IS NOT NULL",
            false => "p.archived_on IS NULL",
        };
        let mut listed = Self::for_find(filter, now)?;
        listed.sql = format!("{} AND {archived}", listed.sql);
        Ok(listed)
    }

    /// Everybody outside the trash.
    pub(crate) fn everyone() -> Self {
        Self {
            sql: "p.trashed_at IS NULL".to_owned(),
            values: Vec::new(),
            is_everyone: true,
        }
    }

    /// For find, which also finds the archived.
    pub(crate) fn for_find(filter: &PeopleFilter, now: &Moment) -> Result<Self> {
        let mut conditions = vec![Self::everyone().sql];
        let mut values = Vec::new();
        let in_relationship = |condition: &str| {
            format!(
                "EXISTS (SELECT 1 FROM relationships r WHERE r.person_id = p.id AND {condition})"
            )
        };
        if let Some(category) = filter.category {
            let word = serde_json::to_value(category)?;
            values.push(Value::Text(word.as_str().unwrap_or_default().to_owned()));
            conditions.push(in_relationship(&format!("r.category = ?{}", values.len())));
        }
        if !filter.kinds.is_empty() {
            let kinds: Vec<String> = filter.kinds.iter().map(|kind| kind.0.to_string()).collect();
            conditions.push(in_relationship(&format!(
                "r.kind_id IN ({})",
                kinds.join(", ")
            )));
        }
        if filter.kept_close {
            conditions.push(in_relationship("r.kept_close_on IS NOT NULL"));
        }
        if filter.quiet {
            // With whom one cools off is nobody to be missed now.
            let is_quiet = format!(
                "r.quiet_on <= '{}' AND NOT (r.status = 'cooling_off' \
                   AND r.cooling_until_at IS NOT NULL AND r.cooling_until_at > '{}')",
                now.today(),
                now.stamp()
            );
            conditions.push(in_relationship(&is_quiet));
        }
        if filter.no_talk_for_a_year {
            // Nobody without a talk passes: there is none to compare.
            conditions.push(format!("{LAST_TALK} <= '{}'", a_year_before(now.today())));
        }
        if let Some(organisation) = filter.organisation {
            conditions.push(format!(
                "EXISTS (SELECT 1 FROM affiliations a WHERE a.person_id = p.id AND a.until IS NULL \
                 AND a.organisation_id = {})",
                organisation.0
            ));
        }
        for tag in &filter.tags {
            conditions.push(format!(
                "EXISTS (SELECT 1 FROM person_tags t WHERE t.person_id = p.id AND t.tag_id = {})",
                tag.0
            ));
        }
        Ok(Self {
            is_everyone: conditions.len() == 1,
            sql: conditions.join(" AND "),
            values,
        })
    }

    fn params(&self) -> impl rusqlite::Params + '_ {
        rusqlite::params_from_iter(self.values.iter())
    }
}

/// The day a year before.
fn a_year_before(today: NaiveDate) -> Day {
    let before = today.checked_sub_months(Months::new(12));
    before.unwrap_or(today).into()
}

/// Whether a conversation more than a year ago was logged.
pub(crate) fn has_talks_a_year_ago(tx: &Tx<'_>, today: NaiveDate) -> Result<bool> {
    let one = tx.first(
        "SELECT 1 FROM interactions WHERE happened_on <= ?1 AND attempt = 0 LIMIT 1",
        [a_year_before(today)],
        |_| Ok(()),
    )?;
    Ok(one.is_some())
}

/// The number of people for each first letter of the sort key, in the order of the list.
pub(crate) fn letters(tx: &Tx<'_>, wanted: &Where) -> Result<Vec<(String, u32)>> {
    tx.all(
        &format!(
            "SELECT substr(p.sort_key, 1, 1), count(*) FROM people p WHERE {} GROUP BY 1 ORDER BY 1",
            wanted.sql
        ),
        wanted.params(),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A person, their sort key, and what the list is sorted by, if they have it.
pub(crate) type Keyed<K> = (PersonId, String, Option<K>);

/// SQL for the day of the last conversation with `p`.
pub(crate) const LAST_TALK: &str = "(SELECT max(i.happened_on) FROM interaction_people t \
     JOIN interactions i ON i.id = t.interaction_id WHERE t.person_id = p.id AND i.attempt = 0)";
/// SQL for whether a conversation with `p` was logged.
pub(crate) const HAS_TALKED: &str = "EXISTS (SELECT 1 FROM interaction_people t JOIN interactions i ON i.id = t.interaction_id \
     WHERE t.person_id = p.id AND i.attempt = 0)";
/// SQL for the day of the next check-in with `p`, as Today will have it.
pub(crate) const NEXT_CHECK_IN: &str = "(SELECT min(d.day) FROM delivery d \
     WHERE d.person_id = p.id AND d.sort = 'check_in' AND d.stands = 1)";

/// Everybody who passes the filter, in no order, with the value of an SQL expression about `p`.
pub(crate) fn keyed<K: FromSql>(tx: &Tx<'_>, wanted: &Where, key: &str) -> Result<Vec<Keyed<K>>> {
    tx.all(
        &format!(
            "SELECT p.id, p.sort_key, {key} FROM people p WHERE {}",
            wanted.sql
        ),
        wanted.params(),
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Ids of the rows `offset` to `offset + limit` of the list.
pub(crate) fn window(
    tx: &Tx<'_>,
    wanted: &Where,
    offset: u32,
    limit: u32,
) -> Result<Vec<PersonId>> {
    tx.all(
        &format!(
            "SELECT p.id FROM people p WHERE {} ORDER BY p.sort_key, p.id LIMIT {limit} OFFSET {offset}",
            wanted.sql
        ),
        wanted.params(),
        |row| row.get(0),
    )
}

/// People with a name that has a word beginning with `start`: first those whose sort key begins
/// with it, then the others, each in the order of the list. Reads no more than `limit` rows, so
/// that it is fast if there are many.
pub(crate) fn window_by_name_start(
    tx: &Tx<'_>,
    wanted: &Where,
    start: &str,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let mut values = wanted.values.clone();
    values.push(Value::Text(start.to_owned()));
    let n = values.len();
    let read = |condition: &str, limit: usize| {
        let sql = format!(
            "SELECT p.id FROM people p WHERE {} AND {condition} ORDER BY p.sort_key, p.id LIMIT {limit}",
            wanted.sql
        );
        tx.all(&sql, rusqlite::params_from_iter(values.iter()), |row| {
            row.get::<_, PersonId>(0)
        })
    };
    // Sort keys are folded to ASCII, so that "\u{7f}" is above every character in them.
    let under = format!("p.sort_key >= ?{n} AND p.sort_key < ?{n} || char(127)");
    let mut ids = read(&under, limit as usize)?;
    if ids.len() < limit as usize {
        let further =
            format!("p.sort_key LIKE '% ' || ?{n} || '%' AND p.sort_key NOT LIKE ?{n} || '%'");
        ids.extend(read(&further, limit as usize - ids.len())?);
    }
    Ok(ids)
}

/// The first `limit` of these people, whose names match: those whose name begins with `start`, those kept close, those
/// talked with last, by name. `start` is folded.
pub(crate) fn likeliest(
    tx: &Tx<'_>,
    ids: &[PersonId],
    start: &str,
    limit: u32,
) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT p.id FROM people p LEFT JOIN relationships r ON r.person_id = p.id \
         WHERE p.id IN (SELECT value FROM json_each(?1)) \
         ORDER BY substr(p.sort_key, 1, length(?2)) <> ?2, r.kept_close_on IS NULL, \
           r.last_contact_on IS NULL, r.last_contact_on DESC, +p.sort_key, p.id LIMIT ?3",
        (serde_json::to_string(ids)?, start, limit),
        |row| row.get(0),
    )
}

/// The position of a person in the list, from 0; `None` if the filter excludes them.
pub(crate) fn position(tx: &Tx<'_>, wanted: &Where, id: PersonId) -> Result<Option<u32>> {
    tx.first(
        &format!(
            "SELECT (SELECT count(*) FROM people p WHERE {} AND (p.sort_key, p.id) < (q.sort_key, q.id)) \
             FROM people q WHERE q.id = {} AND EXISTS (SELECT 1 FROM people p WHERE p.id = q.id AND {})",
            wanted.sql, id.0, wanted.sql
        ),
        wanted.params(),
        |row| row.get(0),
    )
}

/// The row of one person, who may be in the trash. Status, warmth and `quiet` depend
/// on the moment and are left empty; beside it, what is stored of the person's own status.
pub(crate) fn row(tx: &Tx<'_>, id: PersonId) -> Result<Option<(PersonRow, StoredStatus)>> {
    tx.first(
        "SELECT p.id, p.display_name, a.role, o.name, k.name, k.colour, r.kept_close_on IS NOT NULL, hex(b.sha256), \
           p.died_on, p.archived_on \
         FROM people p \
         LEFT JOIN affiliations a ON a.id = (SELECT id FROM affiliations WHERE person_id = p.id \
           ORDER BY until IS NOT NULL, position, id LIMIT 1) \
         LEFT JOIN organisations o ON o.id = a.organisation_id \
         LEFT JOIN relationships r ON r.person_id = p.id \
         LEFT JOIN kinds k ON k.id = r.kind_id \
         LEFT JOIN blobs b ON b.id = p.photo_blob \
         WHERE p.id = ?1",
        [id],
        |row| {
            let of_person = StoredStatus {
                died_on: row.get(8)?,
                archived_on: row.get(9)?,
                ..StoredStatus::NOTHING
            };
            Ok((read(row)?, of_person))
        },
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<PersonRow> {
    let id: PersonId = row.get(0)?;
    let name: String = row.get(1)?;
    let kind = match (row.get::<_, Option<String>>(4)?, row.get(5)?) {
        (Some(name), Some(colour)) => Some(KindBadge { name, colour }),
        _ => None,
    };
    Ok(PersonRow {
        id,
        initials: initials(&name),
        colour: avatar_colour(id),
        photo: row
            .get::<_, Option<String>>(7)?
            .filter(|hash| !hash.is_empty()),
        role: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        organisation: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        kind,
        kept_close: row.get::<_, Option<bool>>(6)?.unwrap_or(false),
        warmth: None,
        quiet: false,
        status: None,
        status_words: String::new(),
        name,
    })
}
