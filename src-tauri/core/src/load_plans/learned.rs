//! The rhythm in which one talks with a person, offered in place of the planned one.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::load_plan_rows;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::load::learned_rhythm;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::{Status, relationship_rows, rhythm_rows, status_on};
use crate::store::Tx;

/// After a no, nothing is offered for so many days.
const REST_DAYS: u64 = 90;
/// So many talks are looked at: one more than gaps that count.
const TALKS: u32 = 6;

/// A rhythm that fits how one talks with a person better than the planned one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LearnedRhythm {
    /// The median gap between the last talks, in days.
    pub days: u32,
    /// The cadence now.
    pub planned: u32,
    /// The gaps, oldest first.
    pub gaps: Vec<u32>,
}

impl Book {
    /// Says that the rhythm with a person stays as it is: no other is offered for 90 days.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn learned_rhythm_refuse(&self, person: PersonId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::KeepRhythm, now, |change| {
            change.about(person_rows::get(&change.tx, person)?.name.display, 1);
            rhythm_rows::set_kept(&change.tx, person, now.today().into())
        })
    }
}

/// The rhythm to offer on a person's page.
pub(crate) fn of_person(
    tx: &Tx<'_>,
    person: PersonId,
    now: &Moment,
) -> Result<Option<LearnedRhythm>> {
    let today = now.today();
    let Some(record) = relationship_rows::of_person(tx, person)? else {
        return Ok(None);
    };
    let is_active = record.kept_close_on.is_some() && status_on(&record, now) == Status::Active;
    let Some(planned) = record.cadence_days.filter(|_| is_active) else {
        return Ok(None);
    };
    let kept_on = rhythm_rows::of_person(tx, person)?.kept_on.map(Day::date);
    if kept_on.is_some_and(|on| rests(on, today)) {
        return Ok(None);
    }
    let days = load_plan_rows::talk_days(tx, person, TALKS)?;
    let days: Vec<NaiveDate> = days.into_iter().map(Day::date).collect();
    let learned = learned_rhythm(&days, planned);
    Ok(learned.map(|(days, gaps)| LearnedRhythm {
        days,
        planned,
        gaps,
    }))
}

fn rests(refused_on: NaiveDate, today: NaiveDate) -> bool {
    refused_on
        .checked_add_days(Days::new(REST_DAYS))
        .is_some_and(|until| today < until)
}
