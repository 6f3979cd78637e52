//! Tables `tags` and `person_tags`.

use crate::details::TagId;
use crate::details::{Tag, TagCount};
use crate::error::Result;
use crate::fold::{fold, fold_words, name_key};
use crate::ids::PersonId;
use crate::store::Tx;

/// The tag of this name, made where it is new.
pub(crate) fn named(tx: &Tx<'_>, name: &str) -> Result<TagId> {
    let key = key(name);
    if let Some(id) = known(tx, name, &key)? {
        return Ok(id);
    }
    tx.insert(
        "INSERT INTO tags (name, folded_name) VALUES (?1, ?2)",
        (name, key),
    )
    .map(TagId)
}

/// What names of one tag share: their folded text, and the characters of scripts that Latin letters do not
/// tell apart.
pub(crate) fn key(name: &str) -> String {
    match name_key(name).strip_prefix(&fold_words(name)) {
        Some(own) => format!("{}{own}", fold(name)),
        None => fold(name),
    }
}

/// The tag with this key. Books from before names of other scripts had keys of their own have them under
/// their Latin spelling; there the name itself tells.
fn known(tx: &Tx<'_>, name: &str, key: &str) -> Result<Option<TagId>> {
    tx.first(
        "SELECT id FROM tags WHERE folded_name = ?1 OR (folded_name = ?2 AND name = ?3) LIMIT 1",
        (key, fold(name), name),
        |row| row.get(0),
    )
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

/// Takes the tag from the person. A tag that nobody has any more is not shown (see `undo_log::sweep_names`).
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
         LEFT JOIN people p ON p.id = pt.person_id AND p.trashed_at IS NULL \
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
