//! Reads who has a tag that holds the words of a question.

use rusqlite::ToSql;

use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// People outside the trash with a tag that has one of these folded words, and the tag: at most `limit`, those kept
/// close first, then by the last conversation.
pub(super) fn tagged(tx: &Tx<'_>, words: &[String], limit: u32) -> Result<Vec<(PersonId, String)>> {
    let has: Vec<String> = (2..words.len() + 2)
        .map(|at| format!("instr(t.folded_name, ?{at}) > 0"))
        .collect();
    let mut values: Vec<&dyn ToSql> = vec![&limit];
    values.extend(words.iter().map(|word| word as &dyn ToSql));
    tx.all(
        &format!(
            "SELECT p.id, t.name FROM tags t JOIN person_tags w ON w.tag_id = t.id \
             JOIN people p ON p.id = w.person_id LEFT JOIN relationships r ON r.person_id = p.id \
             WHERE ({}) AND p.trashed_at IS NULL \
             ORDER BY r.kept_close_on IS NULL, r.last_contact_on DESC, p.sort_key, p.id LIMIT ?1",
            has.join(" OR ")
        ),
        values.as_slice(),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
