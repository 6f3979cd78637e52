//! The changes of a status as the timeline of a person shows them.

use serde::Serialize;

use super::StatusChangeId;
use super::status_change_rows::{self, StatusChangeRecord};
use crate::book::Book;
use crate::customs::date_time_forms;
use crate::days::{Day, HourClock};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::{Status, moment_words};
use crate::typed_day::short_date;

/// A change of a status, or its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatusEvent {
    /// The change.
    pub id: StatusChangeId,
    /// Whether it is the end of what the change began: nobody said it, its day or moment came.
    pub over: bool,
    /// What holds from then on.
    pub status: Status,
    /// Local date.
    pub on: Day,
    /// What it was: "Paused until 2 January", "Let it cool for a day".
    pub title: String,
    /// Why, in the user's words; may be empty.
    pub reason: String,
}

impl Book {
    /// The changes of a person's status, and the ends of pauses and of cooling off that have come; the last first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn status_events(&self, person: PersonId, now: &Moment) -> Result<Vec<StatusEvent>> {
        self.read(|tx| {
            let changes = status_change_rows::of_person(tx, person)?;
            Ok(events(&changes, date_time_forms(tx)?.clock, now))
        })
    }
}

/// The changes are in their order.
fn events(changes: &[StatusChangeRecord], clock: HourClock, now: &Moment) -> Vec<StatusEvent> {
    let mut all = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let before = changes.get(..at).unwrap_or_default();
        all.push(StatusEvent {
            id: change.id,
            over: false,
            status: change.status,
            on: change.since_on,
            title: title(change, before.last(), clock, now),
            reason: change.reason.clone(),
        });
        all.extend(end(
            change,
            before,
            changes.get(at + 1..).unwrap_or_default(),
            now,
        ));
    }
    // What was said on one day stays in its order.
    all.reverse();
    all.sort_by_key(|event| std::cmp::Reverse(event.on));
    all
}

/// The end of a pause or of cooling off that came before what ended it otherwise.
fn end(
    change: &StatusChangeRecord,
    before: &[StatusChangeRecord],
    after: &[StatusChangeRecord],
    now: &Moment,
) -> Option<StatusEvent> {
    let (on, status, title) = match change.status {
        Status::Paused => {
            let until = change.until_on?;
            if until.date() > now.today() || is_cut_short(until, after, now) {
                return None;
            }
            (until, Status::Active, "Active again")
        }
        Status::CoolingOff => {
            let end = change.until_at?;
            if end > now.stamp() || after.first().is_some_and(|next| next.changed_at < end) {
                return None;
            }
            let on = now.day_of(end);
            let held = held_at(before, on);
            (on, held, cooled_off(held))
        }
        _ => return None,
    };
    Some(StatusEvent {
        id: change.id,
        over: true,
        status,
        on,
        title: title.to_owned(),
        reason: String::new(),
    })
}

/// Whether a pause did not last until its day. Cooling off that ends within it returns to it.
fn is_cut_short(until: Day, after: &[StatusChangeRecord], now: &Moment) -> bool {
    let within = after
        .iter()
        .take_while(|next| now.day_of(next.changed_at) < until);
    let mut others = within.filter(|next| {
        let returns = next.status == Status::CoolingOff
            && next.until_at.is_some_and(|end| now.day_of(end) <= until);
        !returns
    });
    others.next().is_some()
}

/// What holds on a day after cooling off that followed these changes.
fn held_at(before: &[StatusChangeRecord], on: Day) -> Status {
    let held = before
        .iter()
        .rfind(|change| change.status != Status::CoolingOff);
    match held {
        Some(held) if held.status == Status::Paused => match held.until_on {
            Some(until) if until <= on => Status::Active,
            _ => Status::Paused,
        },
        Some(held) => held.status,
        None => Status::Active,
    }
}

const fn cooled_off(held: Status) -> &'static str {
    match held {
        Status::Dormant => "Cooled off, resting as before",
        Status::Paused => "Cooled off, paused as before",
        Status::Ended => "Cooled off, ended as before",
        Status::Active | Status::CoolingOff | Status::Died | Status::Archived => "Talking again",
    }
}

