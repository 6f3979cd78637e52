//! Tables `attributes`, `attribute_choices` and `person_attributes`.

use super::{Attribute, AttributeChoice, AttributeId, ChoiceId, PersonAttribute};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

/// All attributes with their choices, in the order in which they were added.
pub(crate) fn all(tx: &Tx<'_>) -> Result<Vec<Attribute>> {
    let mut all: Vec<Attribute> =
        tx.all("SELECT id, name FROM attributes ORDER BY id", [], |row| {
            Ok(Attribute {
                id: row.get(0)?,
                name: row.get(1)?,
                choices: Vec::new(),
            })
        })?;
    let choices = tx.all(
        "SELECT c.attribute_id, c.id, c.name, count(p.id) FROM attribute_choices c \
         LEFT JOIN person_attributes a ON a.choice_id = c.id \
         LEFT JOIN people p ON p.id = a.person_id AND p.trashed_at IS NULL AND p.archived_on IS NULL \
         GROUP BY c.id ORDER BY c.position, c.id",
        [],
        |row| {
            let choice = AttributeChoice {
                id: row.get(1)?,
                name: row.get(2)?,
                people: row.get(3)?,
            };
            Ok((row.get::<_, AttributeId>(0)?, choice))
        },
    )?;
    for (attribute, choice) in choices {
        if let Some(whole) = all.iter_mut().find(|one| one.id == attribute) {
            whole.choices.push(choice);
        }
    }
    Ok(all)
}

