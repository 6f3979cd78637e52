//! How open the network is and who connects its groups, in words.

use std::cell::Cell;

use super::words::headline;
use super::{
    BalanceCircle, BalanceConnector, BalanceHole, BalanceMeasure, BalanceStructure, ENOUGH,
};
use crate::book::Book;
use crate::counts::count32;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::letters::capital;
use crate::map::{Connector, Connectors, Group, Hole, Holes, Network, Openness};
use crate::moment::Moment;
use crate::number_words::number_alone;
use crate::people::PersonName;
use crate::people_list::rows_there;
use crate::store::Tx;

/// At most so many people who connect groups are shown.
const MOST_CONNECTORS: usize = 8;
/// People on fewer of the shortest ways than this are not said to be on them.
const WORTH_SAYING: f64 = 0.01;

/// At most so many holes are shown, and so many people of each group.
const MOST_HOLES: usize = 5;
const MOST_OF_GROUP: usize = 12;

const HOLES_HOW: &str = "Groups are people who know each other more than others, found in the ties you noted, without \
    you (Leiden; Traag, Waltman and van Eck 2019). Two groups of at least three people, in both of which you know \
    somebody, have a hole between them where no tie is noted (Burt 1992), unless most of both work at one \
    organisation. Whoever is left alone is not counted.";
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
            holes,
        } = structure;
        let (told, told_holes) = self.read(|tx| {
            let holes = holes.first.iter();
            let holes: Result<Vec<_>> = holes.map(|hole| told_hole(tx, hole, now)).collect();
            Ok((told_connectors(tx, &connectors.first, now)?, holes?))
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
            holes_words: holes_words(holes),
            holes_total: count32(holes.total),
            holes: told_holes,
            holes_how: HOLES_HOW.to_owned(),
            connectors_total: count32(connectors.total),
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
    holes: Holes,
}

/// Computes how open a network is and who connects its groups. Needs no book, and takes about a second where 10,000
/// people have 34,000 ties. `go_on` is asked now and then, with how much is done of how much.
///
/// # Errors
/// `Stopped` where it says no.
pub fn structure_of(network: &Network, go_on: &dyn Fn(u64, u64) -> bool) -> Result<Structure> {
    let stopped = || Error::new(Code::Stopped, "Stopped before it was counted.");
    // Finding who connects takes longest and says how far it is; what follows is asked for with the last it said.
    let said = Cell::new((0, 1));
    let goes_on = |done, total| {
        said.set((done, total));
        go_on(done, total)
    };
    let still = || go_on(said.get().0, said.get().1);
    let connectors = network
        .connectors(MOST_CONNECTORS, &goes_on)
        .ok_or_else(stopped)?;
    let holes = network.holes(MOST_HOLES, &still).ok_or_else(stopped)?;
    if !still() {
        return Err(stopped());
    }
    Ok(Structure {
        connectors,
        openness: network.openness(),
        holes,
    })
}

/// Those who connect groups, without whoever went since.
fn told_connectors(
    tx: &Tx<'_>,
    connectors: &[Connector],
    now: &Moment,
) -> Result<Vec<BalanceConnector>> {
    let ids: Vec<PersonId> = connectors.iter().map(|one| one.id).collect();
    let rows = rows_there(tx, &ids, now)?.into_iter();
    let told = rows.filter_map(|row| {
        let one = connectors.iter().find(|one| one.id == row.id)?;
        Some(BalanceConnector {
            row,
            lines: one.lines.clone(),
            between: match one.between >= WORTH_SAYING {
                true => format!(
                    "on {:.0} % of the shortest ways between others",
                    100.0 * one.between
                ),
                false => String::new(),
            },
        })
    });
    Ok(told.collect())
}

fn told_hole(tx: &Tx<'_>, hole: &Hole, now: &Moment) -> Result<BalanceHole> {
    let (one, other) = (&hole.one, &hole.other);
    let nobody = format!(
        "{} and {}: no tie between them is noted.",
        capital(&one.words),
        other.words
    );
    let words = match (&one.known, &other.known) {
        (Some((_, here)), Some((_, there))) => {
            format!("{nobody} You know {here} in the first and {there} in the second.")
        }
        _ => nobody,
    };
    Ok(BalanceHole {
        words,
        circles: [told_circle(tx, one, now)?, told_circle(tx, other, now)?],
    })
}

fn told_circle(tx: &Tx<'_>, group: &Group, now: &Moment) -> Result<BalanceCircle> {
    let shown = group.people.iter().take(MOST_OF_GROUP).copied();
    let rows = rows_there(tx, &shown.collect::<Vec<_>>(), now)?;
    let known = group.known.as_ref();
    let known = known.and_then(|(id, _)| rows.iter().find(|row| row.id == *id));
    Ok(BalanceCircle {
        words: group.words.clone(),
        total: count32(group.people.len()),
        known: known.map(|row| PersonName {
            id: row.id,
            name: row.name.clone(),
        }),
        rows,
    })
}

fn holes_words(holes: &Holes) -> String {
    match (holes.groups, holes.total) {
        (0 | 1, _) => "Not enough yet: it needs two groups of three people, with ties among them that you noted, in \
                       which you know somebody."
            .to_owned(),
        (_, 0) => "Between all your groups some tie is noted.".to_owned(),
        _ => String::new(),
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
