//! The open book's file is taken away, replaced or written over: no change is said to be saved that the next
//! start does not find.

use std::fs;
use std::path::{Path, PathBuf};

use kith_core::backups::{self, Why};
use kith_core::details::NewPerson;
use kith_core::{Book, Code, Lost, Result, sample};

use crate::{Place, minute, written};

fn add(book: &Book, name: &str) -> Result<()> {
    let person = NewPerson {
        name: name.to_owned(),
        ..NewPerson::default()
    };
    book.person_add(&person, &minute(1)).map(drop)
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn holds(file: &Path, name: &str) -> bool {
    written(&Book::open(file, &minute(9)).unwrap()).contains(name)
}

/// A book with one person who is in the file and one who may be in its log only, and a sample to put in its place.
fn open_with_another(place: &Place) -> (Book, PathBuf) {
    let other = place.folder.path().join("other");
    sample::make(&other, &minute(0)).unwrap();
    let book = place.open();
    add(&book, "Ana Lindqvist").unwrap();
    book.empty_log();
    add(&book, "Ben Okafor").unwrap();
    assert_eq!(book.lost(), None);
    (book, other)
}

/// A change is refused; everything that the book held, that change too, is in a backup that waits.
fn is_kept(book: Book, how: Lost, place: &Place) {
    let error = add(&book, "Chidi Eze").unwrap_err();
    assert_eq!(error.code, Code::BookLost);
    assert_eq!(book.lost(), Some(how));
    let left = book.leave_lost(how, &place.file(), &minute(2));
    let kept = left.kept.unwrap();
    assert_eq!(
        (left.how, kept.why, kept.people),
        (how, Why::Rescued, Some(3))
    );
    let waiting = backups::waiting(&place.file(), &minute(3)).unwrap();
    assert_eq!(waiting.as_ref(), Some(&kept));
    for end in ["-wal", "-shm"] {
        assert!(!beside(&place.file(), end).exists(), "{end} is left behind");
    }
    backups::restore(&place.file(), &kept.name, &minute(4)).unwrap();
    backups::decided(&place.file(), &minute(5)).unwrap();
    assert_eq!(backups::waiting(&place.file(), &minute(5)).unwrap(), None);
    for name in ["Ana Lindqvist", "Ben Okafor", "Chidi Eze"] {
        assert!(holds(&place.file(), name), "{name}");
    }
}

#[test]
fn a_file_that_was_removed_is_noticed_and_all_is_kept() {
    let place = Place::new();
    let (book, _) = open_with_another(&place);
    fs::remove_file(place.file()).unwrap();
    is_kept(book, Lost::Gone, &place);
}

#[test]
fn a_file_that_was_renamed_over_is_noticed_and_the_other_one_is_kept_too() {
    let place = Place::new();
    let (book, other) = open_with_another(&place);
    fs::rename(other, place.file()).unwrap();
    is_kept(book, Lost::Replaced, &place);
    let listed = backups::list(&place.file(), &minute(6)).unwrap();
    let of_other = listed.iter().find(|one| one.why == Why::BeforeRestore);
    assert_eq!(of_other.unwrap().people, Some(60), "the sample's people");
}

#[test]
fn the_file_that_took_the_place_opens_as_it_came() {
    let place = Place::new();
    let (book, other) = open_with_another(&place);
    let was = written(&Book::open(&other, &minute(0)).unwrap());
    fs::rename(other, place.file()).unwrap();
    add(&book, "Chidi Eze").unwrap_err();
    drop(book.leave_lost(Lost::Replaced, &place.file(), &minute(2)));
    assert_eq!(
        written(&place.open()),
        was,
        "no log of another file is read into it"
    );
}

#[test]
fn what_reads_beside_the_book_never_looks_into_the_file_that_took_its_place() {
    let place = Place::new();
    let (book, other) = open_with_another(&place);
    fs::rename(other, place.file()).unwrap();
    let check = book.whole_check().err().map(|error| error.code);
    assert_eq!(check, Some(Code::BookLost));
    let long_read = book.write_json(&mut Vec::new()).unwrap_err();
    assert_eq!(long_read.code, Code::BookLost);
    is_kept(book, Lost::Replaced, &place);
}

/// What is mapped into memory from a file that another program empties, or whose drive is pulled out, ends Kith.
#[cfg(unix)]
#[test]
fn no_file_beside_the_book_is_mapped_into_memory() {
    let place = Place::new();
    let (book, _) = open_with_another(&place);
    book.write_json(&mut Vec::new()).unwrap();
    book.whole_check().unwrap().run().unwrap();
    let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
    let folder = place.folder.path().to_string_lossy().into_owned();
    let mapped: Vec<&str> = maps.lines().filter(|line| line.contains(&folder)).collect();
    assert_eq!(mapped, [""; 0]);
    assert!(!beside(&place.file(), "-shm").exists());
}

#[test]
fn a_folder_that_was_moved_away_is_noticed_and_all_is_kept_where_there_is_a_folder() {
    let (place, elsewhere) = (Place::new(), Place::new());
    let home = place.folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let book = Book::open(&home.join("book.kith"), &minute(0)).unwrap();
    add(&book, "Ana Lindqvist").unwrap();
    fs::rename(&home, place.folder.path().join("moved")).unwrap();
    assert_eq!(add(&book, "Ben Okafor").unwrap_err().code, Code::BookLost);
    let long_read = book.write_json(&mut Vec::new());
    assert_eq!(long_read.unwrap_err().code, Code::BookLost);
    let left = book.leave_lost(Lost::Gone, &elsewhere.file(), &minute(2));
    assert_eq!(left.kept.unwrap().people, Some(2));
    assert!(!home.exists(), "it is not made again");
    let moved = place.folder.path().join("moved/book.kith");
    assert!(holds(&moved, "Ana Lindqvist"));
}

#[test]
fn a_file_that_was_written_over_is_noticed_and_its_log_is_not_read_into_it() {
    let older = {
        let place = Place::new();
        drop(open_with_another(&place));
        fs::read(place.file()).unwrap()
    };
    for bytes in [older.as_slice(), b"", b"no book at all"] {
        let place = Place::new();
        let (book, _) = open_with_another(&place);
        fs::write(place.file(), bytes).unwrap();
        assert_eq!(add(&book, "Chidi Eze").unwrap_err().code, Code::BookLost);
        assert_eq!(book.lost(), Some(Lost::WrittenOver));
        let left = book.leave_lost(Lost::WrittenOver, &place.file(), &minute(2));
        assert_eq!(left.kept, None, "what cannot be known is not called a copy");
        assert_eq!(fs::read(place.file()).unwrap(), bytes);
        assert!(!beside(&place.file(), "-wal").exists());
        let logs = fs::read_dir(place.folder.path()).unwrap();
        let logs = logs.filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with("Z.kith-wal")
        });
        assert_eq!(logs.count(), 1, "the log stays under another name");
    }
}

