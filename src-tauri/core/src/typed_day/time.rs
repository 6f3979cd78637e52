//! Parses times of day: "9:00", "at 14:30", "9am", "9 pm", "noon".

use chrono::NaiveTime;

use super::calendar::digits;

/// Every time of one to three words at the end or the start of the words, with the remaining words.
pub(super) fn splits<'w>(words: &'w [&'w str]) -> impl Iterator<Item = (NaiveTime, &'w [&'w str])> {
    let long = words.len();
    let ends = (1..=3).filter_map(move |count| {
        let (rest, time) = words.split_at_checked(long.checked_sub(count)?)?;
        Some((time_of(time, !rest.is_empty())?, rest))
    });
    let starts = (1..=3).filter_map(move |count| {
        let (time, rest) = words.split_at_checked(count)?;
        Some((time_of(time, !rest.is_empty())?, rest))
    });
    ends.chain(starts)
}

/// The time that the words as a whole mean. `dated` is whether a day stands beside them.
fn time_of(words: &[&str], dated: bool) -> Option<NaiveTime> {
    let (said_at, words) = match words {
        ["at", rest @ ..] => (true, rest),
        all => (false, all),
    };
    match *words {
        ["noon" | "midday"] => NaiveTime::from_hms_opt(12, 0, 0),
        // "tomorrow at 9" means the morning. "at 3" could be day or night, so it is not accepted.
        [hour] if said_at && dated && digits(hour, 1..=2).is_some_and(|hour| hour >= 8) => {
            NaiveTime::from_hms_opt(digits(hour, 1..=2)?, 0, 0)
        }
        [clock] => match halved(clock) {
            Some((clock, half)) => twelve_hours(clock, half),
            None => {
                let (hour, minute) = clock.split_once(':')?;
                NaiveTime::from_hms_opt(digits(hour, 1..=2)?, digits(minute, 2..=2)?, 0)
            }
        },
        [clock, half] => twelve_hours(clock, half),
        _ => None,
    }
}

/// Splits "9pm" into "9" and "pm".
fn halved(word: &str) -> Option<(&str, &str)> {
    let letters = word.find(|c: char| c.is_ascii_alphabetic())?;
    word.split_at_checked(letters)
}

fn twelve_hours(clock: &str, half: &str) -> Option<NaiveTime> {
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) => (hour, digits(minute, 2..=2)?),
        None => (clock, 0),
    };
    let hour = digits(hour, 1..=2).filter(|hour| (1..=12).contains(hour))?;
    let afternoon = match half {
        "am" | "a.m" | "a.m." => 0,
        "pm" | "p.m" | "p.m." => 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour % 12 + afternoon, minute, 0)
}
