//! Beginning an introduction.

use std::collections::HashSet;

use super::before::{against, before_asking};
use super::{NewIntroduction, words};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::introductions::{
    Introducer, IntroductionId, IntroductionRecord, IntroductionStage, introduction_rows,
};
use crate::moment::Moment;
use crate::people::{check_people, person_rows};
use crate::store::Tx;
use crate::typed_day::short_date;

impl Book {
    /// Begins an introduction. Nobody is asked yet.
    ///
    /// # Errors
    /// `Invalid` at `people` or `why`; at `anyway` where something speaks against it and the user has not said to go on;
    /// `NotFound`; storage errors. After an error nothing is changed.
    pub fn introduction_add(
        &self,
        new: &NewIntroduction,
        now: &Moment,
    ) -> Result<Done<IntroductionId>> {
        self.change(OperationKind::AddIntroduction, now, |change| {
            let tx = &change.tx;
            check(tx, new, now)?;
            change.about(names_of(tx, &new.people)?.whole.join(" and "), 1);
            let against = against(tx, new.by, &new.people, now)?;
            if !against.is_empty() && !new.anyway {
                return Err(Error::invalid("anyway", against.join(" ")));
            }
            let record = IntroductionRecord {
                id: IntroductionId(0),
                by: new.by,
                people: new.people.clone(),
                why: one_line("why", &new.why)?,
                asks: Vec::new(),
                began_on: now.today().into(),
                made_on: None,
                outcome: String::new(),
                outcome_on: None,
                thanked_on: None,
                rested_on: None,
            };
            introduction_rows::insert(tx, &record)
        })
    }

    /// What to know before beginning an introduction: what speaks against it, and against asking the first of them.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn introduction_notes(
        &self,
        by: Introducer,
        people: &[PersonId],
        now: &Moment,
    ) -> Result<Vec<String>> {
        self.read(|tx| {
            let mut lines = against(tx, by, people, now)?;
            let asked = match by {
                Introducer::Me => people,
                Introducer::Them => people.get(..1).unwrap_or_default(),
            };
            for person in asked {
                let before = before_asking(tx, *person, by == Introducer::Them, None, now)?;
                lines.extend(before);
            }
            let mut said = HashSet::new();
            lines.retain(|line| said.insert(line.clone()));
            Ok(lines)
        })
    }
}

/// The people of an introduction by name.
pub(super) fn names_of(tx: &Tx<'_>, people: &[PersonId]) -> Result<words::Names> {
    let mut names = words::Names {
        first: Vec::new(),
        whole: Vec::new(),
    };
    for person in people {
        let name = person_rows::get(tx, *person)?.name;
        names.first.push(name.first().to_owned());
        names.whole.push(name.display);
    }
    Ok(names)
}

/// What cannot be begun, whatever the user says.
fn check(tx: &Tx<'_>, new: &NewIntroduction, now: &Moment) -> Result<()> {
    let refused = |message: String| Err(Error::invalid("people", message));
    let mut distinct = new.people.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < new.people.len() {
        let message = "Nobody is introduced to themselves. Choose somebody else.";
        return refused(message.to_owned());
    }
    let fits = match new.by {
        Introducer::Me => new.people.len() == 2,
        Introducer::Them => matches!(new.people.len(), 2 | 3),
    };
    if !fits {
        return refused(match new.by {
            Introducer::Me => "Choose the two whom you introduce.".to_owned(),
            Introducer::Them => "Choose whom to ask and whom you want to meet.".to_owned(),
        });
    }
    check_people(tx, &new.people, &[])?;
    for person in &new.people {
        let person = person_rows::get(tx, *person)?;
        if person.died_on.is_some() {
            return refused(format!("{} has died.", person.name.display));
        }
    }
    match same_before(tx, new, now.today().into())? {
        Some(message) => refused(message),
        None => Ok(()),
    }
}

/// Says that there is one between the same people already, under way or made; `None` without.
fn same_before(tx: &Tx<'_>, new: &NewIntroduction, today: Day) -> Result<Option<String>> {
    let ends = |by, people: &[PersonId]| {
        let mut ends = [people.first().copied(), people.last().copied()];
        if by == Introducer::Me {
            ends.sort_unstable();
        }
        (by == Introducer::Me, ends)
    };
    let Some(first) = new.people.first() else {
        return Ok(None);
    };
    let known = introduction_rows::of_person(tx, *first)?;
    let same = known.iter().find(|record| {
        record.stage() != IntroductionStage::Rested
            && ends(record.by, &record.people) == ends(new.by, &new.people)
    });
    let Some(same) = same else { return Ok(None) };
    let names = names_of(tx, &same.people)?;
    let about = names.whole.join(" and ");
    Ok(Some(match same.made_on {
        Some(on) => format!(
            "{}, on {}.",
            words::title(same, &names, 0),
            short_date(on.date(), today.date())
        ),
        None => format!("An introduction of {about} is under way already."),
    }))
}
