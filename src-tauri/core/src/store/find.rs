//! Table `person_find`: the full-text index over folded text. Every change indexes
//! the people that it touched anew.

use rusqlite::Row;

use super::Tx;
use super::noun::{FindIn, Noun, Nouns};
use crate::error::Result;
use crate::find_words::index_words;
use crate::fold::{digits, fold};
use crate::ids::PersonId;

/// The form of the index: how its words are written, and which texts it has. A book whose index has another form is
/// indexed anew when it is opened.
pub(crate) const FORM: u32 = 3;

/// For more people than that, the texts of nouns of which the book has nothing are not looked for in each of them.
const MANY: usize = 500;

/// Indexes these people anew. People in the trash, or not in the book any more, are removed from the index.
///
/// In order of their ids: FTS5 flushes its buffer whenever the rowid decreases, and an undo, which goes
/// backwards, would write one segment per person.
pub(crate) fn refill(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    let mut people = people.to_vec();
    people.sort_unstable();
    let mut delete = tx.prepare("DELETE FROM person_find WHERE rowid = ?1")?;
    let mut names = tx.prepare(&tx.schema().names_of_person)?;
    let texts = match people.len() > MANY {
        true => &texts_of_person(tx.schema().nouns, |noun| has_rows(tx, noun))?,
        false => &tx.schema().texts_of_person,
    };
    let mut texts = tx.prepare(texts)?;
    let mut insert =
        tx.prepare("INSERT INTO person_find (rowid, name, phones, words) VALUES (?1, ?2, ?3, ?4)")?;
    for id in people {
        delete.execute([id])?;
        // People in the trash or not in the book have no name here, and are not indexed. After an undo those can be
        // ten thousand: the texts of two dozen nouns are not looked for.
        let mut rows = names.query([id])?;
        let Some(row) = rows.next()? else {
            continue;
        };
        let name = index_words(text_of(row, 0)?);
        let (mut phones, mut words) = (String::new(), String::new());
        let mut rows = texts.query([id])?;
        while let Some(row) = rows.next()? {
            let text = text_of(row, 1)?;
            match text_of(row, 0)? {
                PHONE => push_phone(&mut phones, text),
                _ => push(&mut words, text),
            }
        }
        insert.execute((id, name, phones, words))?;
    }
    Ok(())
}

fn text_of<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<&'r str> {
    Ok(row.get_ref(column)?.as_str()?)
}

/// The texts of a person other than names and phones that find searches, as they are written.
pub(crate) fn words_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<String>> {
    let texts = tx.all(&tx.schema().texts_of_person, [person], |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?))
    })?;
    let words = texts.into_iter().filter(|(column, _)| column == WORDS);
    Ok(words.map(|(_, text)| text).collect())
}

const PHONE: &str = "phone";
const WORDS: &str = "words";

/// The query for the name of a person as find searches it, which one noun declares.
pub(super) fn names_of_person(nouns: Nouns) -> String {
    let finds = nouns.iter().flat_map(|noun| noun.finds);
    let names = finds.filter(|finds| matches!(finds.column, FindIn::Name));
    names
        .map(|finds| finds.sql)
        .collect::<Vec<_>>()
        .join(" UNION ALL ")
}

/// One query for all other texts that the nouns declare as searchable: the column of the index, and the text. `wanted`
/// says of which nouns.
pub(super) fn texts_of_person(
    nouns: Nouns,
    mut wanted: impl FnMut(&Noun) -> Result<bool>,
) -> Result<String> {
    let mut each = Vec::new();
    for noun in nouns {
        let texts = noun.finds.iter().filter_map(|finds| match finds.column {
            FindIn::Name => None,
            FindIn::Phone => Some((PHONE, finds.sql)),
            FindIn::Words => Some((WORDS, finds.sql)),
        });
        let mut texts = texts.peekable();
        if texts.peek().is_some() && wanted(noun)? {
            each.extend(texts.map(|(column, sql)| format!("SELECT '{column}', * FROM ({sql})")));
        }
    }
    if each.is_empty() {
        each.push(format!("SELECT '{WORDS}', '' WHERE ?1 IS NULL"));
    }
    Ok(each.join(" UNION ALL "))
}

/// Whether the book may have anything of a noun. What a noun finds stands in one of its tables; one without tables is
/// kept in those of others.
fn has_rows(tx: &Tx<'_>, noun: &Noun) -> Result<bool> {
    if noun.tables.is_empty() {
        return Ok(true);
    }
    for table in noun.tables {
        let any = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        if tx.first(&any, [], |_| Ok(()))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn push(text: &mut String, value: &str) {
    let words = index_words(value);
    if !words.is_empty() {
        text.push(' ');
        text.push_str(&words);
    }
}

/// A phone is found from any of its digits on, however it is written: so every ending of at least
/// three digits is a word of the index ("+1 202 555 0148" is found by "555 0148" and "202555"). Its normal form
/// shares most endings with what was written; each is a word once.
fn push_phone(phones: &mut String, value: &str) {
    let number = digits(&fold(value));
    for start in 0..number.len().min(20).saturating_sub(2) {
        let ending = number.get(start..).unwrap_or_default();
        if !phones.split(' ').any(|known| known == ending) {
            phones.push(' ');
            phones.push_str(ending);
        }
    }
    // Letters that stand for digits.
    if value.contains(|c: char| c.is_ascii_alphabetic()) {
        push(phones, value);
    }
}

/// Empties the index and indexes these people, who must be all of the book.
pub(crate) fn rebuild(tx: &Tx<'_>, people: &[PersonId]) -> Result<()> {
    tx.execute(
        "INSERT INTO person_find (person_find) VALUES ('delete-all')",
        [],
    )?;
    refill(tx, people)
}
