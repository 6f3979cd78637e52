//! The words for ties. Pure functions.

use chrono::NaiveDate;

use super::{Closeness, TieKind};
use crate::days::PartialDate;

impl TieKind {
    /// Whether the kind reads in one direction only.
    pub(crate) fn is_directed(self) -> bool {
        !matches!(self, Self::Knows | Self::WorksWith)
    }
}

/// The verb of a tie: "reports to"; seen from `other` (`from_other`) "manages"; if
/// the tie is over, "reported to".
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
        (TieKind::Influences, false, false) => "influences",
        (TieKind::Influences, false, true) => "influenced",
        (TieKind::Influences, true, false) => "is influenced by",
        (TieKind::Influences, true, true) => "was influenced by",
    }
}

/// The word for a closeness.
pub(crate) fn well(closeness: Closeness) -> &'static str {
    match closeness {
        Closeness::Close => "close",
        Closeness::Colleague => "colleague",
        Closeness::Little => "a little",
        Closeness::NotSure => "not sure",
    }
}

/// The dates of a tie: "since May 2019", "2015 – 2019", "until 2019"; may be empty.
pub(crate) fn years(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (since.map(date_words), until.map(date_words)) {
        (Some(since), Some(until)) if since == until => since,
        (Some(since), Some(until)) => format!("{since} – {until}"),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => String::new(),
    }
}

/// Like `years`, for screen readers: "from 2015 to 2019".
pub(crate) fn years_aloud(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (since.map(date_words), until.map(date_words)) {
        (Some(since), Some(until)) if since == until => format!("in {since}"),
        (Some(since), Some(until)) => format!("from {since} to {until}"),
        _ => years(since, until),
    }
}

/// A date: "3 May 2019", "May 2019" or "2019".
fn date_words(date: PartialDate) -> String {
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
