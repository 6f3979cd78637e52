//! The trash. People in it are hidden for 30 days and then deleted for good.

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
use crate::store::operations::DAYS_KEPT;
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
    /// Days until they are deleted for good; 0 if that happens on the next start.
    pub days_left: i64,
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
            let trashed = person_rows::trashed_before(tx, None)?;
            let ids: Vec<PersonId> = trashed.iter().map(|(id, _)| *id).collect();
            let rows = rows_of(tx, &ids, now)?;
            Ok(rows
                .into_iter()
                .zip(trashed)
                .map(|(row, (_, stamp))| {
                    let on = now.day_of(stamp);
                    Trashed {
                        row,
                        trashed_on: on,
                        days_left: (DAYS_KEPT - (now.today() - on.date()).num_days()).max(0),
                    }
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
            let mut trashed = person_rows::trashed_before(tx, None)?;
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

/// Deletes all people for good who went to the trash before `stamp`.
pub(crate) fn drop_trashed_before(tx: &Tx<'_>, stamp: Option<Stamp>) -> Result<u32> {
    let trashed = person_rows::trashed_before(tx, stamp)?;
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
