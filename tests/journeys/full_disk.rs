//! A full disk at every point of an import: a clear error, nothing is lost, and work continues when there
//! is room again.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use kith_core::import::{Plan, Source, Unwatched};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, sample};
use kith_tests::cards::vcards;

use crate::{Place, minute, written};

const CARDS: usize = 400;
const SIZES: u64 = 20;

fn pages(file: &Path) -> u64 {
    std::fs::metadata(file).unwrap().len() / 4096
}

/// Two books of the same content may differ by so many pages: rows are not always written in the same order.
const SPREAD: u64 = 8;

fn plan(book: &Book) -> Plan {
    let cards = Source::Text(vcards(5, 0..CARDS));
    Plan::make(book, "full", &[cards], &Unwatched).unwrap()
}

fn people(book: &Book) -> usize {
    book.people_outline(&PeopleFilter::default(), &minute(0))
        .unwrap()
        .everyone as usize
}

/// The number of pages of the book before and after an import with enough room.
fn growth() -> (u64, u64) {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let before = pages(&place.file());
    let book = place.open();
    plan(&book).apply(&book, &Unwatched, &minute(1)).unwrap();
    drop(book);
    (before, pages(&place.file()))
}

#[test]
fn a_full_disk_is_said_and_nothing_is_lost_at_any_size() {
    let (before, after) = growth();
    assert!(after > before + SIZES, "{before} to {after} pages");
    for size in 0..SIZES {
        let room = before + (after - SPREAD - before) * size / (SIZES - 1);
        let place = Place::new();
        sample::make(&place.file(), &minute(0)).unwrap();
        let book = place.open();
        let was = written(&book);
        let known = people(&book);
        let mut plan = plan(&book);
        book.limit_pages(u32::try_from(room).unwrap()).unwrap();
        let error = plan.apply(&book, &Unwatched, &minute(1)).unwrap_err();
        assert_eq!(error.code, Code::DiskFull, "{room} pages: {error:?}");
        assert!(
            error.message.contains("no room left on the disk"),
            "{}",
            error.message
        );
        assert_eq!(written(&book), was, "{room} pages");
        assert!(book.history(9, &minute(1)).unwrap().is_empty());
        book.limit_pages(u32::MAX / 2).unwrap();
        let done = plan.apply(&book, &Unwatched, &minute(2)).unwrap();
        assert_eq!(done.value.added as usize, CARDS);
        assert_eq!(people(&book), known + CARDS);
    }
}

/// A separate file system of a given size, if the test may mount one.
struct SmallDisk {
    place: Place,
}

impl SmallDisk {
    fn mount(kilobytes: u64) -> Option<Self> {
        let disk = Self {
            place: Place::new(),
        };
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"])
            .arg(disk.place.folder.path())
            .output();
        mounted
            .is_ok_and(|mounted| mounted.status.success())
            .then_some(disk)
    }

    /// Leaves not a byte.
    fn fill(&self) {
        let mut rest = fs::File::create(self.place.folder.path().join("rest")).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while rest.write_all(&vec![0x4b; size]).is_ok() {}
        }
    }

    fn grow(&self) {
        self.remount("size=64m");
    }

    fn remount(&self, option: &str) {
        let changed = Command::new("mount")
            .args(["-o", &format!("remount,{option}")])
            .arg(self.place.folder.path())
            .status();
        assert!(changed.unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _gone = Command::new("umount")
            .arg("--lazy")
            .arg(self.place.folder.path())
            .output();
    }
}

#[test]
fn a_really_full_disk_too() {
    let made = Place::new();
    sample::make(&made.file(), &minute(0)).unwrap();
    let own = pages(&made.file()) * 4;
    let (mut full, mut sizes) = (0, 0);
    for more in (0..SIZES).map(|n| 60 + n * 120) {
        let Some(disk) = SmallDisk::mount(own + more) else {
            println!("skipped: this test may not mount a file system");
            return;
        };
        std::fs::copy(made.file(), disk.place.file()).unwrap();
        sizes += 1;
        let was = written(&made.open());
        let known = people(&made.open());
        let opened = Book::open(&disk.place.file(), &minute(0));
        let refused = match opened.and_then(|book| {
            assert_eq!(written(&book), was);
            plan(&book).apply(&book, &Unwatched, &minute(1))
        }) {
            Ok(_) => continue,
            Err(error) => error,
        };
        full += 1;
        assert_eq!(
            refused.code,
            Code::DiskFull,
            "{own} + {more} KB: {refused:?}"
        );
        disk.grow();
        let book = disk.place.open();
        assert_eq!(written(&book), was, "{own} + {more} KB");
        plan(&book).apply(&book, &Unwatched, &minute(2)).unwrap();
        assert_eq!(people(&book), known + CARDS);
    }
    println!("{full} of {sizes} real disks were too small");
    assert!(full > 0);
}

