//! Days and times that the user typed: reading and checking them, and previewing what they mean.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::blank::is_blank;
use crate::book::Book;
use crate::boundaries::{hours_note, hours_of};
use crate::customs;
use crate::customs::DateTimeForms;
use crate::days::{ClockTime, Day, HourClock, Roughly, When};
use crate::error::{Error, Result};
use crate::hours::{Instant, Plan, Rules, due, instant};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::{
    Context, Lean, TypedDay, impossible, long, other_next, typed_day, understood,
};

/// Check-ins can be planned this many years ahead.
const YEARS_AHEAD: u64 = 10;
/// An event of so many years ago is a slip.
pub(crate) const EVENT_YEARS: u32 = 100;
/// Days before this year are refused.
const FIRST_YEAR: i32 = 1900;
/// Longer texts are refused without parsing, in bytes.
const MAX_BYTES: usize = 200;
/// Days from today beyond which a date in numbers is asked about, if it can be read in two orders.
const FAR: i64 = 60;

/// What a typed day is for. It decides which days are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WhenPurpose {
    /// The day of a conversation that happened: not in the future.
    Talk,
    /// The day of a check-in or the end of a pause: not in the past.
    CheckIn,
    /// The day of a promise: not in the past, and without a time.
    Commitment,
    /// The day on which something was given or received: not in the future, and without a time.
    Exchange,
    /// The day of an event: without a time, and of the last hundred years.
    Event,
    /// Any day.
    Day,
}

/// Another day that a typed text may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OtherReading {
    /// In words, such as "Thursday 12 March".
    pub words: String,
    /// What to type for it, without a doubt: "12 March 2026 15:00".
    pub text: String,
}

/// What Kith understood of a typed day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WhenPreview {
    /// The day in words, such as "Tuesday 3 March, a week ago"; `None` if there is a problem.
    pub understood: Option<String>,
    /// Why the text cannot be taken, as a sentence to show.
    pub problem: Option<String>,
    /// Local date.
    pub on: Option<Day>,
    /// Local time, such as "09:00", if one was typed.
    pub at: Option<ClockTime>,
    /// A sentence about the reminder if it comes at another time than was typed; only for check-ins.
    pub rings: Option<String>,
    /// The days to choose from with one press, where numbers can be read in two orders and the user chose none:
    /// both readings where Kith asks which one is meant, and the other one where it took one that is far away or
    /// cannot be. And the other day that "next friday" may mean. Otherwise empty.
    pub choices: Vec<OtherReading>,
}

/// How typed days are read in a book: how they are written, and the working hours.
#[derive(Clone, Debug)]
pub(crate) struct DayForms {
    /// The order of day and month, and the clock.
    pub(crate) written: DateTimeForms,
    /// The working hours, which tell whether "at 3" is in the afternoon.
    pub(crate) rules: Rules,
}

impl DayForms {
    /// How days are read in this book.
    ///
    /// # Errors
    /// Storage errors.
    pub(crate) fn of(tx: &Tx<'_>, now: &Moment) -> Result<Self> {
        Ok(Self {
            written: customs::date_time_forms(tx)?,
            rules: rules(tx, now)?,
        })
    }

    /// The context in which a text for this purpose is read.
    pub(crate) fn context(&self, purpose: WhenPurpose, now: &Moment) -> Context<'_> {
        Context {
            now: now.local(),
            lean: match purpose {
                WhenPurpose::Talk | WhenPurpose::Exchange | WhenPurpose::Event => Lean::Past,
                WhenPurpose::CheckIn | WhenPurpose::Commitment | WhenPurpose::Day => Lean::Future,
            },
            order: self.written.order,
            rules: &self.rules,
        }
    }
}

