//! The words that say why a check-in is due, for Today and for notifications.

use chrono::NaiveDate;
use serde::Serialize;

use super::check_in_rows::CheckInRecord;
use super::{Source, local_when};
use crate::channel::Channel;
use crate::customs::date_time_forms;
use crate::days::{HourClock, Roughly};
use crate::error::Result;
use crate::interactions::interaction_rows::{self, LastTalk};
use crate::moment::Moment;
use crate::relationships::{Status, relationship_rows};
use crate::status_changes::status_change_rows;
use crate::store::Tx;
use crate::typed_day::{from_today, long};

/// Why a check-in is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reason {
    /// The main part, such as "42 days since the last video call".
    pub head: String,
    /// Whether the check-in is overdue.
    pub late: bool,
    /// The second part, such as "you planned every 30"; may be empty.
    pub tail: String,
}

/// The reason for a check-in.
pub(super) fn reason_of(tx: &Tx<'_>, record: &CheckInRecord, now: &Moment) -> Result<Reason> {
    let last = interaction_rows::last_of(tx, record.person)?;
    reason_after(tx, record, last.as_ref(), now)
}

/// Like `reason_of`, with the last conversation already read.
pub(crate) fn reason_after(
    tx: &Tx<'_>,
    record: &CheckInRecord,
    last: Option<&LastTalk>,
    now: &Moment,
) -> Result<Reason> {
    let today = now.today();
    let put_off = record.snoozed.map(|to| local_when(to, now));
    let put_off = put_off.map(|(on, _)| format!("snoozed to {}", since_words(on, today)));
    let relationship = match record.source {
        Source::Planned => None,
        Source::ComingBack => return coming_back(tx, record, put_off, now),
        Source::Cadence => relationship_rows::of_person(tx, record.person)?,
    };
    let Some(relationship) = relationship else {
        return Ok(planned(record, put_off, date_time_forms(tx)?.clock, now));
    };
    let Some(last) = last else {
        let since = relationship
            .kept_close_on
            .map(|day| since_words(day.date(), today));
        return Ok(Reason {
            head: "Not yet contacted".to_owned(),
            late: false,
            tail: put_off
                .or(since.map(|since| format!("kept close since {since}")))
                .unwrap_or_default(),
        });
    };
    let days = (today - last.on.date()).num_days();
    let cadence = relationship.cadence_days.map_or(i64::MAX, i64::from);
    let late = match relationship.quiet_on {
        Some(quiet_on) => quiet_on.date() <= today,
        None => days > cadence,
    };
    let tail = match put_off {
        Some(words) => words,
        // After a fresh start lateness counts from another day than the last conversation and the rhythm say.
        None if late => match relationship.quiet_on.and_then(|on| on.date().pred_opt()) {
            Some(due) if (due - last.on.date()).num_days() > 2 * cadence => {
                format!("due since {}", since_words(due, today))
            }
            _ => format!("you planned every {}", days_words(cadence)),
        },
        None if record.chosen => "the day you chose".to_owned(),
        None => "due today".to_owned(),
    };
    Ok(Reason {
        head: since_last(last, today),
        late,
        tail,
    })
}

/// "A day has passed since you let it cool"; then what was put off until when.
fn coming_back(
    tx: &Tx<'_>,
    record: &CheckInRecord,
    put_off: Option<String>,
    now: &Moment,
) -> Result<Reason> {
    let last = status_change_rows::last_of(tx, record.person, Status::CoolingOff)?;
    let since = last.map(|last| now.local_of(last.changed_at).date());
    let days = since.map_or(0, |since| (now.today() - since).num_days());
    let head = match days {
        ..=0 => "You let it cool".to_owned(),
        1 => "A day has passed since you let it cool".to_owned(),
        days => format!("{days} days have passed since you let it cool"),
    };
    Ok(Reason {
        head,
        late: false,
        tail: put_off.unwrap_or_default(),
    })
}

/// The number of days after "planned every": "day" or "30".
pub(crate) fn days_words(cadence: i64) -> String {
    match cadence {
        1 => "day".to_owned(),
        days => days.to_string(),
    }
}

fn planned(
    record: &CheckInRecord,
    put_off: Option<String>,
    clock: HourClock,
    now: &Moment,
) -> Reason {
    let today = now.today();
    let (on, at) = local_when(record.when, now);
    let at = at.map_or(String::new(), |at| format!(" at {}", clock.time_words(at)));
    let head = match on == today {
        true => format!("Planned for today{at}"),
        false => format!("Planned for {}{at}", long(on, today)),
    };
    let ago = Some(on).filter(|on| *on < today);
    Reason {
        head,
        late: ago.is_some() && put_off.is_none(),
        tail: match (put_off, ago) {
            (Some(words), _) => words,
            (None, Some(on)) => from_today(on, today),
            (None, None) => String::new(),
        },
    }
}

/// A past day in words: "today", "yesterday", "Friday", "1 March".
fn since_words(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => day.format("%A").to_string(),
        7..=300 => day.format("%-d %B").to_string(),
        _ => day.format("%-d %B %Y").to_string(),
    }
}

/// "42 days since the last video call"; of a talk whose day is known only within a span: "About 6 weeks since …", or
/// the span where that goes on: "Last talk: November 2026".
pub(crate) fn since_last(last: &LastTalk, today: NaiveDate) -> String {
    let talk = match last.channel {
        Channel::InPerson => "since you met in person",
        Channel::Video => "since the last video call",
        Channel::Phone => "since the last phone call",
        Channel::Email => "since the last email",
        Channel::Chat => "since the last chat",
        Channel::Text => "since the last text message",
        Channel::Social => "since you wrote on social media",
        Channel::NotSaid => "since you last talked",
    };
    let on = last.on.date();
    let days = (today - on).num_days();
    if let Some(Roughly::Within(span)) = last.roughly {
        // A span that ended a few days ago may have begun long before: a number of days would say too much.
        let days = span
            .days()
            .map_or(0, |(first, last)| (last - first).num_days());
        let since_end = span.days().map_or(0, |(_, last)| (today - last).num_days());
        return match from_today(on, today).strip_suffix(" ago") {
            Some(time) if since_end * 2 >= days => format!("About {time} {talk}"),
            _ => format!("Last talk: {}", span.words()),
        };
    }
    match days {
        ..=0 => "You talked today".to_owned(),
        1 => format!("1 day {talk}"),
        days => format!("{days} days {talk}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::{Day, Span};
    use crate::interactions::InteractionId;

    #[test]
    fn the_time_since_a_talk_is_as_rough_as_its_day() {
        let today: Day = "2026-11-28".parse().unwrap();
        let said = |on: &str, roughly| {
            let last = LastTalk {
                id: InteractionId(1),
                on: on.parse().unwrap(),
                roughly,
                channel: Channel::InPerson,
                note: String::new(),
            };
            since_last(&last, today.date())
        };
        let october = Some(Roughly::Within(Span::Month(2026, 10)));
        assert_eq!(said("2026-10-16", None), "43 days since you met in person");
        assert_eq!(
            said("2026-10-16", october),
            "About 6 weeks since you met in person"
        );
        let november = Some(Roughly::Within(Span::Month(2026, 11)));
        assert_eq!(said("2026-11-28", november), "Last talk: November 2026");
        let year = Some(Roughly::Within(Span::Year(2025)));
        assert_eq!(
            said("2025-07-02", year),
            "About 17 months since you met in person"
        );
    }
}
