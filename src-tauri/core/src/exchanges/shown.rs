//! Give and take with a person, as their page shows it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::balance::{Balance, balance};
use super::exchange_rows::{self, ExchangeRecord, Settlement};
use super::{Direction, ExchangeId, ExchangeSort, words};
use crate::book::Book;
use crate::channel::Channel;
use crate::commitments::CommitmentId;
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{RoughTime, interaction_rows};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;
use crate::typed_day::short_date;

/// Most entries that are read at once.
const MOST: u32 = 1000;

/// Something given or received, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// The id of the entry.
    pub id: ExchangeId,
    /// Who gave.
    pub direction: Direction,
    /// What it was, in the user's words.
    pub what: String,
    /// What sort of value it was.
    pub sort: ExchangeSort,
    /// 1 small, 2 medium, 3 large.
    pub size: u8,
    /// Local date; of a span, the day that counts.
    pub on: Day,
    /// The day in short, without its year: "4 Mar"; of a rough one its words: "March 2025".
    pub day_words: String,
    /// The year of the day.
    pub year: i32,
    /// The day, if it is known roughly.
    pub rough: Option<RoughTime>,
    /// What happened, as a heading: "You gave feedback".
    pub title: String,
    /// What the conversation it came from was in a word, such as "Coffee"; empty if that was not said.
    pub talk: String,
    /// How the conversation it came from was held, if it came from one.
    pub channel: Option<Channel>,
    /// Whether it counts for the balance: it came after what was called settled.
    pub counts: bool,
    /// Of a thing lent, the day by which it is to come back.
    pub back_by: Option<Day>,
    /// Whether it is lent and not back.
    pub is_out: bool,
    /// Where a thing lent is: "Back by 20 March"; empty otherwise.
    pub lent: String,
}

/// Give and take with a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExchangesOf {
    /// The newest entries, the last first.
    pub entries: Vec<Exchange>,
    /// How many entries there are.
    pub total: u32,
    /// How it balances.
    pub balance: Balance,
    /// The day on which it was last called settled, in words: "4 March"; empty if it was not.
    pub settled: String,
    /// The promises with the person that were counted as given.
    pub promises_counted: Vec<CommitmentId>,
}

/// A sort of value to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SortOfExchange {
    /// The sort.
    pub sort: ExchangeSort,
    /// The size that is taken unless another one is said, 1–3.
    pub usual_size: u8,
}

impl Book {
    /// Give and take with a person, with the newest `limit` entries, at most 1,000.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn exchanges_of(&self, person: PersonId, limit: u32, now: &Moment) -> Result<ExchangesOf> {
        self.read(|tx| {
            let today = now.today();
            let settled = exchange_rows::settlement_of(tx, person)?;
            let records = exchange_rows::newest_of(tx, person, limit.min(MOST))?;
            let counted = exchange_rows::counted_of(tx, person, settled)?;
            let name = person_rows::get(tx, person)?.name;
            let entries = records
                .into_iter()
                .map(|record| shown(tx, record, settled, today));
            Ok(ExchangesOf {
                entries: entries.collect::<Result<_>>()?,
                total: exchange_rows::count_of(tx, person)?,
                balance: balance(&counted, name.first(), today),
                settled: settled.map_or(String::new(), |settled| {
                    short_date(settled.on.date(), today)
                }),
                promises_counted: exchange_rows::promises_counted(tx, person)?,
            })
        })
    }

    /// The sorts of value to choose from, in their order.
    ///
    /// # Errors
    /// None.
    pub fn exchange_sorts(&self) -> Result<Vec<SortOfExchange>> {
        let sorts = ExchangeSort::ALL.into_iter();
        Ok(sorts
            .map(|sort| SortOfExchange {
                sort,
                usual_size: sort.usual_size(),
            })
            .collect())
    }
}

/// How give and take with a person balances; `None` where nothing is noted.
pub(crate) fn balance_with(
    tx: &Tx<'_>,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<Balance>> {
    if exchange_rows::count_of(tx, person)? == 0 {
        return Ok(None);
    }
    let settled = exchange_rows::settlement_of(tx, person)?;
    let counted = exchange_rows::counted_of(tx, person, settled)?;
    let name = person_rows::get(tx, person)?.name;
    Ok(Some(balance(&counted, name.first(), today)))
}

fn shown(
    tx: &Tx<'_>,
    record: ExchangeRecord,
    settled: Option<Settlement>,
    today: NaiveDate,
) -> Result<Exchange> {
    let talk = record
        .talk
        .map(|talk| interaction_rows::get(tx, talk))
        .transpose()?;
    let rough = RoughTime::of(record.on, None, record.roughly);
    let day_words = match &rough {
        Some(rough) => rough.words.clone(),
        None => words::short_day(record.on),
    };
    Ok(Exchange {
        id: record.id,
        direction: record.direction,
        sort: record.sort,
        size: record.size,
        on: record.on,
        day_words,
        year: record.on.date().year(),
        rough,
        title: words::title(&record),
        channel: talk.as_ref().map(|talk| talk.channel),
        talk: talk.map_or(String::new(), |talk| talk.title),
        counts: settled.is_none_or(|settled| settled.lets_count(record.on, record.id)),
        back_by: record.back_by,
        is_out: record.back_by.is_some() && record.back_on.is_none(),
        lent: words::lent(&record, today),
        what: record.what,
    })
}
