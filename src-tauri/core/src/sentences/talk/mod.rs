//! Reads sentences about contact: "had lunch with ana on friday", "samir rang me", "remind me to call judith". Pure.

mod names;
mod notes;
mod phrases;

use std::ops::Range;

use crate::channel::Channel;
use crate::sentences::grammar::Grammar;
use crate::sentences::reading::{Deed, PartKind, Reading, Starter, When};
use crate::sentences::words::Command;

/// Why nothing can be logged of "i didn't call ben" or "when did i call ben".
const NOTHING_HAPPENED: &str = "That tells of no conversation, so there is nothing to log.";

/// What may stand at the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum Expects {
    Anything,
    /// A name is likelier than another meaning of the word.
    Name,
    /// A word that means nothing is a name too.
    AnyName,
}

/// Who did what the verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    NotSaid,
    I,
    They,
    Named,
}

/// A sentence while it is read.
struct Talk<'g, 'a> {
    grammar: &'g Grammar<'a>,
    at: usize,
    reading: Reading,
    parts: Vec<(Range<usize>, PartKind)>,
    /// Words that are kept as note.
    kept: Vec<Range<usize>>,
    /// "had", "sent": kept as note if no noun of contact follows.
    light: Vec<Range<usize>>,
    expects: Expects,
    subject: Subject,
    /// A word that tells of contact, or what to do.
    has_cue: bool,
    is_plan: bool,
    is_log: bool,
    is_past: bool,
    has_verb: bool,
    /// "note", "add" stood at the beginning.
    is_put_down: bool,
    /// It says that nothing happened, or asks.
    denies: bool,
    /// How often to be in touch: the words of it.
    rhythm: Option<Range<usize>>,
    /// "about" stood before anybody was named: words are note until somebody is.
    in_note: bool,
}

/// Reads a sentence from a word on; `None` if it tells of no contact.
pub(super) fn talk(grammar: &Grammar<'_>, from: usize) -> Option<Reading> {
    let mut talk = Talk {
        grammar,
        at: from,
        reading: Reading::new(Deed::Log),
        parts: Vec::new(),
        kept: Vec::new(),
        light: Vec::new(),
        expects: Expects::Anything,
        subject: Subject::NotSaid,
        has_cue: false,
        is_plan: false,
        is_log: false,
        is_past: false,
        has_verb: false,
        is_put_down: false,
        denies: false,
        rhythm: None,
        in_note: false,
    };
    while talk.at < grammar.tokens.len() {
        talk.step();
    }
    talk.finish()
}

impl Talk<'_, '_> {
    fn step(&mut self) {
        let at = self.at;
        if self.takes_no_answer() || self.starts_note_after_stop() {
            return;
        }
        if self.expects > Expects::Anything && !self.in_note && self.take_name() {
            return;
        }
        let phrase = self.grammar.phrase_at(at);
        if self.refuses_day() {
            return;
        }
        let time = self
            .time_here()
            .filter(|_| !self.in_note || self.reading.who.is_empty());
        let length = self.grammar.length_at(at);
        let rhythm = self.grammar.rhythm_at(at);
        let phrase_end = phrase.map_or(at, |(end, _)| end);
        let time_end = time.as_ref().map_or(at, |(end, _)| *end);
        let length_end = length.map_or(at, |(end, _)| end);
        let name = self.grammar.name_at(at).filter(|name| !name.is_beginning);
        let name_end = name.map_or(at, |name| name.to);
        if let Some((end, days)) = rhythm.filter(|(end, _)| *end > phrase_end && *end >= time_end) {
            self.reading.cadence = Some(days);
            self.rhythm = Some(at..end);
            self.take(end, PartKind::Length);
        } else if name_end > at
            && self.is_name_likelier(name_end, phrase_end.max(length_end), time_end)
        {
            self.take_name();
        } else if let Some((end, minutes)) =
            length.filter(|_| length_end > phrase_end && length_end >= time_end)
        {
            self.reading.minutes = Some(minutes);
            self.take(end, PartKind::Length);
        } else if let Some((end, when)) =
            time.filter(|_| time_end > phrase_end || (self.in_note && phrase.is_none()))
        {
            self.take_time(end, when);
        } else if let Some((end, phrase)) = phrase {
            self.take_phrase(end, phrase);
        } else {
            self.take_unknown();
        }
    }

    /// The day or time at this word; "for friday" too.
    fn time_here(&self) -> Option<(usize, When)> {
        let after_for = || {
            let is_for =
                self.grammar.is_word(self.at, "for") && self.grammar.length_at(self.at).is_none();
            is_for.then(|| self.grammar.time_at(self.at + 1)).flatten()
        };
        self.grammar.time_at(self.at).or_else(after_for)
    }

