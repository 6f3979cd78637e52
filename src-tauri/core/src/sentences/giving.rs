//! Reads give and take: "gave ana an introduction", "ben lent me his notes until friday". Pure.

use std::ops::Range;

use super::commands::{Names, names};
use super::grammar::Grammar;
use super::lines::in_capitals;
use super::reading::{Deed, Giving, PartKind, Reading, When};
use super::words::{BACK_BY, OF_WHAT, Phrase, SORTS};
use crate::exchanges::{Direction, ExchangeSort};

/// Give and take from a word on; `None` if it is none.
pub(super) fn giving(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    by_me(grammar, from).or_else(|| by_them(grammar, from))
}

/// What is known before what was given is read.
struct Frame {
    names: Names,
    direction: Direction,
    is_lent: bool,
    /// Words that say what was done.
    deeds: Vec<Range<usize>>,
    /// What was given, with its day.
    what: Range<usize>,
}

/// "i gave ana the slides", "lent the slides to ana", "borrowed a book from ben", "got feedback from ana".
fn by_me(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let word = grammar.tokens.get(verb)?.text.as_str();
    let (direction, is_lent) = match word {
        "gave" => (Direction::Given, false),
        "lent" => (Direction::Given, true),
        "borrowed" => (Direction::Received, true),
        "got" | "received" => (Direction::Received, false),
        _ => return None,
    };
    let total = grammar.tokens.len();
    let after = verb + 1;
    let deed = from..after;
    if direction == Direction::Given
        && let Some(names) = names(grammar, after).filter(|names| !names.who.is_empty())
        && !grammar.is_word(names.from, "to")
    {
        let what = names.to..total;
        let frame = Frame {
            names,
            direction,
            is_lent,
            deeds: vec![deed],
            what,
        };
        return frame.read(grammar);
    }
    // "the slides to ana until friday": the names stand after what was given.
    let joint = if direction == Direction::Given {
        "to"
    } else {
        "from"
    };
    let at = (after + 1..total).find(|at| {
        grammar.is_word(*at, joint) && names(grammar, at + 1).is_some_and(|found| is_whole(&found))
    })?;
    let names = names(grammar, at + 1)?;
    let tail = names.to..total;
    let frame = Frame {
        names,
        direction,
        is_lent,
        deeds: vec![deed, at..at + 1],
        what: after..at,
    };
    let has_sort = sort_of(grammar, &frame.what).is_some();
    if matches!(word, "got" | "received") && !has_sort {
        return None;
    }
    frame.read_with(grammar, Some(tail))
}

/// "ana gave me feedback", "ben lent us a bench", "ben introduced me to carla".
fn by_them(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let names = names(grammar, from).filter(is_whole)?;
    let verb = names.to;
    let is_me = matches!(grammar.phrase_at(verb + 1), Some((_, Phrase::Me)));
    if !is_me {
        return None;
    }
    let total = grammar.tokens.len();
    let (is_lent, from_what) = match grammar.tokens.get(verb)?.text.as_str() {
        "gave" => (false, verb + 2),
        "lent" => (true, verb + 2),
        "introduced" if grammar.is_word(verb + 2, "to") => (false, verb),
        _ => return None,
    };
    let deed = verb..from_what;
    let frame = Frame {
        names,
        direction: Direction::Received,
        is_lent,
        deeds: vec![deed],
        what: from_what..total,
    };
    frame.read(grammar)
}

/// Whether all named are known.
fn is_whole(names: &Names) -> bool {
    !names.who.is_empty() && names.unknown.is_empty()
}

impl Frame {
    fn read(self, grammar: &Grammar<'_>) -> Option<Reading> {
        self.read_with(grammar, None)
    }

