//! The hours of a person in their zone: their time now, and whether an instant is within them. Pure but for the reading.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Serialize;

use super::{TheirHours, boundary_rows};
use crate::book::Book;
use crate::customs::date_time_forms;
use crate::days::HourClock;
use crate::error::Result;
use crate::fold::fold_words;
use crate::hours::{Rules, WorkDay, WorkingHours};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// Most zones that are offered for a text.
const MOST_ZONES: usize = 12;
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A time zone that is offered for a typed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ZoneFound {
    /// Its name: "Asia/Kolkata".
    pub name: String,
    /// Its place and the time there: "Kolkata, 15:12".
    pub words: String,
}

impl Book {
    /// Time zones whose name has the typed words, at most 12; each with the time there now.
    ///
    /// # Errors
    /// Storage errors.
    pub fn zones_find(&self, text: &str, now: &Moment) -> Result<Vec<ZoneFound>> {
        self.read(|tx| {
            let clock = date_time_forms(tx)?.clock;
            let typed = fold_words(text);
            let has = |zone: &&Tz| {
                let name = fold_words(&zone.name().replace(['/', '_'], " "));
                zone.name().contains('/') && typed.split(' ').all(|word| name.contains(word))
            };
            let found = TZ_VARIANTS.iter().filter(has).take(MOST_ZONES);
            Ok(found
                .map(|zone| ZoneFound {
                    name: zone.name().to_owned(),
                    words: format!(
                        "{}, {}",
                        place(*zone),
                        clock.time_words(local(now.utc, *zone).1)
                    ),
                })
                .collect())
        })
    }
}

/// The hours of a person, and the zone that they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TheirWeek {
    pub(crate) hours: Option<TheirHours>,
    /// Theirs, or the user's where it is not said.
    pub(crate) zone: Tz,
    /// Whether their zone is said and another than the user's.
    pub(crate) is_elsewhere: bool,
}

/// The hours of a person; `None` where neither hours nor a zone are said.
pub(crate) fn hours_of(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<TheirWeek>> {
    let said = boundary_rows::of_person(tx, person)?;
    Ok(TheirWeek::of(said.hours, &said.zone, now))
}

impl TheirWeek {
    pub(crate) fn of(hours: Option<TheirHours>, zone: &str, now: &Moment) -> Option<Self> {
        let own: Option<Tz> = zone.parse().ok();
        if hours.is_none() && own.is_none() {
            return None;
        }
        let zone = own.unwrap_or(now.zone);
        Some(Self {
            hours,
            zone,
            is_elsewhere: zone != now.zone,
        })
    }

    /// As rules: their week in their zone; `None` where their hours are not said.
    pub(crate) fn rules(&self) -> Option<Rules> {
        let hours = self.hours.as_ref()?;
        let day = Some(WorkDay {
            from: hours.from,
            to: hours.to,
        });
        let mut days = [None; 7];
        for (at, place) in days.iter_mut().enumerate() {
            if hours
                .weekdays
                .iter()
                .any(|weekday| usize::from(*weekday) == at)
            {
                *place = day;
            }
        }
        Some(Rules::new(WorkingHours { days }, &[], self.zone))
    }

    /// Whether an instant is within their hours; `None` where their hours are not said.
    pub(crate) fn is_within(&self, at: DateTime<Utc>) -> Option<bool> {
        let hours = self.hours.as_ref()?;
        let (day, time) = local(at, self.zone);
        let weekday = u8::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        let minute = u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0);
        Some(hours.weekdays.contains(&weekday) && (hours.from..hours.to).contains(&minute))
    }

    /// Their time at an instant.
    pub(crate) fn time_at(&self, at: DateTime<Utc>) -> NaiveTime {
        local(at, self.zone).1
    }

    /// Their time now: "15:12 in Kolkata, 4½ hours ahead"; empty where they are in the user's zone.
    pub(crate) fn time_there(&self, clock: HourClock, now: &Moment) -> String {
        if !self.is_elsewhere {
            return String::new();
        }
        let time = clock.time_words(self.time_at(now.utc));
        let ahead = offset_minutes(self.zone, now.utc) - offset_minutes(now.zone, now.utc);
        let place = place(self.zone);
        match ahead {
            0 => format!("{time} in {place}"),
            ahead => format!("{time} in {place}, {}", difference(ahead)),
        }
    }
}

