//! What the grammar knows of a sentence: its words, and what can stand at each of them. Pure.

use std::ops::Range;

use super::names::{Known, Named, named};
use super::reading::{PartKind, When};
use super::tokens::{After, Token, is_known_word, length_of, longest, tokens};
use super::words::{DAYS, JOINTS, OCCASIONS, PARTS_OF_DAY, PHRASES, POLITE, Phrase};
use crate::check_ins::{DayForms, WhenPurpose};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::typed_day::{Spotter, TypedDay, impossible, typed_day};

/// What is known besides the text.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub people: &'a [Known],
    /// The kinds of relationship, by name.
    pub kinds: &'a [String],
    /// Topics of the book that have an "and" or a comma in their names.
    pub joined_topics: &'a [String],
    pub forms: &'a DayForms,
    pub now: &'a Moment,
    /// Words that the user said mean somebody, by position.
    pub meant: &'a [(Range<usize>, PersonId)],
}

/// A sentence, and what each of its words may be.
pub(super) struct Grammar<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    pub names: Vec<Option<Named>>,
    pub around: Around<'a>,
    spotter: Spotter,
    /// Where words can be a name or a day, they are a name.
    pub prefers_names_to_days: bool,
    /// Where words can be a name or something else, they are a name.
    pub prefers_names: bool,
    /// A day at the end of what is kept as note is the day of the sentence.
    pub takes_from_note: bool,
}

/// The names without those of a family behind a given name that nobody has: "rosalind haddoun" is somebody new, though
/// there is a Samir Haddoun.
fn without_family_names(
    tokens: &[Token],
    mut names: Vec<Option<Named>>,
    around: &Around<'_>,
) -> Vec<Option<Named>> {
    for at in 1..tokens.len() {
        let (Some(before), Some(token)) = (tokens.get(at - 1), tokens.get(at)) else {
            break;
        };
        let is_meant = around.meant.iter().any(|(place, _)| place.start == at);
        let is_family = names.get(at).and_then(Option::as_ref).is_some_and(|named| {
            let mut people = named.people.iter().filter_map(|at| around.people.get(*at));
            named.to == at + 1 && people.all(|known| known.is_family_name(&token.text))
        });
        let is_given = names.get(at - 1).is_some_and(Option::is_none)
            && before.after == After::Nothing
            && before.text.chars().all(|c| c.is_alphabetic() || c == '-')
            && !is_known_word(&before.text)
            && !DAYS.contains(&before.text.as_str())
            && at >= 2
            && tokens
                .get(at - 2)
                .is_some_and(|token| is_known_word(&token.text) || token.after != After::Nothing);
        // "rosalind haddoun", where there is another Rosalind.
        let is_other_given = before.after == After::Nothing
            && names
                .get(at - 1)
                .and_then(Option::as_ref)
                .is_some_and(|named| {
                    let mut people = named.people.iter().filter_map(|at| around.people.get(*at));
                    named.to == at && people.all(|known| !known.is_family_name(&before.text))
                })
            && !is_known_word(&before.text);
        // "the grant": there may be a Will Grant, and it is none of him.
        let is_thing = ["the", "a", "an"].contains(&before.text.as_str());
        if is_family
            && (is_given || is_other_given || is_thing)
            && !is_meant
            && let Some(name) = names.get_mut(at)
        {
            *name = None;
        }
    }
    names
}

impl<'a> Grammar<'a> {
    pub(super) fn of(text: &'a str, around: Around<'a>) -> Self {
        let tokens = tokens(text);
        let names = named(&tokens, around.people, around.meant);
        let names = without_family_names(&tokens, names, &around);
        Self {
            text,
            names,
            tokens,
            spotter: Spotter::of(text),
            around,
            prefers_names_to_days: false,
            prefers_names: false,
            takes_from_note: true,
        }
    }

