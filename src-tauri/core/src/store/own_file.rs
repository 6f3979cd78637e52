//! Whether the path of an open book still leads to the file that was opened, with only Kith's bytes in it.
//!
//! A sync program or a file manager may take the file away, put another in its place or write over it. SQLite
//! goes on with what it opened, and what it writes there is in no file that the next start opens.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::image::companion;
use crate::error::{Code, Error};

/// So many blocks of the file, evenly spread, tell whether it was written to or only touched.
const SAMPLES: u64 = 64;
const SAMPLE_BYTES: usize = 4096;

/// What has become of an open book's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is where it was, as Kith left it.
    Own,
    /// So it is, but its log was taken away or replaced: what is in the log has to go into the file.
    LogLost,
    /// It is not where it was.
    Lost(Lost),
}

/// How an open book's file was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing is at its path, or its path cannot be reached.
    Gone,
    /// Another file is at its path.
    Replaced,
    /// Another program has written into it.
    WrittenOver,
}

/// The file of an open book, held from before it is read until its connections are closed: closing any
/// handle of a file drops the locks that SQLite has on it.
#[derive(Debug)]
pub(crate) struct OwnFile {
    path: PathBuf,
    held: File,
    log: Option<Identity>,
    known: Mutex<Known>,
}

/// What Kith left at the last look.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    bytes: u64,
    modified: Option<SystemTime>,
    samples: Vec<u8>,
    log_bytes: u64,
}

#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(about: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

// Elsewhere the system lets nobody remove or replace a file that SQLite has open.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Identity {}

impl OwnFile {
    /// Holds the file of a book that was just opened.
    pub(crate) fn hold(path: &Path) -> io::Result<Self> {
        let held = File::open(path)?;
        let log = fs::metadata(companion(path, "-wal")).ok();
        let known = Known {
            bytes: 0,
            modified: None,
            samples: Vec::new(),
            log_bytes: log.as_ref().map_or(0, Metadata::len),
        };
        let own = Self {
            path: path.to_owned(),
            held,
            log: log.as_ref().map(identity),
            known: Mutex::new(known),
        };
        own.checkpointed()?;
        Ok(own)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Kith itself has written into the file: so it is to be found from now on.
    pub(crate) fn checkpointed(&self) -> io::Result<()> {
        let about = self.held.metadata()?;
        let mut known = self.known();
        known.bytes = about.len();
        known.modified = about.modified().ok();
        known.samples = self.samples(about.len())?;
        known.log_bytes = self.log_bytes();
        Ok(())
    }

    /// Kith itself has written into the log.
    pub(crate) fn committed(&self) {
        self.known().log_bytes = self.log_bytes();
    }

    /// How long the log is.
    pub(crate) fn log_bytes(&self) -> u64 {
        fs::metadata(companion(&self.path, "-wal")).map_or(0, |log| log.len())
    }

    /// Whether the log at its path is the one that SQLite writes.
    pub(crate) fn has_own_log(&self) -> bool {
        let log = fs::metadata(companion(&self.path, "-wal")).ok();
        log.as_ref().map(identity) == self.log
    }

    /// Once all of Kith's own log is in the file: another one in its place would be read into it at the next
    /// start. It stays under another name.
    pub(crate) fn put_away_stray_log(&self) {
        if !self.has_own_log() {
            let stray = companion(&self.path, "-wal");
            let _none = fs::rename(stray, companion(&self.path, "-wal.stray"));
        }
    }

    /// Whether the path leads to the file, whatever is in it.
    pub(crate) fn at_path(&self) -> Option<Lost> {
        let (Ok(there), Ok(held)) = (fs::metadata(&self.path), self.held.metadata()) else {
            return Some(Lost::Gone);
        };
        (identity(&there) != identity(&held)).then_some(Lost::Replaced)
    }

    /// What has become of the file. Nothing of Kith's may be writing to it meanwhile.
    pub(crate) fn standing(&self) -> Standing {
        if let Some(lost) = self.at_path() {
            return Standing::Lost(lost);
        }
        if self.is_written_over() {
            return Standing::Lost(Lost::WrittenOver);
        }
        if self.has_own_log() {
            Standing::Own
        } else {
            Standing::LogLost
        }
    }

    /// A file that was only touched, or whose time a server tells otherwise, has its bytes.
    fn is_written_over(&self) -> bool {
        let Ok(about) = self.held.metadata() else {
            return true;
        };
        let mut known = self.known();
        if self.has_own_log() && self.log_bytes() < known.log_bytes {
            return true;
        }
        let modified = about.modified().ok();
        if (about.len(), modified) == (known.bytes, known.modified) {
            return false;
        }
        let same = about.len() == known.bytes
            && self
                .samples(about.len())
                .is_ok_and(|samples| samples == known.samples);
        if same {
            known.modified = modified;
        }
        !same
    }

    #[cfg(unix)]
    fn samples(&self, bytes: u64) -> io::Result<Vec<u8>> {
        use std::os::unix::fs::FileExt;
        let mut hash = Sha256::new();
        let blocks = bytes.div_ceil(SAMPLE_BYTES as u64);
        let step = (blocks / SAMPLES).max(1);
        let mut block = [0; SAMPLE_BYTES];
        for at in (0..blocks).step_by(usize::try_from(step).unwrap_or(usize::MAX)) {
            let read = self.held.read_at(&mut block, at * SAMPLE_BYTES as u64)?;
            hash.update(block.get(..read).unwrap_or_default());
        }
        Ok(hash.finalize().to_vec())
    }

    // Elsewhere its length and time tell.
    #[cfg(not(unix))]
    fn samples(&self, bytes: u64) -> io::Result<Vec<u8>> {
        Ok(Sha256::digest(bytes.to_le_bytes()).to_vec())
    }
}

/// The answer to a change that is in no file which the next start opens.
pub(crate) fn lost() -> Error {
    Error::new(
        Code::BookLost,
        "Your book\u{2019}s file is not the one that Kith opened any more. This is not saved in it.",
    )
}
