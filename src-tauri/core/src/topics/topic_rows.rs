//! Tables `topics` and `topic_lines`.

use rusqlite::ToSql;

use super::matching::topic_key;
use super::{Stance, TopicId, TopicLine, TopicLineId};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::PersonName;
use crate::relationships::relationship_rows::{STATUS_COLUMNS, read_status};
use crate::store::Tx;

/// The topic of this name: the one that lines name, in whatever spelling; else one of this spelling.
pub(super) fn named(tx: &Tx<'_>, name: &str) -> Result<TopicId> {
    match in_use(tx, name)?.first() {
        Some(known) => Ok(*known),
        None => spelled(tx, name),
    }
}

/// The topic in just this spelling, made where it is new.
pub(super) fn spelled(tx: &Tx<'_>, name: &str) -> Result<TopicId> {
    let known = tx.first("SELECT id FROM topics WHERE name = ?1", [name], |row| {
        row.get(0)
    })?;
    match known {
        Some(known) => Ok(known),
        None => tx
            .insert(
                "INSERT INTO topics (name, key) VALUES (?1, ?2)",
                (name, topic_key(name)),
            )
            .map(TopicId),
    }
}

/// The rows of this topic that lines name: one, if any.
pub(super) fn in_use(tx: &Tx<'_>, name: &str) -> Result<Vec<TopicId>> {
    tx.all(
        "SELECT t.id FROM topics t WHERE t.key = ?1 \
         AND EXISTS (SELECT 1 FROM topic_lines l WHERE l.topic_id = t.id) ORDER BY t.id",
        [topic_key(name)],
        |row| row.get(0),
    )
}

/// The keys of topics in use that look like a list: with "and", "&" or a comma in them.
pub(crate) fn joined(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.all(
        "SELECT t.key FROM topics t WHERE (t.name LIKE '% and %' OR t.name LIKE '% & %' OR t.name LIKE '%,%') \
         AND EXISTS (SELECT 1 FROM topic_lines l WHERE l.topic_id = t.id) ORDER BY t.id LIMIT 1000",
        [],
        |row| row.get(0),
    )
}

/// The line that somebody (`None`: me) has, made where it is new.
pub(super) fn give(
    tx: &Tx<'_>,
    person: Option<PersonId>,
    stance: Stance,
    topic: TopicId,
) -> Result<TopicLineId> {
    let known = tx.first(
        "SELECT id FROM topic_lines WHERE person_id IS ?1 AND stance = ?2 AND topic_id = ?3",
        (person, stance, topic),
        |row| row.get(0),
    )?;
    match known {
        Some(known) => Ok(known),
        None => tx
            .insert(
                "INSERT INTO topic_lines (person_id, stance, topic_id) VALUES (?1, ?2, ?3)",
                (person, stance, topic),
            )
            .map(TopicLineId),
    }
}

pub(super) fn take(tx: &Tx<'_>, id: TopicLineId) -> Result<()> {
    tx.execute("DELETE FROM topic_lines WHERE id = ?1", [id])?;
    Ok(())
}

/// Whose a line is; `None` for mine.
///
/// # Errors
/// `NotFound`.
pub(super) fn person_of(tx: &Tx<'_>, id: TopicLineId) -> Result<Option<PersonId>> {
    tx.first(
        "SELECT person_id FROM topic_lines WHERE id = ?1",
        [id],
        |row| row.get(0),
    )?
    .ok_or_else(|| Error::not_found("This topic"))
}

/// Whether another spelling of the topic of a line is in use too.
pub(super) fn has_other_spelling(tx: &Tx<'_>, id: TopicLineId) -> Result<bool> {
    let other = tx.first(
        "SELECT 1 FROM topic_lines l JOIN topics t ON t.id = l.topic_id \
         JOIN topics o ON o.key = t.key AND o.id <> t.id \
         WHERE l.id = ?1 AND EXISTS (SELECT 1 FROM topic_lines x WHERE x.topic_id = o.id)",
        [id],
        |_| Ok(()),
    )?;
    Ok(other.is_some())
}

/// Makes every line of one topic a line of another; whoever has that already keeps one.
pub(super) fn hand_over(tx: &Tx<'_>, from: TopicId, to: TopicId) -> Result<()> {
    tx.execute(
        "DELETE FROM topic_lines WHERE topic_id = ?1 AND EXISTS (SELECT 1 FROM topic_lines o \
         WHERE o.person_id IS topic_lines.person_id AND o.stance = topic_lines.stance AND o.topic_id = ?2)",
        (from, to),
    )?;
    tx.execute(
        "UPDATE topic_lines SET topic_id = ?2 WHERE topic_id = ?1",
        (from, to),
    )?;
    Ok(())
}

