//! The days on which Kith ran with this book, in the order in which they came, whatever the clock said.
//!
//! The trash, the history and what nothing refers to any more go by these: a clock that was years ahead
//! once is one day, and one that goes to and fro between two days adds neither again. Days are those of
//! UTC, as the beginning of a kept instant has them.

use super::Tx;
use crate::days::{Day, Stamp};
use crate::error::Result;

/// For so many of these days, the one of the change among them, a change can be undone, and the trash
/// keeps people.
pub(crate) const DAYS_KEPT: usize = 30;

/// Under this key they are remembered, as a JSON list.
const KEY: &str = "daysSeen";

/// The last days, oldest first. A day that comes again is the newest again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SeenDays(Vec<Day>);

/// Notes the day. Every change does: what it dates is then among the days.
///
/// # Errors
/// Those of storage.
pub(crate) fn note(tx: &Tx<'_>, now: Stamp) -> Result<()> {
    let mut seen = read(tx)?;
    if !seen.add(now) {
        return Ok(());
    }
    let days: Vec<String> = seen.0.iter().map(Day::to_string).collect();
    tx.execute(
        "INSERT INTO remembered (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (KEY, serde_json::to_string(&days)?),
    )?;
    Ok(())
}

/// The days that were noted. What cannot be read is as if nothing had been: then nothing goes.
///
/// # Errors
/// Those of storage.
pub(crate) fn read(tx: &Tx<'_>) -> Result<SeenDays> {
    let text = tx.first(
        "SELECT value FROM remembered WHERE key = ?1",
        [KEY],
        |row| row.get::<_, String>(0),
    )?;
    let days = text.and_then(|text| serde_json::from_str::<Vec<String>>(&text).ok());
    let days = days.unwrap_or_default();
    Ok(SeenDays(
        days.iter().filter_map(|day| day.parse().ok()).collect(),
    ))
}

fn day_of(stamp: Stamp) -> Day {
    stamp.utc().date_naive().into()
}

impl SeenDays {
    /// Whether that changed anything.
    fn add(&mut self, now: Stamp) -> bool {
        let day = day_of(now);
        if self.0.last() == Some(&day) {
            return false;
        }
        self.0.retain(|seen| *seen != day);
        self.0.push(day);
        let more = self.0.len().saturating_sub(DAYS_KEPT + 1);
        self.0.drain(..more);
        true
    }

    /// For how many more days something of that instant stays; 0 where it goes next. What is older than
    /// all that was noted is taken to be of the day before.
    pub(crate) fn left(&self, stamp: Stamp) -> usize {
        let day = day_of(stamp);
        let since = self.0.iter().rev().take_while(|seen| **seen != day).count();
        DAYS_KEPT.saturating_sub(since)
    }

    /// Whether a day of some zone is one of these, give or take the zone.
    pub(crate) fn has_near(&self, day: Day) -> bool {
        let apart = |seen: &Day| (seen.date() - day.date()).num_days().abs();
        self.0.iter().any(|seen| apart(seen) <= 1)
    }

    /// The last of these days before a day, whatever came after it.
    pub(crate) fn last_before(&self, day: Day) -> Option<Day> {
        self.0.iter().copied().filter(|seen| *seen < day).max()
    }

    /// The days that keep what is of them, as JSON's list, for SQL: what is of none of them goes. `None` while nothing
    /// does.
    pub(crate) fn kept(&self) -> Result<Option<String>> {
        let Some(first) = self.0.len().checked_sub(DAYS_KEPT).filter(|over| *over > 0) else {
            return Ok(None);
        };
        let kept: Vec<String> = self.0.iter().skip(first).map(Day::to_string).collect();
        Ok(Some(serde_json::to_string(&kept)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(text: &str) -> Stamp {
        format!("{text}T09:00:00Z").parse().unwrap()
    }

    fn seen(days: impl IntoIterator<Item = String>) -> SeenDays {
        let mut seen = SeenDays::default();
        for day in days {
            seen.add(stamp(&day));
        }
        seen
    }

    fn march(days: std::ops::RangeInclusive<u32>) -> impl Iterator<Item = String> {
        days.map(|day| format!("2026-03-{day:02}"))
    }

    #[test]
    fn one_wrong_clock_is_one_day() {
        let seen = seen(
            march(1..=2)
                .chain(["2036-01-01".to_owned()])
                .chain(march(3..=3)),
        );
        assert_eq!(seen.left(stamp("2026-03-01")), DAYS_KEPT - 3);
        assert_eq!(seen.left(stamp("2036-01-01")), DAYS_KEPT - 1);
        assert_eq!(seen.kept().unwrap(), None);
    }

    #[test]
    fn to_and_fro_between_two_days_makes_nothing_older() {
        let two = ["2026-03-01", "2036-01-01"].map(str::to_owned);
        let seen = seen(two.into_iter().cycle().take(99));
        assert_eq!(seen.0.len(), 2);
        assert!(seen.left(stamp("2036-01-01")) >= DAYS_KEPT - 1);
    }

    #[test]
    fn thirty_days_later_it_goes() {
        let month = seen(march(1..=30));
        assert_eq!(month.left(stamp("2026-03-01")), 1);
        assert_eq!(month.kept().unwrap(), None);
        let more = seen(march(1..=31));
        assert_eq!(more.left(stamp("2026-03-01")), 0);
        assert_eq!(more.left(stamp("2026-03-02")), 1);
        let kept = more.kept().unwrap().unwrap();
        assert!(
            !kept.contains("2026-03-01") && kept.contains("2026-03-02"),
            "{kept}"
        );
        // What is from before the first day that was noted stays for thirty of them.
        assert_eq!(seen(march(1..=9)).left(stamp("2020-01-01")), DAYS_KEPT - 9);
        assert_eq!(more.left(stamp("2020-01-01")), 0);
    }
}
