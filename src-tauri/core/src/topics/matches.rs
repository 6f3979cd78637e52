//! Where what somebody looks for is offered: by me, or by others. "Ana looks for a speaker in Bergen. You know two."

use serde::Serialize;

use super::matching::{TopicWords, topic_key};
use super::{Stance, TopicId, TopicLine, TopicLineId, topic_rows};
use crate::book::Book;
use crate::boundaries::{excluded_pair, excluded_with_me};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::number_words::number;
use crate::people::{PersonName, person_rows};
use crate::relationships::relationship_rows::is_left_alone;
use crate::store::Tx;

/// With more words than this, all topics are compared.
const MOST_LOOKED_UP: usize = 16;
/// The most people that are named for one topic.
const MOST_NAMED: u32 = 20;

/// What somebody looks for, and who offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicMatch {
    /// The line that says so.
    pub line: TopicLineId,
    /// What they look for, as it is spelled.
    pub topic: String,
    /// All of it in words: "Ana looks for a speaker in Bergen. You know two."
    pub words: String,
    /// Who else offers it, best known first, at most 20.
    pub people: Vec<TopicOffered>,
}

/// Somebody who offers what is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicOffered {
    /// The person.
    pub id: PersonId,
    /// The display name.
    pub name: String,
    /// What they offer, as it is spelled with them.
    pub topic: String,
}

impl Book {
    /// What a person looks for and I or others offer, by topic. Nobody is named, and nothing said of the person, who
    /// is left alone.
    ///
    /// # Errors
    /// Storage errors.
    pub fn matches_for(&self, person: PersonId, now: &Moment) -> Result<Vec<TopicMatch>> {
        self.read(|tx| matches_of(tx, person, now))
    }
}

/// Like `matches_for`.
pub(crate) fn matches_of(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<TopicMatch>> {
    let lines = topic_rows::of(tx, Some(person))?;
    let sought = lines
        .into_iter()
        .filter(|line| line.stance == Stance::Seeks);
    let sought: Vec<(TopicLine, TopicWords)> = sought
        .map(|line| {
            let words = TopicWords::of(&line.topic);
            (line, words)
        })
        .collect();
    if sought.is_empty() || is_left_alone(tx, person, now)? || excluded_with_me(tx, person, now)? {
        return Ok(Vec::new());
    }
    let name = person_rows::get(tx, person)?.name;
    let called = name.first();
    let offered = offered(tx, &sought)?;
    let mut matches = Vec::new();
    for (line, words) in &sought {
        let fitting: Vec<&Offered> = offered
            .iter()
            .filter(|offered| words.matches_name(&offered.topic, &offered.key))
            .collect();
        matches.extend(match_of(tx, (person, called), line, &fitting, now)?);
    }
    Ok(matches)
}

/// Everybody else in the book who offers what a person looks for, whatever stands between them, at most 20 a topic.
pub(crate) fn offerers_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<PersonName>> {
    let lines = topic_rows::of(tx, Some(person))?.into_iter();
    let sought: Vec<(TopicLine, TopicWords)> = lines
        .filter(|line| line.stance == Stance::Seeks)
        .map(|line| {
            let words = TopicWords::of(&line.topic);
            (line, words)
        })
        .collect();
    let mut all: Vec<PersonName> = Vec::new();
    if sought.is_empty() {
        return Ok(all);
    }
    let is_sought = |offered: &Offered| {
        let mut words = sought.iter().map(|(_, words)| words);
        words.any(|words| words.matches_name(&offered.topic, &offered.key))
    };
    for offered in offered(tx, &sought)?.into_iter().filter(is_sought) {
        for one in topic_rows::people(tx, offered.id, Stance::Offers, None, MOST_NAMED)? {
            if one.id != person && all.iter().all(|known| known.id != one.id) {
                all.push(one);
            }
        }
    }
    Ok(all)
}

/// A topic that somebody offers.
struct Offered {
    id: TopicId,
    topic: String,
    key: String,
    is_mine: bool,
}

/// What is offered and may match.
fn offered(tx: &Tx<'_>, sought: &[(TopicLine, TopicWords)]) -> Result<Vec<Offered>> {
    let mut words: Vec<String> = sought
        .iter()
        .flat_map(|(line, words)| {
            let same = topic_key(&line.topic);
            words
                .folded_words()
                .map(str::to_owned)
                .chain([same])
                .collect::<Vec<_>>()
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    if words.len() > MOST_LOOKED_UP {
        words.clear();
    }
    let mine = topic_rows::of(tx, None)?;
    let topics = topic_rows::with_words(tx, &words, Some(Stance::Offers))?;
    let topics = topics.into_iter().map(|topic| Offered {
        id: topic.id,
        key: topic.key,
        is_mine: mine
            .iter()
            .any(|line| line.stance == Stance::Offers && line.topic == topic.name),
        topic: topic.name,
    });
    Ok(topics.collect())
}

fn match_of(
    tx: &Tx<'_>,
    (person, called): (PersonId, &str),
    line: &TopicLine,
    fitting: &[&Offered],
    now: &Moment,
) -> Result<Option<TopicMatch>> {
    let mut people: Vec<TopicOffered> = Vec::new();
    for offered in fitting {
        let named = topic_rows::people(tx, offered.id, Stance::Offers, Some(now), MOST_NAMED + 1)?;
        for one in named {
            let is_new = one.id != person && people.iter().all(|known| known.id != one.id);
            if is_new
                && !excluded_with_me(tx, one.id, now)?
                && !excluded_pair(tx, (person, one.id), now)?
            {
                people.push(TopicOffered {
                    id: one.id,
                    name: one.name,
                    topic: offered.topic.clone(),
                });
            }
        }
    }
    let mine = fitting.iter().find(|offered| offered.is_mine);
    let mine = mine.map(|offered| offered.topic.clone());
    let words = in_words(called, &line.topic, mine.as_deref(), &people);
    people.truncate(MOST_NAMED as usize);
    Ok(words.map(|words| TopicMatch {
        line: line.id,
        topic: line.topic.clone(),
        words,
        people,
    }))
}

/// "Ana looks for a speaker in Bergen. You know two." `None` where nobody offers it.
fn in_words(
    called: &str,
    topic: &str,
    mine: Option<&str>,
    people: &[TopicOffered],
) -> Option<String> {
    let offered = match (mine, people) {
        (None, []) => return None,
        (Some(mine), []) => format!("You offer {mine}."),
        (None, [one]) => format!("{} offers {}.", one.name, one.topic),
        (None, several) => format!("You know {}.", at_most(several.len())),
        (Some(mine), [one]) => format!("You offer {mine}, and so does {}.", one.name),
        (Some(mine), several) => {
            format!("You offer {mine}, and you know {}.", at_most(several.len()))
        }
    };
    Some(format!("{called} looks for {topic}. {offered}"))
}

/// "two"; where not all are named, "20 and more".
fn at_most(count: usize) -> String {
    match count <= MOST_NAMED as usize {
        true => number(count),
        false => format!("{MOST_NAMED} and more"),
    }
}
