//! Opening the file. What kind of file it is, is determined before anything is written.

use std::ffi::CStr;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction};
use rusqlite_migration::{M, Migrations};
use tempfile::NamedTempFile;

use super::free_room;
use super::image::{self, Versions};
use super::noun::{Migrates, Nouns};
use super::schema::Schema;
use super::undo_log;
use crate::error::{Code, Error, Result};

/// "Kith" in ASCII. `PRAGMA application_id` has it in each book, which tells a book from other SQLite files.
const APPLICATION_ID: i32 = 0x4b69_7468;

/// The migrations that landed, oldest first. Old and new files take the same road.
pub(crate) const MIGRATIONS: [&str; 29] = [
    include_str!("../../sql/migrations/0001_book.sql"),
    include_str!("../../sql/migrations/0002_check_ins.sql"),
    include_str!("../../sql/migrations/0003_ties.sql"),
    include_str!("../../sql/migrations/0004_undo_people.sql"),
    include_str!("../../sql/migrations/0005_rings.sql"),
    include_str!("../../sql/migrations/0006_facts.sql"),
    include_str!("../../sql/migrations/0007_popped.sql"),
    include_str!("../../sql/migrations/0008_cards.sql"),
    include_str!("../../sql/migrations/0009_history_words.sql"),
    include_str!("../../sql/migrations/0010_commitments.sql"),
    include_str!("../../sql/migrations/0011_rough_days.sql"),
    include_str!("../../sql/migrations/0012_lean.sql"),
    include_str!("../../sql/migrations/0013_exchanges.sql"),
    include_str!("../../sql/migrations/0014_topics.sql"),
    include_str!("../../sql/migrations/0015_openers.sql"),
    include_str!("../../sql/migrations/0016_communication.sql"),
    include_str!("../../sql/migrations/0017_date_notices.sql"),
    include_str!("../../sql/migrations/0018_load.sql"),
    include_str!("../../sql/migrations/0019_status.sql"),
    include_str!("../../sql/migrations/0020_attempts.sql"),
    include_str!("../../sql/migrations/0021_revive.sql"),
    include_str!("../../sql/migrations/0022_boundaries.sql"),
    include_str!("../../sql/migrations/0023_natures.sql"),
    include_str!("../../sql/migrations/0024_introductions.sql"),
    include_str!("../../sql/migrations/0025_events.sql"),
    include_str!("../../sql/migrations/0026_reflecting.sql"),
    include_str!("../../sql/migrations/0027_goals.sql"),
    include_str!("../../sql/migrations/0028_attributes.sql"),
    include_str!("../../sql/migrations/0029_about_nobody.sql"),
];

/// All migrations, each with the functions of nouns that run after it.
fn migrations(nouns: Nouns) -> Migrations<'static> {
    let steps = (1..).zip(MIGRATIONS).map(|(version, sql)| {
        let fills = nouns.iter().flat_map(|noun| noun.migrates);
        let fills: Vec<Migrates> = fills.filter(|fill| fill.to == version).copied().collect();
        M::up_with_hook(sql, move |tx: &Transaction<'_>| {
            fills.iter().try_for_each(|fill| (fill.run)(tx))?;
            Ok(())
        })
    });
    Migrations::new(steps.collect())
}

/// The newest schema version, which this build writes.
pub(crate) const SCHEMA_VERSION: i32 = MIGRATIONS.len() as i32;

/// What a small change and SQLite's files beside the book need, in bytes.
const ROOM: usize = 512 * 1024;

/// How long one connection waits for another.
const WAIT: Duration = Duration::from_secs(5);

/// What kind of file a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileState {
    /// No file, an empty one, or a database in which nothing was written yet.
    Absent,
    /// A book of an older schema version.
    Older,
    /// A book of the newest schema version.
    Current,
}

/// Determines the kind of a file without writing to it or beside it.
///
/// # Errors
/// `BookNewer`; `BookDamaged` if it is no book; I/O errors.
pub(crate) fn inspect(file: &Path) -> Result<FileState> {
    let Some(Versions {
        application,
        schema: version,
    }) = image::versions(file)?
    else {
        return Ok(FileState::Absent);
    };
    if application != APPLICATION_ID.cast_unsigned() && (application, version) != (0, 0) {
        return Err(Error::damaged());
    }
    match version.cmp(&SCHEMA_VERSION) {
        std::cmp::Ordering::Less if version == 0 => Ok(FileState::Absent),
        std::cmp::Ordering::Less => Ok(FileState::Older),
        std::cmp::Ordering::Equal => Ok(FileState::Current),
        std::cmp::Ordering::Greater => Err(Error::new(
            Code::BookNewer,
            "This book was written by a newer Kith. It was left as it is.",
        )),
    }
}

