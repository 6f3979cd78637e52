//! How well a part of a need is covered by who stands at it, in words, and the nearest act. Pure.

use serde::Serialize;

use super::HelperRole;
use crate::ids::PersonId;
use crate::letters::sentence;
use crate::number_words::{listed_at_most, number};

/// From this warmth on somebody counts, whatever their rhythm: from here it is called steady.
const COUNTS_FROM: f64 = 0.25;
/// Two who count cover a part.
const ENOUGH: usize = 2;
/// The least product of weights along a way that reaches.
pub(crate) const REACHES_FROM: f64 = 0.1;
/// The most people between on a way that reaches.
const MOST_BETWEEN: usize = 2;

/// Of more who do not count, so many are named.
const MOST_NAMED: usize = 3;

/// How well a part is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CoverageLevel {
    /// Nobody, and no way to anybody.
    Open,
    /// Nobody whom one knows, and a way to somebody.
    Reachable,
    /// One who counts, or people who do not.
    Thin,
    /// At least two who count.
    Covered,
}

/// What to do next about a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Act {
    /// Write to somebody who has gone quiet.
    Write {
        /// To whom.
        person: PersonId,
    },
    /// Keep somebody close.
    KeepClose {
        /// Whom.
        person: PersonId,
    },
    /// Ask somebody for an introduction.
    Ask {
        /// Who introduces.
        bridge: PersonId,
        /// To whom.
        to: PersonId,
    },
    /// Look at the ways in to somebody.
    WayIn {
        /// To whom.
        to: PersonId,
    },
    /// Look who could help, among one's people and those two steps away.
    WhoCouldHelp,
}

/// A way to somebody whom one does not know.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Way {
    /// Who stands between, from the one whom the user knows: id and short name.
    pub(crate) between: Vec<(PersonId, String)>,
    /// The product of the weights along it, above 0 and at most 1.
    pub(crate) product: f64,
    /// When one last talked with the first of them: "12 March"; empty for never.
    pub(crate) last_talk: String,
}

/// Somebody who stands at a part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stands {
    pub(crate) person: PersonId,
    /// The short name.
    pub(crate) name: String,
    pub(crate) role: HelperRole,
    /// The warmth of the tie to them, 0–1.
    pub(crate) warmth: f64,
    /// Whether they are quiet by their own rhythm; `None` where they have none.
    pub(crate) quiet: Option<bool>,
    /// Whether the user knows them: there is a relationship, or a talk was logged.
    pub(crate) known: bool,
    /// Why nothing is routed through them: "paused until 1 May"; `None` where it may be.
    pub(crate) aside: Option<String>,
    /// The best way to them, if the user does not know them.
    pub(crate) way: Option<Way>,
}

impl Stands {
    /// Whether they count towards a part.
    pub(crate) fn counts(&self) -> bool {
        self.role != HelperRole::MayOppose
            && self.aside.is_none()
            && self.known
            && (self.warmth >= COUNTS_FROM || self.quiet == Some(false))
    }

    /// The way to them, where it is near and its ties are strong enough to lead there.
    pub(crate) fn reaching(&self) -> Option<&Way> {
        let may_help = self.role != HelperRole::MayOppose && self.aside.is_none();
        let way = self.way.as_ref().filter(|_| may_help && !self.known)?;
        let is_near = (1..=MOST_BETWEEN).contains(&way.between.len());
        (is_near && way.product >= REACHES_FROM).then_some(way)
    }

    /// Why they do not count.
    fn why_not(&self) -> WhyNot {
        match (&self.aside, self.role, self.quiet) {
            (Some(_), ..) => WhyNot::Aside,
            (None, HelperRole::MayOppose, _) => WhyNot::MayOppose,
            (None, _, Some(_)) => WhyNot::Quiet,
            (None, _, None) => WhyNot::Seldom,
        }
    }
}

/// Why somebody does not count; what can be done most about comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WhyNot {
    Quiet,
    Seldom,
    MayOppose,
    Aside,
}

/// How well a part is covered, in words, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Coverage {
    pub(crate) level: CoverageLevel,
    /// A sentence.
    pub(crate) words: String,
    pub(crate) act: Option<Act>,
    /// What the button of the act says; empty without one.
    pub(crate) label: String,
}

