//! A book's bytes as they stand on the disk, its log included, read without changing any of them.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::wal::{self, Wal, word_at};
use crate::error::{Error, Result};

const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: u64 = 100;

/// The versions that a file names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Versions {
    /// `PRAGMA application_id`.
    pub(super) application: u32,
    /// `PRAGMA user_version`.
    pub(super) schema: i32,
}

/// Reads the versions of a file; `None` where there is none, or an empty one.
///
/// # Errors
/// `BookDamaged` for what is no SQLite file; what the disk says.
pub(super) fn versions(file: &Path) -> Result<Option<Versions>> {
    let mut header = Vec::new();
    match File::open(file) {
        Ok(opened) => opened.take(HEADER).read_to_end(&mut header)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if header.is_empty() {
        return Ok(None);
    }
    if header.len() as u64 != HEADER || !header.starts_with(MAGIC) {
        return Err(Error::damaged());
    }
    // The log may hold a newer first page.
    let newer = log(file)?.and_then(|mut log| log.content.remove(&1));
    let header = newer.unwrap_or(header);
    Ok(Some(Versions {
        application: word_at(&header, 68),
        schema: word_at(&header, 60).cast_signed(),
    }))
}

/// The log beside a file, where it holds a change.
fn log(file: &Path) -> Result<Option<Wal>> {
    match File::open(companion(file, "-wal")) {
        Ok(log) => Ok(wal::read(log)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether the log beside a file has any bytes.
pub(crate) fn has_log(file: &Path) -> bool {
    fs::metadata(companion(file, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// The name of what SQLite keeps beside a file.
pub(crate) fn companion(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// The whole book in memory, where it can be read and brought up to date without the disk.
///
/// # Errors
/// `BookDamaged` where the bytes are no sound book; what the disk says.
pub(super) fn in_memory(file: &Path) -> Result<Connection> {
    let mut bytes = fs::read(file)?;
    if let Some(log) = log(file)? {
        overlay(&mut bytes, log);
    }
    // A book in memory has no log: both versions of the form say so.
    for at in [18, 19] {
        *bytes.get_mut(at).ok_or_else(Error::damaged)? = 1;
    }
    let mut connection = Connection::open_in_memory()?;
    let length = bytes.len();
    connection.deserialize_read_exact("main", bytes.as_slice(), length, false)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(connection)
    } else {
        Err(Error::damaged())
    }
}

/// Puts the log's pages over those of the file, as a checkpoint would.
fn overlay(bytes: &mut Vec<u8>, log: Wal) {
    bytes.resize(log.page_bytes * log.pages as usize, 0);
    for (number, page) in log.content {
        let at = (number as usize - 1) * log.page_bytes;
        if let Some(place) = bytes.get_mut(at..at + log.page_bytes) {
            place.copy_from_slice(&page);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(connection: &Connection) -> Vec<(i64, Vec<u8>)> {
        let mut read = connection.prepare("SELECT a, b FROM t ORDER BY a").unwrap();
        let rows = read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(|row| row.unwrap()).collect()
    }

    fn logged(folder: &Path) -> (PathBuf, Connection) {
        let file = folder.join("t.db");
        let connection = Connection::open(&file).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = wal; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)")
            .unwrap();
        (file, connection)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// Whatever was written, checkpointed, deleted and taken back: the image reads as SQLite reads the files.
        #[test]
        fn the_image_is_what_sqlite_reads(steps in prop::collection::vec((0..7_u8, 0..12_i64, 0..9_000_usize), 1..30)) {
            let folder = tempfile::tempdir().unwrap();
            let (file, connection) = logged(folder.path());
            for (step, id, size) in steps {
                let sql = match step {
                    0 => "PRAGMA wal_checkpoint(PASSIVE)".to_owned(),
                    1 => "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
                    2 => format!("BEGIN; DELETE FROM t WHERE a <> {id}; ROLLBACK"),
                    3 => format!("DELETE FROM t WHERE a >= {id}; VACUUM"),
                    _ => format!("INSERT INTO t VALUES ({id}, randomblob({size})) ON CONFLICT DO UPDATE SET b = randomblob({size})"),
                };
                connection.execute_batch(&sql).unwrap();
                let names = || fs::read_dir(folder.path()).unwrap().count();
                let before = names();
                prop_assert_eq!(text(&in_memory(&file).unwrap()), text(&connection));
                prop_assert_eq!(names(), before, "nothing is left beside it");
            }
        }
    }

    #[test]
    fn a_log_that_was_cut_anywhere_holds_what_was_committed_before() {
        let folder = tempfile::tempdir().unwrap();
        let (file, connection) = logged(folder.path());
        for id in 0..3 {
            connection
                .execute("INSERT INTO t VALUES (?1, randomblob(5000))", [id])
                .unwrap();
        }
        let log = fs::read(companion(&file, "-wal")).unwrap();
        let all = text(&connection);
        let other = tempfile::tempdir().unwrap();
        let copy = other.path().join("t.db");
        for length in (0..=log.len()).step_by(997).chain([log.len()]) {
            fs::copy(&file, &copy).unwrap();
            fs::write(companion(&copy, "-wal"), &log[..length]).unwrap();
            let image = in_memory(&copy);
            let by_sqlite = Connection::open(&copy).unwrap();
            if by_sqlite.prepare("SELECT a, b FROM t").is_err() {
                continue;
            }
            let read = text(&image.unwrap());
            assert_eq!(read, text(&by_sqlite), "{length} bytes");
            assert_eq!(read, all[..read.len()]);
        }
    }
}
