//! Files, folders and pasted text, read within bounds. What cannot be read is said, not fatal.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{FileProblem, Watch, check_stopped};
use crate::error::{Code, Error, Result};

/// Larger files are not read: the whole address book of 100,000 people is about 40 MB.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// A dropped folder is read so deep.
const DEEPEST_FOLDER: usize = 8;
/// Of a dropped folder so many files at most.
const MOST_FILES: usize = 10_000;

/// Where cards come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file or a folder.
    Path(PathBuf),
    /// Text from the clipboard.
    Text(String),
}

/// A file's name and bytes.
pub(super) struct ReadFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The files behind paths: folders are walked for .vcf files, everything else is taken as it is.
pub(super) fn files(
    sources: &[Source],
    watch: &dyn Watch,
) -> Result<(Vec<PathBuf>, Vec<FileProblem>)> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for source in sources {
        let Source::Path(path) = source else { continue };
        check_stopped(watch)?;
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
    if found.len() > MOST_FILES {
        let left_out = found.split_off(MOST_FILES).len();
        problems.push(FileProblem {
            file: format!("{left_out} more files"),
            message: format!("Kith reads {MOST_FILES} files at once. Import these next."),
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
        // A link to a folder above would never end.
        let is_link = path.symlink_metadata().is_ok_and(|data| data.is_symlink());
        if path.is_dir() && !is_link && depth < DEEPEST_FOLDER {
            walk(&path, depth + 1, found, problems);
        } else if path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("vcf") || end.eq_ignore_ascii_case("vcard"))
        {
            found.push(path);
        }
    }
}

/// A path's last part, as people know it.
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

/// A file's bytes, at most `LARGEST_FILE` of them. The bytes are taken once: a file that changes
/// meanwhile is seen as it was.
///
/// # Errors
/// In words for the person: missing, no permission, too large, empty.
pub(super) fn read(path: &Path) -> Result<ReadFile> {
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
    if data.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0));
    file.by_ref()
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
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
        let (found, problems) = files(&[Source::Path(folder.path().into())], &Unwatched).unwrap();
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
        assert_eq!(read(&empty).err().unwrap().code, Code::NoCards);
        assert_eq!(
            read(&folder.path().join("gone.vcf")).err().unwrap().code,
            Code::FileMissing
        );
        let large = folder.path().join("large.vcf");
        fs::File::create(&large)
            .unwrap()
            .set_len(LARGEST_FILE + 1)
            .unwrap();
        assert_eq!(read(&large).err().unwrap().code, Code::FileTooLarge);
        let (_, problems) = files(
            &[
                Source::Path(folder.path().join("gone.vcf")),
                Source::Path(tempfile::tempdir().unwrap().path().into()),
            ],
            &Unwatched,
        )
        .unwrap();
        assert!(problems.is_empty() || problems.len() == 1);
    }
}
