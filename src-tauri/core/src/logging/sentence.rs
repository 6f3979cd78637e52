//! "log call with samir yesterday": a conversation in one line, as the quick search takes it.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Serialize;

use crate::book::Book;
use crate::channel::Channel;
use crate::error::Result;
use crate::fold::fold;
use crate::moment::Moment;
use crate::people_list::{PeopleFilter, PersonRow};
use crate::typed_day::{Lean, TypedDay, spot, understood};

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

/// Nobody types more into the quick search.
const LONGEST: usize = 300;

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

impl Word<'_> {
    fn channel(&self) -> Option<Channel> {
        let known = CHANNELS.iter().find(|(word, _)| *word == self.folded);
        known.map(|(_, channel)| *channel)
    }

    /// Parts two people: "ana and samir", "ana, samir".
    fn parts(&self) -> bool {
        matches!(self.text, "&" | "+") || self.folded == "and"
    }
}

/// One way to read a sentence: any word may be part of a name as well.
struct Reading<'w, 't> {
    day: Option<(Range<usize>, TypedDay)>,
    channel: Option<&'w Word<'t>>,
    names: Vec<&'w Word<'t>>,
}

impl Book {
    /// What a sentence in the quick search would log; `None` where it is no such sentence.
    ///
    /// # Errors
    /// Those of storage.
    pub fn log_understood(&self, text: &str, now: &Moment) -> Result<Option<LogUnderstood>> {
        if text.len() > LONGEST {
            return Ok(None);
        }
        let (words, today) = (words(text), now.today());
        if !words
            .first()
            .is_some_and(|word| VERBS.contains(&word.folded.as_str()))
        {
            return Ok(None);
        }
        let day = spot(text, today, Lean::Past).filter(|(_, typed)| typed.day <= today);
        for (day, all_channels) in [(day.clone(), true), (day, false), (None, false)] {
            let reading = read(&words, day, all_channels);
            let (people, others) = self.named(&reading.names, now)?;
            if !people.is_empty() {
                return Ok(Some(understood_of(text, &reading, people, others, today)));
            }
        }
        Ok(None)
    }

    /// Who is meant, and who else it might be.
    fn named(&self, names: &[&Word<'_>], now: &Moment) -> Result<(Vec<PersonRow>, Vec<PersonRow>)> {
        let parted: Vec<Vec<PersonRow>> = names
            .split_inclusive(|word| word.parts() || word.text.ends_with(','))
            .map(|name| self.found(name, now))
            .collect::<Result<_>>()?;
        if parted.len() > 1 && parted.iter().all(|found| !found.is_empty()) {
            let mut people: Vec<PersonRow> = Vec::new();
            for row in parted
                .into_iter()
                .filter_map(|found| found.into_iter().next())
            {
                if people.iter().all(|there| there.id != row.id) {
                    people.push(row);
                }
            }
            return Ok((people, Vec::new()));
        }
        let mut found = self.found(names, now)?.into_iter();
        Ok((found.next().into_iter().collect(), found.take(3).collect()))
    }

    fn found(&self, name: &[&Word<'_>], now: &Moment) -> Result<Vec<PersonRow>> {
        let words = name.iter().filter(|word| !word.parts());
        let name: Vec<&str> = words.map(|word| word.text.trim_matches(',')).collect();
        if name.is_empty() {
            return Ok(Vec::new());
        }
        let everyone = PeopleFilter::default();
        let found = self.people_find(&name.join(" "), &everyone, 6, now)?;
        Ok(found.rows.into_iter().map(|found| found.row).collect())
    }
}

fn read<'w, 't>(
    words: &'w [Word<'t>],
    day: Option<(Range<usize>, TypedDay)>,
    all_channels: bool,
) -> Reading<'w, 't> {
    let in_day = |word: &Word<'_>| {
        let range = day.as_ref().map(|(range, _)| range);
        range.is_some_and(|range| word.from < range.end && range.start < word.to)
    };
    let rest: Vec<&Word<'_>> = words.iter().filter(|word| !in_day(word)).collect();
    // "video call" is a video call: what stands first says most.
    let channel = rest.iter().find(|word| word.channel().is_some()).copied();
    let is_channel = |word: &Word<'_>| match channel {
        Some(first) => word.from == first.from || (all_channels && word.channel().is_some()),
        None => false,
    };
    let names = rest.into_iter().filter(|word| {
        let carries = word.parts() || !FILLERS.contains(&word.folded.as_str());
        Some(word.from) != words.first().map(|verb| verb.from) && carries && !is_channel(word)
    });
    Reading {
        names: names.collect(),
        channel,
        day,
    }
}

fn understood_of(
    text: &str,
    reading: &Reading<'_, '_>,
    people: Vec<PersonRow>,
    others: Vec<PersonRow>,
    today: NaiveDate,
) -> LogUnderstood {
    let (when, when_words) = match &reading.day {
        Some((range, typed)) => (
            text.get(range.clone()).unwrap_or("today").to_owned(),
            understood(typed.day, typed.time, today),
        ),
        None => ("today".to_owned(), understood(today, None, today)),
    };
    let names = reading.names.iter().filter(|word| !word.parts());
    let mut spans: Vec<[usize; 2]> = names
        .chain(reading.channel.iter())
        .map(|word| [word.from, word.to])
        .chain(
            reading
                .day
                .iter()
                .map(|(range, _)| [range.start, range.end]),
        )
        .map(|[from, to]| [chars(text, from), chars(text, to)])
        .collect();
    spans.sort_unstable();
    LogUnderstood {
        people,
        others,
        channel: reading
            .channel
            .and_then(Word::channel)
            .unwrap_or(Channel::NotSaid),
        when,
        when_words,
        spans,
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