fn title(
    change: &StatusChangeRecord,
    before: Option<&StatusChangeRecord>,
    clock: HourClock,
    now: &Moment,
) -> String {
    let today = now.today();
    let title = match change.status {
        Status::Active => match before.map(|before| before.status) {
            Some(Status::CoolingOff) => "Talking again",
            Some(Status::Archived) => "Out of the archive",
            Some(Status::Died) => "Not died after all",
            Some(Status::Ended) => "Taken up again",
            _ => "Active again",
        },
        Status::Dormant => "Resting for now",
        Status::Paused => match change.until_on {
            Some(until) => return format!("Paused until {}", short_date(until.date(), today)),
            None => "Paused",
        },
        Status::CoolingOff => match change.until_at {
            Some(until) => match (until.utc() - change.changed_at.utc()).num_minutes() {
                1440 => "Let it cool for a day",
                10080 => "Let it cool for a week",
                _ => return format!("Let it cool until {}", moment_words(until, clock, now)),
            },
            None => "Let it cool",
        },
        Status::Ended => "Its purpose was over",
        Status::Died => "Died",
        Status::Archived => "Archived",
    };
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }
    }

    fn change(id: i64, status: Status, said: &str) -> StatusChangeRecord {
        let said = at(said);
        StatusChangeRecord {
            id: StatusChangeId(id),
            status,
            reason: String::new(),
            since_on: said.today().into(),
            until_on: None,
            until_at: None,
            changed_at: said.stamp(),
        }
    }

    fn told(changes: &[StatusChangeRecord], now: &str) -> Vec<String> {
        events(changes, HourClock::TwentyFour, &at(now))
            .into_iter()
            .map(|event| format!("{} {}", event.on, event.title))
            .collect()
    }

    #[test]
    fn an_end_that_came_is_told_and_one_that_was_cut_short_is_not() {
        let pause = StatusChangeRecord {
            until_on: Some("2026-01-02".parse().unwrap()),
            ..change(1, Status::Paused, "2025-12-08T09:00:00Z")
        };
        let now = "2026-03-10T09:00:00Z";
        assert_eq!(
            told(std::slice::from_ref(&pause), now),
            [
                "2026-01-02 Active again",
                "2025-12-08 Paused until 2 January"
            ]
        );
        let early = change(2, Status::Active, "2025-12-20T09:00:00Z");
        assert_eq!(
            told(&[pause, early], now),
            [
                "2025-12-20 Active again",
                "2025-12-08 Paused until 2 January"
            ]
        );
    }

    #[test]
    fn cooling_off_is_told_with_its_length_and_its_end() {
        let cool = StatusChangeRecord {
            until_at: Some("2026-03-10T09:42:00Z".parse().unwrap()),
            ..change(1, Status::CoolingOff, "2026-03-09T09:42:00Z")
        };
        let cool = [cool];
        assert_eq!(
            told(&cool, "2026-03-10T09:41:00Z"),
            ["2026-03-09 Let it cool for a day"]
        );
        assert_eq!(
            told(&cool, "2026-03-10T09:42:00Z"),
            [
                "2026-03-10 Talking again",
                "2026-03-09 Let it cool for a day"
            ]
        );
    }

    #[test]
    fn cooling_off_returns_to_what_held_before_it() {
        let cool = |id, said: &str, until: &str| StatusChangeRecord {
            until_at: Some(until.parse().unwrap()),
            ..change(id, Status::CoolingOff, said)
        };
        let now = "2026-03-20T09:00:00Z";
        let day = |id| cool(id, "2026-03-09T09:00:00Z", "2026-03-10T09:00:00Z");
        for (held, words) in [
            (Status::Dormant, "Cooled off, resting as before"),
            (Status::Ended, "Cooled off, ended as before"),
            (Status::Active, "Talking again"),
        ] {
            let told = told(&[change(1, held, "2026-03-01T09:00:00Z"), day(2)], now);
            assert_eq!(told[0], format!("2026-03-10 {words}"));
        }
        let pause = |until: &str| StatusChangeRecord {
            until_on: Some(until.parse().unwrap()),
            ..change(1, Status::Paused, "2026-03-01T09:00:00Z")
        };
        // The pause goes on after it, and ends on its own day.
        assert_eq!(
            told(&[pause("2026-03-15"), day(2)], now)[..2],
            [
                "2026-03-15 Active again",
                "2026-03-10 Cooled off, paused as before"
            ]
        );
        // The pause ends while one cools off: that end is told alone.
        let long = cool(2, "2026-03-09T09:00:00Z", "2026-03-17T09:00:00Z");
        assert_eq!(
            told(&[pause("2026-03-15"), long], now)[..1],
            ["2026-03-17 Talking again"]
        );
        // Ended by hand within the pause and within cooling off.
        let ended = change(3, Status::Ended, "2026-03-09T12:00:00Z");
        assert_eq!(
            told(&[pause("2026-03-15"), day(2), ended], now)[..1],
            ["2026-03-09 Its purpose was over"]
        );
    }
}
