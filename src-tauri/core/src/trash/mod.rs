//! The trash: out of sight for 30 days on which Kith ran, then gone for good.

use serde::Serialize;

use crate::book::Book;
use crate::change::{Changes, Done, OperationKind};
use crate::days::{Day, Stamp};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::PersonRow;
use crate::people_list::rows_of;
use crate::store::seen_days::{self, SeenDays};
use crate::store::{Tx, undo_log};

/// A person in the trash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Trashed {
    /// The person.
    pub row: PersonRow,
    /// Local date on which they went to the trash.
    pub trashed_on: Day,
    /// Days on which Kith runs until they go for good; 0 where they go today.
    pub days_left: usize,
}

impl Book {
    /// Moves people to the trash.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn people_trash(&self, ids: &[PersonId], now: &Moment) -> Result<Done<()>> {
        self.set_trashed(OperationKind::Trash, ids, Some(now.stamp()), now)
    }

    /// Brings people back from the trash.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn people_restore(&self, ids: &[PersonId], now: &Moment) -> Result<Done<()>> {
        self.set_trashed(OperationKind::Restore, ids, None, now)
    }

    fn set_trashed(
        &self,
        kind: OperationKind,
        ids: &[PersonId],
        at: Option<Stamp>,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(kind, now, |change| {
            change.about_people(ids)?;
            for id in ids {
                person_rows::set_trashed(&change.tx, *id, at)?;
            }
            Ok(())
        })
    }

    /// All people in the trash, oldest first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn trash_list(&self, now: &Moment) -> Result<Vec<Trashed>> {
        self.read(|tx| {
            let trashed = person_rows::trashed(tx)?;
            let seen = seen_days::read(tx)?;
            let ids: Vec<PersonId> = trashed.iter().map(|(id, _)| *id).collect();
            let rows = rows_of(tx, &ids, now)?;
            Ok(rows
                .into_iter()
                .zip(trashed)
                .map(|(row, (_, stamp))| Trashed {
                    row,
                    trashed_on: now.day_of(stamp),
                    days_left: seen.left(stamp),
                })
                .collect())
        })
    }

    /// Deletes people in the trash for good, which cannot be undone: those in `ids`, or
    /// all of them. Returns how many.
    ///
    /// # Errors
    /// Storage errors.
    pub fn trash_empty(&self, ids: Option<&[PersonId]>) -> Result<Done<u32>> {
        let gone = self.change_for_good(|tx| {
            let mut trashed = person_rows::trashed(tx)?;
            trashed.retain(|(id, _)| ids.is_none_or(|ids| ids.contains(id)));
            drop_for_good(tx, trashed)
        })?;
        Ok(Done {
            value: gone,
            changes: Changes {
                all_people: true,
                tables: vec!["people".to_owned(), "person_tags".to_owned()],
                ..Changes::default()
            },
            operation: None,
        })
    }
}

/// Whoever has been in the trash for longer than it keeps people goes for good. Returns how many.
pub(crate) fn drop_old(tx: &Tx<'_>, seen: &SeenDays) -> Result<u32> {
    let mut trashed = person_rows::trashed(tx)?;
    trashed.retain(|(_, stamp)| seen.left(*stamp) == 0);
    drop_for_good(tx, trashed)
}

/// Also deletes their rows from the undo log: otherwise an undo could bring their data back.
fn drop_for_good(tx: &Tx<'_>, trashed: Vec<(PersonId, Stamp)>) -> Result<u32> {
    let ids: Vec<PersonId> = trashed.into_iter().map(|(id, _)| id).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    undo_log::forget_people(tx, &ids)?;
    for id in &ids {
        person_rows::delete(tx, *id)?;
    }
    undo_log::sweep_wholes(tx)?;
    u32::try_from(ids.len()).map_err(|_| Error::internal("count"))
}
