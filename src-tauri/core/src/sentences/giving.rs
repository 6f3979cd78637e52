//! Reads give and take: "gave ana an introduction", "ben lent me his notes until friday". Pure.

use std::ops::Range;

use super::commands::names;
use super::grammar::Grammar;
use super::lines::in_capitals;
use super::promising::no_day;
use super::reading::{Deed, Giving, PartKind, Reading, When};
use super::whom::{Whom, is_article, pronoun_at, whom};
use super::words::{BACK_BY, OF_WHAT, Phrase, SORTS, SUBJECTS};
use crate::exchanges::{Direction, ExchangeSort};

/// Give and take from a word on; `None` if it is none.
pub(super) fn giving(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    by_me(grammar, from).or_else(|| by_them(grammar, from))
}

const SAY_WHAT: &str = "Say what it was.";
/// Verbs of help: what follows says with what.
const HELPED: [&str; 4] = ["with", "on", "to", "out"];

/// What is known before what was given is read.
struct Frame {
    whom: Whom,
    direction: Direction,
    is_lent: bool,
    /// Words that say what was done.
    deeds: Vec<Range<usize>>,
    /// What was given, with its day.
    what: Range<usize>,
    /// "helped ana": help does not come back.
    is_help: bool,
}

/// "i gave ana the slides", "lent the slides to ana", "borrowed a book from ben", "got feedback from ana", "helped
/// ana with her talk".
fn by_me(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let verb = match grammar.phrase_at(from) {
        Some((end, Phrase::I)) => end,
        _ => from,
    };
    let word = grammar.tokens.get(verb)?.text.as_str();
    let (direction, is_lent) = match word {
        "gave" | "helped" => (Direction::Given, false),
        "lent" | "loaned" => (Direction::Given, true),
        "borrowed" => (Direction::Received, true),
        "got" | "received" => (Direction::Received, false),
        _ => return None,
    };
    let total = grammar.tokens.len();
    let after = verb + 1;
    if after >= total {
        return None;
    }
    // "helped with the talk": what it was is the help itself.
    let is_help = word == "helped";
    let deed = if is_help { from..verb } else { from..after };
    if direction == Direction::Given {
        let (found, to) = whom(grammar, after);
        let is_to = found.place().start > after && grammar.is_word(after, "to");
        let says = match &found {
            Whom::Named(names) if names.who.is_empty() => is_sure(grammar, to) || is_help,
            Whom::Named(_) | Whom::They(..) => true,
            Whom::NotSaid => false,
        };
        if says && !is_to {
            let frame = Frame {
                whom: found,
                direction,
                is_lent,
                deeds: vec![deed],
                what: to..total,
                is_help,
            };
            return match is_help {
                true => frame.help(grammar, verb),
                false => frame.read(grammar),
            };
        }
    }
    // "the slides to ana until friday": the names stand after what was given.
    let joint = if direction == Direction::Given {
        "to"
    } else {
        "from"
    };
    let at = (after + 1..total).find(|at| {
        grammar.is_word(*at, joint)
            && matches!(whom(grammar, at + 1).0, Whom::Named(_) | Whom::They(..))
            && (is_lent
                || word == "gave"
                || names(grammar, at + 1).is_some_and(|names| !names.who.is_empty()))
    })?;
    let (found, to) = whom(grammar, at + 1);
    if grammar
        .phrase_at(after)
        .is_some_and(|(_, phrase)| phrase != Phrase::Filler)
        && is_contact(grammar, after)
    {
        return None;
    }
    let tail = to..total;
    let frame = Frame {
        whom: found,
        direction,
        is_lent,
        deeds: vec![deed, at..at + 1],
        what: after..at,
        is_help: false,
    };
    let has_sort = sort_of(grammar, &frame.what).is_some();
    if matches!(word, "got" | "received") && !has_sort {
        return None;
    }
    frame.read_with(grammar, Some(tail))
}

