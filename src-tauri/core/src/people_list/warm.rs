//! Warmth of my tie to a person, as it is shown and explained.

use chrono::NaiveDate;
use serde::Serialize;

use crate::book::Book;
use crate::channel::Channel;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people_list::PersonRow;
use crate::people_list::WarmthWeights;
use crate::relationships::relationship_rows;
use crate::settings;
use crate::store::Tx;
use crate::warmth::{Level, Weights};

/// Talks of so many days are counted beside the warmth.
const RECENT_DAYS: i64 = 60;
/// So many talks are listed one by one in the explanation.
const LISTED: usize = 20;

/// Warmth beside a name: the level, and what it comes from in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarmthShown {
    /// Cold … very warm.
    pub level: Level,
    /// 1–5.
    pub segments: u8,
    /// How many talks in the last `days`.
    pub talks: u32,
    /// In how many days they were counted.
    pub days: u32,
    /// How most of them were held, where there were any.
    pub mostly: Option<Channel>,
}

/// What one talk adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WarmthPart {
    /// Local date.
    pub on: Day,
    /// Days since.
    pub days_ago: u32,
    /// How it was held.
    pub channel: Channel,
    /// The channel's weight, 0–1.
    pub weight: f64,
    /// What time has left of it, 0–1.
    pub fading: f64,
    /// Weight times fading.
    pub counts: f64,
}

/// How a warmth comes about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WarmthExplained {
    /// Cold … very warm.
    pub level: Level,
    /// 1–5.
    pub segments: u8,
    /// The rhythm, where there is one.
    pub cadence_days: Option<u32>,
    /// Days after which a talk counts half.
    pub half_life: f64,
    /// The newest talks.
    pub parts: Vec<WarmthPart>,
    /// How many further ones there are.
    pub others: u32,
    /// All together.
    pub strength: f64,
    /// The strengths at which cool, steady, warm and very warm begin.
    pub begins: [f64; 4],
}

/// Somebody's warmth as an example in the settings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarmthExample {
    /// Who.
    pub person: PersonRow,
    /// How it comes about.
    pub explained: WarmthExplained,
}

impl Book {
    /// How a person's warmth comes about; `None` where no talk was logged.
    ///
    /// # Errors
    /// Those of storage.
    pub fn warmth_explained(
        &self,
        person: PersonId,
        now: &Moment,
    ) -> Result<Option<WarmthExplained>> {
        self.read(|tx| explained(tx, person, now.today()))
    }

    /// An example for the settings: whoever is kept close and was talked to most.
    ///
    /// # Errors
    /// Those of storage.
    pub fn warmth_example(&self, now: &Moment) -> Result<Option<WarmthExample>> {
        self.read(|tx| {
            let Some(person) = relationship_rows::talked_to_most(tx)? else {
                return Ok(None);
            };
            let row = crate::people_list::row_of(tx, person, now)?;
            let explained = explained(tx, person, now.today())?;
            Ok(explained.map(|explained| WarmthExample {
                person: row,
                explained,
            }))
        })
    }
}

struct Talk {
    on: Day,
    days_ago: i64,
    channel: Channel,
}

fn talks(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Vec<Talk>> {
    let all = interaction_rows::talks_of(tx, person)?;
    let talks = all.into_iter().map(|(on, channel)| Talk {
        days_ago: (today - on.date()).num_days(),
        on,
        channel,
    });
    Ok(talks.collect())
}

fn strength(talks: &[Talk], half_life: f64, weights: &Weights) -> f64 {
    let talks = talks.iter().map(|talk| (talk.days_ago, talk.channel));
    weights.strength(talks, half_life)
}

fn level(weights: &Weights, strength: f64) -> Level {
    Level::of(weights.warmth(strength))
}

/// 1–5, `None` where no talk was logged.
pub(crate) fn segments_of(
    tx: &Tx<'_>,
    person: PersonId,
    cadence: Option<u32>,
    weights: &Weights,
    today: NaiveDate,
) -> Result<Option<u8>> {
    let talks = talks(tx, person, today)?;
    let strength = strength(&talks, weights.half_life(cadence), weights);
    Ok((!talks.is_empty()).then(|| level(weights, strength).segments()))
}

/// The warmth beside a name, `None` where no talk was logged.
pub(crate) fn shown(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<WarmthShown>> {
    let talks = talks(tx, person, today)?;
    if talks.is_empty() {
        return Ok(None);
    }
    let weights = settings::get::<WarmthWeights>(tx)?;
    let half_life = weights.half_life(cadence_of(tx, person)?);
    let level = level(&weights, strength(&talks, half_life, &weights));
    let recent: Vec<Channel> = talks
        .iter()
        .filter(|talk| talk.days_ago <= RECENT_DAYS)
        .map(|talk| talk.channel)
        .collect();
    let count = |channel: &Channel| recent.iter().filter(|one| *one == channel).count();
    // The richest of those that are equally many.
    let mostly = Channel::ALL
        .iter()
        .rev()
        .filter(|channel| **channel != Channel::NotSaid && count(channel) > 0)
        .max_by_key(|channel| count(channel));
    Ok(Some(WarmthShown {
        level,
        segments: level.segments(),
        talks: u32::try_from(recent.len()).unwrap_or(u32::MAX),
        days: RECENT_DAYS.unsigned_abs() as u32,
        mostly: mostly.copied(),
    }))
}

fn cadence_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<u32>> {
    Ok(relationship_rows::of_person(tx, person)?.and_then(|record| record.cadence_days))
}

fn explained(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Option<WarmthExplained>> {
    let talks = talks(tx, person, today)?;
    if talks.is_empty() {
        return Ok(None);
    }
    let weights = settings::get::<WarmthWeights>(tx)?;
    let cadence_days = cadence_of(tx, person)?;
    let half_life = weights.half_life(cadence_days);
    let strength = strength(&talks, half_life, &weights);
    let level = level(&weights, strength);
    let listed = talks.iter().take(LISTED).map(|talk| {
        let part = weights.part(talk.days_ago, talk.channel, half_life);
        WarmthPart {
            on: talk.on,
            days_ago: part.days_ago,
            channel: part.channel,
            weight: part.weight,
            fading: part.fading,
            counts: part.counts,
        }
    });
    Ok(Some(WarmthExplained {
        level,
        segments: level.segments(),
        cadence_days,
        half_life,
        parts: listed.collect(),
        others: u32::try_from(talks.len().saturating_sub(LISTED)).unwrap_or(u32::MAX),
        strength,
        begins: [Level::Cool, Level::Steady, Level::Warm, Level::VeryWarm]
            .map(|level| weights.begins(level)),
    }))
}