#[test]
fn a_file_that_was_only_touched_goes_on() {
    let place = Place::new();
    let (book, _) = open_with_another(&place);
    let file = fs::File::options().write(true).open(place.file()).unwrap();
    file.set_modified(std::time::UNIX_EPOCH).unwrap();
    drop(file);
    assert_eq!(book.lost(), None);
    add(&book, "Chidi Eze").unwrap();
    drop(book);
    assert!(holds(&place.file(), "Chidi Eze"));
}

#[test]
fn a_change_whose_log_was_taken_away_goes_into_the_file() {
    for stray in [None, Some(b"an older log".as_slice())] {
        let place = Place::new();
        let (book, _) = open_with_another(&place);
        let log = beside(&place.file(), "-wal");
        fs::remove_file(&log).unwrap();
        if let Some(bytes) = stray {
            fs::write(&log, bytes).unwrap();
        }
        add(&book, "Chidi Eze").unwrap();
        // As a kill leaves it: what the next start opens.
        let copy = Place::new();
        fs::copy(place.file(), copy.file()).unwrap();
        assert!(!log.exists());
        assert!(holds(&copy.file(), "Ben Okafor"));
        assert!(holds(&copy.file(), "Chidi Eze"));
        add(&book, "Dagny Sol").unwrap();
        drop(book);
        assert!(holds(&place.file(), "Dagny Sol"));
    }
}

#[test]
fn a_log_that_was_cut_is_noticed() {
    let place = Place::new();
    let (book, _) = open_with_another(&place);
    fs::write(beside(&place.file(), "-wal"), b"").unwrap();
    assert_eq!(book.lost(), Some(Lost::WrittenOver));
    assert_eq!(add(&book, "Chidi Eze").unwrap_err().code, Code::BookLost);
}

#[test]
fn when_nothing_is_done_the_one_file_is_the_book() {
    let place = Place::new();
    let (book, _) = open_with_another(&place);
    book.empty_log();
    assert_eq!(book.lost(), None);
    assert_eq!(
        fs::metadata(beside(&place.file(), "-wal")).unwrap().len(),
        0
    );
    let copy = Place::new();
    fs::copy(place.file(), copy.file()).unwrap();
    assert!(holds(&copy.file(), "Ben Okafor"));
}

#[test]
fn nothing_is_begun_where_there_is_a_sign_of_a_book() {
    let signs: [fn(&Place); 4] = [
        |place| {
            let folder = backups::folder(&place.file());
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("2026-11-20T09-00-00Z-daily.kith"), b"x").unwrap();
        },
        |place| fs::write(place.folder.path().join("book before moving.kith"), b"x").unwrap(),
        |place| {
            fs::write(
                place.folder.path().join("book (conflicted copy).kith"),
                b"x",
            )
            .unwrap()
        },
        |place| fs::write(beside(&place.file(), "-wal"), b"x").unwrap(),
    ];
    for sign in signs {
        let place = Place::new();
        sign(&place);
        let error = Book::open(&place.file(), &minute(0)).err().unwrap();
        assert_eq!(error.code, Code::BookMissing);
        assert!(!place.file().exists());
        drop(Book::begin(&place.file(), &minute(0)).unwrap());
    }
    let empty = Place::new();
    fs::write(empty.folder.path().join("notes.kith"), b"x").unwrap();
    drop(empty.open());
}
