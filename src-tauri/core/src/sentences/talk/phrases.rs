//! What each phrase of the table does to a sentence that is read.

use super::{Expects, Subject, Talk};
use crate::channel::Channel;
use crate::sentences::reading::{PartKind, Starter};
use crate::sentences::tokens::After;
use crate::sentences::words::{JOINTS, Phrase, Tense, Verb};

impl Talk<'_, '_> {
    pub(super) fn take_phrase(&mut self, end: usize, phrase: Phrase) {
        let is_named = !self.reading.who.is_empty();
        if self.in_note && !matches!(phrase, Phrase::With) {
            return self.keep_word(end);
        }
        match phrase {
            Phrase::Filler => self.at = end,
            Phrase::Verb(verb) => self.take_verb(end, verb),
            Phrase::Noun(channel, title) => self.take_noun(end, channel, title),
            Phrase::Way(channel, title) => {
                self.set_way(channel, title);
                self.take(end, PartKind::How);
            }
            Phrase::Have(_) if is_named && self.has_verb => self.rest_is_note(true),
            Phrase::Have(tense) => {
                self.is_past |= tense == Tense::Past;
                self.light.push(self.at..end);
                self.has_verb = true;
                self.at = end;
            }
            Phrase::Received(channel) if !is_named => {
                self.has_cue = true;
                self.has_verb = true;
                self.is_past = true;
                self.reading.starter = Starter::Them;
                self.set_way(channel, "");
                self.expects = Expects::AnyName;
                self.take(end, PartKind::How);
            }
            Phrase::Denies if !is_named || !self.has_verb || end == self.grammar.tokens.len() => {
                self.denies = true;
                self.take(end, PartKind::Deed);
            }
            // "ben tried to call me" is no attempt of mine.
            Phrase::Tried if !self.has_verb && !is_named => {
                self.reading.is_attempt = true;
                self.is_past = true;
                self.expects = Expects::Name;
                self.take(end, PartKind::Deed);
            }
            Phrase::Tried if !self.has_verb => {
                self.denies = true;
                self.take(end, PartKind::Deed);
            }
            Phrase::NoAnswer if !self.has_verb => {
                self.reading.is_attempt = true;
                self.is_past = true;
                self.expects = Expects::Name;
                self.take(end, PartKind::Deed);
            }
            Phrase::PutDown if !is_named && !self.has_verb && !self.has_cue => {
                self.is_put_down = true;
                self.take(end, PartKind::Deed);
            }
            Phrase::Log | Phrase::Plan if !is_named && !self.has_verb => {
                self.is_log |= phrase == Phrase::Log;
                self.is_plan |= phrase == Phrase::Plan;
                self.has_cue |=
                    phrase == Phrase::Log || self.at == self.grammar.polite() || self.is_put_down;
                self.expects = Expects::Name;
                self.take(end, PartKind::Deed);
            }
            // "ana will call me", "ben wants to meet".
            Phrase::Plan if is_named && !self.has_verb && self.subject == Subject::Named => {
                self.is_plan = true;
                self.take(end, PartKind::Deed);
            }
            Phrase::I if !is_named && !self.has_verb => {
                self.subject = Subject::I;
                self.at = end;
            }
            Phrase::They if !self.has_verb && !is_named => {
                self.subject = Subject::They;
                self.at = end;
            }
            Phrase::They | Phrase::I if is_named => self.take_clause(end, phrase),
            Phrase::Me => self.take_me(end),
            Phrase::And if !is_named || self.expects_verb(end) => self.at = end,
            Phrase::With => self.take_with(end),
            Phrase::About if !is_named => {
                self.in_note = true;
                self.keep_word(end);
            }
            Phrase::NewPerson if !is_named => self.take_new_person(end),
            _ if is_named => self.rest_is_note(true),
            _ => self.keep_word(end),
        }
    }

    /// "met ana and talked about money".
    pub(super) fn expects_verb(&self, at: usize) -> bool {
        matches!(
            self.grammar.phrase_at(at),
            Some((_, Phrase::Verb(_) | Phrase::Have(_)))
        )
    }

    pub(super) fn take_verb(&mut self, end: usize, verb: Verb) {
        let is_named = !self.reading.who.is_empty();
        let is_second = self.has_cue && self.has_verb && is_named && self.subject != Subject::Named;
        // "had a call with": a noun here.
        let is_noun =
            verb.tense == Tense::Base && (self.has_verb || self.is_log || self.is_with_next(end));
        if is_second && self.grammar.before(self.at) != After::Comma && !self.light_verb_waits() {
            return match verb.tense {
                Tense::Past if matches!(self.grammar.phrase_at(end), Some((_, Phrase::About))) => {
                    self.set_way(verb.channel, "");
                    self.take(end, PartKind::How);
                }
                _ => self.rest_is_note(true),
            };
        }
        if is_second && self.grammar.before(self.at) == After::Comma {
            return self.rest_is_note(true);
        }
        self.has_cue = true;
        self.set_way(verb.channel, "");
        self.is_past |= verb.tense == Tense::Past;
        self.reading.is_order |=
            verb.tense == Tense::Base && !is_noun && self.subject == Subject::NotSaid;
        if verb.is_directed && !is_noun {
            match self.subject {
                Subject::I => self.reading.starter = Starter::Me,
                Subject::They | Subject::Named => self.reading.starter = Starter::Them,
                Subject::NotSaid => {}
            }
        }
        let had_subject = self.subject == Subject::Named;
        self.has_verb = true;
        if self.reading.verb.is_empty() {
            let with = usize::from(self.ends_in_joint(end));
            self.reading.verb = self.grammar.written(self.at, end - with).to_lowercase();
        }
        self.take(end, PartKind::How);
        if !had_subject {
            self.expects = if is_noun && !self.is_with_next(end) {
                Expects::Name
            } else {
                Expects::AnyName
            };
        }
    }

