//! Taking changes back, and bringing them again: one mechanism for all of them.

use serde::Serialize;

use crate::book::{Book, must};
use crate::change::{Done, Op, OperationKind};
use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::moment::Moment;
use crate::store::operations::{self, OperationRecord};
use crate::store::{Tx, organisations, people, tags, undo_log};

/// For so many days a change can be undone and the trash keeps people.
pub const DAYS_KEPT: i64 = 30;

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
        let last = self.read(operations::last_standing)?;
        self.take_back(last.ok_or_else(|| nothing("undo"))?, now)
    }

    /// Takes one change of the history back, whatever came after: people changed since stay and are listed.
    ///
    /// # Errors
    /// `NothingToUndo` where it was undone already; those of storage.
    pub fn undo_operation(&self, id: OperationId, now: &Moment) -> Result<Done<Undone>> {
        let found = self.read(|tx| operations::find(tx, id))?;
        self.take_back(found.filter(can_undo).ok_or_else(|| nothing("undo"))?, now)
    }

    /// Brings again what was last undone, if nothing was changed since.
    ///
    /// # Errors
    /// `NothingToUndo`; those of storage.
    pub fn redo(&self, now: &Moment) -> Result<Done<Undone>> {
        let undo = self
            .read(operations::last_redoable)?
            .ok_or_else(|| nothing("do again"))?;
        let target = must(undo.undoes, "redo")?;
        let original = self
            .read(|tx| operations::find(tx, target))?
            .ok_or_else(|| nothing("do again"))?;
        let op = Op {
            kind: OperationKind::Redo,
            subject: original.subject.clone(),
            count: original.count,
        };
        let mut done = self.operate(&op, Some(target), now, |change| {
            undo_log::replay(&change.tx, undo.id)?;
            operations::set_undone(&change.tx, undo.id, true)?;
            operations::set_undone(&change.tx, target, false)?;
            Ok(Undone {
                operation: shown(&original, now),
                kept: Vec::new(),
            })
        })?;
        // The original's own log describes this state again; that of the redo would be a second one.
        if let Some(redo) = done.operation.replace(target) {
            self.change_for_good(|tx| undo_log::forget_operation(tx, redo))?;
        }
        Ok(done)
    }

    fn take_back(&self, target: OperationRecord, now: &Moment) -> Result<Done<Undone>> {
        let op = Op {
            kind: OperationKind::Undo,
            subject: target.subject.clone(),
            count: target.count,
        };
        self.operate(&op, Some(target.id), now, |change| {
            let kept = undo_log::touched_since(&change.tx, target.id)?;
            undo_log::replay_apart(&change.tx, target.id, &kept)?;
            if !kept.is_empty() {
                // What only those who stay had used once is not wanted back.
                tags::drop_unused(&change.tx)?;
                organisations::drop_unused(&change.tx)?;
            }
            operations::set_undone(&change.tx, target.id, true)?;
            Ok(Undone {
                operation: shown(&target, now),
                kept: named(&change.tx, kept)?,
            })
        })
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
        if let Some(person) = people::find(tx, id)? {
            kept.push(Kept {
                id,
                name: person.name.display,
            });
        }
    }
    Ok(kept)
}

fn shown(record: &OperationRecord, now: &Moment) -> Operation {
    let at = now.local_of(&record.at);
    Operation {
        id: record.id,
        kind: record.kind,
        subject: record.subject.clone(),
        count: record.count,
        at: at
            .map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string())
            .unwrap_or_default(),
        undone: record.undone,
        can_undo: can_undo(record),
    }
}
