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
    let name = |id: PersonId| -> Result<Name> { Ok(person_rows::get(tx, id)?.name) };
    let plain = |part, text: String| Known::of(part, text, "", String::new());
    let mut known = Vec::new();
    known.extend(work_words(tx, person)?.map(|text| plain(DraftPart::TheirWork, text)));
    let at = record.people.iter().position(|one| *one == person);
    if let Some(ask) = at.and_then(|at| record.ask_of(at)) {
        let text = match ask.on.date() == today {
            true => "Today".to_owned(),
            false => format!("On {}", short_date(ask.on.date(), today)),
        };
        let words = text.clone();
        known.push(Known::of(DraftPart::AskedOn, text, "You asked", words));
    }
    let other = other_of(record, person);
    let hidden = other.filter(|other| !may_be_named(record, *other));
    let tells = match hidden {
        Some(hidden) => tells_of(&record.why, &name(hidden)?),
        None => false,
    };
    if !record.why.is_empty() && !tells {
        let (text, words) = (record.why.clone(), record.why.clone());
        known.push(Known::of(DraftPart::IntroductionWhy, text, "Why", words));
    }
    let Some(other) = other else {
        return Ok(known);
    };
    if may_be_named(record, other) {
        let name = name(other)?;
        let first = plain(DraftPart::OtherFirstName, name.first().to_owned());
        let words = name.display.clone();
        known.push(first.told_with(DraftPart::OtherName));
        known.push(Known::of(
            DraftPart::OtherName,
            name.display,
            "The other",
            words,
        ));
        if let Some(work) = work_words(tx, other)? {
            let words = work.clone();
            known.push(Known::of(DraftPart::OtherWork, work, "What they do", words));
        }
    }
    if record.by == Introducer::Them {
        let between = record.people.get(1).copied().filter(|one| *one != other);
        let between = between.filter(|between| *between != person);
        let asked = name(between.unwrap_or(other))?;
        known.push(plain(DraftPart::AskedByThem, asked.first().to_owned()));
        let meet = match between {
            Some(_) => name(other)?.display,
            None => "you".to_owned(),
        };
        known.push(plain(DraftPart::MeetWhom, meet));
        if between.is_some() {
            let words = asked.display.clone();
            known.push(Known::of(
                DraftPart::Between,
                asked.display,
                "Between",
                words,
            ));
        }
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
