//! Introductions that stand on Today: those that wait for somebody, and those of which one asks how they went.

use serde::Serialize;

use super::add::names_of;
use super::words::{self, Names};
use crate::book::Book;
use crate::boundaries::excluded_pair;
use crate::error::Result;
use crate::ids::PersonId;
use crate::introductions::{
    IntroductionAnswer, IntroductionId, IntroductionRecord, IntroductionStage, introduction_rows,
};
use crate::moment::Moment;
use crate::relationships::relationship_rows::is_left_alone;
use crate::store::Tx;
use crate::typed_day::short_date;

/// An introduction that stands on Today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StandingIntroduction {
    /// The introduction.
    pub id: IntroductionId,
    /// On whose page it opens.
    pub person: PersonId,
    /// Between whom: "Samir and Daniel Osterby".
    pub title: String,
    /// What it waits for: "Daniel has not answered since 5 March", "How did it go?".
    pub words: String,
    /// Whether it was made, and one is asked how it went.
    pub made: bool,
}

/// Introductions that stand on Today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StandingIntroductions {
    /// The earliest first.
    pub listed: Vec<StandingIntroduction>,
    /// How many more there are; of very many, at least so many.
    pub more: u32,
    /// Whether there may be more than these.
    pub and_more: bool,
}

/// So many are looked at: Today is for what one can do, and takes no longer in a book that has thousands.
const MOST_LOOKED_AT: u32 = 100;

impl Book {
    /// The introductions that stand on Today, at most `limit`. None of which somebody is left alone or across an
    /// excluded conflict.
    ///
    /// # Errors
    /// Storage errors.
    pub fn introductions_today(&self, limit: u32, now: &Moment) -> Result<StandingIntroductions> {
        self.read(|tx| standing(tx, limit as usize, now))
    }
}

fn standing(tx: &Tx<'_>, limit: usize, now: &Moment) -> Result<StandingIntroductions> {
    let records = introduction_rows::standing(tx, now.today().into(), MOST_LOOKED_AT)?;
    let mut all = StandingIntroductions {
        and_more: records.len() == MOST_LOOKED_AT as usize,
        ..StandingIntroductions::default()
    };
    for record in records {
        if rests(tx, &record, now)? {
            continue;
        }
        if all.listed.len() == limit {
            all.more += 1;
            continue;
        }
        let names = names_of(tx, &record.people)?;
        let at = waits_at(&record).unwrap_or(0);
        let person = record.people.get(at).copied();
        all.listed.push(StandingIntroduction {
            id: record.id,
            person: person.unwrap_or(PersonId(0)),
            title: words::title(&record, &names, at),
            words: stands_for(&record, &names, now),
            made: record.stage() == IntroductionStage::Made,
        });
    }
    Ok(all)
}

/// Whether nothing is said of an introduction now.
fn rests(tx: &Tx<'_>, record: &IntroductionRecord, now: &Moment) -> Result<bool> {
    for (at, person) in record.people.iter().enumerate() {
        if is_left_alone(tx, *person, now)? {
            return Ok(true);
        }
        for other in record.people.iter().skip(at + 1) {
            if excluded_pair(tx, (*person, *other), now)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Who is waited for the longest.
fn waits_at(record: &IntroductionRecord) -> Option<usize> {
    let all = 0..record.people.len();
    let waiting = all.clone().filter(|at| record.waits_for(*at));
    let longest = waiting.min_by_key(|at| record.ask_of(*at).map(|ask| ask.on));
    longest.or_else(|| all.clone().find(|at| record.is_turn_of(*at)))
}

fn stands_for(record: &IntroductionRecord, names: &Names, now: &Moment) -> String {
    let today = now.today();
    let waited = waits_at(record).and_then(|at| Some((at, record.ask_of(at)?)));
    match (record.stage(), waited) {
        (IntroductionStage::Made, _) => {
            let on = record.made_on.map(|on| short_date(on.date(), today));
            format!("Made on {}. How did it go?", on.unwrap_or_default())
        }
        (IntroductionStage::Asking, Some((at, ask))) => match ask.answer {
            Some(IntroductionAnswer::NotNow) => {
                format!("{} said not now, until today", names.first(at))
            }
            _ => format!(
                "{} has not answered since {}",
                names.first(at),
                short_date(ask.on.date(), today)
            ),
        },
        _ => words::next(record, names, today),
    }
}
