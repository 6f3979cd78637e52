//! Roles of people that began lately.

use chrono::NaiveDate;

use crate::days::PartialDate;
use crate::details::{AffiliationId, affiliation_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;
use crate::typed_day::short_date;

/// A job is new for so many days.
const NEW_ROLE: i64 = 60;

/// A job that began lately.
pub(crate) struct NewRole {
    /// The job.
    pub(crate) id: AffiliationId,
    /// As what; may be empty.
    pub(crate) role: String,
    /// Where; may be empty, but not both.
    pub(crate) organisation: String,
    /// Since when: "1 March"; "March" where only the month is known.
    pub(crate) since: String,
}

/// Jobs that began in the last days, the newest first. One of which only the year is known may be older.
pub(crate) fn new_roles(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Vec<NewRole>> {
    let mut found: Vec<_> = affiliation_rows::of_person(tx, person)?
        .into_iter()
        .filter(|job| job.until.is_none())
        .filter(|job| !(job.role.is_empty() && job.organisation.is_empty()))
        .filter_map(|job| Some((begun(job.since?)?, job)))
        .filter(|(on, _)| (0..=NEW_ROLE).contains(&(today - *on).num_days()))
        .collect();
    found.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let roles = found.into_iter().map(|(on, job)| {
        let is_of_day = job.since.is_some_and(|since| since.day.is_some());
        NewRole {
            id: job.id,
            role: job.role,
            organisation: job.organisation,
            since: match is_of_day {
                true => short_date(on, today),
                false => on.format("%B").to_string(),
            },
        }
    });
    Ok(roles.collect())
}

/// The day on which something began that is known to the month at least; of a month its first.
fn begun(since: PartialDate) -> Option<NaiveDate> {
    let (year, month) = since.year.zip(since.month)?;
    NaiveDate::from_ymd_opt(year, month.into(), since.day.unwrap_or(1).into())
}
