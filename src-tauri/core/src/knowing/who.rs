//! Who knows about something: through what they offer and know, tags, roles, organisations and notes, and through
//! somebody between.

use std::collections::HashSet;

use super::knowing_rows::tagged;
use super::{WhoAsked, WhoBy, WhoKnows, WhoRow, WhoThrough};
use crate::book::Book;
use crate::details::{affiliation_rows, note_rows};
use crate::error::Result;
use crate::find_words::{Ways, has_all, typed_words};
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::letters::capital;
use crate::map::{Network, reached_through};
use crate::moment::Moment;
use crate::number_words::number;
use crate::people_list::{around, known_with, rows_of};
use crate::relationships::relationship_rows::is_left_alone;
use crate::store::Tx;
use crate::topics::matching::TopicWords;
use crate::topics::{Stance, TopicId, topic_rows};
use crate::typed_day::short_date;

/// The most people in an answer.
const MOST: usize = 60;
/// With more words than this, all topics are compared.
const MOST_WORDS: usize = 24;
/// The most people whose notes are read.
const MOST_READ: u32 = 80;

/// Somebody who is an answer: where it stands, and in words.
type Found = (PersonId, WhoBy, String);

impl Book {
    /// Who offers a topic or knows about it, or who looks for it, best first: what they offer and know; tags, roles,
    /// organisations and notes that have all its words. Those whom I do not know, with whoever knows them, come last.
    ///
    /// # Errors
    /// Storage errors.
    pub fn who_knows(
        &self,
        network: &Network,
        asked: WhoAsked,
        topic: &str,
        now: &Moment,
    ) -> Result<WhoKnows> {
        self.read(|tx| who_knows_in(tx, network, asked, topic, now))
    }
}

/// `Book::who_knows` within a transaction.
///
/// # Errors
/// Storage errors.
pub(crate) fn who_knows_in(
    tx: &Tx<'_>,
    network: &Network,
    asked: WhoAsked,
    topic: &str,
    now: &Moment,
) -> Result<WhoKnows> {
    let topic = topic.split_whitespace().collect::<Vec<_>>().join(" ");
    let question = Question::of(&topic);
    let mut found = question.in_topics(tx, asked, now)?;
    if asked == WhoAsked::Knows {
        found.extend(question.in_tags(tx)?);
    }
    let mut all_read = true;
    if found.len() <= MOST {
        let (others, all) = question.elsewhere(tx, asked, &found, now)?;
        found.extend(others);
        all_read = all;
    }
    let mut seen = HashSet::new();
    found.retain(|(person, ..)| seen.insert(*person));
    let mut found = not_left_alone(tx, found, now)?;
    let more = found.len() > MOST || !all_read;
    found.truncate(MOST);
    let rows = rows(tx, network, found, now)?;
    Ok(WhoKnows {
        summary: summary(&rows, more),
        rows,
        more,
        mine: question.mine(tx, asked)?,
        topic,
    })
}

/// What is asked about, in the forms in which it is looked for.
struct Question {
    typed: Vec<Ways>,
    words: TopicWords,
    /// Folded words of which each fitting name has one; none where names cannot be chosen by them.
    folded: Vec<String>,
}

impl Question {
    fn of(topic: &str) -> Self {
        let is_plain = topic.is_ascii()
            && !topic.contains(['\'', '-', '`'])
            && topic.split(' ').count() <= MOST_WORDS;
        let folded = match is_plain {
            true => fold_words(topic)
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            false => Vec::new(),
        };
        Self {
            typed: typed_words(topic),
            words: TopicWords::of(topic),
            folded,
        }
    }

    fn fits(&self, text: &str) -> bool {
        !self.typed.is_empty() && has_all(text, &self.typed)
    }

