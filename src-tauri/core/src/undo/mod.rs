//! Taking changes back, and bringing them again: one mechanism for all of them.

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::book::{Book, must};
use crate::change::{Done, OperationKind};
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::operations::{self, OperationRecord};
use crate::store::{Tx, undo_replay};

/// A change in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// Which.
    pub id: OperationId,
    /// What kind of change.
    pub kind: OperationKind,
    /// Whom or which file it was about.
    pub subject: String,
    /// How many people it was about.
    pub count: u32,
    /// Local date and time.
    pub at: String,
    /// It was taken back.
    pub undone: bool,
    /// It can be taken back by itself now.
    pub can_undo: bool,
}

/// Somebody who stayed as they are, because they were changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Kept {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// What was undone or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Undone {
    /// The change.
    pub operation: Operation,
    /// Who stayed.
    pub kept: Vec<Kept>,
}

impl Book {
    /// Takes the last change back that still stands.
    ///
    /// # Errors
    /// `NothingToUndo`; those of storage.
    pub fn undo(&self, now: &Moment) -> Result<Done<Undone>> {
        self.take_back(operations::last_standing, now)
    }

    /// Takes one change of the history back, whatever came after: people changed since stay and are listed.
    ///
    /// # Errors
    /// `NothingToUndo` where it was undone already; `Invalid` where somebody would report to themselves
    /// over others; those of storage.
    pub fn undo_operation(&self, id: OperationId, now: &Moment) -> Result<Done<Undone>> {
        self.take_back(|tx| operations::find(tx, id), now)
    }

    fn take_back(
        &self,
        find: impl FnOnce(&Tx<'_>) -> Result<Option<OperationRecord>>,
        now: &Moment,
    ) -> Result<Done<Undone>> {
        self.change(OperationKind::Undo, now, |change| {
            let tx = &change.tx;
            let target = find(tx)?.filter(can_undo).ok_or_else(|| nothing("undo"))?;
            change.about_operation(&target.subject, target.count, target.id);
            let kept = undo_replay::who_stays(tx, target.id)?;
            let went_back = undo_replay::replay_apart(tx, target.id, &kept)?;
            for check in tx.schema().nouns.iter().filter_map(|noun| noun.after_undo) {
                check(tx, target.id)?;
            }
            // Where everybody stays, nothing was undone, and it can be later.
            if went_back > 0 || kept.is_empty() {
                operations::set_undone(tx, target.id, true)?;
            }
            Ok(Undone {
                operation: shown(&target, now),
                kept: named(tx, kept)?,
            })
        })
    }

    /// Brings again what was last undone, if nothing was changed since.
    ///
    /// # Errors
    /// `NothingToUndo`; those of storage.
    pub fn redo(&self, now: &Moment) -> Result<Done<Undone>> {
        let mut done = self.change(OperationKind::Redo, now, |change| {
            let tx = &change.tx;
            let undo = operations::last_redoable(tx)?.ok_or_else(|| nothing("do again"))?;
            let target = operations::find(tx, must(undo.undoes, "redo")?)?;
            let target = target.ok_or_else(|| nothing("do again"))?;
            change.about_operation(&target.subject, target.count, target.id);
            undo_replay::replay(tx, undo.id)?;
            operations::set_undone(tx, undo.id, true)?;
            operations::set_undone(tx, target.id, false)?;
            Ok(Undone {
                operation: shown(&target, now),
                kept: Vec::new(),
            })
        })?;
        done.operation = done.operation.map(|_| done.value.operation.id);
        Ok(done)
    }

    /// The newest changes, undone ones too.
    ///
    /// # Errors
    /// Those of storage.
    pub fn history(&self, limit: u32, now: &Moment) -> Result<Vec<Operation>> {
        let records = self.read(|tx| operations::history(tx, limit.min(1000)))?;
        Ok(records.iter().map(|record| shown(record, now)).collect())
    }
}

fn nothing(to: &str) -> Error {
    Error::new(Code::NothingToUndo, format!("There is nothing to {to}."))
}

fn can_undo(operation: &OperationRecord) -> bool {
    !operation.undone && !matches!(operation.kind, OperationKind::Undo | OperationKind::Redo)
}

fn named(tx: &Tx<'_>, ids: Vec<PersonId>) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for id in ids {
        if let Some(person) = person_rows::find(tx, id)? {
            kept.push(Kept {
                id,
                name: person.name.display,
            });
        }
    }
    Ok(kept)
}

fn shown(record: &OperationRecord, now: &Moment) -> Operation {
    Operation {
        id: record.id,
        kind: record.kind,
        subject: record.subject.clone(),
        count: record.count,
        at: now
            .local_of(record.at)
            .format("%Y-%m-%dT%H:%M:%S")
            .to_string(),
        undone: record.undone,
        can_undo: can_undo(record),
    }
}