/// Whether what follows the name of somebody new is surely a thing: "gave zork a book", but not "gave notice".
fn is_sure(grammar: &Grammar<'_>, at: usize) -> bool {
    is_article(grammar, at) || SORTS.iter().any(|(word, _)| grammar.is_word(at, word))
}

/// "ana gave me feedback", "ben lent us a bench", "ben introduced me to carla", "ana borrowed my handbook", "she
/// helped me with the talk".
fn by_them(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let (whom, verb) = match pronoun_at(grammar, from, SUBJECTS) {
        Some(pronoun) if grammar.name_at(from).is_none() => {
            (Whom::They(pronoun, from..from + 1), from + 1)
        }
        _ => {
            let found = names(grammar, from).filter(|found| found.from == from)?;
            let to = found.to;
            (Whom::Named(found), to)
        }
    };
    let total = grammar.tokens.len();
    let is_me = matches!(grammar.phrase_at(verb + 1), Some((_, Phrase::Me)));
    let word = grammar.tokens.get(verb)?.text.as_str();
    let (direction, is_lent, from_what) = match word {
        "gave" if is_me => (Direction::Received, false, verb + 2),
        "lent" | "loaned" if is_me => (Direction::Received, true, verb + 2),
        "introduced" if is_me && grammar.is_word(verb + 2, "to") => {
            (Direction::Received, false, verb)
        }
        "helped" if is_me => {
            let frame = Frame {
                whom,
                direction: Direction::Received,
                is_lent: false,
                deeds: std::iter::once(verb + 1..verb + 2).collect(),
                what: verb + 2..total,
                is_help: true,
            };
            return frame.help(grammar, verb);
        }
        // "samir borrowed my handbook": it is with him.
        "borrowed" if is_article(grammar, verb + 1) => (Direction::Given, true, verb + 1),
        _ => return None,
    };
    let mut what = from_what..total;
    let mut deeds = std::iter::once(verb..from_what).collect::<Vec<_>>();
    // "a book from me".
    let mut tail = None;
    if word == "borrowed"
        && let Some(from_me) = (from_what..total).find(|at| {
            grammar.is_word(*at, "from")
                && (grammar.is_word(at + 1, "me") || grammar.is_word(at + 1, "us"))
        })
    {
        deeds.push(from_me..from_me + 2);
        what.end = from_me;
        tail = Some(from_me + 2..total);
    }
    let frame = Frame {
        whom,
        direction,
        is_lent,
        deeds,
        what,
        is_help: false,
    };
    frame.read_with(grammar, tail)
}

impl Frame {
    fn read(self, grammar: &Grammar<'_>) -> Option<Reading> {
        self.read_with(grammar, None)
    }

    /// "helped ana with her talk": the help, and with what.
    fn help(self, grammar: &Grammar<'_>, verb: usize) -> Option<Reading> {
        let what = self.what.clone();
        let is_said = HELPED.iter().any(|word| grammar.is_word(what.start, word));
        let direction = self.direction;
        let is_until = BACK_BY.iter().any(|word| grammar.is_word(what.start, word));
        let mut reading = match what.is_empty() || is_until {
            true => self.refused(grammar),
            false => self.read(grammar)?,
        };
        let is_with = is_said || reading.name.is_empty();
        reading.name = match is_with {
            true => format!("Help {}", reading.name),
            false => format!("Help: {}", reading.name),
        };
        reading.deed = Deed::Give(Giving {
            direction,
            is_lent: false,
            sort: ExchangeSort::Favour,
        });
        let helped = grammar.bytes(verb, verb + 1);
        reading.parts.push((helped, PartKind::Deed));
        reading.parts.sort_by_key(|(place, _)| place.start);
        Some(reading)
    }

    /// It is not said what it was.
    fn refused(self, grammar: &Grammar<'_>) -> Reading {
        let mut reading = Reading::new(Deed::Give(Giving {
            direction: self.direction,
            is_lent: self.is_lent,
            sort: ExchangeSort::Favour,
        }));
        let mut parts = vec![(self.whom.place(), PartKind::Who)];
        parts.extend(self.deeds.into_iter().map(|deed| (deed, PartKind::Deed)));
        self.whom.put_into(&mut reading);
        reading.refusal = Some(SAY_WHAT.to_owned());
        reading.parts = grammar.parts(parts);
        reading
    }

