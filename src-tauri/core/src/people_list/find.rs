//! Finding people while the user types: in names first, then in everything else that is known of a person.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::book::Book;
use crate::details::{
    ContactKind, affiliation_rows, contact_point_rows, country, note_rows, phones, tag_rows,
};
use crate::error::Result;
use crate::find_words::{Ways, begins, typed_words};
use crate::fold::{digits, fold, fold_words};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people_list::find_rows;
use crate::people_list::list_rows;
use crate::people_list::list_rows::Where;
use crate::people_list::rows_of;
use crate::people_list::{Found, FoundRow, PeopleFilter};
use crate::store::{Tx, find};
use crate::typed_day::short;

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
            let wanted = Where::for_find(filter, now)?;
            let country = country(tx)?;
            let mut ids = match Query::typed(text, &country) {
                Query::Nothing => list_rows::window(tx, &wanted, 0, limit + 1)?,
                Query::Start(start) => by_start(tx, &wanted, &start, limit + 1)?,
                Query::Words(words) => by_words(tx, &wanted, &words, &fold_words(text), limit + 1)?,
            };
            let more = ids.len() > limit as usize;
            ids.truncate(limit as usize);
            let typed = typed_words(text);
            let found = rows_of(tx, &ids, now)?.into_iter().map(|row| {
                let matched = matched(tx, row.id, &row.name, text, &typed, now.today())?;
                Ok(FoundRow { row, matched })
            });
            Ok(Found {
                rows: found.collect::<Result<_>>()?,
                more,
            })
        })
    }
}

/// Up to `limit` people whose names have one of these folded words, or a word that begins with one of three letters or
/// more; and one of `others`, unless that is empty.
///
/// # Errors
/// Storage errors.
pub(crate) fn named_with(
    tx: &Tx<'_>,
    words: &HashSet<String>,
    others: &HashSet<String>,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let any = |words: &HashSet<String>| {
        let words = words
            .iter()
            .filter(|word| word.bytes().all(|b| b.is_ascii_alphanumeric()));
        let words = words.map(|word| match word.len() {
            ..3 => format!("\"{word}\""),
            _ => format!("\"{word}\"*"),
        });
        words.collect::<Vec<String>>().join(" OR ")
    };
    let expression = match (any(words), any(others)) {
        (words, _) if words.is_empty() => return Ok(Vec::new()),
        (words, others) if others.is_empty() => format!("name : ({words})"),
        (words, others) => format!("name : (({words}) AND ({others}))"),
    };
    let everyone = Where::everyone();
    find_rows::matching(tx, &expression, &everyone, limit)
}

