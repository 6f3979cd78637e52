//! Lines of commands: snooze, pause, keep close, tag, add and the like.

use super::{Lines, Maker};
use crate::channel::Channel;
use crate::check_ins::WhenPurpose;
use crate::details::NewPerson;
use crate::ids::PersonId;
use crate::keeping_close::cooling_end;
use crate::letters::capital;
use crate::relationships::KindId;
use crate::sentences::reading::When;
use crate::sentences::words::Command;
use crate::sentences::{Intent, phrasing};
use crate::typed_day::{TypedDay, typed_text, understood};

impl Maker<'_> {
    pub(super) fn command(&self, command: Command, people: &[PersonId], kinds: &[KindId]) -> Lines {
        let reading = self.reading;
        if command == Command::Add {
            return self.add(people);
        }
        let Some(person) = people.first().copied() else {
            return Lines::refused("Say whom.");
        };
        let names = self.names(people);
        let whom = people.to_vec();
        let is = if people.len() > 1 { "are" } else { "is" };
        let single = |intent: Intent, words: String, done: String| {
            let note = match reading.note.as_str() {
                "" => String::new(),
                note => format!("Not understood: “{note}”"),
            };
            Lines {
                lines: vec![self.line(people, intent, [words, note, done])],
                ..Lines::default()
            }
        };
        match command {
            Command::Snooze => self.snooze(people),
            Command::Pause => self.pause(people),
            Command::CoolOff => self.cool_off(people),
            Command::Archive => single(
                Intent::Archive { people: whom },
                format!("Archive {names}: out of the lists, still found"),
                format!("{names} {is} archived"),
            ),
            Command::Rest => single(
                Intent::Rest { people: whom },
                format!("Let {names} rest for now"),
                format!("{names} {is} resting for now"),
            ),
            Command::KeepClose => {
                let kind = reading.kind.and_then(|kind| kinds.get(kind)).copied();
                let often = reading.cadence.map(phrasing::rhythm);
                let kind_name = reading
                    .kind
                    .and_then(|kind| self.grammar.around.kinds.get(kind));
                let more = [
                    kind_name.map(|name| format!("as {}", name.to_lowercase())),
                    often,
                ];
                let more: Vec<String> = more.into_iter().flatten().collect();
                let more = if more.is_empty() {
                    String::new()
                } else {
                    format!(" {}", more.join(", "))
                };
                let intent = Intent::KeepClose {
                    people: whom,
                    cadence_days: reading.cadence,
                    kind,
                };
                single(
                    intent,
                    format!("Keep {names} close{more}"),
                    format!("{names} {is} kept close{more}"),
                )
            }
            Command::TakeUp => single(
                Intent::TakeUp { people: whom },
                format!("Take up again with {names}"),
                format!("You are in touch with {names} again"),
            ),
            Command::End => single(
                Intent::End { people: whom },
                format!("End it with {names}: its purpose is over"),
                format!("Ended with {names}"),
            ),
            Command::LetGo => single(
                Intent::LetGo { people: whom },
                format!("Keep {names} close no longer"),
                format!("{names} {is} no longer kept close"),
            ),
            Command::Tag => single(
                Intent::Tag {
                    people: whom,
                    name: reading.name.clone(),
                },
                format!("Tag {names} “{}”", reading.name),
                format!("{names} {is} tagged {}", reading.name),
            ),
            Command::Untag => single(
                Intent::Untag {
                    people: whom,
                    name: reading.name.clone(),
                },
                format!("Remove the tag “{}” from {names}", reading.name),
                format!("Removed the tag {} from {names}", reading.name),
            ),
            Command::NextTime => {
                let text = reading.note.clone();
                let words = format!("Next time with {names}: “{text}”");
                let done = format!("Kept for next time with {names}");
                let intent = Intent::NextTime { people: whom, text };
                Lines {
                    lines: vec![self.line(people, intent, [words, String::new(), done])],
                    ..Lines::default()
                }
            }
            Command::Trash => single(
                Intent::Trash { people: whom },
                format!("Move {names} to the trash"),
                format!("{names} {is} in the trash for 30 days"),
            ),
            Command::Open => single(
                Intent::Open { person },
                format!("Open {names}"),
                String::new(),
            ),
            Command::Way => single(
                Intent::Way { person },
                format!("Find a way in to {names}"),
                String::new(),
            ),
            Command::Map => single(
                Intent::Map { person },
                format!("Show {names} on the map"),
                String::new(),
            ),
            Command::Brief => single(
                Intent::Brief { person },
                format!("Brief about {names}"),
                String::new(),
            ),
            Command::Draft(sort) => single(
                Intent::Draft { person, sort },
                format!("Write a draft to {names}"),
                String::new(),
            ),
            Command::Introduce => match people {
                [one, other] if one != other => single(
                    Intent::Introduce { people: whom },
                    format!(
                        "Introduce {} to {}",
                        self.names(&[*one]),
                        self.names(&[*other])
                    ),
                    String::new(),
                ),
                _ => Lines::refused("Say the two whom you introduce."),
            },
            Command::Tie => single(
                Intent::Tie { person },
                format!("Add who {names} knows"),
                String::new(),
            ),
            Command::Add => Lines::default(),
        }
    }

    pub(super) fn snooze(&self, people: &[PersonId]) -> Lines {
        let texts: Vec<&str> = match &self.reading.when {
            Some(when) => vec![when.text.as_str()],
            None => vec!["tomorrow", "next week", "in two weeks"],
        };
        self.dated(people, &texts, |people, when, words| {
            let names = self.names(&people);
            let intent = Intent::Snooze { people, when };
            [
                format!("Snooze {names} until {words}"),
                format!("Snoozed {names} until {words}"),
            ]
            .map(|said| (intent.clone(), said))
        })
    }

    pub(super) fn pause(&self, people: &[PersonId]) -> Lines {
        let texts: Vec<&str> = match &self.reading.when {
            Some(when) => vec![when.text.as_str()],
            None => vec!["in a month", "in three months", "in six months"],
        };
        self.dated(people, &texts, |people, until, words| {
            let names = self.names(&people);
            let intent = Intent::Pause { people, until };
            [
                format!("Pause {names} until {words}"),
                format!("Paused {names} until {words}"),
            ]
            .map(|said| (intent.clone(), said))
        })
    }

    /// What was written after the names says until when; nothing means a day.
    fn cool_off(&self, people: &[PersonId]) -> Lines {
        let end = match cooling_end(&self.reading.name, self.forms, self.now) {
            Ok(end) => self.now.local_of(end),
            Err(error) => return Lines::refused(error.message),
        };
        let at = TypedDay::exact(end.date(), Some(end.time()));
        let names = self.names(people);
        let words = understood(at, self.now.today(), self.forms.written.clock);
        let intent = Intent::CoolOff {
            people: people.to_vec(),
            until: typed_text(at),
        };
        let line = self.line(
            people,
            intent,
            [
                format!("Let it cool with {names} until {words}"),
                "Nothing reminds you until then".to_owned(),
                format!("You let it cool with {names} until {words}"),
            ],
        );
        Lines {
            lines: vec![line],
            ..Lines::default()
        }
    }

    /// Lines for a day, or for several to choose from where none was said.
    pub(super) fn dated(
        &self,
        people: &[PersonId],
        texts: &[&str],
        make: impl Fn(Vec<PersonId>, String, String) -> [(Intent, String); 2],
    ) -> Lines {
        let mut all = Lines::default();
        for text in texts {
            let when = When {
                text: (*text).to_owned(),
                past: None,
                future: None,
            };
            let (days, is_asked) = match self.days(Some(&when), WhenPurpose::CheckIn) {
                Ok(days) => days,
                Err(why) => return Lines::refused(why),
            };
            for day in days {
                let words = understood(day, self.now.today(), self.forms.written.clock);
                let text = typed_text(TypedDay::exact(day.day, day.time));
                let [(intent, words), (_, done)] = make(people.to_vec(), text, words);
                let details = match self.reading.note.as_str() {
                    "" => String::new(),
                    note => format!("Not understood: “{note}”"),
                };
                all.lines
                    .push(self.line(people, intent, [words, details, done]));
            }
            if is_asked {
                all.question = Some("Which day?".to_owned());
            }
        }
        if texts.len() > 1 {
            all.question = Some("Until when?".to_owned());
        }
        all
    }

    pub(super) fn add(&self, people: &[PersonId]) -> Lines {
        let reading = self.reading;
        let name = in_capitals(&reading.name);
        let person = NewPerson {
            name: name.clone(),
            email: reading.email.clone(),
            organisation: in_capitals(&reading.organisation),
            ..NewPerson::default()
        };
        let is_talk = reading.channel != Channel::NotSaid
            || reading.when.is_some()
            || !reading.note.is_empty();
        let talk = match is_talk {
            true => match self.days(reading.when.as_ref(), WhenPurpose::Talk) {
                Ok((days, _)) => days
                    .into_iter()
                    .next()
                    .map(|day| (self.draft(&[], day), day)),
                Err(why) => return Lines::refused(why),
            },
            false => None,
        };
        let mut all = Lines::default();
        for known in people {
            if let Some(known) = self.known(*known) {
                all.question = Some(format!("{} is in your book already.", known.name));
                let words = format!("Open {}", known.name);
                let intent = Intent::Open { person: known.id };
                all.lines.push(self.line(
                    &[known.id],
                    intent,
                    [words, String::new(), String::new()],
                ));
            }
        }
        let another = if people.is_empty() {
            "Add"
        } else {
            "Add another"
        };
        let words = match &talk {
            Some(_) => format!(
                "Add {name}, and log {} with them",
                phrasing::talk(reading.channel, reading.title)
            ),
            None => format!("{another} {name}"),
        };
        let details = match &talk {
            Some((_, day)) => self.talk_details(&[], *day),
            None => {
                let told = [in_capitals(&reading.organisation), reading.email.clone()];
                let told: Vec<String> = told.into_iter().filter(|one| !one.is_empty()).collect();
                told.join(", ")
            }
        };
        let intent = Intent::Add {
            person,
            talk: talk.map(|(talk, _)| talk),
        };
        all.lines.push(self.line(
            &[],
            intent,
            [words, details, format!("{name} is in your book")],
        ));
        all
    }
}

/// A name in lower case only, as it is typed in a hurry, gets its capitals.
pub(in crate::sentences) fn in_capitals(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let words: Vec<String> = name.split_whitespace().map(capital).collect();
    words.join(" ")
}
