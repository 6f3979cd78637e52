//! How open the network around me is, and who connects its groups. Pure.
//!
//! Only what is known counts: proposed ties are left out, and so are people to whom I have no tie and who have none.

use super::network::Network;
use crate::graph::{
    Betweenness, Cut, Graph, ONE_SECOND, Weighting, betweenness_while, constraint, cut_people,
    effective_size,
};
use crate::ids::PersonId;

/// The seed with which a sample is drawn, so that the same network gives the same figures.
const SEED: u64 = 1;

/// How open the network around me is. Ties weigh as in `Network::graph`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Openness {
    /// To how many people I have a tie.
    pub(crate) mine: usize,
    /// How many ties are noted among these.
    pub(crate) among_them: usize,
    /// Burt's effective size of my network, weighed; `None` without ties.
    pub(crate) effective_size: Option<f64>,
    /// Burt's constraint of me, weighed; `None` without ties.
    pub(crate) constraint: Option<f64>,
}

/// Somebody who connects groups.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Connector {
    pub(crate) id: PersonId,
    /// How many people I reach only through them.
    pub(crate) reach_lost: usize,
    /// The share of shortest paths among others that lead through them, 0–1.
    pub(crate) between: f64,
    /// What they connect and what would be lost, a sentence each.
    pub(crate) lines: Vec<String>,
}

/// Who connects groups.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Connectors {
    /// The first of them: those without whom most people are lost.
    pub(crate) first: Vec<Connector>,
    /// How many there are.
    pub(crate) total: usize,
    /// How many hold people whom I reach no other way.
    pub(crate) holders: usize,
    /// From how many people the paths were searched, if the shares are estimated.
    pub(crate) sampled: Option<usize>,
}

impl Network {
    /// The graph without proposed ties and without ties of those who are left alone, me last.
    pub(super) fn confirmed(&self) -> Graph {
        let me = self.me() as usize;
        let among_others = self.pairs().filter_map(|pair| {
            let tie = pair.first().filter(|tie| !tie.proposed)?;
            if !self.counts(tie.person) || !self.counts(tie.other) {
                return None;
            }
            Some((tie.person as usize, tie.other as usize, self.weight_of(tie)))
        });
        let mine = (0..self.me())
            .filter(|number| self.counts(*number))
            .filter_map(|number| Some((me, number as usize, self.my_weight(number)?)));
        Graph::new(me + 1, among_others.chain(mine), Some(me))
    }

    /// How open the network around me is.
    pub(crate) fn openness(&self) -> Openness {
        let graph = self.confirmed();
        let me = self.me() as usize;
        let mine: std::collections::HashSet<usize> = graph.of(me).map(|(other, _)| other).collect();
        let among_them = self.pairs().filter(|pair| {
            pair.first().is_some_and(|tie| {
                !tie.proposed
                    && mine.contains(&(tie.person as usize))
                    && mine.contains(&(tie.other as usize))
            })
        });
        let of_me = |all: Vec<Option<f64>>| all.get(me).copied().flatten();
        Openness {
            mine: mine.len(),
            among_them: among_them.count(),
            effective_size: of_me(effective_size(&graph, Weighting::ByWeight)),
            constraint: of_me(constraint(&graph, Weighting::ByWeight)),
        }
    }

    /// Who connects groups, the first `most` of them: people without whom I lose others, or without whom others lose
    /// each other (cut people). Takes about a second in a large network.
    ///
    /// `go_on` is asked now and then, with how much is done of how much; `None` where it says no.
    pub(crate) fn connectors(
        &self,
        most: usize,
        go_on: &dyn Fn(u64, u64) -> bool,
    ) -> Option<Connectors> {
        let graph = self.confirmed();
        let cuts = cut_people(&graph);
        let Betweenness { of, sampled } = betweenness_while(&graph, ONE_SECOND, SEED, go_on)?;
        let between = |number: u32| of.get(number as usize).copied().flatten().unwrap_or(0.0);
        let cut = |number: u32| cuts.get(number as usize).copied().unwrap_or_default();
        let mut all: Vec<(u32, Cut)> = (0..self.me())
            .map(|number| (number, cut(number)))
            .filter(|(_, cut)| cut.reach_lost > 0 || cut.is_cut)
            .filter(|(number, _)| self.person(*number).is_some_and(|person| !person.died))
            .collect();
        all.sort_by(|a, b| {
            let lost = b.1.reach_lost.cmp(&a.1.reach_lost);
            lost.then(between(b.0).total_cmp(&between(a.0)))
                .then(a.0.cmp(&b.0))
        });
        let first = all.iter().take(most).filter_map(|(number, cut)| {
            Some(Connector {
                id: self.person(*number)?.id,
                reach_lost: cut.reach_lost,
                between: between(*number),
                lines: self.what_they_connect(*number, *cut),
            })
        });
        Some(Connectors {
            first: first.collect(),
            total: all.len(),
            holders: all.iter().filter(|(_, cut)| cut.reach_lost > 0).count(),
            sampled,
        })
    }

    fn what_they_connect(&self, number: u32, cut: Cut) -> Vec<String> {
        let mut lines = self.connects(number);
        if lines.is_empty()
            && let Some(person) = self.person(number)
        {
            lines.push(format!(
                "But for {} and you, nothing in your book links {} with the others.",
                person.short_name(),
                super::words::people(cut.cut_off)
            ));
        }
        lines
    }
}
