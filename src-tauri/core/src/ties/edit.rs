//! Adding, correcting, ending and removing ties between two people, and deciding about proposed ones.

use std::collections::{HashMap, HashSet};

use super::words::how;
use super::{NewTie, Pair, Proposed, TieEnd, TieKind, TiePair, TieSource, proposed};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::customs;
use crate::days::since_and_until;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::number_words::listed_at_most;
use crate::people::add::{insert_named, name_of_new};
use crate::people::{PairScope, person_rows};
use crate::store::changing::Changing;
use crate::store::{Tx, undo_log};
use crate::ties::TieId;
use crate::ties::tie_rows;
use crate::ties::tie_rows::TieRecord;

/// Of those between in a circle, so many are named.
const MOST_NAMED: usize = 2;

impl Book {
    /// Adds a tie between two people, and in the same undo step whoever of them is new.
    ///
    /// # Errors
    /// `Invalid` at `person`, `other`, `since`, `until` or `note`; `NotFound`; storage errors.
    pub fn tie_add(&self, tie: &NewTie, now: &Moment) -> Result<Done<TieId>> {
        self.change(OperationKind::AddTie, now, |change| {
            let ends = ends(change, tie)?;
            let record = checked_record(&change.tx, tie, ends, None)?;
            insert(change, &record, TieSource::ByHand)
        })
    }

    /// Corrects a tie; one with `until` is over.
    ///
    /// # Errors
    /// Like `tie_add`.
    pub fn tie_edit(&self, id: TieId, tie: &NewTie, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditTie, now, |change| {
            let ends = ends(change, tie)?;
            let before = tie_rows::get(&change.tx, id)?;
            let record = checked_record(&change.tx, tie, ends, Some(id))?;
            if record == before {
                return Ok(());
            }
            tie_rows::forget_refusal(&change.tx, Pair::of(record.person, record.other))?;
            tie_rows::update(&change.tx, id, &record)
        })
    }

    /// Removes a tie. Kith does not propose a tie between these two people again.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn tie_remove(&self, id: TieId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveTie, now, |change| {
            let tie = tie_rows::get(&change.tx, id)?;
            about_two(change, tie.person, tie.other)?;
            tie_rows::delete(&change.tx, id)?;
            tie_rows::refuse(&change.tx, Pair::of(tie.person, tie.other))
        })
    }

    /// Accepts the proposed ties in `yes` and refuses those in `no`; returns how many were accepted. Pairs
    /// for which no tie is proposed any more are ignored.
    ///
    /// # Errors
    /// Storage errors.
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
                    accept(change, &tie)?;
                    tied += 1;
                } else if no.contains(&pair) {
                    tie_rows::refuse(&change.tx, pair)?;
                }
            }
            Ok(tied)
        })
    }
}

/// The two people of a tie, in its order. Adds whoever is new, and describes the operation by both names.
///
/// # Errors
/// `Invalid` at `person` or `other` if the name of a new person is not valid; `NotFound`; storage errors.
fn ends(change: &Changing<'_>, tie: &NewTie) -> Result<[PersonId; 2]> {
    let end = |field, end: &TieEnd| match end {
        TieEnd::Known(id) => Ok(*id),
        TieEnd::New(typed) => insert_named(&change.tx, &name_of_new(field, typed)?, &change.now),
    };
    let (person, other) = (end("person", &tie.person)?, end("other", &tie.other)?);
    about_two(change, person, other)?;
    Ok([person, other])
}

/// Describes the operation by both names: "Gareth Pennlow and Nadia Ferreux".
fn about_two(change: &Changing<'_>, one: PersonId, two: PersonId) -> Result<()> {
    let (one, two) = (name_of(&change.tx, one)?, name_of(&change.tx, two)?);
    change.about(format!("{one} and {two}"), 1);
    Ok(())
}

/// Inserts a tie and deletes the refusal of this pair, if there is one.
fn insert(change: &Changing<'_>, tie: &TieRecord, source: TieSource) -> Result<TieId> {
    tie_rows::forget_refusal(&change.tx, Pair::of(tie.person, tie.other))?;
    tie_rows::insert(&change.tx, tie, source, change.now.today().into())
}

