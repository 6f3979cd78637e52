//! Tying two people, correcting a tie, ending it, and taking it away.

use std::collections::{HashMap, HashSet};

use super::words::how;
use super::{NewTie, Pair, Proposed, TieKind, TiePair, TieSource, proposed};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::since_and_until;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::people::{PairScope, person_rows};
use crate::store::changing::Changing;
use crate::store::{Tx, undo_log};
use crate::ties::TieId;
use crate::ties::tie_rows;
use crate::ties::tie_rows::TieRecord;

impl Book {
    /// Ties two people.
    ///
    /// # Errors
    /// `Invalid` at `person`, `other`, `since`, `until` or `note`; `NotFound`; those of storage.
    pub fn tie_add(&self, tie: &NewTie, now: &Moment) -> Result<Done<TieId>> {
        self.change(OperationKind::AddTie, now, |change| {
            about_two(change, tie.person, tie.other)?;
            let record = checked(&change.tx, tie, None)?;
            put(change, &record, TieSource::ByHand)
        })
    }

    /// Corrects a tie, or ends it.
    ///
    /// # Errors
    /// Like `tie_add`.
    pub fn tie_edit(&self, id: TieId, tie: &NewTie, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditTie, now, |change| {
            about_two(change, tie.person, tie.other)?;
            let before = tie_rows::get(&change.tx, id)?;
            let record = checked(&change.tx, tie, Some(id))?;
            if record == before {
                return Ok(());
            }
            tie_rows::forget_refusal(&change.tx, Pair::of(record.person, record.other))?;
            tie_rows::update(&change.tx, id, &record)
        })
    }

    /// Takes a tie away. What I took away is not proposed again.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn tie_remove(&self, id: TieId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveTie, now, |change| {
            let tie = tie_rows::get(&change.tx, id)?;
            about_two(change, tie.person, tie.other)?;
            tie_rows::delete(&change.tx, id)?;
            tie_rows::refuse(&change.tx, Pair::of(tie.person, tie.other))
        })
    }

    /// Says yes or no to proposed ties; answers how many were tied. What is no longer proposed is left.
    ///
    /// # Errors
    /// Those of storage.
    pub fn ties_decide(&self, yes: &[TiePair], no: &[TiePair], now: &Moment) -> Result<Done<u32>> {
        let set = |pairs: &[TiePair]| pairs.iter().map(|pair| Pair::from(*pair)).collect();
        let (yes, no): (HashSet<Pair>, HashSet<Pair>) = (set(yes), set(no));
        let mut about: Vec<PersonId> = yes
            .iter()
            .chain(&no)
            .flat_map(|pair| [pair.low(), pair.high()])
            .collect();
        about.sort_unstable();
        about.dedup();
        self.change(OperationKind::DecideTies, now, |change| {
            change.about("", yes.len() + no.len());
            let mut tied = 0;
            for tie in proposed(&change.tx, PairScope::Among(&about))? {
                let pair = Pair::of(tie.person, tie.other);
                if yes.contains(&pair) {
                    take(change, &tie)?;
                    tied += 1;
                } else if no.contains(&pair) {
                    tie_rows::refuse(&change.tx, pair)?;
                }
            }
            Ok(tied)
        })
    }
}

/// Names the operation "Gareth Pennlow and Nadia Ferreux".
fn about_two(change: &Changing<'_>, one: PersonId, two: PersonId) -> Result<()> {
    let (one, two) = (called(&change.tx, one)?, called(&change.tx, two)?);
    change.about(format!("{one} and {two}"), 1);
    Ok(())
}

/// They are tied now: that they do not know each other, where I once said so, is no longer true.
fn put(change: &Changing<'_>, tie: &TieRecord, source: TieSource) -> Result<TieId> {
    tie_rows::forget_refusal(&change.tx, Pair::of(tie.person, tie.other))?;
    tie_rows::insert(&change.tx, tie, source, change.now.today().into())
}

/// A proposed tie becomes one. Cards may go round in a circle of who reports to whom: then they only
/// work together.
fn take(change: &Changing<'_>, tie: &Proposed) -> Result<TieId> {
    let circle = tie.kind == TieKind::ReportsTo
        && way_up(&change.tx, tie.other, tie.person, None)?.is_some();
    let record = TieRecord {
        person: tie.person,
        other: tie.other,
        kind: match circle {
            true => TieKind::WorksWith,
            false => tie.kind,
        },
        closeness: tie.closeness,
        since: None,
        until: None,
        note: String::new(),
    };
    put(change, &record, tie.source())
}