/// A book as a power cut leaves it: its last change is in its log only.
fn cut_off(into: &Path) -> String {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let book = place.open();
    plan(&book).apply(&book, &Unwatched, &minute(1)).unwrap();
    book.empty_log();
    let one = kith_core::details::NewPerson {
        name: "Zora Lindqvist".to_owned(),
        ..Default::default()
    };
    book.person_add(&one, &minute(2)).unwrap();
    for end in ["", "-wal"] {
        let name = format!("book.kith{end}");
        fs::copy(place.folder.path().join(&name), into.join(&name)).unwrap();
    }
    written(&book)
}

/// Everything in it can be read, nothing can be written, and not a byte of its files is another.
fn only_reads(file: &Path, was: &str, code: Code) -> Book {
    let bytes = || {
        let folder = file.parent().unwrap();
        let names = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mut all: Vec<_> = names
            .filter(|path| path.is_file())
            .map(|path| (fs::read(&path).unwrap(), path))
            .collect();
        all.sort_by(|(_, one), (_, other)| one.cmp(other));
        all
    };
    let before = bytes();
    let book = Book::open(file, &minute(3)).unwrap();
    assert_eq!(book.cannot_save().unwrap().code, code);
    assert_eq!(written(&book), was);
    assert!(people(&book) > 60);
    let refused = [
        book.unsaved_save("note", Some("x"), &minute(4))
            .unwrap_err(),
        plan(&book)
            .apply(&book, &Unwatched, &minute(4))
            .unwrap_err(),
        book.backup_now(kith_core::backups::Why::ByHand, &minute(4))
            .unwrap_err(),
    ];
    for error in refused {
        assert_eq!(error.code, code, "{error:?}");
    }
    assert_eq!(written(&book), was);
    assert!(bytes() == before);
    book
}

#[test]
fn a_book_on_a_disk_without_room_is_opened_to_read_and_saves_again_once_there_is_room() {
    let Some(disk) = SmallDisk::mount(8 * 1024) else {
        println!("skipped: this test may not mount a file system");
        return;
    };
    let was = cut_off(disk.place.folder.path());
    disk.fill();
    let book = only_reads(&disk.place.file(), &was, Code::DiskFull);
    assert!(!book.could_save());
    disk.grow();
    assert!(book.could_save());
    drop(book);
    let book = disk.place.open();
    assert_eq!(book.cannot_save(), None);
    assert_eq!(written(&book), was);
    plan(&book).apply(&book, &Unwatched, &minute(4)).unwrap();
}

#[test]
fn so_is_an_older_book_which_stays_as_it_is() {
    let Some(disk) = SmallDisk::mount(8 * 1024) else {
        println!("skipped: this test may not mount a file system");
        return;
    };
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/books/version-1.kith");
    fs::copy(&old, disk.place.file()).unwrap();
    disk.fill();
    let book = Book::open(&disk.place.file(), &minute(0)).unwrap();
    assert_eq!(book.cannot_save().unwrap().code, Code::DiskFull);
    assert!(people(&book) > 0);
    drop(book);
    assert_eq!(fs::read(disk.place.file()).unwrap(), fs::read(old).unwrap());
}

#[test]
fn a_book_that_cannot_be_written_to_is_opened_to_read() {
    let Some(disk) = SmallDisk::mount(8 * 1024) else {
        println!("skipped: this test may not mount a file system");
        return;
    };
    let was = cut_off(disk.place.folder.path());
    disk.remount("ro");
    drop(only_reads(&disk.place.file(), &was, Code::NotWritable));
    disk.remount("rw");
    assert_eq!(disk.place.open().cannot_save(), None);
}

#[test]
fn where_there_is_no_room_to_give_free_room_back_the_book_stays_and_it_is_tried_again() {
    let made = Place::new();
    sample::make(&made.file(), &minute(0)).unwrap();
    let was = written(&made.open());
    {
        let book = rusqlite::Connection::open(made.file()).unwrap();
        book.execute_batch(
            "INSERT INTO blobs (sha256, bytes) VALUES (randomblob(32), zeroblob(3000000));
             DELETE FROM blobs WHERE length(bytes) = 3000000",
        )
        .unwrap();
    }
    let loose = pages(&made.file());
    let Some(disk) = SmallDisk::mount(loose * 4 + 200) else {
        println!("skipped: this test may not mount a file system");
        return;
    };
    fs::copy(made.file(), disk.place.file()).unwrap();
    drop(disk.place.open());
    assert_eq!(pages(&disk.place.file()), loose);
    disk.grow();
    let book = disk.place.open();
    assert_eq!(book.cannot_save(), None);
    assert_eq!(written(&book), was);
    drop(book);
    assert!(pages(&disk.place.file()) < loose - 700, "{loose}");
}
