//! Promises in words: their day, how it was moved, and how they ended. Pure.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::commitment_rows::CommitmentRecord;
use super::{CommitmentState, Moves, OwedBy};
use crate::days::Day;
use crate::typed_day::short_date;

/// Up to this many days ahead a weekday says the day.
const NEAR: i64 = 13;

/// How the day of a promise is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DueTone {
    /// One of mine whose day has passed.
    Late,
    /// Today.
    Now,
    /// Any other day, or none.
    Plain,
}

/// The day of an open promise in short, and how it is shown. One of theirs is never late: its day is told as it is.
pub(super) fn due(record: &CommitmentRecord, today: NaiveDate) -> (String, DueTone) {
    due_words(record.due_on, record.owed_by == OwedBy::Me, today)
}

/// Like `due`, of anything that has a day. Empty words where it has none.
pub(crate) fn due_words(due_on: Option<Day>, is_mine: bool, today: NaiveDate) -> (String, DueTone) {
    let Some(day) = due_on.map(Day::date) else {
        return (String::new(), DueTone::Plain);
    };
    let away = (day - today).num_days();
    match away {
        0 => ("Today".to_owned(), DueTone::Now),
        ..0 if is_mine => (format!("{} late", days(-away)), DueTone::Late),
        _ if away.abs() <= NEAR => (day.format("%a %-d").to_string(), DueTone::Plain),
        _ => (short_date(day, today), DueTone::Plain),
    }
}

/// How another day would count, if one were agreed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MoveCounts {
    /// Its day has not passed: it is then kept on time if it is kept by the new one.
    InTime,
    /// Its day has passed.
    Late,
    /// Nothing is counted: it is theirs, or has no day yet.
    NotAtAll,
}

pub(super) fn move_counts(record: &CommitmentRecord, today: NaiveDate) -> MoveCounts {
    match (record.owed_by, record.due_on.map(Day::date)) {
        (OwedBy::Them, _) | (OwedBy::Me, None) => MoveCounts::NotAtAll,
        (OwedBy::Me, Some(day)) if day < today => MoveCounts::Late,
        (OwedBy::Me, Some(_)) => MoveCounts::InTime,
    }
}

/// "1 day", "3 days".
fn days(count: i64) -> String {
    format!("{count} day{}", if count == 1 { "" } else { "s" })
}

/// "Moved from 20 to 27 February, agreed": the last move; of several, how many there were.
/// Whether a day of theirs was moved in time is not counted, and not said.
pub(super) fn moved(moves: &Moves, owed_by: OwedBy, today: NaiveDate) -> String {
    let Some((last, from)) = moves
        .between_days()
        .last()
        .and_then(|last| Some((last, last.from?)))
    else {
        return String::new();
    };
    let from = from.date();
    let how = if last.is_in_time() && owed_by == OwedBy::Me {
        "agreed in time"
    } else if last.agreed && owed_by == OwedBy::Them {
        "agreed"
    } else if last.agreed {
        "agreed late"
    } else {
        "not agreed"
    };
    let to = short_date(last.to.date(), today);
    let is_one_month =
        (from.year(), from.month()) == (last.to.date().year(), last.to.date().month());
    let days = match is_one_month {
        true => format!("from {} to {to}", from.day()),
        false => format!("from {} to {to}", short_date(from, today)),
    };
    match moves.between_days().count() {
        1 => format!("Moved {days}, {how}"),
        many => format!("Moved {many} times, last {days}, {how}"),
    }
}

/// How a promise ended: "You kept it, a day early", "Did not come"; empty while it is open.
pub(super) fn ended(record: &CommitmentRecord) -> String {
    let mine = record.owed_by == OwedBy::Me;
    let words = match (record.state, mine) {
        (CommitmentState::Open, _) => "",
        (CommitmentState::Kept, true) => return kept("You kept it", record),
        (CommitmentState::Kept, false) => return kept("It came", record),
        (CommitmentState::Broken, true) => "Broken",
        (CommitmentState::Broken, false) => "Did not come",
        (CommitmentState::Dropped, _) => "No longer needed",
    };
    words.to_owned()
}

fn kept(verb: &str, record: &CommitmentRecord) -> String {
    let counted = record.moves.counted_day(record.due_on);
    let is_moved_after = record.owed_by == OwedBy::Me && counted != record.due_on.map(Day::date);
    if let Some((agreed, on)) = counted.filter(|_| is_moved_after).zip(record.closed_on) {
        // What was moved late or alone is counted by the day that it was moved from.
        let late = (on.date() - agreed).num_days();
        if late > 0 {
            let agreed = short_date(agreed, on.date());
            return format!("{verb}, {} after {agreed}, the last day agreed", days(late));
        }
    }
    let early = record
        .due_on
        .zip(record.closed_on)
        .map(|(due, on)| (due.date() - on.date()).num_days());
    match early {
        None => verb.to_owned(),
        Some(0) => format!("{verb}, on the day"),
        Some(1) => format!("{verb}, a day early"),
        Some(early @ 2..) => format!("{verb}, {} early", days(early)),
        Some(-1) => format!("{verb}, a day after"),
        Some(late) => format!("{verb}, {} after", days(-late)),
    }
}
