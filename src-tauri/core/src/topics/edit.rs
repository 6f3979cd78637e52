//! What somebody offers, looks for and knows about: said, and no longer said.

use super::{Stance, TopicLine, TopicLineId, topic_rows};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;
use crate::store::changing::Changing;

/// Longest topic, in characters: a few words that fit on a line.
const LONGEST: usize = 100;

impl Book {
    /// What somebody (`None`: me) offers, looks for and knows about, by name.
    ///
    /// # Errors
    /// Storage errors.
    pub fn topics_of(&self, person: Option<PersonId>) -> Result<Vec<TopicLine>> {
        self.read(|tx| topic_rows::of(tx, person))
    }

    /// Says that somebody (`None`: me) offers, looks for or knows about a topic. Its spelling is that which is in use.
    ///
    /// # Errors
    /// `Invalid` at `topic`; `NotFound`; storage errors.
    pub fn topic_add(
        &self,
        person: Option<PersonId>,
        stance: Stance,
        topic: &str,
        now: &Moment,
    ) -> Result<Done<TopicLineId>> {
        let topic = checked("topic", topic)?;
        self.change(kind_of(person, true), now, |change| {
            name_change(change, person)?;
            let tx = &change.tx;
            topic_rows::give(tx, person, stance, topic_rows::named(tx, &topic)?)
        })
    }

    /// The same of several people, in one step.
    ///
    /// # Errors
    /// Like `topic_add`; `Invalid` at `people`.
    pub fn topics_add(
        &self,
        people: &[PersonId],
        stance: Stance,
        topic: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::AddTopic, now, |change| {
            let said = add(&change.tx, Some(people), stance, topic);
            change.about_people(people)?;
            said
        })
    }

    /// Takes a topic from whoever has it.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn topic_remove(&self, id: TopicLineId, now: &Moment) -> Result<Done<()>> {
        let person = self.read(|tx| topic_rows::person_of(tx, id))?;
        self.change(kind_of(person, false), now, |change| {
            topic_rows::person_of(&change.tx, id)?;
            name_change(change, person)?;
            topic_rows::take(&change.tx, id)
        })
    }
}

/// Says that people (`None`: the user) offer, look for or know about a topic, within a change.
pub(crate) fn add(
    tx: &Tx<'_>,
    people: Option<&[PersonId]>,
    stance: Stance,
    topic: &str,
) -> Result<()> {
    let topic = checked("topic", topic)?;
    check_people(tx, people.unwrap_or_default(), &[])?;
    let topic = topic_rows::named(tx, &topic)?;
    match people {
        None => topic_rows::give(tx, None, stance, topic).map(drop),
        Some(people) => people
            .iter()
            .try_for_each(|person| topic_rows::give(tx, Some(*person), stance, topic).map(drop)),
    }
}

fn kind_of(person: Option<PersonId>, is_new: bool) -> OperationKind {
    match (person, is_new) {
        (None, _) => OperationKind::MyTopics,
        (Some(_), true) => OperationKind::AddTopic,
        (Some(_), false) => OperationKind::RemoveTopic,
    }
}

fn name_change(change: &Changing<'_>, person: Option<PersonId>) -> Result<()> {
    match person {
        Some(person) => change.about_people(&[person]),
        None => {
            change.about("", 0);
            Ok(())
        }
    }
}

/// A topic without space around it and breaks in it.
///
/// # Errors
/// `Invalid` at the field where it is blank or too long.
pub(super) fn checked(field: &str, topic: &str) -> Result<String> {
    let topic = topic.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&topic) {
        return Err(Error::invalid(field, "A topic needs a word."));
    }
    if topic.chars().count() > LONGEST {
        return Err(Error::invalid(
            field,
            "A topic is a few words: 100 letters at most. The rest fits in a note.",
        ));
    }
    Ok(topic)
}
