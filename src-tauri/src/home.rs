//! Which folder the book is in: Kith's own, or the one that the person moved it to.
//!
//! The file `place` in the data folder names the other folder, as plain text. Where it leads nowhere,
//! no book is begun in its stead: the drive may only be unplugged.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use kith_core::{Code, Error, Result, backups};

use crate::lock::{self, Lock};

/// The file of the person's own book in a folder.
pub fn book(folder: &Path) -> PathBuf {
    folder.join("book.kith")
}

fn note(data: &Path) -> PathBuf {
    data.join("place")
}

/// Whether the book was moved to a folder of the person's choice.
pub fn is_moved(data: &Path) -> bool {
    // Where that cannot be known, there may be one: no book is begun.
    note(data).try_exists().unwrap_or(true)
}

/// The folder that the book is in or should be in; that of the data where nothing can be told.
pub fn folder(data: &Path) -> PathBuf {
    noted(data)
        .unwrap_or_default()
        .unwrap_or_else(|| data.to_owned())
}

/// The folder that the note names; `None` without a note.
fn noted(data: &Path) -> Result<Option<PathBuf>> {
    let unread = || {
        Error::new(
            Code::FileUnreadable,
            "Kith\u{2019}s note of where your book is cannot be read. Nothing was changed.",
        )
    };
    match fs::read_to_string(note(data)) {
        Ok(text) => Some(PathBuf::from(text.trim_end_matches(['\r', '\n'])))
            .filter(|folder| folder.is_absolute())
            .map(Some)
            .ok_or_else(unread),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(_) => Err(unread()),
    }
}

/// The folder to open the book in: it is there, and so is the book that was moved to it, or its backups.
fn found(data: &Path) -> Result<PathBuf> {
    let Some(folder) = noted(data)? else {
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

/// Notes that the book is in this folder; no note for Kith's own. All at once or not at all.
pub fn point(data: &Path, folder: &Path) -> Result<()> {
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
    let mut file = tempfile::NamedTempFile::new_in(data)?;
    writeln!(file, "{text}")?;
    file.as_file().sync_all()?;
    file.persist(note(data)).map_err(|error| error.error)?;
    // Before the old book gets another name.
    if let Ok(data) = fs::File::open(data) {
        let _asked = data.sync_all();
    }
    Ok(())
}

/// Whether two names lead to one folder.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || fs::canonicalize(one)
            .ok()
            .is_some_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// The locks that this Kith holds: on its data and, where the book is elsewhere, on the book's folder.
#[derive(Default)]
pub struct Held {
    data: Option<Lock>,
    home: Option<(PathBuf, Lock)>,
}

impl Held {
    /// With what a start already holds.
    pub fn with(data: Option<Lock>) -> Self {
        Self { data, home: None }
    }

    /// Whether later starts are this one's to hear.
    pub fn is_first(&self) -> bool {
        self.data.is_some()
    }

    /// Makes sure that this Kith holds the data folder's lock.
    fn hold_data(&mut self, data: &Path) -> Result<()> {
        if self.data.is_none() {
            self.data = Some(taken(data, "Kith\u{2019}s folder cannot be written to.")?);
        }
        Ok(())
    }

    /// Makes sure that the book is this Kith's alone; answers the folder that it is in.
    pub fn hold(&mut self, data: &Path) -> Result<PathBuf> {
        self.hold_data(data)?;
        let home = found(data);
        let away = home.as_ref().ok().filter(|home| !is_same(data, home));
        if self.home.as_ref().map(|(folder, _)| folder) != away {
            self.home = None;
        }
        if let (Some(folder), None) = (away, &self.home) {
            let lock = taken(folder, "The folder of your book cannot be written to.")?;
            self.home = Some((folder.clone(), lock));
        }
        home
    }
}

fn taken(folder: &Path, unwritable: &str) -> Result<Lock> {
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
        assert_eq!(Held::default().hold(data.path()).unwrap(), data.path());
    }

    #[test]
    fn the_note_leads_to_a_book_and_home_again() {
        let data = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        fs::write(book(other.path()), b"").unwrap();
        point(data.path(), other.path()).unwrap();
        assert_eq!(folder(data.path()), other.path());
        let mut held = Held::default();
        assert_eq!(held.hold(data.path()).unwrap(), other.path());
        assert!(lock::take(other.path()).unwrap().is_none(), "it is held");
        point(data.path(), data.path()).unwrap();
        assert!(!is_moved(data.path()));
        assert_eq!(held.hold(data.path()).unwrap(), data.path());
        assert!(lock::take(other.path()).unwrap().is_some(), "it is free");
        point(data.path(), data.path()).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_and_not_made() {
        let data = tempfile::tempdir().unwrap();
        let drive = data.path().join("drive");
        point(data.path(), &drive).unwrap();
        let error = Held::default().hold(data.path()).unwrap_err();
        assert_eq!(error.code, Code::FileMissing);
        assert!(!drive.exists());
        // The place where a drive appears is there, and the drive is not.
        fs::create_dir(&drive).unwrap();
        let error = Held::default().hold(data.path()).unwrap_err();
        assert_eq!(error.code, Code::FileMissing);
        assert_eq!(fs::read_dir(&drive).unwrap().count(), 0);
        fs::create_dir_all(backups::folder(&book(&drive))).unwrap();
        assert_eq!(Held::default().hold(data.path()).unwrap(), drive);
    }

    #[test]
    fn a_note_that_says_nothing_leads_nowhere() {
        for text in [&b""[..], b"elsewhere", b"../book", b"\xff\xfe"] {
            let data = tempfile::tempdir().unwrap();
            fs::write(note(data.path()), text).unwrap();
            assert!(is_moved(data.path()));
            let error = Held::default().hold(data.path()).unwrap_err();
            assert_eq!(error.code, Code::FileUnreadable, "{text:?}");
        }
    }
}
