//! What the rhythms of everybody kept close add up to.

use serde::Serialize;

use super::load_plan_rows;
use crate::book::Book;
use crate::check_ins::capacity;
use crate::error::Result;
use crate::load::sums;
use crate::moment::Moment;
use crate::reminders::rules;

/// So many days has the rhythm for which the room that is left is said.
const ROOM_CADENCE: u32 = 30;

/// What the rhythms of everybody kept close ask of a working day, and what is comfortable.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoadSums {
    /// Check-ins a full working day.
    pub asked: f64,
    /// How many a full working day are comfortable.
    pub comfortable: u32,
    /// Working days a week; a half one counts half. 0 where no weekday takes check-ins.
    pub working_days: f64,
    /// Whether the one fits into the other.
    pub fits: bool,
    /// How many more people there is room for every 30 days.
    pub room: u32,
    /// Number of people whose rhythm goes on.
    pub people: u32,
    /// The sums by rhythm, the shortest first.
    pub rhythms: Vec<RhythmSum>,
}

/// The people of one rhythm.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RhythmSum {
    /// Number of people.
    pub people: u32,
    /// Days between their check-ins.
    pub cadence_days: u32,
    /// Check-ins a full working day.
    pub asked: f64,
}

impl Book {
    /// What the rhythms of everybody kept close add up to.
    ///
    /// # Errors
    /// Storage errors.
    pub fn load_sums(&self, now: &Moment) -> Result<LoadSums> {
        self.read(|tx| {
            let (rules, capacity) = (rules(tx, now)?, capacity(tx)?);
            let cadences = load_plan_rows::cadences(tx, now)?;
            let of = |cadence: u32, people: u32| {
                sums(
                    std::iter::repeat_n(cadence, people as usize),
                    capacity,
                    &rules,
                )
            };
            let everybody = cadences
                .iter()
                .flat_map(|(cadence, people)| std::iter::repeat_n(*cadence, *people as usize));
            let all = sums(everybody, capacity, &rules);
            let rhythms = cadences.iter().filter(|(_, people)| *people > 0);
            Ok(LoadSums {
                asked: all.asked,
                comfortable: capacity.comfortable,
                working_days: all.working_days,
                fits: all.fits(),
                room: all.room_for(ROOM_CADENCE),
                people: cadences.iter().map(|(_, people)| people).sum(),
                rhythms: rhythms
                    .map(|(cadence, people)| RhythmSum {
                        people: *people,
                        cadence_days: *cadence,
                        asked: of(*cadence, *people).asked,
                    })
                    .collect(),
            })
        })
    }
}
