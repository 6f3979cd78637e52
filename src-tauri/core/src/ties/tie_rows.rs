//! Tables `ties` and `refused_ties`: who knows whom, and the pairs for which the
//! user refused or removed a tie.

use std::collections::HashSet;

use rusqlite::Row;

use crate::days::{Day, PartialDate};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::{Tx, id_list};
use crate::ties::TieId;
use crate::ties::{Closeness, Pair, TieKind, TieSource};

/// A row of `ties`. The directed kinds read from `person` to `other`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TieRecord {
    pub(crate) person: PersonId,
    pub(crate) other: PersonId,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    pub(crate) since: Option<PartialDate>,
    /// `Some` if the tie is over.
    pub(crate) until: Option<PartialDate>,
    pub(crate) note: String,
}

impl TieRecord {
    /// The person at the other end.
    pub(crate) fn end_beside(&self, one: PersonId) -> PersonId {
        if self.person == one {
            self.other
        } else {
            self.person
        }
    }
}

/// A tie that is not over, with what the map needs of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenTie {
    pub(crate) person: PersonId,
    pub(crate) other: PersonId,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
}

/// What the ties of a person are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TieOf {
    pub(crate) id: TieId,
    pub(crate) closeness: Closeness,
    pub(crate) until: Option<PartialDate>,
    /// The sort key of the person at the other end.
    pub(crate) sort_key: String,
}

const COLUMNS: &str = "person_id, other_id, kind, closeness, since, until, note";

fn read(row: &Row<'_>) -> rusqlite::Result<TieRecord> {
    Ok(TieRecord {
        person: row.get(0)?,
        other: row.get(1)?,
        kind: row.get(2)?,
        closeness: row.get(3)?,
        since: row.get(4)?,
        until: row.get(5)?,
        note: row.get(6)?,
    })
}

/// Inserts a tie. `on` is the local date.
pub(crate) fn insert(tx: &Tx<'_>, tie: &TieRecord, source: TieSource, on: Day) -> Result<TieId> {
    tx.insert(
        "INSERT INTO ties (person_id, other_id, kind, closeness, since, until, note, source, noted_on) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (
            tie.person,
            tie.other,
            tie.kind,
            tie.closeness,
            tie.since,
            tie.until,
            &tie.note,
            source,
            on,
        ),
    )
    .map(TieId)
}

/// Replaces what the user can edit; the columns `source` and `noted_on` stay.
pub(crate) fn update(tx: &Tx<'_>, id: TieId, tie: &TieRecord) -> Result<()> {
    tx.execute(
        "UPDATE ties SET person_id = ?2, other_id = ?3, kind = ?4, closeness = ?5, since = ?6, until = ?7, note = ?8 \
         WHERE id = ?1",
        (
            id,
            tie.person,
            tie.other,
            tie.kind,
            tie.closeness,
            tie.since,
            tie.until,
            &tie.note,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, id: TieId) -> Result<()> {
    tx.execute("DELETE FROM ties WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn find(tx: &Tx<'_>, id: TieId) -> Result<Option<TieRecord>> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM ties WHERE id = ?1"),
        [id],
        read,
    )
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: TieId) -> Result<TieRecord> {
    find(tx, id)?.ok_or_else(|| Error::not_found("This tie"))
}

/// The open tie between two people, in either direction: what is between them before who sways whom. The tie `but` is
/// ignored.
pub(crate) fn open_between(
    tx: &Tx<'_>,
    one: PersonId,
    two: PersonId,
    but: Option<TieId>,
) -> Result<Option<TieRecord>> {
    tx.first(
        &format!(
            "SELECT {COLUMNS} FROM ties WHERE until IS NULL AND id IS NOT ?3 \
             AND ((person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1)) \
             ORDER BY kind = 'influences', id"
        ),
        (one, two, but),
        read,
    )
}

/// The open tie between the same two people that keeps another one from being open: of who sways whom, and of what else
/// is between them, there is one each. The tie `but` is ignored.
pub(crate) fn open_beside(
    tx: &Tx<'_>,
    tie: &TieRecord,
    but: Option<TieId>,
) -> Result<Option<TieRecord>> {
    tx.first(
        &format!(
            "SELECT {COLUMNS} FROM ties WHERE until IS NULL AND id IS NOT ?3 \
             AND ((person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1)) \
             AND (kind = 'influences') = ?4"
        ),
        (tie.person, tie.other, but, tie.kind == TieKind::Influences),
        read,
    )
}

/// A person's ties to people outside the trash, including those that are over, in no order.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<TieOf>> {
    tx.all(
        "SELECT t.id, t.closeness, t.until, p.sort_key FROM \
           (SELECT id, closeness, until, other_id AS end FROM ties WHERE person_id = ?1 UNION ALL \
            SELECT id, closeness, until, person_id FROM ties WHERE other_id = ?1) t \
         JOIN people p ON p.id = t.end WHERE p.trashed_at IS NULL",
        [person],
        |row| {
            Ok(TieOf {
                id: row.get(0)?,
                closeness: row.get(1)?,
                until: row.get(2)?,
                sort_key: row.get(3)?,
            })
        },
    )
}