impl Book {
    /// What Kith understands of a typed day. A text that cannot be taken is no
    /// error: see `WhenPreview::problem`.
    ///
    /// # Errors
    /// Storage errors.
    pub fn when_preview(
        &self,
        text: &str,
        purpose: WhenPurpose,
        now: &Moment,
    ) -> Result<WhenPreview> {
        self.read(|tx| {
            let forms = DayForms::of(tx, now)?;
            let clock = forms.written.clock;
            let choices = choices(text, purpose, &forms, now);
            let read = match read_day("when", text, purpose, &forms, now) {
                Ok(read) => read,
                Err(error) => {
                    return Ok(WhenPreview {
                        problem: Some(error.message),
                        choices,
                        ..WhenPreview::default()
                    });
                }
            };
            let rings = match purpose {
                WhenPurpose::CheckIn => reminder_note(when_of(read, now), &forms.rules, clock, now),
                WhenPurpose::Talk
                | WhenPurpose::Commitment
                | WhenPurpose::Exchange
                | WhenPurpose::Event
                | WhenPurpose::Day => None,
            };
            Ok(WhenPreview {
                understood: Some(understood(read, now.today(), clock)),
                problem: None,
                on: Some(read.day.into()),
                at: read.time.map(ClockTime::from),
                rings,
                choices,
            })
        })
    }
}

impl Book {
    /// Like `when_preview` of a check-in with a person; `rings` also says what their hours make of it, such as "It is
    /// 20:30 in Kolkata then, outside Meenal’s hours."
    ///
    /// # Errors
    /// Storage errors.
    pub fn check_in_preview(
        &self,
        person: PersonId,
        text: &str,
        now: &Moment,
    ) -> Result<WhenPreview> {
        let mut preview = self.when_preview(text, WhenPurpose::CheckIn, now)?;
        let Some(on) = preview.on.map(Day::date) else {
            return Ok(preview);
        };
        let theirs = self.read(|tx| {
            let Some(week) = hours_of(tx, person, now)? else {
                return Ok(None);
            };
            let forms = DayForms::of(tx, now)?;
            let at = preview
                .at
                .map(|at| instant(now.zone, on, at.time()).earliest());
            let name = person_rows::get(tx, person)?.name.first().to_owned();
            let clock = forms.written.clock;
            Ok(hours_note(&week, &name, (on, at), &forms.rules, clock))
        })?;
        let notes: Vec<String> = preview.rings.take().into_iter().chain(theirs).collect();
        preview.rings = (!notes.is_empty()).then(|| notes.join(" "));
        Ok(preview)
    }
}

/// Reads a typed day for a purpose.
///
/// # Errors
/// `Invalid` at `field`, with a sentence that says what is wrong.
pub(crate) fn read_day(
    field: &str,
    text: &str,
    purpose: WhenPurpose,
    forms: &DayForms,
    now: &Moment,
) -> Result<TypedDay> {
    let Readings { read, other } = readings(text, purpose, forms, now);
    let read = read.ok_or_else(|| {
        if let Some(problem) = impossible(text, forms.written.order) {
            return Error::invalid(field, problem);
        }
        Error::invalid(
            field,
            match purpose {
                WhenPurpose::Talk | WhenPurpose::Exchange | WhenPurpose::Event => {
                    "Write a day, such as “yesterday”, “last tuesday” or “3 march”."
                }
                WhenPurpose::Commitment => {
                    "Write a day, such as “tomorrow”, “next monday” or “3 march”."
                }
                WhenPurpose::CheckIn | WhenPurpose::Day => {
                    "Write a day, such as “tomorrow”, “next monday” or “3 march 9:00”."
                }
            },
        )
    })?;
    if let Some(problem) = problem_with(&read, purpose, forms.written.clock, now) {
        return Err(Error::invalid(field, problem));
    }
    let today = now.today();
    if let Some(other) = other.filter(|other| is_asked(read.day, other.day, today)) {
        let [day, other] = [read.day, other.day].map(|day| long(day, today));
        let question = format!("{day} or {other}? Write the month as a word.");
        return Err(Error::invalid(field, question));
    }
    Ok(read)
}

/// Reads a typed day for a purpose; `None` where nothing was typed.
///
/// # Errors
/// Like `read_day`; storage errors.
pub(crate) fn read_day_or_none(
    tx: &Tx<'_>,
    field: &str,
    text: &str,
    purpose: WhenPurpose,
    now: &Moment,
) -> Result<Option<Day>> {
    if is_blank(text) {
        return Ok(None);
    }
    let forms = DayForms::of(tx, now)?;
    let read = read_day(field, text, purpose, &forms, now)?;
    Ok(Some(read.day.into()))
}

