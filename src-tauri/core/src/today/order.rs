//! The words that say why a person is at their position on Today.

use super::today_rows::DueRecord;
use crate::cadence::share_over;
use crate::check_ins::check_in_rows::CheckInRecord;
use crate::check_ins::{Source, days_words, local_when};
use crate::moment::Moment;
use crate::typed_day::{from_today, long};

/// What decides the position ("40 % over") and what that was computed from ("42 days, planned every 30").
/// `days` are the days since the last conversation, and `counted` those by which it is late.
pub(super) fn order_words(
    due: &DueRecord,
    days: Option<i64>,
    counted: Option<i64>,
    record: &CheckInRecord,
    now: &Moment,
) -> (String, String) {
    let today = now.today();
    let day = |when| local_when(when, now).0;
    let importance = match due.importance {
        Some(3) => "highest",
        Some(2) => "high",
        _ => "usual",
    };
    if record.source == Source::ComingBack {
        let words = "talk again, first of all".to_owned();
        return (words, "it has cooled off".to_owned());
    }
    if record.source == Source::Planned {
        let on = day(record.when);
        let when = match (today - on).num_days() {
            -1..=1 => from_today(on, today),
            _ => long(on, today),
        };
        return (
            format!("planned, {importance}"),
            format!("planned for {when}"),
        );
    }
    let over = days.zip(due.cadence_days);
    let counted = counted.zip(due.cadence_days);
    let share = counted.and_then(|(days, cadence)| share_over(days, cadence));
    let words = match share {
        Some(share) => format!("{share} % over"),
        // The day may have been chosen by hand, so that the check-in is due
        // although the cadence is not exceeded.
        None => {
            let due = day(record.snoozed.unwrap_or(record.when)).min(today);
            format!("due {}, {importance}", from_today(due, today))
        }
    };
    let why = over.map_or(String::new(), |(days, cadence)| {
        why_words(days, cadence, due.last_contact_on.is_none())
    });
    (words, why)
}

/// What the share over the cadence was computed from: "42 days, planned every 30".
fn why_words(days: i64, cadence: u32, is_first: bool) -> String {
    let days = if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    };
    let contact = if is_first { ", not yet contacted" } else { "" };
    let every = days_words(cadence.into());
    format!("{days}{contact}, planned every {every}")
}
