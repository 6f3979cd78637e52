//! Ways in: which are offered, and what is said where the best is not, or where there is none. Pure.

use std::collections::HashSet;

use super::network::{Network, Person};
use super::words::{capital, day, number, people};
use crate::graph::{Route, routes};
use crate::relationships::Status;

/// So many ways are offered.
const MOST_WAYS: usize = 3;
/// So many better ones are looked at for those who are left out.
const LOOKED_AT: usize = 20;
/// So many who are left out are named.
const MOST_LEFT_OUT: usize = 2;
/// So many are named who could be asked, and who work where somebody works.
const MOST_ASKED: usize = 2;
const MOST_COLLEAGUES: usize = 3;
/// A tie of mine of this weight carries a question; below, only the warmest that there are.
const CARRIES: f64 = 0.2;

/// A way from me to somebody, me left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// Numbers of people; the last one is whom I want to know.
    pub(super) people: Vec<u32>,
    /// How likely every hop holds, above 0 and at most 1.
    pub(super) product: f64,
    pub(super) summary: String,
}

impl Network {
    /// The ways that are offered, by falling product; my own tie first where I have talked with them, however
    /// long ago. No way leads through somebody who is not to be asked.
    pub(super) fn ways(&self, to: u32) -> Vec<Way> {
        let others = self.routes(to, MOST_WAYS + 1, |person| self.barred(person).is_none());
        let others = others.into_iter().filter(|route| route.people.len() > 2);
        let mut ways: Vec<Way> = others
            .map(|route| Way {
                people: route.people.iter().skip(1).map(|n| *n as u32).collect(),
                product: route.product,
                summary: String::new(),
            })
            .collect();
        let direct = self.direct(to);
        ways.truncate(MOST_WAYS - usize::from(direct.is_some()));
        if let Some((direct, talked)) = direct {
            let at = match talked {
                true => 0,
                false => ways.partition_point(|way| way.product >= direct.product),
            };
            ways.insert(at, direct);
        }
        let many = ways.len();
        for (rank, way) in ways.iter_mut().enumerate() {
            let between = way.people.len() - 1;
            if between > 0 {
                way.summary = summary(between, rank, many);
            }
        }
        ways
    }

    /// My own tie to somebody, and whether we ever talked.
    fn direct(&self, to: u32) -> Option<(Way, bool)> {
        let product = self.mine(to)?;
        let person = self.person(to)?;
        let talked = person.talked.is_some();
        let summary = match talked {
            true => format!("You know {} yourself.", person.said()),
            false => format!("You have not talked with {} yet.", person.said()),
        };
        let people = vec![to];
        Some((
            Way {
                people,
                product,
                summary,
            },
            talked,
        ))
    }

    fn routes(&self, to: u32, most: usize, may: impl Fn(u32) -> bool) -> Vec<Route> {
        let me = self.me() as usize;
        routes(self.graph(), me, to as usize, most, |n| may(n as u32))
    }

    /// Why somebody is asked for no introduction: "paused until 1 May".
    fn barred(&self, number: u32) -> Option<String> {
        let mine = self.person(number)?.mine.as_ref()?;
        let until = mine.paused_until.map(|until| day(until, self.today));
        match (mine.status, until) {
            (Status::Paused, Some(until)) => Some(format!("paused until {until}")),
            (Status::Paused, None) => Some("paused".to_owned()),
            (Status::CoolingOff, _) => Some("you two are cooling off".to_owned()),
            (Status::Ended, _) => Some("the relationship has ended".to_owned()),
            (Status::Active | Status::Dormant, _) if mine.do_not_ask => {
                Some("you asked Kith not to ask them".to_owned())
            }
            (Status::Active | Status::Dormant, _) => None,
        }
    }

    /// "A way through Ruth Castellane is left out: paused until 1 May.": where it is likelier than those
    /// that are offered.
    pub(super) fn left_out(&self, to: u32, offered: &[Way]) -> Vec<String> {
        let best = offered.iter().map(|way| way.product).fold(0.0, f64::max);
        let better = self.routes(to, LOOKED_AT, |_| true);
        let better = better.iter().filter(|route| route.product > best);
        let mut told = HashSet::new();
        better
            .filter_map(|route| {
                let between = route.people.get(1..route.people.len() - 1)?;
                let mut between = between.iter().map(|number| *number as u32);
                between.find_map(|number| Some((number, self.barred(number)?)))
            })
            .filter(|(number, _)| told.insert(*number))
            .take(MOST_LEFT_OUT)
            .filter_map(|(number, why)| {
                let name = &self.person(number)?.name;
                Some(format!("A way through {name} is left out: {why}."))
            })
            .collect()
    }