/// What somebody (`None`: me) offers, looks for and knows about, by name.
pub(crate) fn of(tx: &Tx<'_>, person: Option<PersonId>) -> Result<Vec<TopicLine>> {
    tx.all(
        "SELECT l.id, l.stance, t.name FROM topic_lines l JOIN topics t ON t.id = l.topic_id \
         WHERE l.person_id IS ?1 ORDER BY t.key, l.stance",
        [person],
        |row| {
            Ok(TopicLine {
                id: row.get(0)?,
                stance: row.get(1)?,
                topic: row.get(2)?,
            })
        },
    )
}

/// A topic by its names.
pub(crate) struct Named {
    pub(crate) id: TopicId,
    pub(crate) name: String,
    /// The same in every spelling.
    pub(crate) key: String,
}

/// Every topic of which the key has one of these folded words, or every one where there are no words. With `stance`,
/// only topics to which somebody stands like that.
pub(crate) fn with_words(
    tx: &Tx<'_>,
    words: &[String],
    stance: Option<Stance>,
) -> Result<Vec<Named>> {
    let has: Vec<String> = (2..words.len() + 2)
        .map(|at| format!("instr(t.key, ?{at}) > 0"))
        .collect();
    let has = match has.is_empty() {
        true => "1".to_owned(),
        false => has.join(" OR "),
    };
    let mut values: Vec<&dyn ToSql> = vec![&stance];
    values.extend(words.iter().map(|word| word as &dyn ToSql));
    tx.all(
        &format!(
            "SELECT t.id, t.name, t.key FROM topics t WHERE ({has}) AND EXISTS \
             (SELECT 1 FROM topic_lines l WHERE l.topic_id = t.id AND (?1 IS NULL OR l.stance = ?1)) \
             ORDER BY t.key"
        ),
        values.as_slice(),
        |row| {
            Ok(Named {
                id: row.get(0)?,
                name: row.get(1)?,
                key: row.get(2)?,
            })
        },
    )
}

/// How many people outside the trash stand to a topic in any way.
pub(super) fn count(tx: &Tx<'_>, topic: TopicId) -> Result<u32> {
    let count = tx.first(
        "SELECT count(DISTINCT p.id) FROM topic_lines l JOIN people p ON p.id = l.person_id \
         WHERE l.topic_id = ?1 AND p.trashed_at IS NULL",
        [topic],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// How I stand to a topic.
pub(super) fn my_stances(tx: &Tx<'_>, topic: TopicId) -> Result<Vec<Stance>> {
    tx.all(
        "SELECT stance FROM topic_lines WHERE topic_id = ?1 AND person_id IS NULL ORDER BY stance",
        [topic],
        |row| row.get(0),
    )
}

/// People outside the trash who stand to a topic like this: those kept close first, then by the last conversation.
/// For a suggestion, made at that moment, without those who are left alone.
pub(crate) fn people(
    tx: &Tx<'_>,
    topic: TopicId,
    stance: Stance,
    for_suggestion: Option<&Moment>,
    limit: u32,
) -> Result<Vec<PersonName>> {
    let sql = format!(
        "SELECT p.id, p.display_name, {STATUS_COLUMNS} FROM topic_lines l JOIN people p ON p.id = l.person_id \
         LEFT JOIN relationships r ON r.person_id = p.id \
         WHERE l.topic_id = ?1 AND l.stance = ?2 AND p.trashed_at IS NULL \
         ORDER BY r.kept_close_on IS NULL, r.last_contact_on DESC, p.sort_key, p.id"
    );
    let mut statement = tx.prepare(&sql)?;
    let mut rows = statement.query((topic, stance))?;
    let mut people = Vec::new();
    while let Some(row) = rows.next()? {
        if people.len() >= limit as usize {
            break;
        }
        let status = read_status(row, 2)?;
        if for_suggestion.is_none_or(|now| !status.at(now).is_left_alone()) {
            people.push(PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            });
        }
    }
    Ok(people)
}

/// Everybody outside the trash with a line of this stance, by name, each once.
pub(crate) fn all_with(tx: &Tx<'_>, stance: Stance) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT id FROM people WHERE trashed_at IS NULL \
           AND id IN (SELECT person_id FROM topic_lines WHERE stance = ?1 AND person_id IS NOT NULL) \
         ORDER BY sort_key, id",
        [stance],
        |row| row.get(0),
    )
}
