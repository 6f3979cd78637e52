//! The lock that keeps a second Kith from writing to the same book: a lock file,
//! held as long as the process runs.
//!
//! The system releases it when the process ends for any reason. No session bus is needed.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Takes the lock on a folder; `None` if another Kith holds it.
pub fn take(folder: &Path) -> io::Result<Option<Lock>> {
    crate::place::create_private(folder)?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("kith.lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holder_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("new");
        let first = take(&data).unwrap();
        assert!(first.is_some());
        assert!(take(&data).unwrap().is_none());
        drop(first);
        assert!(take(&data).unwrap().is_some());
    }
}