pub(super) fn count(tx: &Tx<'_>) -> Result<usize> {
    let count = tx.first("SELECT count(*) FROM attributes", [], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// # Errors
/// `NotFound`.
pub(super) fn name(tx: &Tx<'_>, id: AttributeId) -> Result<String> {
    tx.first("SELECT name FROM attributes WHERE id = ?1", [id], |row| {
        row.get(0)
    })?
    .ok_or_else(|| Error::not_found("This attribute"))
}

pub(super) fn named(tx: &Tx<'_>, folded: &str) -> Result<Option<AttributeId>> {
    tx.first(
        "SELECT id FROM attributes WHERE folded_name = ?1",
        [folded],
        |row| row.get(0),
    )
}

pub(super) fn insert(tx: &Tx<'_>, name: &str, folded: &str) -> Result<AttributeId> {
    tx.insert(
        "INSERT INTO attributes (name, folded_name) VALUES (?1, ?2)",
        (name, folded),
    )
    .map(AttributeId)
}

/// Writes nothing where the name is the same.
pub(super) fn rename(tx: &Tx<'_>, id: AttributeId, name: &str, folded: &str) -> Result<()> {
    tx.execute(
        "UPDATE attributes SET name = ?2, folded_name = ?3 WHERE id = ?1 AND name <> ?2",
        (id, name, folded),
    )?;
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: AttributeId) -> Result<()> {
    tx.execute(
        "DELETE FROM person_attributes WHERE attribute_id = ?1",
        [id],
    )?;
    tx.execute(
        "DELETE FROM attribute_choices WHERE attribute_id = ?1",
        [id],
    )?;
    tx.execute("DELETE FROM attributes WHERE id = ?1", [id])?;
    Ok(())
}

/// The choices of an attribute with their names, in their order.
pub(super) fn choices_of(tx: &Tx<'_>, id: AttributeId) -> Result<Vec<(ChoiceId, String)>> {
    tx.all(
        "SELECT id, name FROM attribute_choices WHERE attribute_id = ?1 ORDER BY position, id",
        [id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(super) fn insert_choice(tx: &Tx<'_>, id: AttributeId, name: &str, folded: &str) -> Result<()> {
    tx.insert(
        "INSERT INTO attribute_choices (attribute_id, name, folded_name, position) VALUES (?1, ?2, ?3, \
           (SELECT coalesce(max(position), 0) + 1 FROM attribute_choices WHERE attribute_id = ?1))",
        (id, name, folded),
    )?;
    Ok(())
}

/// Gives a choice another name. The rows of those who have it are written too, as they are: a change of them is what
/// find, and the undo of it, follow.
pub(super) fn rename_choice(tx: &Tx<'_>, id: ChoiceId, name: &str, folded: &str) -> Result<()> {
    tx.execute(
        "UPDATE attribute_choices SET name = ?2, folded_name = ?3 WHERE id = ?1",
        (id, name, folded),
    )?;
    tx.execute(
        "UPDATE person_attributes SET choice_id = choice_id WHERE choice_id = ?1",
        [id],
    )?;
    Ok(())
}

pub(super) fn delete_choice(tx: &Tx<'_>, id: ChoiceId) -> Result<()> {
    tx.execute("DELETE FROM person_attributes WHERE choice_id = ?1", [id])?;
    tx.execute("DELETE FROM attribute_choices WHERE id = ?1", [id])?;
    Ok(())
}

/// Numbers choices from 1 as they are listed.
pub(super) fn put_in_order(tx: &Tx<'_>, choices: &[ChoiceId]) -> Result<()> {
    for (position, choice) in (1_i64..).zip(choices) {
        tx.execute(
            "UPDATE attribute_choices SET position = ?2 WHERE id = ?1 AND position <> ?2",
            (choice, position),
        )?;
    }
    Ok(())
}

/// Whether a choice is of no attribute, an attribute has no choice, or somebody has one that is not there.
pub(super) fn is_torn(tx: &Tx<'_>) -> Result<bool> {
    let torn = tx.first(
        "SELECT 1 FROM attribute_choices c WHERE NOT EXISTS (SELECT 1 FROM attributes a WHERE a.id = c.attribute_id) \
         UNION ALL SELECT 1 FROM attributes a \
           WHERE NOT EXISTS (SELECT 1 FROM attribute_choices c WHERE c.attribute_id = a.id) \
         UNION ALL SELECT 1 FROM person_attributes p \
           WHERE NOT EXISTS (SELECT 1 FROM attribute_choices c WHERE c.id = p.choice_id) LIMIT 1",
        [],
        |_| Ok(()),
    )?;
    Ok(torn.is_some())
}

/// What somebody has, in the order of the attributes.
pub(super) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<PersonAttribute>> {
    tx.all(
        "SELECT attribute_id, choice_id FROM person_attributes WHERE person_id = ?1 ORDER BY attribute_id",
        [person],
        |row| {
            Ok(PersonAttribute {
                attribute: row.get(0)?,
                choice: row.get(1)?,
            })
        },
    )
}

/// Gives people a choice, in place of the one that they have. Writes nothing for those who have it already.
pub(super) fn give(
    tx: &Tx<'_>,
    people: &[PersonId],
    attribute: AttributeId,
    choice: ChoiceId,
) -> Result<()> {
    for person in people {
        let has = tx.first(
            "SELECT choice_id FROM person_attributes WHERE person_id = ?1 AND attribute_id = ?2",
            (person, attribute),
            |row| row.get::<_, ChoiceId>(0),
        )?;
        match has {
            Some(same) if same == choice => 0,
            Some(_) => tx.execute(
                "UPDATE person_attributes SET choice_id = ?3 WHERE person_id = ?1 AND attribute_id = ?2",
                (person, attribute, choice),
            )?,
            None => tx.execute(
                "INSERT INTO person_attributes (person_id, attribute_id, choice_id) VALUES (?1, ?2, ?3)",
                (person, attribute, choice),
            )?,
        };
    }
    Ok(())
}

pub(super) fn take(tx: &Tx<'_>, people: &[PersonId], attribute: AttributeId) -> Result<()> {
    for person in people {
        tx.execute(
            "DELETE FROM person_attributes WHERE person_id = ?1 AND attribute_id = ?2",
            (person, attribute),
        )?;
    }
    Ok(())
}

/// Who has which choice of an attribute, by name of the choice, for everybody in the book.
pub(crate) fn names(tx: &Tx<'_>) -> Result<Vec<(PersonId, AttributeId, String)>> {
    tx.all(
        "SELECT a.person_id, a.attribute_id, c.name FROM person_attributes a \
         JOIN attribute_choices c ON c.id = a.choice_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
