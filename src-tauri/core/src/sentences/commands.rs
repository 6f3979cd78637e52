//! Reads commands: "snooze samir until friday", "tag ana as investor", "who can introduce me to priya". Pure.

use std::ops::Range;

use super::giving::giving;
use super::grammar::Grammar;
use super::names::Named;
use super::needing::needing;
use super::promising::promising;
use super::reading::{Deed, PartKind, Reading, When};
use super::tokens::{After, length_of};
use super::topics::topic;
use super::words::{AS, COMMANDS, Command, Phrase, UNTIL};

/// The names of a command: those that are known, where they end, and a name that is nobody's.
#[derive(Clone, Debug)]
pub(super) struct Names {
    pub who: Vec<Named>,
    pub unknown: Vec<Range<usize>>,
    pub from: usize,
    pub to: usize,
}

/// Reads a command from a word on; `None` if it is none.
pub(super) fn command(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    topic(grammar, from)
        .or_else(|| tagging(grammar, from))
        .or_else(|| hash_tags(grammar, from))
        .or_else(|| promising(grammar, from))
        .or_else(|| needing(grammar, from))
        .or_else(|| giving(grammar, from))
        .or_else(|| asking_next_time(grammar, from))
        .or_else(|| adding(grammar, from))
        .or_else(|| framed(grammar, from))
}

/// Commands of the table, the longest beginning first.
fn framed(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let rest = grammar.rest(from);
    let first = rest.first()?;
    let mut fitting: Vec<(usize, &str, &str, Command)> = COMMANDS
        .iter()
        .filter_map(|(head, tail, command)| {
            Some((length_of(head, rest, first)?, *head, *tail, *command))
        })
        .collect();
    fitting.sort_by_key(|(long, _, tail, _)| std::cmp::Reverse((*long, tail.len())));
    fitting.into_iter().find_map(|(long, head, tail, command)| {
        if command == Command::Add {
            return None;
        }
        let names = names(grammar, from + long)?;
        let after = names.to;
        let end = match tail {
            "" => after,
            tail => after + length_of(tail, grammar.rest(after), grammar.tokens.get(after)?)?,
        };
        let mut reading = Reading::new(Deed::Command(command));
        let mut parts = vec![
            (from..from + long, PartKind::Deed),
            (names.from..names.to, PartKind::Who),
            (after..end, PartKind::Deed),
        ];
        // Without somebody who is known it is none: "push notifications", "show the keys".
        let says_enough = matches!(
            command,
            Command::Snooze | Command::Pause | Command::CoolOff | Command::Way | Command::KeepClose
        ) || (command == Command::NextTime && tells_whom(head));
        if names.who.is_empty() && !says_enough {
            return None;
        }
        reading.who = names.who;
        reading.unknown = names.unknown;
        finish(grammar, command, end, &mut reading, &mut parts)?;
        reading.parts = grammar.parts(parts);
        Some(reading)
    })
}

/// Whether a name must follow this beginning: "next time i see". "next time" may mean something else.
fn tells_whom(head: &str) -> bool {
    !matches!(head, "" | "next time")
}

/// "ask gareth next time about the letters", "tell ana the news next time": the line for next time.
pub(super) fn asking_next_time(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    const VERBS: [&str; 10] = [
        "ask",
        "tell",
        "remind",
        "thank",
        "show",
        "congratulate",
        "give",
        "offer",
        "warn",
        "bring",
    ];
    let total = grammar.tokens.len();
    if !VERBS.iter().any(|word| grammar.is_word(from, word)) {
        return None;
    }
    let found = names(grammar, from + 1).filter(|found| !found.who.is_empty())?;
    let next = (found.to..total.checked_sub(1)?)
        .find(|at| grammar.is_word(*at, "next") && grammar.is_word(at + 1, "time"))?;
    // It stands just behind the name, or at the end; elsewhere it may be part of what is asked.
    if next > found.to && next + 2 < total {
        return None;
    }
    let kept = [from..from + 1, found.to..next, next + 2..total];
    let kept: Vec<Range<usize>> = kept.into_iter().filter(|range| !range.is_empty()).collect();
    let mut reading = Reading::new(Deed::Command(Command::NextTime));
    reading.note = grammar.note_of(&kept);
    if kept.len() < 2 {
        reading.refusal = Some("Say what to keep for next time.".to_owned());
    }
    let mut parts = vec![
        (found.from..found.to, PartKind::Who),
        (next..next + 2, PartKind::Deed),
    ];
    parts.extend(kept.into_iter().map(|range| (range, PartKind::Note)));
    reading.who = found.who;
    reading.unknown = found.unknown;
    reading.parts = grammar.parts(parts);
    Some(reading)
}

