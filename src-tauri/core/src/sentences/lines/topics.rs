//! Lines of topics: what somebody offers, looks for and knows about, and who does.

use super::{Line, Lines, Maker};
use crate::ids::PersonId;
use crate::knowing::WhoAsked;
use crate::letters::listed;
use crate::sentences::Intent;
use crate::sentences::several::joined;
use crate::topics::Stance;

impl Maker<'_> {
    /// Several topics, if the words are a list, and behind them the words as one.
    pub(super) fn topic(&self, stance: Stance, people: &[PersonId]) -> Lines {
        if people.is_empty() {
            return Lines::refused("Say who.");
        }
        let whole = self.topic_line(stance, people, &self.reading.name);
        let mut lines = Vec::new();
        if let [_, _, ..] = self.reading.topics.as_slice() {
            let all = self.reading.topics.iter();
            let all: Vec<Line> = all
                .map(|topic| self.topic_line(stance, people, topic))
                .collect();
            let words = self.topic_words(stance, people, &in_quotes(&self.reading.topics));
            lines.push(Line {
                words: format!("Note that {words}"),
                done: format!("Noted: {words}"),
                ..joined(all)
            });
        }
        lines.push(whole);
        Lines {
            lines,
            ..Lines::default()
        }
    }

    fn topic_line(&self, stance: Stance, people: &[PersonId], topic: &str) -> Line {
        let words = self.topic_words(stance, people, &format!("“{topic}”"));
        let intent = Intent::Topic {
            people: people.to_vec(),
            stance,
            topic: topic.to_owned(),
        };
        let plain = self.topic_words(stance, people, topic);
        let words = [
            format!("Note that {words}"),
            String::new(),
            format!("Noted: {plain}"),
        ];
        self.line(people, intent, words)
    }

    fn topic_words(&self, stance: Stance, people: &[PersonId], topic: &str) -> String {
        let verb = match (stance, people.len()) {
            (Stance::Offers, 1) => "offers",
            (Stance::Offers, _) => "offer",
            (Stance::Seeks, 1) => "looks for",
            (Stance::Seeks, _) => "look for",
            (Stance::Knows, 1) => "knows about",
            (Stance::Knows, _) => "know about",
        };
        format!("{} {verb} {topic}", self.names(people))
    }

    pub(super) fn my_topic(&self, stance: Stance) -> Lines {
        let topic = self.reading.name.clone();
        let verb = match stance {
            Stance::Offers => "offer",
            Stance::Seeks => "look for",
            Stance::Knows => "know about",
        };
        let one = |topic: &str| {
            let intent = Intent::MyTopic {
                stance,
                topic: topic.to_owned(),
            };
            let words = format!("Note that you {verb} “{topic}”");
            let done = format!("Noted: you {verb} {topic}");
            self.line(&[], intent, [words, String::new(), done])
        };
        let mut lines = Vec::new();
        if let [_, _, ..] = self.reading.topics.as_slice() {
            let words = in_quotes(&self.reading.topics);
            lines.push(Line {
                words: format!("Note that you {verb} {words}"),
                done: format!("Noted: you {verb} {words}"),
                ..joined(self.reading.topics.iter().map(|topic| one(topic)).collect())
            });
        }
        lines.push(one(&topic));
        Lines {
            lines,
            ..Lines::default()
        }
    }

    pub(super) fn who(&self, asked: WhoAsked) -> Lines {
        let topic = self.reading.name.clone();
        let words = match asked {
            WhoAsked::Knows => format!("Who knows about “{topic}”"),
            WhoAsked::Seeks => format!("Who looks for “{topic}”"),
        };
        let intent = Intent::Who { asked, topic };
        Lines {
            lines: vec![self.line(&[], intent, [words, String::new(), String::new()])],
            ..Lines::default()
        }
    }
}

/// "“optics” and “grant writing”".
fn in_quotes(topics: &[String]) -> String {
    let quoted: Vec<String> = topics.iter().map(|topic| format!("“{topic}”")).collect();
    listed(&quoted)
}
