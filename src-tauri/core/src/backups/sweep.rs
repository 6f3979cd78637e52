//! What a Kith that was killed left half made.

use std::fs;
use std::path::Path;

use super::folder;

/// Names of books in the making, between the book's own and its end.
const IN_THE_MAKING: [&str; 4] = ["restoring", "moving", "reading", "making"];

/// Files by which Kith tries whether a folder takes anything, or which become another one when they are whole.
const TRIED: &str = ".kith-";

/// Removes what was being made beside a book when Kith was killed. Only for a book that is open: what is half
/// made is then not needed, and what is whole is in the book or in a backup. What cannot be removed stays.
pub fn sweep(book: &Path) {
    let stem = |path: &Path| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    if let Some(home) = book.parent() {
        remove(home, |name| {
            name.starts_with(TRIED) || is_in_the_making(&stem(book), name)
        });
    }
    remove(&folder(book), |name| {
        name.starts_with('.') && without_companion(name).ends_with(".part")
    });
}

/// The name of the file beside which SQLite keeps this one; the name itself where it keeps nothing.
fn without_companion(name: &str) -> &str {
    let ends = ["-wal", "-shm", "-journal"];
    ends.iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

/// `book.restoring.kith`, `book.restoring-1.kith`, and what SQLite keeps beside them.
fn is_in_the_making(stem: &str, name: &str) -> bool {
    let file = without_companion(name).strip_suffix(".kith");
    let word = file.and_then(|file| file.strip_prefix(stem)?.strip_prefix('.'));
    word.is_some_and(|word| {
        let (word, number) = word.split_once('-').unwrap_or((word, ""));
        IN_THE_MAKING.contains(&word) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn remove(folder: &Path, is_left: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(&is_left) {
            let _gone = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_making_goes() {
        let gone = [
            "book.restoring.kith",
            "book.restoring-2.kith-wal",
            "book.moving.kith",
            "book.moving.kith-journal",
            "book.reading.kith-shm",
            ".kith-x8Yqab",
        ];
        let stays = [
            "book.kith",
            "book.kith-wal",
            "book before moving.kith",
            "book.damaged-2026-11-21T10-00-00Z.kith",
            "book.lost-2026-11-21T10-00-00Z.kith-wal",
            "book.restoring.txt",
            "book.restoring-of-mine.kith",
            "restoring.kith",
            "other.restoring.kith",
        ];
        let home = tempfile::tempdir().unwrap();
        let book = home.path().join("book.kith");
        fs::create_dir_all(folder(&book)).unwrap();
        let all = gone.iter().chain(&stays).map(|name| home.path().join(name));
        let part = folder(&book).join(".2026-11-21T10-00-00Z-daily.kith.part");
        let journal = folder(&book).join(".2026-11-21T10-00-00Z-daily.kith.part-journal");
        let backup = folder(&book).join("2026-11-21T10-00-00Z-daily.kith");
        for path in all.chain([part.clone(), journal.clone(), backup.clone()]) {
            fs::write(path, b"x").unwrap();
        }
        sweep(&book);
        for name in gone {
            assert!(!home.path().join(name).exists(), "{name}");
        }
        for name in stays {
            assert!(home.path().join(name).exists(), "{name}");
        }
        assert!(!part.exists() && !journal.exists() && backup.exists());
    }
}
