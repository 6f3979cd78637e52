//! Tables `opener_rests` and `opener_talks`: what rests after "not this", and the sort that stood first at the last talk.

use super::OpenerSort;
use super::choose::Marks;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// What is remembered of the openers of a person.
pub(super) fn marks_of(tx: &Tx<'_>, person: PersonId) -> Result<Marks> {
    Ok(Marks {
        last: tx.first(
            "SELECT sort FROM opener_talks WHERE person_id = ?1",
            [person],
            |row| row.get(0),
        )?,
        refused: tx.all(
            "SELECT sort, item, refused_on FROM opener_rests WHERE person_id = ?1 ORDER BY id",
            [person],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?,
    })
}

/// Lets an opener rest from a day on.
pub(super) fn put_rest(
    tx: &Tx<'_>,
    person: PersonId,
    sort: OpenerSort,
    item: i64,
    on: Day,
) -> Result<()> {
    let known: Option<i64> = tx.first(
        "SELECT id FROM opener_rests WHERE person_id = ?1 AND sort = ?2 AND item = ?3",
        (person, sort, item),
        |row| row.get(0),
    )?;
    match known {
        Some(id) => {
            tx.execute(
                "UPDATE opener_rests SET refused_on = ?2 WHERE id = ?1",
                (id, on),
            )?;
        }
        None => {
            tx.insert(
                "INSERT INTO opener_rests (person_id, sort, item, refused_on) VALUES (?1, ?2, ?3, ?4)",
                (person, sort, item, on),
            )?;
        }
    }
    Ok(())
}

/// Remembers which sort stood first at the last talk; `None` forgets it.
pub(super) fn put_talk(tx: &Tx<'_>, person: PersonId, sort: Option<OpenerSort>) -> Result<()> {
    let known: Option<(i64, OpenerSort)> = tx.first(
        "SELECT id, sort FROM opener_talks WHERE person_id = ?1",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    match (known, sort) {
        (Some((_, before)), Some(sort)) if before == sort => {}
        (Some((id, _)), Some(sort)) => {
            tx.execute(
                "UPDATE opener_talks SET sort = ?2 WHERE id = ?1",
                (id, sort),
            )?;
        }
        (None, Some(sort)) => {
            tx.insert(
                "INSERT INTO opener_talks (person_id, sort) VALUES (?1, ?2)",
                (person, sort),
            )?;
        }
        (Some((id, _)), None) => {
            tx.execute("DELETE FROM opener_talks WHERE id = ?1", [id])?;
        }
        (None, None) => {}
    }
    Ok(())
}
