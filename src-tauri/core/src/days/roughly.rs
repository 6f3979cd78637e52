//! How roughly a day or a time is known: "October 2026", "spring 2025", "in the evening". Pure.

use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::text::{NotAsKept, number, text_form};

/// What is known of a day or a time that is not known exactly.
///
/// Its text follows the Extended Date/Time Format (ISO 8601-2) where that has a form: "2025" is a year, "2025-21"
/// spring, "2025-33" the first quarter, "2026-10" a month, "2026-10-0X" its first days, "2026-W47" a week,
/// "2026-W47-6" its weekend, "~" about this day or time. Parts of the day are words: "evening".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roughly {
    /// Some day in this span.
    Within(Span),
    /// About this day, or about this time where there is one.
    About,
    /// This part of the day.
    Part(DayPart),
}

/// A span of days with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// A year.
    Year(i32),
    /// A season of the northern half of the earth. Winter begins in December of its year.
    Season(i32, Season),
    /// A quarter of a year, 1–4.
    Quarter(i32, u32),
    /// A month, 1–12.
    Month(i32, u32),
    /// A third of a month.
    Third(i32, u32, Third),
    /// The week that begins with this Monday.
    Week(NaiveDate),
    /// The weekend that begins with this Saturday.
    Weekend(NaiveDate),
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A third of a month: days 1–10, 11–20, and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Third {
    Early,
    Mid,
    Late,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

text_form!(Roughly);

impl Span {
    /// First and last day; `None` outside the calendar.
    pub(crate) fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let months = |year, month, count| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let next = first.checked_add_months(Months::new(count))?;
            Some((first, next.pred_opt()?))
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            Self::Season(year, season) => months(year, season.first_month(), 3),
            Self::Quarter(year, quarter @ 1..=4) => months(year, quarter * 3 - 2, 3),
            Self::Quarter(..) => None,
            Self::Month(year, month) => months(year, month, 1),
            Self::Third(year, month, third) => {
                let (first, last) = months(year, month, 1)?;
                Some(match third {
                    Third::Early => (first, first.with_day(10)?),
                    Third::Mid => (first.with_day(11)?, first.with_day(20)?),
                    Third::Late => (first.with_day(21)?, last),
                })
            }
            Self::Week(monday) => Some((monday, monday.checked_add_days(Days::new(6))?)),
            Self::Weekend(saturday) => Some((saturday, saturday.succ_opt()?)),
        }
    }

    /// The day by which a rhythm counts a conversation in this span: its middle, and at most `today`.
    pub(crate) fn counted_as(self, today: NaiveDate) -> Option<NaiveDate> {
        let (first, last) = self.days()?;
        let half = u64::try_from(last.signed_duration_since(first).num_days() / 2).ok()?;
        Some(first.checked_add_days(Days::new(half))?.min(today))
    }

    /// In words that can be typed: "spring 2025", "mid November 2026", "the week of 16 November 2026".
    pub(crate) fn words(self) -> String {
        let month = |year, month| {
            let day = NaiveDate::from_ymd_opt(year, month, 1);
            day.map_or_else(String::new, |day| day.format("%B %Y").to_string())
        };
        match self {
            Self::Year(year) => year.to_string(),
            Self::Season(year, season) => format!("{} {year}", season.word()),
            Self::Quarter(year, quarter) => format!("Q{quarter} {year}"),
            Self::Month(year, of) => month(year, of),
            Self::Third(year, of, third) => format!("{} {}", third.word(), month(year, of)),
            Self::Week(day) => format!("the week of {}", day.format("%-d %B %Y")),
            Self::Weekend(day) => format!("the weekend of {}", day.format("%-d %B %Y")),
        }
    }
}

impl Season {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Spring, "spring"),
        (Self::Summer, "summer"),
        (Self::Autumn, "autumn"),
        (Self::Winter, "winter"),
    ];

    fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(season, _)| *season == self)
            .map_or("", |(_, word)| word)
    }

    fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Third {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Early, "early", "0X"),
        (Self::Mid, "mid", "1X"),
        (Self::Late, "late", "2X"),
    ];

    fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(third, ..)| *third == self)
            .map_or("", |(_, word, _)| word)
    }
}

impl DayPart {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Morning, "morning"),
        (Self::Afternoon, "afternoon"),
        (Self::Evening, "evening"),
        (Self::Night, "night"),
    ];

    /// "evening".
    pub(crate) fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(part, _)| *part == self)
            .map_or("", |(_, word)| word)
    }

    /// The hours from which and to which it lasts, within one day.
    pub(crate) fn hours(self) -> (u32, u32) {
        match self {
            Self::Morning => (6, 12),
            Self::Afternoon => (13, 18),
            Self::Evening => (18, 22),
            Self::Night => (20, 24),
        }
    }
}

