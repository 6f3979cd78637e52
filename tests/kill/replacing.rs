//! SIGKILL at random moments of restoring, moving and upgrading: one whole book is there, the one before or the
//! one after, and what was half made goes at the next start.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use kith_core::backups::{self, Why};
use kith_core::details::NewPerson;
use kith_core::{Book, sample};
use kith_tests::cards::Dice;

use crate::{KILLS, now};

/// Something that the replacer does to the files of a folder.
struct Work<'w> {
    /// A folder as it is before; copied for each kill.
    before: &'w Path,
    words: &'w dyn Fn(&Path) -> Vec<String>,
    /// Looks at the folder after the kill; whether the work was done. Anything but before or after fails.
    is_done: &'w dyn Fn(&Path) -> bool,
}

impl Work<'_> {
    /// Does it once, and kills it after a while, where one is given. Answers how long it took.
    fn once(&self, folder: &Path, after: Option<Duration>) -> Duration {
        copy(self.before, folder);
        let mut child = Command::new(env!("CARGO_BIN_EXE_replacer"))
            .args((self.words)(folder))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut says = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        says.read_line(&mut line).unwrap();
        assert_eq!(line, "begun\n");
        let begun = Instant::now();
        match after {
            Some(after) => {
                std::thread::sleep(after);
                child.kill().unwrap();
            }
            None => assert_eq!(says.read_line(&mut line).unwrap(), "done\n".len()),
        }
        let took = begun.elapsed();
        child.wait().unwrap();
        took
    }

    fn killed_at_random(&self, name: &str) {
        let place = tempfile::tempdir().unwrap();
        let whole = place.path().join("whole");
        let took = self.once(&whole, None);
        assert!((self.is_done)(&whole));
        let mut done = 0;
        for n in 0..KILLS {
            let folder = place.path().join(n.to_string());
            let part = Dice(n).roll(1_300) as u32;
            self.once(&folder, Some(took * part / 1_000));
            done += u64::from((self.is_done)(&folder));
            fs::remove_dir_all(&folder).unwrap();
        }
        println!(
            "{name} takes {took:?}; {KILLS} kills: {done} times done, {} times not",
            KILLS - done
        );
        assert!(done < KILLS, "no kill came in time");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("book.kith")
}

/// The book as text, as the next start reads it.
fn read(book: &Path) -> String {
    let opened = Book::open(book, &now()).unwrap();
    assert_eq!(opened.cannot_save(), None);
    backups::sweep(book);
    let mut json = Vec::new();
    opened.write_json(&mut json).unwrap();
    String::from_utf8(json).unwrap()
}

/// The names in the folder and in the backups' folder, without those of backups.
fn names(folder: &Path) -> Vec<String> {
    let own = backups::folder(&file(folder));
    let all = [folder, own.as_path()]
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let mut names: Vec<_> = all
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| {
        !name.starts_with("2026-") && !name.starts_with("2027-") && name != "backups"
    });
    names.sort();
    names
}

/// A folder with the sample as its book, a backup of it, and somebody added since. Answers the texts of both,
/// and the backup's name.
fn lived_in(folder: &Path) -> (String, String, String) {
    fs::create_dir(folder).unwrap();
    sample::make(&file(folder), &now()).unwrap();
    let book = Book::open(&file(folder), &now()).unwrap();
    let backup = book.backup_now(Why::ByHand, &now()).unwrap().value.name;
    drop(book);
    let older = read(&file(folder));
    let book = Book::open(&file(folder), &now()).unwrap();
    let person = NewPerson {
        name: "Zora Lindqvist".to_owned(),
        ..NewPerson::default()
    };
    book.person_add(&person, &now()).unwrap();
    drop(book);
    (older, read(&file(folder)), backup)
}

#[test]
fn a_killed_restore_leaves_the_book_or_the_backup() {
    let place = tempfile::tempdir().unwrap();
    let before = place.path().join("before");
    let (older, newer, backup) = lived_in(&before);
    let text = |folder: &Path| folder.to_str().unwrap().to_owned();
    Work {
        before: &before,
        words: &|folder| vec!["restore".to_owned(), text(&file(folder)), backup.clone()],
        is_done: &|folder| {
            let is = read(&file(folder));
            assert_eq!(names(folder), ["book.kith"]);
            let listed = backups::list(&file(folder), &now()).unwrap();
            assert!(listed.iter().all(|one| one.people.is_some()), "{listed:?}");
            assert!(is == older || is == newer);
            if is == older {
                let kept = listed.iter().find(|one| one.why == Why::BeforeRestore);
                assert_eq!(kept.unwrap().people, Some(61), "the book is a backup");
            }
            is == older
        },
    }
    .killed_at_random("restoring");
}

#[test]
fn a_killed_move_leaves_one_whole_book_where_the_note_leads() {
    let place = tempfile::tempdir().unwrap();
    let before = place.path().join("before");
    let home = before.join("home");
    fs::create_dir(&before).unwrap();
    let (_, newer, backup) = lived_in(&home);
    fs::create_dir(before.join("new")).unwrap();
    let text = |path: PathBuf| path.to_str().unwrap().to_owned();
    Work {
        before: &before,
        words: &|folder| {
            vec![
                "move".to_owned(),
                text(file(&folder.join("home"))),
                text(folder.join("new")),
                text(folder.join("note")),
            ]
        },
        is_done: &|folder| {
            let is_noted = folder.join("note").exists();
            let (old, new) = (folder.join("home"), folder.join("new"));
            let at = if is_noted { &new } else { &old };
            assert!(read(&file(at)) == newer);
            assert!(backups::folder(&file(at)).join(&backup).exists());
            if is_noted && file(&old).exists() {
                backups::leave(&file(&old), &file(&new)).unwrap();
            }
            if is_noted {
                assert_eq!(names(&new), ["book.kith"]);
                assert_eq!(names(&old), ["book before moving.kith"]);
            } else {
                assert_eq!(names(&old), ["book.kith"]);
            }
            is_noted
        },
    }
    .killed_at_random("moving");
}

#[test]
fn a_killed_upgrade_is_done_at_the_next_start() {
    let place = tempfile::tempdir().unwrap();
    let before = place.path().join("before");
    fs::create_dir(&before).unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/books");
    fs::copy(fixtures.join("version-1.kith"), file(&before)).unwrap();
    let upgraded = place.path().join("upgraded");
    copy(&before, &upgraded);
    let after = read(&file(&upgraded));
    Work {
        before: &before,
        words: &|folder| {
            vec![
                "upgrade".to_owned(),
                file(folder).to_str().unwrap().to_owned(),
            ]
        },
        is_done: &|folder| {
            let header = fs::read(file(folder)).unwrap();
            let is_older =
                header[60..64] == 1_u32.to_be_bytes() && !folder.join("book.kith-wal").exists();
            assert!(read(&file(folder)) == after);
            assert_eq!(names(folder), ["book.kith"]);
            let listed = backups::list(&file(folder), &now()).unwrap();
            assert!(!listed.is_empty());
            assert!(
                listed
                    .iter()
                    .all(|one| one.why == Why::BeforeUpgrade && one.people.is_some())
            );
            !is_older
        },
    }
    .killed_at_random("upgrading");
}
