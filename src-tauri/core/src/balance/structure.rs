//! How open the network is and who connects its groups, in words.

use super::words::headline;
use super::{BalanceConnector, BalanceMeasure, BalanceStructure, ENOUGH};
use crate::book::Book;
use crate::error::{Code, Result};
use crate::map::{Connectors, Network, Openness};
use crate::moment::Moment;
use crate::number_words::number_alone;
use crate::people_list::row_of;

/// At most so many people who connect groups are shown.
const MOST_CONNECTORS: usize = 8;
/// People on fewer of the shortest ways than this are not said to be on them.
const WORTH_SAYING: f64 = 0.01;

const CONNECTORS_HOW: &str = "People without whom you, or two groups of your people, would no longer reach each other by \
    the ties in your book (Hopcroft and Tarjan 1973). The share of shortest ways between others is counted without you, \
    since you know them all (betweenness; Freeman 1977, Brandes 2001).";

impl Book {
    /// How open the network is, and who connects its groups. `structure`: as `structure_of` computed it.
    ///
    /// # Errors
    /// Storage errors.
    pub fn balance_structure(
        &self,
        structure: &Structure,
        now: &Moment,
    ) -> Result<BalanceStructure> {
        let Structure {
            openness,
            connectors,
        } = structure;
        let told = self.read(|tx| {
            let mut told = Vec::new();
            for one in &connectors.first {
                let row = match row_of(tx, one.id, now) {
                    // Whoever went for good since is left out.
                    Err(error) if error.code == Code::NotFound => continue,
                    row => row?,
                };
                told.push(BalanceConnector {
                    row,
                    lines: one.lines.clone(),
                    between: match one.between >= WORTH_SAYING {
                        true => format!(
                            "on {:.0} % of the shortest ways between others",
                            100.0 * one.between
                        ),
                        false => String::new(),
                    },
                });
            }
            Ok(told)
        })?;
        let (headline, words, measures) = openness_words(openness, connectors.holders);
        Ok(BalanceStructure {
            headline,
            words,
            measures,
            source: format!(
                "Counted from your {} ties, weighed by warmth, and the {} among these people that you noted. Ties nobody \
                 told you about are missing, so the truth is a little less open. After Burt 1992 and Borgatti 1997.",
                openness.mine, openness.among_them
            ),
            connectors: told,
            connectors_total: u32::try_from(connectors.total).unwrap_or(u32::MAX),
            connectors_how: match connectors.sampled {
                Some(from) => {
                    format!("{CONNECTORS_HOW} Estimated from {from} people, drawn at random.")
                }
                None => CONNECTORS_HOW.to_owned(),
            },
        })
    }
}

/// What is computed from a network alone.
#[derive(Clone, Debug)]
pub struct Structure {
    openness: Openness,
    connectors: Connectors,
}

/// Computes how open a network is and who connects its groups. Needs no book, and takes about a second where 10,000
/// people have 34,000 ties.
pub fn structure_of(network: &Network) -> Structure {
    Structure {
        openness: network.openness(),
        connectors: network.connectors(MOST_CONNECTORS),
    }
}

/// The headline, the sentence below it, and the measures.
fn openness_words(openness: &Openness, holders: usize) -> (String, String, Vec<BalanceMeasure>) {
    let enough = openness.mine >= ENOUGH && openness.among_them >= ENOUGH;
    let (true, Some(size), Some(constraint)) =
        (enough, openness.effective_size, openness.constraint)
    else {
        let missing = format!(
            "Not enough yet: it needs ten people you know and ten ties among them; you have {} and {}.",
            number_alone(openness.mine),
            number_alone(openness.among_them)
        );
        return (missing, String::new(), Vec::new());
    };
    let efficiency = size / openness.mine as f64;
    let measures = [
        (
            "Effective size",
            format!("{size:.1} of {}", openness.mine),
            "Each person counts as one, less the share of your ties that leads to people tied to them anyway.",
        ),
        (
            "Efficiency",
            format!("{efficiency:.2}"),
            "Effective size divided by how many people you know: 1 where nobody's circle overlaps with another's.",
        ),
        (
            "Constraint",
            format!("{constraint:.2}"),
            "How far your ties are bound up with one another. Near 0 is open; near 1, everything runs through one group.",
        ),
    ];
    let measures = measures
        .into_iter()
        .map(|(name, value, meaning)| BalanceMeasure {
            name: name.to_owned(),
            value,
            meaning: meaning.to_owned(),
        });
    let words = format!(
        "Of {} people you have a tie to, about {size:.0} lead somewhere the others do not.",
        openness.mine
    );
    (headline(efficiency, holders), words, measures.collect())
}
