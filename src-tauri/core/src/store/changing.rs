//! A change while it runs: its transaction, its time, and its description in the history.

use std::cell::RefCell;

use super::{Tx, operations};
use crate::counts::count32;
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
    /// What it did, in words; each only once.
    what: RefCell<Vec<String>>,
}

/// Most things that the history says of one change.
const MAX_WHAT: usize = 3;

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
            what: RefCell::default(),
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
                &self.said(description.count),
                description.undoes,
            ),
            None => Ok(()),
        }
    }

    /// Says what the change did, in words that follow a colon in the history: "paused until 3 March". Words of what
    /// is private, such as the text of a note, do not belong here.
    pub(crate) fn says(&self, what: impl Into<String>) {
        let what = what.into();
        let mut all = self.what.borrow_mut();
        if !all.contains(&what) {
            all.push(what);
        }
    }

    /// All that was said, where it fits into a line and holds for all of the `count` people.
    fn said(&self, count: u32) -> String {
        let all = self.what.take();
        let most = if count > 1 { 1 } else { MAX_WHAT };
        match all.len() <= most {
            true => all.join(", "),
            false => String::new(),
        }
    }

    /// Describes the operation in the history: the name of the person, file or setting that it changes, and
    /// the number of people (or ties) changed. The description itself is not logged for undo.
    pub(crate) fn about(&self, subject: impl Into<String>, count: usize) {
        self.describe(subject.into(), count32(count), None);
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