/// A tie as it is to be stored; `own` is the one that is being corrected.
fn checked(tx: &Tx<'_>, tie: &NewTie, own: Option<TieId>) -> Result<TieRecord> {
    if tie.person == tie.other {
        let name = called(tx, tie.person)?;
        let words = format!("{name} cannot be tied to themselves.");
        return Err(Error::invalid("other", words));
    }
    for (field, id) in [("person", tie.person), ("other", tie.other)] {
        let person = person_rows::get(tx, id)?;
        if person.trashed_at.is_some() {
            let name = person.name.display;
            let words = format!("{name} is in the trash. Bring them back first.");
            return Err(Error::invalid(field, words));
        }
    }
    let [since, until] = since_and_until([&tie.since, &tie.until])?;
    check_length("note", &tie.note)?;
    let record = TieRecord {
        person: tie.person,
        other: tie.other,
        kind: tie.kind,
        closeness: tie.closeness,
        since,
        until,
        note: tie.note.trim().to_owned(),
    };
    if record.until.is_none() {
        check_circle(tx, &record, own)?;
        check_single(tx, &record, own)?;
    }
    Ok(record)
}

/// Two people have one tie that is not over.
fn check_single(tx: &Tx<'_>, tie: &TieRecord, own: Option<TieId>) -> Result<()> {
    let there = tie_rows::open_between(tx, tie.person, tie.other, own)?;
    let Some(there) = there else {
        return Ok(());
    };
    let words = format!(
        "{} {} {} already. Edit that tie instead.",
        called(tx, there.person)?,
        how(there.kind, false, false),
        called(tx, there.other)?,
    );
    Err(Error::invalid("other", words))
}

/// Nobody reports to themselves, over however many others.
fn check_circle(tx: &Tx<'_>, tie: &TieRecord, own: Option<TieId>) -> Result<()> {
    if tie.kind != TieKind::ReportsTo {
        return Ok(());
    }
    let Some(between) = way_up(tx, tie.other, tie.person, own)? else {
        return Ok(());
    };
    let (person, other) = (called(tx, tie.person)?, called(tx, tie.other)?);
    let through = match between.as_slice() {
        [] => String::new(),
        [one] => format!(" through {}", called(tx, *one)?),
        [one, two] => format!(" through {} and {}", called(tx, *one)?, called(tx, *two)?),
        [one, rest @ ..] => format!(" through {} and {} others", called(tx, *one)?, rest.len()),
    };
    let words = format!(
        "{other} already reports to {person}{through}, so {person} cannot report to {other}."
    );
    Err(Error::invalid("other", words))
}

/// A change taken back alone may bring back a line that others go round by now.
///
/// # Errors
/// `Invalid`.
pub(crate) fn check_lines(tx: &Tx<'_>, undone: OperationId) -> Result<()> {
    for id in undo_log::rows_touched(tx, undone, "ties")? {
        let tie = tie_rows::find(tx, TieId(id))?;
        let line = tie.filter(|tie| tie.kind == TieKind::ReportsTo && tie.until.is_none());
        let Some(tie) = line else { continue };
        if way_up(tx, tie.other, tie.person, None)?.is_some() {
            let words =
                "Taking this back would make a circle of who reports to whom. Nothing was changed.";
            return Err(Error::invalid("kind", words));
        }
    }
    Ok(())
}

/// Those between, where somebody reports to somebody else over however many others; the tie `but` left out.
fn way_up(
    tx: &Tx<'_>,
    from: PersonId,
    to: PersonId,
    but: Option<TieId>,
) -> Result<Option<Vec<PersonId>>> {
    let mut above: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for (below, boss) in tie_rows::lines_above(tx, from, but)? {
        above.entry(below).or_default().push(boss);
    }
    let mut below: HashMap<PersonId, PersonId> = HashMap::new();
    let mut waiting = std::collections::VecDeque::from([from]);
    while let Some(at) = waiting.pop_front() {
        for boss in above.get(&at).into_iter().flatten() {
            if *boss != from && !below.contains_key(boss) {
                below.insert(*boss, at);
                waiting.push_back(*boss);
            }
        }
    }
    let mut at = match below.get(&to) {
        Some(last) => *last,
        None => return Ok(None),
    };
    let mut between = Vec::new();
    while at != from {
        between.push(at);
        let Some(next) = below.get(&at) else { break };
        at = *next;
    }
    between.reverse();
    Ok(Some(between))
}

fn called(tx: &Tx<'_>, id: PersonId) -> Result<String> {
    Ok(person_rows::get(tx, id)?.name.display)
}
