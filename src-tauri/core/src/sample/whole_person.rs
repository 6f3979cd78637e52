//! Lines about the whole person and how they like to talk, for some people of the sample.

use super::history::{Cast, ago};
use crate::channel::Channel::{self, Chat, Email, InPerson, Phone, Video};
use crate::communication::Communication;
use crate::details::{DateNotice, DetailEdit};
use crate::error::Result;
use crate::facts::FactKind::{self, Cause, Family, Interest, Other};
use crate::facts::NewFact;

/// How many days ago the lines were entered.
const ENTERED_DAYS_AGO: i64 = 40;

/// Name, kind and text; the last says whether the line is private.
const FACTS: &[(&str, FactKind, &str, bool)] = &[
    (
        "Samir Haddoun",
        Interest,
        "Rows on the fjord before work",
        false,
    ),
    (
        "Samir Haddoun",
        Family,
        "Twins who started school in August",
        true,
    ),
    ("Maren Isaksby", Interest, "Repairs old cameras", false),
    (
        "Ilse Varnholt",
        Cause,
        "Mentors girls who want to study physics",
        false,
    ),
    (
        "Leonie Marchwald",
        Other,
        "Prefers to be called in the morning",
        false,
    ),
];

/// Name, channels, best time, how dynamic and how rapid, and in my words.
type LikesToTalk = (
    &'static str,
    &'static [Channel],
    &'static str,
    Option<(u8, u8)>,
    &'static str,
);

const COMMUNICATION: &[LikesToTalk] = &[
    (
        "Samir Haddoun",
        &[Video, Chat, Email],
        "After ten, before lunch",
        Some((4, 4)),
        "Short questions, one at a time",
    ),
    (
        "Ilse Varnholt",
        &[Phone, InPerson],
        "",
        Some((2, 2)),
        "Give her the question a day ahead",
    ),
];

impl Cast<'_> {
    /// Adds the lines.
    pub(super) fn know_whole_people(&self) -> Result<()> {
        let then = ago(&self.now, ENTERED_DAYS_AGO);
        for (name, kind, text, private) in FACTS {
            let fact = NewFact {
                kind: *kind,
                text: (*text).to_owned(),
                private: *private,
            };
            self.book.fact_add(self.id(name)?, &fact, &then)?;
        }
        let notice = DetailEdit::DateNotice {
            value: Some(DateNotice::ThreeDays),
        };
        self.book
            .person_edit(self.id("Sofia Lindqvern")?, &notice, &then)?;
        for (name, channels, best_time, steps, own_words) in COMMUNICATION {
            let said = Communication {
                channels: channels.to_vec(),
                best_time: (*best_time).to_owned(),
                dynamic: steps.map(|(dynamic, _)| dynamic),
                rapid: steps.map(|(_, rapid)| rapid),
                own_words: (*own_words).to_owned(),
            };
            self.book.communication_set(self.id(name)?, &said, &then)?;
        }
        Ok(())
    }
}
