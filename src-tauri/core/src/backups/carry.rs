//! Carrying the book and its backups to another folder. The book must not be open.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{folder, parse_name};
use crate::error::{Code, Error, Result};
use crate::store::open::{self, FileState};

/// What SQLite may leave beside a file, and the file itself.
const COMPANIONS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// What was put into another folder.
#[derive(Debug)]
pub struct Carried {
    /// The book in its new place.
    pub book: PathBuf,
    /// Its backups that were not there before, and files in the making.
    beside: Vec<PathBuf>,
}

/// Copies the book and its backups into another folder, the book checked and last: a folder that
/// has the book has all of it. The old book stays as it is.
///
/// # Errors
/// `Invalid` where the folder has a book; `BookDamaged` where the copy is; what the disk says.
/// Then what was copied is gone again.
pub fn carry(book: &Path, into: &Path) -> Result<Carried> {
    let name = book.file_name().ok_or_else(|| Error::internal("path"))?;
    let to = into.join(name);
    if is_taken(&to) {
        return Err(Error::invalid(
            "folder",
            "There is already a book in that folder. Nothing was moved.",
        ));
    }
    // A name of its own until it is whole: whoever is stopped here can begin again.
    let fresh = to.with_extension("moving.kith");
    let mut carried = Carried {
        book: to,
        beside: vec![fresh.clone()],
    };
    let done = copy_book(book, &fresh)
        .and_then(|()| copy_backups(book, &carried.book, &mut carried.beside))
        .and_then(|()| Ok(fs::rename(&fresh, &carried.book)?));
    match done {
        Ok(()) => {
            sync_folder(into);
            Ok(carried)
        }
        Err(error) => {
            carried.take_back();
            Err(error)
        }
    }
}

impl Carried {
    /// Removes what was put there; the old book was never changed.
    pub fn take_back(self) {
        let own = COMPANIONS.iter().map(|end| with_end(&self.book, end));
        for path in own.chain(self.beside) {
            let _gone = fs::remove_file(path);
        }
        drop_empty_folders(&self.book);
    }
}

/// Whether a folder has a book of this name, or what belongs to one: an old WAL would be read into a new book.
fn is_taken(book: &Path) -> bool {
    COMPANIONS.iter().any(|end| with_end(book, end).exists())
}

/// After `carry`: the old book stays in its folder under another name, which is returned; backups
/// that are in the new place too go from the old one.
///
/// # Errors
/// What the disk says, and where there is no book in the new place: then the old one is as it was.
pub fn leave(book: &Path, carried: &Path) -> Result<PathBuf> {
    if open::inspect(carried)? == FileState::Absent {
        return Err(Error::new(
            Code::FileMissing,
            "The moved book is not there any more.",
        ));
    }
    let kept = before_moving(book)
        .find(|path| !path.exists())
        .ok_or_else(|| Error::internal("names"))?;
    fs::rename(book, &kept)?;
    for end in COMPANIONS.iter().skip(1) {
        // Empty ones: the book was closed, and settled before it was copied.
        let _gone = fs::remove_file(with_end(book, end));
    }
    for (old, new) in twins(book, carried)? {
        if is_copied(&old, &new) {
            fs::remove_file(old)?;
        }
    }
    drop_empty_folders(book);
    Ok(kept)
}

/// Makes the book of a folder again from the newest one that a move left there under another name,
/// where the folder has no book. `false` where there is nothing to make it from.
///
/// # Errors
/// `BookDamaged` where what was left is; what the disk says.
pub fn take_up(book: &Path) -> Result<bool> {
    if is_taken(book) {
        return Ok(book.exists());
    }
    let changed = |path: &PathBuf| fs::metadata(path).and_then(|about| about.modified()).ok();
    let left = before_moving(book)
        .filter(|path| path.exists())
        .max_by_key(changed);
    let Some(left) = left else { return Ok(false) };
    let fresh = book.with_extension("moving.kith");
    copy_book(&left, &fresh)
        .and_then(|()| Ok(fs::rename(&fresh, book)?))
        .inspect_err(|_| {
            let _gone = fs::remove_file(&fresh);
        })?;
    Ok(true)
}

/// `book before moving.kith`, `book before moving 2.kith` and so on.
fn before_moving(book: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = book.file_stem().unwrap_or_default().to_string_lossy();
    let first = format!("{stem} before moving");
    (1..1000).map(move |n| {
        book.with_file_name(match n {
            1 => format!("{first}.kith"),
            n => format!("{first} {n}.kith"),
        })
    })
}

/// A checked copy that the disk has, for its owner alone: the new folder may be open to others.
fn copy_book(book: &Path, fresh: &Path) -> Result<()> {
    if open::inspect(book)? == FileState::Absent {
        return Err(Error::new(
            Code::FileMissing,
            "The book\u{2019}s file is not there any more.",
        ));
    }
    for end in COMPANIONS {
        let _left_over = fs::remove_file(with_end(fresh, end));
    }
    open::copy_checked(&open::settled(book)?, fresh)?;
    seal(fresh)
}

fn copy_backups(book: &Path, to: &Path, copied: &mut Vec<PathBuf>) -> Result<()> {
    let twins = twins(book, to)?;
    if !twins.is_empty() {
        make_folder(&folder(to))?;
    }
    for (old, new) in twins {
        if is_copied(&old, &new) {
            continue;
        }
        let part = with_end(&new, ".part");
        copied.push(part.clone());
        fs::copy(&old, &part)?;
        seal(&part)?;
        copied.push(new.clone());
        fs::rename(part, new)?;
    }
    Ok(())
}

/// Each backup of a book, and where it is beside the other.
fn twins(book: &Path, other: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let entries = match fs::read_dir(folder(book)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut twins = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if name.to_str().is_some_and(|name| parse_name(name).is_some()) {
            twins.push((folder(book).join(&name), folder(other).join(&name)));
        }
    }
    Ok(twins)
}

/// A backup's name is its second: the same name and length is the same backup.
fn is_copied(old: &Path, new: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|about| about.len()).ok();
    length(new).is_some() && length(old) == length(new)
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Its owner's alone, and on the disk.
fn seal(path: &Path) -> Result<()> {
    let file = File::options().write(true).open(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Some file systems know no owners.
        let _known = file.set_permissions(fs::Permissions::from_mode(0o600));
    }
    Ok(file.sync_all()?)
}

fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// The names in it are on the disk too, where the system can be asked for that.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _asked = folder.sync_all();
    }
}

/// The folders of the book's backups, where nothing is in them.
fn drop_empty_folders(book: &Path) {
    let own = folder(book);
    for folder in own.ancestors().take(2) {
        let _gone = fs::remove_dir(folder);
    }
}
