//! Days with the number of their open check-ins.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Capacity, DayShare};
use crate::counts::count32;
use crate::hours::Rules;

/// Days with the number of their open check-ins, and which days take more.
pub(crate) struct Calendar<'r> {
    pub(crate) today: NaiveDate,
    pub(crate) capacity: Capacity,
    rules: &'r Rules,
    days: BTreeMap<NaiveDate, DayLoad>,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayLoad {
    /// Number of open check-ins.
    pub(super) load: u32,
    /// `None` on a day without working hours or whose weekday takes none.
    pub(super) share: Option<DayShare>,
}

impl DayLoad {
    /// How full the day is: its load, doubled on a half day; `None` where nothing is placed.
    pub(super) fn fill(self) -> Option<u32> {
        match self.share? {
            DayShare::Full => Some(self.load),
            DayShare::Half => Some(self.load.saturating_mul(2)),
            DayShare::None => None,
        }
    }
}

impl<'r> Calendar<'r> {
    /// A calendar without check-ins.
    pub(crate) fn new(rules: &'r Rules, capacity: Capacity, today: NaiveDate) -> Self {
        Self {
            today,
            capacity,
            rules,
            days: BTreeMap::new(),
        }
    }

    pub(super) fn day(&mut self, day: NaiveDate) -> DayLoad {
        *self.entry(day)
    }

    fn entry(&mut self, day: NaiveDate) -> &mut DayLoad {
        let (rules, capacity) = (self.rules, self.capacity);
        self.days.entry(day).or_insert_with(|| {
            let share = Some(capacity.share_on(day)).filter(|share| *share != DayShare::None);
            DayLoad {
                load: 0,
                share: share.filter(|_| rules.is_working_day(day)),
            }
        })
    }

    /// The number of open check-ins of a day.
    pub(crate) fn load(&mut self, day: NaiveDate) -> u32 {
        self.day(day).load
    }

    /// Says how many open check-ins a day has.
    pub(crate) fn set_load(&mut self, day: NaiveDate, load: u32) {
        self.entry(day).load = load;
    }

    /// One more check-in stands on a day.
    pub(crate) fn add(&mut self, day: NaiveDate) {
        let day = self.entry(day);
        day.load = day.load.saturating_add(1);
    }

    /// A check-in leaves a day.
    pub(crate) fn remove(&mut self, day: NaiveDate) {
        let day = self.entry(day);
        day.load = day.load.saturating_sub(1);
    }

    /// Whether check-ins are placed on a day: it has working hours, and its weekday takes some.
    pub(crate) fn takes(&mut self, day: NaiveDate) -> bool {
        self.day(day).share.is_some()
    }

    /// How many check-ins a day comfortably holds; 0 where none are placed.
    pub(crate) fn room(&mut self, day: NaiveDate) -> u32 {
        let share = self.day(day).share;
        share.map_or(0, |share| self.capacity.room(share))
    }

    /// Whether a day has no place left within the comfortable number.
    pub(crate) fn is_full(&mut self, day: NaiveDate) -> bool {
        self.load(day) >= self.room(day)
    }

    /// The first day from `day` on that takes check-ins; `None` if none comes within ten years.
    pub(crate) fn next_taking(&mut self, mut day: NaiveDate) -> Option<NaiveDate> {
        // Where no working weekday takes any, a week of working days shows it; days off may lie between.
        for _ in 0..14 {
            day = self.rules.next_working_day(day)?;
            if self.takes(day) {
                return Some(day);
            }
            day = day.succ_opt()?;
        }
        None
    }

    /// How many days after today hold more than is comfortable.
    pub(crate) fn days_over(&mut self) -> u32 {
        let days: Vec<NaiveDate> = self.days.keys().copied().collect();
        let today = self.today;
        let over = days
            .into_iter()
            .filter(|day| *day > today && self.takes(*day) && self.load(*day) > self.room(*day));
        count32(over.count())
    }
}
