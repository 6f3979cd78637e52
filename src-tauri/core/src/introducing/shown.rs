//! Introductions as the page shows them.

use std::collections::HashMap;

use super::add::names_of;
use super::before::before_asking;
use super::events::event;
use super::proposed::proposed;
use super::words::{self, Names};
use super::{Introduction, IntroductionSide, IntroductionsOf};
use crate::book::Book;
use crate::counts::count32;
use crate::error::Result;
use crate::ids::PersonId;
use crate::introductions::limits::Asked;
use crate::introductions::{
    Introducer, IntroductionId, IntroductionRecord, IntroductionStage, introduction_rows,
};
use crate::moment::Moment;
use crate::people_list::{PersonRow, row_of};
use crate::store::Tx;
use crate::typed_day::short_date;

/// Of more introductions, the questions of the whole book are read at once.
const FEW: usize = 10;

/// What introductions that are shown together have in common, read once.
struct Around<'a, 't> {
    tx: &'a Tx<'t>,
    now: &'a Moment,
    /// All questions of the book; `None`: they are read a person at a time.
    asked: Option<Vec<Asked>>,
    rows: HashMap<PersonId, PersonRow>,
}

impl<'a, 't> Around<'a, 't> {
    /// For so many introductions.
    fn of(tx: &'a Tx<'t>, count: usize, now: &'a Moment) -> Result<Self> {
        let asked = match count > FEW {
            true => Some(introduction_rows::asked(tx, None)?),
            false => None,
        };
        Ok(Self {
            tx,
            now,
            asked,
            rows: HashMap::new(),
        })
    }

    fn row(&mut self, person: PersonId) -> Result<PersonRow> {
        if let Some(row) = self.rows.get(&person) {
            return Ok(row.clone());
        }
        let row = row_of(self.tx, person, self.now)?;
        self.rows.insert(person, row.clone());
        Ok(row)
    }
}

impl Book {
    /// An introduction.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn introduction(&self, id: IntroductionId, now: &Moment) -> Result<Introduction> {
        self.read(|tx| {
            let record = introduction_rows::get(tx, id)?;
            let names = names_of(tx, &record.people)?;
            shown(&record, &names, 0, &mut Around::of(tx, 1, now)?)
        })
    }

    /// All introductions that a person is part of.
    ///
    /// # Errors
    /// Storage errors.
    pub fn introductions_of(&self, person: PersonId, now: &Moment) -> Result<IntroductionsOf> {
        self.read(|tx| {
            let mut of = IntroductionsOf {
                open: Vec::new(),
                made: Vec::new(),
                rested: Vec::new(),
                events: Vec::new(),
                proposed: proposed(tx, person, now)?,
            };
            let records = introduction_rows::of_person(tx, person)?;
            let mut around = Around::of(tx, records.len(), now)?;
            for record in records {
                let names = names_of(tx, &record.people)?;
                let seen = record.people.iter().position(|one| *one == person);
                let seen = seen.unwrap_or(0);
                let shown = shown(&record, &names, seen, &mut around)?;
                of.events.extend(event(&record, &names, &shown));
                match record.stage() {
                    IntroductionStage::Asking
                    | IntroductionStage::Agreed
                    | IntroductionStage::Declined => of.open.push(shown),
                    IntroductionStage::Made => of.made.push(shown),
                    IntroductionStage::Rested => of.rested.push(shown),
                }
            }
            of.made
                .sort_by_key(|made| std::cmp::Reverse((made.made_on, made.id)));
            of.events
                .sort_by_key(|event| std::cmp::Reverse((event.on, event.id)));
            Ok(of)
        })
    }
}

/// An introduction as the page of the person at position `seen` shows it.
fn shown(
    record: &IntroductionRecord,
    names: &Names,
    seen: usize,
    around: &mut Around<'_, '_>,
) -> Result<Introduction> {
    let today = around.now.today();
    let stage = record.stage();
    let sides = (0..record.people.len()).map(|at| side(record, names, at, around));
    let (done, steps) = counted(record);
    let is_made = stage == IntroductionStage::Made;
    let words_of =
        |on: Option<crate::days::Day>| on.map_or(String::new(), |on| short_date(on.date(), today));
    Ok(Introduction {
        id: record.id,
        by: record.by,
        stage,
        title: words::title(record, names, seen),
        about: words::about(record, names, today),
        next: words::next(record, names, today),
        why: record.why.clone(),
        sides: sides.collect::<Result<_>>()?,
        done,
        steps,
        may_make: stage == IntroductionStage::Agreed,
        may_tell: is_made,
        may_thank: matches!(stage, IntroductionStage::Made | IntroductionStage::Declined)
            && record.thanked_on.is_none(),
        may_rest: match stage {
            IntroductionStage::Asking | IntroductionStage::Agreed | IntroductionStage::Declined => {
                true
            }
            IntroductionStage::Made => record.stands_on().is_some(),
            IntroductionStage::Rested => false,
        },
        may_take_up: stage == IntroductionStage::Rested,
        made_on: record.made_on,
        made: words_of(record.made_on),
        outcome: record.outcome.clone(),
        thanked: words_of(record.thanked_on),
    })
}

/// How many of the steps are done, and how many there are: a yes of each, of the user's own that both said yes, made,
/// how it went, thanked.
fn counted(record: &IntroductionRecord) -> (u32, u32) {
    use crate::introductions::IntroductionAnswer::Yes;
    let yes = (0..record.people.len())
        .map(|at| record.ask_of(at).and_then(|ask| ask.answer) == Some(Yes));
    let yes: Vec<bool> = yes.collect();
    let both = match record.by {
        Introducer::Me => Some(!yes.contains(&false)),
        Introducer::Them => None,
    };
    let ends = [
        record.made_on.is_some(),
        record.outcome_on.is_some(),
        record.thanked_on.is_some(),
    ];
    let all: Vec<bool> = yes.into_iter().chain(both).chain(ends).collect();
    let done = all.iter().filter(|done| **done).count();
    (count32(done), count32(all.len()))
}

fn side(
    record: &IntroductionRecord,
    names: &Names,
    at: usize,
    around: &mut Around<'_, '_>,
) -> Result<IntroductionSide> {
    let today = around.now.today();
    let person = record.people.get(at).copied().unwrap_or(PersonId(0));
    let ask = record.ask_of(at);
    let may_ask = record.is_turn_of(at);
    let mine = record.is_mine_to_ask(at);
    let before_asking = match may_ask && mine && ask.is_none() {
        true => before_asking(
            around.tx,
            person,
            record.by == Introducer::Them,
            around.asked.as_deref(),
            around.now,
        )?,
        false => Vec::new(),
    };
    let earlier = record.asks.iter().filter(|one| one.at == at);
    let earlier: Vec<String> = earlier.map(|ask| words::earlier(ask, today)).collect();
    let before_last = earlier.len().saturating_sub(1);
    let is_open = matches!(
        record.stage(),
        IntroductionStage::Asking | IntroductionStage::Agreed | IntroductionStage::Declined
    );
    Ok(IntroductionSide {
        row: around.row(person)?,
        title: words::side_title(record, names, at),
        words: words::side_words(record, at, today),
        said: ask.map_or(String::new(), |ask| ask.words.clone()),
        answer: ask.and_then(|ask| ask.answer),
        waiting: record.waits_for(at),
        may_ask,
        may_tell_no: record.may_tell_no(at),
        may_answer: is_open && (ask.is_some() || may_ask),
        mine,
        before_asking,
        earlier: earlier.into_iter().take(before_last).collect(),
    })
}
