//! Which backups stay: seven days, four weeks, and the newest of each other reason.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use chrono::{Datelike, NaiveDateTime};

use super::{Why, is_ahead, parse_name, place_in_second};
use crate::error::Result;
use crate::moment::Moment;

const DAILY: usize = 7;
const WEEKLY: usize = 4;
/// Of each other reason so many stay.
const OTHERS: usize = 5;

/// Removes the backups that need not stay. Those dated later than now count for nothing and stay: the clock
/// was wrong then, or is now. The one that was just made stays too.
pub(super) fn thin_out(folder: &Path, made: &str, now: &Moment) -> Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some((taken, why)) = parse_name(&name).filter(|(taken, _)| !is_ahead(*taken, now)) {
            found.push((taken, why, name));
        }
    }
    let kept = stays(&found);
    for (_, _, name) in found
        .iter()
        .filter(|(_, _, name)| name != made && !kept.contains(name.as_str()))
    {
        fs::remove_file(folder.join(name))?;
    }
    Ok(())
}

/// The names that stay, of all these.
fn stays(found: &[(NaiveDateTime, Why, String)]) -> HashSet<&str> {
    let mut newest: Vec<_> = found.iter().collect();
    newest.sort_by_key(|(taken, _, name)| std::cmp::Reverse((*taken, place_in_second(name), name)));
    let mut kept = HashSet::new();
    let (mut days, mut weeks) = (Vec::new(), Vec::new());
    for (taken, why, name) in newest.iter().copied() {
        if *why != Why::Daily {
            let of_this = newest
                .iter()
                .filter(|(_, other, _)| other == why)
                .take(OTHERS);
            if of_this.into_iter().any(|(_, _, other)| other == name) {
                kept.insert(name.as_str());
            }
            continue;
        }
        let week = (taken.iso_week().year(), taken.iso_week().week());
        let first_of_day = !days.contains(&taken.date());
        if first_of_day && days.len() < DAILY {
            days.push(taken.date());
            kept.insert(name.as_str());
        }
        if !weeks.contains(&week) && weeks.len() < WEEKLY {
            weeks.push(week);
            kept.insert(name.as_str());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};

    #[test]
    fn seven_days_and_four_weeks_stay() {
        let first = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let all: Vec<_> = (0..60)
            .map(|day| {
                let taken = (first + Days::new(day)).and_hms_opt(9, 0, 0).unwrap();
                (taken, Why::Daily, format!("{day:02}"))
            })
            .collect();
        let mut kept: Vec<&str> = stays(&all).into_iter().collect();
        kept.sort_unstable();
        // Day 59 is Friday, 30 October. The last seven days stay, and the newest of each of the last four
        // weeks: that Friday and the Sundays 25, 18 and 11 October (days 54, 47 and 40).
        assert_eq!(kept, ["40", "47", "53", "54", "55", "56", "57", "58", "59"]);
    }

    #[test]
    fn the_last_one_of_a_second_stays() {
        let taken = NaiveDate::from_ymd_opt(2026, 9, 1)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        let all: Vec<_> = ["", "-1", "-2", "-10"]
            .map(|end| {
                (
                    taken,
                    Why::Daily,
                    format!("2026-09-01T09-00-00Z-daily{end}.kith"),
                )
            })
            .into();
        assert_eq!(
            stays(&all),
            HashSet::from(["2026-09-01T09-00-00Z-daily-10.kith"])
        );
    }

    #[test]
    fn other_reasons_do_not_push_days_out() {
        let taken = NaiveDate::from_ymd_opt(2026, 9, 1)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        let mut all = vec![(taken, Why::Daily, "daily".to_owned())];
        all.extend((0..9).map(|n| {
            (
                taken + chrono::Duration::hours(n),
                Why::ByHand,
                format!("hand{n}"),
            )
        }));
        let kept = stays(&all);
        assert!(kept.contains("daily") && kept.contains("hand8") && !kept.contains("hand0"));
        assert_eq!(kept.len(), 6);
    }
}
