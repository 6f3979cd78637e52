//! Reflections as the page and the brief show them.

use chrono::NaiveDate;

use super::asking::asked_about;
use super::reflection_rows::{self, TalkRecord};
use super::trend::{first_day, trend};
use super::{Conversations, Heard, ReflectedTalk, ReflectionList};
use crate::book::Book;
use crate::customs::week_start;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;
use crate::typed_day::long;

/// Most reflections that are read at once.
const MOST: u32 = 500;

impl Book {
    /// How the user listened: the trend, the first `limit` reflections, and a conversation that may be reflected on.
    ///
    /// # Errors
    /// Storage errors.
    pub fn conversations(&self, limit: u32, now: &Moment) -> Result<Conversations> {
        self.read(|tx| {
            let (today, week) = (now.today(), week_start(tx)?);
            let first = first_day(today, week).into();
            let listened = reflection_rows::listened_within(tx, first, today.into())?;
            let asks = asked_about(tx, now)?.map(|record| shown(tx, record, today));
            Ok(Conversations {
                trend: trend(&listened, today, week),
                reflections: list(tx, 0, limit, today)?,
                asks: asks.transpose()?,
            })
        })
    }

    /// Reflections from `offset` on, the last conversation first, at most 500.
    ///
    /// # Errors
    /// Storage errors.
    pub fn reflections_list(
        &self,
        offset: u32,
        limit: u32,
        now: &Moment,
    ) -> Result<ReflectionList> {
        self.read(|tx| list(tx, offset, limit, now.today()))
    }

    /// The reflections on conversations with a person, the last first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn reflections_of(&self, person: PersonId, now: &Moment) -> Result<Vec<ReflectedTalk>> {
        self.read(|tx| {
            let records = reflection_rows::of_person(tx, person)?.into_iter();
            records
                .map(|record| shown(tx, record, now.today()))
                .collect()
        })
    }
}

fn list(tx: &Tx<'_>, offset: u32, limit: u32, today: NaiveDate) -> Result<ReflectionList> {
    let records = reflection_rows::newest(tx, offset, limit.min(MOST))?.into_iter();
    Ok(ReflectionList {
        total: reflection_rows::count(tx)?,
        talks: records
            .map(|record| shown(tx, record, today))
            .collect::<Result<_>>()?,
    })
}

fn shown(tx: &Tx<'_>, record: TalkRecord, today: NaiveDate) -> Result<ReflectedTalk> {
    Ok(ReflectedTalk {
        people: reflection_rows::names_of(tx, record.talk)?,
        when: long(record.on.date(), today),
        talk: record.talk,
        on: record.on,
        channel: record.channel,
        said: record.said,
    })
}

/// What was heard last in a conversation with a person.
pub(crate) fn heard_from(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Option<Heard>> {
    let last = reflection_rows::heard_of(tx, person)?;
    Ok(last.map(|record| Heard {
        text: record.said.heard,
        when: long(record.on.date(), today),
    }))
}
