//! Writing down what was given and received, alone or with the conversation it came from.

use super::exchange_rows::{self, ExchangeRecord};
use super::{ExchangeId, ExchangeSort, NewExchange, TalkExchange};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{DayForms, WhenPurpose, read_day};
use crate::days::{Day, Roughly};
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::interactions::interaction_rows::InteractionRecord;
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;

impl Book {
    /// Writes down what was given to a person, or received from them.
    ///
    /// # Errors
    /// `Invalid` at `people`, `what`, `size`, `when` or `backBy`; `NotFound`; storage errors.
    pub fn exchange_add(
        &self,
        person: PersonId,
        exchange: &NewExchange,
        now: &Moment,
    ) -> Result<Done<ExchangeId>> {
        self.exchanges_add(&[person], exchange, now)
    }

    /// Writes the same down for several people, in one step. Returns the entry of the first.
    ///
    /// # Errors
    /// Like `exchange_add`; `Invalid` at `people` where nobody is named.
    pub fn exchanges_add(
        &self,
        people: &[PersonId],
        exchange: &NewExchange,
        now: &Moment,
    ) -> Result<Done<ExchangeId>> {
        self.change(OperationKind::AddExchange, now, |change| {
            change.about_people(people)?;
            add(&change.tx, people, exchange, now)
        })
    }
}

/// Writes the same down for several people, within a change. Returns the entry of the first.
pub(crate) fn add(
    tx: &Tx<'_>,
    people: &[PersonId],
    exchange: &NewExchange,
    now: &Moment,
) -> Result<ExchangeId> {
    check_people(tx, people, &[])?;
    let mut first = None;
    for person in people {
        let record = checked(tx, *person, exchange, now)?;
        let id = exchange_rows::insert(tx, &record)?;
        first.get_or_insert(id);
    }
    first.ok_or_else(|| Error::invalid("people", "Say with whom."))
}

/// Writes down what came of a conversation in which `people` took part, whose row is `whole`. The field of an error
/// says which: "exchanges.0.what".
pub(crate) fn in_talk(
    tx: &Tx<'_>,
    talk: InteractionId,
    whole: &InteractionRecord,
    people: &[PersonId],
    exchanges: &[TalkExchange],
) -> Result<()> {
    for (at, exchange) in exchanges.iter().enumerate() {
        let field = |name: &str| format!("exchanges.{at}.{name}");
        let what = checked_line(&field("what"), &exchange.what)?;
        let size = checked_size(&field("size"), exchange.size, exchange.sort)?;
        let with = match exchange.people.as_slice() {
            [] => people,
            some if some.iter().all(|person| people.contains(person)) => some,
            _ => {
                let words = "Whoever gave or received must have taken part.";
                return Err(Error::invalid(&field("people"), words));
            }
        };
        for person in with {
            let record = ExchangeRecord {
                id: ExchangeId(0),
                person: *person,
                direction: exchange.direction,
                what: what.clone(),
                sort: exchange.sort,
                size,
                on: whole.on,
                roughly: of_day(whole.roughly),
                talk: Some(talk),
                promise: None,
                back_by: None,
                back_on: None,
            };
            exchange_rows::insert(tx, &record)?;
        }
    }
    Ok(())
}

/// What came of a conversation was on its day, and goes with it to another one unless it has a day of its own.
pub(crate) fn note_talk_is_on(
    tx: &Tx<'_>,
    talk: InteractionId,
    before: &InteractionRecord,
    now: &InteractionRecord,
) -> Result<()> {
    let roughly = of_day(now.roughly);
    if (before.on, of_day(before.roughly)) == (now.on, roughly) {
        return Ok(());
    }
    exchange_rows::move_with_talk(tx, talk, before.on, now.on, roughly)
}

/// What came of a conversation stays when it is deleted; it no longer names it.
pub(crate) fn note_talk_is_gone(tx: &Tx<'_>, talk: InteractionId) -> Result<()> {
    exchange_rows::forget_talk(tx, talk)
}

/// A new row from what the user entered.
pub(super) fn checked(
    tx: &Tx<'_>,
    person: PersonId,
    exchange: &NewExchange,
    now: &Moment,
) -> Result<ExchangeRecord> {
    let what = checked_line("what", &exchange.what)?;
    let size = checked_size("size", exchange.size, exchange.sort)?;
    let forms = DayForms::of(tx, now)?;
    let read = read_day("when", &exchange.when, WhenPurpose::Exchange, &forms, now)?;
    let back_by = read_back_by(&exchange.back_by, &forms, now)?;
    let roughly = of_day(read.roughly);
    let is_before = back_by.is_some_and(|by| by < read.day) && roughly.is_none();
    if is_before {
        let words = "It cannot come back before the day it was lent.";
        return Err(Error::invalid("backBy", words));
    }
    Ok(ExchangeRecord {
        id: ExchangeId(0),
        person,
        direction: exchange.direction,
        what,
        sort: exchange.sort,
        size,
        on: read.day.into(),
        roughly,
        talk: None,
        promise: None,
        back_by,
        back_on: None,
    })
}

/// What is known roughly of the day; the part of the day is not kept.
fn of_day(roughly: Option<Roughly>) -> Option<Roughly> {
    roughly.filter(|roughly| !matches!(roughly, Roughly::Part(_)))
}

fn read_back_by(text: &str, forms: &DayForms, now: &Moment) -> Result<Option<Day>> {
    if is_blank(text) {
        return Ok(None);
    }
    let read = read_day("backBy", text, WhenPurpose::Day, forms, now)?;
    if read.time.is_some() {
        let words = "The day is enough. Leave the time out.";
        return Err(Error::invalid("backBy", words));
    }
    Ok(Some(read.day.into()))
}

/// One line without space around it and breaks in it.
fn checked_line(field: &str, text: &str) -> Result<String> {
    let line = one_line(field, text)?;
    if line.is_empty() {
        return Err(Error::invalid(field, "Say what it was."));
    }
    Ok(line)
}

fn checked_size(field: &str, size: Option<u8>, sort: ExchangeSort) -> Result<u8> {
    match size.unwrap_or_else(|| sort.usual_size()) {
        size @ 1..=3 => Ok(size),
        _ => Err(Error::invalid(field, "Choose small, medium or large.")),
    }
}
