//! Needs in words: by when, and how they ended. Pure.

use chrono::NaiveDate;

use super::GoalState;
use super::goal_rows::GoalRecord;
use crate::days::Day;
use crate::typed_day::{from_today, short_date};

/// "By 30 September, in 29 weeks", "No date"; of a finished one "Reached on 9 March", "Let go on 2 August".
pub(crate) fn by_when(record: &GoalRecord, today: NaiveDate) -> String {
    match (record.state, record.due_on.map(Day::date)) {
        (GoalState::Open, None) => "No date".to_owned(),
        (GoalState::Open, Some(due)) if due < today => {
            format!("Was for {}", short_date(due, today))
        }
        (GoalState::Open, Some(due)) => {
            format!("By {}, {}", short_date(due, today), from_today(due, today))
        }
        (GoalState::Reached | GoalState::LetGo, _) => closed_words(record, today),
    }
}

/// How a need ended: "Reached on 9 March"; empty while it is open.
pub(crate) fn closed_words(record: &GoalRecord, today: NaiveDate) -> String {
    let how = match record.state {
        GoalState::Open => return String::new(),
        GoalState::Reached => "Reached",
        GoalState::LetGo => "Let go",
    };
    match record.closed_on {
        Some(on) => format!("{how} on {}", short_date(on.date(), today)),
        None => how.to_owned(),
    }
}
