//! Doing what a sentence asks for, in one undo step.

use super::doing_several::do_several;
use super::{Intent, SentenceDone, phrasing};
use crate::book::Book;
use crate::change::Done;
use crate::check_ins::{CheckInId, Snooze, to_put_off};
use crate::details::{DetailEdit, tag_rows};
use crate::error::{Error, Result};
use crate::fold::tag_key;
use crate::ids::PersonId;
use crate::keeping_close::{GroupEdit, RelationshipEdit};
use crate::letters::capital;
use crate::logging::NewInteraction;
use crate::moment::Moment;
use crate::relationships::{Colour, KindId, Status, kind_rows, relationship_rows};
use crate::store::Tx;

impl Book {
    /// Does what a sentence asks for. Intents that only lead somewhere are the page's.
    ///
    /// # Errors
    /// Those of what is done; `Invalid` for an intent that only leads somewhere, or where there is nothing to put off.
    pub fn sentence_do(&self, intent: &Intent, now: &Moment) -> Result<Done<SentenceDone>> {
        match intent {
            Intent::Log { talk } => {
                let done = self.interaction_log(talk, now)?;
                let next = done.value.next.clone();
                Ok(as_done(done, SentenceDone { next, added: None }))
            }
            Intent::Plan {
                people,
                when,
                reason,
            } => self
                .check_ins_plan(people, when, reason, now)
                .map(nothing_new),
            Intent::Snooze { people, when } => {
                let ids = self.read(|tx| all_to_put_off(tx, people, now))?;
                let until = Snooze::On { when: when.clone() };
                self.check_in_snooze(&ids, &until, now).map(nothing_new)
            }
            Intent::KeepClose {
                people,
                cadence_days,
                kind,
            } => {
                let groups = self.read(|tx| kept_close(tx, people, *cadence_days, *kind))?;
                self.relationships_edit(&groups, now).map(nothing_new)
            }
            Intent::Pause { people, until } => self.status(people, Status::Paused, until, now),
            Intent::CoolOff { people, until } => {
                self.status(people, Status::CoolingOff, until, now)
            }
            Intent::Archive { people } => self.status(people, Status::Archived, "", now),
            Intent::Rest { people } => self.status(people, Status::Dormant, "", now),
            Intent::TakeUp { people } => self.status(people, Status::Active, "", now),
            Intent::End { people } => self.status(people, Status::Ended, "", now),
            Intent::LetGo { people } => self
                .relationship_edit(people, &RelationshipEdit::LetGo, now)
                .map(nothing_new),
            Intent::Tag { people, name } => {
                let name = name.clone();
                self.people_edit(people, &DetailEdit::AddTag { name }, now)
                    .map(nothing_new)
            }
            Intent::Untag { people, name } => {
                let id = self.read(|tx| tag_of(tx, people, name))?;
                self.people_edit(people, &DetailEdit::RemoveTag { id }, now)
                    .map(nothing_new)
            }
            Intent::Give { people, exchange } => {
                self.exchanges_add(people, exchange, now).map(nothing_new)
            }
            Intent::Event { said } => self.event_say(said, now).map(nothing_new),
            Intent::Promise { promise } => self.commitment_add(promise, now).map(nothing_new),
            Intent::Need { goal } => self.goal_add(goal, now).map(nothing_new),
            Intent::Topic {
                people,
                stance,
                topic,
            } => self
                .topics_add(people, *stance, topic, now)
                .map(nothing_new),
            Intent::MyTopic { stance, topic } => {
                let done = self.topic_add(None, *stance, topic, now)?;
                Ok(as_done(done, SentenceDone::default()))
            }
            Intent::NextTime { people, text } => {
                self.next_line_set(people, text, now).map(nothing_new)
            }
            Intent::Trash { people } => self.people_trash(people, now).map(nothing_new),
            Intent::Add { person, talk } => {
                let done = match talk {
                    None => self.person_add(person, now)?,
                    Some(talk) => self.person_add_with_talk(person, &with_nobody(talk), now)?,
                };
                let added = Some(done.value);
                Ok(as_done(
                    done,
                    SentenceDone {
                        added,
                        next: Vec::new(),
                    },
                ))
            }
            Intent::Restore { people } => self.people_restore(people, now).map(nothing_new),
            Intent::Several { new, all } => do_several(self, new, all, now),
            Intent::Open { .. }
            | Intent::Who { .. }
            | Intent::Way { .. }
            | Intent::Map { .. }
            | Intent::Brief { .. }
            | Intent::Draft { .. }
            | Intent::Introduce { .. }
            | Intent::Tie { .. }
            | Intent::PlanDialog { .. } => {
                Err(Error::invalid("intent", "There is nothing to save."))
            }
        }
    }