/// How a text can be read.
struct Readings {
    /// In the order of the user or the system; `None` if it is no day.
    read: Option<TypedDay>,
    /// In the other order: only where the user chose none, and where that is another day and one that is allowed.
    other: Option<TypedDay>,
}

fn readings(text: &str, purpose: WhenPurpose, forms: &DayForms, now: &Moment) -> Readings {
    let written = forms.written;
    let text = match purpose {
        WhenPurpose::Commitment => without_by(text),
        _ => text,
    };
    let in_order = |order| {
        let text = Some(text).filter(|text| text.len() <= MAX_BYTES)?;
        let context = forms.context(purpose, now);
        typed_day(text, Context { order, ..context })
    };
    let read = in_order(written.order);
    let other = in_order(written.order.other())
        .filter(|_| !written.is_order_chosen)
        .filter(|other| read.is_some_and(|read| read.day != other.day))
        .filter(|other| problem_with(other, purpose, written.clock, now).is_none());
    Readings { read, other }
}

/// A promise is for a day or by it: "by friday".
fn without_by(text: &str) -> &str {
    let text = text.trim_start();
    match text.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => text.get(3..).unwrap_or_default(),
        _ => text,
    }
}

fn days_off(day: NaiveDate, today: NaiveDate) -> i64 {
    day.signed_duration_since(today).num_days().abs()
}

/// Whether Kith asks which day is meant: the one that was read is far, and the other one is nearer.
fn is_asked(day: NaiveDate, other: NaiveDate, today: NaiveDate) -> bool {
    days_off(day, today) > FAR && days_off(other, today) < days_off(day, today)
}

/// See `WhenPreview::choices`.
fn choices(text: &str, purpose: WhenPurpose, forms: &DayForms, now: &Moment) -> Vec<OtherReading> {
    let days = choices_of(text, purpose, forms, now);
    let shown = days
        .iter()
        .map(|choice| OtherReading::of(choice, now.today(), forms.written.clock));
    shown.collect()
}

/// The days to choose from, where a text may mean more than the one that is read: see `WhenPreview::choices`.
pub(crate) fn choices_of(
    text: &str,
    purpose: WhenPurpose,
    forms: &DayForms,
    now: &Moment,
) -> Vec<TypedDay> {
    let Readings { read, other } = readings(text, purpose, forms, now);
    let Some(read) = read else {
        return Vec::new();
    };
    let (today, clock) = (now.today(), forms.written.clock);
    let can_be = |read: &TypedDay| problem_with(read, purpose, clock, now).is_none();
    let mut choices = match other {
        Some(other) if !can_be(&read) => vec![other],
        Some(other) if is_asked(read.day, other.day, today) => vec![read, other],
        Some(other) if days_off(read.day, today) > FAR => vec![other],
        _ => Vec::new(),
    };
    let next = other_next(text, read.day, today).map(|day| TypedDay { day, ..read });
    choices.extend(next.filter(can_be));
    choices
}

impl OtherReading {
    fn of(read: &TypedDay, today: NaiveDate, clock: HourClock) -> Self {
        let time = read.time.map(|time| clock.time_words(time));
        let day = read.day.format("%-d %B %Y").to_string();
        Self {
            words: long(read.day, today),
            text: match time {
                Some(time) => format!("{day} {time}"),
                None => day,
            },
        }
    }
}

