//! Undo, redo and the history. All kinds of change go through the same mechanism.

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

/// An operation in the history: one change that the user made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// The id of the operation.
    pub id: OperationId,
    /// The kind of change.
    pub kind: OperationKind,
    /// The name of the person, file or setting that it changed; may be empty.
    pub subject: String,
    /// Number of people, or of ties, that it changed.
    pub count: u32,
    /// What it did, in words: "paused until 3 March". Empty where its kind and its subject say all.
    pub what: String,
    /// Local date and time, "2026-03-10T09:42:00".
    pub at: String,
    /// Whether it has been undone.
    pub undone: bool,
    /// Whether it can be undone by itself now.
    pub can_undo: bool,
}

/// A person whose data an undo left unchanged, because a later operation changed it too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LeftUnchanged {
    /// The id of the person.
    pub id: PersonId,
    /// The display name of the person.
    pub name: String,
}

/// The result of an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Undone {
    /// The operation that was undone or done again.
    pub operation: Operation,
    /// The people whose data was left unchanged; always empty for a redo.
    pub kept: Vec<LeftUnchanged>,
}

impl Book {
    /// Undoes the newest operation that is not undone yet.
    ///
    /// # Errors
    /// `NothingToUndo`; storage errors.
    pub fn undo(&self, now: &Moment) -> Result<Done<Undone>> {
        self.take_back(operations::last_standing, now)
    }

    /// Undoes one operation of the history, even if others came after it. People whom a later operation
    /// changed too keep their data and are listed in the result.
    ///
    /// # Errors
    /// `NothingToUndo` if it has been undone already; `Invalid` if somebody would then report to themselves,
    /// directly or through others; storage errors.
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
            let target = find(tx)?
                .filter(can_undo)
                .ok_or_else(|| nothing_to("undo"))?;
            change.about_operation(&target.subject, target.count, target.id);
            let kept = undo_replay::who_stays(tx, target.id)?;
            let restored = undo_replay::replay_apart(tx, target.id, &kept)?;
            for check in tx.schema().nouns.iter().filter_map(|noun| noun.after_undo) {
                check(tx, target.id)?;
            }
            // If all people keep their data, nothing was undone: the operation can still be undone later.
            if restored > 0 || kept.is_empty() {
                operations::set_undone(tx, target.id, true)?;
            }
            Ok(Undone {
                operation: operation_of(&target, now),
                kept: with_names(tx, kept)?,
            })
        })
    }

    /// Does the operation again that was undone last, if no other change came after the undo.
    ///
    /// # Errors
    /// `NothingToUndo`; storage errors.
    pub fn redo(&self, now: &Moment) -> Result<Done<Undone>> {
        let mut done = self.change(OperationKind::Redo, now, |change| {
            let tx = &change.tx;
            let undo = operations::last_redoable(tx)?.ok_or_else(|| nothing_to("do again"))?;
            let target = operations::find(tx, must(undo.undoes, "redo")?)?;
            let target = target.ok_or_else(|| nothing_to("do again"))?;
            change.about_operation(&target.subject, target.count, target.id);
            undo_replay::replay(tx, undo.id)?;
            operations::set_undone(tx, undo.id, true)?;
            operations::set_undone(tx, target.id, false)?;
            Ok(Undone {
                operation: operation_of(&target, now),
                kept: Vec::new(),
            })
        })?;
        done.operation = done.operation.map(|_| done.value.operation.id);
        Ok(done)
    }

    /// The newest operations, including undone ones. `limit` is cut to 1000.
    ///
    /// # Errors
    /// Storage errors.
    pub fn history(&self, limit: u32, now: &Moment) -> Result<Vec<Operation>> {
        let records = self.read(|tx| operations::history(tx, limit.min(1000)))?;
        Ok(records
            .iter()
            .map(|record| operation_of(record, now))
            .collect())
    }
}

fn nothing_to(to: &str) -> Error {
    Error::new(Code::NothingToUndo, format!("There is nothing to {to}."))
}

fn can_undo(operation: &OperationRecord) -> bool {
    !operation.undone
        && operation.is_logged
        && !matches!(operation.kind, OperationKind::Undo | OperationKind::Redo)
}

fn with_names(tx: &Tx<'_>, ids: Vec<PersonId>) -> Result<Vec<LeftUnchanged>> {
    let mut kept = Vec::new();
    for id in ids {
        if let Some(person) = person_rows::find(tx, id)? {
            kept.push(LeftUnchanged {
                id,
                name: person.name.display,
            });
        }
    }
    Ok(kept)
}

fn operation_of(record: &OperationRecord, now: &Moment) -> Operation {
    Operation {
        id: record.id,
        kind: record.kind,
        subject: record.subject.clone(),
        count: record.count,
        what: record.what.clone(),
        at: now.local_text_of(record.at),
        undone: record.undone,
        can_undo: can_undo(record),
    }
}
