//! On which days people of one organisation have check-ins, so that they do not all hear from one in one week. Pure.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use chrono::{Days, NaiveDate};

/// Two people of one organisation stand at least so many days apart, where that is free.
pub(super) const APART_DAYS: u64 = 2;

/// Check-ins with people of organisations, and the days on which they stand.
#[derive(Debug)]
pub(crate) struct Colleagues<Key> {
    /// The organisations of each check-in, as numbers.
    organisations: HashMap<Key, Vec<i64>>,
    days: HashMap<i64, BTreeMap<NaiveDate, u32>>,
}

impl<Key: Eq + Hash> Colleagues<Key> {
    /// From each check-in, an organisation and its day. An organisation of more than `most` check-ins has no days of
    /// its own: they would fill any span.
    pub(crate) fn of(all: impl IntoIterator<Item = (Key, i64, NaiveDate)>, most: u32) -> Self {
        let mut organisations: HashMap<Key, Vec<i64>> = HashMap::new();
        let mut days: HashMap<i64, BTreeMap<NaiveDate, u32>> = HashMap::new();
        for (key, organisation, on) in all {
            organisations.entry(key).or_default().push(organisation);
            *days.entry(organisation).or_default().entry(on).or_default() += 1;
        }
        days.retain(|_, days| days.values().sum::<u32>() <= most);
        Self {
            organisations,
            days,
        }
    }

    /// Whether a day is less than `APART_DAYS` from one on which somebody else of the same organisation stands. `own`: where
    /// this check-in stands itself.
    pub(super) fn is_near(&self, key: &Key, own: NaiveDate, day: NaiveDate) -> bool {
        let reach = Days::new(APART_DAYS - 1);
        let span =
            day.checked_sub_days(reach).unwrap_or(day)..=day.checked_add_days(reach).unwrap_or(day);
        let has_other = |organisation: &i64| {
            let others = self.days.get(organisation).into_iter();
            let mut others = others.flat_map(|days| days.range(span.clone()));
            others.any(|(on, count)| *count > u32::from(*on == own))
        };
        let all = self.organisations.get(key);
        all.is_some_and(|all| all.iter().any(has_other))
    }

    /// A check-in moved.
    pub(super) fn moved(&mut self, key: &Key, from: NaiveDate, to: NaiveDate) {
        for organisation in self.organisations.get(key).into_iter().flatten() {
            let Some(days) = self.days.get_mut(organisation) else {
                continue;
            };
            if let Some(count) = days.get_mut(&from) {
                *count = count.saturating_sub(1);
            }
            *days.entry(to).or_default() += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn those_of_one_organisation_are_near_and_nobody_is_near_to_themselves() {
        let (one, two) = (day("2026-03-10"), day("2026-03-12"));
        let mut all = Colleagues::of([(1, 7, one), (2, 7, two), (3, 8, one)], 9);
        let near = |all: &Colleagues<i32>, on: &str| all.is_near(&1, one, day(on));
        assert!(!near(&all, "2026-03-09") && !near(&all, "2026-03-10"));
        assert!(near(&all, "2026-03-11") && near(&all, "2026-03-12") && near(&all, "2026-03-13"));
        assert!(!near(&all, "2026-03-14"));
        all.moved(&2, two, day("2026-03-20"));
        assert!(!near(&all, "2026-03-12") && near(&all, "2026-03-19"));
        // Both on one day.
        all.moved(&2, day("2026-03-20"), one);
        assert!(near(&all, "2026-03-10"));
    }

    #[test]
    fn a_large_organisation_keeps_nobody_apart() {
        let on = day("2026-03-10");
        let all = |most| Colleagues::of((0..5).map(|key| (key, 7, on)), most);
        assert!(all(5).is_near(&0, on, on));
        assert!(!all(4).is_near(&0, on, on));
    }
}
