//! Lines that log a conversation or plan a check-in.

use super::{Line, Lines, Maker};
use chrono::Timelike;

use crate::check_ins::{WhenPurpose, read_day, reminder_note, when_of};
use crate::days::{DayPart, Roughly};
use crate::ids::PersonId;
use crate::interactions::StartedBy;
use crate::letters::capital;
use crate::logging::NewInteraction;
use crate::sentences::reading::{Starter, When};
use crate::sentences::{Intent, phrasing};
use crate::typed_day::{TypedDay, typed_text, understood, understood_day};

/// Days from today up to which a date is near, and from which on it is far.
const NEAR: i64 = 60;
const FAR: i64 = 200;

impl Maker<'_> {
    pub(super) fn log(&self, people: &[PersonId]) -> Lines {
        let (days, is_asked) = match self.days(self.reading.when.as_ref(), WhenPurpose::Talk) {
            Ok(days) => days,
            Err(why) => return self.not_logged(people, why),
        };
        if people.is_empty() && self.reading.name.is_empty() {
            return Lines::refused("Say with whom.");
        }
        let lines = days.iter().map(|day| self.log_line(people, *day)).collect();
        Lines {
            question: is_asked.then(|| "Which day?".to_owned()),
            lines,
            ..Lines::default()
        }
    }

    /// A day to come cannot be logged; it can be planned.
    pub(super) fn not_logged(&self, people: &[PersonId], why: String) -> Lines {
        let plan = self.plan(people);
        Lines {
            refusal: Some(why),
            lines: if plan.refusal.is_none() {
                plan.lines
            } else {
                Vec::new()
            },
            ..Lines::default()
        }
    }

    pub(super) fn draft(&self, people: &[PersonId], day: TypedDay) -> NewInteraction {
        let reading = self.reading;
        NewInteraction {
            people: people.to_vec(),
            when: typed_text(day),
            channel: reading.channel,
            title: reading.title.to_owned(),
            minutes: reading.minutes,
            started_by: match (reading.starter, people.first()) {
                (Starter::Me, _) => StartedBy::Me,
                (Starter::Them, Some(first)) if people.len() == 1 => {
                    StartedBy::Person { id: *first }
                }
                _ => StartedBy::NotSaid,
            },
            note: reading.note.clone(),
            attempt: reading.is_attempt,
            closes: Vec::new(),
        }
    }

    pub(super) fn log_line(&self, people: &[PersonId], day: TypedDay) -> Line {
        let reading = self.reading;
        let names = self.names(people);
        let talk = self.draft(people, day);
        let intent = Intent::Log { talk };
        if reading.is_attempt {
            let tried = phrasing::attempt(reading.channel, &names);
            let words = [
                format!("Log that you {tried}"),
                self.attempt_details(day),
                format!("Logged that you {tried}"),
            ];
            return self.line(people, intent, words);
        }
        let what = phrasing::talk(reading.channel, reading.title);
        self.line(
            people,
            intent,
            [
                format!("Log {what} with {names}"),
                self.talk_details(people, day),
                format!("Logged {what} with {names}"),
            ],
        )
    }

    fn attempt_details(&self, day: TypedDay) -> String {
        let when = capital(&self.when_words(day));
        with_note(format!("{when}, no answer"), &self.reading.note)
    }

    fn when_words(&self, day: TypedDay) -> String {
        let today = self.now.today();
        match self.reading.when {
            Some(_) => understood(day, today, self.forms.written.clock),
            None => understood_day(today, today),
        }
    }

    pub(super) fn talk_details(&self, people: &[PersonId], day: TypedDay) -> String {
        let reading = self.reading;
        let mut said = vec![capital(&self.when_words(day))];
        if !reading.title.is_empty() {
            said.extend(phrasing::channel(reading.channel).map(str::to_owned));
        }
        said.push(match reading.minutes {
            Some(minutes) => phrasing::length(minutes),
            None => "length not said".to_owned(),
        });
        match (
            reading.starter,
            people.first().and_then(|id| self.known(*id)),
        ) {
            (Starter::Me, _) => said.push("you began it".to_owned()),
            (Starter::Them, Some(known)) if people.len() == 1 => {
                said.push(format!("{} began it", phrasing::first(&known.name)));
            }
            _ => {}
        }
        with_note(said.join(", "), &reading.note)
    }

    pub(super) fn plan(&self, people: &[PersonId]) -> Lines {
        if people.is_empty() {
            return Lines::refused("Say with whom.");
        }
        if self.reading.when.is_none() {
            return self.plan_some_day(people);
        }
        let (days, is_asked) = match self.days(self.reading.when.as_ref(), WhenPurpose::CheckIn) {
            Ok(days) => days,
            Err(why) => return Lines::refused(why),
        };
        Lines {
            question: is_asked.then(|| "Which day?".to_owned()),
            lines: days
                .iter()
                .map(|day| self.plan_line(people, *day))
                .collect(),
            ..Lines::default()
        }
    }

    /// Without a day: the dialog for one person, and days that are often meant.
    pub(super) fn plan_some_day(&self, people: &[PersonId]) -> Lines {
        let mut lines = Vec::new();
        let reason = self.reason();
        if let ([person], "") = (people, reason.as_str()) {
            let words = format!("Plan a check-in with {}", self.names(people));
            let intent = Intent::PlanDialog { person: *person };
            lines.push(self.line(
                people,
                intent,
                [words, "Choose a day".to_owned(), String::new()],
            ));
        }
        for text in ["tomorrow", "next week", "in a month"] {
            let read = read_day("when", text, WhenPurpose::CheckIn, self.forms, self.now);
            lines.extend(read.ok().map(|day| self.plan_line(people, day)));
        }
        Lines {
            question: Some("On which day?".to_owned()),
            lines,
            ..Lines::default()
        }
    }

    pub(super) fn reason(&self) -> String {
        phrasing::reason(
            self.reading.channel,
            self.reading.title,
            &self.reading.verb,
            &self.reading.note,
        )
    }

    pub(super) fn plan_line(&self, people: &[PersonId], day: TypedDay) -> Line {
        let clock = self.forms.written.clock;
        let names = self.names(people);
        let reason = self.reason();
        let mut details = understood(day, self.now.today(), clock);
        if let Some(rings) =
            reminder_note(when_of(day, self.now), &self.forms.rules, clock, self.now)
        {
            details = format!("{details}. {}", rings.trim_end_matches('.'));
        }
        if !reason.is_empty() {
            details = format!("{details}. For: “{reason}”");
        }
        let intent = Intent::Plan {
            people: people.to_vec(),
            when: typed_text(TypedDay::exact(day.day, day.time)),
            reason,
        };
        self.line(
            people,
            intent,
            [
                format!("Plan a check-in with {names}"),
                details,
                format!("Planned a check-in with {names}"),
            ],
        )
    }

    /// A sentence that does not say whether it happened.
    pub(super) fn either(&self, people: &[PersonId], plan_first: bool) -> Lines {
        if people.is_empty() {
            return Lines::refused("Say with whom.");
        }
        let today = self.now.today();
        let when = self.reading.when.as_ref();
        let log = self.log(people);
        let plan = match when {
            None => self.plan_some_day(people),
            Some(_) => self.plan(people),
        };
        match (&log.refusal, &plan.refusal) {
            (Some(_), None) => return plan,
            (None, Some(_)) => return log,
            (Some(_), Some(_)) => return log,
            (None, None) => {}
        }
        // "yesterday" and "tomorrow" say it; "today" and "friday" do not.
        let says = when.and_then(|when| {
            let (past, future) = (when.past?, when.future?);
            match past.roughly {
                // "this morning" is over or has begun.
                Some(Roughly::Part(part)) if past.day == today => self.part_happened(part),
                _ => (past.day == future.day && past.day != today).then_some(past.day < today),
            }
        });
        match says.or_else(|| when.and_then(|when| self.is_surely_past(when))) {
            Some(true) => return log,
            Some(false) => return plan,
            None => {}
        }
        // Who says how long it took tells what happened.
        if self.reading.minutes.is_some() && when.is_some() {
            return log;
        }
        let (mut first, mut second) = if plan_first { (plan, log) } else { (log, plan) };
        first.lines.truncate(2);
        second.lines.truncate(1);
        let is_asked = first.question.is_some() && when.is_some();
        first.lines.append(&mut second.lines);
        if is_asked {
            return first;
        }
        // "call ben friday" asks for it, "coffee with ben" tells it; the rest may be both.
        let is_clear = match when {
            Some(_) => self.reading.is_order,
            None => !self.reading.is_order,
        };
        first.question = (!is_clear).then(|| "Did it happen, or is it to come?".to_owned());
        first
    }

    /// Whether what is said of a part of today happened: "call ben this afternoon" asks for it, "coffee with ben this
    /// morning" tells it once most of the morning is over; `None` before.
    fn part_happened(&self, part: DayPart) -> Option<bool> {
        let (from, to) = part.hours();
        let is_mostly_over = self.now.local().hour() * 2 >= from + to;
        match (self.reading.is_order, is_mostly_over) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }

    /// A date without a year means the near one, if the other is far; `None` if both are near or far.
    pub(super) fn is_surely_past(&self, when: &When) -> Option<bool> {
        let today = self.now.today();
        let off = |read: Option<TypedDay>| {
            read.map(|read| read.day.signed_duration_since(today).num_days().abs())
        };
        match (off(when.past)?, off(when.future)?) {
            (..=NEAR, FAR..) => Some(true),
            (FAR.., ..=NEAR) => Some(false),
            _ => None,
        }
    }
}

fn with_note(said: String, note: &str) -> String {
    match note {
        "" => said,
        note => format!("{said}. Note: “{note}”"),
    }
}
