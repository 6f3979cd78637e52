//! The sentences of the map: numbers, lists, and why a step may work. Pure.

use chrono::{Datelike, NaiveDate};

use super::network::Person;
use crate::letters::{sentence, small};
pub(super) use crate::number_words::{listed_at_most as listed, number};
use crate::relationships::Status;
use crate::ties::{Closeness, TieKind};
use crate::typed_day::from_today;
pub(super) use crate::typed_day::short_date as day;
use crate::warmth::Level;

/// A conversation at most this many days old is told by its distance ("9 days ago"), an older one by its
/// month.
const RECENT_DAYS: i64 = 55;

/// A number of people: "three people", "one person".
pub(super) fn people(count: usize) -> String {
    match count {
        1 => "one person".to_owned(),
        _ => format!("{} people", number(count)),
    }
}

/// Why a step from me to a person may work: "Very warm. You talked 9 days ago."
pub(super) fn my_tie(person: &Person, today: NaiveDate) -> String {
    let status = person.mine.as_ref().map(|mine| mine.status);
    let Some(talked) = person.talked else {
        return match status {
            Some(Status::Dormant) => "Dormant. You have not talked yet.",
            _ if person.kept_close() => "You have not talked yet, but you keep them close.",
            _ => "You have not talked yet.",
        }
        .to_owned();
    };
    let level = match (status, Level::of(person.warmth)) {
        (Some(Status::Dormant), _) => "Dormant",
        (_, Level::Cold) => "Cold",
        (_, Level::Cool) => "Cool",
        (_, Level::Steady) => "Steady",
        (_, Level::Warm) => "Warm",
        (_, Level::VeryWarm) => "Very warm",
    };
    let talked = talked.min(today);
    let when = match (today - talked).num_days() {
        ..=RECENT_DAYS => format!("You talked {}.", from_today(talked, today)),
        _ if talked.year() == today.year() => {
            format!("You last talked in {}.", talked.format("%B"))
        }
        _ => format!("You last talked in {}.", talked.format("%B %Y")),
    };
    format!("{level}. {when}")
}

/// A tie between two others, with the names that the sentence uses.
#[derive(Clone, Copy, Debug)]
pub(super) struct TieInWords<'a> {
    pub(super) person: &'a str,
    pub(super) other: &'a str,
    pub(super) kind: TieKind,
    pub(super) closeness: Closeness,
    /// Since when, such as "since 2019"; '' if unknown.
    pub(super) years: &'a str,
}

/// Why a step between two others may work: "Samir knows Gareth closely, since 2019."
pub(super) fn others_tie(tie: &TieInWords<'_>) -> String {
    match tie.years {
        "" => sentence(clause(tie)),
        years => format!("{}, {years}.", clause(tie)),
    }
}

/// The same for a proposed tie: "Kith thinks Gareth and Nadia work together: same department at Tarn
/// Biologics. Nobody has confirmed it."
pub(super) fn proposed_tie(tie: &TieInWords<'_>, reason: &str) -> String {
    let what = clause(tie);
    match reason {
        "" => format!("Kith thinks {what}. Nobody has confirmed it."),
        reason => {
            let reason = small(reason);
            format!("Kith thinks {what}: {reason}. Nobody has confirmed it.")
        }
    }
}

