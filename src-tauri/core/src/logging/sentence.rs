//! Understanding one line in the quick search as a conversation: "log call with samir yesterday".

use std::ops::Range;

use chrono::NaiveDate;
use serde::Serialize;

use crate::book::Book;
use crate::channel::Channel;
use crate::customs::date_time_forms;
use crate::days::HourClock;
use crate::error::Result;
use crate::fold::fold;
use crate::moment::Moment;
use crate::people_list::{PeopleFilter, PersonRow};
use crate::typed_day::{Lean, TypedDay, spot, understood, understood_day};

/// A conversation as understood from a line. Nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LogUnderstood {
    /// The participants that were found.
    pub people: Vec<PersonRow>,
    /// Up to three other people that may be meant, if one participant was found.
    pub others: Vec<PersonRow>,
    /// The channel; `NotSaid` if no word of the line names one.
    pub channel: Channel,
    /// The part of the line that says the day, or "today". To be passed on as `NewInteraction::when`.
    pub when: String,
    /// The day in words, such as "Monday 9 March, yesterday".
    pub when_words: String,
    /// The parts of the line that were understood, as half-open ranges in characters (not bytes).
    pub spans: Vec<[usize; 2]>,
}

/// Longer lines are not read, in bytes.
const MAX_BYTES: usize = 300;

/// The first word of a line that logs a conversation.
const VERBS: &[&str] = &[
    "log", "logged", "talked", "spoke", "met", "called", "emailed", "mailed", "wrote", "texted",
    "chatted",
];

/// The words that name a channel.
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

/// Words without a meaning of their own: they are not part of a name.
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

    /// Whether the word separates two people: "ana and samir", "ana & samir".
    fn separates_people(&self) -> bool {
        matches!(self.text, "&" | "+") || self.folded == "and"
    }
}

/// One way to read a line. Any word that names a channel or a day may as well be part of a name.
struct Reading<'w, 't> {
    day: Option<(Range<usize>, TypedDay)>,
    channel: Option<&'w Word<'t>>,
    names: Vec<&'w Word<'t>>,
}

impl Book {
    /// What a line in the quick search would log; `None` if it does not begin with a
    /// verb of `VERBS` or names nobody.
    ///
    /// # Errors
    /// Storage errors.
    pub fn log_understood(&self, text: &str, now: &Moment) -> Result<Option<LogUnderstood>> {
        if text.len() > MAX_BYTES {
            return Ok(None);
        }
        let (words, today) = (words(text), now.today());
        if !words
            .first()
            .is_some_and(|word| VERBS.contains(&word.folded.as_str()))
        {
            return Ok(None);
        }
        let forms = self.read(date_time_forms)?;
        let day =
            spot(text, today, Lean::Past, forms.order).filter(|(_, typed)| typed.day <= today);
        // A word such as "May" or "Chat" may be part of a name: take fewer words as day or
        // channel until somebody is found.
        for (day, all_channels) in [(day.clone(), true), (day, false), (None, false)] {
            let reading = read_words(&words, day, all_channels);
            let (people, others) = self.people_named(&reading.names, now)?;
            if !people.is_empty() {
                return Ok(Some(understood_of(
                    text,
                    &reading,
                    [people, others],
                    today,
                    forms.clock,
                )));
            }
        }
        Ok(None)
    }

    /// The people that the words name, and up to three others that may be meant instead.
    fn people_named(
        &self,
        names: &[&Word<'_>],
        now: &Moment,
    ) -> Result<(Vec<PersonRow>, Vec<PersonRow>)> {
        let by_name: Vec<Vec<PersonRow>> = names
            .split_inclusive(|word| word.separates_people() || word.text.ends_with(','))
            .map(|name| self.people_called(name, now))
            .collect::<Result<_>>()?;
        if by_name.len() > 1 && by_name.iter().all(|found| !found.is_empty()) {
            let mut people: Vec<PersonRow> = Vec::new();
            for row in by_name
                .into_iter()
                .filter_map(|found| found.into_iter().next())
            {
                if people.iter().all(|listed| listed.id != row.id) {
                    people.push(row);
                }
            }
            return Ok((people, Vec::new()));
        }
        let mut found = self.people_called(names, now)?.into_iter();
        Ok((found.next().into_iter().collect(), found.take(3).collect()))
    }

    /// The people that find returns for a name, best first; at most 6.
    fn people_called(&self, name: &[&Word<'_>], now: &Moment) -> Result<Vec<PersonRow>> {
        let words = name.iter().filter(|word| !word.separates_people());
        let name: Vec<&str> = words.map(|word| word.text.trim_matches(',')).collect();
        if name.is_empty() {
            return Ok(Vec::new());
        }
        let everyone = PeopleFilter::default();
        let found = self.people_find(&name.join(" "), &everyone, 6, now)?;
        Ok(found.rows.into_iter().map(|found| found.row).collect())
    }
}

fn read_words<'w, 't>(
    words: &'w [Word<'t>],
    day: Option<(Range<usize>, TypedDay)>,
    all_channels: bool,
) -> Reading<'w, 't> {
    let in_day = |word: &Word<'_>| {
        let range = day.as_ref().map(|(range, _)| range);
        range.is_some_and(|range| word.from < range.end && range.start < word.to)
    };
    let rest: Vec<&Word<'_>> = words.iter().filter(|word| !in_day(word)).collect();
    // The first word decides: "video call" is a video call.
    let channel = rest.iter().find(|word| word.channel().is_some()).copied();
    let is_channel = |word: &Word<'_>| match channel {
        Some(first) => word.from == first.from || (all_channels && word.channel().is_some()),
        None => false,
    };
    let names = rest.into_iter().filter(|word| {
        let has_meaning = word.separates_people() || !FILLERS.contains(&word.folded.as_str());
        Some(word.from) != words.first().map(|verb| verb.from) && has_meaning && !is_channel(word)
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
    [people, others]: [Vec<PersonRow>; 2],
    today: NaiveDate,
    clock: HourClock,
) -> LogUnderstood {
    let (when, when_words) = match &reading.day {
        Some((range, typed)) => (
            text.get(range.clone()).unwrap_or("today").to_owned(),
            understood(typed.day, typed.time, today, clock),
        ),
        None => ("today".to_owned(), understood_day(today, today)),
    };
    let names = reading.names.iter().filter(|word| !word.separates_people());
    let mut spans: Vec<[usize; 2]> = names
        .chain(reading.channel.iter())
        .map(|word| [word.from, word.to])
        .chain(
            reading
                .day
                .iter()
                .map(|(range, _)| [range.start, range.end]),
        )
        .map(|[from, to]| [char_count(text, from), char_count(text, to)])
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

/// The number of characters before a byte offset.
fn char_count(text: &str, byte: usize) -> usize {
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
