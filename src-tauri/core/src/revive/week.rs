//! Whom Kith chose for this week.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use super::choose::{Candidate, Novelty, choose};
use super::{Revival, RevivalId, RevivePerWeek, revival_rows};
use crate::book::Book;
use crate::change::{Changes, Done, OperationKind};
use crate::check_ins::RINGS;
use crate::details::organisation_rows;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::openers;
use crate::people::person_rows;
use crate::people_list;
use crate::relationships::relationship_rows::is_left_alone;
use crate::reminders::delivery_rows;
use crate::settings;
use crate::store::Tx;
use crate::typed_day::from_today;

/// A group was reached if somebody of it was talked with in so many days.
const REACHED_DAYS: u64 = 180;
/// Whoever was chosen is not chosen again for so many weeks.
const REST_WEEKS: u64 = 26;
/// The shortest silence that counts: twice the shortest rhythm.
const LEAST_QUIET: u64 = 2;

impl Book {
    /// Chooses the people of this week, if that was not done yet. Away from the window: it reads all talks.
    ///
    /// # Errors
    /// Storage errors.
    pub fn revivals_choose(&self, now: &Moment) -> Result<Changes> {
        let week = week_of(now.today());
        let wanted = |tx: &Tx<'_>| -> Result<usize> {
            let count = settings::get::<RevivePerWeek>(tx)? as usize;
            Ok(count.saturating_sub(revival_rows::of_week(tx, week.into())?.len()))
        };
        let chosen = self.read_long(|tx| match wanted(tx)? {
            0 => Ok(Vec::new()),
            count => chosen_for(tx, count, now),
        })?;
        if chosen.is_empty() {
            return Ok(Changes::default());
        }
        self.change_for_good(|tx| {
            // Meanwhile another may have chosen.
            let wanted = wanted(tx)?;
            for (person, why) in chosen.iter().take(wanted) {
                if person_rows::find(tx, *person)?.is_some() {
                    revival_rows::insert(tx, *person, week.into(), now.today().into(), why)?;
                }
            }
            Ok(())
        })?;
        Ok(Changes {
            tables: vec!["revivals".to_owned()],
            ..Changes::default()
        })
    }

    /// The people who were chosen for this week, without those who were talked with since, refused, or are left alone
    /// by now.
    ///
    /// # Errors
    /// Storage errors.
    pub fn revivals(&self, now: &Moment) -> Result<Vec<Revival>> {
        self.read(|tx| {
            let count = settings::get::<RevivePerWeek>(tx)? as usize;
            let chosen = revival_rows::of_week(tx, week_of(now.today()).into())?;
            let mut shown = Vec::new();
            for one in chosen.into_iter().take(count) {
                let last = interaction_rows::last_on(tx, one.person)?;
                let has_talked = last.is_some_and(|last| last >= one.chosen_on);
                if has_talked || one.refused_on.is_some() || is_spared(tx, one.person, now)? {
                    continue;
                }
                let quiet = last.map(|last| from_today(last.date(), now.today()));
                let quiet = quiet
                    .as_deref()
                    .and_then(|words| words.strip_suffix(" ago"));
                let quiet = quiet.map(|time| format!("Quiet for {time}"));
                let why: Vec<String> = quiet
                    .into_iter()
                    .chain(Some(one.why).filter(|why| !why.is_empty()))
                    .collect();
                shown.push(Revival {
                    id: one.id,
                    person: people_list::row_of(tx, one.person, now)?,
                    opener: Error::or_unreadable(openers::first_of(tx, one.person, now))?.flatten(),
                    why: why.join(" · "),
                });
            }
            Ok(shown)
        })
    }

    /// "Not now": the person is not shown this week, and not chosen again for half a year.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn revival_refuse(&self, id: RevivalId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RefuseRevival, now, |change| {
            let person = revival_rows::person_of(&change.tx, id)?
                .ok_or_else(|| Error::not_found("This suggestion"))?;
            change.about(person_rows::get(&change.tx, person)?.name.display, 1);
            revival_rows::refuse(&change.tx, id, now.today().into())
        })
    }
}

/// The Monday of a day's week.
fn week_of(day: NaiveDate) -> NaiveDate {
    let back = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(back).unwrap_or(day)
}

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Whether nobody is to be reminded of a person now: they are left alone, or stand on Today anyway.
fn is_spared(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    if is_left_alone(tx, person, now)? {
        return Ok(true);
    }
    let today = now.today();
    let on_today = delivery_rows::on_today_of(tx, RINGS.word, person, today.into(), now.stamp())?;
    Ok(!on_today.is_empty())
}

/// `count` people for this week, each with what speaks for them.
fn chosen_for(tx: &Tx<'_>, count: usize, now: &Moment) -> Result<Vec<(PersonId, String)>> {
    let today = now.today();
    let since = days_before(week_of(today), REST_WEEKS * 7);
    let rested: HashSet<PersonId> = revival_rows::chosen_since(tx, since.into())?;
    let before = days_before(today, LEAST_QUIET);
    let all = revival_rows::candidates(tx, before.into(), today.into())?;
    let mut candidates: Vec<Candidate> = Vec::new();
    for one in all {
        if one.is_quiet() && !rested.contains(&one.person) && !is_spared(tx, one.person, now)? {
            candidates.push(one);
        }
    }
    let reached = revival_rows::reached(tx, days_before(today, REACHED_DAYS).into())?;
    let chosen = choose(&candidates, &reached, count).into_iter();
    let with_reasons = chosen.map(|(person, novelty)| {
        let of = candidates.iter().find(|one| one.person == person);
        let why = match novelty {
            Novelty::NewGroup => match of.and_then(|of| of.group) {
                Some(group) => {
                    let name = organisation_rows::name(tx, group)?;
                    format!("you talk with nobody else at {name}")
                }
                None => String::new(),
            },
            Novelty::FewTalks => match of.map_or(0, |of| of.talks) {
                talks @ 2..=5 => format!("only {talks} talks before"),
                _ => String::new(),
            },
        };
        Ok((person, why))
    });
    with_reasons.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        for day in ["2026-03-09", "2026-03-10", "2026-03-15"] {
            assert_eq!(week_of(day.parse().unwrap()).to_string(), "2026-03-09");
        }
        // The calendar begins on no Monday.
        assert_eq!(week_of(NaiveDate::MIN), NaiveDate::MIN);
    }
}
