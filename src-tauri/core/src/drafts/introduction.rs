//! Drafts of an introduction: asking first, asking for a way in with words to forward, and introducing both.

use chrono::NaiveDate;

use super::known::{Known, known, work_words};
use super::shown::filled_from;
use super::{Draft, DraftPart, DraftSort};
use crate::book::Book;
use crate::boundaries::off_limits_at;
use crate::error::Result;
use crate::ids::PersonId;
use crate::introductions::{
    Introducer, IntroductionAnswer, IntroductionId, IntroductionRecord, introduction_rows,
};
use crate::moment::Moment;
use crate::people::{Name, person_rows};
use crate::store::Tx;
use crate::typed_day::short_date;

impl Book {
    /// A draft to one of the people of an introduction. Of two who are introduced, neither learns who the other is
    /// before that one said yes.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn introduction_draft(
        &self,
        id: IntroductionId,
        person: PersonId,
        sort: DraftSort,
        without: &[DraftPart],
        now: &Moment,
    ) -> Result<Draft> {
        self.read(|tx| {
            let record = introduction_rows::get(tx, id)?;
            let mut known = known(tx, person, now)?;
            known.extend(of_introduction(tx, &record, person, now.today())?);
            let to = match sort {
                DraftSort::IntroductionMake => record.people.as_slice(),
                _ => &[person],
            };
            let mut draft = filled_from(tx, to, sort, without, &known, now)?;
            if sort == DraftSort::IntroductionForward {
                // It goes to whom they ask, from their own mail: there is nothing to open here.
                draft.has_mail = false;
            }
            Ok(draft)
        })
    }
}

/// What an introduction tells for the parts of a draft to one of its people.
fn of_introduction(
    tx: &Tx<'_>,
    record: &IntroductionRecord,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    known.extend(work_words(tx, person)?.map(|text| plain(DraftPart::TheirWork, text)));
    known.extend(asked_on(record, person, today));
    let other = other_of(record, person);
    let hidden = other.filter(|other| !may_be_named(record, *other));
    let tells = match hidden {
        Some(hidden) => tells_of(&record.why, &name_of(tx, hidden)?),
        None => false,
    };
    if !record.why.is_empty() && !tells {
        let (text, words) = (record.why.clone(), record.why.clone());
        known.push(Known::of(DraftPart::IntroductionWhy, text, "Why", words));
    }
    let Some(other) = other else {
        return Ok(known);
    };
    if hidden.is_none() {
        known.extend(of_other(tx, other)?);
    }
    if record.by == Introducer::Them {
        known.extend(of_way_in(tx, record, person, other)?);
    }
    Ok(known)
}

fn plain(part: DraftPart, text: String) -> Known {
    Known::of(part, text, "", String::new())
}

fn name_of(tx: &Tx<'_>, person: PersonId) -> Result<Name> {
    Ok(person_rows::get(tx, person)?.name)
}

/// When they were asked.
fn asked_on(record: &IntroductionRecord, person: PersonId, today: NaiveDate) -> Option<Known> {
    let at = record.people.iter().position(|one| *one == person)?;
    let on = record.ask_of(at)?.on.date();
    let text = match on == today {
        true => "Today".to_owned(),
        false => format!("On {}", short_date(on, today)),
    };
    let words = text.clone();
    Some(Known::of(DraftPart::AskedOn, text, "You asked", words))
}

/// Who the other is, and what they do.
fn of_other(tx: &Tx<'_>, other: PersonId) -> Result<Vec<Known>> {
    let name = name_of(tx, other)?;
    let first = plain(DraftPart::OtherFirstName, name.first().to_owned());
    let words = name.display.clone();
    let whole = Known::of(DraftPart::OtherName, name.display, "The other", words);
    let mut known = vec![first.told_with(DraftPart::OtherName), whole];
    known.extend(work_words(tx, other)?.map(|work| {
        let words = work.clone();
        Known::of(DraftPart::OtherWork, work, "What they do", words)
    }));
    Ok(known)
}

/// Of a way in: whom they ask, whom the user meets, and who stands between.
fn of_way_in(
    tx: &Tx<'_>,
    record: &IntroductionRecord,
    person: PersonId,
    other: PersonId,
) -> Result<Vec<Known>> {
    let second = record.people.get(1).copied();
    let between = second.filter(|one| *one != other && *one != person);
    let asked = name_of(tx, between.unwrap_or(other))?;
    let first = asked.first().to_owned();
    let meet = match between {
        Some(_) => name_of(tx, other)?.display,
        None => "you".to_owned(),
    };
    let mut known = vec![
        plain(DraftPart::AskedByThem, first),
        plain(DraftPart::MeetWhom, meet),
    ];
    if between.is_some() {
        let words = asked.display.clone();
        let between = Known::of(DraftPart::Between, asked.display, "Between", words);
        known.push(between);
    }
    Ok(known)
}

/// Whether a text has a word of somebody's name in it. It is looked for as off-limits topics are.
fn tells_of(text: &str, name: &Name) -> bool {
    let words = name.display.split_whitespace().map(str::to_owned);
    !off_limits_at(text, &words.collect::<Vec<_>>()).is_empty()
}

/// Whom the person meets, or whom the user wants to meet through them.
fn other_of(record: &IntroductionRecord, person: PersonId) -> Option<PersonId> {
    let other = match record.by {
        Introducer::Me => record.people.iter().find(|one| **one != person),
        Introducer::Them => record.people.last(),
    };
    other.copied()
}

/// Whether a draft may say who the other is: the user asks for them, or they said yes.
fn may_be_named(record: &IntroductionRecord, other: PersonId) -> bool {
    let at = record.people.iter().position(|one| *one == other);
    let ask = at.and_then(|at| record.ask_of(at));
    record.by == Introducer::Them
        || ask.is_some_and(|ask| ask.answer == Some(IntroductionAnswer::Yes))
}