/// What stands after the names of a command.
fn finish(
    grammar: &Grammar<'_>,
    command: Command,
    at: usize,
    reading: &mut Reading,
    parts: &mut Vec<(Range<usize>, PartKind)>,
) -> Option<()> {
    let total = grammar.tokens.len();
    match command {
        Command::Snooze | Command::Pause => {
            let (end, when) = match until(grammar, at) {
                Some((end, when)) => (end, Some(when)),
                None => (at, None),
            };
            reading.when = when;
            parts.push((at..end, PartKind::When));
            keep_rest(grammar, end, reading, parts);
        }
        Command::KeepClose => {
            let mut at = at;
            while at < total {
                if let Some((end, days)) = grammar.rhythm_at(at) {
                    reading.cadence = Some(days);
                    parts.push((at..end, PartKind::Length));
                    at = end;
                } else if let Some((end, kind)) = kind_at(grammar, at) {
                    reading.kind = Some(kind);
                    parts.push((at..end, PartKind::Name));
                    at = end;
                } else {
                    break;
                }
            }
            keep_rest(grammar, at, reading, parts);
        }
        Command::Tag | Command::Untag => {
            let at = skip(grammar, at, AS);
            if at >= total {
                return None;
            }
            reading.name = tag_name(grammar.written(at, total));
            parts.push((at..total, PartKind::Name));
        }
        Command::NextTime => {
            // "next time i see ben to ask …".
            let is_to = grammar.is_word(at, "to") || grammar.is_word(at, "that");
            let begins = at + usize::from(is_to);
            parts.push((at..begins, PartKind::Deed));
            if begins >= total {
                reading.refusal = Some("Say what to keep for next time.".to_owned());
            }
            reading.note = grammar.note_of(std::slice::from_ref(&(begins..total)));
            parts.push((begins..total, PartKind::Note));
        }
        // A name, and nothing more: "open questions for ana" is no command.
        Command::Open
        | Command::Way
        | Command::Map
        | Command::Brief
        | Command::Draft(_)
        | Command::Tie => {
            if at < total || reading.who.len() > 1 {
                return None;
            }
        }
        // "introduce ana to ben", "introduce ana and ben".
        Command::Introduce => {
            let joint = ["to", "with"].iter().any(|word| grammar.is_word(at, word));
            let mut end = at;
            if joint {
                let other = names(grammar, at + 1)?;
                parts.push((at..at + 1, PartKind::Deed));
                parts.push((other.from..other.to, PartKind::Who));
                end = other.to;
                reading.who.extend(other.who);
                reading.unknown.extend(other.unknown);
            }
            if end < total || reading.who.len() + reading.unknown.len() != 2 {
                return None;
            }
        }
        Command::CoolOff => {
            let from = skip(grammar, at, UNTIL);
            if from < total {
                reading.name = grammar.written(from, total).to_owned();
                parts.push((at..total, PartKind::When));
            }
        }
        Command::Trash
        | Command::Archive
        | Command::Rest
        | Command::End
        | Command::LetGo
        | Command::TakeUp
        | Command::Add => {
            let is_short = matches!(command, Command::Trash | Command::Archive | Command::Rest);
            if is_short && at < total {
                return None;
            }
            keep_rest(grammar, at, reading, parts);
        }
    }
    Some(())
}

/// What is left of a command is said not to be understood.
fn keep_rest(
    grammar: &Grammar<'_>,
    at: usize,
    reading: &mut Reading,
    parts: &mut Vec<(Range<usize>, PartKind)>,
) {
    let total = grammar.tokens.len();
    let at = skip_fillers(grammar, at);
    if at < total {
        reading.note = grammar.note_of(std::slice::from_ref(&(at..total)));
        parts.push((at..total, PartKind::Note));
    }
}