    /// A day that is not in the calendar: "31 april".
    fn refuses_day(&mut self) -> bool {
        let Some((end, why)) = self
            .grammar
            .impossible_at(self.at)
            .filter(|_| !self.in_note)
        else {
            return false;
        };
        self.reading.refusal = Some(why);
        self.take(end, PartKind::When);
        true
    }

    fn is_name_likelier(&self, name_end: usize, phrase_end: usize, time_end: usize) -> bool {
        let wins = |other_end: usize, is_preferred: bool| {
            name_end > other_end || (name_end == other_end && is_preferred)
        };
        let to_days = self.grammar.prefers_names_to_days || self.grammar.prefers_names;
        !self.in_note && wins(phrase_end, self.grammar.prefers_names) && wins(time_end, to_days)
    }

    fn take(&mut self, to: usize, kind: PartKind) {
        self.parts.push((self.at..to, kind));
        self.at = to;
    }

    fn take_time(&mut self, end: usize, when: When) {
        let joined = match &self.reading.when {
            None => Some(when),
            Some(first) => self.grammar.joined(first, &when),
        };
        match joined {
            Some(when) => {
                self.reading.when = Some(when);
                self.take(end, PartKind::When);
            }
            None if self.reading.who.is_empty() => self.keep_word(end),
            None => self.rest_is_note(true),
        }
    }

    /// "called ben every day last week" tells of a talk; how often is part of the note.
    fn rhythm_to_note(&mut self) {
        let tells_of_one = self.is_past
            || self.is_log
            || self.reading.when.is_some()
            || self.reading.minutes.is_some();
        if !tells_of_one {
            return;
        }
        let Some(rhythm) = self.rhythm.take() else {
            return;
        };
        self.reading.cadence = None;
        self.parts.retain(|(range, _)| *range != rhythm);
        self.kept.push(rhythm);
    }

    fn finish(mut self) -> Option<Reading> {
        self.rhythm_to_note();
        let mut reading = self.reading;
        // "sent ben the report" is contact, "ben had a cold" is not.
        let is_light = self.is_past && !self.light.is_empty() && self.subject != Subject::Named;
        let is_contact = self.has_cue
            || is_light
            || !reading.title.is_empty()
            || reading.channel != Channel::NotSaid;
        let is_someone =
            !reading.who.is_empty() || !reading.unknown.is_empty() || !reading.name.is_empty();
        let is_contact = is_contact || reading.is_attempt;
        let says_when = reading.when.is_some() && reading.cadence.is_none();
        if !is_someone || !(is_contact || (self.is_plan && says_when) || reading.cadence.is_some())
        {
            return None;
        }
        if self.denies {
            reading
                .refusal
                .get_or_insert_with(|| NOTHING_HAPPENED.to_owned());
        }
        // "ana called ben" is no contact of mine.
        if self.subject == Subject::Named
            && reading.starter == Starter::Them
            && reading.who.len() > 1
            && !is_one_list(&reading)
        {
            return None;
        }
        if reading.channel == Channel::NotSaid && reading.title.is_empty() {
            self.kept.append(&mut self.light);
        }
        if reading.deed == Deed::Log {
            reading.deed = deed(
                &reading,
                self.is_plan,
                self.is_log || self.is_past,
                self.has_verb,
            );
        }
        if reading.deed == Deed::Plan {
            // A check-in has no length: it stands in the reason.
            let lengths = self
                .parts
                .iter()
                .filter(|(_, kind)| *kind == PartKind::Length);
            self.kept.extend(lengths.map(|(range, _)| range.clone()));
            self.parts.retain(|(_, kind)| *kind != PartKind::Length);
            reading.minutes = None;
        }
        self.kept.sort_by_key(|range| range.start);
        reading.note = self.grammar.note_of(&self.kept);
        self.parts
            .extend(self.kept.into_iter().map(|range| (range, PartKind::Note)));
        reading.parts = self.grammar.parts(self.parts);
        Some(reading)
    }
}

/// Whether those named stand side by side: "ana and ben called", but not "ana called ben".
fn is_one_list(reading: &Reading) -> bool {
    reading.who.windows(2).all(|pair| match pair {
        [first, second] => second.from <= first.to + 1,
        _ => true,
    })
}

fn deed(reading: &Reading, is_plan: bool, is_past: bool, has_verb: bool) -> Deed {
    if reading.cadence.is_some() {
        return Deed::Command(Command::KeepClose);
    }
    if is_plan {
        return Deed::Plan;
    }
    if is_past || reading.starter != Starter::NotSaid {
        return Deed::Log;
    }
    let Some(when) = &reading.when else {
        return Deed::Either { plan_first: false };
    };
    match (when.past, when.future) {
        // "yesterday", "tomorrow": the same day however it is read.
        (Some(past), Some(future)) if past.day == future.day => Deed::Either { plan_first: false },
        (Some(_), None) => Deed::Log,
        (None, Some(_)) => Deed::Plan,
        _ => Deed::Either {
            plan_first: has_verb && reading.is_order,
        },
    }
}