    /// The topics that are meant, to which somebody stands like this.
    fn topics(&self, tx: &Tx<'_>, stance: Stance) -> Result<Vec<(TopicId, String)>> {
        let all = topic_rows::with_words(tx, &self.folded, Some(stance))?;
        let is_meant = |topic: &topic_rows::Named| {
            self.words.matches_name(&topic.name, &topic.key) || self.fits(&topic.name)
        };
        let meant = all.into_iter().filter(is_meant);
        let mut meant: Vec<_> = meant.map(|topic| (topic.id, topic.name)).collect();
        // The nearest first: what has least besides the words.
        meant.sort_by_key(|(_, name)| name.len());
        Ok(meant)
    }

    fn in_topics(&self, tx: &Tx<'_>, asked: WhoAsked, now: &Moment) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for &(stance, by, verb) in stances(asked) {
            for (id, name) in self.topics(tx, stance)? {
                if found.len() > MOST {
                    break;
                }
                let people = topic_rows::people(tx, id, stance, Some(now), MOST as u32 + 1)?;
                found.extend(
                    people
                        .into_iter()
                        .map(|one| (one.id, by, format!("{verb} {name}"))),
                );
            }
        }
        Ok(found)
    }

    fn mine(&self, tx: &Tx<'_>, asked: WhoAsked) -> Result<Vec<String>> {
        let is_asked = |stance: Stance| stances(asked).iter().any(|(own, ..)| *own == stance);
        let lines = topic_rows::of(tx, None)?.into_iter();
        let lines = lines.filter(|line| {
            is_asked(line.stance)
                && (self.fits(&line.topic) || TopicWords::of(&line.topic).matches(&self.words))
        });
        let mut mine: Vec<String> = lines.map(|line| line.topic).collect();
        mine.dedup();
        Ok(mine)
    }

    fn in_tags(&self, tx: &Tx<'_>) -> Result<Vec<Found>> {
        if self.folded.is_empty() {
            return Ok(Vec::new());
        }
        let tagged = tagged(tx, &self.folded, MOST as u32 + 1)?.into_iter();
        let tagged = tagged.filter(|(_, tag)| self.fits(tag));
        Ok(tagged
            .map(|(person, tag)| (person, WhoBy::Tag, format!("Tag “{tag}”")))
            .collect())
    }

    /// In roles, organisations and notes, and in topics and tags that cannot be chosen by their folded words: "Kälte"
    /// for "kaelte". Whether everybody with these words was read.
    fn elsewhere(
        &self,
        tx: &Tx<'_>,
        asked: WhoAsked,
        known: &[Found],
        now: &Moment,
    ) -> Result<(Vec<Found>, bool)> {
        let known: HashSet<PersonId> = known.iter().map(|(person, ..)| *person).collect();
        let mut found = Vec::new();
        let with = known_with(tx, &self.typed, MOST_READ)?;
        let all_read = with.len() < MOST_READ as usize;
        for person in with {
            if known.contains(&person) {
                continue;
            }
            let by_topic = self.topic_of(tx, person, asked)?;
            let by = match asked {
                WhoAsked::Knows if by_topic.is_none() => self.of_person(tx, person, now)?,
                _ => by_topic,
            };
            found.extend(by.map(|(by, words)| (person, by, words)));
        }
        found.sort_by_key(|(_, by, _)| *by);
        Ok((found, all_read))
    }

    fn topic_of(
        &self,
        tx: &Tx<'_>,
        person: PersonId,
        asked: WhoAsked,
    ) -> Result<Option<(WhoBy, String)>> {
        let lines = topic_rows::of(tx, Some(person))?;
        let found = stances(asked).iter().find_map(|(stance, by, verb)| {
            let line = lines
                .iter()
                .find(|line| line.stance == *stance && self.fits(&line.topic))?;
            Some((*by, format!("{verb} {}", line.topic)))
        });
        Ok(found)
    }

    fn of_person(
        &self,
        tx: &Tx<'_>,
        person: PersonId,
        now: &Moment,
    ) -> Result<Option<(WhoBy, String)>> {
        let tags = crate::details::tag_rows::of_person(tx, person)?;
        if let Some(tag) = tags.into_iter().find(|tag| self.fits(&tag.name)) {
            return Ok(Some((WhoBy::Tag, format!("Tag “{}”", tag.name))));
        }
        let worked = affiliation_rows::of_person(tx, person)?;
        if let Some(job) = worked.iter().find(|job| self.fits(&job.role)) {
            let at = match job.organisation.as_str() {
                "" => job.role.clone(),
                organisation => format!("{}, {organisation}", job.role),
            };
            return Ok(Some((WhoBy::Role, at)));
        }
        for job in &worked {
            for place in [&job.organisation, &job.department] {
                if self.fits(place) {
                    return Ok(Some((WhoBy::Organisation, format!("Works at {place}"))));
                }
            }
        }
        let about = |day, note: &str| {
            let day = short_date(day, now.today());
            format!("Note of {day}: “{}”", around(note, &self.typed))
        };
        let notes = note_rows::of_person(tx, person)?;
        if let Some(note) = notes.iter().find(|note| self.fits(&note.body)) {
            return Ok(Some((
                WhoBy::Note,
                about(note.edited_on.date(), &note.body),
            )));
        }
        let talks = interaction_rows::notes_of(tx, person)?;
        let talk = talks.iter().find(|(_, note)| self.fits(note));
        Ok(talk.map(|(on, note)| (WhoBy::Note, about(on.date(), note))))
    }
}