/// How SQLite gets at files: it keeps its index of the log in memory, not in a file beside the book.
///
/// Such a file is found by its name and mapped into memory. Where another book takes the place of the open one,
/// the next connection would empty that file under the others, and the system ends a program that reads what is
/// no longer behind its memory (SIGBUS); it does so too when a drive is pulled out. Only one process can have the
/// book open this way, which `lock.rs` of the app sees to anyway. <https://www.sqlite.org/vfs.html>
#[cfg(unix)]
const FILES: &CStr = c"unix-excl";
#[cfg(windows)]
const FILES: &CStr = c"win32";

/// A connection to a file. All are opened here.
fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags_and_vfs(file, flags, FILES)?)
}

/// What may be written to, and is made where it is not there.
fn to_write() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
}

/// The only connection that writes: sets it up and runs the migrations.
pub(crate) fn writer(file: &Path, nouns: Nouns) -> Result<(Connection, Schema)> {
    let mut connection = connect(file, to_write())?;
    configure(&connection)?;
    // Where opening fails, the log stays as it is.
    checkpoint_on_close(&connection, false)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    // The file changes only where Kith knows that it is its own.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    let before: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    migrations(nouns)
        .to_latest(&mut connection)
        .map_err(migration_failed)?;
    free_room::give_back(&connection, (1..SCHEMA_VERSION).contains(&before))?;
    let schema = Schema::read(&connection, nouns)?;
    undo_log::install(&connection, &schema)?;
    checkpoint_on_close(&connection, true)?;
    Ok((connection, schema))
}

/// The book in memory, brought up to date there.
pub(crate) fn in_memory(file: &Path, nouns: Nouns) -> Result<(Connection, Schema)> {
    let mut connection = image::in_memory(file)?;
    configure(&connection)?;
    migrations(nouns)
        .to_latest(&mut connection)
        .map_err(migration_failed)?;
    let schema = Schema::read(&connection, nouns)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok((connection, schema))
}

/// Puts the log into the file and empties it; `true` where somebody who reads kept that from happening, who
/// is not waited for.
pub(crate) fn checkpoint(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    connection.busy_timeout(WAIT)?;
    Ok(busy?)
}

/// Whether the folder of a book takes what a small change needs, written through to the disk. Nothing stays of
/// the try.
///
/// # Errors
/// What the disk says.
pub(crate) fn has_room(file: &Path) -> Result<()> {
    Ok(try_room(file)?.as_file().sync_all()?)
}

/// `has_room` as far as the system knows without waiting for the disk.
///
/// # Errors
/// What the system says.
pub(crate) fn takes_a_change(file: &Path) -> Result<()> {
    try_room(file).map(drop)
}

fn try_room(file: &Path) -> Result<NamedTempFile> {
    let folder = file.parent().ok_or_else(|| Error::internal("path"))?;
    let mut tried = tempfile::Builder::new()
        .prefix(".kith-")
        .tempfile_in(folder)?;
    tried.write_all(&[0x4b; ROOM])?;
    Ok(tried)
}

/// Whether closing the last connection puts the log into the file.
pub(crate) fn checkpoint_on_close(connection: &Connection, does: bool) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !does)?;
    Ok(())
}

/// A new file with an older schema version, to be filled with data that an
/// earlier Kith exported. It has no WAL.
pub(crate) fn fresh(file: &Path, version: i32) -> Result<Connection> {
    let mut connection = connect(file, to_write())?;
    configure(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    let landed = usize::try_from(version).map_err(|_| Error::internal("version"))?;
    migrations(&[])
        .to_version(&mut connection, landed)
        .map_err(migration_failed)?;
    Ok(connection)
}

/// A connection that can read while the writer writes.
pub(crate) fn reader(file: &Path) -> Result<Connection> {
    let connection = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    configure(&connection)?;
    Ok(connection)
}

/// A connection that only reads, and whose integrity check sees all that there is. Through one that is opened
/// to read, SQLite does not learn the CHECK constraints of tables, and so does not check them.
pub(crate) fn checker(file: &Path) -> Result<Connection> {
    let connection = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    configure(&connection)?;
    checkpoint_on_close(&connection, false)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// A connection to a book that no other has open. A change that was being written when Kith was killed is taken
/// back; a connection that may only read cannot do that.
pub(crate) fn recovering(file: &Path) -> Result<Connection> {
    let connection = connect(file, to_write())?;
    configure(&connection)?;
    checkpoint_on_close(&connection, false)?;
    Ok(connection)
}

/// A connection to a book whose WAL has been written back to the file, so that the file alone is complete.
pub(crate) fn settled(file: &Path) -> Result<Connection> {
    let connection = connect(file, to_write())?;
    configure(&connection)?;
    checkpoint(&connection)?;
    Ok(connection)
}

fn configure(connection: &Connection) -> Result<()> {
    connection.busy_timeout(WAIT)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    // In KiB, as a negative number. 32 MiB hold an import of thousands of cards, so that SQLite does not
    // write pages before the commit.
    connection.pragma_update(None, "cache_size", -32_768)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

fn migration_failed(error: rusqlite_migration::Error) -> Error {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        _ => Error::internal("migration"),
    }
}

/// Copies the whole book to a new file and checks the copy. Returns the number of people.
///
/// # Errors
/// What the disk says; `NotWritable` where the copy cannot be read back; `BookDamaged` where that is the
/// book's own fault.
pub(crate) fn copy_checked(connection: &Connection, to: &Path) -> Result<u32> {
    let path = to.to_str().ok_or_else(|| Error::internal("path"))?;
    connection.execute("VACUUM INTO ?1", [path])?;
    match check(to) {
        Err(error) if error.code == Code::BookDamaged => {
            check_structure(connection)?;
            Err(Error::new(
                Code::NotWritable,
                "A copy of the book could not be read back from the disk, and was not kept. The book is as it was.",
            ))
        }
        checked => checked,
    }
}

/// SQLite's integrity check of tables and indexes, in which each virtual table checks its own.
///
/// # Errors
/// `BookDamaged`; those of storage.
pub(crate) fn check_structure(connection: &Connection) -> Result<()> {
    let verdict: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Error::damaged())
    }
}

