//! The sources of an import: files, folders and pasted text. A file that cannot be read is reported; the
//! others are read all the same.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{FileProblem, ImportObserver, check_stopped};
use crate::error::{Code, Error, Result};

/// Larger files are not read, in bytes. An address book of 100,000 people has about 40 MB.
pub(crate) const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Levels of folders below a dropped folder that are read.
const MAX_FOLDER_DEPTH: usize = 8;
/// The most files of one import.
const MAX_FILES: usize = 10_000;

/// A source of cards.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file or a folder.
    Path(PathBuf),
    /// Pasted text.
    Text(String),
    /// Something that was dropped without a path of this computer, such as a file on a phone: its name.
    Elsewhere(String),
}

/// A file's name and bytes.
pub(super) struct ReadFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The files of the sources. Folders are searched for .vcf and .vcard files; a path that is not a folder is
/// returned without a check.
pub(super) fn card_files(
    sources: &[Source],
    observer: &dyn ImportObserver,
) -> Result<(Vec<PathBuf>, Vec<FileProblem>)> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for source in sources {
        let path = match source {
            Source::Path(path) => path,
            Source::Text(_) => continue,
            Source::Elsewhere(name) => {
                problems.push(FileProblem {
                    file: name.clone(),
                    message: "This is in another program or on another computer, where Kith cannot read. \
                              Save it on this computer, then drop it here."
                        .to_owned(),
                });
                continue;
            }
        };
        check_stopped(observer)?;
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let before = found.len();
        walk(path, 0, &mut found, &mut problems);
        if found.len() == before {
            problems.push(problem(path, "There are no .vcf files in this folder."));
        }
    }
    if found.len() > MAX_FILES {
        let left_out = found.split_off(MAX_FILES).len();
        problems.push(FileProblem {
            file: format!("{left_out} more files"),
            message: format!("Kith reads {MAX_FILES} files at once. Import these next."),
        });
    }
    Ok((found, problems))
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>, problems: &mut Vec<FileProblem>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(problem(folder, &Error::from(error).message));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    for path in paths {
        // Links to folders are not followed: one to a folder above would never end.
        let is_link = path.symlink_metadata().is_ok_and(|data| data.is_symlink());
        if path.is_dir() && !is_link && depth < MAX_FOLDER_DEPTH {
            walk(&path, depth + 1, found, problems);
        } else if path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("vcf") || end.eq_ignore_ascii_case("vcard"))
        {
            found.push(path);
        }
    }
}

/// The last part of a path, for display.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

pub(super) fn problem(path: &Path, message: &str) -> FileProblem {
    FileProblem {
        file: name_of(path),
        message: message.to_owned(),
    }
}

/// Reads a file of at most `MAX_FILE_BYTES` bytes. It is read only once, so that a file that changes
/// meanwhile gives consistent results.
///
/// # Errors
/// `FileMissing`; `FileUnreadable` without permission or for what is not a file; `FileTooLarge`; `NoCards`
/// for an empty file. The message is a sentence for the screen.
pub(super) fn read_file(path: &Path) -> Result<ReadFile> {
    let mut file = fs::File::open(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(Error::new(
            Code::FileUnreadable,
            "This is not a file that can be read.",
        ));
    }
    let too_large = || {
        Error::new(
            Code::FileTooLarge,
            "This file is larger than 64 MB, which is more than Kith reads. Nothing of it was imported.",
        )
    };
    if data.len() > MAX_FILE_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0));
    file.by_ref()
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large());
    }
    if bytes.is_empty() {
        return Err(Error::new(Code::NoCards, "This file is empty."));
    }
    Ok(ReadFile {
        name: name_of(path),
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Unwatched;

    #[test]
    fn folders_are_walked_for_cards_only() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("deeper")).unwrap();
        fs::write(folder.path().join("a.VCF"), "x").unwrap();
        fs::write(folder.path().join("notes.txt"), "x").unwrap();
        fs::write(folder.path().join("deeper/b.vcf"), "x").unwrap();
        let (found, problems) =
            card_files(&[Source::Path(folder.path().into())], &Unwatched).unwrap();
        assert_eq!(
            found.iter().map(|path| name_of(path)).collect::<Vec<_>>(),
            ["a.VCF", "b.vcf"]
        );
        assert!(problems.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_said_in_plain_words() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("empty.vcf");
        fs::write(&empty, "").unwrap();
        assert_eq!(read_file(&empty).err().unwrap().code, Code::NoCards);
        let gone = folder.path().join("gone.vcf");
        assert_eq!(read_file(&gone).err().unwrap().code, Code::FileMissing);
        let large = folder.path().join("large.vcf");
        fs::File::create(&large)
            .unwrap()
            .set_len(MAX_FILE_BYTES + 1)
            .unwrap();
        assert_eq!(read_file(&large).err().unwrap().code, Code::FileTooLarge);
        let without_cards = folder.path().join("without cards");
        fs::create_dir(&without_cards).unwrap();
        let sources = [Source::Path(gone.clone()), Source::Path(without_cards)];
        let (found, problems) = card_files(&sources, &Unwatched).unwrap();
        // A missing file is found out when it is read.
        assert_eq!(found, [gone]);
        assert_eq!(
            problems,
            [FileProblem {
                file: "without cards".to_owned(),
                message: "There are no .vcf files in this folder.".to_owned(),
            }]
        );
    }
}
