//! Writes the whole book as JSON and reads it back.
//!
//! The file is one JSON object in UTF-8 with one row per line:
//!
//! ```json
//! {"format":"kith-book","version":1,
//! "kinds":[
//! {"id":1,"name":"Manager","folded_name":"manager","category":"internal", …}
//! ],
//! "people":[
//! {"id":7,"uuid":"…","display_name":"Mira Okafor","given":"Mira", … ,"photo_blob":3,"trashed_at":null}
//! ],
//! … ,
//! "blobs":[
//! {"id":3,"sha256":"9f86d0…","bytes":"iVBORw0KGgo…"}
//! ]}
//! ```
//!
//! - `format` is `"kith-book"`; `version` is the version of the book's schema. Both come first.
//! - Then each table as an array of its rows under the table's own name: first the names that rows share
//!   (`tags`, `organisations`), then every table that undo covers, in the order of the nouns (`nouns.rs`). A row
//!   names every column of the table as `core/sql/migrations` describes it; a column is a text or a whole number,
//!   `null` where it is absent.
//!   Booleans are 0 and 1; times are UTC (`2026-11-21T09:30:00Z`), days local (`2026-11-21`).
//!   `settings.value` and `contact_points.parts` are JSON in a text; `source_cards.reading` is described in
//!   `core/src/cards/reading_text.rs`.
//! - `blobs` are the raw cards and photos that `source_cards.blob_id` and `people.photo_blob` refer to: SHA-256
//!   in hex, bytes in base64.
//! - Tables may be in any order; none may be missing, and no other fields are allowed.
//!
//! Not written: the undo history, unsaved text, window state, and the search index, which is rebuilt. A file
//! of an older version is read into a book of that version, which is then migrated like any old book.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono_tz::Tz;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serializer};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::backups;
use crate::book::Book;
use crate::change::OperationKind;
use crate::days::{ClockTime, Day, PartialDate, Stamp};
use crate::error::{Code, Error, Result};
use crate::ids::BlobId;
use crate::moment::Moment;
use crate::nouns;
use crate::store::open::SCHEMA_VERSION;
use crate::store::whole_book::{self, Filling};
use crate::store::{blobs, find};

/// The value of the first field, `format`.
pub const FORMAT: &str = "kith-book";

impl Book {
    /// Writes the whole book as JSON, in the form that this module describes.
    ///
    /// # Errors
    /// Those of storage, and I/O errors of `out`.
    pub fn write_json(&self, out: impl Write) -> Result<()> {
        let mut out = BufWriter::new(out);
        self.read_long(|tx| {
            write!(
                out,
                "{{\"format\":\"{FORMAT}\",\"version\":{SCHEMA_VERSION}"
            )?;
            for table in whole_book::tables(tx.schema()) {
                write!(out, ",\n\"{table}\":[")?;
                let mut rows = Rows::default();
                whole_book::each_row(tx, table, |row| {
                    rows.begin(&mut out)?;
                    let mut json = serde_json::Serializer::new(&mut out);
                    let cells = row.iter().map(|(column, value)| (column, value));
                    Ok(json.collect_map(cells).map_err(std::io::Error::from)?)
                })?;
                write!(out, "\n]")?;
            }
            write!(out, ",\n\"blobs\":[")?;
            let mut rows = Rows::default();
            blobs::each_used(tx, |id, sha256, bytes| {
                rows.begin(&mut out)?;
                let (sha256, bytes) = (hex(sha256), STANDARD.encode(bytes));
                Ok(write!(
                    out,
                    "{{\"id\":{id},\"sha256\":\"{sha256}\",\"bytes\":\"{bytes}\"}}"
                )?)
            })?;
            write!(out, "\n]}}\n")?;
            Ok(())
        })?;
        Ok(out.flush()?)
    }
}

/// Writes the separators between rows.
#[derive(Default)]
struct Rows {
    begun: bool,
}

impl Rows {
    fn begin(&mut self, out: &mut impl Write) -> std::io::Result<()> {
        out.write_all(if self.begun { b",\n" } else { b"\n" })?;
        self.begun = true;
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _always = write!(text, "{byte:02x}");
        text
    })
}

/// The result of replacing the book by one read from JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadBack {
    /// The number of people in the new book, without the trash.
    pub people: u32,
    /// Where the previous book was moved, if it was damaged; `None` if it became a backup.
    pub aside: Option<PathBuf>,
}

