//! Parses times of day: "9:00", "at 14:30", "9am", "noon", "half past ten", "at 3", "in the morning".

use chrono::{Duration, NaiveDate, NaiveTime, Timelike};

use super::calendar::digits;
use super::words::{Unit, Word, word};
use super::{Context, Lean};
use crate::days::{DayPart, Third};

/// A time of day as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    clock: Clock,
    about: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// A time without a doubt.
    At(NaiveTime),
    /// "at 3" or "half past ten": hour 1–12 of the morning or the afternoon, and its minutes.
    Half(u32, u32),
    /// The end of the working hours.
    EndOfDay,
}

/// Every time of one to six words at the end or the start of the words, with the remaining words.
pub(super) fn splits<'w, 't>(
    words: &'w [Word<'t>],
) -> impl Iterator<Item = (Typed, &'w [Word<'t>])> + use<'w, 't> {
    let long = words.len();
    let ends = (1..=6).filter_map(move |count| {
        let (rest, time) = words.split_at_checked(long.checked_sub(count)?)?;
        Some((time_of(time, rest)?, rest))
    });
    let starts = (1..=6).filter_map(move |count| {
        let (time, rest) = words.split_at_checked(count)?;
        Some((time_of(time, rest)?, rest))
    });
    ends.chain(starts)
}

/// Every part of the day at the end or the start of the words, with the remaining words.
pub(super) fn parts<'w, 't>(
    words: &'w [Word<'t>],
) -> impl Iterator<Item = (DayPart, &'w [Word<'t>])> + use<'w, 't> {
    let long = words.len();
    let ends = (1..=5).filter_map(move |count| {
        let (rest, part) = words.split_at_checked(long.checked_sub(count)?)?;
        Some((part_of(part)?, rest))
    });
    let starts = (1..=4).filter_map(move |count| {
        let (part, rest) = words.split_at_checked(count)?;
        let rest = match rest {
            [Word::Of, rest @ ..] => rest,
            all => all,
        };
        Some((part_of(part)?, rest))
    });
    ends.chain(starts)
}

