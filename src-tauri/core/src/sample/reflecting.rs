//! What the sample's owner says looking back: reflections on talks, pitches, and two quarters.

use super::history::Cast;
use crate::error::Result;
use crate::pitches::{NewPitch, PitchParts};
use crate::quarters::{QuarterSaid, Statement, StatementAnswer};
use crate::reflections::Listening::{self, Advised, Asked, Deflected, Reflected};
use crate::reflections::Reflection;

/// Reflections: with whom, on which of the last talks with them, from 0, and what is said.
const REFLECTIONS: &[(&str, usize, Option<Listening>, &str)] = &[
    ("Meenal Dasrath", 0, Some(Reflected), ""),
    (
        "Meenal Dasrath",
        1,
        Some(Asked),
        "To be asked before the plan changes",
    ),
    ("Meenal Dasrath", 2, Some(Advised), ""),
    ("Meenal Dasrath", 3, Some(Advised), ""),
    ("Ruth Castellane", 0, Some(Reflected), ""),
    (
        "Ruth Castellane",
        1,
        Some(Asked),
        "That somebody else carries the audit too",
    ),
    ("Ruth Castellane", 2, Some(Deflected), ""),
    (
        "Ilse Varnholt",
        0,
        Some(Asked),
        "Being told early, even without a fix",
    ),
    ("Samir Haddoun", 0, Some(Asked), ""),
    (
        "Leonie Marchwald",
        0,
        Some(Reflected),
        "A date that does not move again",
    ),
    (
        "Hannah Iwobi",
        0,
        Some(Advised),
        "The audit, more than the benches",
    ),
    ("Gareth Pennlow", 0, Some(Asked), ""),
];

/// Pitches: for which audience, the four parts, and for whom.
const PITCHES: &[(&str, [&str; 4], &[&str])] = &[
    (
        "Stability pilot, for pharma",
        [
            "Labs lose about a week each quarter to humidity drift. They only find out when a batch fails.",
            "We make a small sensor that catches drift within the hour, and a report your quality team can sign \
             without rewriting it.",
            "I am looking for one lab to run it beside their current setup for ninety days. We pay for the hardware \
             and the visits. You keep the data.",
            "Would you, or someone you trust, be open to a half-hour look at the protocol?",
        ],
        &["Nadia Ferreux", "Hannah Iwobi"],
    ),
    (
        "Asking for an introduction",
        [
            "We measure drift in rooms where a tenth of a degree matters, and most of those rooms belong to people \
             whom I have never met.",
            "",
            "Somebody you trust would hear about it from somebody they trust, and could say no without a word to me.",
            "Whom would you ask first?",
        ],
        &[],
    ),
];

/// Steps of the statements in their order, for the last quarter and the one before it.
const LAST: [u8; 11] = [4, 3, 4, 3, 4, 4, 4, 3, 4, 4, 4];
const BEFORE: [u8; 11] = [3, 3, 4, 2, 4, 3, 3, 3, 4, 0, 3];

impl Cast<'_> {
    /// Reflects on talks, writes pitches and answers two quarters.
    pub(super) fn look_back(&self) -> Result<()> {
        for (name, at, listened, heard) in REFLECTIONS {
            let talks = self.book.timeline(self.id(name)?, 0, 50)?.talks;
            let talk = talks.iter().filter(|talk| !talk.attempt).nth(*at);
            if let Some(talk) = talk {
                let said = Reflection {
                    listened: *listened,
                    heard: (*heard).to_owned(),
                };
                self.book.reflection_set(talk.id, &said, &self.now)?;
            }
        }
        for (audience, [hook, bring, value, ask], people) in PITCHES {
            let people = people.iter().map(|name| self.id(name));
            let pitch = NewPitch {
                audience: (*audience).to_owned(),
                parts: PitchParts {
                    hook: (*hook).to_owned(),
                    bring: (*bring).to_owned(),
                    value: (*value).to_owned(),
                    ask: (*ask).to_owned(),
                },
                people: people.collect::<Result<_>>()?,
            };
            self.book.pitch_add(&pitch, &self.now)?;
        }
        self.answer_quarters()
    }

    /// The one that is looked back at now is left for whoever tries Kith; the two before it are answered.
    fn answer_quarters(&self) -> Result<()> {
        let last = self.book.quarter(None, &self.now)?.before;
        let before = self.book.quarter(Some(last), &self.now)?.before;
        let said = |steps: [u8; 11], line: &str, intention: &str| QuarterSaid {
            answers: Statement::ALL
                .into_iter()
                .zip(steps)
                .map(|(statement, step)| StatementAnswer { statement, step })
                .collect(),
            line: line.to_owned(),
            intention: intention.to_owned(),
        };
        let first = said(
            BEFORE,
            "Still answer price questions too fast.",
            "Ask one more question before I answer.",
        );
        let second = said(
            LAST,
            "I caught myself rushing Meenal on Tuesdays, and moved our hour.",
            "Say earlier when a date will not hold.",
        );
        self.book.quarter_set(before, &first, &self.now)?;
        self.book.quarter_set(last, &second, &self.now)?;
        Ok(())
    }
}