/// What their hours say to a check-in: what time it is there at a time that was set, or that the hours never meet;
/// `None` where it rings within both.
pub(crate) fn hours_note(
    week: &TheirWeek,
    name: &str,
    (on, at): (NaiveDate, Option<DateTime<Utc>>),
    rules: &Rules,
    clock: HourClock,
) -> Option<String> {
    let theirs = week.rules()?;
    if let Some(at) = at {
        let time = clock.time_words(week.time_at(at));
        let there = match week.is_elsewhere {
            true => format!("It is {time} in {} then, outside", place(week.zone)),
            false => "That is outside".to_owned(),
        };
        let is_outside = week.is_within(at) == Some(false);
        return is_outside.then(|| format!("{there} {name}’s hours."));
    }
    let opens = rules.day_opens(on)?;
    match rules.next_meeting(opens, &theirs) {
        None => Some(format!(
            "Your hours and {name}’s do not meet on two working days, so yours decide."
        )),
        Some(met) if met > opens => {
            let local = met.with_timezone(&rules.zone).naive_local();
            let time = clock.time_words(local.time());
            let day = match local.date() == on {
                true => String::new(),
                false => format!("{} at ", local.format("%A %-d %B")),
            };
            Some(format!(
                "The reminder comes {}{time}, where your hours and {name}’s meet.",
                if day.is_empty() { "at " } else { &day }
            ))
        }
        Some(_) => None,
    }
}

/// Their hours in words: "Mon–Fri, 9:30–18:00".
pub(super) fn hours_words(hours: &TheirHours, clock: HourClock) -> String {
    let days: Vec<usize> = hours.weekdays.iter().map(|day| usize::from(*day)).collect();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let name = |day: usize| WEEKDAYS.get(day).copied().unwrap_or_default();
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => name(first).to_owned(),
            1 => format!("{}, {}", name(first), name(last)),
            _ => format!("{}–{}", name(first), name(last)),
        })
        .collect();
    format!(
        "{}, {}–{}",
        runs.join(", "),
        minute_words(hours.from, clock),
        minute_words(hours.to, clock)
    )
}

/// A minute of the day: "16:00"; the end of the day is "24:00".
pub(super) fn minute_words(minute: u16, clock: HourClock) -> String {
    match NaiveTime::from_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0) {
        Some(time) => clock.time_words(time),
        None => "24:00".to_owned(),
    }
}

/// "Kolkata" of "Asia/Kolkata".
fn place(zone: Tz) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

fn local(at: DateTime<Utc>, zone: Tz) -> (NaiveDate, NaiveTime) {
    let there = at.with_timezone(&zone).naive_local();
    (there.date(), there.time())
}

fn offset_minutes(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
        / 60
}

/// "4½ hours ahead", "an hour behind", "20 minutes ahead".
fn difference(minutes: i32) -> String {
    let side = if minutes > 0 { "ahead" } else { "behind" };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let part = match rest {
        15 => "¼",
        30 => "½",
        45 => "¾",
        _ => "",
    };
    match (hours, part, rest) {
        (0, _, rest) => format!("{rest} minutes {side}"),
        (1, "", 0) => format!("an hour {side}"),
        (hours, "", 0) => format!("{hours} hours {side}"),
        (hours, "", rest) => format!("{hours} h {rest} min {side}"),
        (hours, part, _) => format!("{hours}{part} hours {side}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Kolkata;

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }
    }

    fn week() -> TheirWeek {
        TheirWeek {
            hours: Some(TheirHours {
                weekdays: vec![0, 1, 2, 3, 4],
                from: 9 * 60 + 30,
                to: 18 * 60,
            }),
            zone: Kolkata,
            is_elsewhere: true,
        }
    }

    #[test]
    fn their_time_is_said_with_how_far_it_is_from_mine() {
        let now = at("2026-03-10T09:42:00Z");
        let clock = HourClock::TwentyFour;
        assert_eq!(
            week().time_there(clock, &now),
            "15:12 in Kolkata, 4½ hours ahead"
        );
        // In summer it is an hour less.
        assert_eq!(
            week().time_there(clock, &at("2026-07-10T09:42:00Z")),
            "15:12 in Kolkata, 3½ hours ahead"
        );
        assert_eq!(
            hours_words(&week().hours.unwrap(), clock),
            "Mon–Fri, 09:30–18:00"
        );
    }

    #[test]
    fn an_instant_is_within_their_hours_on_their_days() {
        let within = |utc: &str| week().is_within(utc.parse().unwrap()).unwrap();
        assert!(within("2026-03-10T04:00:00Z"));
        assert!(!within("2026-03-10T03:59:59Z"));
        assert!(within("2026-03-10T12:29:59Z"));
        assert!(!within("2026-03-10T12:30:00Z"));
        // Saturday there, Friday here.
        assert!(!within("2026-03-13T19:00:00Z"));
    }
}
