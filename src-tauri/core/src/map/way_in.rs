//! Ways in with the rows and reasons that the page shows.

use super::network::{Network, Person, Tie};
use super::words::{TieInWords, my_tie, others_tie, proposed_tie};
use super::{Hop, NoWayIn, WayIn, WaysIn};
use crate::book::Book;
use crate::boundaries::managed_words;
use crate::details::ContactKind;
use crate::details::ContactPointId;
use crate::details::contact_point_rows;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{PairScope, person_rows};
use crate::people_list::{row_of, rows_there};
use crate::store::Tx;
use crate::ties::tie_rows;
use crate::ties::{proposed, years};

impl Book {
    /// The ways in to a person: at most three, each with at most two people between, the warmest first.
    /// People who are paused, cooling off, ended or marked "do not ask" are not asked.
    ///
    /// # Errors
    /// `NotFound` if somebody on a way is not in the book any more; those of storage.
    pub fn ways_in(&self, network: &Network, to: PersonId, now: &Moment) -> Result<WaysIn> {
        let gone = || Error::not_found("This person");
        let number = network.number(to).ok_or_else(gone)?;
        self.read(|tx| {
            if person_rows::still_there(tx, &[to])?.is_empty() {
                return Err(gone());
            }
            let ways = network.ways(number);
            let left_out = network.left_out(number, &ways);
            let none = match ways.is_empty() {
                true => Some(no_way(tx, network, number, now)?),
                false => None,
            };
            let ways = ways.into_iter().map(|way| {
                Ok(WayIn {
                    hops: hops(tx, network, &way.people, now)?,
                    summary: way.summary,
                })
            });
            Ok(WaysIn {
                to: row_of(tx, to, now)?,
                ways: ways.collect::<Result<_>>()?,
                left_out,
                none,
            })
        })
    }
}

/// Through whom I best reach a person whom I do not know, and why: "Daniel knows Kirsi closely." `None` if I know them,
/// or nobody whom I know does.
///
/// # Errors
/// Storage errors.
pub(crate) fn reached_through(
    tx: &Tx<'_>,
    network: &Network,
    to: PersonId,
    now: &Moment,
) -> Result<Option<(PersonId, String)>> {
    let Some(to) = network.number(to) else {
        return Ok(None);
    };
    let between_us = match network.my_weight(to) {
        Some(_) => None,
        None => network.best_between(to),
    };
    let Some((number, person)) = between_us.and_then(|at| Some((at, network.person(at)?))) else {
        return Ok(None);
    };
    let (why, _) = between(tx, network, (number, to), now)?;
    Ok(Some((person.id, why)))
}

fn hops(tx: &Tx<'_>, network: &Network, people: &[u32], now: &Moment) -> Result<Vec<Hop>> {
    let mut hops = Vec::new();
    let mut before: Option<u32> = None;
    for number in people {
        let gone = || Error::not_found("Somebody on this way");
        let person = network.person(*number).ok_or_else(gone)?;
        let (why, note) = match before {
            None => (my_tie(person, now.today()), String::new()),
            Some(before) => between(tx, network, (before, *number), now)?,
        };
        let managed = managed_words(tx, person.id, now)?;
        let why: Vec<String> = [why].into_iter().chain(managed).collect();
        hops.push(Hop {
            row: row_of(tx, person.id, now)?,
            why: why.join(" "),
            note,
        });
        before = Some(*number);
    }
    Ok(hops)
}

/// Why a step between two others may work, and the user's note on their tie.
fn between(
    tx: &Tx<'_>,
    network: &Network,
    (one, other): (u32, u32),
    now: &Moment,
) -> Result<(String, String)> {
    let Some(tie) = network.between(one, other).first() else {
        return Err(Error::internal("a way without a tie"));
    };
    let Some((person, other)) = ends(network, tie, one) else {
        return Err(Error::internal("a tie without its people"));
    };
    let names = names(person, other);
    if tie.proposed {
        let reason = reason(tx, (person.id, other.id), now)?;
        return Ok((
            proposed_tie(&in_words(tie, names, ""), &reason),
            String::new(),
        ));
    }
    let record = tie_rows::open_between(tx, person.id, other.id, None)?;
    let (since, note) = record.map_or((None, String::new()), |tie| (tie.since, tie.note));
    let years = years(since, None);
    Ok((others_tie(&in_words(tie, names, &years)), note))
}

/// The two people of a tie in the order of its sentence: for a directed tie as it is stored, otherwise
/// `first` is first.
fn ends<'n>(network: &'n Network, tie: &Tie, first: u32) -> Option<(&'n Person, &'n Person)> {
    let turned = tie.person != first && !tie.kind.is_directed();
    let (person, other) = match turned {
        true => (tie.other, tie.person),
        false => (tie.person, tie.other),
    };
    Some((network.person(person)?, network.person(other)?))
}

/// The short names of two people, or the display names if the short ones are equal.
fn names<'n>(person: &'n Person, other: &'n Person) -> (&'n str, &'n str) {
    match person.short_name() == other.short_name() {
        true => (&person.name, &other.name),
        false => (person.short_name(), other.short_name()),
    }
}

fn in_words<'a>(tie: &Tie, (person, other): (&'a str, &'a str), years: &'a str) -> TieInWords<'a> {
    TieInWords {
        person,
        other,
        kind: tie.kind,
        closeness: tie.closeness,
        years,
    }
}

/// Why Kith proposes a tie; '' if it no longer does.
fn reason(tx: &Tx<'_>, (one, other): (PersonId, PersonId), now: &Moment) -> Result<String> {
    match proposed(tx, PairScope::Among(&[one, other]))?.first() {
        Some(tie) => tie.reason(tx, now),
        None => Ok(String::new()),
    }
}

fn no_way(tx: &Tx<'_>, network: &Network, to: u32, now: &Moment) -> Result<NoWayIn> {
    let rows = |numbers: &[u32]| {
        let people = numbers.iter().filter_map(|number| network.person(*number));
        let ids: Vec<PersonId> = people.map(|person| person.id).collect();
        rows_there(tx, &ids, now)
    };
    let (colleagues, colleagues_words) = network.colleagues(to);
    let contact = match network.person(to) {
        Some(person) => contact(tx, person.id)?,
        None => None,
    };
    Ok(NoWayIn {
        sentence: network.no_way(to),
        ask: rows(&network.to_ask(to))?,
        colleagues: rows(&colleagues)?,
        colleagues_words,
        contact,
    })
}

/// A mail address of a person, else a phone number; a preferred one if there is one.
fn contact(tx: &Tx<'_>, person: PersonId) -> Result<Option<(ContactPointId, String)>> {
    let points = contact_point_rows::of_person(tx, person)?;
    let best = |kind| {
        let points = points.iter().filter(|point| point.kind == kind);
        // `min_by_key` returns the first of equal ones.
        points.min_by_key(|point| !point.preferred)
    };
    let best = best(ContactKind::Email).or_else(|| best(ContactKind::Phone));
    Ok(best.map(|point| (point.id, point.value.clone())))
}
