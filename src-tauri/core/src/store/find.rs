//! Table `person_find`: the full-text index over folded text. Refilled for the people a change touched.

use super::Tx;
use super::noun::{FindIn, Nouns};
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
    let mut texts = tx.prepare(&tx.schema().texts_of_person)?;
    let mut fill =
        tx.prepare("INSERT INTO person_find (rowid, name, phones, words) VALUES (?1, ?2, ?3, ?4)")?;
    for id in people {
        forget.execute([id])?;
        let (mut name, mut phones, mut words) = (None, String::new(), String::new());
        let mut rows = texts.query([id])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().unwrap_or_default();
            match row.get_ref(0)?.as_str().unwrap_or_default() {
                NAME => name = Some(fold_words(text)),
                PHONE => push_phone(&mut phones, text),
                _ => push(&mut words, text),
            }
        }
        // Whoever is in the trash or gone has no name to be found by.
        if let Some(name) = name {
            fill.execute((id, name, phones, words))?;
        }
    }
    Ok(())
}

const NAME: &str = "name";
const PHONE: &str = "phone";
const WORDS: &str = "words";

/// One query for all that the nouns give to find: which column of the index, and the text.
pub(super) fn texts_of_person(nouns: Nouns) -> String {
    let finds = nouns.iter().flat_map(|noun| noun.finds);
    let each = finds.map(|finds| {
        let column = match finds.column {
            FindIn::Name => NAME,
            FindIn::Phone => PHONE,
            FindIn::Words => WORDS,
        };
        format!("SELECT '{column}', * FROM ({})", finds.sql)
    });
    each.collect::<Vec<_>>().join(" UNION ALL ")
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
