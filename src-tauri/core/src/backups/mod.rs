//! Copies of the book, each checked before an older one goes.

mod carry;
mod keep;
mod rescue;
mod restore;
mod sweep;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::change::{Changes, Done};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::ids::OperationId;
use crate::moment::Moment;
use crate::settings;
use crate::store::{Tx, open, operations};

pub use carry::{Carried, carry, leave, take_up};
pub use rescue::{Left, decided, people_there, waiting, was_here};
pub(crate) use restore::{beside, note_replaced, put_in_place, set_lone_log_aside};
pub use restore::{restore, set_aside};
pub use sweep::sweep;

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Something had changed since the day before.
    Daily,
    /// A newer Kith was about to change the file's form.
    BeforeUpgrade,
    /// More than a hundred people were about to come in.
    BeforeImport,
    /// Another state was about to take the book's place.
    BeforeRestore,
    /// "Back up now".
    ByHand,
    /// The open book's file was lost, and nobody has said yet what to go on with.
    Rescued,
    /// So it was, and somebody has.
    Kept,
}

impl Why {
    const ALL: [(Self, &str); 7] = [
        (Self::Daily, "daily"),
        (Self::BeforeUpgrade, "before-upgrade"),
        (Self::BeforeImport, "before-import"),
        (Self::BeforeRestore, "before-restore"),
        (Self::ByHand, "by-hand"),
        (Self::Rescued, "rescued"),
        (Self::Kept, "kept"),
    ];
}

/// A copy of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Its file's name in the backups folder.
    pub name: String,
    /// Local date and time.
    pub taken_at: String,
    /// Size.
    pub bytes: u64,
    /// How many people it keeps, where it can be read.
    pub people: Option<u32>,
    /// Why it was made.
    pub why: Why,
    /// Dated later than now: the clock was wrong then, or is now, and nothing is known of its age.
    pub ahead: bool,
}

/// The folder of a book's backups.
pub fn folder(book: &Path) -> PathBuf {
    let stem = book.file_stem().unwrap_or_default();
    book.with_file_name("backups").join(stem)
}

/// File names are in UTC: `2026-11-21T10-00-00Z-daily.kith`.
pub(super) const NAME_TIME: &str = "%Y-%m-%dT%H-%M-%SZ";

fn name_of(why: Why, now: &Moment) -> String {
    let word = Why::ALL
        .iter()
        .find(|(known, _)| *known == why)
        .map_or("", |(_, word)| word);
    format!("{}-{word}.kith", now.utc.format(NAME_TIME))
}

/// When (UTC) and why a file of the folder was made; `None` for a file that is no backup.
fn parse_name(name: &str) -> Option<(NaiveDateTime, Why)> {
    let (time, word) = name.strip_suffix(".kith")?.split_once("Z-")?;
    let taken = NaiveDateTime::parse_from_str(&format!("{time}Z"), NAME_TIME).ok()?;
    let is = |known: &str| {
        let rest = word.strip_prefix(known);
        rest.is_some_and(|n| {
            n.is_empty()
                || n.trim_start_matches('-')
                    .bytes()
                    .all(|b| b.is_ascii_digit())
        })
    };
    let why = Why::ALL.iter().find(|(_, known)| is(known))?.0;
    Some((taken, why))
}

/// Local date and time.
fn taken_at(taken: NaiveDateTime, now: &Moment) -> String {
    let then = Moment {
        utc: taken.and_utc(),
        ..*now
    };
    then.local_text()
}

/// Every backup of a book, newest first, and those dated later than now after all others. A file that cannot be
/// read is listed without its people.
///
/// # Errors
/// What the disk says.
pub fn list(book: &Path, now: &Moment) -> Result<Vec<Backup>> {
    let folder = folder(book);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if is_no_folder(&error) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut backups = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        let Some((taken, why)) = parse_name(&name) else {
            continue;
        };
        backups.push((
            taken,
            Backup {
                name,
                taken_at: taken_at(taken, now),
                bytes: entry.metadata()?.len(),
                people: open::people_in(&entry.path()).ok(),
                why,
                ahead: is_ahead(taken, now),
            },
        ));
    }
    let newest_first = |(taken, backup): &(NaiveDateTime, Backup)| {
        (
            !backup.ahead,
            *taken,
            place_in_second(&backup.name),
            backup.name.clone(),
        )
    };
    backups.sort_by_cached_key(|backup| std::cmp::Reverse(newest_first(backup)));
    Ok(backups.into_iter().map(|(_, backup)| backup).collect())
}

