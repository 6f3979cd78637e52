//! The warmth of the user's relationship to a person, as the page shows and explains it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::book::Book;
use crate::channel::Channel;
use crate::counts::count32;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people_list::PersonRow;
use crate::people_list::WarmthWeights;
use crate::relationships::Status;
use crate::relationships::relationship_rows::{self, stored_status};
use crate::settings;
use crate::store::Tx;
use crate::warmth::{Level, Weights};

/// The number of conversations shown beside the warmth is that of the last 60 days.
const RECENT_DAYS: i64 = 60;
/// Most conversations listed one by one in the explanation.
const MAX_LISTED: usize = 20;

/// The warmth as shown beside a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarmthShown {
    /// The level, from cold to very warm.
    pub level: Level,
    /// The level as a number, 1–5.
    pub segments: u8,
    /// Number of conversations in the last `days` days.
    pub talks: u32,
    /// Number of days in which `talks` were counted.
    pub days: u32,
    /// The most frequent channel of these conversations; `None` if there are none with a channel.
    pub mostly: Option<Channel>,
}

/// What one conversation adds to the strength.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WarmthPart {
    /// Local date.
    pub on: Day,
    /// Days since then; 0 if the date is in the future.
    pub days_ago: u32,
    /// The channel: by phone, in person and so on.
    pub channel: Channel,
    /// The weight of the channel, 0–1.
    pub weight: f64,
    /// The share of the weight that is left after `days_ago`, 0–1.
    pub fading: f64,
    /// `weight` times `fading`.
    pub counts: f64,
}

/// How a warmth was computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WarmthExplained {
    /// The level, from cold to very warm.
    pub level: Level,
    /// The level as a number, 1–5.
    pub segments: u8,
    /// The cadence in days, if the person is kept close.
    pub cadence_days: Option<u32>,
    /// Number of days after which a conversation counts half.
    pub half_life: f64,
    /// The newest conversations; at most 20.
    pub parts: Vec<WarmthPart>,
    /// Number of further conversations.
    pub others: u32,
    /// The sum over all conversations.
    pub strength: f64,
    /// The strengths at which the levels cool, steady, warm and very warm begin.
    pub begins: [f64; 4],
}

/// The warmth of one person as an example in the settings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarmthExample {
    /// The person.
    pub person: PersonRow,
    /// How the warmth was computed.
    pub explained: WarmthExplained,
}

impl Book {
    /// How a person's warmth is computed; `None` if no conversation was logged.
    ///
    /// # Errors
    /// Storage errors.
    pub fn warmth_explained(
        &self,
        person: PersonId,
        now: &Moment,
    ) -> Result<Option<WarmthExplained>> {
        self.read(|tx| explained(tx, person, now.today()))
    }

    /// An example for the settings: among the people kept close, one with many conversations. `None` if no
    /// conversation with such a person was logged.
    ///
    /// # Errors
    /// Storage errors.
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

/// The strength of the warmth of a person whose rhythm has this cadence; 0 where no conversation was logged.
///
/// # Errors
/// Storage errors.
pub(crate) fn strength_of(
    tx: &Tx<'_>,
    person: PersonId,
    cadence: Option<u32>,
    today: NaiveDate,
) -> Result<f64> {
    let talks = talks(tx, person, today)?;
    if talks.is_empty() {
        return Ok(0.0);
    }
    let weights = settings::get::<WarmthWeights>(tx)?;
    Ok(strength(&talks, weights.half_life(cadence), &weights))
}

/// Warmth as rows show it.
pub(crate) enum WarmthNow {
    /// The relationship is active, or there is none.
    Warm { level: Level, strength: f64 },
    /// It rests: no warmth is shown.
    Rests,
    /// No conversation was logged.
    NoTalk,
}

/// The warmth by which the list is sorted.
pub(crate) fn warmth_now(
    tx: &Tx<'_>,
    person: PersonId,
    weights: &Weights,
    now: &Moment,
) -> Result<WarmthNow> {
    let relationship = relationship_rows::of_person(tx, person)?;
    let talks = talks(tx, person, now.today())?;
    if talks.is_empty() {
        return Ok(WarmthNow::NoTalk);
    }
    if stored_status(tx, person)?.at(now) != Status::Active {
        return Ok(WarmthNow::Rests);
    }
    let cadence = relationship.and_then(|one| one.cadence_days);
    let strength = strength(&talks, weights.half_life(cadence), weights);
    Ok(WarmthNow::Warm {
        level: level(weights, strength),
        strength,
    })
}

/// Warmth in segments, 1–5; `None` if no conversation was logged.
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

/// The warmth as shown beside a name; `None` if no conversation was logged.
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
    // Among equally frequent channels, the richest wins: `Channel::ALL` is sorted from the richest.
    let mostly = Channel::ALL
        .iter()
        .rev()
        .filter(|channel| **channel != Channel::NotSaid && count(channel) > 0)
        .max_by_key(|channel| count(channel));
    Ok(Some(WarmthShown {
        level,
        segments: level.segments(),
        talks: count32(recent.len()),
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
    let listed = talks.iter().take(MAX_LISTED).map(|talk| {
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
        others: count32(talks.len().saturating_sub(MAX_LISTED)),
        strength,
        begins: [Level::Cool, Level::Steady, Level::Warm, Level::VeryWarm]
            .map(|level| weights.begins(level)),
    }))
}
