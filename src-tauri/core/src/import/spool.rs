//! Stores the text of all files of a plan in an unnamed temporary file, so that large imports need little
//! memory.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::error::Result;

/// Text in a temporary file, which is deleted with this value.
pub(crate) struct Spool {
    file: Mutex<File>,
    length: u64,
}

impl Spool {
    /// In the system's folder for such files or, where it gives none, in that of the book.
    pub(crate) fn new(book: &Path) -> Result<Self> {
        let beside = book.parent().unwrap_or_else(|| Path::new("."));
        let file = tempfile::tempfile().or_else(|_| tempfile::tempfile_in(beside))?;
        Ok(Self {
            file: Mutex::new(file),
            length: 0,
        })
    }

    /// Appends bytes and returns the position where they start.
    pub(crate) fn keep(&mut self, bytes: &[u8]) -> Result<u64> {
        let start = self.length;
        let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(start)
    }

    /// The bytes of this range.
    pub(crate) fn read(&self, span: &Range<u64>) -> Result<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(span.start))?;
        let mut bytes = vec![0; usize::try_from(span.end - span.start).unwrap_or(usize::MAX)];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
