//! What the book itself says of a quarter, beside each statement: counted from promises, reflections, breaks to cool
//! off and introductions, each with the rows behind it. It judges nothing.

use serde::Serialize;

use super::calendar::Quarter;
use crate::commitments::commitment_rows::{self, CommitmentRecord};
use crate::commitments::{CommitmentState, kept_on_time};
use crate::counts::count32;
use crate::days::Day;
use crate::error::Result;
use crate::introductions::introduction_rows;
use crate::introductions::{Introducer, IntroductionRecord};
use crate::letters::listed;
use crate::people::person_rows;
use crate::reflections::Listening;
use crate::reflections::reflection_rows::{self, TalkRecord};
use crate::status_changes::status_change_rows;
use crate::store::Tx;

/// Most rows that are named behind a number.
const MOST_NAMED: usize = 30;

/// What the book says beside a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Evidence {
    /// "8 of 9 promises kept on time"; a sentence where there is nothing to count.
    pub words: String,
    /// The rows that are counted, each in a line: "Send the draft, 3 August: late"; at most 30.
    pub from: Vec<String>,
    /// How many are counted beyond those.
    pub more: u32,
}

/// What is counted beside a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EvidenceOf {
    /// Conversations that were reflected on.
    Reflections,
    /// What was heard in them.
    Heard,
    /// How the user listened.
    Listened,
    /// Breaks that were taken to cool off.
    Waits,
    /// Introductions that the user made.
    IntroductionsMade,
    /// Introductions for which the user thanked.
    IntroductionsThanked,
    /// Promises of the user that were kept.
    PromisesKept,
    /// Those kept on time.
    PromisesOnTime,
    /// Promises whose day was moved in time.
    PromisesMoved,
}

/// What was kept of a quarter, read once for all statements.
pub(super) struct Kept {
    first: Day,
    last: Day,
    promises: Vec<CommitmentRecord>,
    reflections: Vec<(TalkRecord, String)>,
    waits: Vec<(String, Day)>,
    introductions: Vec<(IntroductionRecord, String)>,
}

impl Kept {
    /// What was kept of this quarter.
    pub(super) fn of(tx: &Tx<'_>, quarter: Quarter) -> Result<Self> {
        let (first, last) = (quarter.first(), quarter.last());
        let mut promises = commitment_rows::mine_ended_within(tx, first, last)?;
        promises.reverse();
        let reflections = reflection_rows::within(tx, first, last)?.into_iter();
        let reflections = reflections.enumerate().map(|(at, record)| {
            // Only those that are named need names.
            let names = match at < MOST_NAMED {
                true => {
                    let people = reflection_rows::names_of(tx, record.talk)?.into_iter();
                    listed(&people.map(|who| who.name).collect::<Vec<_>>())
                }
                false => String::new(),
            };
            Ok((record, names))
        });
        let introductions = introduction_rows::made_or_thanked_within(tx, first, last)?;
        let introductions = introductions.into_iter().map(|record| {
            let people = record.people.iter();
            let people: Vec<String> = people
                .map(|person| Ok(person_rows::get(tx, *person)?.name.display))
                .collect::<Result<_>>()?;
            Ok((record, listed(&people)))
        });
        Ok(Self {
            first,
            last,
            promises,
            reflections: reflections.collect::<Result<_>>()?,
            waits: status_change_rows::cooled_off_within(tx, first, last)?,
            introductions: introductions.collect::<Result<_>>()?,
        })
    }

    /// The evidence beside a statement.
    pub(super) fn evidence(&self, of: EvidenceOf) -> Evidence {
        match of {
            EvidenceOf::Reflections => self.reflections_written(),
            EvidenceOf::Heard => self.heard(),
            EvidenceOf::Listened => self.listened(),
            EvidenceOf::Waits => self.waits(),
            EvidenceOf::IntroductionsMade => self.introductions_made(),
            EvidenceOf::IntroductionsThanked => self.introductions_thanked(),
            EvidenceOf::PromisesKept => self.promises_kept(),
            EvidenceOf::PromisesOnTime => self.promises_on_time(),
            EvidenceOf::PromisesMoved => self.promises_moved(),
        }
    }

    fn reflections_written(&self) -> Evidence {
        let said = match self.reflections.len() {
            0 => return nothing("No conversation was reflected on."),
            1 => "One conversation reflected on".to_owned(),
            many => format!("{many} conversations reflected on"),
        };
        told(said, &self.reflections, |(record, names)| {
            format!("{names}, {}", words(record.on))
        })
    }

    fn heard(&self) -> Evidence {
        let all = self.reflections.iter();
        let heard: Vec<_> = all
            .filter(|(record, _)| !record.said.heard.is_empty())
            .collect();
        let said = match heard.len() {
            0 => return nothing("What mattered to others was not noted."),
            1 => "What mattered to others: noted once".to_owned(),
            many => format!("What mattered to others: noted {many} times"),
        };
        told(said, &heard, |(record, names)| {
            format!("{names}, {}: {}", words(record.on), record.said.heard)
        })
    }