/// Makes a new book in `new_file` from JSON that `write_json` wrote. Returns the number of its people,
/// without the trash.
///
/// # Errors
/// `FileUnreadable` if it is not JSON, `Invalid` if the JSON is not a book, `NotWritable` if `new_file`
/// exists; those of storage. No new file is left then.
pub fn read_json(from: impl Read, new_file: &Path, now: &Moment) -> Result<u32> {
    if new_file.exists() {
        return Err(Error::new(
            Code::NotWritable,
            "There is a file of that name already. It was left as it is.",
        ));
    }
    fill(from, new_file)
        .and_then(|()| index_and_verify(new_file, now))
        .inspect_err(|_| {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                let mut name = new_file.as_os_str().to_owned();
                name.push(suffix);
                let _gone = fs::remove_file(PathBuf::from(name));
            }
        })
}

/// Replaces the book in `book_file`, which must not be open, by one read from JSON. The previous book
/// becomes a backup first.
///
/// # Errors
/// Those of `read_json` and of file operations. The book is unchanged then.
pub fn replace_from_json(book_file: &Path, json: &Path, now: &Moment) -> Result<ReadBack> {
    let from = File::open(json)?;
    let fresh = backups::beside(book_file, "reading");
    let people = read_json(from, &fresh, now)?;
    let name = json.file_name().unwrap_or_default().to_string_lossy();
    let aside = backups::note_replaced(&fresh, OperationKind::ReadBook, &name, now)
        .and_then(|()| backups::put_in_place(book_file, &fresh, now))
        .inspect_err(|_| {
            let _gone = fs::remove_file(&fresh);
        })?;
    Ok(ReadBack { people, aside })
}

fn fill(from: impl Read, new_file: &Path) -> Result<()> {
    let mut reading = Reading {
        file: new_file,
        filling: None,
        failed: None,
    };
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(from));
    let read = reading.deserialize(&mut json).and_then(|()| json.end());
    match (reading.failed, read) {
        (Some(error), _) => Err(error),
        (None, Err(error)) => Err(unreadable(&error)),
        (None, Ok(())) => match reading.filling {
            Some(filling) => filling.finish(new_file),
            None => Err(no_book()),
        },
    }
}

fn unreadable(error: &serde_json::Error) -> Error {
    use serde_json::error::Category;
    match error.classify() {
        Category::Io => error.io_error_kind().map_or_else(
            || Error::internal("json"),
            |kind| std::io::Error::from(kind).into(),
        ),
        Category::Eof => Error::new(
            Code::FileUnreadable,
            "The file ends too early. Nothing was changed.",
        ),
        Category::Syntax => Error::new(
            Code::FileUnreadable,
            format!(
                "This is not JSON, from line {} on. Nothing was changed.",
                error.line()
            ),
        ),
        Category::Data => no_book(),
    }
}

fn no_book() -> Error {
    Error::new(
        Code::Invalid,
        "This is not a book that Kith wrote. Nothing was changed.",
    )
}

/// Fills the search index, and checks that everything in the new book can be read. Returns the number of
/// people.
fn index_and_verify(new_file: &Path, now: &Moment) -> Result<u32> {
    let book = Book::open(new_file, now)?;
    book.change_for_good(|tx| find::rebuild(tx, &whole_book::everyone(tx)?))?;
    let wrong = |what: &str| {
        Error::new(
            Code::Invalid,
            format!("What the file says of {what} cannot be read. Nothing was changed."),
        )
    };
    book.settings().map_err(|_| wrong("settings"))?;
    for id in book.read(whole_book::everyone)? {
        book.person_page(id, now)
            .map_err(|_| wrong(&format!("people, id {id}")))?;
    }
    book.trash_list(now).map_err(|_| wrong("the trash"))?;
    Ok(book.people_outline(&Default::default(), now)?.everyone)
}

/// Reads the JSON object row by row.
struct Reading<'f> {
    file: &'f Path,
    filling: Option<Filling>,
    /// The error that stopped the reading. Kept here because serde's error type holds only a text.
    failed: Option<Error>,
}

impl Reading<'_> {
    fn deserialize<'de, D: Deserializer<'de>>(
        &mut self,
        json: D,
    ) -> std::result::Result<(), D::Error> {
        json.deserialize_map(self)
    }

    /// Keeps our error and stops serde with an error of its own.
    fn tell<T, E: serde::de::Error>(&mut self, outcome: Result<T>) -> std::result::Result<T, E> {
        outcome.map_err(|error| {
            self.failed = Some(error);
            E::custom("")
        })
    }

    fn start(&mut self, format: &str, version: i64) -> Result<()> {
        if format != FORMAT {
            return Err(no_book());
        }
        let version = i32::try_from(version).unwrap_or(i32::MAX);
        if version > SCHEMA_VERSION {
            return Err(Error::new(
                Code::Invalid,
                "This book was written by a newer Kith. Nothing was changed.",
            ));
        }
        if version < 1 {
            return Err(no_book());
        }
        self.filling = Some(Filling::start(self.file, version, nouns::ALL)?);
        Ok(())
    }
}