/// Stores a proposed tie. Cards may contradict each other, so that a "reports to" would close a circle;
/// such a tie becomes "works with".
fn accept(change: &Changing<'_>, tie: &Proposed) -> Result<TieId> {
    let closes_circle = tie.kind == TieKind::ReportsTo
        && reporting_line(&change.tx, tie.other, tie.person, None)?.is_some();
    let record = TieRecord {
        person: tie.person,
        other: tie.other,
        kind: match closes_circle {
            true => TieKind::WorksWith,
            false => tie.kind,
        },
        closeness: tie.closeness,
        since: None,
        until: None,
        note: String::new(),
    };
    insert(change, &record, tie.source())
}

/// Checks a tie and returns its row. `own` is the id of the tie that is being corrected.
fn checked_record(
    tx: &Tx<'_>,
    tie: &NewTie,
    [person, other]: [PersonId; 2],
    own: Option<TieId>,
) -> Result<TieRecord> {
    if person == other {
        let name = name_of(tx, person)?;
        let words = format!("{name} cannot be tied to themselves.");
        return Err(Error::invalid("other", words));
    }
    for (field, id) in [("person", person), ("other", other)] {
        let there = person_rows::get(tx, id)?;
        if there.trashed_at.is_some() {
            let name = there.name.display;
            let words = format!("{name} is in the trash. Bring them back first.");
            return Err(Error::invalid(field, words));
        }
    }
    let order = customs::date_time_forms(tx)?.order;
    let [since, until] = since_and_until([&tie.since, &tie.until], order)?;
    check_length("note", &tie.note)?;
    let record = TieRecord {
        person,
        other,
        kind: tie.kind,
        closeness: tie.closeness,
        since,
        until,
        note: tie.note.trim().to_owned(),
    };
    if record.until.is_none() {
        check_no_circle(tx, &record, own)?;
        check_no_other_open_tie(tx, &record, own)?;
    }
    Ok(record)
}

/// Refuses a second open tie between the same two people. That one sways the other stands beside what else is between
/// them.
fn check_no_other_open_tie(tx: &Tx<'_>, tie: &TieRecord, own: Option<TieId>) -> Result<()> {
    let existing = tie_rows::open_beside(tx, tie, own)?;
    let Some(existing) = existing else {
        return Ok(());
    };
    let words = format!(
        "{} {} {} already. Edit that tie instead.",
        name_of(tx, existing.person)?,
        how(existing.kind, false, false),
        name_of(tx, existing.other)?,
    );
    Err(Error::invalid("other", words))
}

/// Refuses a tie by which somebody would report to themselves, directly or through others.
fn check_no_circle(tx: &Tx<'_>, tie: &TieRecord, own: Option<TieId>) -> Result<()> {
    if tie.kind != TieKind::ReportsTo {
        return Ok(());
    }
    let Some(between) = reporting_line(tx, tie.other, tie.person, own)? else {
        return Ok(());
    };
    let (person, other) = (name_of(tx, tie.person)?, name_of(tx, tie.other)?);
    let names = between.iter().map(|person| name_of(tx, *person));
    let through = match names.collect::<Result<Vec<String>>>()?.as_slice() {
        [] => String::new(),
        names => format!(" through {}", listed_at_most(names, MOST_NAMED)),
    };
    let words = format!(
        "{other} already reports to {person}{through}, so {person} cannot report to {other}."
    );
    Err(Error::invalid("other", words))
}

/// Refuses an undo that brings back a "reports to" tie which would close a circle:
/// others may have been added since.
///
/// # Errors
/// `Invalid`.
pub(crate) fn check_no_reporting_circle(tx: &Tx<'_>, undone: OperationId) -> Result<()> {
    for id in undo_log::rows_touched(tx, undone, "ties")? {
        let tie = tie_rows::find(tx, TieId(id))?;
        let line = tie.filter(|tie| tie.kind == TieKind::ReportsTo && tie.until.is_none());
        let Some(tie) = line else { continue };
        if reporting_line(tx, tie.other, tie.person, None)?.is_some() {
            let words =
                "Taking this back would make a circle of who reports to whom. Nothing was changed.";
            return Err(Error::invalid("kind", words));
        }
    }
    Ok(())
}

/// If `from` reports to `to`, directly or through others, returns the people between them, lowest first.
/// Searches breadth first, so that the line is a shortest one; the tie `but` is ignored.
fn reporting_line(
    tx: &Tx<'_>,
    from: PersonId,
    to: PersonId,
    but: Option<TieId>,
) -> Result<Option<Vec<PersonId>>> {
    let mut above: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for (below, boss) in tie_rows::reports_to_above(tx, from, but)? {
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

fn name_of(tx: &Tx<'_>, id: PersonId) -> Result<String> {
    Ok(person_rows::get(tx, id)?.name.display)
}
