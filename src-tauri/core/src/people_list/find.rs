//! Finding people while the user types: in names first, then in everything else that is known of a person.

use crate::book::Book;
use crate::details::{affiliation_rows, contact_point_rows, note_rows, tag_rows};
use crate::error::Result;
use crate::fold::{digits, fold_words};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people_list::find_rows;
use crate::people_list::list_rows;
use crate::people_list::list_rows::Where;
use crate::people_list::rows_of;
use crate::people_list::{Found, FoundRow, PeopleFilter};
use crate::store::Tx;

/// With this many hits or more, they are not ranked: bm25 over 100,000 hits takes 60–90
/// ms, and nobody reads that far.
const MAX_RANKED: u32 = 1_000;

impl Book {
    /// The best `limit` people (1–500) for the text typed so far. Without text, the first of the list.
    ///
    /// # Errors
    /// Storage errors.
    pub fn people_find(
        &self,
        text: &str,
        filter: &PeopleFilter,
        limit: u32,
        now: &Moment,
    ) -> Result<Found> {
        let limit = limit.clamp(1, 500);
        self.read(|tx| {
            let wanted = Where::of(filter, now.today())?;
            let mut ids = match Query::typed(text) {
                Query::Nothing => list_rows::window(tx, &wanted, 0, limit + 1)?,
                Query::Start(start) => by_start(tx, &wanted, &start, limit + 1)?,
                Query::Words(words) => by_words(tx, &wanted, &words, limit + 1)?,
            };
            let more = ids.len() > limit as usize;
            ids.truncate(limit as usize);
            let words = fold_words(text);
            let found = rows_of(tx, &ids, now)?.into_iter().map(|row| {
                let matched = matched(tx, row.id, &row.name, &words)?;
                Ok(FoundRow { row, matched })
            });
            Ok(Found {
                rows: found.collect::<Result<_>>()?,
                more,
            })
        })
    }
}

/// The typed text in the form in which the index is queried.
enum Query {
    Nothing,
    /// One or two letters: the beginning of a word in a name.
    Start(String),
    /// An FTS5 expression that requires each typed word as the beginning of a word; or a phone number.
    Words(String),
}

impl Query {
    fn typed(text: &str) -> Self {
        let words = fold_words(text);
        if words.is_empty() {
            return Self::Nothing;
        }
        if words.len() <= 2 && words.bytes().all(|b| b.is_ascii_lowercase()) {
            return Self::Start(words);
        }
        let phone = phone_digits(text).map(|number| format!("phones : {number}*"));
        let every = words
            .split(' ')
            .map(|word| format!("\"{word}\"*"))
            .collect::<Vec<_>>()
            .join(" AND ");
        Self::Words(match phone {
            Some(phone) => format!("({phone}) OR ({every})"),
            None => every,
        })
    }
}

/// The digits of a text that looks like a phone number, without leading zeros: it has no letters and at least
/// three digits. Numbers are indexed without their trunk zero ("0170 …").
fn phone_digits(text: &str) -> Option<String> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let number = digits(text);
    let number = number.trim_start_matches('0');
    (number.len() >= 3).then(|| number.to_owned())
}

/// People with a name that has a word beginning with `start`. Few are sorted; of many, the first are
/// read in the order of the list.
fn by_start(tx: &Tx<'_>, wanted: &Where, start: &str, limit: u32) -> Result<Vec<PersonId>> {
    let hits = find_rows::matching(tx, &format!("name : \"{start}\"*"), wanted, MAX_RANKED)?;
    if hits.len() < MAX_RANKED as usize {
        return list_rows::in_order(tx, &hits, limit);
    }
    list_rows::window_by_name_start(tx, wanted, start, limit)
}

/// Few hits are ranked. Of many, those in names come first, otherwise in no order.
fn by_words(tx: &Tx<'_>, wanted: &Where, expression: &str, limit: u32) -> Result<Vec<PersonId>> {
    let hits = find_rows::matching(tx, expression, wanted, MAX_RANKED)?;
    if hits.len() < MAX_RANKED as usize {
        return find_rows::ranked(tx, expression, wanted, limit);
    }
    let in_names = format!("name : ({expression})");
    let mut ids = find_rows::matching(tx, &in_names, wanted, limit)?;
    let others = hits.into_iter().filter(|id| !ids.contains(id));
    let others: Vec<PersonId> = others.take(limit as usize).collect();
    ids.extend(others);
    ids.truncate(limit as usize);
    Ok(ids)
}

/// The text that matched, as it is written, if it is not the name. `words` is the folded text of the query.
fn matched(tx: &Tx<'_>, id: PersonId, name: &str, words: &str) -> Result<Option<String>> {
    let begins = |text: &str| {
        let folded = fold_words(text);
        words
            .split(' ')
            .any(|word| folded.split(' ').any(|own| own.starts_with(word)))
    };
    if words.is_empty() || begins(name) {
        return Ok(None);
    }
    let number = digits(words);
    let number = number.trim_start_matches('0');
    for point in contact_point_rows::of_person(tx, id)? {
        let same_digits = number.len() >= 3 && digits(&point.value).contains(number);
        if begins(&point.value) || same_digits {
            return Ok(Some(point.value));
        }
    }
    for worked in affiliation_rows::of_person(tx, id)? {
        // The row shows role and organisation anyway.
        if begins(&worked.role) || begins(&worked.organisation) {
            return Ok(None);
        }
        if begins(&worked.department) {
            return Ok(Some(worked.department));
        }
    }
    if let Some(tag) = tag_rows::of_person(tx, id)?
        .into_iter()
        .find(|tag| begins(&tag.name))
    {
        return Ok(Some(tag.name));
    }
    let note = note_rows::of_person(tx, id)?
        .into_iter()
        .find(|note| begins(&note.body));
    Ok(note.map(|note| matching_line(&note.body, words)))
}

/// The line of a note that matched, cut to 120 characters.
fn matching_line(body: &str, words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    let line = body
        .lines()
        .find(|line| {
            fold_words(line)
                .split(' ')
                .any(|word| word.starts_with(first))
        })
        .unwrap_or(body);
    line.chars().take(120).collect()
}