impl<'de> Visitor<'de> for &mut Reading<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let format: String = first(&mut map, "format")?;
        let version: i64 = first(&mut map, "version")?;
        let started = self.start(&format, version);
        self.tell::<_, A::Error>(started)?;
        let mut seen = HashSet::new();
        while let Some(table) = map.next_key::<String>()? {
            let known = self.tables().any(|known| known == table);
            if !known || !seen.insert(table.clone()) {
                let outcome = Err(no_such(&table, known));
                return self.tell(outcome);
            }
            map.next_value_seed(TableRows {
                table: &table,
                reading: self,
            })?;
        }
        let missing = self
            .tables()
            .find(|table| !seen.contains(*table))
            .map(str::to_owned);
        match missing {
            Some(table) => self.tell(Err(Error::new(
                Code::Invalid,
                format!("The file has no {table}. Nothing was changed."),
            ))),
            None => Ok(()),
        }
    }
}

/// The value of the next field, which must have this name.
fn first<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    map: &mut A,
    name: &str,
) -> std::result::Result<T, A::Error> {
    match map.next_key::<String>()? {
        Some(key) if key == name => map.next_value(),
        _ => Err(A::Error::custom("")),
    }
}

fn no_such(table: &str, known: bool) -> Error {
    let name: String = table.chars().take(40).collect();
    Error::new(
        Code::Invalid,
        if known {
            format!("The file has {name} twice. Nothing was changed.")
        } else {
            format!("“{name}” is not known in a book. Nothing was changed.")
        },
    )
}

impl Reading<'_> {
    fn tables(&self) -> impl Iterator<Item = &str> {
        let tables = self.filling.iter().flat_map(Filling::tables);
        tables.chain(["blobs"])
    }

    fn put(&self, table: &str, row: &Map<String, Value>) -> Result<()> {
        let Some(filling) = &self.filling else {
            return Err(Error::internal("json"));
        };
        if table != "blobs" {
            check_times(row)?;
            return filling.put(table, row);
        }
        let blob = Blob::deserialize(row)
            .map_err(|_| Error::new(Code::Invalid, "it is not id, sha256 and bytes"))?;
        let bytes = STANDARD
            .decode(&blob.bytes)
            .map_err(|_| Error::new(Code::Invalid, "“bytes” is not base64"))?;
        let sha256 = Sha256::digest(&bytes);
        if hex(&sha256) != blob.sha256.to_ascii_lowercase() {
            return Err(Error::new(
                Code::Invalid,
                "“bytes” are not those of “sha256”",
            ));
        }
        filling.put_blob(BlobId(blob.id), &sha256, &bytes)
    }
}

/// Checks the texts of time columns, because SQLite accepts any text. The schema's names tell the type:
/// `…_at` is an instant, `…_on` and `…_until` a day, `…_time` a time of day, `…zone` a time zone, `since` and
/// `until` a date with its year.
fn check_times(row: &Map<String, Value>) -> Result<()> {
    for (column, value) in row {
        if value.as_str().is_some_and(|text| !is_time(column, text)) {
            let words = format!("“{column}” is not a time as Kith writes it");
            return Err(Error::new(Code::Invalid, words));
        }
    }
    Ok(())
}

fn is_time(column: &str, text: &str) -> bool {
    let is_date = || {
        let date = text.parse::<PartialDate>();
        date.is_ok_and(|date| date.year.is_some())
    };
    match column.rsplit_once('_').map_or(column, |(_, kind)| kind) {
        "since" | "until" if !column.contains('_') => is_date(),
        "at" => text.parse::<Stamp>().is_ok(),
        "on" | "until" => text.parse::<Day>().is_ok(),
        "time" => text.parse::<ClockTime>().is_ok(),
        "zone" => text.parse::<Tz>().is_ok(),
        _ => true,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Blob {
    id: i64,
    sha256: String,
    bytes: String,
}

/// Reads the rows of one table.
struct TableRows<'t, 'r, 'f> {
    table: &'t str,
    reading: &'r mut Reading<'f>,
}

impl<'de> DeserializeSeed<'de> for TableRows<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for TableRows<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> std::result::Result<(), A::Error> {
        let mut number = 0_u64;
        while let Some(row) = rows.next_element::<Map<String, Value>>()? {
            number += 1;
            let put = self.reading.put(self.table, &row).map_err(|mut error| {
                if error.code == Code::Invalid {
                    let table = self.table;
                    error.message = format!(
                        "{table}, row {number}: {}. Nothing was changed.",
                        error.message
                    );
                }
                error
            });
            self.reading.tell::<_, A::Error>(put)?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "book_json_tests.rs"]
mod tests;
