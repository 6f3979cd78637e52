//! Table `person_find`: the full-text index over folded text. Refilled for the people a change touched.

use super::Tx;
use crate::error::Result;
use crate::fold::{digits, fold_words};
use crate::ids::PersonId;

/// Fills the index anew for these people; those in the trash or gone are taken out.
///
/// In order of their ids: FTS5 writes what it has gathered at every step back to a smaller rowid, and
/// an undo, which goes backwards, would write a segment a person.
pub(crate) fn refill(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let mut people = people.to_vec();
    people.sort_unstable();
    let mut forget = tx.prepare("DELETE FROM person_find WHERE rowid = ?1")?;
    let mut names = tx.prepare(
        "SELECT display_name || ' ' || given || ' ' || additional || ' ' || family || ' ' || nickname \
         FROM people WHERE id = ?1 AND trashed_at IS NULL",
    )?;
    let mut points =
        tx.prepare("SELECT kind = 'phone', value FROM contact_points WHERE person_id = ?1")?;
    let mut words = tx.prepare(
        "SELECT coalesce(o.name, '') || ' ' || a.role || ' ' || a.department \
           FROM affiliations a LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.person_id = ?1 \
         UNION ALL SELECT t.name FROM person_tags p JOIN tags t ON t.id = p.tag_id WHERE p.person_id = ?1 \
         UNION ALL SELECT body FROM notes WHERE person_id = ?1 \
         UNION ALL SELECT purpose FROM relationships WHERE person_id = ?1",
    )?;
    let mut fill =
        tx.prepare("INSERT INTO person_find (rowid, name, phones, words) VALUES (?1, ?2, ?3, ?4)")?;
    for id in people {
        forget.execute([id])?;
        let mut found = names.query([id])?;
        let Some(row) = found.next()? else { continue };
        let name = fold_words(&row.get::<_, String>(0)?);
        drop(found);
        let (mut phones, mut text) = (String::new(), String::new());
        let mut rows = points.query([id])?;
        while let Some(row) = rows.next()? {
            let value = row.get_ref(1)?.as_str().unwrap_or_default();
            if row.get(0)? {
                push_phone(&mut phones, value);
            } else {
                push(&mut text, value);
            }
        }
        let mut rows = words.query([id])?;
        while let Some(row) = rows.next()? {
            push(&mut text, row.get_ref(0)?.as_str().unwrap_or_default());
        }
        fill.execute((id, name, phones, text))?;
    }
    Ok(())
}

fn push(text: &mut String, value: &str) {
    let words = fold_words(value);
    if !words.is_empty() {
        text.push(' ');
        text.push_str(&words);
    }
}

/// A phone is found from any of its digits on, however it is written: so every ending of at least
/// three digits is a word of the index ("+1 202 555 0148" is found by "555 0148" and "202555").
fn push_phone(phones: &mut String, value: &str) {
    let number = digits(value);
    for start in 0..number.len().min(15).saturating_sub(2) {
        phones.push(' ');
        phones.push_str(number.get(start..).unwrap_or_default());
    }
}

/// Rubs out the index and fills it for everyone.
pub(crate) fn rebuild(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    tx.execute(
        "INSERT INTO person_find (person_find) VALUES ('delete-all')",
        [],
    )?;
    refill(tx, people)
}