    /// `tail`: the days, where they do not stand at the end of what was given.
    fn read_with(self, grammar: &Grammar<'_>, tail: Option<Range<usize>>) -> Option<Reading> {
        let is_apart = tail.is_some();
        let mut rest = tail.unwrap_or_else(|| self.what.clone());
        let mut parts: Vec<(Range<usize>, PartKind)> = vec![(self.whom.place(), PartKind::Who)];
        parts.extend(
            self.deeds
                .iter()
                .cloned()
                .map(|deed| (deed, PartKind::Deed)),
        );
        let mut back_by = None;
        // "gave ana my handbook until 5 april" lends it.
        let mut is_lent = self.is_lent;
        if !self.is_help
            && let Some((at, when)) = back_at(grammar, &rest, is_lent)
        {
            parts.push((at..rest.end, PartKind::When));
            rest.end = at;
            back_by = Some(when);
            is_lent = true;
        }
        let mut when = None;
        // "gave ana yesterday": only a day.
        let is_only_day = grammar.name_at(rest.start).is_none()
            && grammar
                .time_at(rest.start)
                .is_some_and(|(end, _)| end == rest.end);
        if let Some((at, day)) = day_at(grammar, &rest, is_apart || is_only_day) {
            parts.push((at..rest.end, PartKind::When));
            rest.end = at;
            when = Some(day);
        }
        // What follows the names besides days: "gave the slides to ana and her team".
        if is_apart && !rest.is_empty() {
            return None;
        }
        let mut what = if is_apart { self.what.clone() } else { rest };
        // "gave ana and ben a book each".
        if what.len() > 1 && grammar.is_word(what.end - 1, "each") {
            what.end -= 1;
            parts.push((what.end..what.end + 1, PartKind::Deed));
        }
        if what.is_empty() {
            return Some(self.refused(grammar));
        }
        if is_contact(grammar, what.start) {
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
        let sort = match is_lent {
            true => ExchangeSort::Favour,
            false => sort_of(grammar, &what).unwrap_or(ExchangeSort::Favour),
        };
        let mut reading = Reading::new(Deed::Give(Giving {
            direction: self.direction,
            is_lent,
            sort,
        }));
        self.whom.put_into(&mut reading);
        reading.name = text;
        reading.when = when;
        reading.back_by = back_by;
        reading.parts = grammar.parts(parts);
        Some(reading)
    }
}

/// "and ben a pen" behind "gave ana a book": the same to somebody else.
pub(super) fn same(
    grammar: &Grammar<'_>,
    giving: Giving,
    whom: Whom,
    what: usize,
) -> Option<Reading> {
    let frame = Frame {
        whom,
        direction: giving.direction,
        is_lent: giving.is_lent,
        deeds: Vec::new(),
        what: what..grammar.tokens.len(),
        is_help: false,
    };
    frame.read(grammar)
}

/// The day by which it comes back, at the end of some words: where it begins. Only what is surely lent comes back
/// "by" a day or "for" a time. A day that is not understood is said to be none.
fn back_at(grammar: &Grammar<'_>, within: &Range<usize>, is_lent: bool) -> Option<(usize, When)> {
    within.clone().find_map(|at| {
        let is_until = ["until", "till", "til"]
            .iter()
            .any(|word| grammar.is_word(at, word));
        if !is_lent && !is_until {
            return None;
        }
        let place = at + 1..within.end;
        if is_until
            && grammar
                .time_at(place.start)
                .is_none_or(|(end, _)| end != place.end)
        {
            let words = grammar.written(place.start, place.end);
            return (1..=4).contains(&place.len()).then(|| {
                let when = When {
                    text: words.to_owned(),
                    past: None,
                    future: None,
                };
                (at, when)
            });
        }
        if let Some(when) = no_day(grammar, at, place) {
            return Some((at, when));
        }
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
