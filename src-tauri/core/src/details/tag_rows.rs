//! Tables `tags` and `person_tags`.

use crate::details::{Tag, TagCount, TagId, shared_name_rows};
use crate::error::Result;
use crate::fold::{fold, tag_key};
use crate::ids::PersonId;
use crate::store::Tx;

/// The tag of this name, made where it is new.
pub(crate) fn named(tx: &Tx<'_>, name: &str) -> Result<TagId> {
    shared_name_rows::named(tx, "tags", name, &tag_key(name), &fold(name)).map(TagId)
}

/// Whether the tag was new to the person.
pub(crate) fn give(tx: &Tx<'_>, person: PersonId, tag: TagId) -> Result<bool> {
    let given = tx.execute(
        "INSERT INTO person_tags (person_id, tag_id) SELECT ?1, ?2 \
         WHERE NOT EXISTS (SELECT 1 FROM person_tags WHERE person_id = ?1 AND tag_id = ?2)",
        (person, tag),
    )?;
    Ok(given > 0)
}

/// Takes the tag from the person. A tag that nobody has any more is not shown (see `undo_log::sweep_shared`).
pub(crate) fn take(tx: &Tx<'_>, person: PersonId, tag: TagId) -> Result<()> {
    tx.execute(
        "DELETE FROM person_tags WHERE person_id = ?1 AND tag_id = ?2",
        (person, tag),
    )?;
    Ok(())
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Tag>> {
    tx.all(
        "SELECT t.id, t.name FROM person_tags p JOIN tags t ON t.id = p.tag_id \
         WHERE p.person_id = ?1 ORDER BY t.folded_name",
        [person],
        |row| {
            Ok(Tag {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// Every tag that somebody has, and how many people outside the trash do.
pub(crate) fn counted(tx: &Tx<'_>) -> Result<Vec<TagCount>> {
    tx.all(
        "SELECT t.id, t.name, count(p.id) FROM tags t \
         JOIN person_tags pt ON pt.tag_id = t.id \
         LEFT JOIN people p ON p.id = pt.person_id AND p.trashed_at IS NULL AND p.archived_on IS NULL \
         GROUP BY t.id ORDER BY t.folded_name",
        [],
        |row| {
            Ok(TagCount {
                id: row.get(0)?,
                name: row.get(1)?,
                people: row.get(2)?,
            })
        },
    )
}
