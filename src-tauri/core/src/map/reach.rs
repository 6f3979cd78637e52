//! How a person is reached: whether I know them, whether anything is routed through them, and the best way. Pure.

use chrono::NaiveDate;

use super::network::Network;
use super::words::day;
use crate::ids::PersonId;
use crate::relationships::Status;

/// How a person is reached.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reach {
    /// The short name.
    pub(crate) name: String,
    /// The warmth of my tie to them, 0–1.
    pub(crate) warmth: f64,
    /// Whether I know them: there is a relationship, or a talk was logged.
    pub(crate) known: bool,
    /// Whether a rhythm says when I talk with them next.
    pub(crate) has_rhythm: bool,
    /// Why nothing is routed through them: "paused until 1 May"; `None` where it may be.
    pub(crate) aside: Option<String>,
}

/// A way to somebody whom I do not know.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReachWay {
    /// Who stands between, from the one whom I know: id and short name.
    pub(crate) between: Vec<(PersonId, String)>,
    /// The product of the weights along it, above 0 and at most 1.
    pub(crate) product: f64,
    /// When I last talked with the first of them: "12 March"; empty for never.
    pub(crate) last_talk: String,
}

impl Network {
    /// How a person is reached; `None` if they are not in the network.
    pub(crate) fn reach(&self, person: PersonId) -> Option<Reach> {
        let number = self.number(person)?;
        let known = self.my_weight(number).is_some();
        let aside = self.reason_not_to_ask(number);
        let person = self.person(number)?;
        Some(Reach {
            name: person.short_name().to_owned(),
            warmth: person.warmth,
            known,
            has_rhythm: person.kept_close() && person.status() == Status::Active,
            aside,
        })
    }

    /// The nearest way to a person whom I do not know, with at most two people between: through one alone where the
    /// product is at least `enough`, else the one with the highest product. `None` for people whom I know, who are left
    /// alone, or to whom no way leads. Looks only at those around them, and is quick in a large network.
    pub(crate) fn way_to(&self, person: PersonId, enough: f64) -> Option<ReachWay> {
        let to = self.number(person)?;
        if self.my_weight(to).is_some() || self.reason_not_to_ask(to).is_some() {
            return None;
        }
        let alone = self.best_of(to, self.around(to).map(|(one, tie)| (vec![one], tie)));
        if let Some((between, product)) = alone.as_ref().filter(|(_, product)| *product >= enough) {
            return self.as_way(between, *product);
        }
        let last = self.around(to);
        let last = last.filter(|(one, _)| self.reason_not_to_ask(*one).is_none());
        let pairs = last.flat_map(|(one, tie)| {
            let first = self.around(one).filter(move |(first, _)| *first != to);
            first.map(move |(first, other)| (vec![first, one], tie * other))
        });
        let pair = self.best_of(to, pairs);
        let best = alone.into_iter().chain(pair);
        let (between, product) = best.max_by(|a, b| a.1.total_cmp(&b.1))?;
        self.as_way(&between, product)
    }

    /// The best of some ways, each by those between and the product of the ties among others along it: the first between
    /// is known to me, may be asked, and was not lately; no conflict stands across it.
    fn best_of(
        &self,
        to: u32,
        ways: impl Iterator<Item = (Vec<u32>, f64)>,
    ) -> Option<(Vec<u32>, f64)> {
        let mut best: Option<(Vec<u32>, f64)> = None;
        for (between, ties) in ways {
            let Some(first) = between.first().copied() else {
                continue;
            };
            let Some(weight) = self.my_weight(first) else {
                continue;
            };
            let product = ties * weight;
            let is_better = best.as_ref().is_none_or(|(_, best)| product > *best);
            let may = || {
                let along: Vec<u32> = between.iter().copied().chain([to]).collect();
                self.reason_not_to_ask(first).is_none()
                    && !self.asked_lately.contains_key(&first)
                    && !self.crosses_conflict(&along)
            };
            if product > 0.0 && is_better && may() {
                best = Some((between, product));
            }
        }
        best
    }

    fn as_way(&self, between: &[u32], product: f64) -> Option<ReachWay> {
        let first = self.person(*between.first()?)?;
        let said = |talked: NaiveDate| day(talked, self.today);
        let between = between.iter().filter_map(|number| {
            let person = self.person(*number)?;
            Some((person.id, person.short_name().to_owned()))
        });
        Some(ReachWay {
            last_talk: first.talked.map_or(String::new(), said),
            between: between.collect(),
            product,
        })
    }
}
