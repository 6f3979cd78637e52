//! How many promises of mine were kept on time. Pure.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::commitment_rows::CommitmentRecord;
use super::{CommitmentState, OwedBy};
use crate::days::Day;

/// Promises that ended in the last so many days count.
pub(crate) const DAYS_COUNTED: u64 = 180;
/// Of fewer than these, no rate is told.
const ENOUGH: usize = 3;

/// How many promises of mine were kept on time, of those kept or broken in the last 180 days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Rate {
    /// In words: "8 of 9 on time"; "not enough yet" where fewer than three count.
    pub words: String,
    /// Whether there are enough to tell.
    pub enough: bool,
    /// For each that counts, oldest first, whether it was kept on time.
    pub kept: Vec<bool>,
    /// How often days were moved: "moved in time 3, late 1"; empty where none was.
    pub moved: String,
    /// The first day that counts.
    pub since: Day,
}

/// The first day whose promises count.
pub(crate) fn counted_since(today: NaiveDate) -> NaiveDate {
    today
        .checked_sub_days(Days::new(DAYS_COUNTED))
        .unwrap_or(today)
}

/// Whether a promise counts: one of mine, kept or broken in the last 180 days.
pub(crate) fn counts(record: &CommitmentRecord, today: NaiveDate) -> bool {
    let ended = matches!(
        record.state,
        CommitmentState::Kept | CommitmentState::Broken
    );
    let recent = record
        .closed_on
        .is_some_and(|on| on >= counted_since(today) && on <= today);
    record.owed_by == OwedBy::Me && ended && recent
}

/// Whether it was kept on or before its day as that then stood, moves in time included. One without a day cannot
/// be late.
pub(crate) fn kept_on_time(record: &CommitmentRecord) -> bool {
    let day = record.moves.counted_day(record.due_on);
    let in_time = day.is_none_or(|day| record.closed_on.is_some_and(|on| on <= day));
    record.state == CommitmentState::Kept && in_time
}

/// The rate of these promises, of which those that do not count are left out.
pub(crate) fn rate<'a>(
    records: impl IntoIterator<Item = &'a CommitmentRecord>,
    today: NaiveDate,
) -> Rate {
    let mut counted: Vec<&CommitmentRecord> = records
        .into_iter()
        .filter(|record| counts(record, today))
        .collect();
    counted.sort_by_key(|record| (record.closed_on, record.id));
    let kept: Vec<bool> = counted.iter().map(|record| kept_on_time(record)).collect();
    let moves = counted
        .iter()
        .map(|record| record.moves.in_time_and_late())
        .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    let enough = kept.len() >= ENOUGH;
    let on_time = kept.iter().filter(|kept| **kept).count();
    Rate {
        words: if enough {
            format!("{on_time} of {} on time", kept.len())
        } else {
            "not enough yet".to_owned()
        },
        enough,
        moved: match moves {
            (0, 0) => String::new(),
            (in_time, 0) => format!("moved in time {in_time}"),
            (0, late) => format!("moved late {late}"),
            (in_time, late) => format!("moved in time {in_time}, late {late}"),
        },
        kept,
        since: counted_since(today).into(),
    }
}