    /// The words `from..to` as a sentence of their own; its parts are those of the whole text.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        let end = self.bytes(from, to).end;
        let rest = self.text.get(end..).unwrap_or_default();
        let signs = rest.find(|c: char| c.is_whitespace() || c == ',' || c.is_alphanumeric());
        let text = self
            .text
            .get(..end + signs.unwrap_or(rest.len()))
            .unwrap_or(self.text);
        let mut tokens = self.tokens.get(from..to).unwrap_or_default().to_vec();
        if let Some(last) = tokens.last_mut() {
            last.after = After::Nothing;
        }
        let names = self.names.get(from..to).unwrap_or_default().iter();
        let moved = |named: &Option<Named>| {
            let named = named.as_ref().filter(|named| named.to <= to)?;
            Some(Named {
                from: named.from - from,
                to: named.to - from,
                ..named.clone()
            })
        };
        Self {
            text,
            names: names.map(moved).collect(),
            tokens,
            spotter: Spotter::of(text),
            ..*self
        }
    }

    /// First names before a word that nobody has: "jonas weber" is not Jonas Witterick. They count where the name ends
    /// there, as in a list of people; each with its surname.
    pub(super) fn other_names(&self) -> Vec<Range<usize>> {
        let other = |at: usize| {
            let named = self.name_at(at)?;
            let mut meant = self.around.meant.iter();
            let is_meant = meant.any(|(place, _)| place.start == at);
            if named.to != at + 1 || self.after(at) != After::Nothing || is_meant {
                return None;
            }
            let to = self.unknown_at(at + 1)?;
            let is_joint = |token: &Token| JOINTS.contains(&token.text.as_str());
            let ends = self.tokens.get(to).is_none_or(is_joint)
                || self.after(to - 1) != After::Nothing
                || self.phrase_at(to).is_some()
                || self.time_at(to).is_some();
            ends.then_some(at..to)
        };
        (0..self.tokens.len()).filter_map(other).collect()
    }

    /// The same, but these other names are nobody's.
    pub(super) fn with_whole_names(mut self) -> Self {
        for other in self.other_names() {
            if let Some(name) = self.names.get_mut(other.start) {
                *name = None;
            }
        }
        self
    }

    pub(super) fn rest(&self, at: usize) -> &[Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    pub(super) fn after(&self, at: usize) -> After {
        self.tokens
            .get(at)
            .map_or(After::Nothing, |token| token.after)
    }

    /// Whether a comma or stop stands before a word.
    pub(super) fn before(&self, at: usize) -> After {
        at.checked_sub(1)
            .map_or(After::Nothing, |last| self.after(last))
    }

    pub(super) fn is_word(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == text)
    }

    /// The bytes of words `from..to`.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self
            .tokens
            .get(from)
            .map_or(self.text.len(), |token| token.place.start);
        let last = to.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| token.place.end).max(start)
    }

    /// Words `from..to` as they were written.
    pub(super) fn written(&self, from: usize, to: usize) -> &'a str {
        self.text.get(self.bytes(from, to)).unwrap_or_default()
    }

    pub(super) fn name_at(&self, at: usize) -> Option<&Named> {
        self.names.get(at)?.as_ref()
    }

    pub(super) fn phrase_at(&self, at: usize) -> Option<(usize, Phrase)> {
        longest(self.rest(at), PHRASES.into_iter().flatten())
            .map(|(long, phrase)| (at + long, *phrase))
    }

    /// The first word from a place on that says something by itself.
    pub(super) fn skip_fillers(&self, mut at: usize) -> usize {
        while let Some((end, Phrase::Filler)) = self.phrase_at(at) {
            at = end;
        }
        at
    }

    /// Whether a word can only mean a day: "yesterday", "fri", but not "sat" or "may".
    pub(super) fn is_word_of_a_day(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| DAYS.contains(&token.text.as_str()))
    }

    /// The number of words that are only polite at the beginning.
    pub(super) fn polite(&self) -> usize {
        let mut at = 0;
        loop {
            let rest = self.rest(at);
            let Some(first) = rest.first() else { return at };
            let long = POLITE
                .iter()
                .filter_map(|phrase| length_of(phrase, rest, first))
                .max();
            match long {
                Some(long) if long < rest.len() => at += long,
                _ => return at,
            }
        }
    }

    /// The longest day or time that begins at a word: where it ends, and how it is read.
    pub(super) fn time_at(&self, at: usize) -> Option<(usize, When)> {
        let first = self.tokens.get(at)?;
        let stop = self
            .rest(at)
            .iter()
            .find(|token| token.after == After::Stop);
        let to = stop.map_or(self.text.len(), |token| token.place.end + 1);
        let read = |purpose| {
            let context = self.around.forms.context(purpose, self.around.now);
            self.spotter.longest_at(first.place.start, to, context)
        };
        let (past, future) = (read(WhenPurpose::Talk), read(WhenPurpose::CheckIn));
        let ends =
            |found: &Option<(Range<usize>, TypedDay)>| found.as_ref().map(|(place, _)| place.end);
        let end = ends(&past).max(ends(&future))?;
        let same = |found: Option<(Range<usize>, TypedDay)>| {
            found
                .filter(|(place, _)| place.end == end)
                .map(|(_, read)| read)
        };
        let count = self
            .rest(at)
            .iter()
            .take_while(|token| token.place.start < end)
            .count();
        let when = When {
            text: self.written(at, at + count).to_owned(),
            past: same(past),
            future: same(future),
        };
        self.is_surely_time(at, at + count)
            .then_some((at + count, when))
    }

    /// A date at a word that is not in the calendar: where it ends, and why.
    pub(super) fn impossible_at(&self, at: usize) -> Option<(usize, String)> {
        let most = self.rest(at).len().min(5);
        (1..=most).rev().find_map(|long| {
            // "31.4" is a number.
            let is_figure = long == 1
                && self
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.text.contains('.'));
            if is_figure {
                return None;
            }
            let why = impossible(self.written(at, at + long), self.around.forms.written.order)?;
            Some((at + long, why))
        })
    }

    /// Whether words that may be a day stand where a day does. "may", "sat" or "2025" inside a text do not.
    fn is_surely_time(&self, from: usize, to: usize) -> bool {
        let text = |at: usize| self.tokens.get(at).map_or("", |token| token.text.as_str());
        // "at the christmas party", but "last weekend" and "at christmas in the mountains".
        let is_occasion = OCCASIONS.contains(&text(to - 1))
            && (to == from + 1 || matches!(text(from), "at" | "the"))
            && !JOINTS.contains(&text(to));
        if (to > from + 1 && !is_occasion) || self.is_word_of_a_day(from) {
            return true;
        }
        if PARTS_OF_DAY.contains(&text(from)) && from > 0 {
            return to == self.tokens.len() && text(from) == "now";
        }
        to == self.tokens.len()
            || self.after(to - 1) != After::Nothing
            || self.phrase_at(to).is_some()
            || self.name_at(to).is_some()
            || self.length_at(to).is_some()
    }

    /// Joins a further day or time to one that was read before: "friday", and later "at 3".
    pub(super) fn joined(&self, first: &When, second: &When) -> Option<When> {
        let text = format!("{} {}", first.text, second.text);
        let read = |purpose| {
            let context = self.around.forms.context(purpose, self.around.now);
            typed_day(&text, context)
        };
        let (past, future) = (read(WhenPurpose::Talk), read(WhenPurpose::CheckIn));
        (past.is_some() || future.is_some()).then_some(When { text, past, future })
    }

    /// A typed day of words that are not those of the text: "in a week" of "for a week".
    pub(super) fn day_of(&self, text: &str) -> Option<When> {
        let read = |purpose| {
            let context = self.around.forms.context(purpose, self.around.now);
            typed_day(text, context)
        };
        let (past, future) = (read(WhenPurpose::Talk), read(WhenPurpose::CheckIn));
        (past.is_some() || future.is_some()).then_some(When {
            text: text.to_owned(),
            past,
            future,
        })
    }

    /// A span of time at a word: "a week", "3 months", as the text of a day from now.
    pub(super) fn span_at(&self, at: usize) -> Option<(usize, When)> {
        let long = self.rest(at).len().min(4);
        (1..=long).rev().find_map(|long| {
            let when = self.day_of(&format!("in {}", self.written(at, at + long)))?;
            Some((at + long, when))
        })
    }

    /// How many words from a place on can be a name that is nobody's: at most three that mean nothing else.
    pub(super) fn unknown_at(&self, at: usize) -> Option<usize> {
        let mut to = at;
        while to < at + 3 {
            let Some(token) = self.tokens.get(to) else {
                break;
            };
            let is_name = token
                .text
                .chars()
                .all(|c| c.is_alphabetic() || "'-.’".contains(c))
                && token.text.chars().any(char::is_alphabetic)
                && !is_known_word(&token.text)
                && self.name_at(to).is_none_or(|name| name.is_beginning)
                && self.time_at(to).is_none();
            if !is_name {
                break;
            }
            to += 1;
            if token.after != After::Nothing {
                break;
            }
        }
        (to > at).then_some(to)
    }

    /// The note that the words in these ranges make, as they were written.
    pub(super) fn note_of(&self, kept: &[Range<usize>]) -> String {
        let pieces = kept.iter().map(|range| {
            // Signs after the last word belong to it: "he agreed!".
            let bytes = self.bytes(range.start, range.end);
            let next = self
                .tokens
                .get(range.end)
                .map_or(self.text.len(), |token| token.place.start);
            let tail = self.text.get(bytes.end..next).unwrap_or_default();
            let tail: String = tail
                .chars()
                .take_while(|c| !c.is_whitespace() && *c != ',')
                .collect();
            let lead = self.text.get(..bytes.start).unwrap_or_default();
            let lead: String = lead
                .chars()
                .rev()
                .take_while(|c| !c.is_whitespace() && *c != ',')
                .collect();
            let lead: String = lead.chars().rev().collect();
            format!("{lead}{}{tail}", self.text.get(bytes).unwrap_or_default())
        });
        let note = pieces.collect::<Vec<String>>().join(" ");
        // A stop at the end of a note of one sentence is not missed.
        note.trim().trim_end_matches(['.', ';', ':']).to_owned()
    }

    /// The parts of the text, in order; neighbours of one kind are one part.
    pub(super) fn parts(
        &self,
        mut said: Vec<(Range<usize>, PartKind)>,
    ) -> Vec<(Range<usize>, PartKind)> {
        said.retain(|(range, _)| !range.is_empty());
        said.sort_by_key(|(range, _)| range.start);
        let mut parts: Vec<(Range<usize>, PartKind, usize)> = Vec::new();
        for (range, kind) in said {
            let bytes = self.bytes(range.start, range.end);
            match parts.last_mut() {
                Some((last, same, to)) if *same == kind && *to == range.start => {
                    last.end = bytes.end;
                    *to = range.end;
                }
                Some((last, ..)) if last.end > bytes.start => {}
                _ => parts.push((bytes, kind, range.end)),
            }
        }
        parts
            .into_iter()
            .map(|(bytes, kind, _)| (bytes, kind))
            .collect()
    }
}
