//! Lengths of time and rhythms in a sentence: "for half an hour", "1h30", "every 2 weeks". Pure.

use super::grammar::Grammar;
use super::tokens::{After, Token, longest};
use super::words::{COUNTS, HOURS, LENGTHS, MINUTES, RHYTHMS, UNITS, WEEKDAYS};

impl Grammar<'_> {
    /// A length of time at a word: where it ends, and its minutes. "for" may stand before it.
    pub(super) fn length_at(&self, at: usize) -> Option<(usize, u32)> {
        let at = at + usize::from(self.is_word(at, "for"));
        let rest = self.rest(at);
        if let Some((long, minutes)) = longest(rest, LENGTHS) {
            return Some((at + long, *minutes));
        }
        let first = rest.first()?;
        if let Some(minutes) = fused(&first.text) {
            return Some((at + 1, minutes));
        }
        let (count, hundredths) = (count(&first.text), decimal(&first.text));
        let unit = rest.get(1).filter(|_| first.after == After::Nothing)?;
        let minutes = if MINUTES.contains(&unit.text.as_str()) {
            count?
        } else if HOURS.contains(&unit.text.as_str()) {
            match (count, hundredths) {
                (Some(count), _) => count.checked_mul(60)?,
                (None, hundredths) => hundredths?.checked_mul(60)? / 100,
            }
        } else {
            return None;
        };
        // "1 hour 15".
        let more = rest.get(2).filter(|_| HOURS.contains(&unit.text.as_str()));
        let more = more
            .and_then(|token| token.text.parse::<u32>().ok())
            .filter(|more| *more < 60);
        match more {
            Some(more) => {
                let unit = rest
                    .get(3)
                    .is_some_and(|unit| MINUTES.contains(&unit.text.as_str()));
                Some((at + 3 + usize::from(unit), minutes + more))
            }
            None => Some((at + 2, minutes)),
        }
        .filter(|(_, minutes)| (1..=1440).contains(minutes))
    }

    /// How often at a word: where it ends, and the days between.
    pub(super) fn rhythm_at(&self, at: usize) -> Option<(usize, u32)> {
        let rest = self.rest(at);
        if let Some((long, days)) = longest(rest, RHYTHMS) {
            return Some((at + long, *days));
        }
        let is_every = |token: &Token| token.text == "every" || token.text == "each";
        if !rest.first().is_some_and(is_every) {
            return None;
        }
        // "every monday".
        if rest
            .get(1)
            .is_some_and(|day| WEEKDAYS.contains(&day.text.as_str()))
        {
            return Some((at + 2, 7));
        }
        let [_, number, unit, ..] = rest else {
            return None;
        };
        let days = UNITS.iter().find(|(name, _)| *name == unit.text)?.1;
        let days = count(&number.text)?.checked_mul(days)?;
        (1..=3650).contains(&days).then_some((at + 3, days))
    }
}

/// The number of "two" or "30".
fn count(text: &str) -> Option<u32> {
    let known = COUNTS.iter().find(|(word, _)| *word == text);
    known
        .map(|(_, count)| *count)
        .or_else(|| text.parse().ok())
        .filter(|count| *count <= 100_000)
}

/// "1.5" and "1,5" in hundredths.
fn decimal(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once(['.', ','])?;
    let hundredths = match part.len() {
        1 => part.parse::<u32>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    whole
        .parse::<u32>()
        .ok()?
        .checked_mul(100)?
        .checked_add(hundredths)
}

/// The minutes of "30min", "1h", "1h30", "1.5h".
fn fused(text: &str) -> Option<u32> {
    let letters = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at_checked(letters)?;
    if MINUTES.contains(&unit) {
        return number
            .parse()
            .ok()
            .filter(|minutes| (1..=1440).contains(minutes));
    }
    if HOURS.contains(&unit) {
        let whole = number
            .parse::<u32>()
            .ok()
            .and_then(|hours| hours.checked_mul(60));
        let minutes = whole.or_else(|| Some(decimal(number)?.checked_mul(60)? / 100));
        return minutes.filter(|minutes| (1..=1440).contains(minutes));
    }
    let minutes = unit
        .strip_prefix('h')?
        .trim_end_matches(['m', 'i', 'n'])
        .parse::<u32>()
        .ok()?;
    let hours = number.parse::<u32>().ok()?.checked_mul(60)?;
    (minutes < 60 && hours < 1440).then_some(hours + minutes)
}