/// Up to `limit` people of whom something else than the name or a phone number has all the typed words: of few the best
/// first, many in no order.
///
/// # Errors
/// Storage errors.
pub(crate) fn known_with(tx: &Tx<'_>, typed: &[Ways], limit: u32) -> Result<Vec<PersonId>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Where::everyone();
    let expression = format!("words : ({})", expression(typed));
    let hits = find_rows::matching(tx, &expression, &wanted, MAX_RANKED)?;
    match hits.len() < MAX_RANKED as usize {
        true => find_rows::ranked(tx, &expression, &wanted, limit),
        false => Ok(hits.into_iter().take(limit as usize).collect()),
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
    fn typed(text: &str, country: &str) -> Self {
        let typed = typed_words(text);
        let words = fold_words(text);
        if typed.is_empty() {
            return Self::Nothing;
        }
        if words.len() <= 2 && words.bytes().all(|b| b.is_ascii_lowercase()) {
            return Self::Start(words);
        }
        let mut ways = vec![format!("({})", expression(&typed))];
        ways.extend(phone(text, country).map(|number| format!("(phones : {number}*)")));
        Self::Words(ways.join(" OR "))
    }
}

/// Everything typed must match, each in one of its ways.
fn expression(typed: &[Ways]) -> String {
    let all = |words: &Vec<String>| {
        let words = words.iter().map(|word| format!("\"{word}\"*"));
        format!("({})", words.collect::<Vec<_>>().join(" AND "))
    };
    let each = typed.iter().map(|ways| {
        let ways = ways.iter().map(all).collect::<Vec<_>>();
        format!("({})", ways.join(" OR "))
    });
    each.collect::<Vec<_>>().join(" AND ")
}

/// The digits under which what looks like a phone number (no letters, three digits or more) may be kept: as
/// they are typed without a trunk zero ("0170 …"), and in the normal form.
fn phone(text: &str, country: &str) -> impl Iterator<Item = String> {
    let text = match text.chars().any(char::is_alphabetic) {
        true => "",
        false => text,
    };
    let typed = digits(&fold(text));
    let typed = typed.trim_start_matches('0').to_owned();
    let normal = digits(&phones::normal(text, country));
    let other = Some(normal).filter(|normal| *normal != typed);
    let both = other.into_iter().chain([typed]);
    both.filter(|number| number.len() >= 3)
}

/// People with a name that has a word beginning with `start`. Of few, the likeliest are first; of many, the first are
/// read in the order of the list.
fn by_start(tx: &Tx<'_>, wanted: &Where, start: &str, limit: u32) -> Result<Vec<PersonId>> {
    let hits = find_rows::matching(tx, &format!("name : \"{start}\"*"), wanted, MAX_RANKED)?;
    if hits.len() < MAX_RANKED as usize {
        return list_rows::likeliest(tx, &hits, start, limit);
    }
    list_rows::window_by_name_start(tx, wanted, start, limit)
}

/// People whose names match come first, of few the likeliest. Few others are ranked, many are in no order. `start` is
/// the typed text, folded.
fn by_words(
    tx: &Tx<'_>,
    wanted: &Where,
    expression: &str,
    start: &str,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let hits = find_rows::matching(tx, expression, wanted, MAX_RANKED)?;
    let in_names = format!("name : ({expression})");
    let (mut ids, others) = match hits.len() < MAX_RANKED as usize {
        true => {
            let named = find_rows::matching(tx, &in_names, wanted, MAX_RANKED)?;
            let others = find_rows::ranked(tx, expression, wanted, MAX_RANKED)?;
            (list_rows::likeliest(tx, &named, start, limit)?, others)
        }
        false => (find_rows::matching(tx, &in_names, wanted, limit)?, hits),
    };
    let others = others.into_iter().filter(|id| !ids.contains(id));
    let others: Vec<PersonId> = others.take(limit as usize).collect();
    ids.extend(others);
    ids.truncate(limit as usize);
    Ok(ids)
}

/// What else than the name matched, as it is written.
fn matched(
    tx: &Tx<'_>,
    id: PersonId,
    name: &str,
    text: &str,
    typed: &[Ways],
    today: NaiveDate,
) -> Result<Option<String>> {
    let begins = |own: &str| begins(own, typed);
    if typed.is_empty() || begins(name) {
        return Ok(None);
    }
    let numbers: Vec<String> = phone(text, &country(tx)?).collect();
    for point in contact_point_rows::of_person(tx, id)? {
        let written = [digits(&fold(&point.value)), digits(&point.normal)];
        let has = |number: &String| {
            written
                .iter()
                .any(|written| written.contains(number.as_str()))
        };
        let same_digits = point.kind == ContactKind::Phone && numbers.iter().any(has);
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
    if let Some(note) = note {
        return Ok(Some(around(&note.body, typed)));
    }
    let talks = interaction_rows::notes_of(tx, id)?;
    if let Some((on, note)) = talks.into_iter().find(|(_, note)| begins(note)) {
        let day = short(on.date(), today);
        return Ok(Some(format!("{day}: {}", around(&note, typed))));
    }
    // Whatever other nouns let find look through.
    let words = find::words_of(tx, id)?;
    let other = words.iter().find(|text| begins(text));
    Ok(other.map(|text| around(text, typed)))
}

/// The line of a note that matched, cut to what a row can show.
pub(crate) fn around(body: &str, typed: &[Ways]) -> String {
    let first = typed.get(..1).unwrap_or_default();
    let line = body.lines().find(|line| begins(line, first));
    line.unwrap_or(body).chars().take(120).collect()
}
