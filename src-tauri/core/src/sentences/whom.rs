//! Whom something is promised or given to, and where what it is begins. Pure.

use std::ops::Range;

use super::commands::{Names, names};
use super::grammar::Grammar;
use super::reading::{Pronoun, Reading};
use super::tokens::{After, length_of};
use super::words::{ARTICLES, DUE_BY, OBJECTS, Phrase, SORTS};

/// Whom something is for.
#[derive(Clone, Debug)]
pub(super) enum Whom {
    /// Those named, known or not.
    Named(Names),
    /// Those of the clause before: the word that says so.
    They(Pronoun, Range<usize>),
    /// Nobody is named.
    NotSaid,
}

impl Whom {
    /// The words that say whom.
    pub(super) fn place(&self) -> Range<usize> {
        match self {
            Self::Named(names) => names.from..names.to,
            Self::They(_, place) => place.clone(),
            Self::NotSaid => 0..0,
        }
    }

    /// Puts those whom it is for into a reading.
    pub(super) fn put_into(self, reading: &mut Reading) {
        match self {
            Self::Named(names) => {
                reading.who = names.who;
                reading.unknown = names.unknown;
            }
            Self::They(pronoun, _) => reading.they = Some(pronoun),
            Self::NotSaid => {}
        }
    }
}

/// Whom the words behind a verb name, and where the rest begins: "ana the notes", "each of ana and ben", "her the
/// notes".
pub(super) fn whom(grammar: &Grammar<'_>, at: usize) -> (Whom, usize) {
    let first = skip_each(grammar, at);
    if grammar.name_at(first).is_none()
        && let Some(pronoun) = pronoun_at(grammar, first, OBJECTS)
    {
        return (Whom::They(pronoun, first..first + 1), first + 1);
    }
    let is_known = grammar.name_at(first).is_some();
    if !is_known && is_article(grammar, first) {
        return (Whom::NotSaid, at);
    }
    let Some(mut found) = names(grammar, first) else {
        return (Whom::NotSaid, at);
    };
    if let Some(last) = found.unknown.last_mut().filter(|last| last.end == found.to) {
        let Some(end) = end_of_new(grammar, last.clone()) else {
            return (Whom::NotSaid, at);
        };
        last.end = end;
        found.to = end;
    }
    // "samir and zork the notes": somebody new in the list.
    while let Some((next, Phrase::And)) = grammar.phrase_at(found.to)
        && let Some(to) = grammar.unknown_at(next)
        && (is_article(grammar, to) || grammar.is_word(to, "to"))
    {
        found.unknown.push(next..to);
        found.to = to;
    }
    let to = found.to;
    (Whom::Named(found), to)
}

/// Where the name of somebody new ends: before an article, "to" or the sort of thing that it is. `None` where the words
/// may as well be what was promised.
fn end_of_new(grammar: &Grammar<'_>, place: Range<usize>) -> Option<usize> {
    let total = grammar.tokens.len();
    let sort = (place.start + 1..place.end).find(|at| is_sort(grammar, *at));
    if let Some(sort) = sort {
        return Some(sort);
    }
    let next = place.end;
    let goes_on = next < total
        && (is_article(grammar, next)
            || grammar.is_word(next, "to")
            || is_sort(grammar, next)
            || grammar.after(next - 1) != After::Nothing
            || grammar.name_at(next).is_some()
            || matches!(grammar.phrase_at(next), Some((_, Phrase::And))));
    if goes_on {
        return Some(next);
    }
    let is_over = next == total
        || DUE_BY.iter().any(|word| grammar.is_word(next, word))
        || grammar.time_at(next).is_some();
    // "promise zork notes by friday": a name, and what; "promise notes by friday": nobody.
    match place.len() {
        1 if is_over => None,
        1 => Some(next),
        _ => Some(place.start + 1),
    }
}

fn is_sort(grammar: &Grammar<'_>, at: usize) -> bool {
    SORTS.iter().any(|(word, _)| grammar.is_word(at, word))
}

/// "each of", "both".
fn skip_each(grammar: &Grammar<'_>, mut at: usize) -> usize {
    while grammar.name_at(at).is_none()
        && ["each", "both", "all", "of"]
            .iter()
            .any(|word| grammar.is_word(at, word))
    {
        at += 1;
    }
    at
}

/// Whether a word begins a thing.
pub(super) fn is_article(grammar: &Grammar<'_>, at: usize) -> bool {
    let begins =
        |text: &str| ARTICLES.contains(&text) || text.starts_with(|c: char| c.is_ascii_digit());
    grammar
        .tokens
        .get(at)
        .is_some_and(|token| begins(&token.text))
}

/// What a word of a table means at a place.
pub(super) fn pronoun_at(
    grammar: &Grammar<'_>,
    at: usize,
    table: &[(&str, Pronoun)],
) -> Option<Pronoun> {
    let found = table.iter().find(|(word, _)| grammar.is_word(at, word));
    found.map(|(_, pronoun)| *pronoun)
}

/// Where the longest of these phrases ends that begins at a word.
pub(super) fn phrase_of(grammar: &Grammar<'_>, at: usize, phrases: &[&str]) -> Option<usize> {
    let rest = grammar.rest(at);
    let first = rest.first()?;
    let long = phrases
        .iter()
        .filter_map(|phrase| length_of(phrase, rest, first))
        .max()?;
    Some(at + long)
}
