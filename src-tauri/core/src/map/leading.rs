//! Who of those whom I know leads to some people: themselves, or somebody who knows them. Pure.

use std::collections::HashSet;

use super::network::Network;
use super::words::listed;
use crate::ids::PersonId;

/// So many are named whom somebody knows.
const MOST_NAMED: usize = 2;

/// Somebody who leads to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leading {
    pub(crate) id: PersonId,
    /// Whom of them they know, in words: "Ana and Ben"; empty where they are one of them.
    pub(crate) knows: String,
}

impl Network {
    /// At most `most` people who lead to some of `to`, of those whom I know and may ask: first those of `to`, then those
    /// who know one of `to`, most of them first; each by the weight of my tie to them.
    pub(crate) fn leading_to(&self, to: &[PersonId], most: usize) -> Vec<Leading> {
        let to: HashSet<u32> = to.iter().filter_map(|id| self.number(*id)).collect();
        let weight = |number: u32| match self.reason_not_to_ask(number) {
            None => self.my_weight(number),
            Some(_) => None,
        };
        let mut found: Vec<(usize, f64, u32)> = (0..self.me())
            .filter_map(|number| {
                let weight = weight(number)?;
                let knows = match to.contains(&number) {
                    true => usize::MAX,
                    false => {
                        let known = self.known_to(number).into_iter();
                        known.filter(|other| to.contains(other)).count()
                    }
                };
                (knows > 0).then_some((knows, weight, number))
            })
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        let found = found.into_iter().take(most);
        let found = found.filter_map(|(_, _, number)| {
            let known = self.known_to(number).into_iter();
            let names: Vec<&str> = known
                .filter(|other| to.contains(other))
                .filter_map(|other| Some(self.person(other)?.short_name()))
                .collect();
            Some(Leading {
                id: self.person(number)?.id,
                knows: match to.contains(&number) {
                    true => String::new(),
                    false => listed(&names, MOST_NAMED),
                },
            })
        });
        found.collect()
    }
}