fn problem_with(
    read: &TypedDay,
    purpose: WhenPurpose,
    clock: HourClock,
    now: &Moment,
) -> Option<String> {
    let today = now.today();
    match purpose {
        WhenPurpose::Talk if read.day > today => {
            return Some(
                "That day is still to come. A conversation is logged once it happened.".into(),
            );
        }
        WhenPurpose::Exchange if read.day > today => {
            return Some("That day is still to come. Write it down once it happened.".into());
        }
        WhenPurpose::CheckIn | WhenPurpose::Commitment if read.day < today => {
            return Some("That day is over. Choose one to come.".into());
        }
        WhenPurpose::CheckIn | WhenPurpose::Commitment | WhenPurpose::Event | WhenPurpose::Day
            if read.day > last_plannable_day(today) =>
        {
            return Some("That is too far ahead: Kith plans up to ten years.".into());
        }
        WhenPurpose::Event if matches!(read.roughly, Some(Roughly::Within(_) | Roughly::About)) => {
            return Some("An event has its day, such as “9 march”.".into());
        }
        WhenPurpose::Event
            if today
                .years_since(read.day)
                .is_some_and(|all| all >= EVENT_YEARS) =>
        {
            return Some("That is more than a hundred years ago. Check the year.".into());
        }
        _ if chrono::Datelike::year(&read.day) < FIRST_YEAR => {
            return Some("That is too long ago to be kept.".into());
        }
        _ => {}
    }
    if let (WhenPurpose::Talk, Some(Roughly::Part(part))) = (purpose, read.roughly)
        && read.day == today
        && part.hours().0 > chrono::Timelike::hour(&now.local())
    {
        return Some(
            "That time is still to come. A conversation is logged once it happened.".into(),
        );
    }
    let time = read.time?;
    if purpose == WhenPurpose::Commitment {
        return Some("A promise is for a day. Leave the time out.".into());
    }
    if matches!(purpose, WhenPurpose::Exchange | WhenPurpose::Event) {
        return Some("The day is enough. Leave the time out.".into());
    }
    match instant(now.zone, read.day, time) {
        Instant::Never { .. } => Some(format!(
            "The clocks go forward that day: {} does not exist. Choose another time.",
            clock.time_words(time)
        )),
        at if purpose == WhenPurpose::Talk && at.earliest() > now.utc => {
            Some("That time is still to come. A conversation is logged once it happened.".into())
        }
        at if purpose == WhenPurpose::CheckIn && at.latest() < now.utc => {
            Some("That time is over. Choose one to come.".into())
        }
        _ => None,
    }
}

fn last_plannable_day(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(YEARS_AHEAD * 366))
        .unwrap_or(today)
}

/// A typed day as it is stored. Its time is in the current time zone and keeps
/// that zone when the user travels.
pub(crate) fn when_of(read: TypedDay, now: &Moment) -> When {
    When {
        on: read.day.into(),
        at: read.time.map(|time| (time.into(), now.zone)),
    }
}

/// The day and time converted to the current time zone.
pub(crate) fn local_when(when: When, now: &Moment) -> (NaiveDate, Option<NaiveTime>) {
    let on = when.on.date();
    match when.at {
        Some((time, zone)) if zone != now.zone => {
            let at = instant(zone, on, time.time()).earliest();
            let there = at.with_timezone(&now.zone).naive_local();
            (there.date(), Some(there.time()))
        }
        at => (on, at.map(|(time, _)| time.time())),
    }
}

/// A sentence about the reminder, if it does not come on that day or at that time.
pub(crate) fn reminder_note(
    when: When,
    rules: &Rules,
    clock: HourClock,
    now: &Moment,
) -> Option<String> {
    let plan = Plan::of(when, None, None);
    let due = due(&plan, rules);
    let Some(rings) = due.rings else {
        return Some("No reminder comes: no working day is set. It will stand on Today.".into());
    };
    let local = rings.with_timezone(&now.zone).naive_local();
    let twice = plan
        .at
        .is_some_and(|(time, zone)| matches!(instant(zone, plan.on, time), Instant::Twice { .. }));
    let as_said = match plan.at {
        Some((time, zone)) => instant(zone, plan.on, time).earliest() == rings,
        None => local.date() == plan.on,
    };
    if twice && as_said {
        return Some(
            "The clocks go back that day and this time comes twice; Kith takes the first.".into(),
        );
    }
    let hour = clock.time_words(local.time());
    (!as_said).then(|| {
        format!(
            "That is outside your working hours, so the reminder comes {} at {hour}.",
            local.format("%A %-d %B")
        )
    })
}

#[cfg(test)]
#[path = "when_tests.rs"]
mod tests;