/// Whether there is no folder to read.
fn is_no_folder(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

/// The place of a backup among those of its second, which have `-1` and so on at the end of their names.
fn place_in_second(name: &str) -> u32 {
    let end = name
        .strip_suffix(".kith")
        .and_then(|name| name.rsplit_once('-'));
    end.and_then(|(_, place)| place.parse().ok()).unwrap_or(0)
}

/// Whether a backup's name says a later time than now.
fn is_ahead(taken: NaiveDateTime, now: &Moment) -> bool {
    taken > now.utc.naive_utc()
}

/// The backup that was made last, as the book remembers it: its order is that of the changes, which no
/// clock can mix up.
#[derive(Debug, Serialize, Deserialize)]
struct Last {
    /// Its file's name.
    name: String,
    /// The local day.
    day: String,
    /// The last change that is in it.
    operation: i64,
}

impl Last {
    const KEY: &'static str = "lastBackup";

    /// What the book remembers; nothing where that cannot be read.
    fn of(tx: &Tx<'_>) -> Result<Option<Self>> {
        let text = settings::remembered(tx, Self::KEY)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    fn is_of(&self, now: &Moment) -> bool {
        self.day == Day::from(now.today()).to_string()
    }
}

impl Book {
    /// Makes a checked copy now.
    ///
    /// # Errors
    /// What the disk says; then no older backup went.
    pub fn backup_now(&self, why: Why, now: &Moment) -> Result<Done<Backup>> {
        self.must_be_there()?;
        let operation = self.read(operations::newest)?;
        let made = make(self.file(), &name_of(why, now), |to| self.copy_to(to))?;
        let last = Last {
            name: made.clone(),
            day: Day::from(now.today()).to_string(),
            operation: operation.0,
        };
        let last = serde_json::to_string(&last)?;
        match self.change_for_good(|tx| settings::remember(tx, Last::KEY, &last)) {
            // It was made; where that cannot be noted, the next one comes early.
            Err(error) if matches!(error.code, Code::DiskFull | Code::NotWritable) => {}
            noted => noted?,
        }
        keep::thin_out(&folder(self.file()), &made, now)?;
        let backup = list(self.file(), now)?
            .into_iter()
            .find(|backup| backup.name == made);
        Ok(Done {
            value: backup.ok_or_else(|| Error::internal("backup"))?,
            changes: Changes {
                tables: vec!["backups".to_owned()],
                ..Changes::default()
            },
            operation: None,
        })
    }

    /// The day's backup, if something changed since the last one and none was made today.
    ///
    /// # Errors
    /// Like `backup_now`.
    pub fn backup_if_due(&self, now: &Moment) -> Result<Option<Done<Backup>>> {
        let (last, changed) = self.since_backup()?;
        if !changed || last.is_some_and(|last| last.is_of(now)) {
            return Ok(None);
        }
        self.backup_now(Why::Daily, now).map(Some)
    }

    /// Whether every change is in a backup that is still there.
    pub(crate) fn is_backed_up(&self) -> Result<bool> {
        Ok(!self.since_backup()?.1)
    }

    /// The last backup, where it is still there, and whether anything was changed after it.
    fn since_backup(&self) -> Result<(Option<Last>, bool)> {
        let folder = folder(self.file());
        self.read(|tx| {
            let last = Last::of(tx)?.filter(|last| folder.join(&last.name).exists());
            let operation = last.as_ref().map(|last| OperationId(last.operation));
            let changed = operations::any_after(tx, operation)?;
            Ok((last, changed))
        })
    }
}

/// Copies into a name that is no backup's yet, and gives it its name once it is checked.
fn make(book: &Path, name: &str, copy: impl FnOnce(&Path) -> Result<u32>) -> Result<String> {
    let folder = folder(book);
    fs::create_dir_all(&folder)?;
    let unchecked = folder.join(format!(".{name}.part"));
    let _left_over = fs::remove_file(&unchecked);
    copy(&unchecked).inspect_err(|_| {
        let _gone = fs::remove_file(&unchecked);
    })?;
    let free = (0..1000)
        .map(|n| {
            if n == 0 {
                name.to_owned()
            } else {
                name.replace(".kith", &format!("-{n}.kith"))
            }
        })
        .find(|name| !folder.join(name).exists())
        .ok_or_else(|| {
            Error::new(
                Code::NotWritable,
                "There are too many backups of this very second.",
            )
        })?;
    fs::rename(&unchecked, folder.join(&free))?;
    Ok(free)
}

/// A copy of an older book, before its form is changed; its file name.
pub(crate) fn before_upgrade(book: &Path, now: &Moment) -> Result<String> {
    let connection = open::recovering(book)?;
    make(book, &name_of(Why::BeforeUpgrade, now), |to| {
        open::copy_checked(&connection, to)
    })
}

/// Removes the copy of a book whose upgrade failed and left it as it was: the next start makes another one, and
/// copies of every start would fill the disk.
pub(crate) fn forget_copy(book: &Path, name: &str) {
    // Where it cannot be removed, there is a backup too many.
    let _left = fs::remove_file(folder(book).join(name));
}
