//! Doing several things that one sentence says, in one undo step.

use super::{Intent, SentenceDone};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::commitments::{self, NewCommitment, TalkCommitment};
use crate::details::NewPerson;
use crate::details::add::insert;
use crate::error::{Error, Result};
use crate::exchanges::{self, NewExchange, TalkExchange};
use crate::ids::PersonId;
use crate::interactions::interaction_rows::{self, InteractionRecord};
use crate::interactions::{InteractionId, StartedBy};
use crate::logging::{self, NewInteraction, NextCheckIn};
use crate::moment::Moment;
use crate::next_lines;
use crate::people::add::name_of_new;
use crate::store::changing::Changing;
use crate::topics;

/// Adds whoever is new, and does all of it.
///
/// # Errors
/// Those of what is done; `Invalid` at `all` where one of them cannot be one of several.
pub(super) fn do_several(
    book: &Book,
    new: &[NewPerson],
    all: &[Intent],
    now: &Moment,
) -> Result<Done<SentenceDone>> {
    let names = new.iter().map(|person| name_of_new("name", &person.name));
    let names = names.collect::<Result<Vec<_>>>()?;
    let kind = match all.first() {
        _ if !new.is_empty() => OperationKind::AddPerson,
        Some(Intent::Log { .. }) => OperationKind::LogInteraction,
        Some(Intent::Promise { .. }) => OperationKind::AddCommitment,
        Some(Intent::Give { .. }) => OperationKind::AddExchange,
        Some(Intent::Topic { .. }) => OperationKind::AddTopic,
        Some(Intent::MyTopic { .. }) => OperationKind::MyTopics,
        Some(Intent::NextTime { .. }) => OperationKind::SetNextLine,
        _ => return Err(not_one_of_several()),
    };
    book.change(kind, now, |change| {
        let mut doing = Doing {
            change,
            added: Vec::new(),
            people: Vec::new(),
            talk: None,
            next: Vec::new(),
        };
        for (name, person) in names.iter().zip(new) {
            doing.added.push(insert(change, name, person)?);
        }
        for intent in all {
            doing.one(intent)?;
        }
        match names.first() {
            Some(name) => change.about(&name.display, new.len()),
            None if doing.people.is_empty() => change.about("", 0),
            None => change.about_people(&doing.people)?,
        }
        Ok(SentenceDone {
            added: doing.added.first().copied(),
            next: doing.next,
        })
    })
}

fn not_one_of_several() -> Error {
    Error::invalid("all", "That cannot be done together with something else.")
}

/// What was done so far.
struct Doing<'a, 'c> {
    change: &'a Changing<'c>,
    added: Vec<PersonId>,
    /// Everybody it is about.
    people: Vec<PersonId>,
    /// The last talk that was logged, its row and who took part.
    talk: Option<(InteractionId, InteractionRecord, Vec<PersonId>)>,
    next: Vec<NextCheckIn>,
}

impl Doing<'_, '_> {
    fn one(&mut self, intent: &Intent) -> Result<()> {
        let (tx, now) = (&self.change.tx, &self.change.now);
        match intent {
            Intent::Log { talk } => self.log(talk),
            Intent::Promise { promise } => {
                let promise = NewCommitment {
                    people: self.real(&promise.people)?,
                    ..promise.clone()
                };
                self.promise(&promise)
            }
            Intent::Give { people, exchange } => {
                let people = self.real(people)?;
                self.give(&people, exchange)
            }
            Intent::Topic {
                people,
                stance,
                topic,
            } => {
                let people = self.real(people)?;
                topics::add(tx, Some(&people), *stance, topic)
            }
            Intent::MyTopic { stance, topic } => topics::add(tx, None, *stance, topic),
            Intent::NextTime { people, text } => {
                let people = self.real(people)?;
                next_lines::set(tx, "text", &people, text, now.today().into())
            }
            _ => Err(not_one_of_several()),
        }
    }

    /// The ids of people, of whom some were just added.
    fn real(&mut self, people: &[PersonId]) -> Result<Vec<PersonId>> {
        let real = people.iter().map(|id| self.real_id(*id));
        let real = real.collect::<Result<Vec<_>>>()?;
        for person in &real {
            if !self.people.contains(person) {
                self.people.push(*person);
            }
        }
        Ok(real)
    }

    fn real_id(&self, id: PersonId) -> Result<PersonId> {
        if id.0 >= 0 {
            return Ok(id);
        }
        let place = usize::try_from(-(id.0 + 1)).ok();
        let added = place.and_then(|place| self.added.get(place));
        added.copied().ok_or_else(|| Error::not_found("A person"))
    }

    fn log(&mut self, talk: &NewInteraction) -> Result<()> {
        let people = self.real(&talk.people)?;
        let started_by = match talk.started_by {
            StartedBy::Person { id } => StartedBy::Person {
                id: self.real_id(id)?,
            },
            other => other,
        };
        let talk = NewInteraction {
            people: people.clone(),
            started_by,
            ..talk.clone()
        };
        if people.is_empty() {
            return Err(Error::invalid("people", "Say with whom."));
        }
        let logged = logging::log(self.change, &talk)?;
        let record = interaction_rows::get(&self.change.tx, logged.id)?;
        self.talk = (!record.attempt).then_some((logged.id, record, people));
        self.next.extend(logged.next);
        Ok(())
    }

    /// A promise with those who took part was made in the talk.
    fn promise(&self, promise: &NewCommitment) -> Result<()> {
        let (tx, now) = (&self.change.tx, &self.change.now);
        let Some((talk, record, took_part)) = self.talk_of(&promise.people) else {
            return commitments::add(tx, promise, now).map(drop);
        };
        let made = TalkCommitment {
            owed_by: promise.owed_by,
            what: promise.what.clone(),
            people: promise.people.clone(),
            when: promise.when.clone(),
        };
        commitments::in_talk(tx, *talk, record.on, took_part, &[made], now)
    }

    /// What was given to those who took part came from the talk, unless it comes back.
    fn give(&self, people: &[PersonId], exchange: &NewExchange) -> Result<()> {
        let (tx, now) = (&self.change.tx, &self.change.now);
        let talk = self.talk_of(people).filter(|_| exchange.back_by.is_empty());
        let Some((talk, record, took_part)) = talk else {
            return exchanges::add(tx, people, exchange, now).map(drop);
        };
        let came = TalkExchange {
            direction: exchange.direction,
            what: exchange.what.clone(),
            sort: exchange.sort,
            size: exchange.size,
            people: people.to_vec(),
        };
        exchanges::in_talk(tx, *talk, record, took_part, &[came])
    }

    fn talk_of(
        &self,
        people: &[PersonId],
    ) -> Option<&(InteractionId, InteractionRecord, Vec<PersonId>)> {
        let talk = self.talk.as_ref();
        talk.filter(|(.., took_part)| people.iter().all(|person| took_part.contains(person)))
    }
}
