//! Reads promises: "promise samir the one-pager by friday", "gareth owes me comments by 12 march". Pure.

use std::ops::Range;

use super::commands::{Names, names};
use super::grammar::Grammar;
use super::reading::{Deed, PartKind, Reading, When};
use super::words::{DUE_BY, OF_WHAT, Phrase};
use crate::commitments::OwedBy;

/// A promise from a word on; `None` if it is none.
pub(super) fn promising(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    by_me(grammar, from).or_else(|| by_them(grammar, from))
}

/// "promise ana the slides", "i promised to send ana the slides", "i owe ana comments".
fn by_me(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let after = verb + 1;
    let is_owe = grammar.is_word(verb, "owe");
    if !is_owe && !is_promise(grammar, verb) {
        return None;
    }
    let deed = from..after;
    if grammar.is_word(after, "to") {
        // The name stands in what was promised: "to send ana the slides".
        let at = (after + 1..grammar.tokens.len()).find(|at| grammar.name_at(*at).is_some())?;
        let named = names(grammar, at).filter(is_whole)?;
        return read(grammar, OwedBy::Me, named, deed.start..after + 1, None);
    }
    let named = names(grammar, after).filter(is_whole)?;
    let to = named.to;
    read(grammar, OwedBy::Me, named, deed, Some(to))
}

/// "gareth owes me comments", "gareth promised me the slides", "gareth promised to send the slides".
fn by_them(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let named = names(grammar, from).filter(is_whole)?;
    let verb = named.to;
    let is_owe = grammar.is_word(verb, "owes") || grammar.is_word(verb, "owe");
    if !is_owe && !is_promise(grammar, verb) {
        return None;
    }
    let is_to_me = matches!(grammar.phrase_at(verb + 1), Some((_, Phrase::Me)));
    let what = match (is_to_me, grammar.is_word(verb + 1, "to")) {
        (true, _) => verb + 2,
        (false, true) if !is_owe => verb + 1,
        _ => return None,
    };
    read(grammar, OwedBy::Them, named, verb..what, Some(what))
}

fn is_promise(grammar: &Grammar<'_>, at: usize) -> bool {
    ["promise", "promised", "promises"]
        .iter()
        .any(|word| grammar.is_word(at, word))
}

/// Whether all named are known.
fn is_whole(names: &Names) -> bool {
    !names.who.is_empty() && names.unknown.is_empty()
}

/// `from_what`: where what was promised begins, where that is not just after the deed. Without it the names stand in it.
fn read(
    grammar: &Grammar<'_>,
    owed_by: OwedBy,
    named: Names,
    deed: Range<usize>,
    from_what: Option<usize>,
) -> Option<Reading> {
    let mut what = from_what.unwrap_or(deed.end)..grammar.tokens.len();
    let mut parts = vec![(deed, PartKind::Deed)];
    if from_what.is_some() {
        parts.push((named.from..named.to, PartKind::Who));
    }
    let mut when = None;
    if let Some((at, day)) = due_at(grammar, &what) {
        parts.push((at..what.end, PartKind::When));
        what.end = at;
        when = Some(day);
    }
    // "to send the slides": the slides are sent.
    if from_what.is_some() && grammar.is_word(what.start, "to") {
        what.start += 1;
    }
    if what.is_empty() {
        return None;
    }
    let mut reading = Reading::new(Deed::Promise(owed_by));
    reading.name = grammar.written(what.start, what.end).to_owned();
    parts.push((what, PartKind::Note));
    reading.who = named.who;
    reading.when = when;
    reading.parts = grammar.parts(parts);
    Some(reading)
}

/// The day of a promise at the end of some words, and where it begins: "by friday", "tomorrow".
pub(super) fn due_at(grammar: &Grammar<'_>, within: &Range<usize>) -> Option<(usize, When)> {
    (within.start + 1..within.end).find_map(|at| {
        let has_word = DUE_BY.iter().any(|word| grammar.is_word(at, word));
        let (end, when) = match has_word {
            true => grammar.time_at(at + 1)?,
            false => grammar.time_at(at)?,
        };
        let is_of_what = !has_word && OF_WHAT.iter().any(|word| grammar.is_word(at - 1, word));
        let is_day = end == within.end && !is_of_what;
        (is_day && grammar.name_at(at).is_none()).then_some((at, when))
    })
}