fn clause(tie: &TieInWords<'_>) -> String {
    let TieInWords { person, other, .. } = tie;
    match (tie.kind, tie.closeness) {
        (TieKind::Knows, Closeness::Close) => format!("{person} knows {other} closely"),
        (TieKind::Knows, Closeness::Colleague) => format!("{person} knows {other} as a colleague"),
        (TieKind::Knows, Closeness::Little) => format!("{person} knows {other} a little"),
        (TieKind::Knows, Closeness::NotSure) => format!("{person} knows {other}"),
        (TieKind::WorksWith, Closeness::Close) => {
            format!("{person} and {other} work together closely")
        }
        (TieKind::WorksWith, _) => format!("{person} and {other} work together"),
        (TieKind::ReportsTo, _) => format!("{person} reports to {other}"),
        (TieKind::Introduced, _) => format!("{person} has introduced {other} before"),
        (TieKind::Mentors, _) => format!("{person} mentors {other}"),
        (TieKind::ClientOf, _) => format!("{person} is a client of {other}"),
        (TieKind::Influences, _) => format!("{person} influences {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::network::MyRelationship;
    use crate::relationships::Category;

    fn day_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(talked: Option<&str>, warmth: f64, mine: Option<(bool, Status)>) -> Person {
        Person {
            id: crate::ids::PersonId(1),
            name: "Samir Haddoun".into(),
            given: "Samir".into(),
            works: Vec::new(),
            mine: mine.map(|(kept_close, status)| MyRelationship {
                category: Category::External,
                kind: None,
                kept_close,
                status,
                paused_until: None,
                do_not_ask: false,
            }),
            died: false,
            tags: Vec::new(),
            warmth,
            talked: talked.map(day_of),
            pin: None,
        }
    }

    #[test]
    fn numbers_up_to_twelve_are_words() {
        assert_eq!([0, 1, 12, 13].map(number), ["no", "one", "twelve", "13"]);
        assert_eq!(
            [1, 6, 31].map(people),
            ["one person", "six people", "31 people"]
        );
    }

    #[test]
    fn my_own_tie_by_its_talks() {
        let today = day_of("2026-03-10");
        let active = Some((true, Status::Active));
        for (talked, warmth, mine, said) in [
            (
                Some("2026-03-01"),
                0.9,
                active,
                "Very warm. You talked 9 days ago.",
            ),
            (Some("2026-03-10"), 0.5, None, "Warm. You talked today."),
            // Logged with a future date.
            (Some("2026-03-12"), 0.3, active, "Steady. You talked today."),
            (
                Some("2026-01-14"),
                0.1,
                active,
                "Cool. You talked 8 weeks ago.",
            ),
            (
                Some("2026-01-13"),
                0.1,
                active,
                "Cool. You last talked in January.",
            ),
            (
                Some("2025-03-02"),
                0.01,
                active,
                "Cold. You last talked in March 2025.",
            ),
            (
                Some("2025-03-02"),
                0.9,
                Some((false, Status::Dormant)),
                "Dormant. You last talked in March 2025.",
            ),
            (
                None,
                0.0,
                active,
                "You have not talked yet, but you keep them close.",
            ),
            (
                None,
                0.0,
                Some((false, Status::Active)),
                "You have not talked yet.",
            ),
            (
                None,
                0.0,
                Some((true, Status::Dormant)),
                "Dormant. You have not talked yet.",
            ),
        ] {
            assert_eq!(my_tie(&person(talked, warmth, mine), today), said);
        }
    }

    #[test]
    fn ties_among_others() {
        let tie = |kind, closeness, years| TieInWords {
            person: "Samir",
            other: "Gareth",
            kind,
            closeness,
            years,
        };
        use Closeness::{Close, Colleague, Little, NotSure};
        for (kind, closeness, years, said) in [
            (
                TieKind::Knows,
                Close,
                "since 2019",
                "Samir knows Gareth closely, since 2019.",
            ),
            (
                TieKind::Knows,
                Colleague,
                "",
                "Samir knows Gareth as a colleague.",
            ),
            (TieKind::Knows, Little, "", "Samir knows Gareth a little."),
            (TieKind::Knows, NotSure, "", "Samir knows Gareth."),
            (
                TieKind::WorksWith,
                NotSure,
                "",
                "Samir and Gareth work together.",
            ),
            (
                TieKind::WorksWith,
                Close,
                "",
                "Samir and Gareth work together closely.",
            ),
            (TieKind::ReportsTo, Close, "", "Samir reports to Gareth."),
            (
                TieKind::Introduced,
                NotSure,
                "",
                "Samir has introduced Gareth before.",
            ),
            (
                TieKind::Mentors,
                Close,
                "since May 2019",
                "Samir mentors Gareth, since May 2019.",
            ),
            (TieKind::ClientOf, Close, "", "Samir is a client of Gareth."),
        ] {
            assert_eq!(others_tie(&tie(kind, closeness, years)), said);
        }
        assert_eq!(
            proposed_tie(
                &tie(TieKind::WorksWith, Colleague, ""),
                "Same department at Tarn Biologics"
            ),
            "Kith thinks Samir and Gareth work together: same department at Tarn Biologics. \
             Nobody has confirmed it."
        );
        assert_eq!(
            proposed_tie(&tie(TieKind::Knows, NotSure, ""), ""),
            "Kith thinks Samir knows Gareth. Nobody has confirmed it."
        );
    }
}