/// "until friday", "for a week", "to monday": where it ends, and the day.
fn until(grammar: &Grammar<'_>, at: usize) -> Option<(usize, When)> {
    let next = skip(grammar, at, UNTIL);
    let is_for = grammar.is_word(at, "for");
    let span = || grammar.span_at(next);
    let time = || grammar.time_at(next);
    if is_for {
        span().or_else(time)
    } else {
        time().or_else(span)
    }
}

fn skip(grammar: &Grammar<'_>, at: usize, words: &[&str]) -> usize {
    let rest = grammar.rest(at);
    let Some(first) = rest.first() else { return at };
    let long = words
        .iter()
        .filter_map(|word| length_of(word, rest, first))
        .max();
    at + long.unwrap_or(0)
}

/// "as client": the kind of relationship.
fn kind_at(grammar: &Grammar<'_>, at: usize) -> Option<(usize, usize)> {
    let from = skip(grammar, at, AS);
    if from == at {
        return None;
    }
    let (mut best, mut end) = (None, from);
    for long in 1..=3 {
        let written = grammar.written(from, from + long).to_lowercase();
        let kind = grammar
            .around
            .kinds
            .iter()
            .position(|kind| kind.to_lowercase() == written);
        if kind.is_some() {
            (best, end) = (kind, from + long);
        }
    }
    best.map(|kind| (end, kind))
}

/// Names from a word on, joined by commas and "and".
pub(super) fn names(grammar: &Grammar<'_>, from: usize) -> Option<Names> {
    let mut found = Names {
        who: Vec::new(),
        unknown: Vec::new(),
        from: skip_fillers(grammar, from),
        to: from,
    };
    let mut at = found.from;
    loop {
        if let Some(named) = grammar.name_at(at) {
            if !found.who.contains(named) {
                found.who.push(named.clone());
            }
            at = named.to;
        } else {
            let to = grammar.unknown_at(at)?;
            found.unknown.push(at..to);
            at = to;
        }
        found.to = at;
        let next = match grammar.phrase_at(at) {
            Some((end, Phrase::And)) if grammar.before(at) != After::Stop => Some(end),
            _ if grammar.before(at) == After::Comma => Some(at),
            _ => None,
        };
        match next {
            Some(next) if grammar.name_at(next).is_some() => at = next,
            _ => return Some(found),
        }
    }
}

fn skip_fillers(grammar: &Grammar<'_>, mut at: usize) -> usize {
    // A name wins: "Long" may be somebody.
    while grammar.name_at(at).is_none()
        && let Some((end, Phrase::Filler)) = grammar.phrase_at(at)
    {
        at = end;
    }
    at
}

pub(super) fn tag_name(written: &str) -> String {
    let bare = written.trim().trim_matches(|c| "\"'“”‘’#.".contains(c));
    bare.trim().to_owned()
}

/// "add tag investor to ana", "remove the tag investor from ana", "remove #investor from ana".
fn tagging(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let word = |at: usize| {
        grammar
            .tokens
            .get(at)
            .map_or("", |token| token.text.as_str())
    };
    let (command, joint) = match word(from) {
        "add" | "put" | "give" | "set" => (Command::Tag, ["to", "on"]),
        "remove" | "delete" | "take" | "drop" => (Command::Untag, ["from", "off"]),
        _ => return None,
    };
    let at = skip_fillers(grammar, from + 1);
    let (at, is_tag) = match word(at) {
        "tag" | "label" => (at + 1, true),
        hash => (at, hash.starts_with('#')),
    };
    if !is_tag {
        return None;
    }
    let total = grammar.tokens.len();
    let split = (at + 1..total)
        .rev()
        .find(|split| joint.contains(&word(*split)))?;
    let names = names(grammar, split + 1).filter(|names| names.to == total)?;
    let mut reading = Reading::new(Deed::Command(command));
    reading.name = tag_name(grammar.written(at, split));
    reading.who = names.who;
    reading.unknown = names.unknown;
    reading.parts = grammar.parts(vec![
        (from..at, PartKind::Deed),
        (at..split, PartKind::Name),
        (names.from..names.to, PartKind::Who),
    ]);
    Some(reading)
}

