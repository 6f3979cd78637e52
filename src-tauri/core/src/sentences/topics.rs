//! Reads topics: "samir knows about optics", "i offer optics", "who knows about optics". Pure.

use super::commands::{names, tag_name};
use super::grammar::Grammar;
use super::reading::{Deed, PartKind, Pronoun, Reading};
use super::tokens::{After, length_of};
use super::whom::pronoun_at;
use super::words::{Phrase, SUBJECTS, TOPIC_VERBS, WHO_VERBS};
use crate::fold::tag_key;

/// Reads a sentence about a topic from a word on; `None` if it is none.
pub(super) fn topic(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    asking(grammar, from)
        .or_else(|| mine(grammar, from))
        .or_else(|| of_others(grammar, from))
}

/// "who knows about optics"
fn asking(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let (to, asked) = longest(grammar, from, WHO_VERBS)?;
    // "who knows ana" asks for the way to her.
    let is_bare = grammar.is_word(to - 1, "knows");
    if is_bare && names(grammar, to).is_some_and(|found| !found.who.is_empty()) {
        return None;
    }
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
    reading.topics = topics_of(grammar, to, total);
    reading.parts = grammar.parts(vec![
        (from..to, PartKind::Deed),
        (to..total, PartKind::Name),
    ]);
    Some(reading)
}

/// Words in a topic that say more than a list does: "a tie between labs and clinics".
const NO_LIST: [&str; 10] = [
    "between", "who", "that", "to", "from", "both", "which", "whose", "with", "or",
];
/// The longest topic of a list, in words.
const LONGEST_OF_LIST: usize = 4;

/// The topics of a list: "optics and grant writing", "bench space, pilot lab". One that the book has with an "and" in
/// it stays one.
fn topics_of(grammar: &Grammar<'_>, from: usize, to: usize) -> Vec<String> {
    let whole = vec![tag_name(grammar.written(from, to))];
    let mut topics = Vec::new();
    let mut at = from;
    while at < to {
        let known = (at + 2..=to).rev().find(|end| {
            let key = tag_key(&tag_name(grammar.written(at, *end)));
            let is_apart = *end == to || is_joint(grammar, *end).is_some();
            is_apart && grammar.around.joined_topics.contains(&key)
        });
        let end = known.unwrap_or_else(|| {
            (at + 1..to)
                .find(|end| is_joint(grammar, *end).is_some())
                .unwrap_or(to)
        });
        let is_plain = (at..end).all(|at| !NO_LIST.iter().any(|word| grammar.is_word(at, word)));
        if known.is_none() && (end - at > LONGEST_OF_LIST || !is_plain) {
            return whole;
        }
        topics.push(tag_name(grammar.written(at, end)));
        at = is_joint(grammar, end).unwrap_or(to);
    }
    if topics.iter().any(String::is_empty) {
        return whole;
    }
    topics
}

/// Whether a list goes on at a word: where its next part begins.
fn is_joint(grammar: &Grammar<'_>, at: usize) -> Option<usize> {
    let joined = matches!(grammar.phrase_at(at), Some((_, Phrase::And)));
    let next = at + usize::from(joined);
    (joined || grammar.before(at) == After::Comma).then_some(next)
}

/// "offers humidity" behind a clause about somebody's topics: of them.
pub(super) fn more_topics(grammar: &Grammar<'_>) -> Option<Reading> {
    let at = usize::from(pronoun_at(grammar, 0, SUBJECTS).is_some());
    let verbs = TOPIC_VERBS.iter().filter(|(_, verb)| !verb.is_mine);
    let verbs = verbs.map(|(words, verb)| (*words, verb.stance));
    let (to, stance) = longest_of(grammar, at, verbs)?;
    if grammar.is_word(to, "to") {
        return None;
    }
    let mut reading = with_topic(grammar, Deed::Topic(stance), (at, to), Reading::new)?;
    reading.they = Some(Pronoun::All);
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
