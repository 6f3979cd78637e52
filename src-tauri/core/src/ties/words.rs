//! Ties in words. Pure.

use chrono::NaiveDate;

use super::{Closeness, TieKind};
use crate::days::PartialDate;

impl TieKind {
    /// It reads one way only.
    pub(crate) fn is_directed(self) -> bool {
        !matches!(self, Self::Knows | Self::WorksWith)
    }
}

/// What somebody does to the other: "reports to", or seen `from_other` "manages"; "reported to" where
/// it is over.
pub(crate) fn how(kind: TieKind, from_other: bool, over: bool) -> &'static str {
    match (kind, from_other, over) {
        (TieKind::Knows, _, false) => "knows",
        (TieKind::Knows, _, true) => "knew",
        (TieKind::WorksWith, _, false) => "works with",
        (TieKind::WorksWith, _, true) => "worked with",
        (TieKind::ReportsTo, false, false) => "reports to",
        (TieKind::ReportsTo, false, true) => "reported to",
        (TieKind::ReportsTo, true, false) => "manages",
        (TieKind::ReportsTo, true, true) => "managed",
        (TieKind::Introduced, false, _) => "introduced",
        (TieKind::Introduced, true, _) => "was introduced by",
        (TieKind::Mentors, false, false) => "mentors",
        (TieKind::Mentors, false, true) => "mentored",
        (TieKind::Mentors, true, false) => "is mentored by",
        (TieKind::Mentors, true, true) => "was mentored by",
        (TieKind::ClientOf, false, false) => "is a client of",
        (TieKind::ClientOf, false, true) => "was a client of",
        (TieKind::ClientOf, true, false) => "has as a client",
        (TieKind::ClientOf, true, true) => "had as a client",
    }
}

/// "close", "colleague" …
pub(crate) fn well(closeness: Closeness) -> &'static str {
    match closeness {
        Closeness::Close => "close",
        Closeness::Colleague => "colleague",
        Closeness::Little => "a little",
        Closeness::NotSure => "not sure",
    }
}

/// "since May 2019", "2015 – 2019", "until 2019", ''.
pub(crate) fn years(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (since.map(day), until.map(day)) {
        (Some(since), Some(until)) if since == until => since,
        (Some(since), Some(until)) => format!("{since} – {until}"),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => String::new(),
    }
}

/// The same to be read aloud: "from 2015 to 2019".
pub(crate) fn years_aloud(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (since.map(day), until.map(day)) {
        (Some(since), Some(until)) if since == until => format!("in {since}"),
        (Some(since), Some(until)) => format!("from {since} to {until}"),
        _ => years(since, until),
    }
}

/// "3 May 2019", "May 2019", "2019".
fn day(date: PartialDate) -> String {
    let full = |day| NaiveDate::from_ymd_opt(date.year?, date.month?.into(), day);
    let said = match date.day {
        Some(day) => full(day.into()).map(|day| day.format("%-d %B %Y")),
        None => full(1).map(|day| day.format("%B %Y")),
    };
    said.map_or_else(|| date.iso(), |said| said.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_said_as_far_as_they_are_known() {
        for (since, until, said) in [
            (Some("2019"), None, "since 2019"),
            (Some("2019-05"), None, "since May 2019"),
            (Some("2019-05-03"), None, "since 3 May 2019"),
            (Some("2015"), Some("2019-12"), "2015 – December 2019"),
            (Some("2015"), Some("2015"), "2015"),
            (None, Some("2019"), "until 2019"),
            (None, None, ""),
        ] {
            let date = |text: &str| text.parse().unwrap();
            assert_eq!(years(since.map(date), until.map(date)), said);
        }
    }
}
