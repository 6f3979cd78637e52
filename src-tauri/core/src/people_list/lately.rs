//! Whom the user was busy with lately: the people of the last changes.

use serde::Serialize;

use super::lately_rows;
use crate::book::Book;
use crate::change::OperationKind;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{RoughTime, interaction_rows};
use crate::moment::Moment;
use crate::people_list::{PersonRow, row_of};
use crate::store::Tx;
use crate::typed_day::from_today;

/// Most people that can be asked for.
const MOST: u32 = 20;

/// A person whom one of the last changes was about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lately {
    /// The person.
    pub row: PersonRow,
    /// The last change that was about them.
    pub did: OperationKind,
    /// When: "today", "yesterday", "3 days ago".
    pub when: String,
    /// Where a conversation was logged: when the last one with them was, as roughly as it is known: "yesterday",
    /// "October 2026".
    pub talked: Option<String>,
}

impl Book {
    /// The people whom the last changes were about, newest first; at most `limit` (cut to 20). Changes that were
    /// undone, and those of more than five people, do not count.
    ///
    /// # Errors
    /// Storage errors.
    pub fn people_lately(&self, limit: u32, now: &Moment) -> Result<Vec<Lately>> {
        self.read(|tx| {
            let touched = lately_rows::touched(tx, limit.min(MOST))?;
            let lately = touched.into_iter().map(|(id, did, at)| {
                Ok(Lately {
                    row: row_of(tx, id, now)?,
                    did,
                    when: from_today(now.local_of(at).date(), now.today()),
                    talked: match did {
                        OperationKind::LogInteraction => last_talk(tx, id, now)?,
                        _ => None,
                    },
                })
            });
            lately.collect()
        })
    }
}

fn last_talk(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<String>> {
    let Some(last) = interaction_rows::last_of(tx, person)? else {
        return Ok(None);
    };
    let talk = interaction_rows::get(tx, last.id)?;
    Ok(Some(match RoughTime::of(talk.on, talk.at, talk.roughly) {
        Some(rough) => rough.words,
        None => from_today(talk.on.date(), now.today()),
    }))
}
