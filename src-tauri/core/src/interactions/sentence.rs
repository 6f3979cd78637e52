//! "log call with samir yesterday": a conversation in one line, as the quick search takes it.

use serde::Serialize;

use crate::book::Book;
use crate::error::Result;
use crate::fold::fold;
use crate::moment::Moment;
use crate::people::{PeopleFilter, PersonRow};
use crate::typed_day::{Lean, spot, understood};
use crate::warmth::Channel;

/// What was understood of a sentence; nothing is saved yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LogUnderstood {
    /// With whom.
    pub people: Vec<PersonRow>,
    /// Who else it might be.
    pub others: Vec<PersonRow>,
    /// How; not said where no word for it was there.
    pub channel: Channel,
    /// The day, to be given to the log.
    pub when: String,
    /// "Monday 9 March, yesterday".
    pub when_words: String,
    /// Characters (not bytes) of the text that were understood, from–to.
    pub spans: Vec<[usize; 2]>,
}

/// A sentence begins with one of these.
const VERBS: &[&str] = &[
    "log", "logged", "talked", "spoke", "met", "called", "emailed", "mailed", "wrote", "texted",
    "chatted",
];

const CHANNELS: &[(&str, Channel)] = &[
    ("call", Channel::Phone),
    ("called", Channel::Phone),
    ("phone", Channel::Phone),
    ("phoned", Channel::Phone),
    ("video", Channel::Video),
    ("zoom", Channel::Video),
    ("teams", Channel::Video),
    ("mail", Channel::Email),
    ("mailed", Channel::Email),
    ("email", Channel::Email),
    ("emailed", Channel::Email),
    ("chat", Channel::Chat),
    ("chatted", Channel::Chat),
    ("text", Channel::Text),
    ("texted", Channel::Text),
    ("sms", Channel::Text),
    ("social", Channel::Social),
    ("met", Channel::InPerson),
    ("meeting", Channel::InPerson),
    ("coffee", Channel::InPerson),
    ("lunch", Channel::InPerson),
    ("dinner", Channel::InPerson),
    ("visit", Channel::InPerson),
    ("person", Channel::InPerson),
];

/// Words that carry nothing.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "with",
    "to",
    "and",
    "in",
    "on",
    "at",
    "conversation",
    "talk",
    "spoke",
    "talked",
];

struct Word<'t> {
    text: &'t str,
    folded: String,
    from: usize,
    to: usize,
}

impl Book {
    /// What a sentence in the quick search would log; `None` where it is no such sentence.
    ///
    /// # Errors
    /// Those of storage.
    pub fn log_understood(&self, text: &str, now: &Moment) -> Result<Option<LogUnderstood>> {
        let words = words(text);
        let Some(verb) = words
            .first()
            .filter(|word| VERBS.contains(&word.folded.as_str()))
        else {
            return Ok(None);
        };
        let today = now.today();
        let day = spot(text, today, Lean::Past).filter(|(_, typed)| typed.day <= today);
        let in_day = |word: &Word<'_>| {
            day.as_ref()
                .is_some_and(|(range, _)| word.from >= range.start && word.to <= range.end)
        };
        let channel_of = |word: &Word<'_>| CHANNELS.iter().find(|(known, _)| *known == word.folded);
        let rest: Vec<&Word<'_>> = words.iter().filter(|word| !in_day(word)).collect();
        // "video call" is a video call: what stands first says most.
        let channel = rest.iter().find_map(|word| channel_of(word));
        let names: Vec<&&Word<'_>> = rest
            .iter()
            .filter(|word| channel_of(word).is_none() && !FILLERS.contains(&word.folded.as_str()))
            .filter(|word| word.from != verb.from)
            .collect();
        let name: Vec<&str> = names.iter().map(|word| word.text).collect();
        if name.is_empty() {
            return Ok(None);
        }
        let everyone = PeopleFilter::default();
        let found = self.people_find(&name.join(" "), &everyone, 6, now)?;
        let mut rows = found.rows.into_iter().map(|found| found.row);
        let Some(person) = rows.next() else {
            return Ok(None);
        };
        let (when, when_words) = match &day {
            Some((range, typed)) => (
                text.get(range.clone()).unwrap_or("today").to_owned(),
                understood(typed.day, typed.time, today),
            ),
            None => ("today".to_owned(), understood(today, None, today)),
        };
        let mut spans: Vec<[usize; 2]> = names
            .iter()
            .map(|word| [word.from, word.to])
            .chain(
                rest.iter()
                    .filter(|word| channel_of(word).is_some())
                    .map(|word| [word.from, word.to]),
            )
            .chain(day.iter().map(|(range, _)| [range.start, range.end]))
            .map(|[from, to]| [chars(text, from), chars(text, to)])
            .collect();
        spans.sort_unstable();
        Ok(Some(LogUnderstood {
            people: vec![person],
            others: rows.take(3).collect(),
            channel: channel.map_or(Channel::NotSaid, |(_, channel)| *channel),
            when,
            when_words,
            spans,
        }))
    }
}

fn chars(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |before| before.chars().count())
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if !word.is_empty() {
            words.push(Word {
                text: word,
                folded: fold(word)
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .to_owned(),
                from,
                to: from + word.len(),
            });
        }
        from += part.len();
    }
    words
}