    /// What is said where there is no way.
    pub(super) fn no_way(&self, to: u32) -> String {
        let Some(person) = self.person(to) else {
            return String::new();
        };
        let name = &person.name;
        let all = self.routes(to, 1, |_| true);
        if !all.is_empty() {
            return format!("Every way to {name} leads through somebody you do not ask now.");
        }
        if let Some(between) = self.introductions(to) {
            return format!(
                "The shortest way to {name} takes {} introductions. Kith looks for two at most.",
                number(between)
            );
        }
        let known = self.around(to).count();
        match known {
            0 => format!(
                "Nobody in your book is known to know {name}, with up to two introductions."
            ),
            1 => format!("One person in your book knows {name}, but you have no way to them."),
            _ => format!(
                "{} in your book know {name}, but you have no way to them.",
                capital(&people(known))
            ),
        }
    }

    /// How many people stand between me and somebody at least, by those who may be asked.
    fn introductions(&self, to: u32) -> Option<usize> {
        let graph = self.graph();
        let mut seen = vec![false; graph.len()];
        let mut ring = vec![self.me()];
        let mut between = 0;
        while !ring.is_empty() {
            let mut next = Vec::new();
            let ends = ring.iter().flat_map(|from| graph.of(*from as usize));
            for (other, _) in ends.filter(|(_, weight)| *weight > 0.0) {
                if other == to as usize {
                    return Some(between);
                }
                if let Some(seen) = seen.get_mut(other).filter(|seen| !**seen) {
                    *seen = true;
                    next.push(other as u32);
                }
            }
            // Whoever is not to be asked leads nowhere.
            next.retain(|other| self.barred(*other).is_none() && *other != self.me());
            ring = next;
            between += 1;
        }
        None
    }

    /// Who could be asked whether they know somebody: up to two of those I know well enough, with the most
    /// people whom I do not know myself.
    pub(super) fn to_ask(&self, to: u32) -> Vec<u32> {
        let may = |number: &u32| *number != to && self.barred(*number).is_none();
        let known: Vec<(u32, f64)> = (0..self.me())
            .filter(may)
            .filter_map(|number| Some((number, self.mine(number)?)))
            .collect();
        let warmest = known.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        let least = CARRIES.min(warmest);
        let carry = known.into_iter().filter(|(_, weight)| *weight >= least);
        let mut asked: Vec<(u32, usize, f64)> = carry
            .map(|(number, weight)| {
                let known = self.known_to(number).into_iter();
                let outside = known.filter(|other| self.mine(*other).is_none()).count();
                (number, outside, weight)
            })
            .filter(|(_, outside, _)| *outside > 0)
            .collect();
        asked.sort_by(|a, b| b.1.cmp(&a.1).then(b.2.total_cmp(&a.2)).then(a.0.cmp(&b.0)));
        asked.truncate(MOST_ASKED);
        asked.into_iter().map(|(number, ..)| number).collect()
    }

    /// Up to three who work where somebody works, the warmest first, and what is said of that.
    pub(super) fn colleagues(&self, to: u32) -> (Vec<u32>, String) {
        let Some(person) = self.person(to) else {
            return (Vec::new(), String::new());
        };
        let name = person.said();
        let Some(house) = person
            .works
            .first()
            .and_then(|at| self.organisations.get(*at as usize))
        else {
            return (
                Vec::new(),
                format!("Where {name} works is not in your book."),
            );
        };
        let same = |other: &Person| other.works.iter().any(|at| person.works.contains(at));
        let others = self.people.iter().zip(0..);
        let others = others.filter(|(other, number)| *number != to && same(other));
        let mut others: Vec<u32> = others.map(|(_, number)| number).collect();
        let weight = |number: &u32| self.mine(*number).unwrap_or(-1.0);
        others.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        let words = match others.len() {
            0 => format!("{name} is alone at {} in your book.", house.name),
            1 => format!("One person works where {name} works."),
            many @ 2..=MOST_COLLEAGUES => {
                format!("These {} work where {name} works.", number(many))
            }
            many => {
                let (three, many) = (number(MOST_COLLEAGUES), number(many));
                format!("{} of {many} who work where {name} works.", capital(&three))
            }
        };
        others.truncate(MOST_COLLEAGUES);
        (others, words)
    }
}

/// "2 introductions. Warmest of 3 ways."
fn summary(between: usize, rank: usize, of: usize) -> String {
    let introductions = match between {
        1 => "1 introduction.".to_owned(),
        many => format!("{many} introductions."),
    };
    match (rank, of) {
        (_, 1) => format!("{introductions} The only way Kith knows."),
        (0, _) => format!("{introductions} Warmest of {of} ways."),
        (1, _) => format!("{introductions} Second of {of} ways."),
        _ => format!("{introductions} Third of {of} ways."),
    }
}
