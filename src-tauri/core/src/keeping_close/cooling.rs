//! Until when to let a relationship cool: the choices to offer, and the moment that a typed text means.

use chrono::{Duration, NaiveTime, Timelike};
use serde::Serialize;

use crate::book::Book;
use crate::check_ins::{DayForms, WhenPurpose, read_day};
use crate::days::{Roughly, Stamp};
use crate::error::{Error, Result};
use crate::hours::instant;
use crate::letters::capital;
use crate::moment::Moment;
use crate::relationships::moment_words;
use crate::typed_day::{long, typed_day};

/// Cooling off lasts no longer than this many days.
const LONGEST_DAYS: i64 = 366;
/// What is meant where nothing is said.
const USUAL: &str = "a day";
/// The hour at which one comes back on a day without working hours.
const MORNING: u32 = 9;
/// Words of a length of time: "3 hours", "a week".
const UNITS: [&str; 7] = [
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "year",
];

/// A choice of how long to let it cool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CoolingOption {
    /// What to send for it: "a day".
    pub text: String,
    /// Its label: "A day".
    pub label: String,
}

/// What Kith understood of a typed end of cooling off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CoolingPreview {
    /// The moment at which one comes back: "Wednesday 11 March, 10:42"; `None` if there is a problem.
    pub understood: Option<String>,
    /// Why the text cannot be taken, as a sentence to show.
    pub problem: Option<String>,
}

impl Book {
    /// The choices of how long to let it cool that can be offered now, the usual one among them.
    ///
    /// # Errors
    /// Storage errors.
    pub fn cooling_options(&self, now: &Moment) -> Result<Vec<CoolingOption>> {
        self.read(|tx| {
            let forms = DayForms::of(tx, now)?;
            let choices = ["tonight", "tomorrow morning", USUAL, "a week"];
            let can_be = |text: &&str| cooling_end(text, &forms, now).is_ok();
            let options = choices
                .into_iter()
                .filter(can_be)
                .map(|text| CoolingOption {
                    text: text.to_owned(),
                    label: capital(text),
                });
            Ok(options.collect())
        })
    }

    /// When one comes back after cooling off until a typed time. A text that cannot be taken is no error: see
    /// `CoolingPreview::problem`.
    ///
    /// # Errors
    /// Storage errors.
    pub fn cooling_preview(&self, text: &str, now: &Moment) -> Result<CoolingPreview> {
        self.read(|tx| {
            let forms = DayForms::of(tx, now)?;
            Ok(match cooling_end(text, &forms, now) {
                Ok(end) => {
                    let local = now.local_of(end);
                    let time = forms.written.clock.time_words(local.time());
                    CoolingPreview {
                        understood: Some(format!("{}, {time}", long(local.date(), now.today()))),
                        problem: None,
                    }
                }
                Err(error) => CoolingPreview {
                    understood: None,
                    problem: Some(error.message),
                },
            })
        })
    }
}

/// The moment at which one comes back, in words for the history: "cooling off until Wed 11 March, 10:42".
pub(super) fn end_words(end: Stamp, forms: &DayForms, now: &Moment) -> String {
    moment_words(end, forms.written.clock, now)
}

/// The moment that a typed end of cooling off means: after a length of time, or at a day and time. A day alone means
/// the beginning of its working hours; no text a day from now.
///
/// # Errors
/// `Invalid` at `until` where it is no time, is over, or lies more than a year ahead.
pub(crate) fn cooling_end(text: &str, forms: &DayForms, now: &Moment) -> Result<Stamp> {
    let text = text.trim().to_lowercase();
    let text = ["for ", "until ", "till "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(&text)
        .trim();
    let text = if text.is_empty() { USUAL } else { text };
    let end = match length(text, forms, now) {
        Some(end) => end,
        None => at_day(text, forms, now)?,
    };
    if end.utc() <= now.utc {
        return Err(Error::invalid(
            "until",
            "That moment is over. Choose one to come.",
        ));
    }
    if end.utc() > now.utc + Duration::days(LONGEST_DAYS) {
        return Err(Error::invalid(
            "until",
            "A year is the longest. For longer, let it rest or end it.",
        ));
    }
    Ok(end)
}

/// "a day", "3 hours": so long from now, to the minute.
fn length(text: &str, forms: &DayForms, now: &Moment) -> Option<Stamp> {
    let is_unit = |word: &str| UNITS.contains(&word.trim_end_matches('s'));
    if !text.split_whitespace().any(is_unit) || text.starts_with("in ") {
        return None;
    }
    let read = typed_day(
        &format!("in {text}"),
        forms.context(WhenPurpose::CheckIn, now),
    )?;
    let time = read
        .time
        .unwrap_or_else(|| now.local().time())
        .with_second(0)?
        .with_nanosecond(0)?;
    Some(Stamp::from(instant(now.zone, read.day, time).earliest()))
}

fn at_day(text: &str, forms: &DayForms, now: &Moment) -> Result<Stamp> {
    let read = read_day("until", text, WhenPurpose::CheckIn, forms, now)?;
    let part = match read.roughly {
        Some(Roughly::Part(part)) => NaiveTime::from_hms_opt(part.hours().0, 0, 0),
        _ => None,
    };
    let opens = forms.rules.hours_on(read.day).map(|(from, _)| from);
    let morning = opens.or(NaiveTime::from_hms_opt(MORNING, 0, 0));
    // "In the morning" is when the working day begins.
    let is_morning = |time: &NaiveTime| time.hour() < 12 && morning.is_some_and(|m| m > *time);
    let part = part.filter(|time| !is_morning(time));
    let time = read.time.or(part).or(morning).unwrap_or_default();
    Ok(Stamp::from(instant(now.zone, read.day, time).earliest()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customs::DateTimeForms;
    use crate::days::{DateOrder, HourClock};
    use crate::hours::{Rules, WorkingHours};

    fn end(text: &str) -> Result<String> {
        let now = Moment {
            utc: "2026-03-10T09:42:31Z".parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        };
        let forms = DayForms {
            written: DateTimeForms {
                order: DateOrder::DayFirst,
                clock: HourClock::TwentyFour,
                is_order_chosen: true,
            },
            rules: Rules::new(WorkingHours::default(), &[], now.zone),
        };
        cooling_end(text, &forms, &now).map(|end| now.local_text_of(end))
    }

    #[test]
    fn a_text_means_a_moment() {
        for (text, is) in [
            ("", "2026-03-11T10:42:00"),
            ("a day", "2026-03-11T10:42:00"),
            ("24 hours", "2026-03-11T10:42:00"),
            ("for 3 hours", "2026-03-10T13:42:00"),
            ("2 days", "2026-03-12T10:42:00"),
            ("A week", "2026-03-17T10:42:00"),
            ("tonight", "2026-03-10T18:00:00"),
            ("until tomorrow", "2026-03-11T08:30:00"),
            ("tomorrow morning", "2026-03-11T08:30:00"),
            ("saturday", "2026-03-14T09:00:00"),
            ("friday 15:00", "2026-03-13T15:00:00"),
        ] {
            assert_eq!(end(text).unwrap(), is, "{text}");
        }
    }

    #[test]
    fn no_time_at_all_and_more_than_a_year_are_refused_at_the_field() {
        for text in [
            "0 minutes",
            "0 days",
            "ten years",
            "2 years",
            "yesterday",
            "today 9:00",
            "banana",
            "1 april 2027",
        ] {
            let error = end(text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("until"), "{text}");
        }
    }
}
