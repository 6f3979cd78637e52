//! A change while it runs: its transaction, its time, and its description in the history.

use std::cell::RefCell;

use super::{Tx, operations};
use crate::error::Result;
use crate::ids::OperationId;
use crate::moment::Moment;

/// A change made by `Book::change`, while it runs.
pub(crate) struct Changing<'c> {
    pub(crate) tx: Tx<'c>,
    pub(crate) now: Moment,
    /// The operation that this change is logged as.
    pub(crate) operation: OperationId,
    description: RefCell<Option<Description>>,
}

/// The description of an operation in the history.
struct Description {
    subject: String,
    count: u32,
    undoes: Option<OperationId>,
}

impl<'c> Changing<'c> {
    /// A change that is logged as `operation`, which has been begun.
    pub(crate) fn begin(tx: Tx<'c>, now: Moment, operation: OperationId) -> Self {
        Self {
            tx,
            now,
            operation,
            description: RefCell::default(),
        }
    }

    /// Stores the last description given by `about` or `about_operation`, if there is one.
    pub(crate) fn write_name(&self) -> Result<()> {
        match self.description.take() {
            Some(description) => operations::name(
                &self.tx,
                self.operation,
                &description.subject,
                description.count,
                description.undoes,
            ),
            None => Ok(()),
        }
    }

    /// Describes the operation in the history: the name of the person, file or setting that it changes, and
    /// the number of people (or ties) changed. The description itself is not logged for undo.
    pub(crate) fn about(&self, subject: impl Into<String>, count: usize) {
        self.describe(
            subject.into(),
            u32::try_from(count).unwrap_or(u32::MAX),
            None,
        );
    }

    /// Describes an undo or redo by the operation `undoes`, which it undoes or does again.
    pub(crate) fn about_operation(&self, subject: &str, count: u32, undoes: OperationId) {
        self.describe(subject.to_owned(), count, Some(undoes));
    }

    fn describe(&self, subject: String, count: u32, undoes: Option<OperationId>) {
        self.description.replace(Some(Description {
            subject,
            count,
            undoes,
        }));
    }
}