/// All open ties between people outside the trash, oldest row first.
pub(crate) fn open(tx: &Tx<'_>) -> Result<Vec<OpenTie>> {
    tx.all(
        "SELECT person_id, other_id, kind, closeness FROM ties WHERE until IS NULL \
         AND person_id NOT IN (SELECT id FROM people WHERE trashed_at IS NOT NULL) \
         AND other_id NOT IN (SELECT id FROM people WHERE trashed_at IS NOT NULL) ORDER BY id",
        [],
        |row| {
            Ok(OpenTie {
                person: row.get(0)?,
                other: row.get(1)?,
                kind: row.get(2)?,
                closeness: row.get(3)?,
            })
        },
    )
}

/// Pairs that have a tie, even one that is over, or that were refused: all, or those with one of `people`.
pub(crate) fn decided(tx: &Tx<'_>, people: Option<&[PersonId]>) -> Result<HashSet<Pair>> {
    let with = match people.map(id_list) {
        Some(ids) => format!("WHERE person_id IN ({ids}) OR other_id IN ({ids})"),
        None => String::new(),
    };
    let pairs = tx.all(
        &format!(
            "SELECT person_id, other_id FROM ties {with} \
             UNION ALL SELECT person_id, other_id FROM refused_ties {with}"
        ),
        [],
        |row| Ok(Pair::of(row.get(0)?, row.get(1)?)),
    )?;
    Ok(pairs.into_iter().collect())
}

/// Remembers that the user refused or removed a tie of this pair.
pub(crate) fn refuse(tx: &Tx<'_>, pair: Pair) -> Result<()> {
    tx.execute(
        "INSERT INTO refused_ties (person_id, other_id) SELECT ?1, ?2 \
         WHERE NOT EXISTS (SELECT 1 FROM refused_ties WHERE person_id = ?1 AND other_id = ?2)",
        (pair.low(), pair.high()),
    )?;
    Ok(())
}

/// Deletes the refusal of a pair.
pub(crate) fn forget_refusal(tx: &Tx<'_>, pair: Pair) -> Result<()> {
    tx.execute(
        "DELETE FROM refused_ties WHERE person_id = ?1 AND other_id = ?2",
        (pair.low(), pair.high()),
    )?;
    Ok(())
}

/// All "reports to" ties on the way up from a person, as (the one below, the one above). People in the trash
/// count, because they may be restored. The tie `but` is ignored.
pub(crate) fn reports_to_above(
    tx: &Tx<'_>,
    person: PersonId,
    but: Option<TieId>,
) -> Result<Vec<(PersonId, PersonId)>> {
    tx.all(
        "WITH RECURSIVE up (id) AS ( \
           SELECT ?1 UNION SELECT t.other_id FROM up JOIN ties t ON t.person_id = up.id \
             WHERE t.kind = 'reports_to' AND t.until IS NULL AND t.id IS NOT ?2) \
         SELECT t.person_id, t.other_id FROM up JOIN ties t ON t.person_id = up.id \
         WHERE t.kind = 'reports_to' AND t.until IS NULL AND t.id IS NOT ?2 ORDER BY t.id",
        (person, but),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Who influences whom of these people now, and how well they know each other: the first, the other.
pub(crate) fn influences_among(
    tx: &Tx<'_>,
    people: &[PersonId],
) -> Result<Vec<(PersonId, PersonId, Closeness)>> {
    let ids = crate::store::id_list(people);
    tx.all(
        &format!(
            "SELECT person_id, other_id, closeness FROM ties WHERE kind = 'influences' AND until IS NULL \
             AND person_id IN ({ids}) AND other_id IN ({ids}) ORDER BY id"
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
