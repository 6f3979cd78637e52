//! What a sentence does not need to be understood: its note.

use std::ops::Range;

use super::Talk;
use crate::months::month_named;
use crate::sentences::reading::{PartKind, When};
use crate::sentences::tokens::{After, Token};
use crate::sentences::words::Phrase;

impl Talk<'_, '_> {
    /// "no answer" behind what was understood, apart from what follows: then it did not come to a talk.
    pub(super) fn takes_no_answer(&mut self) -> bool {
        let tells = self.has_verb && !self.is_plan && !self.in_note;
        let Some((end, Phrase::NoAnswer)) = self.grammar.phrase_at(self.at) else {
            return false;
        };
        let is_apart =
            end == self.grammar.tokens.len() || self.grammar.after(end - 1) != After::Nothing;
        if !tells || !is_apart || self.reading.who.is_empty() {
            return false;
        }
        self.reading.is_attempt = true;
        self.is_past = true;
        self.take(end, PartKind::Deed);
        true
    }

    /// After a stop or dash behind what was understood, the rest is note, unless it is a day or a length.
    pub(super) fn starts_note_after_stop(&mut self) -> bool {
        let is_stop = self.grammar.before(self.at) == After::Stop;
        if !is_stop || self.reading.who.is_empty() || self.at == 0 {
            return false;
        }
        let time = self.grammar.time_at(self.at).map(|(end, _)| end);
        let length = self.grammar.length_at(self.at).map(|(end, _)| end);
        let end = time.max(length);
        let is_apart = |end: usize| {
            end == self.grammar.tokens.len() || self.grammar.after(end - 1) != After::Nothing
        };
        if end.is_some_and(is_apart) {
            return false;
        }
        self.rest_is_note(false);
        true
    }

    pub(super) fn rest_is_note(&mut self, is_open: bool) {
        let mut end = self.grammar.tokens.len();
        let from = self.with_article(self.at, &["the", "a", "an", "my", "our", "some"]);
        while is_open && self.grammar.takes_from_note {
            match self.taken_off_the_end(from, end) {
                Some(shorter) => end = shorter,
                None => break,
            }
        }
        self.kept.push(from..end);
        self.at = self.grammar.tokens.len();
    }

    /// Takes a day, a length or a channel from the end of what is kept as note; where it begins.
    pub(super) fn taken_off_the_end(&mut self, from: usize, end: usize) -> Option<usize> {
        let earliest = end.saturating_sub(8).max(from + 1);
        for at in earliest..end {
            let is_part_of_note = self.grammar.tokens.get(at - 1).is_some_and(|before| {
                [
                    "until", "till", "since", "from", "before", "after", "of", "next", "for",
                    "the", "every", "each", "his", "her", "their",
                ]
                .contains(&before.text.as_str())
            });
            if is_part_of_note || self.is_of_clause(from, at) {
                continue;
            }
            if self.is_of_what_was_said(at, end) {
                return None;
            }
            if self.reading.when.is_none()
                && let Some((_, when)) = self.grammar.time_at(at).filter(|(to, _)| *to == end)
                && self.fits(&when)
            {
                self.parts.push((at..end, PartKind::When));
                self.reading.when = Some(when);
                self.reading.took_from_note = true;
                return Some(at);
            }
            if self.reading.minutes.is_none()
                && let Some((_, minutes)) = self.grammar.length_at(at).filter(|(to, _)| *to == end)
            {
                self.parts.push((at..end, PartKind::Length));
                self.reading.minutes = Some(minutes);
                return Some(at);
            }
            if let Some((_, Phrase::Way(channel, title))) =
                self.grammar.phrase_at(at).filter(|(to, _)| *to == end)
            {
                self.set_way(channel, title);
                self.parts.push((at..end, PartKind::How));
                return Some(at);
            }
        }
        None
    }

    /// Whether a word stands in a clause behind a comma, with other words of it: "he is moving in may".
    fn is_of_clause(&self, from: usize, at: usize) -> bool {
        let begins = (from.max(1)..=at)
            .rev()
            .find(|word| self.grammar.before(*word) == After::Comma);
        begins.is_some_and(|begins| begins < at)
    }

    /// Whether a day that ends the note of a talk is one of which was spoken: "wants it by friday", "the trip in june".
    fn is_of_what_was_said(&self, at: usize, end: usize) -> bool {
        let tokens = &self.grammar.tokens;
        let is_month = |token: &Token| month_named(&token.text).is_some();
        let is_of_it = match tokens.get(at..end) {
            _ if self.is_plan => false,
            Some([by, ..]) if by.text == "by" => true,
            Some([joint, month]) if joint.text == "in" => is_month(month),
            _ => false,
        };
        is_of_it && self.grammar.time_at(at).is_some_and(|(to, _)| to == end)
    }

    /// Whether a day can be that of the sentence.
    pub(super) fn fits(&self, when: &When) -> bool {
        let today = self.grammar.around.now.today();
        let past = when.past.is_some_and(|read| read.day <= today);
        let future = when.future.is_some_and(|read| read.day >= today);
        match (self.is_plan, self.is_log || self.is_past) {
            (true, _) => future,
            (_, true) => past,
            _ => past || future,
        }
    }

    pub(super) fn keep_word(&mut self, end: usize) {
        let from = self.with_article(self.at, &["the", "my", "our"]);
        match self.kept.last_mut() {
            Some(last) if last.end == from => last.end = end,
            _ => self.kept.push(from..end),
        }
        self.at = end;
    }

    /// Where a note begins with the article before it: "the grant opens in april".
    fn with_article(&self, from: usize, articles: &[&str]) -> usize {
        let is_taken = |at: usize| {
            let has = |range: &Range<usize>| range.contains(&at);
            self.parts.iter().any(|(range, _)| has(range))
                || self.kept.iter().any(has)
                || self.light.iter().any(has)
        };
        let is_article = |at: usize| articles.iter().any(|word| self.grammar.is_word(at, word));
        match from.checked_sub(1) {
            Some(before) if is_article(before) && !is_taken(before) => before,
            _ => from,
        }
    }
}
