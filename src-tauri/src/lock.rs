//! One writer: a lock file of Kith's own in the data folder, held as long as the process lives.
//!
//! The system lets go of it when the process ends, however it ends. It works without a session bus.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// The held lock.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Takes the lock; `None` where another Kith holds it.
pub fn take(folder: &Path) -> io::Result<Option<Lock>> {
    crate::place::make(folder)?;
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
