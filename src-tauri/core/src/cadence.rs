//! The cadence of a relationship: when the next check-in is due, how long it is overdue, and the order
//! on Today.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

/// The cadences that can be chosen, in days between check-ins.
pub const CADENCE: RangeInclusive<u32> = 1..=3650;

/// The message for a number of days outside `CADENCE`.
pub const CADENCE_WORDS: &str = "Choose between 1 day and 3,650 days, which is ten years.";

/// The last day that can be planned. Years with five digits would sort wrongly as text.
pub(crate) const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// How far the conversations have drifted from the cadence, 0–1: 0 until the due day, then rising to 1
/// at three times the cadence. `days_since` counts from the last conversation; it is negative if that
/// is dated in the future. `cadence` is in days.
pub fn drift(days_since: i64, cadence: u32) -> f64 {
    let ratio = days_since as f64 / f64::from(cadence.max(1));
    ((ratio - 1.0) / 2.0).clamp(0.0, 1.0)
}

/// The day of the next check-in: `cadence` days after the last conversation, or after the day on which
/// the person was kept close if there was none; not before `not_before`, and at most 9999-12-31.
pub fn next_due(
    last_contact: Option<NaiveDate>,
    kept_close_on: NaiveDate,
    cadence: u32,
    not_before: Option<NaiveDate>,
) -> NaiveDate {
    let from = last_contact.unwrap_or(kept_close_on);
    let due = from.checked_add_days(Days::new(u64::from(cadence)));
    let due = due.map_or(LAST_DAY, |day| day.min(LAST_DAY));
    not_before.map_or(due, |day| due.max(day.min(LAST_DAY)))
}

/// By how many percent the cadence is exceeded ("40 % over"), at least 1; `None` until the due day.
/// Arguments as for [`drift`].
pub fn share_over(days_since: i64, cadence: u32) -> Option<u32> {
    let cadence = i64::from(cadence.max(1));
    let over = days_since.checked_sub(cadence).filter(|over| *over > 0)?;
    let percent = (i128::from(over) * 200 + i128::from(cadence)) / (2 * i128::from(cadence));
    Some(u32::try_from(percent.max(1)).unwrap_or(u32::MAX))
}

/// The key by which Today sorts. Rows with more drift come first, then those of more importance, then
/// by name, then by id.
#[derive(Clone, Debug)]
pub struct Rank<Name, Id> {
    /// 0–1; see [`drift`].
    pub drift: f64,
    /// 1 (normal) to 3 (highest).
    pub importance: u8,
    /// The name in the form by which lists sort.
    pub sort_key: Name,
    /// Distinguishes people of the same name.
    pub id: Id,
}

impl<Name: Ord, Id: Ord> Ord for Rank<Name, Id> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_drift = other.drift.total_cmp(&self.drift);
        by_drift
            .then_with(|| other.importance.cmp(&self.importance))
            .then_with(|| self.sort_key.cmp(&other.sort_key))
            .then_with(|| self.id.cmp(&other.id))
    }
}

