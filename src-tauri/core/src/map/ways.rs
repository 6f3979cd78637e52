//! Ways in: which are offered, and the words for better ways that are not, or if there are none. Pure.

use std::collections::HashSet;

use super::network::{Network, Person};
use super::words::{number, people};
use crate::graph::{Route, routes};
use crate::letters::capital;

/// The most ways that are offered.
const MAX_WAYS: usize = 3;
/// The most better ways that are searched for people who are left out.
const MAX_BETTER_WAYS: usize = 20;
/// The most people who are left out that are named.
const MAX_LEFT_OUT: usize = 2;
/// The most people to ask, and the most colleagues, that are named.
const MAX_ASKED: usize = 2;
const MAX_COLLEAGUES: usize = 3;
/// The least weight of my tie to a person whom I can ask a favour. If all ties are weaker, only the
/// warmest count.
const MIN_WEIGHT_TO_ASK: f64 = 0.2;

/// A way from me to a person, without me.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// The numbers of the people; the last is the one I want to know.
    pub(super) people: Vec<u32>,
    /// The product of the weights, above 0 and at most 1.
    pub(super) product: f64,
    pub(super) summary: String,
}

impl Network {
    /// The ways that are offered, by descending product. My own tie is first if I have ever talked with the
    /// person. No way leads through somebody who is not to be asked.
    pub(super) fn ways(&self, to: u32) -> Vec<Way> {
        // Ways that cross a conflict are taken out afterwards, so that more are looked for.
        let most = match self.conflicts.is_empty() && self.asked_lately.is_empty() {
            true => MAX_WAYS + 1,
            false => MAX_BETTER_WAYS,
        };
        let others = self.routes(to, most, |person| self.reason_not_to_ask(person).is_none());
        let others = others.into_iter().filter(|route| route.people.len() > 2);
        let others = others.filter(|route| {
            let people = between_me_and(route);
            !self.crosses_conflict(&people) && self.lately(people.first()).is_none()
        });
        let others = others.take(MAX_WAYS + 1);
        let mut ways: Vec<Way> = others
            .map(|route| Way {
                people: between_me_and(&route),
                product: route.product,
                summary: String::new(),
            })
            .collect();
        let direct = self.direct(to);
        ways.truncate(MAX_WAYS - usize::from(direct.is_some()));
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

    /// The person through whom somebody whom I do not know is best reached: I know them, they are known to know the
    /// other, and they may be asked.
    pub(super) fn best_between(&self, to: u32) -> Option<u32> {
        let known = self.around(to).filter(|(between, _)| {
            !self.is_proposed(to, *between)
                && self.reason_not_to_ask(*between).is_none()
                && self.lately(Some(between)).is_none()
                && !self.is_excluded_between(*between, to)
        });
        let weighed =
            known.filter_map(|(between, tie)| Some((between, tie * self.my_weight(between)?)));
        let best = weighed.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        best.map(|(between, _)| between)
    }

    /// My own tie to a person as a way, and whether we ever talked.
    fn direct(&self, to: u32) -> Option<(Way, bool)> {
        let product = self.my_weight(to)?;
        let person = self.person(to)?;
        let talked = person.talked.is_some();
        let summary = match talked {
            true => format!("You know {} yourself.", person.short_name()),
            false => format!("You have not talked with {} yet.", person.short_name()),
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

    /// Why the first on a way is not asked today, though they may be asked: one asked them, or at their organisation,
    /// lately.
    fn lately(&self, first: Option<&u32>) -> Option<&String> {
        self.asked_lately.get(first?)
    }

    /// Why a person is not asked for introductions, such as "paused until 1 May"; `None` if they may be.
    pub(super) fn reason_not_to_ask(&self, number: u32) -> Option<String> {
        let person = self.person(number)?;
        let mine = person.mine.as_ref();
        let status = person.status();
        if !status.is_left_alone() {
            if self.conflicts.mine.contains(&number) {
                return Some("you have a conflict of interest with them".to_owned());
            }
            let is_asked = mine.is_none_or(|mine| !mine.do_not_ask);
            return (!is_asked).then(|| "you asked Kith not to ask them".to_owned());
        }
        status.why_left_alone(mine.and_then(|mine| mine.paused_until), self.today)
    }

    /// Sentences on ways with a higher product than all offered ones that are left out because somebody on
    /// them is not to be asked: "A way through Ruth Castellane is left out: paused until 1 May."
    pub(super) fn left_out(&self, to: u32, offered: &[Way]) -> Vec<String> {
        let best = offered.iter().map(|way| way.product).fold(0.0, f64::max);
        let better = self.routes(to, MAX_BETTER_WAYS, |_| true);
        let better = better.iter().filter(|route| route.product > best);
        let mut named = HashSet::new();
        better
            .filter_map(|route| {
                let between = route.people.get(1..route.people.len() - 1)?;
                let first = between.first().map(|number| *number as u32);
                if let Some(why) = self.lately(first.as_ref()) {
                    return Some((first?, why.clone()));
                }
                let mut between = between.iter().map(|number| *number as u32);
                let why = |number| {
                    let excluded = self.is_excluded_between(number, to);
                    let conflict = excluded.then(|| "a conflict of interest".to_owned());
                    Some((number, self.reason_not_to_ask(number).or(conflict)?))
                };
                between.find_map(why)
            })
            .filter(|(number, _)| named.insert(*number))
            .take(MAX_LEFT_OUT)
            .filter_map(|(number, why)| {
                let name = &self.person(number)?.name;
                Some(format!("A way through {name} is left out: {why}."))
            })
            .collect()
    }

    /// A sentence on why there is no way to a person.
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

    /// The least number of people between me and a person, counting only people who may be asked; `None` if
    /// there is no path.
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
            // The search does not go on from people who are not to be asked.
            next.retain(|other| self.reason_not_to_ask(*other).is_none() && *other != self.me());
            ring = next;
            between += 1;
        }
        None
    }

    /// Whom to ask whether they know a person: at most two people whom I know well enough, those who know
    /// most people whom I do not know.
    pub(super) fn to_ask(&self, to: u32) -> Vec<u32> {
        let may = |number: &u32| {
            let is_free = self.reason_not_to_ask(*number).is_none();
            *number != to && is_free && self.lately(Some(number)).is_none()
        };
        let known: Vec<(u32, f64)> = (0..self.me())
            .filter(may)
            .filter_map(|number| Some((number, self.my_weight(number)?)))
            .collect();
        let warmest = known.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        let least = MIN_WEIGHT_TO_ASK.min(warmest);
        let strong = known.into_iter().filter(|(_, weight)| *weight >= least);
        let mut asked: Vec<(u32, usize, f64)> = strong
            .map(|(number, weight)| {
                let known = self.known_to(number).into_iter();
                let outside = known
                    .filter(|other| self.my_weight(*other).is_none())
                    .count();
                (number, outside, weight)
            })
            .filter(|(_, outside, _)| *outside > 0)
            .collect();
        asked.sort_by(|a, b| b.1.cmp(&a.1).then(b.2.total_cmp(&a.2)).then(a.0.cmp(&b.0)));
        asked.truncate(MAX_ASKED);
        asked.into_iter().map(|(number, ..)| number).collect()
    }

    /// At most three people who work at the same organisation as a person, the warmest first, and a
    /// sentence on them.
    pub(super) fn colleagues(&self, to: u32) -> (Vec<u32>, String) {
        let Some(person) = self.person(to) else {
            return (Vec::new(), String::new());
        };
        let name = person.short_name();
        let Some(organisation) = person
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
        let others = others.filter(|(other, number)| {
            *number != to && same(other) && !other.status().is_left_alone()
        });
        let mut others: Vec<u32> = others.map(|(_, number)| number).collect();
        let weight = |number: &u32| self.my_weight(*number).unwrap_or(-1.0);
        others.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        let words = match others.len() {
            0 => format!("{name} is alone at {} in your book.", organisation.name),
            1 => format!("One person works where {name} works."),
            many @ 2..=MAX_COLLEAGUES => {
                format!("These {} work where {name} works.", number(many))
            }
            many => {
                let (three, many) = (number(MAX_COLLEAGUES), number(many));
                format!("{} of {many} who work where {name} works.", capital(&three))
            }
        };
        others.truncate(MAX_COLLEAGUES);
        (others, words)
    }
}

/// The numbers of the people of a route, without me.
fn between_me_and(route: &Route) -> Vec<u32> {
    route.people.iter().skip(1).map(|n| *n as u32).collect()
}

/// A way in words: "2 introductions. Warmest of 3 ways." `between` is the number of people between,
/// `rank` the way's position from 0, `of` the number of ways.
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