/// "ana #investor".
fn hash_tags(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let total = grammar.tokens.len();
    let names = names(grammar, from).filter(|names| !names.who.is_empty() && names.to < total)?;
    let is_tag = |at: usize| {
        grammar
            .tokens
            .get(at)
            .is_some_and(|token| token.text.starts_with('#'))
    };
    if names.to + 1 != total || !is_tag(names.to) {
        return None;
    }
    let mut reading = Reading::new(Deed::Command(Command::Tag));
    reading.name = tag_name(grammar.written(names.to, total));
    reading.who = names.who;
    reading.parts = grammar.parts(vec![
        (names.from..names.to, PartKind::Who),
        (names.to..total, PartKind::Name),
    ]);
    Some(reading)
}

/// What the app can add besides people: "add event" adds nobody of that name.
const THINGS: [&str; 14] = [
    "event",
    "need",
    "pitch",
    "promise",
    "note",
    "tag",
    "topic",
    "date",
    "role",
    "step",
    "part",
    "card",
    "reminder",
    "introduction",
];

/// "add peter smith", "new person lena fischer, lena@x.org", "add rosa lind, nordlys fund".
fn adding(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let rest = grammar.rest(from);
    let first = rest.first()?;
    let heads = COMMANDS
        .iter()
        .filter(|(.., command)| *command == Command::Add);
    let long = heads
        .filter_map(|(head, ..)| length_of(head, rest, first))
        .max()?;
    // "add a note …", "add who ana knows" and the like are no names.
    let start = from + long;
    let means_else = COMMANDS.iter().any(|(head, tail, command)| {
        *command != Command::Add
            && !tail.is_empty()
            && length_of(head, rest, first).is_some_and(|other| other > long)
    });
    let total = grammar.tokens.len();
    if start >= total || means_else {
        return None;
    }
    let email = (start..total).find(|at| {
        grammar
            .tokens
            .get(*at)
            .is_some_and(|token| token.text.contains('@') && token.text.contains('.'))
    });
    let end = email.unwrap_or(total);
    let is_name = |at: usize| {
        grammar
            .tokens
            .get(at)
            .is_some_and(|token| token.text.chars().any(char::is_alphabetic))
    };
    // Where they work stands behind a comma.
    let comma = (start + 1..end).find(|at| grammar.before(*at) == After::Comma);
    let (end, all_end) = (comma.unwrap_or(end), end);
    // Names are short; a longer text is something else.
    let is_long = end.saturating_sub(start) > 5 || all_end - end > 5;
    if end == start || is_long || !is_name(start) || email.is_some_and(|at| at + 1 < total) {
        return None;
    }
    // "add an event" asks for something of the app.
    let is_one_of = |words: &[&str]| words.iter().any(|word| grammar.is_word(start, word));
    if is_one_of(&["a", "an", "the", "my", "another", "some"])
        || (end - start == 1 && is_one_of(&THINGS))
    {
        return None;
    }
    if tells_more_than_a_name(grammar, start, end) {
        return None;
    }
    let mut reading = Reading::new(Deed::Command(Command::Add));
    reading.name = grammar
        .written(start, end)
        .trim_end_matches([',', ' '])
        .to_owned();
    let organisation = grammar.written(end, all_end);
    reading.organisation = organisation.trim_end_matches([',', ' ']).to_owned();
    reading.email = email.map_or_else(String::new, |at| grammar.written(at, at + 1).to_owned());
    reading.who = grammar
        .name_at(start)
        .filter(|named| named.to == end && !named.is_beginning)
        .cloned()
        .into_iter()
        .collect();
    reading.parts = grammar.parts(vec![
        (from..start, PartKind::Deed),
        (start..end, PartKind::Name),
        (end..all_end, PartKind::Name),
        (all_end..total, PartKind::Name),
    ]);
    Some(reading)
}

/// Whether words that follow "add" are no name: "call with ben", "lunch yesterday", "reminder for ben".
fn tells_more_than_a_name(grammar: &Grammar<'_>, start: usize, end: usize) -> bool {
    let first = grammar.skip_fillers(start);
    let begins_otherwise = matches!(
        grammar.phrase_at(first),
        Some((_, Phrase::Noun(..) | Phrase::PutDown | Phrase::Plan))
    );
    // "add will grant", "add april march": names may be such words.
    let is_somebody = grammar
        .name_at(first)
        .is_some_and(|named| !named.is_beginning);
    let goes_on = (start + 1..end).any(|at| {
        matches!(grammar.phrase_at(at), Some((_, Phrase::With))) || grammar.is_word_of_a_day(at)
    });
    goes_on || (begins_otherwise && !is_somebody && end > first + 1)
}