impl<Name: Ord, Id: Ord> PartialOrd for Rank<Name, Id> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Name: Ord, Id: Ord> PartialEq for Rank<Name, Id> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<Name: Ord, Id: Ord> Eq for Rank<Name, Id> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn drift_begins_on_the_due_day() {
        let shares = [
            (0, 0.0),
            (30, 0.0),
            (45, 0.25),
            (60, 0.5),
            (90, 1.0),
            (900, 1.0),
        ];
        for (days, share) in shares {
            assert_eq!(drift(days, 30), share, "{days} days");
        }
        assert_eq!(drift(-5, 30), 0.0);
        assert_eq!((drift(i64::MIN, 0), drift(i64::MAX, 0)), (0.0, 1.0));
    }

    #[test]
    fn the_next_check_in() {
        let since = day("2026-03-01");
        assert_eq!(next_due(None, since, 14, None), day("2026-03-15"));
        let last = Some(day("2026-03-10"));
        assert_eq!(next_due(last, since, 30, None), day("2026-04-09"));
        let paused = Some(day("2026-06-01"));
        assert_eq!(next_due(last, since, 30, paused), day("2026-06-01"));
        assert_eq!(next_due(last, since, 90, paused), day("2026-06-08"));
        let leap = Some(day("2028-02-28"));
        assert_eq!(next_due(leap, since, 1, None), day("2028-02-29"));
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        for last in [day("9999-12-31"), day("9990-01-10"), NaiveDate::MAX] {
            assert_eq!(next_due(Some(last), last, 3650, None), LAST_DAY);
        }
        assert_eq!(
            next_due(None, LAST_DAY, u32::MAX, Some(NaiveDate::MAX)),
            LAST_DAY
        );
        assert_eq!(
            next_due(None, NaiveDate::MAX, u32::MAX, Some(day("2026-01-01"))),
            LAST_DAY
        );
        assert_eq!(
            next_due(Some(day("0000-01-01")), LAST_DAY, 1, None),
            day("0000-01-02")
        );
        assert!(next_due(Some(NaiveDate::MIN), LAST_DAY, 1, None) > NaiveDate::MIN);
    }

    #[test]
    fn shares_as_the_list_says_them() {
        let shares = [
            (42, 30, 40),
            (61, 45, 36),
            (366, 365, 1),
            (28, 14, 100),
            (31, 30, 3),
        ];
        for (days, cadence, percent) in shares {
            assert_eq!(
                share_over(days, cadence),
                Some(percent),
                "{days} of {cadence}"
            );
        }
        for days in [i64::MIN, -3, 0, 13, 14] {
            assert_eq!(share_over(days, 14), None, "{days}");
        }
        assert_eq!(share_over(i64::MAX, 0), Some(u32::MAX));
    }

    #[test]
    fn the_order_of_today() {
        let rank = |drift, importance, sort_key, id| Rank {
            drift,
            importance,
            sort_key,
            id,
        };
        let mut ranks = [
            rank(0.0, 1, "dasrath", 4),
            rank(0.0, 3, "taniwaki", 3),
            rank(0.2, 1, "varnholt", 1),
            rank(0.0, 1, "dasrath", 2),
            rank(0.0, 1, "abel", 9),
        ];
        ranks.sort();
        assert_eq!(
            ranks.iter().map(|rank| rank.id).collect::<Vec<_>>(),
            [1, 3, 9, 2, 4]
        );
    }

    fn rank() -> impl Strategy<Value = Rank<String, u8>> {
        (0_u8..4, 1_u8..=3, "[ab]{0,2}", 0_u8..4).prop_map(|(drift, importance, sort_key, id)| {
            Rank {
                drift: f64::from(drift) / 3.0,
                importance,
                sort_key,
                id,
            }
        })
    }

    proptest! {
        #[test]
        fn ranks_are_in_total_order(a in rank(), b in rank(), c in rank()) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert!(!(a <= b && b <= c) || a <= c);
            let same = a.drift == b.drift && a.importance == b.importance && a.sort_key == b.sort_key && a.id == b.id;
            prop_assert_eq!(a == b, same);
            prop_assert!(a.drift <= b.drift || a < b);
        }

        #[test]
        fn drift_never_falls_with_time(days in -100_i64..40_000, more in 0_i64..4000, cadence in CADENCE) {
            prop_assert!(drift(days, cadence) <= drift(days + more, cadence));
            prop_assert!((0.0..=1.0).contains(&drift(days, cadence)));
            prop_assert!(share_over(days, cadence) <= share_over(days + more, cadence));
            prop_assert_eq!(share_over(days, cadence).is_some(), drift(days, cadence) > 0.0);
        }

        #[test]
        fn a_longer_rhythm_is_never_due_sooner(
            last in 0_i32..3_000_000,
            cadence in CADENCE,
            longer in 0_u32..3650,
            pause in proptest::option::of(0_i32..3_700_000),
        ) {
            let date = |days| NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let (last, pause) = (date(last), pause.map(date));
            let due = next_due(Some(last), last, cadence, pause);
            prop_assert!(due <= next_due(Some(last), last, cadence + longer, pause));
            prop_assert!(due > last && pause.is_none_or(|pause| due >= pause.min(LAST_DAY)));
        }
    }
}
