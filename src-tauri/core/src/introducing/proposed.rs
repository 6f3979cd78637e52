//! Introductions that Kith proposes: somebody looks for what somebody else offers. None beyond a limit or across a
//! boundary.

use serde::Serialize;

use super::before::{against, asks_nothing_of, before_asking, limit_of};
use crate::error::Result;
use crate::ids::PersonId;
use crate::introductions::{Introducer, IntroductionRecord, introduction_rows, refused_rows};
use crate::letters::sentence;
use crate::moment::Moment;
use crate::people::{PersonName, person_rows};
use crate::relationships::Status;
use crate::relationships::relationship_rows::stored_status;
use crate::store::Tx;
use crate::ties::tie_rows;
use crate::topics::TopicLineId;
use crate::topics::matches::matches_of;
use crate::typed_day::short_date;

/// At most so many are proposed for one person.
const MOST: usize = 3;

/// An introduction that Kith proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProposedIntroduction {
    /// To whom.
    pub other: PersonName,
    /// Why: "Ana looks for a speaker in Bergen. Ben offers talks in Bergen."
    pub why: String,
    /// The line of the topic that is looked for.
    pub line: TopicLineId,
}

/// Somebody who offers what a person looks for, and whom the user may introduce to them.
pub(super) struct Offers {
    pub(super) other: PersonName,
    /// What is looked for, as it is spelled with the person.
    pub(super) sought: String,
    /// What is offered, as it is spelled with the other.
    pub(super) offered: String,
    /// The line of the topic that is looked for.
    pub(super) line: TopicLineId,
}

impl Offers {
    /// "Ana looks for a speaker in Bergen. Ben Okafor offers talks in Bergen.", of a person and how they are named.
    pub(super) fn why(&self, named: &str) -> String {
        let (sought, offered) = (&self.sought, &self.offered);
        format!(
            "{named} looks for {sought}. {} offers {offered}.",
            self.other.name
        )
    }
}

/// To whom Kith proposes to introduce a person.
pub(super) fn proposed(
    tx: &Tx<'_>,
    person: PersonId,
    now: &Moment,
) -> Result<Vec<ProposedIntroduction>> {
    let all = offering(tx, person, now)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let name = person_rows::get(tx, person)?.name;
    let proposed = all.into_iter().map(|offers| ProposedIntroduction {
        why: offers.why(name.first()),
        other: offers.other,
        line: offers.line,
    });
    Ok(proposed.collect())
}

/// Who offers what a person looks for, at most three: both may be asked, nothing speaks against it, the user did not
/// refuse the two, and no introduction of them was begun.
pub(super) fn offering(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Offers>> {
    let matches = matches_of(tx, person, now)?;
    if matches.is_empty() || !may_be_asked(tx, person, now)? {
        return Ok(Vec::new());
    }
    let known = introduction_rows::of_person(tx, person)?;
    let mut all: Vec<Offers> = Vec::new();
    for found in matches {
        for offered in &found.people {
            let is_new = all.iter().all(|one| one.other.id != offered.id)
                && known
                    .iter()
                    .all(|one| one.by != Introducer::Me || !one.people.contains(&offered.id));
            let is_free = is_new
                && all.len() < MOST
                && refused_rows::refused_on(tx, person, offered.id)?.is_none()
                && against(tx, Introducer::Me, &[person, offered.id], now)?.is_empty()
                && may_be_asked(tx, offered.id, now)?;
            if is_free {
                all.push(Offers {
                    other: PersonName {
                        id: offered.id,
                        name: offered.name.clone(),
                    },
                    sought: found.topic.clone(),
                    offered: offered.topic.clone(),
                    line: found.line,
                });
            }
        }
    }
    Ok(all)
}

/// Why two are not proposed though one offers what the other looks for: what the user wrote down against it. `None`
/// where nothing is, where it is over with one of them, where they know each other, or where an introduction of them was
/// begun.
pub(super) fn kept_out(
    tx: &Tx<'_>,
    one: PersonId,
    other: PersonId,
    now: &Moment,
) -> Result<Option<String>> {
    for person in [one, other] {
        let status = stored_status(tx, person)?.at(now);
        if matches!(status, Status::Ended | Status::Died | Status::Archived) {
            return Ok(None);
        }
    }
    let known = introduction_rows::of_person(tx, one)?;
    let is_begun =
        |known: &IntroductionRecord| known.by == Introducer::Me && known.people.contains(&other);
    if known.iter().any(is_begun) || tie_rows::open_between(tx, one, other, None)?.is_some() {
        return Ok(None);
    }
    if let Some(on) = refused_rows::refused_on(tx, one, other)? {
        let day = short_date(on.date(), now.today());
        return Ok(Some(format!("You said on {day}: not these two.")));
    }
    let against = against(tx, Introducer::Me, &[one, other], now)?;
    if let Some(first) = against.into_iter().next() {
        return Ok(Some(first));
    }
    for person in [one, other] {
        if asks_nothing_of(tx, person)? {
            let name = person_rows::get(tx, person)?.name.display;
            return Ok(Some(sentence(format!("You asked Kith not to ask {name}"))));
        }
        if let Some(line) = before_asking(tx, person, false, None, now)?
            .into_iter()
            .next()
        {
            return Ok(Some(line));
        }
    }
    Ok(None)
}

/// Whether Kith may propose to ask a person.
fn may_be_asked(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    Ok(!asks_nothing_of(tx, person)? && limit_of(tx, person, false, now)?.is_none())
}
