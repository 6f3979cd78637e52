//! Putting a check-in off: the choices to offer, and the day or time that each means.

use chrono::{Datelike, Duration, Months, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::customs::date_time_forms;
use crate::days::{Day, HourClock, When};
use crate::error::Result;
use crate::hours::Rules;
use crate::moment::Moment;
use crate::reminders::rules;
use crate::typed_day::short;

/// A choice of how far to put a check-in off. All except `LaterToday` mean a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SnoozeKey {
    /// Three hours from now, rounded down to a half hour; offered only if that
    /// is within today's working hours.
    LaterToday,
    /// The next working day from tomorrow.
    Tomorrow,
    /// The next working day from three days on; offered only if that is in this week.
    LaterThisWeek,
    /// The first working day from next Monday.
    NextWeek,
    /// The next working day from two weeks on.
    InTwoWeeks,
    /// The next working day from one month on.
    InAMonth,
}

/// Until when to put a check-in off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Snooze {
    /// One of the choices.
    Until {
        /// The choice.
        key: SnoozeKey,
    },
    /// A day, with or without a time, as the user typed it.
    On {
        /// The typed text, such as "friday 10:00".
        when: String,
    },
}

/// A choice that can be offered now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SnoozeOption {
    /// The choice.
    pub key: SnoozeKey,
    /// Its label, such as "Tomorrow".
    pub label: String,
    /// The day or time that it means, such as "Wed 11 March" or "13:30".
    pub words: String,
}

/// "Later today" means this many hours from now.
const LATER_HOURS: i64 = 3;

impl Book {
    /// The choices that can be offered now, soonest first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn snooze_options(&self, now: &Moment) -> Result<Vec<SnoozeOption>> {
        self.read(|tx| {
            let clock = date_time_forms(tx)?.clock;
            Ok(options_now(&rules(tx, now)?, clock, now))
        })
    }
}

const LABELS: [(SnoozeKey, &str); 6] = [
    (SnoozeKey::LaterToday, "Later today"),
    (SnoozeKey::Tomorrow, "Tomorrow"),
    (SnoozeKey::LaterThisWeek, "Later this week"),
    (SnoozeKey::NextWeek, "Next week"),
    (SnoozeKey::InTwoWeeks, "In two weeks"),
    (SnoozeKey::InAMonth, "In a month"),
];

fn options_now(rules: &Rules, clock: HourClock, now: &Moment) -> Vec<SnoozeOption> {
    let mut options: Vec<(String, SnoozeOption)> = Vec::new();
    for (key, label) in LABELS {
        let (on, at) = match key {
            SnoozeKey::LaterToday => match later_today(rules, now) {
                Some(at) => (at.date(), Some(at)),
                None => continue,
            },
            SnoozeKey::LaterThisWeek => match later_this_week(rules, now.today()) {
                Some(day) => (day, None),
                None => continue,
            },
            key => (day_of_key(key, rules, now.today()), None),
        };
        let words = match at {
            Some(at) => clock.time_words(at.time()),
            None => short(on, now.today()),
        };
        // Two choices that mean the same day would be confusing: only the first is offered.
        if options.iter().all(|(shown, _)| *shown != words) {
            let label = match key {
                SnoozeKey::Tomorrow if Some(on) != now.today().succ_opt() => "Next working day",
                _ => label,
            };
            let option = SnoozeOption {
                key,
                label: label.to_owned(),
                words: words.clone(),
            };
            options.push((words, option));
        }
    }
    options.into_iter().map(|(_, option)| option).collect()
}

/// The day or time that a key means now.
pub(super) fn when_of_key(key: SnoozeKey, rules: &Rules, now: &Moment) -> When {
    let later = (key == SnoozeKey::LaterToday)
        .then(|| later_today(rules, now))
        .flatten();
    match later {
        Some(at) => When {
            on: at.date().into(),
            at: Some((at.time().into(), now.zone)),
        },
        None => When::day(day_of_key(key, rules, now.today())),
    }
}

/// `LATER_HOURS` from now, rounded down to a half hour; `None` if that is not today or outside working hours.
fn later_today(rules: &Rules, now: &Moment) -> Option<NaiveDateTime> {
    let then = now.local() + Duration::hours(LATER_HOURS);
    let rounded = then - Duration::minutes(i64::from(then.minute() % 30));
    let rounded = rounded.with_second(0)?.with_nanosecond(0)?;
    let at = crate::hours::instant(now.zone, rounded.date(), rounded.time()).earliest();
    let is_today = rounded.date() == now.today();
    (is_today && rules.is_open(at)).then_some(rounded)
}

fn later_this_week(rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let day = rules.next_working_day(in_days(today, 3))?;
    (day.iso_week() == today.iso_week()).then_some(day)
}

fn day_of_key(key: SnoozeKey, rules: &Rules, today: NaiveDate) -> NaiveDate {
    let monday = u64::from(7 - today.weekday().num_days_from_monday());
    let day = match key {
        SnoozeKey::LaterToday | SnoozeKey::Tomorrow => in_days(today, 1),
        SnoozeKey::LaterThisWeek => in_days(today, 3),
        SnoozeKey::NextWeek => in_days(today, monday),
        SnoozeKey::InTwoWeeks => in_days(today, 14),
        SnoozeKey::InAMonth => today.checked_add_months(Months::new(1)).unwrap_or(today),
    };
    // If no working day is set, the day itself is taken.
    rules.next_working_day(day).unwrap_or(day)
}

fn in_days(today: NaiveDate, days: u64) -> NaiveDate {
    Day::from(today).plus(days).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{DaysOff, WorkingHours};

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }
    }

    fn words(utc: &str, off: &[DaysOff]) -> Vec<String> {
        words_by(HourClock::TwentyFour, utc, off)
    }

    fn words_by(clock: HourClock, utc: &str, off: &[DaysOff]) -> Vec<String> {
        let rules = Rules::new(WorkingHours::default(), off, chrono_tz::Europe::Oslo);
        let options = options_now(&rules, clock, &at(utc));
        options
            .into_iter()
            .map(|option| format!("{} {}", option.label, option.words))
            .collect()
    }

    #[test]
    fn the_drawn_tuesday() {
        assert_eq!(
            words("2026-03-10T09:42:00Z", &[]),
            [
                "Later today 13:30",
                "Tomorrow Wed 11 March",
                "Later this week Fri 13 March",
                "Next week Mon 16 March",
                "In two weeks Tue 24 March",
                "In a month Fri 10 April",
            ]
        );
    }

    #[test]
    fn a_clock_of_twelve_hours_is_followed() {
        let words = words_by(HourClock::Twelve, "2026-03-10T09:42:00Z", &[]);
        assert_eq!(words[0], "Later today 1:30 pm");
    }

    #[test]
    fn a_friday_evening_has_no_later_today_and_tomorrow_is_monday() {
        assert_eq!(
            words("2026-03-13T19:00:00Z", &[]),
            [
                "Next working day Mon 16 March",
                "In two weeks Fri 27 March",
                "In a month Mon 13 April",
            ]
        );
    }

    #[test]
    fn days_off_are_passed_over() {
        let easter = DaysOff {
            from: "2026-04-02".into(),
            to: "2026-04-06".into(),
            label: "Easter".into(),
        };
        assert_eq!(
            words("2026-04-01T13:00:00Z", &[easter])[0],
            "Next working day Tue 7 April"
        );
    }
}
