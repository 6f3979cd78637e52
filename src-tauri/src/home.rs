//! The folder of the user's own book: the data folder, or another one that the user moved the book to.
//!
//! The file `place` in the data folder has the path of the other folder as plain text. If the book is not
//! there, no new one is created instead: the drive may just not be connected.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use kith_core::{Code, Error, Result, backups};

use crate::lock::{self, Lock};

/// The path of the user's own book in a folder.
pub fn book(folder: &Path) -> PathBuf {
    folder.join("book.kith")
}

fn note(data: &Path) -> PathBuf {
    data.join("place")
}

/// Whether the user moved the book to another folder.
pub fn is_moved(data: &Path) -> bool {
    // If the system cannot tell, assume so: then no new book is created.
    note(data).try_exists().unwrap_or(true)
}

/// The folder that has, or should have, the book; the data folder if the note cannot be read.
pub fn folder(data: &Path) -> PathBuf {
    folder_in_note(data)
        .unwrap_or_default()
        .unwrap_or_else(|| data.to_owned())
}

/// The folder that the note names; `None` if there is no note.
fn folder_in_note(data: &Path) -> Result<Option<PathBuf>> {
    let unreadable = || {
        Error::new(
            Code::FileUnreadable,
            "Kith\u{2019}s note of where your book is cannot be read. Nothing was changed.",
        )
    };
    match fs::read_to_string(note(data)) {
        Ok(text) => Some(PathBuf::from(text.trim_end_matches(['\r', '\n'])))
            .filter(|folder| folder.is_absolute())
            .map(Some)
            .ok_or_else(unreadable),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(_) => Err(unreadable()),
    }
}

/// The folder to open the book in. If the book was moved, the book or its backups must be there.
fn folder_to_open(data: &Path) -> Result<PathBuf> {
    let Some(folder) = folder_in_note(data)? else {
        return Ok(data.to_owned());
    };
    let file = book(&folder);
    if file.exists() || backups::folder(&file).is_dir() {
        return Ok(folder);
    }
    let what = if folder.is_dir() {
        "Your book is not in its folder."
    } else {
        "The folder of your book is not there."
    };
    Err(Error::new(
        Code::FileMissing,
        format!("{what} If it is on a drive or a server, connect that and try again."),
    ))
}

/// Notes in the data folder that the book is in `folder`; atomically. For the data
/// folder itself, the note is deleted.
pub fn write_note(data: &Path, folder: &Path) -> Result<()> {
    if is_same(data, folder) {
        return match fs::remove_file(note(data)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        };
    }
    let text = folder.to_str().ok_or_else(|| {
        Error::invalid(
            "folder",
            "The name of this folder has letters that Kith cannot note down. Nothing was changed.",
        )
    })?;
    let mut file = tempfile::Builder::new()
        .prefix(".kith-")
        .tempfile_in(data)?;
    writeln!(file, "{text}")?;
    file.as_file().sync_all()?;
    file.persist(note(data)).map_err(|error| error.error)?;
    // The note must be on the disk before the old book is renamed.
    if let Ok(data) = fs::File::open(data) {
        let _asked = data.sync_all();
    }
    Ok(())
}

/// Whether two paths lead to the same folder.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || fs::canonicalize(one)
            .ok()
            .is_some_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// The locks that this process holds: on the data folder and, if the book is elsewhere, on the book's folder.
#[derive(Default)]
pub struct Locks {
    data: Option<Lock>,
    home: Option<(PathBuf, Lock)>,
}

impl Locks {
    /// With the lock on the data folder that the start took.
    pub fn with(data: Option<Lock>) -> Self {
        Self { data, home: None }
    }

    /// Whether this process holds the lock on the data folder. If so, it answers later starts.
    pub fn is_first(&self) -> bool {
        self.data.is_some()
    }

    /// Takes the lock on the data folder, unless it is held.
    fn hold_data(&mut self, data: &Path) -> Result<()> {
        if self.data.is_none() {
            self.data = Some(take_lock(
                data,
                "Kith\u{2019}s folder cannot be written to.",
            )?);
        }
        Ok(())
    }

    /// Takes the locks that are needed for the book, and releases the one on a former folder.
    /// Returns the folder of the book.
    pub fn hold(&mut self, data: &Path) -> Result<PathBuf> {
        self.hold_data(data)?;
        let home = folder_to_open(data);
        let away = home.as_ref().ok().filter(|home| !is_same(data, home));
        if self.home.as_ref().map(|(folder, _)| folder) != away {
            self.home = None;
        }
        if let (Some(folder), None) = (away, &self.home) {
            let lock = take_lock(folder, "The folder of your book cannot be written to.")?;
            self.home = Some((folder.clone(), lock));
        }
        home
    }
}

fn take_lock(folder: &Path, unwritable: &str) -> Result<Lock> {
    lock::take(folder)
        .map_err(|_| Error::new(Code::NotWritable, unwritable))?
        .ok_or_else(|| {
            Error::new(
                Code::BookInUse,
                "Your book is already open in another window.",
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_note_the_book_is_with_the_data() {
        let data = tempfile::tempdir().unwrap();
        assert_eq!(folder(data.path()), data.path());
        assert!(!is_moved(data.path()));
        assert_eq!(Locks::default().hold(data.path()).unwrap(), data.path());
    }

    #[test]
    fn the_note_leads_to_a_book_and_home_again() {
        let data = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        fs::write(book(other.path()), b"").unwrap();
        write_note(data.path(), other.path()).unwrap();
        assert_eq!(folder(data.path()), other.path());
        let mut held = Locks::default();
        assert_eq!(held.hold(data.path()).unwrap(), other.path());
        assert!(lock::take(other.path()).unwrap().is_none(), "it is held");
        write_note(data.path(), data.path()).unwrap();
        assert!(!is_moved(data.path()));
        assert_eq!(held.hold(data.path()).unwrap(), data.path());
        assert!(lock::take(other.path()).unwrap().is_some(), "it is free");
        write_note(data.path(), data.path()).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_and_not_made() {
        let data = tempfile::tempdir().unwrap();
        let drive = data.path().join("drive");
        write_note(data.path(), &drive).unwrap();
        let error = Locks::default().hold(data.path()).unwrap_err();
        assert_eq!(error.code, Code::FileMissing);
        assert!(!drive.exists());
        // The mount point exists, but the drive is not mounted.
        fs::create_dir(&drive).unwrap();
        let error = Locks::default().hold(data.path()).unwrap_err();
        assert_eq!(error.code, Code::FileMissing);
        assert_eq!(fs::read_dir(&drive).unwrap().count(), 0);
        fs::create_dir_all(backups::folder(&book(&drive))).unwrap();
        assert_eq!(Locks::default().hold(data.path()).unwrap(), drive);
    }

    #[test]
    fn a_note_that_says_nothing_leads_nowhere() {
        for text in [&b""[..], b"elsewhere", b"../book", b"\xff\xfe"] {
            let data = tempfile::tempdir().unwrap();
            fs::write(note(data.path()), text).unwrap();
            assert!(is_moved(data.path()));
            let error = Locks::default().hold(data.path()).unwrap_err();
            assert_eq!(error.code, Code::FileUnreadable, "{text:?}");
        }
    }
}
