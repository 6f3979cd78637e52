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

    /// The nearest way to a person whom I do not know: through one person between whose product is at least `enough`,
    /// else the one with the highest product. `None` for people whom I know, who are left alone, or to whom no way leads.
    /// Walks through the whole network where nobody alone leads to them.
    pub(crate) fn way_to(&self, person: PersonId, enough: f64) -> Option<ReachWay> {
        let to = self.number(person)?;
        if self.my_weight(to).is_some() || self.reason_not_to_ask(to).is_some() {
            return None;
        }
        let near = self.best_between(to).and_then(|between| {
            let (_, tie) = self.around(to).find(|(other, _)| *other == between)?;
            Some((vec![between], tie * self.my_weight(between)?))
        });
        match near.filter(|(_, product)| *product >= enough) {
            Some((between, product)) => self.as_way(&between, product),
            None => {
                let all = self.ways(to).into_iter();
                let best = all.into_iter().find(|way| way.people.len() > 1)?;
                let (_, between) = best.people.split_last()?;
                self.as_way(between, best.product)
            }
        }
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