fn part_of(words: &[Word<'_>]) -> Option<DayPart> {
    match words {
        [Word::Tonight] => Some(DayPart::Evening),
        [Word::First, Word::Thing] => Some(DayPart::Morning),
        [Word::First, Word::Thing, rest @ ..] if !rest.is_empty() => {
            part_of(rest).filter(|part| *part == DayPart::Morning)
        }
        [Word::Part(part)] => Some(*part),
        [Word::In | Word::On, Word::The, rest @ ..]
        | [Word::The, rest @ ..]
        | [Word::At | Word::In, rest @ ..]
            if !rest.is_empty() =>
        {
            part_of(rest)
        }
        [Word::Third(Third::Early | Third::Late), Word::Part(part)] => Some(*part),
        _ => None,
    }
}

/// The time that the words as a whole mean, beside the day that `rest` says.
fn time_of(words: &[Word<'_>], rest: &[Word<'_>]) -> Option<Typed> {
    let (said_at, words) = match words {
        [Word::At, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (about, words) = match words {
        [Word::About, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let typed = |clock, about| Some(Typed { clock, about });
    let sure = |time: Option<NaiveTime>| typed(Clock::At(time?), about);
    match *words {
        [Word::Noon] => sure(NaiveTime::from_hms_opt(12, 0, 0)),
        [Word::Midnight] => sure(NaiveTime::from_hms_opt(0, 0, 0)),
        [Word::EndOfDay]
        | [Word::Third(Third::Late), Word::Of, Word::Unit(Unit::Day)]
        | [
            Word::Third(Third::Late),
            Word::Of,
            Word::The,
            Word::Unit(Unit::Day),
        ] => typed(Clock::EndOfDay, about),
        [hour] if (said_at || about) && hour_of(&hour).is_some() => {
            typed(bare(hour_of(&hour)?, 0)?, about)
        }
        [hour, Word::OClock] => typed(bare(hour_of(&hour)?, 0)?, about),
        [Word::Half, Word::Past, hour] => typed(bare(hour_of(&hour)?, 30)?, about),
        [Word::Quarter, Word::Past | Word::After, hour] => typed(bare(hour_of(&hour)?, 15)?, about),
        [Word::Quarter, Word::To | Word::Before, hour] => {
            typed(before(hour_of(&hour)?, 15)?, about)
        }
        [Word::One, Word::Quarter, Word::Past, hour] => typed(bare(hour_of(&hour)?, 15)?, about),
        [Word::One, Word::Quarter, Word::To, hour] => typed(before(hour_of(&hour)?, 15)?, about),
        [minutes, Word::Past, hour] | [minutes, Word::Unit(Unit::Minute), Word::Past, hour] => {
            let minutes = minutes
                .count()
                .filter(|minutes| (1..60).contains(minutes))?;
            typed(bare(hour_of(&hour)?, minutes)?, about)
        }
        [minutes, Word::To, hour] | [minutes, Word::Unit(Unit::Minute), Word::To, hour] => {
            let minutes = minutes
                .count()
                .filter(|minutes| (1..60).contains(minutes))?;
            typed(before(hour_of(&hour)?, minutes)?, about)
        }
        [Word::Other(clock)] => match clock.strip_suffix("ish") {
            Some(ish) => typed(bare(hour_of(&word(ish.trim_end_matches('-')))?, 0)?, true),
            None => sure(on_the_clock(clock, said_at || !rest.is_empty())),
        },
        [Word::Other(clock), Word::Pm(pm)] => sure(twelve_hours(clock, pm)),
        [Word::Figure(hour, 1..=2), Word::Pm(pm)] => sure(half_of_day(hour, 0, pm)),
        [Word::Number(hour), Word::Pm(pm)] => sure(half_of_day(hour, 0, pm)),
        // "at 9 in the morning".
        [hour, Word::In, Word::The, Word::Part(part)] => {
            let pm = part != DayPart::Morning;
            sure(half_of_day(hour_of(&hour)?, 0, pm))
        }
        // "9 at night". The hours after midnight belong to the day before, which a time alone cannot say.
        [hour, Word::At, Word::Part(DayPart::Night)] => match hour_of(&hour)? {
            12 | 1..=4 => None,
            evening => sure(half_of_day(evening, 0, true)),
        },
        _ => None,
    }
}

/// The hour of "nine" or "9".
fn hour_of(word: &Word<'_>) -> Option<u32> {
    match word {
        Word::Number(hour) if *hour <= 12 => Some(*hour),
        Word::Figure(hour, 1..=2) if *hour <= 23 => Some(*hour),
        _ => None,
    }
}

fn bare(hour: u32, minutes: u32) -> Option<Clock> {
    match hour {
        1..=12 => Some(Clock::Half(hour, minutes)),
        _ => NaiveTime::from_hms_opt(hour, minutes, 0).map(Clock::At),
    }
}

/// So many minutes before an hour.
fn before(hour: u32, minutes: u32) -> Option<Clock> {
    let earlier = match hour {
        0 => 23,
        1 => 12,
        _ => hour - 1,
    };
    bare(earlier, 60 - minutes)
}

/// "9:00", "9am", "14h30", "10.30".
fn on_the_clock(clock: &str, has_day_or_at: bool) -> Option<NaiveTime> {
    if let Some(time) = clock.strip_suffix('h') {
        return NaiveTime::from_hms_opt(digits(time, 1..=2)?, 0, 0);
    }
    if let Some((hour, minute)) = clock.split_once('h') {
        return NaiveTime::from_hms_opt(digits(hour, 1..=2)?, digits(minute, 2..=2)?, 0);
    }
    if let Some((clock, half)) = halved(clock) {
        let Word::Pm(pm) = word(half) else {
            return None;
        };
        return twelve_hours(clock, pm);
    }
    let (hour, minute) = match clock.split_once(':') {
        Some(parts) => parts,
        // "10.30" alone; "2.4" is a number.
        None => clock
            .split_once('.')
            .filter(|(_, minute)| has_day_or_at || minute.len() == 2)?,
    };
    NaiveTime::from_hms_opt(digits(hour, 1..=2)?, digits(minute, 2..=2)?, 0)
}

/// Splits "9pm" into "9" and "pm".
fn halved(word: &str) -> Option<(&str, &str)> {
    let letters = word.find(|c: char| c.is_ascii_alphabetic())?;
    word.split_at_checked(letters)
}

fn twelve_hours(clock: &str, pm: bool) -> Option<NaiveTime> {
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) => (hour, digits(minute, 2..=2)?),
        None => (clock, 0),
    };
    half_of_day(digits(hour, 1..=2)?, minute, pm)
}

fn half_of_day(hour: u32, minute: u32, pm: bool) -> Option<NaiveTime> {
    if !(1..=12).contains(&hour) {
        return None;
    }
    NaiveTime::from_hms_opt(hour % 12 + if pm { 12 } else { 0 }, minute, 0)
}

impl Typed {
    /// The time in a part of a day: "this morning at 9", "tomorrow afternoon at 3". The hours after midnight belong to
    /// the night before: "last night at 1" is today.
    pub(super) fn in_part(
        self,
        day: NaiveDate,
        part: DayPart,
    ) -> Option<(NaiveDate, NaiveTime, bool)> {
        let is_night = matches!(part, DayPart::Evening | DayPart::Night);
        let (day, time) = match self.clock {
            Clock::At(time) => (day, time),
            Clock::Half(hour @ (12 | 1..=4), minute) if is_night => {
                (day.succ_opt()?, half_of_day(hour, minute, false)?)
            }
            Clock::Half(hour, minute) => {
                (day, half_of_day(hour, minute, part != DayPart::Morning)?)
            }
            Clock::EndOfDay => return None,
        };
        Some((day, time, self.about))
    }

    /// The time on a day, and whether it is meant roughly. "at 3" is in the afternoon unless the working hours of the
    /// day have only the other one; from 8 on it is in the morning unless they have only the evening.
    pub(super) fn on(self, day: NaiveDate, at: Context<'_>) -> Option<(NaiveTime, bool)> {
        let time = match self.clock {
            Clock::At(time) => time,
            Clock::EndOfDay => at
                .rules
                .hours_on(day)
                .map_or_else(|| NaiveTime::from_hms_opt(17, 0, 0), |(_, end)| Some(end))?,
            Clock::Half(hour, minute) => {
                let early = half_of_day(hour, minute, false)?;
                let late = half_of_day(hour, minute, true)?;
                let open = at.rules.hours_on(day);
                let is_open =
                    |time: NaiveTime| open.is_some_and(|(from, to)| (from..=to).contains(&time));
                match (is_open(early), is_open(late)) {
                    (true, false) => early,
                    (false, true) => late,
                    _ if hour == 12 || hour < 8 => late,
                    _ => early,
                }
            }
        };
        Some((time, self.about && at.lean == Lean::Past))
    }
}

/// The time at which a part of the day begins for a plan; `None` in a morning that begins with the working hours,
/// where the day alone says it. A part that has begun today begins with the next full half hour.
pub(super) fn start_of(part: DayPart, day: NaiveDate, at: Context<'_>) -> Option<NaiveTime> {
    let (from, to) = part.hours();
    let start = match part {
        DayPart::Morning => match at.rules.hours_on(day) {
            Some((opens, _)) if opens.hour() < 12 => None,
            _ => NaiveTime::from_hms_opt(9, 0, 0),
        },
        _ => NaiveTime::from_hms_opt(from, 0, 0),
    };
    let begun = day == at.now.date() && at.now.time() >= start.unwrap_or(NaiveTime::MIN);
    if !begun {
        return start;
    }
    let soon = at.now + Duration::minutes(30 - i64::from(at.now.minute() % 30));
    let soon = soon.with_second(0)?.with_nanosecond(0)?;
    (soon.date() == day && soon.hour() < to)
        .then(|| soon.time())
        .or(start)
}