impl std::fmt::Display for Roughly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let position = |season: &Season| {
            let found = Season::ALL.iter().position(|(each, _)| each == season);
            found.unwrap_or_default() + 21
        };
        match self {
            Self::About => f.write_str("~"),
            Self::Part(part) => f.write_str(part.word()),
            Self::Within(Span::Year(year)) => write!(f, "{year:04}"),
            Self::Within(Span::Season(year, season)) => {
                write!(f, "{year:04}-{}", position(season))
            }
            Self::Within(Span::Quarter(year, quarter)) => write!(f, "{year:04}-{}", quarter + 32),
            Self::Within(Span::Month(year, month)) => write!(f, "{year:04}-{month:02}"),
            Self::Within(Span::Third(year, month, third)) => {
                let digits = Third::ALL.iter().find(|(each, ..)| each == third);
                let digits = digits.map_or("", |(_, _, digits)| digits);
                write!(f, "{year:04}-{month:02}-{digits}")
            }
            Self::Within(Span::Week(day)) => f.write_str(&week(*day)),
            Self::Within(Span::Weekend(day)) => write!(f, "{}-6", week(*day)),
        }
    }
}

fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

impl FromStr for Roughly {
    type Err = NotAsKept;

    fn from_str(text: &str) -> Result<Self, NotAsKept> {
        let part = DayPart::ALL.iter().find(|(_, word)| *word == text);
        let read = match (text, part) {
            ("~", _) => Some(Self::About),
            (_, Some((part, _))) => Some(Self::Part(*part)),
            _ => span(text).map(Self::Within),
        };
        let possible = |read: &Self| match read {
            Self::Within(span) => span.days().is_some(),
            Self::About | Self::Part(_) => true,
        };
        read.filter(possible)
            .ok_or(NotAsKept("how roughly a day is known"))
    }
}

fn span(text: &str) -> Option<Span> {
    let mut parts = text.split('-');
    let year = number(parts.next(), 4).and_then(|year| i32::try_from(year).ok())?;
    let (second, third) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(second) = second else {
        return Some(Span::Year(year));
    };
    if let Some(week) = second.strip_prefix('W') {
        let day = |weekday| NaiveDate::from_isoywd_opt(year, number(Some(week), 2)?, weekday);
        return match third {
            None => day(Weekday::Mon).map(Span::Week),
            Some("6") => day(Weekday::Sat).map(Span::Weekend),
            Some(_) => None,
        };
    }
    let second = number(Some(second), 2)?;
    match (second, third) {
        (1..=12, None) => Some(Span::Month(year, second)),
        (1..=12, Some(digits)) => {
            let found = Third::ALL.iter().find(|(.., each)| *each == digits)?;
            Some(Span::Third(year, second, found.0))
        }
        (21..=24, None) => {
            let season = Season::ALL.get(usize::try_from(second - 21).ok()?)?;
            Some(Span::Season(year, season.0))
        }
        (33..=36, None) => Some(Span::Quarter(year, second - 32)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_span_has_a_text_its_days_and_a_day_that_counts() {
        for (text, words, first, last, counted) in [
            ("2025", "2025", "2025-01-01", "2025-12-31", "2025-07-02"),
            (
                "2025-21",
                "spring 2025",
                "2025-03-01",
                "2025-05-31",
                "2025-04-15",
            ),
            (
                "2024-24",
                "winter 2024",
                "2024-12-01",
                "2025-02-28",
                "2025-01-14",
            ),
            (
                "2026-35",
                "Q3 2026",
                "2026-07-01",
                "2026-09-30",
                "2026-08-15",
            ),
            (
                "2026-10",
                "October 2026",
                "2026-10-01",
                "2026-10-31",
                "2026-10-16",
            ),
            (
                "2026-10-0X",
                "early October 2026",
                "2026-10-01",
                "2026-10-10",
                "2026-10-05",
            ),
            (
                "2026-11-1X",
                "mid November 2026",
                "2026-11-11",
                "2026-11-20",
                "2026-11-15",
            ),
            (
                "2026-11-2X",
                "late November 2026",
                "2026-11-21",
                "2026-11-30",
                "2026-11-25",
            ),
            (
                "2026-W47",
                "the week of 16 November 2026",
                "2026-11-16",
                "2026-11-22",
                "2026-11-19",
            ),
            (
                "2026-W47-6",
                "the weekend of 21 November 2026",
                "2026-11-21",
                "2026-11-22",
                "2026-11-21",
            ),
            ("2026", "2026", "2026-01-01", "2026-12-31", "2026-07-02"),
            (
                "2026-12",
                "December 2026",
                "2026-12-01",
                "2026-12-31",
                "2026-11-25",
            ),
        ] {
            let read: Roughly = text.parse().unwrap();
            assert_eq!(read.to_string(), text);
            let Roughly::Within(span) = read else {
                panic!("{text}");
            };
            assert_eq!(span.words(), words);
            assert_eq!(span.days(), Some((day(first), day(last))), "{text}");
            assert_eq!(
                span.counted_as(day("2026-11-25")),
                Some(day(counted)),
                "{text}"
            );
        }
        for text in ["~", "morning", "afternoon", "evening", "night"] {
            assert_eq!(text.parse::<Roughly>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn only_the_kept_form_is_read() {
        for text in [
            "",
            "26",
            "2026-1",
            "2026-13",
            "2026-25",
            "2026-37",
            "2026-10-3X",
            "2026-10-1X-",
            "2026-W54",
            "2026-W47-7",
            "2026-W47-6-6",
            "soon",
            "Morning",
            "２０２６",
        ] {
            assert!(text.parse::<Roughly>().is_err(), "{text}");
        }
    }
}
