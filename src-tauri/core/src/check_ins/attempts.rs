//! When a person is suggested again whom one tried to reach and who did not answer. Pure.

use chrono::{Days, NaiveDate};

use crate::cadence::{LAST_DAY, next_due};
use crate::number_words::capital_number;
use crate::typed_day::short_date;

/// After so many attempts in a row a person rests.
const IN_A_ROW: usize = 3;
/// The shortest rest, in days; a longer rhythm makes a longer one.
const SHORTEST_REST: u32 = 30;

/// What follows from attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wait {
    /// The first day on which the person is suggested again.
    pub(crate) until: NaiveDate,
    /// Whether it is a rest, after several attempts in a row.
    pub(crate) is_rest: bool,
}

/// How long to wait after attempts on these days without a conversation between or after them, the oldest first; `None`
/// without any. After each it is half the rhythm, rounded up; after each third one it is the longer of 30 days and the
/// rhythm. Whoever rested is suggested as before: older silence is no refusal.
pub(crate) fn wait_after(attempts: &[NaiveDate], cadence: u32) -> Option<Wait> {
    let waits = attempts.iter().zip(1_usize..).map(|(day, count)| {
        let is_rest = count % IN_A_ROW == 0;
        let days = match is_rest {
            true => cadence.max(SHORTEST_REST),
            false => cadence.div_ceil(2).max(1),
        };
        let until = day.checked_add_days(Days::new(u64::from(days)));
        let until = until.map_or(LAST_DAY, |day| day.min(LAST_DAY));
        Wait { until, is_rest }
    });
    waits.max()
}

/// What the rhythm says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RhythmDays {
    /// The day of the next check-in.
    pub(crate) due: NaiveDate,
    /// The day from which conversations alone, without attempts, make it due. After it the person is going quiet.
    pub(crate) due_by_talks: NaiveDate,
    /// Whether the person rests until `due`, after several attempts.
    pub(crate) is_rest: bool,
}

/// When the next check-in is due: like [`next_due`], and not before the wait after the attempts since the last
/// conversation is over. An attempt never makes it due sooner.
pub(crate) fn due_after(
    last: Option<NaiveDate>,
    kept_close_on: NaiveDate,
    cadence: u32,
    paused_until: Option<NaiveDate>,
    attempts: &[NaiveDate],
) -> RhythmDays {
    let due_by_talks = next_due(last, kept_close_on, cadence, paused_until);
    let wait = wait_after(attempts, cadence);
    let due = wait.map_or(due_by_talks, |wait| due_by_talks.max(wait.until));
    RhythmDays {
        due,
        due_by_talks,
        is_rest: wait.is_some_and(|wait| wait.is_rest && wait.until == due),
    }
}

/// Why a person rests: "Three tries without an answer: resting until 14 May."
pub(crate) fn rest_words(attempts: usize, until: NaiveDate, today: NaiveDate) -> String {
    let tries = capital_number(attempts);
    let until = short_date(until, today);
    format!("{tries} tries without an answer: resting until {until}.")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cadence::CADENCE;

    fn days(texts: &[&str]) -> Vec<NaiveDate> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn until(attempts: &[&str], cadence: u32) -> (String, bool) {
        let wait = wait_after(&days(attempts), cadence).unwrap();
        (wait.until.to_string(), wait.is_rest)
    }

    #[test]
    fn an_attempt_waits_for_half_the_rhythm() {
        assert_eq!(wait_after(&[], 30), None);
        assert_eq!(until(&["2026-03-01"], 30), ("2026-03-16".into(), false));
        assert_eq!(until(&["2026-03-01"], 31), ("2026-03-17".into(), false));
        assert_eq!(until(&["2026-03-01"], 1), ("2026-03-02".into(), false));
        let two = ["2026-03-01", "2026-03-16"];
        assert_eq!(until(&two, 30), ("2026-03-31".into(), false));
    }

    #[test]
    fn the_third_in_a_row_lets_them_rest() {
        let three = ["2026-03-01", "2026-03-08", "2026-03-15"];
        assert_eq!(until(&three, 14), ("2026-04-14".into(), true));
        assert_eq!(until(&three, 60), ("2026-05-14".into(), true));
        // One more during the rest does not end it sooner.
        let four = ["2026-03-01", "2026-03-08", "2026-03-15", "2026-03-20"];
        assert_eq!(until(&four, 14), ("2026-04-14".into(), true));
        // After it the next one waits for half the rhythm again.
        let later = ["2026-03-01", "2026-03-08", "2026-03-15", "2026-04-20"];
        assert_eq!(until(&later, 14), ("2026-04-27".into(), false));
    }

    #[test]
    fn a_rest_says_why() {
        let today = "2026-04-14".parse().unwrap();
        let until = "2026-05-14".parse().unwrap();
        assert_eq!(
            rest_words(3, until, today),
            "Three tries without an answer: resting until 14 May."
        );
        let other_year = "2027-01-02".parse().unwrap();
        assert_eq!(
            rest_words(13, other_year, today),
            "13 tries without an answer: resting until 2 January 2027."
        );
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (730_000_i32..740_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
    }

    proptest! {
        /// Each attempt is followed by at least half a rhythm, each third one by a rest; none makes anything sooner
        /// than conversations alone, and who goes quiet does not depend on attempts.
        #[test]
        fn attempts_only_wait(
            mut attempts in proptest::collection::vec(any_day(), 0..12),
            last in proptest::option::of(any_day()),
            kept in any_day(),
            paused in proptest::option::of(any_day()),
            cadence in CADENCE,
        ) {
            attempts.sort();
            let found = due_after(last, kept, cadence, paused, &attempts);
            let alone = due_after(last, kept, cadence, paused, &[]);
            prop_assert_eq!(alone.due, next_due(last, kept, cadence, paused));
            prop_assert_eq!(found.due_by_talks, alone.due);
            prop_assert!(found.due >= alone.due && !alone.is_rest);
            for (at, day) in attempts.iter().enumerate() {
                let gap = (found.due - *day).num_days();
                prop_assert!(gap * 2 >= i64::from(cadence) && gap >= 1);
                if at % 3 == 2 {
                    prop_assert!(gap >= 30 && gap >= i64::from(cadence));
                }
            }
            // It is the earliest day that keeps these rules.
            let asked = |day: NaiveDate| {
                day == alone.due || attempts.iter().enumerate().any(|(at, attempt)| {
                    let gap = (day - *attempt).num_days();
                    let rest = i64::from(cadence.max(30));
                    gap == (if at % 3 == 2 { rest } else { i64::from(cadence.div_ceil(2)) })
                })
            };
            prop_assert!(asked(found.due));
            prop_assert!(!found.is_rest || attempts.len() >= 3);
            // One more never makes it sooner.
            if let Some((_, fewer)) = attempts.split_last() {
                prop_assert!(due_after(last, kept, cadence, paused, fewer).due <= found.due);
            }
        }
    }
}
