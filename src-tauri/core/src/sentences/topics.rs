//! Reads topics: "samir knows about optics", "i offer optics", "who knows about optics". Pure.

use super::commands::{names, tag_name};
use super::grammar::Grammar;
use super::reading::{Deed, PartKind, Reading};
use super::tokens::length_of;
use super::words::{TOPIC_VERBS, WHO_VERBS};

/// Reads a sentence about a topic from a word on; `None` if it is none.
pub(super) fn topic(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    asking(grammar, from)
        .or_else(|| mine(grammar, from))
        .or_else(|| of_others(grammar, from))
}

/// "who knows about optics"
fn asking(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let (to, asked) = longest(grammar, from, WHO_VERBS)?;
    with_topic(grammar, Deed::Who(asked), (from, to), Reading::new)
}

/// "i offer optics"
fn mine(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verbs = TOPIC_VERBS.iter().filter(|(_, verb)| verb.is_mine);
    let (to, stance) = longest_of(
        grammar,
        from,
        verbs.map(|(words, verb)| (*words, verb.stance)),
    )?;
    // "i'm looking for ana": a person, and no topic.
    if grammar
        .name_at(to)
        .is_some_and(|named| named.to == grammar.tokens.len())
    {
        return None;
    }
    with_topic(grammar, Deed::MyTopic(stance), (from, to), Reading::new)
}

/// "samir and ana know about optics"
fn of_others(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let names = names(grammar, from)?;
    let verbs = TOPIC_VERBS.iter().filter(|(_, verb)| !verb.is_mine);
    let verbs = verbs.map(|(words, verb)| (*words, verb.stance));
    let (to, stance) = longest_of(grammar, names.to, verbs)?;
    // "samir offers to help" and "ana seeks you" name no topic.
    if grammar.is_word(to, "to") {
        return None;
    }
    with_topic(grammar, Deed::Topic(stance), (names.to, to), |deed| {
        let mut reading = Reading::new(deed);
        reading.who = names.who;
        reading.unknown = names.unknown;
        reading
    })
    .map(|mut reading| {
        let who = grammar.bytes(names.from, names.to);
        reading.parts.insert(0, (who, PartKind::Who));
        reading
    })
}

/// The reading whose deed stands at these words, and the rest of the text as its topic.
fn with_topic(
    grammar: &Grammar<'_>,
    deed: Deed,
    (from, to): (usize, usize),
    begin: impl FnOnce(Deed) -> Reading,
) -> Option<Reading> {
    let total = grammar.tokens.len();
    if to >= total {
        return None;
    }
    let mut reading = begin(deed);
    reading.name = tag_name(grammar.written(to, total));
    if reading.name.is_empty() {
        return None;
    }
    reading.parts = grammar.parts(vec![
        (from..to, PartKind::Deed),
        (to..total, PartKind::Name),
    ]);
    Some(reading)
}

/// The longest of these phrases that stands at a word: where it ends, and what it means.
fn longest<T: Copy>(
    grammar: &Grammar<'_>,
    at: usize,
    table: &[(&'static str, T)],
) -> Option<(usize, T)> {
    longest_of(grammar, at, table.iter().copied())
}

fn longest_of<T>(
    grammar: &Grammar<'_>,
    at: usize,
    table: impl Iterator<Item = (&'static str, T)>,
) -> Option<(usize, T)> {
    let rest = grammar.rest(at);
    let first = rest.first()?;
    let fitting =
        table.filter_map(|(words, meaning)| Some((at + length_of(words, rest, first)?, meaning)));
    fitting.max_by_key(|(to, _)| *to)
}