    /// Whether the last word before a place is "with", "to" or the like.
    pub(super) fn ends_in_joint(&self, end: usize) -> bool {
        let last = end
            .checked_sub(1)
            .filter(|last| *last > self.at)
            .and_then(|last| self.grammar.tokens.get(last));
        last.is_some_and(|last| {
            JOINTS.contains(&last.text.as_str()) || last.text == "with" || last.text == "to"
        })
    }

    /// A light verb ("had", "gave") whose noun has not come yet.
    pub(super) fn light_verb_waits(&self) -> bool {
        !self.light.is_empty()
            && self.reading.channel == Channel::NotSaid
            && self.reading.title.is_empty()
    }

    pub(super) fn is_with_next(&self, at: usize) -> bool {
        matches!(self.grammar.phrase_at(at), Some((_, Phrase::With)))
    }

    pub(super) fn take_noun(&mut self, end: usize, channel: Channel, title: &'static str) {
        let is_named = !self.reading.who.is_empty();
        if is_named && self.has_cue && !self.light_verb_waits() && self.is_set() {
            return self.rest_is_note(true);
        }
        self.has_cue = true;
        self.set_way(channel, title);
        self.take(end, PartKind::How);
        if !is_named {
            self.expects = Expects::Name;
        }
    }

    pub(super) fn is_set(&self) -> bool {
        self.reading.channel != Channel::NotSaid || !self.reading.title.is_empty()
    }

    /// The first word that names a channel decides: "video call" is a video call. "met for coffee" is a coffee.
    pub(super) fn set_way(&mut self, channel: Channel, title: &'static str) {
        if self.reading.channel == Channel::NotSaid {
            self.reading.channel = channel;
        }
        if self.reading.title.is_empty() {
            self.reading.title = title;
        }
    }

    /// "me" after "samir rang".
    pub(super) fn take_me(&mut self, end: usize) {
        if self.subject == Subject::Named || self.subject == Subject::They {
            if self.reading.starter == Starter::NotSaid && self.has_verb {
                self.reading.starter = Starter::Them;
            }
            self.take(end, PartKind::Starter);
        } else if self.reading.who.is_empty() {
            self.at = end;
        } else {
            self.rest_is_note(true);
        }
    }

    /// "she called me", "i rang" after those who are named; anything else is note.
    pub(super) fn take_clause(&mut self, end: usize, who: Phrase) {
        let verb = match self.grammar.phrase_at(end) {
            Some((to, Phrase::Verb(verb))) if verb.is_directed && verb.tense == Tense::Past => {
                Some((to, verb))
            }
            _ => None,
        };
        let Some((to, verb)) = verb else {
            return self.rest_is_note(true);
        };
        let to = match self.grammar.phrase_at(to) {
            Some((end, Phrase::Me)) => end,
            _ => {
                to + usize::from(
                    ["her", "him", "them"]
                        .iter()
                        .any(|word| self.grammar.is_word(to, word)),
                )
            }
        };
        if to < self.grammar.tokens.len() && self.grammar.after(to - 1) == After::Nothing {
            return self.rest_is_note(true);
        }
        self.reading.starter = if who == Phrase::I {
            Starter::Me
        } else {
            Starter::Them
        };
        self.set_way(verb.channel, "");
        self.take(to, PartKind::Starter);
    }

    pub(super) fn take_with(&mut self, end: usize) {
        // "remind me on friday to call ben".
        if self.is_plan && self.expects_verb(end) && self.grammar.is_word(self.at, "to") {
            self.expects = Expects::Name;
            self.at = end;
            return;
        }
        let next = self.grammar.skip_fillers(end);
        let is_name = self
            .grammar
            .name_at(next)
            .is_some_and(|name| !name.is_beginning);
        if self.reading.who.is_empty() {
            if self.in_note && !is_name {
                return self.keep_word(end);
            }
            let is_told = self.has_cue || self.is_plan || self.has_verb;
            if !is_told && !self.is_set() && self.reading.minutes.is_none() {
                return self.keep_word(end);
            }
            self.in_note = false;
            self.at = end;
            self.expects = Expects::AnyName;
        } else if is_name && self.grammar.is_word(self.at, "with") {
            self.at = end;
            self.expects = Expects::AnyName;
        } else {
            self.rest_is_note(true);
        }
    }
}