/// How well a part is covered by those who stand at it.
pub(crate) fn coverage(all: &[Stands]) -> Coverage {
    let counting: Vec<&Stands> = all.iter().filter(|one| one.counts()).collect();
    if counting.len() >= ENOUGH {
        return Coverage {
            level: CoverageLevel::Covered,
            words: format!("Covered by {}.", number(counting.len())),
            act: None,
            label: String::new(),
        };
    }
    if let [one] = counting.as_slice() {
        return Coverage {
            level: CoverageLevel::Thin,
            words: sentence(format!("Only {}", one.name)),
            act: Some(Act::WhoCouldHelp),
            label: "Who else could help".to_owned(),
        };
    }
    let known: Vec<&Stands> = all.iter().filter(|one| one.known).collect();
    if !known.is_empty() {
        return thin(&known);
    }
    let reached = all.iter().filter_map(|one| Some((one, one.reaching()?)));
    let best = reached.reduce(|best, other| match other.1.product > best.1.product {
        true => other,
        false => best,
    });
    match best {
        Some((to, way)) => reachable(to, way),
        None => open(all),
    }
}

/// Of people whom one knows and who do not count.
fn thin(known: &[&Stands]) -> Coverage {
    let Some(first) = known.iter().min_by_key(|one| one.why_not()) else {
        return open(&[]);
    };
    let why = first.why_not();
    let same: Vec<&str> = known
        .iter()
        .filter(|one| one.why_not() == why)
        .map(|one| one.name.as_str())
        .collect();
    let who = listed_at_most(&same, MOST_NAMED);
    let person = first.person;
    let (words, act, label) = match why {
        WhyNot::Quiet => (
            format!("Only {who}, and they are going quiet."),
            Act::Write { person },
            format!("Write to {}", first.name),
        ),
        WhyNot::Seldom => (
            format!("Only {who}, and you seldom talk."),
            Act::KeepClose { person },
            format!("Keep {} close", first.name),
        ),
        WhyNot::MayOppose => (
            format!("Only {who}, and they may oppose."),
            Act::WhoCouldHelp,
            "Who could help".to_owned(),
        ),
        // Of several, the line of each says why.
        WhyNot::Aside => (
            match same.as_slice() {
                [_, _, ..] => format!("Only {who}, whom you do not ask now."),
                _ => sentence(format!(
                    "Only {who}: {}",
                    first.aside.as_deref().unwrap_or_default()
                )),
            },
            Act::WhoCouldHelp,
            "Who could help".to_owned(),
        ),
    };
    Coverage {
        level: CoverageLevel::Thin,
        words,
        act: Some(act),
        label,
    }
}

fn reachable(to: &Stands, way: &Way) -> Coverage {
    let (first, name) = match way.between.first() {
        Some((first, name)) => (*first, name.as_str()),
        None => (to.person, to.name.as_str()),
    };
    let talked = match way.last_talk.as_str() {
        "" => format!("you have not talked with {name} yet"),
        day => format!("you last talked with {name} on {day}"),
    };
    let (words, act, label) = match way.between.as_slice() {
        [_, (_, second)] => (
            format!("{name}, then {second} could lead to {}; {talked}.", to.name),
            Act::WayIn { to: to.person },
            "Way in".to_owned(),
        ),
        _ => (
            format!("{name} could introduce you to {}; {talked}.", to.name),
            Act::Ask {
                bridge: first,
                to: to.person,
            },
            format!("Ask {name}"),
        ),
    };
    Coverage {
        level: CoverageLevel::Reachable,
        words,
        act: Some(act),
        label,
    }
}

fn open(all: &[Stands]) -> Coverage {
    let may_help = |one: &&Stands| one.role != HelperRole::MayOppose;
    let mut asked = all.iter().filter(|one| one.aside.is_none());
    let wanted = asked.clone().find(may_help).or_else(|| asked.next());
    let (words, act, label) = match wanted {
        None => (
            "Nobody yet.".to_owned(),
            Act::WhoCouldHelp,
            "Who could help",
        ),
        Some(one) if !may_help(&one) => (
            format!("Nobody you know yet, and {} may oppose.", one.name),
            Act::WhoCouldHelp,
            "Who could help",
        ),
        // The line of the person says how far that is.
        Some(one) if one.way.is_some() => (
            format!("Nobody you know yet, and only a weak way to {}", one.name),
            Act::WayIn { to: one.person },
            "Look for a way",
        ),
        Some(one) => (
            format!("Nobody you know yet, and no near way to {}", one.name),
            Act::WayIn { to: one.person },
            "Look for a way",
        ),
    };
    Coverage {
        level: CoverageLevel::Open,
        words: sentence(words),
        act: Some(act),
        label: label.to_owned(),
    }
}
