//! Lines of topics: what somebody offers, looks for and knows about, and who does.

use super::{Lines, Maker};
use crate::ids::PersonId;
use crate::knowing::WhoAsked;
use crate::sentences::Intent;
use crate::topics::Stance;

impl Maker<'_> {
    pub(super) fn topic(&self, stance: Stance, people: &[PersonId]) -> Lines {
        if people.is_empty() {
            return Lines::refused("Say who.");
        }
        let topic = self.reading.name.clone();
        let names = self.names(people);
        let verb = match (stance, people.len()) {
            (Stance::Offers, 1) => "offers",
            (Stance::Offers, _) => "offer",
            (Stance::Seeks, 1) => "looks for",
            (Stance::Seeks, _) => "look for",
            (Stance::Knows, 1) => "knows about",
            (Stance::Knows, _) => "know about",
        };
        let intent = Intent::Topic {
            people: people.to_vec(),
            stance,
            topic: topic.clone(),
        };
        let words = format!("Note that {names} {verb} “{topic}”");
        let done = format!("Noted: {names} {verb} {topic}");
        self.alone(people, intent, words, done)
    }

    pub(super) fn my_topic(&self, stance: Stance) -> Lines {
        let topic = self.reading.name.clone();
        let verb = match stance {
            Stance::Offers => "offer",
            Stance::Seeks => "look for",
            Stance::Knows => "know about",
        };
        let words = format!("Note that you {verb} “{topic}”");
        let done = format!("Noted: you {verb} {topic}");
        self.alone(&[], Intent::MyTopic { stance, topic }, words, done)
    }

    pub(super) fn who(&self, asked: WhoAsked) -> Lines {
        let topic = self.reading.name.clone();
        let words = match asked {
            WhoAsked::Knows => format!("Who knows about “{topic}”"),
            WhoAsked::Seeks => format!("Who looks for “{topic}”"),
        };
        self.alone(&[], Intent::Who { asked, topic }, words, String::new())
    }

    fn alone(&self, people: &[PersonId], intent: Intent, words: String, done: String) -> Lines {
        Lines {
            lines: vec![self.line(people, intent, [words, String::new(), done])],
            ..Lines::default()
        }
    }
}