    fn status(
        &self,
        people: &[PersonId],
        value: Status,
        until: &str,
        now: &Moment,
    ) -> Result<Done<SentenceDone>> {
        let until = until.to_owned();
        let edit = RelationshipEdit::Status {
            value,
            until,
            on: String::new(),
            reason: String::new(),
        };
        self.relationship_edit(people, &edit, now).map(nothing_new)
    }
}

fn as_done<T>(done: Done<T>, value: SentenceDone) -> Done<SentenceDone> {
    Done {
        value,
        changes: done.changes,
        operation: done.operation,
    }
}

fn nothing_new<T>(done: Done<T>) -> Done<SentenceDone> {
    as_done(done, SentenceDone::default())
}

/// A conversation whose only participant is somebody new.
fn with_nobody(talk: &NewInteraction) -> NewInteraction {
    NewInteraction {
        people: Vec::new(),
        closes: Vec::new(),
        ..talk.clone()
    }
}

/// What there is to put off with each of these people.
fn all_to_put_off(tx: &Tx<'_>, people: &[PersonId], now: &Moment) -> Result<Vec<CheckInId>> {
    let mut all = Vec::new();
    for person in people {
        all.extend(to_put_off(tx, *person, now)?);
    }
    if all.is_empty() {
        return Err(Error::invalid(
            "people",
            "Nothing is planned with them, so there is nothing to put off.",
        ));
    }
    Ok(all)
}

/// The edits that keep people close: with the kind that is said, else their own, else the calmest one there is.
fn kept_close(
    tx: &Tx<'_>,
    people: &[PersonId],
    cadence_days: Option<u32>,
    kind: Option<KindId>,
) -> Result<Vec<GroupEdit>> {
    let kinds = kind_rows::all(tx)?;
    let calmest = kinds
        .iter()
        .find(|kind| kind.colour == Colour::Industry)
        .or(kinds.first());
    let mut groups = Vec::new();
    for person in people {
        let now = relationship_rows::of_person(tx, *person)?;
        let own = now.as_ref().and_then(|now| now.kind);
        let kind = kind.or(own).or(calmest.map(|kind| kind.id));
        let kind = kind.ok_or_else(|| Error::not_found("A kind of relationship"))?;
        let is_same_kind = own == Some(kind);
        let cadence = now
            .as_ref()
            .and_then(|now| now.cadence_days)
            .filter(|_| is_same_kind);
        groups.push(GroupEdit {
            ids: vec![*person],
            edit: RelationshipEdit::KeepClose {
                kind,
                cadence_days: cadence_days.or(cadence),
                importance: now.as_ref().map_or(1, |now| now.importance),
                next: String::new(),
            },
        });
    }
    Ok(groups)
}

/// What keeping people close adds to what the sentence says: "As industry contact, every 90 days"; empty if nothing.
pub(super) fn what_is_usual(tx: &Tx<'_>, people: &[PersonId], intent: &Intent) -> Result<String> {
    let Intent::KeepClose {
        cadence_days, kind, ..
    } = intent
    else {
        return Ok(String::new());
    };
    let kinds = kind_rows::all(tx)?;
    let mut all: Vec<String> = Vec::new();
    for group in kept_close(tx, people, *cadence_days, *kind)? {
        let RelationshipEdit::KeepClose {
            kind: taken,
            cadence_days: days,
            ..
        } = group.edit
        else {
            continue;
        };
        let own = match group.ids.first() {
            Some(person) => relationship_rows::of_person(tx, *person)?.and_then(|own| own.kind),
            None => None,
        };
        let found = kinds.iter().find(|known| known.id == taken);
        let name = found.filter(|_| kind.is_none() && own != Some(taken));
        let days = days.or(found.map(|kind| kind.cadence_days));
        let said = [
            name.map(|kind| format!("as {}", kind.name.to_lowercase())),
            days.filter(|_| cadence_days.is_none())
                .map(phrasing::rhythm),
        ];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !all.contains(&said) {
            all.push(said);
        }
    }
    Ok(match all.as_slice() {
        [one] => capital(one),
        _ => "Each as their kind has it".to_owned(),
    })
}

/// The tag of this name that one of the people has.
fn tag_of(tx: &Tx<'_>, people: &[PersonId], name: &str) -> Result<crate::details::TagId> {
    let key = tag_key(name);
    for person in people {
        let tags = tag_rows::of_person(tx, *person)?;
        if let Some(tag) = tags.into_iter().find(|tag| tag_key(&tag.name) == key) {
            return Ok(tag.id);
        }
    }
    Err(Error::invalid(
        "name",
        format!("None of them has the tag “{name}”."),
    ))
}