/// Checks that a file is an undamaged book. Returns the number of people.
pub(crate) fn check(file: &Path) -> Result<u32> {
    if inspect(file)? == FileState::Absent {
        return Err(Error::damaged());
    }
    let connection = checker(file)?;
    check_structure(&connection)?;
    count_people(&connection)
}

/// The number of people outside the trash, without checking the file.
pub(crate) fn people_in(file: &Path) -> Result<u32> {
    count_people(&connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// How many people a sound book keeps, read in memory: nothing is written beside it.
pub(crate) fn people_at(file: &Path) -> Result<u32> {
    match inspect(file)? {
        FileState::Absent => Err(Error::damaged()),
        FileState::Older | FileState::Current => count_people(&image::in_memory(file)?),
    }
}

fn count_people(connection: &Connection) -> Result<u32> {
    let sql = "SELECT count(*) FROM people WHERE trashed_at IS NULL";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_sqlite_has_no_wal_reset_bug() {
        // SQLite 3.7.0 to 3.51.2 can lose commits in WAL mode with two connections.
        assert!(
            rusqlite::version_number() >= 3_051_003,
            "{}",
            rusqlite::version()
        );
    }

    #[test]
    fn migrations_are_well_formed_and_counted() {
        migrations(&[]).validate().unwrap();
        let mut book = Connection::open_in_memory().unwrap();
        migrations(&[]).to_latest(&mut book).unwrap();
        let version: i32 = book
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, SCHEMA_VERSION);
    }

    /// After a new migration: `KITH_WRITE_FIXTURES=1 cargo test -p kith-core the_schema_is`
    #[test]
    fn the_schema_is_the_one_in_the_fixture() {
        let folder = tempfile::tempdir().unwrap();
        let (book, _) = writer(&folder.path().join("book.kith"), &[]).unwrap();
        let sql = "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
        let mut statement = book.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0));
        let made: Vec<String> = rows.unwrap().map(|sql| sql.unwrap()).collect();
        let made = made.join(";\n\n") + ";\n";
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schema.sql");
        if std::env::var_os("KITH_WRITE_FIXTURES").is_some() {
            std::fs::write(&fixture, &made).unwrap();
        }
        assert_eq!(made, std::fs::read_to_string(fixture).unwrap());
    }

    #[test]
    fn a_newer_file_is_refused_with_its_bytes_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.kith");
        drop(writer(&file, &[]).unwrap());
        let newer = Connection::open(&file).unwrap();
        newer
            .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
            .unwrap();
        drop(newer);
        let before = std::fs::read(&file).unwrap();
        assert_eq!(inspect(&file).unwrap_err().code, Code::BookNewer);
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }

    #[test]
    fn a_newer_version_that_only_the_wal_knows_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.kith");
        let (newer, _) = writer(&file, &[]).unwrap();
        newer
            .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
            .unwrap();
        assert_eq!(inspect(&file).unwrap_err().code, Code::BookNewer);
    }

    #[test]
    fn another_programs_database_and_garbage_are_not_books() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("other.db");
        let other = Connection::open(&file).unwrap();
        other.pragma_update(None, "application_id", 7).unwrap();
        other
            .execute_batch("CREATE TABLE t (a); PRAGMA user_version = 3")
            .unwrap();
        drop(other);
        assert_eq!(inspect(&file).unwrap_err().code, Code::BookDamaged);
        std::fs::write(&file, b"not a database at all").unwrap();
        assert_eq!(inspect(&file).unwrap_err().code, Code::BookDamaged);
        assert_eq!(std::fs::read(&file).unwrap(), b"not a database at all");
    }
}
