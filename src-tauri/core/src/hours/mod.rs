//! Working hours, days off and the time zone: when Kith may show reminders. Pure.

mod instant;
mod meeting;
mod plan;
mod rules;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub(crate) use instant::{Instant, instant};
pub(crate) use plan::{Due, Plan, Snoozed, due};
pub(crate) use rules::Rules;

/// Minutes of a day without clock change.
const DAY_MINUTES: u16 = 24 * 60;

/// The working hours of a week, in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WorkingHours {
    /// Monday first; `None` for a day without working hours.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<Option<WorkDay>>"))]
    pub days: [Option<WorkDay>; 7],
}

/// The hours of one working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WorkDay {
    /// Start, minutes since local midnight, 0–1439.
    pub from: u16,
    /// End, minutes since local midnight, after `from`, at most 1440.
    pub to: u16,
}

/// Days on which a person does not work, whatever the weekday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DaysOff {
    /// First day, "2026-07-20".
    pub from: String,
    /// Last day, itself free.
    pub to: String,
    /// The user's name for these days; may be empty.
    pub label: String,
}

impl Default for WorkingHours {
    /// Monday to Friday, 08:30–16:30.
    fn default() -> Self {
        let work = Some(WorkDay {
            from: 8 * 60 + 30,
            to: 16 * 60 + 30,
        });
        Self {
            days: [work, work, work, work, work, None, None],
        }
    }
}

impl WorkingHours {
    /// What is invalid, as a sentence for the screen. A week without any working day is valid.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        self.days.iter().flatten().find_map(WorkDay::problem)
    }

    /// The working hours of a date's weekday.
    fn on(&self, day: NaiveDate) -> Option<WorkDay> {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).ok()?;
        *self.days.get(weekday)?
    }
}

impl WorkDay {
    fn problem(&self) -> Option<&'static str> {
        if self.from > DAY_MINUTES || self.to > DAY_MINUTES {
            Some("A day has no time after 24:00.")
        } else if self.to < self.from {
            Some("These hours end before they start.")
        } else if self.to == self.from {
            Some("These hours end when they start.")
        } else {
            None
        }
    }
}

impl DaysOff {
    /// What is invalid, as a sentence for the screen. Years must be 1900–2200.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let (Some(from), Some(to)) = (iso(&self.from), iso(&self.to)) else {
            return Some("This is not a date.");
        };
        let years = 1900..=2200;
        if !years.contains(&from.year()) || !years.contains(&to.year()) {
            Some("Days off are between the years 1900 and 2200.")
        } else if to < from {
            Some("These days off end before they begin.")
        } else {
            None
        }
    }

    /// First and last day; `None` if there is a [`problem`](Self::problem).
    fn range(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.problem() {
            Some(_) => None,
            None => Some((iso(&self.from)?, iso(&self.to)?)),
        }
    }
}

/// Parses a date in exactly the form 2026-07-03. chrono alone would also accept "+2026-7-3".
fn iso(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (day.format("%Y-%m-%d").to_string() == text).then_some(day)
}
