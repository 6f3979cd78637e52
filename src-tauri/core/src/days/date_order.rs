//! Which number of "3/4" is the day.

use serde::{Deserialize, Serialize};

/// The order of day and month where both are written as numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 3/4 is 3 April.
    #[default]
    DayFirst,
    /// 3/4 is 4 March.
    MonthFirst,
}

impl DateOrder {
    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }

    /// Two numbers as (day, month): in this order, or in the other where only that is a date.
    pub(crate) fn day_and_month(self, first: u32, second: u32) -> (u32, u32) {
        let (day, month) = match self {
            Self::DayFirst => (first, second),
            Self::MonthFirst => (second, first),
        };
        if month > 12 {
            (month, day)
        } else {
            (day, month)
        }
    }
}
