//! Who could meet: one of the user's people offers what another looks for, and as far as the book knows they have not
//! met. None beyond a limit or across a boundary.

use std::collections::HashSet;

use serde::Serialize;

use super::proposed::{kept_out, offering};
use crate::book::Book;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::introductions::refused_rows;
use crate::moment::Moment;
use crate::number_words::{capital_number, number};
use crate::people::{PersonName, person_rows};
use crate::people_list::{PersonRow, row_of};
use crate::relationships::relationship_rows;
use crate::store::Tx;
use crate::topics::matches::offerers_of;
use crate::topics::{Stance, TopicLineId, topic_rows};

/// At most so many pairs are listed.
const MOST_PAIRS: usize = 40;
/// At most so many are listed that are kept out.
const MOST_KEPT_OUT: usize = 12;

/// Two who could meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CouldMeetPair {
    /// Who offers.
    pub offers: PersonRow,
    /// What they offer, as it is spelled with them.
    pub offered: String,
    /// Who looks for it.
    pub seeks: PersonRow,
    /// What they look for, as it is spelled with them.
    pub sought: String,
    /// The line that says so.
    pub line: TopicLineId,
    /// Why, as an introduction begins with it: "Ana looks for a speaker in Bergen. Ben offers talks in Bergen."
    pub why: String,
}

/// Two who would fit and are not proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NotProposed {
    /// The two: who offers, and who looks for it.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<PersonName>"))]
    pub people: [PersonName; 2],
    /// Why not, in a sentence.
    pub why: String,
    /// Whether the user said so of these two, and can take it back.
    pub refused: bool,
}

/// Who could meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CouldMeet {
    /// By the name of whoever looks for something.
    pub pairs: Vec<CouldMeetPair>,
    /// Whether there may be more than are listed.
    pub more: bool,
    /// Some of those who are kept out by what the user wrote down, at most twelve. Only people whom the user knows.
    #[cfg_attr(feature = "typescript", ts(rename = "notProposed"))]
    #[serde(rename = "notProposed")]
    pub not_proposed: Vec<NotProposed>,
    /// How many offer something and how many look for something: "Two people offer something, and nobody looks for
    /// anything."
    pub words: String,
}

impl Book {
    /// Pairs of the user's people of whom one offers what the other looks for.
    ///
    /// # Errors
    /// Storage errors.
    pub fn could_meet(&self, now: &Moment) -> Result<CouldMeet> {
        self.read_long(|tx| could_meet(tx, now))
    }
}

fn could_meet(tx: &Tx<'_>, now: &Moment) -> Result<CouldMeet> {
    let seekers = topic_rows::all_with(tx, Stance::Seeks)?;
    let offerers = topic_rows::all_with(tx, Stance::Offers)?;
    let mut meet = CouldMeet {
        pairs: Vec::new(),
        more: false,
        not_proposed: Vec::new(),
        words: words(offerers.len(), seekers.len()),
    };
    // Two who each look for what the other offers are one pair.
    let mut paired: HashSet<(PersonId, PersonId)> = HashSet::new();
    for seeker in seekers {
        if meet.pairs.len() >= MOST_PAIRS {
            meet.more = true;
            break;
        }
        if !is_known(tx, seeker)? {
            continue;
        }
        for found in offering(tx, seeker, now)? {
            let other = found.other.id;
            if is_known(tx, other)? && paired.insert(pair(seeker, other)) {
                if meet.pairs.len() >= MOST_PAIRS {
                    meet.more = true;
                    break;
                }
                let (offers, seeks) = (row_of(tx, other, now)?, row_of(tx, seeker, now)?);
                meet.pairs.push(CouldMeetPair {
                    why: found.why(&seeks.name),
                    offers,
                    offered: found.offered,
                    seeks,
                    sought: found.sought,
                    line: found.line,
                });
            }
        }
        if meet.not_proposed.len() < MOST_KEPT_OUT {
            let kept = kept_out_with(tx, seeker, &mut paired, now)?;
            meet.not_proposed.extend(kept);
            meet.not_proposed.truncate(MOST_KEPT_OUT);
        }
    }
    Ok(meet)
}

fn pair(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}

/// Whom the user knows and who offers what somebody looks for, but is kept out.
fn kept_out_with(
    tx: &Tx<'_>,
    seeker: PersonId,
    paired: &mut HashSet<(PersonId, PersonId)>,
    now: &Moment,
) -> Result<Vec<NotProposed>> {
    let mut kept = Vec::new();
    for other in offerers_of(tx, seeker)? {
        if paired.contains(&pair(seeker, other.id)) || !is_known(tx, other.id)? {
            continue;
        }
        if let Some(why) = kept_out(tx, seeker, other.id, now)? {
            paired.insert(pair(seeker, other.id));
            kept.push(NotProposed {
                refused: refused_rows::refused_on(tx, seeker, other.id)?.is_some(),
                people: [other, person_rows::person_name(tx, seeker)?],
                why,
            });
        }
    }
    Ok(kept)
}

/// Whether the user knows a person: they talked, or the user keeps them close or chose a kind.
fn is_known(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let mine = relationship_rows::of_person(tx, person)?;
    let is_declared = mine.is_some_and(|mine| mine.kind.is_some() || mine.kept_close_on.is_some());
    Ok(is_declared || interaction_rows::last_on(tx, person)?.is_some())
}

fn words(offer: usize, seek: usize) -> String {
    let offers = match offer {
        0 => "Nobody offers anything yet".to_owned(),
        1 => "One person offers something".to_owned(),
        many => format!("{} people offer something", capital_number(many)),
    };
    let seeks = match seek {
        0 => "nobody looks for anything".to_owned(),
        1 => "one person looks for something".to_owned(),
        many => format!("{} people look for something", number(many)),
    };
    format!("{offers}, and {seeks}.")
}
