//! Reads needs: "need a speaker for the spring fair", "i need somebody who knows the audit by june". Pure.

use super::grammar::Grammar;
use super::promising::due_at;
use super::reading::{Deed, PartKind, Reading};
use super::words::Phrase;

/// A need from a word on; `None` if it is none.
pub(super) fn needing(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let after = verb + 1;
    let mut what = after..grammar.tokens.len();
    // "need to call ben" plans a call, and "need ben" names nothing that is needed.
    if !grammar.is_word(verb, "need")
        || what.is_empty()
        || grammar.is_word(after, "to")
        || grammar.name_at(after).is_some()
    {
        return None;
    }
    let mut parts = vec![(from..after, PartKind::Deed)];
    let mut when = None;
    if let Some((at, day)) = due_at(grammar, &what) {
        parts.push((at..what.end, PartKind::When));
        what.end = at;
        when = Some(day);
    }
    let mut reading = Reading::new(Deed::Need);
    reading.name = grammar.written(what.start, what.end).to_owned();
    parts.push((what, PartKind::Note));
    reading.when = when;
    reading.parts = grammar.parts(parts);
    Some(reading)
}