/// Without those who are left alone.
fn not_left_alone(tx: &Tx<'_>, found: Vec<Found>, now: &Moment) -> Result<Vec<Found>> {
    let mut kept = Vec::with_capacity(found.len());
    for one in found {
        if !is_left_alone(tx, one.0, now)? {
            kept.push(one);
        }
    }
    Ok(kept)
}

/// The stances that are an answer, best first, and their words.
fn stances(asked: WhoAsked) -> &'static [(Stance, WhoBy, &'static str)] {
    match asked {
        WhoAsked::Knows => &[
            (Stance::Offers, WhoBy::Offers, "Offers"),
            (Stance::Knows, WhoBy::Knows, "Knows about"),
        ],
        WhoAsked::Seeks => &[(Stance::Seeks, WhoBy::Seeks, "Looks for")],
    }
}

/// The rows of an answer: whom I know first, then those an introduction away.
fn rows(tx: &Tx<'_>, network: &Network, found: Vec<Found>, now: &Moment) -> Result<Vec<WhoRow>> {
    let ids: Vec<PersonId> = found.iter().map(|(person, ..)| *person).collect();
    let mut rows = Vec::new();
    for (row, (person, by, words)) in rows_of(tx, &ids, now)?.into_iter().zip(found) {
        let through = reached_through(tx, network, person, now)?;
        rows.push(WhoRow {
            row,
            by,
            words,
            through: through.map(|(person, words)| WhoThrough { person, words }),
        });
    }
    rows.sort_by_key(|row| row.through.is_some());
    Ok(rows)
}

/// "Two offer it, one knows about it, three in tags, roles and notes, one an introduction away"
fn summary(rows: &[WhoRow], more: bool) -> String {
    let count = |is: &dyn Fn(&WhoRow) -> bool| rows.iter().filter(|row| is(row)).count();
    let direct = |wanted: WhoBy| count(&|row| row.through.is_none() && row.by == wanted);
    let written = count(&|row| row.through.is_none() && row.by >= WhoBy::Tag);
    let away = count(&|row| row.through.is_some());
    let verb = |many: usize, one: &str, several: &str| match many {
        0 => None,
        1 => Some(format!("one {one}")),
        _ => Some(format!("{} {several}", number(many))),
    };
    let parts = [
        verb(direct(WhoBy::Seeks), "looks for it", "look for it"),
        verb(direct(WhoBy::Offers), "offers it", "offer it"),
        verb(direct(WhoBy::Knows), "knows about it", "know about it"),
        verb(
            written,
            "by a tag, role or note",
            "by tags, roles and notes",
        ),
        verb(away, "an introduction away", "an introduction away"),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if more {
        parts.push("and more".to_owned());
    }
    capital(&parts.join(", "))
}
