//! A change while it runs: its transaction, its time, and how the history names it.

use std::cell::RefCell;

use super::{Tx, operations};
use crate::error::Result;
use crate::ids::OperationId;
use crate::moment::Moment;

/// A change of `Book::change`, while it runs.
pub(crate) struct Changing<'c> {
    pub(crate) tx: Tx<'c>,
    pub(crate) now: Moment,
    /// This change's operation.
    pub(crate) operation: OperationId,
    named: RefCell<Option<Named>>,
}

/// What the history says of an operation besides its kind.
struct Named {
    subject: String,
    count: u32,
    undoes: Option<OperationId>,
}

impl<'c> Changing<'c> {
    /// A change of an operation that was begun.
    pub(crate) fn begin(tx: Tx<'c>, now: Moment, operation: OperationId) -> Self {
        Self {
            tx,
            now,
            operation,
            named: RefCell::default(),
        }
    }

    /// Writes down what `about` said last.
    pub(crate) fn write_name(&self) -> Result<()> {
        match self.named.take() {
            Some(named) => operations::name(
                &self.tx,
                self.operation,
                &named.subject,
                named.count,
                named.undoes,
            ),
            None => Ok(()),
        }
    }

    /// Names the operation in the history: after a person, a file or a setting, and how many people (or
    /// ties) it is about. Never logged.
    pub(crate) fn about(&self, subject: impl Into<String>, count: usize) {
        self.name(
            subject.into(),
            u32::try_from(count).unwrap_or(u32::MAX),
            None,
        );
    }

    /// Names the operation after the one that it takes back or brings again.
    pub(crate) fn about_operation(&self, subject: &str, count: u32, undoes: OperationId) {
        self.name(subject.to_owned(), count, Some(undoes));
    }

    fn name(&self, subject: String, count: u32, undoes: Option<OperationId>) {
        self.named.replace(Some(Named {
            subject,
            count,
            undoes,
        }));
    }
}
