//! What can be done about a sentence that was read: lines with an intent, in full words. Pure.

mod commands;
mod contact;
mod giving;
mod promising;
mod needing;
mod topics;

use super::Intent;
use super::grammar::Grammar;
use super::names::{Known, Named};
use super::reading::{Deed, PartKind, Reading, When};
use crate::check_ins::{DayForms, WhenPurpose, choices_of, read_day};
use crate::ids::PersonId;
use crate::letters::{capital, listed};
use crate::moment::Moment;
use crate::relationships::KindId;
use crate::typed_day::TypedDay;

pub(super) use commands::in_capitals;

/// A line before the rows of its people are read from the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub intent: Intent,
    pub words: String,
    pub details: String,
    pub done: String,
    pub people: Vec<PersonId>,
    pub parts: Vec<(std::ops::Range<usize>, PartKind)>,
}

/// Lines, and what is asked or refused with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub question: Option<String>,
    pub refusal: Option<String>,
    /// Whether the text is only a name that nobody has.
    pub is_new_name: bool,
    pub lines: Vec<Line>,
}

impl Lines {
    fn refused(why: impl Into<String>) -> Self {
        Self {
            refusal: Some(why.into()),
            ..Self::default()
        }
    }
}

/// Most people who are offered for one name.
const MOST_OFFERED: usize = 4;

/// What the lines of a reading are made of.
struct Maker<'a> {
    grammar: &'a Grammar<'a>,
    reading: &'a Reading,
    forms: &'a DayForms,
    now: &'a Moment,
}

/// The lines of a reading. `kinds` has the id of each kind in the grammar's list.
pub(super) fn lines_of(grammar: &Grammar<'_>, reading: &Reading, kinds: &[KindId]) -> Lines {
    let (forms, now) = (grammar.around.forms, grammar.around.now);
    let maker = Maker {
        grammar,
        reading,
        forms,
        now,
    };
    if let Some(why) = &reading.refusal {
        return Lines::refused(why);
    }
    if reading.they.is_some() && reading.who.is_empty() {
        return Lines::refused("Say who is meant.");
    }
    let people = grammar.around.people;
    let unsure = reading
        .who
        .iter()
        .position(|named| !named.is_sure && named.people.len() > 1);
    let base: Vec<PersonId> = maker.first_choice();
    let mut all = maker.with(&base, kinds);
    if all.refusal.is_some() {
        return all;
    }
    let offered = unsure.or_else(|| reading.who.iter().position(|named| named.people.len() > 1));
    if let Some(at) = offered
        && let Some(named) = reading.who.get(at)
    {
        let mut more = all.lines.split_off(all.lines.len().min(1));
        let others = named.people.iter().skip(1).take(MOST_OFFERED - 1);
        for other in others.filter_map(|other| people.get(*other)) {
            let mut whom = base.clone();
            if let Some(place) = whom.get_mut(at) {
                *place = other.id;
            }
            whom.dedup();
            let first = maker.with(&whom, kinds).lines.into_iter().next();
            all.lines.extend(first);
        }
        // Where it is asked who is meant, the other lines come last; else first.
        if unsure.is_none() {
            let others = all.lines.split_off(all.lines.len().min(1));
            all.lines.append(&mut more);
            more = others;
        }
        all.lines.append(&mut more);
        if unsure.is_some() {
            all.question = Some(format!("Which {}?", maker.written(named)));
        }
    }
    all
}

/// The lines of a reading for people whom it does not name itself.
pub(super) fn lines_with(
    grammar: &Grammar<'_>,
    reading: &Reading,
    people: &[PersonId],
    kinds: &[KindId],
) -> Lines {
    let maker = Maker {
        grammar,
        reading,
        forms: grammar.around.forms,
        now: grammar.around.now,
    };
    match &reading.refusal {
        Some(why) => Lines::refused(why),
        None => maker.with(people, kinds),
    }
}

impl Maker<'_> {
    fn first_choice(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = Vec::new();
        for named in &self.reading.who {
            let known = named
                .people
                .first()
                .and_then(|at| self.grammar.around.people.get(*at));
            people.extend(
                known
                    .map(|known| known.id)
                    .filter(|id| !people.contains(id)),
            );
        }
        people
    }

    fn written(&self, named: &Named) -> String {
        capital(self.grammar.written(named.from, named.to))
    }

    fn names(&self, people: &[PersonId]) -> String {
        let name = |id: &PersonId| self.known(*id).map(|known| known.name.clone());
        listed(&people.iter().filter_map(name).collect::<Vec<String>>())
    }

    fn known(&self, id: PersonId) -> Option<&Known> {
        self.grammar
            .around
            .people
            .iter()
            .find(|known| known.id == id)
    }

    fn line(&self, people: &[PersonId], intent: Intent, words: [String; 3]) -> Line {
        let [words, details, done] = words;
        Line {
            intent,
            words,
            details,
            done,
            people: people.to_vec(),
            parts: self.reading.parts.clone(),
        }
    }

    fn with(&self, people: &[PersonId], kinds: &[KindId]) -> Lines {
        match self.reading.deed {
            Deed::Log => self.log(people),
            Deed::Plan => self.plan(people),
            Deed::Either { plan_first } => self.either(people, plan_first),
            Deed::Give(giving) => self.give(giving, people),
            Deed::Promise(owed_by) => self.promise(owed_by, people),
            Deed::Command(command) => self.command(command, people, kinds),
            Deed::Topic(stance) => self.topic(stance, people),
            Deed::Need => self.need(),
            Deed::MyTopic(stance) => self.my_topic(stance),
            Deed::Who(asked) => self.who(asked),
        }
    }

    /// The days that the sentence may mean: the first one is taken, unless it is asked which.
    fn days(
        &self,
        when: Option<&When>,
        purpose: WhenPurpose,
    ) -> Result<(Vec<TypedDay>, bool), String> {
        let Some(when) = when else {
            return Ok((vec![TypedDay::exact(self.now.today(), None)], false));
        };
        let choices = choices_of(&when.text, purpose, self.forms, self.now);
        match read_day("when", &when.text, purpose, self.forms, self.now) {
            Ok(read) => {
                let mut all = vec![read];
                all.extend(choices.into_iter().filter(|choice| *choice != read));
                let today = self.now.today();
                // "on wednesday", said on a Wednesday.
                let is_weekday =
                    all.len() == 1 && read.roughly.is_none() && self.is_bare_weekday(when);
                let days_off = read.day.signed_duration_since(today).num_days();
                if is_weekday && days_off.abs() == 7 {
                    all.insert(0, TypedDay { day: today, ..read });
                    return Ok((all, true));
                }
                Ok((all, false))
            }
            Err(_) if choices.len() > 1 => Ok((choices, true)),
            Err(error) => Err(error.message),
        }
    }

    fn is_bare_weekday(&self, when: &When) -> bool {
        let is_other = ["last", "next", "this", "week", "ago"]
            .iter()
            .any(|word| when.text.to_lowercase().contains(word));
        !is_other && !when.text.contains(|c: char| c.is_ascii_digit())
    }
}