    /// `tail`: the days, where they do not stand at the end of what was given.
    fn read_with(self, grammar: &Grammar<'_>, tail: Option<Range<usize>>) -> Option<Reading> {
        let is_apart = tail.is_some();
        let mut rest = tail.unwrap_or_else(|| self.what.clone());
        let mut parts: Vec<(Range<usize>, PartKind)> =
            vec![(self.names.from..self.names.to, PartKind::Who)];
        parts.extend(self.deeds.into_iter().map(|deed| (deed, PartKind::Deed)));
        let mut back_by = None;
        if self.is_lent
            && let Some((at, when)) = back_at(grammar, &rest)
        {
            parts.push((at..rest.end, PartKind::When));
            rest.end = at;
            back_by = Some(when);
        }
        let mut when = None;
        if let Some((at, day)) = day_at(grammar, &rest, is_apart) {
            parts.push((at..rest.end, PartKind::When));
            rest.end = at;
            when = Some(day);
        }
        // What follows the names besides days: "gave the slides to ana and her team".
        if is_apart && !rest.is_empty() {
            return None;
        }
        let what = if is_apart { self.what } else { rest };
        if what.is_empty() || is_contact(grammar, what.start) {
            return None;
        }
        parts.push((what.clone(), PartKind::Note));
        // "introduced me to carla" is what it was: an introduction.
        let text = match grammar.is_word(what.start, "introduced") {
            true if what.len() < 4 => return None,
            true => format!(
                "Introduction to {}",
                in_capitals(grammar.written(what.start + 3, what.end))
            ),
            false => grammar.written(what.start, what.end).to_owned(),
        };
        let sort = match self.is_lent {
            true => ExchangeSort::Favour,
            false => sort_of(grammar, &what).unwrap_or(ExchangeSort::Favour),
        };
        let mut reading = Reading::new(Deed::Give(Giving {
            direction: self.direction,
            is_lent: self.is_lent,
            sort,
        }));
        reading.who = self.names.who;
        reading.unknown = self.names.unknown;
        reading.name = text;
        reading.when = when;
        reading.back_by = back_by;
        reading.parts = grammar.parts(parts);
        Some(reading)
    }
}

/// The day by which it comes back, at the end of some words: where it begins.
fn back_at(grammar: &Grammar<'_>, within: &Range<usize>) -> Option<(usize, When)> {
    within.clone().find_map(|at| {
        let is_by = BACK_BY.iter().any(|word| grammar.is_word(at, word));
        let is_for = grammar.is_word(at, "for");
        let (end, when) = if is_by {
            grammar.time_at(at + 1)?
        } else if is_for {
            grammar.span_at(at + 1)?
        } else {
            return None;
        };
        (end == within.end).then_some((at, when))
    })
}

/// The day on which it was, at the end of some words: where it begins. `is_apart`: the words are only days.
fn day_at(grammar: &Grammar<'_>, within: &Range<usize>, is_apart: bool) -> Option<(usize, When)> {
    within.clone().find_map(|at| {
        let on = grammar.is_word(at, "on") || grammar.is_word(at, "in");
        let (end, when) = grammar
            .time_at(at)
            .or_else(|| on.then(|| grammar.time_at(at + 1)).flatten())?;
        let is_of_what =
            at > within.start && OF_WHAT.iter().any(|word| grammar.is_word(at - 1, word));
        let is_something = is_apart || at > within.start;
        let is_day = end == within.end && is_something && !is_of_what;
        (is_day && grammar.name_at(at).is_none()).then_some((at, when))
    })
}

/// Whether contact begins at a word: "a call", "a ring". That is a conversation.
fn is_contact(grammar: &Grammar<'_>, mut at: usize) -> bool {
    while let Some((end, Phrase::Filler)) = grammar.phrase_at(at) {
        at = end;
    }
    matches!(
        grammar.phrase_at(at),
        Some((_, Phrase::Noun(..) | Phrase::Way(..) | Phrase::Verb(..)))
    ) || ["ring", "buzz", "shout"]
        .iter()
        .any(|word| grammar.is_word(at, word))
}

fn sort_of(grammar: &Grammar<'_>, what: &Range<usize>) -> Option<ExchangeSort> {
    if grammar.is_word(what.start, "introduced") {
        return Some(ExchangeSort::Introduction);
    }
    what.clone().find_map(|at| {
        let token = grammar.tokens.get(at)?;
        let known = SORTS.iter().find(|(word, _)| *word == token.text);
        known.map(|(_, sort)| *sort)
    })
}