    fn listened(&self) -> Evidence {
        let said: Vec<(&TalkRecord, &str, Listening)> = self
            .reflections
            .iter()
            .filter_map(|(record, names)| Some((record, names.as_str(), record.said.listened?)))
            .collect();
        if said.is_empty() {
            return nothing("How you listened was not noted.");
        }
        let open = said
            .iter()
            .filter(|(.., way)| matches!(way, Listening::Reflected | Listening::Asked));
        let words_of = format!(
            "Mostly reflected or asked in {} of {}",
            open.count(),
            said.len()
        );
        told(words_of, &said, |(record, names, way)| {
            format!("{names}, {}: {}", words(record.on), way_words(*way))
        })
    }

    fn waits(&self) -> Evidence {
        let said = match self.waits.len() {
            0 => return nothing("No break was taken to cool off."),
            1 => "One break taken to cool off".to_owned(),
            many => format!("{many} breaks taken to cool off"),
        };
        told(said, &self.waits, |(name, on)| {
            format!("{name}, from {}", words(*on))
        })
    }

    fn introductions_made(&self) -> Evidence {
        let all = self.introductions.iter();
        let made: Vec<(&str, Day)> = all
            .filter(|(record, _)| record.by == Introducer::Me)
            .filter_map(|(record, names)| Some((names.as_str(), record.made_on?)))
            .filter(|(_, on)| self.has(*on))
            .collect();
        let said = match made.len() {
            0 => return nothing("You made no introduction."),
            1 => "One introduction made".to_owned(),
            many => format!("{many} introductions made"),
        };
        told(said, &made, |(names, on)| {
            format!("{names}, {}", words(*on))
        })
    }

    fn introductions_thanked(&self) -> Evidence {
        let all = self.introductions.iter();
        let thanked: Vec<(&str, Day)> = all
            .filter_map(|(record, names)| Some((names.as_str(), record.thanked_on?)))
            .filter(|(_, on)| self.has(*on))
            .collect();
        let said = match thanked.len() {
            0 => return nothing("No thanks for an introduction was noted."),
            1 => "Thanks said for one introduction".to_owned(),
            many => format!("Thanks said for {many} introductions"),
        };
        told(said, &thanked, |(names, on)| {
            format!("{names}, {}", words(*on))
        })
    }

    fn promises_kept(&self) -> Evidence {
        let is_kept = |promise: &&CommitmentRecord| promise.state == CommitmentState::Kept;
        self.promises(
            "kept",
            self.promises.iter().filter(is_kept).count(),
            |promise| match promise.state {
                CommitmentState::Kept => "kept",
                _ => "not kept",
            },
        )
    }

    fn promises_on_time(&self) -> Evidence {
        let on_time = self.promises.iter().filter(|promise| kept_on_time(promise));
        self.promises("kept on time", on_time.count(), |promise| {
            match (kept_on_time(promise), promise.state) {
                (true, _) => "on time",
                (false, CommitmentState::Kept) => "late",
                (false, _) => "not kept",
            }
        })
    }

    fn promises(
        &self,
        what: &str,
        count: usize,
        how: impl Fn(&CommitmentRecord) -> &'static str,
    ) -> Evidence {
        let all = self.promises.len();
        if all == 0 {
            return nothing("No promise of yours ended.");
        }
        let promises = if all == 1 { "promise" } else { "promises" };
        let said = format!("{count} of {all} {promises} {what}");
        told(said, &self.promises, |promise| {
            let on = promise.closed_on.map_or_else(String::new, words);
            format!("{}, {on}: {}", promise.what, how(promise))
        })
    }

    fn promises_moved(&self) -> Evidence {
        let moved: Vec<(&CommitmentRecord, u32, u32)> = self
            .promises
            .iter()
            .map(|promise| {
                let (in_time, late) = promise.moves.in_time_and_late();
                (promise, in_time, late)
            })
            .filter(|(_, in_time, late)| in_time + late > 0)
            .collect();
        if moved.is_empty() {
            return nothing("No promise that ended had been moved.");
        }
        let in_time: u32 = moved.iter().map(|(_, in_time, _)| in_time).sum();
        let late: u32 = moved.iter().map(|(.., late)| late).sum();
        let said = format!("Promises moved in time {in_time}, late {late}");
        told(said, &moved, |(promise, in_time, late)| {
            format!("{}: in time {in_time}, late {late}", promise.what)
        })
    }

    fn has(&self, on: Day) -> bool {
        (self.first..=self.last).contains(&on)
    }
}

/// A line each of the first of these, and how many more there are.
fn told<T>(words: String, of: &[T], line: impl Fn(&T) -> String) -> Evidence {
    let more = of.len().saturating_sub(MOST_NAMED);
    Evidence {
        words,
        from: of.iter().take(MOST_NAMED).map(line).collect(),
        more: count32(more),
    }
}

fn nothing(words: &str) -> Evidence {
    Evidence {
        words: words.to_owned(),
        from: Vec::new(),
        more: 0,
    }
}

/// "3 August".
fn words(day: Day) -> String {
    day.date().format("%-d %B").to_string()
}

const fn way_words(way: Listening) -> &'static str {
    match way {
        Listening::Reflected => "reflected",
        Listening::Asked => "asked",
        Listening::Advised => "advised",
        Listening::Deflected => "deflected",
    }
}
