//! Whom of the book the words of a sentence may name.

use std::collections::HashSet;

use super::names::{Known, forms};
use super::tokens::{longest, tokens};
use super::words::{NICKNAMES, PHRASES, Phrase};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::named_with;
use crate::relationships::{Status, relationship_rows, status_on};
use crate::store::Tx;

/// Most words of a sentence that are looked up among the names.
const MOST_LOOKED_UP: usize = 60;
/// Most people that one word brings.
const MOST_OF_A_WORD: usize = 60;
/// Most people whose names are compared with one that nobody has.
const MOST_COMPARED: u32 = 20_000;
/// Most people who are offered for a name that nobody has.
const MOST_SIMILAR: usize = 3;
impl Known {
    /// Everybody whom words of the text may name, those kept close first.
    pub(super) fn of_text(tx: &Tx<'_>, text: &str, now: &Moment) -> Result<Vec<Self>> {
        let tokens = tokens(text);
        let mut ids: Vec<PersonId> = Vec::new();
        for (at, token) in tokens.iter().enumerate().take(MOST_LOOKED_UP) {
            let rest = tokens.get(at..).unwrap_or_default();
            let is_plain = matches!(
                longest(rest, PHRASES.into_iter().flatten()),
                Some((
                    1,
                    Phrase::Filler
                        | Phrase::With
                        | Phrase::And
                        | Phrase::About
                        | Phrase::I
                        | Phrase::Me
                ))
            );
            if is_plain {
                continue;
            }
            let bare = token.text.trim_start_matches('@').trim_end_matches("'s");
            let mut words = forms(bare);
            let full = NICKNAMES.iter().filter(|(_, short)| short.contains(&bare));
            words.extend(full.map(|(name, _)| (*name).to_owned()));
            let next = tokens
                .get(at + 1)
                .map(|next| forms(&next.text))
                .unwrap_or_default();
            ids.extend(most_likely(tx, &words, &next)?);
        }
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        let mut known = ids
            .iter()
            .map(|id| Self::of_person(tx, *id, now))
            .collect::<Result<Vec<Self>>>()?;
        known.sort_by_key(|known| !known.kept_close);
        Ok(known)
    }

    fn of_person(tx: &Tx<'_>, id: PersonId, now: &Moment) -> Result<Self> {
        let person = person_rows::get(tx, id)?;
        let relationship = relationship_rows::of_person(tx, id)?;
        let kept_close = relationship.is_some_and(|relationship| {
            relationship.kept_close_on.is_some() && status_on(&relationship, now) != Status::Ended
        });
        Ok(Self::new(
            id,
            &person.name.display,
            &person.nickname,
            kept_close,
        ))
    }
}

/// Up to [`MOST_OF_A_WORD`] people with one of these words in their names; of many those who have one of the next words
/// too, and those kept close, come first.
fn most_likely(
    tx: &Tx<'_>,
    words: &HashSet<String>,
    next: &HashSet<String>,
) -> Result<Vec<PersonId>> {
    let mut ids = named_with(tx, words, &HashSet::new(), 1_000)?;
    if ids.len() <= MOST_OF_A_WORD {
        return Ok(ids);
    }
    let both = if next.is_empty() {
        Vec::new()
    } else {
        named_with(tx, words, next, 40)?
    };
    let kept = relationship_rows::kept_close_among(tx, &ids)?;
    let mut first = both;
    first.extend(kept);
    first.append(&mut ids);
    let mut seen = HashSet::new();
    first.retain(|id| seen.insert(*id));
    first.truncate(MOST_OF_A_WORD);
    Ok(first)
}

/// People in the trash whose names have all the written words.
pub(super) fn trashed(tx: &Tx<'_>, written: &str) -> Result<Vec<Known>> {
    let mut found = Vec::new();
    for (id, _) in person_rows::trashed(tx)? {
        let person = person_rows::get(tx, id)?;
        let known = Known::new(id, &person.name.display, &person.nickname, false);
        if known.has_words(written) {
            found.push(known);
        }
    }
    Ok(found)
}

/// People with a name that a slip of the pen makes the written one, those kept close first.
pub(super) fn similar(tx: &Tx<'_>, written: &str, now: &Moment) -> Result<Vec<Known>> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let mut found = Vec::new();
    for (id, name) in person_rows::names(tx, MOST_COMPARED)? {
        let known = Known::new(id, &name, "", false);
        let typed: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        if known.is_near(&typed) {
            found.push(Known::of_person(tx, id, now)?);
        }
        if found.len() > 50 {
            break;
        }
    }
    found.sort_by_key(|known| !known.kept_close);
    found.truncate(MOST_SIMILAR);
    Ok(found)
}
