//! How many check-ins a day can hold, and on which day each of them stands. Pure.

mod calendar;
mod colleagues;
mod fit;
mod learned;
mod level;
mod place;
mod spread;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub(crate) use calendar::Calendar;
pub(crate) use colleagues::Colleagues;
pub(crate) use fit::{Rhythm, lengthen, sums};
pub(crate) use learned::learned_rhythm;
pub(crate) use level::{Leveled, Movable, level, targets};
pub(crate) use place::{Wish, after_days_off, place, reach_of};
pub(crate) use spread::{First, spread};

/// The comfortable numbers of check-ins a working day that can be chosen.
pub(crate) const COMFORTABLE: std::ops::RangeInclusive<u32> = 1..=50;

/// How much of the comfortable number a weekday takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayShare {
    /// All of it.
    #[default]
    Full,
    /// Half of it, rounded up.
    Half,
    /// Nothing is placed there.
    None,
}

/// How many check-ins a day can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Capacity {
    /// On a full working day, as `COMFORTABLE`.
    pub(crate) comfortable: u32,
    /// Of each weekday, Monday first.
    pub(crate) shares: [DayShare; 7],
}

impl Capacity {
    /// The share of a date's weekday.
    pub(crate) fn share_on(&self, day: NaiveDate) -> DayShare {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        self.shares.get(weekday).copied().unwrap_or_default()
    }

    /// How many check-ins a day of this share holds.
    pub(crate) fn room(&self, share: DayShare) -> u32 {
        match share {
            DayShare::Full => self.comfortable,
            DayShare::Half => self.comfortable.div_ceil(2),
            DayShare::None => 0,
        }
    }
}
