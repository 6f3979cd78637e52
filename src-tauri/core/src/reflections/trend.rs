//! How listening went over the last weeks. Pure.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::Listening;
use crate::counts::count32;
use crate::customs::WeekStart;
use crate::days::Day;
use crate::number_words::number;

/// So many weeks are looked at, the current one included.
const WEEKS: usize = 12;
/// Of fewer reflections, no trend is told.
const ENOUGH: usize = 6;
/// A share that changed by fewer hundredths is "about as before": with few reflections, one more or less says nothing.
const TELLING: i64 = 20;

/// How the user listened over the last twelve weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Trend {
    /// How many reflections it counts.
    pub counted: u32,
    /// Whether there are enough to tell: six.
    pub enough: bool,
    /// In a sentence, earlier half against later half; or how many there are so far.
    pub words: String,
    /// The first day of each week.
    pub weeks: Vec<Day>,
    /// A line for each way of listening.
    pub lines: Vec<TrendLine>,
}

/// How often the user listened in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TrendLine {
    /// The way.
    pub listening: Listening,
    /// How many reflections say so, by week.
    pub counts: Vec<u32>,
}

/// The first day of the weeks that a trend looks at.
pub(super) fn first_day(today: NaiveDate, week: WeekStart) -> NaiveDate {
    let this = week.week_of(today);
    this.checked_sub_days(Days::new(7 * (WEEKS as u64 - 1)))
        .unwrap_or(this)
}

/// The trend of these reflections, of which those of other weeks are left out.
pub(super) fn trend(listed: &[(Day, Listening)], today: NaiveDate, week: WeekStart) -> Trend {
    let first = first_day(today, week);
    let weeks: Vec<NaiveDate> = (0..WEEKS as u64)
        .map(|at| first.checked_add_days(Days::new(7 * at)).unwrap_or(first))
        .collect();
    let mut counted: Vec<(Day, Listening)> = listed
        .iter()
        .filter(|(day, _)| (first..=today).contains(&day.date()))
        .copied()
        .collect();
    counted.sort_by_key(|(day, _)| *day);
    let lines = Listening::ALL.map(|listening| TrendLine {
        listening,
        counts: weeks
            .iter()
            .map(|begins| {
                let of_week = counted.iter().filter(|(day, said)| {
                    *said == listening && week.week_of(day.date()) == *begins
                });
                count32(of_week.count())
            })
            .collect(),
    });
    Trend {
        counted: count32(counted.len()),
        enough: counted.len() >= ENOUGH,
        words: words(&counted),
        weeks: weeks.into_iter().map(Day::from).collect(),
        lines: lines.into(),
    }
}

/// The change that tells most: of the share in the later half against that in the earlier half.
fn words(counted: &[(Day, Listening)]) -> String {
    if counted.len() < ENOUGH {
        return match counted.len() {
            0 => "A trend is told from six reflections on.".to_owned(),
            some => format!(
                "A trend is told from six reflections on; {} so far.",
                number(some)
            ),
        };
    }
    let (earlier, later) = counted.split_at(counted.len() / 2);
    let changes = Listening::ALL.map(|listening| {
        (
            listening,
            share(later, listening) - share(earlier, listening),
        )
    });
    let most = changes.iter().max_by_key(|(_, change)| change.abs());
    match most {
        Some((listening, change)) if *change >= TELLING => {
            format!("Lately you {} more often.", verb(*listening))
        }
        Some((listening, change)) if *change <= -TELLING => {
            format!("Lately you {} less often.", verb(*listening))
        }
        _ => "You listen about as you did before.".to_owned(),
    }
}

const fn verb(listening: Listening) -> &'static str {
    match listening {
        Listening::Reflected => "say back what you heard",
        Listening::Asked => "ask",
        Listening::Advised => "give advice",
        Listening::Deflected => "move things along",
    }
}

/// In hundredths.
fn share(of: &[(Day, Listening)], listening: Listening) -> i64 {
    let count = of.iter().filter(|(_, said)| *said == listening).count();
    let (count, all) = (
        i64::try_from(count).unwrap_or(0),
        i64::try_from(of.len()).unwrap_or(1),
    );
    count * 100 / all.max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(text: &str, listening: Listening) -> (Day, Listening) {
        (text.parse().unwrap(), listening)
    }

    #[test]
    fn a_trend_is_told_from_six_on() {
        let today = day("2026-03-10");
        let mut said = vec![on("2026-02-01", Listening::Advised); 3];
        let told = |said: &[(Day, Listening)]| trend(said, today, WeekStart::Monday);
        assert!(!told(&said).enough);
        assert_eq!(
            told(&said).words,
            "A trend is told from six reflections on; three so far."
        );
        said.extend([on("2026-03-02", Listening::Asked); 3]);
        let six = told(&said);
        assert!(six.enough);
        assert_eq!(six.words, "Lately you give advice less often.");
        assert_eq!(six.weeks.first().unwrap().to_string(), "2025-12-22");
        assert_eq!(six.weeks.last().unwrap().to_string(), "2026-03-09");
        assert_eq!(
            six.lines[1].counts,
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0],
            "asked in the week of 2 March"
        );
    }

    #[test]
    fn a_week_begins_where_the_user_says() {
        let today = day("2026-03-10");
        assert_eq!(first_day(today, WeekStart::Sunday), day("2025-12-21"));
        assert_eq!(first_day(today, WeekStart::Saturday), day("2025-12-20"));
    }

    proptest! {
        #[test]
        fn it_counts_the_listed_reflections_of_its_weeks_and_nothing_else(
            days in proptest::collection::vec((-200_i64..30, 0..4_usize), 0..60),
            week in prop_oneof![Just(WeekStart::Monday), Just(WeekStart::Saturday), Just(WeekStart::Sunday)],
        ) {
            let today = day("2026-03-10");
            let all: Vec<(Day, Listening)> = days
                .iter()
                .map(|(days, way)| {
                    (Day::from(today + chrono::Duration::days(*days)), Listening::ALL[*way])
                })
                .collect();
            let told = trend(&all, today, week);
            let first = first_day(today, week);
            let listed: Vec<(Day, Listening)> = all
                .iter()
                .filter(|(day, _)| *day >= first && *day <= today)
                .copied()
                .collect();
            // What is older or to come changes nothing, and neither does the order.
            prop_assert_eq!(&trend(&listed, today, week), &told);
            prop_assert_eq!(told.counted as usize, listed.len());
            let sum: u32 = told.lines.iter().flat_map(|line| &line.counts).sum();
            prop_assert_eq!(sum, told.counted);
            for line in &told.lines {
                let said = listed.iter().filter(|(_, way)| *way == line.listening).count();
                prop_assert_eq!(line.counts.iter().sum::<u32>() as usize, said);
            }
            prop_assert_eq!(told.enough, listed.len() >= 6);
        }
    }
}
