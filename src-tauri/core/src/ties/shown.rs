//! The ties of a person as their page and the map show them.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::words::{how, well, years, years_aloud};
use super::{ClosenessWeights, PersonTies, Proposals, TieShown, proposed};
use crate::book::Book;
use crate::counts::count32;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::letters::{capital, sentence};
use crate::moment::Moment;
use crate::people::{PairScope, PersonName, person_rows};
use crate::people_list::{PersonRow, rows_of};
use crate::relationships::relationship_rows;
use crate::settings;
use crate::store::Tx;
use crate::ties::TieId;
use crate::ties::tie_rows;
use crate::ties::tie_rows::TieRecord;
use crate::typed_day::from_today;

/// Most open ties returned for one person.
const MAX_OPEN: usize = 200;
/// Most ties that are over, and most proposed ones, returned for one person.
const MAX_OVER_OR_PROPOSED: usize = 50;

impl Book {
    /// All people that a person knows, with what Kith proposes.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn ties_of(&self, person: PersonId, now: &Moment) -> Result<PersonTies> {
        self.read(|tx| {
            let mut knows = ties_of_person(tx, person, now)?;
            for tie in proposed(tx, PairScope::Of(&[person]))?
                .into_iter()
                .take(MAX_OVER_OR_PROPOSED)
            {
                knows.proposed.push(tie.shown(tx, Some(person), now)?);
            }
            Ok(knows)
        })
    }

    /// Proposed ties, at most `limit` (which is cut to 1000). Those of people kept close come first, then
    /// those of other people with a relationship to the user; within each group the strongest reason first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn ties_proposed(&self, limit: u32, now: &Moment) -> Result<Proposals> {
        self.read_long(|tx| {
            let mut all = proposed(tx, PairScope::Everybody)?;
            let relationships = relationship_rows::whether_kept_close(tx)?;
            let nearness = |person: &PersonId| {
                relationships
                    .get(person)
                    .map_or(0, |kept| 1 + u8::from(*kept))
            };
            all.sort_by_key(|tie| Reverse(nearness(&tie.person).max(nearness(&tie.other))));
            let total = count32(all.len());
            let shown = all.into_iter().take(limit.min(1000) as usize);
            let shown = shown.map(|tie| tie.shown(tx, None, now));
            Ok(Proposals {
                total,
                ties: shown.collect::<Result<_>>()?,
            })
        })
    }
}

/// A person's open ties and those that are over, without proposals.
pub(crate) fn ties_of_person(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<PersonTies> {
    let name = person_rows::get(tx, person)?.name.display;
    let weights = settings::get::<ClosenessWeights>(tx)?;
    let all = tie_rows::of_person(tx, person)?;
    let (mut open, mut over): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|tie| tie.until.is_none());
    open.sort_by(|a, b| {
        weights
            .of(b.closeness)
            .total_cmp(&weights.of(a.closeness))
            .then_with(|| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)))
    });
    over.sort_by(|a, b| {
        b.until
            .cmp(&a.until)
            .then_with(|| a.sort_key.cmp(&b.sort_key))
    });
    let show = |of: &[tie_rows::TieOf], most: usize| {
        let of = of.iter().take(most);
        let records: Vec<(TieId, TieRecord)> = of
            .map(|tie| Ok((tie.id, tie_rows::get(tx, tie.id)?)))
            .collect::<Result<_>>()?;
        let others: Vec<PersonId> = records
            .iter()
            .map(|(_, tie)| tie.end_beside(person))
            .collect();
        let rows = rows_of(tx, &others, now)?;
        let shown = records.into_iter().zip(rows);
        let shown = shown.map(|((id, tie), with)| tie_shown(tx, id, tie, &name, with, now));
        shown.collect::<Result<Vec<_>>>()
    };
    Ok(PersonTies {
        ties: show(&open, MAX_OPEN)?,
        more: count32(open.len().saturating_sub(MAX_OPEN)),
        over: show(&over, MAX_OVER_OR_PROPOSED)?,
        proposed: Vec::new(),
    })
}

/// The people to whom a person is tied and to whom I have a relationship, the closest ties first; and how many.
pub(crate) fn known_by_both(tx: &Tx<'_>, person: PersonId) -> Result<(Vec<PersonName>, u32)> {
    let weights = settings::get::<ClosenessWeights>(tx)?;
    let mut open: Vec<_> = tie_rows::of_person(tx, person)?
        .into_iter()
        .filter(|tie| tie.until.is_none())
        .collect();
    open.sort_by(|a, b| {
        weights
            .of(b.closeness)
            .total_cmp(&weights.of(a.closeness))
            .then_with(|| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)))
    });
    let mut both = Vec::new();
    for tie in &open {
        let other = tie_rows::get(tx, tie.id)?.end_beside(person);
        if relationship_rows::of_person(tx, other)?.is_some() {
            let name = person_rows::get(tx, other)?.name.display;
            both.push(PersonName { id: other, name });
        }
    }
    let total = count32(both.len());
    Ok((both, total))
}

/// A tie as the page of the person called `name` shows it.
fn tie_shown(
    tx: &Tx<'_>,
    id: TieId,
    tie: TieRecord,
    name: &str,
    with: PersonRow,
    now: &Moment,
) -> Result<TieShown> {
    let from_them = tie.person == with.id;
    let how = how(tie.kind, from_them, tie.until.is_some());
    let (since, until) = (tie.since, tie.until);
    let well = well(tie.closeness);
    let mut sentences = vec![sentence(format!("{name} {how} {}", name_and_work(&with)))];
    let told = [well.to_owned(), years_aloud(since, until)];
    let told: Vec<&str> = told
        .iter()
        .map(String::as_str)
        .filter(|said| !said.is_empty())
        .collect();
    sentences.push(format!("{}.", capital(&told.join(", "))));
    sentences.push(last_talk(tx, with.id, now.today())?);
    Ok(TieShown {
        id,
        kind: tie.kind,
        from_them,
        how: how.to_owned(),
        closeness: tie.closeness,
        well: well.to_owned(),
        years: years(since, until),
        since: tie.since,
        until: tie.until,
        note: tie.note,
        spoken: sentences.join(" "),
        with,
    })
}

/// Name, role and organisation: "Nadia Ferreux, VP Research at Orrin Pharma".
fn name_and_work(row: &PersonRow) -> String {
    match (row.role.as_str(), row.organisation.as_str()) {
        ("", "") => row.name.clone(),
        ("", organisation) => format!("{} at {organisation}", row.name),
        (role, "") => format!("{}, {role}", row.name),
        (role, organisation) => format!("{}, {role} at {organisation}", row.name),
    }
}

fn last_talk(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<String> {
    let last = interaction_rows::last_on(tx, person)?;
    Ok(match last {
        Some(on) => format!("You last talked {}.", from_today(on.date(), today)),
        None => "You have not talked with them yet.".to_owned(),
    })
}
