//! The names of a sentence: whom it tells of, and somebody new.

use super::{Expects, Subject, Talk};
use crate::sentences::reading::{Deed, PartKind};
use crate::sentences::tokens::After;
use crate::sentences::words::{Command, JOINTS, Phrase};

impl Talk<'_, '_> {
    /// Takes the name at this word, if there is one; or, where any word may be a name, one that is nobody's.
    pub(super) fn take_name(&mut self) -> bool {
        let at = self.at;
        if let Some(named) = self.grammar.name_at(at) {
            let is_allowed = !named.is_beginning || self.expects == Expects::AnyName;
            // "log call with": a call, though somebody is called Call.
            let is_less_likely = self.grammar.phrase_at(at).is_some_and(|(end, _)| {
                let is_as_long = end == named.to
                    && self.expects < Expects::AnyName
                    && !self.grammar.prefers_names;
                end > named.to || is_as_long
            });
            if is_allowed && !is_less_likely {
                let named = named.clone();
                if !self.has_verb
                    && self.subject == Subject::NotSaid
                    && self.expects == Expects::Anything
                {
                    self.subject = Subject::Named;
                }
                let end = named.to;
                if !self.reading.who.contains(&named) {
                    self.reading.who.push(named);
                }
                self.take(end, PartKind::Who);
                self.after_name();
                return true;
            }
        }
        if self.expects != Expects::AnyName {
            return false;
        }
        let means_something =
            self.grammar.phrase_at(at).is_some() || self.grammar.length_at(at).is_some();
        let Some(to) = self.grammar.unknown_at(at).filter(|_| !means_something) else {
            return false;
        };
        // "discussed the budget with ben": somebody comes, so these words are something else.
        if self.reading.who.is_empty() && self.names_somebody_later(to) {
            return false;
        }
        self.reading.unknown.push(at..to);
        self.take(to, PartKind::Who);
        self.after_name();
        true
    }

    /// Whether "with" or "to" and the name of somebody come later.
    pub(super) fn names_somebody_later(&self, from: usize) -> bool {
        (from..self.grammar.tokens.len()).any(|at| match self.grammar.phrase_at(at) {
            Some((end, Phrase::With)) => {
                let next = self.grammar.skip_fillers(end);
                self.grammar
                    .name_at(next)
                    .is_some_and(|name| !name.is_beginning)
            }
            _ => false,
        })
    }

    /// "and ben", ", ben": further names.
    pub(super) fn after_name(&mut self) {
        self.expects = Expects::Anything;
        let at = self.at;
        if self.grammar.before(at) == After::Comma {
            let is_name = self
                .grammar
                .name_at(at)
                .is_some_and(|name| !name.is_beginning);
            if is_name && self.is_list_after_comma() {
                self.expects = Expects::Name;
            } else if !is_name && self.has_cue && self.lists_new_names() {
                self.expects = Expects::AnyName;
            }
            if !matches!(self.grammar.phrase_at(at), Some((_, Phrase::And))) {
                return;
            }
        }
        if self.grammar.before(at) == After::Stop {
            return;
        }
        if let Some((end, Phrase::And)) = self.grammar.phrase_at(at) {
            let is_me = matches!(
                self.grammar.phrase_at(end),
                Some((_, Phrase::I | Phrase::Me))
            );
            if is_me {
                let (to, _) = self.grammar.phrase_at(end).unwrap_or((end + 1, Phrase::I));
                self.at = to;
                self.subject = Subject::NotSaid;
                self.has_verb = true;
                return;
            }
            let is_name = self
                .grammar
                .name_at(end)
                .is_some_and(|name| !name.is_beginning);
            if is_name
                || (self.grammar.unknown_at(end).is_some()
                    && self.has_cue
                    && self.grammar.phrase_at(end).is_none())
            {
                self.at = end;
                self.expects = Expects::AnyName;
            }
        }
    }

    /// A name after a comma goes on with the list, unless a sentence begins with it: "met ana, ben is ill".
    pub(super) fn is_list_after_comma(&self) -> bool {
        let Some(name) = self.grammar.name_at(self.at) else {
            return false;
        };
        name.to == self.grammar.tokens.len()
            || self.grammar.after(name.to - 1) != After::Nothing
            || self.grammar.phrase_at(name.to).is_some()
            || self.grammar.time_at(name.to).is_some()
            || self.grammar.length_at(name.to).is_some()
    }

    /// Whether names that nobody has go on with a list up to its "and": "met rosalind, solveig and mia".
    fn lists_new_names(&self) -> bool {
        let mut at = self.at;
        while self.grammar.phrase_at(at).is_none() {
            let Some(to) = self.grammar.unknown_at(at) else {
                return false;
            };
            if let Some((end, Phrase::And)) = self.grammar.phrase_at(to) {
                return self.grammar.unknown_at(end).is_some()
                    || self.grammar.name_at(end).is_some();
            }
            if self.grammar.after(to - 1) != After::Comma {
                return false;
            }
            at = to;
        }
        matches!(self.grammar.phrase_at(at), Some((_, Phrase::And)))
    }

    /// "met a new person called jonas weber at the fair".
    pub(super) fn take_new_person(&mut self, end: usize) {
        let mut to = end;
        while to < end + 4 && to < self.grammar.tokens.len() {
            let is_other =
                self.grammar.phrase_at(to).is_some() || self.grammar.time_at(to).is_some();
            let is_joint = self
                .grammar
                .tokens
                .get(to)
                .is_some_and(|token| JOINTS.contains(&token.text.as_str()));
            if is_other || is_joint {
                break;
            }
            to += 1;
            if self.grammar.after(to - 1) != After::Nothing {
                break;
            }
        }
        if to == end {
            return self.keep_word(end);
        }
        self.parts.push((self.at..end, PartKind::Deed));
        self.reading.name = self.grammar.written(end, to).to_owned();
        self.reading.deed = Deed::Command(Command::Add);
        self.has_cue = true;
        self.at = end;
        self.expects = Expects::Anything;
        self.take(to, PartKind::Name);
    }

    pub(super) fn take_unknown(&mut self) {
        let at = self.at;
        if !self.in_note
            && self.expects == Expects::AnyName
            && self.reading.who.is_empty()
            && self.take_name()
        {
            return;
        }
        // "lunch ana ben": names side by side.
        let follows_name =
            matches!(self.parts.last(), Some((range, PartKind::Who)) if range.end == at);
        let name = self.grammar.name_at(at).filter(|name| !name.is_beginning);
        if name.is_some() && (self.reading.who.is_empty() || follows_name) && self.take_name() {
            return;
        }
        if self.reading.who.is_empty() && self.reading.name.is_empty() {
            self.keep_word(at + 1);
        } else {
            self.rest_is_note(true);
        }
    }
}
