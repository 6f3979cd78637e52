//! A look at every byte of a book's file: SQLite's integrity check, that of the find index, and the hash
//! of every blob.
//!
//! It reads on a connection of its own, so that the book goes on meanwhile. What it cannot see is a value
//! inside a row that was overwritten by another value of its type.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, InterruptHandle};

use super::{blobs, open};
use crate::error::{Code, Error, Result};

/// A check of a book's file that has not begun.
pub struct WholeCheck {
    connection: Connection,
    stopped: Arc<AtomicBool>,
}

/// Stops a check from another thread.
pub struct Stopper {
    interrupt: InterruptHandle,
    stopped: Arc<AtomicBool>,
}

impl Stopper {
    /// The check ends soon, with `Stopped`.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.interrupt.interrupt();
    }
}

impl WholeCheck {
    /// A check of the book in `file`.
    pub(crate) fn of(file: &Path) -> Result<Self> {
        Ok(Self {
            connection: open::checker(file)?,
            stopped: Arc::default(),
        })
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        Stopper {
            interrupt: self.connection.get_interrupt_handle(),
            stopped: Arc::clone(&self.stopped),
        }
    }

    /// Runs it. Nothing is written.
    ///
    /// # Errors
    /// `BookDamaged` where something is not as it was written; `Stopped`; what the disk says.
    pub fn run(self) -> Result<()> {
        let is_stopped = || self.stopped.load(Ordering::Acquire);
        let begun = if is_stopped() {
            Err(stopped())
        } else {
            open::check_structure(&self.connection)
        };
        let checked = begun.and_then(|()| blobs::check_hashes(&self.connection, is_stopped));
        match checked {
            // An interrupted statement has an error of its own.
            Err(_) if is_stopped() => Err(stopped()),
            checked => checked,
        }
    }
}

fn stopped() -> Error {
    Error::new(Code::Stopped, "The check was stopped.")
}
